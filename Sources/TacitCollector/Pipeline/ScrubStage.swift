import TacitCatalog
import TacitScrub
import TacitWire

/// Events whose values have their declared types, and whose texts went through the scrubber.
///
/// Made by ``ScrubStage`` alone. Nothing in it points into the request any more but the contributor.
struct ScrubbedBatch {
    fileprivate(set) var events: [ScrubbedEvent] = []
    fileprivate(set) var values: [ScrubbedValue] = []
    /// Distinct scrubbed texts.
    fileprivate(set) var labels: [String] = []
    /// Items of which at least one event is here.
    fileprivate(set) var items: Int64 = 0
    fileprivate(set) var counts: RuleCounts
    fileprivate(set) var refused: RefusedItems

    fileprivate init(counts: RuleCounts) {
        self.counts = counts
        refused = RefusedItems()
    }
}

struct ScrubbedEvent {
    let event: Int
    let item: Int
    let seconds: Int64
    let contributor: RawValue
    let values: Range<Int>
}

enum ScrubbedValue {
    case absent
    /// The position in the field's closed list.
    case closed(Int)
    /// Within its bounds.
    case number(Double)
    /// An index into the batch's labels.
    case label(Int)
}

/// Items of a request that were refused, each once, by the first rule that it met.
struct RefusedItems {
    private var items: Set<Int> = []
    private(set) var rules = RuleCounts()
    private(set) var count: Int64 = 0

    init() {}

    /// All of a request, by one rule.
    init(all items: Int, by rule: Rule) {
        count = Int64(items)
        rules.add(rule, items: count)
    }

    /// Adds those of another part of the request.
    mutating func add(_ other: RefusedItems) {
        count += other.count
        rules.add(other.rules)
    }

    /// A resource is no item: what is refused of it shows in the counters alone.
    mutating func insert(_ item: Int, by rule: Rule) {
        guard item >= 0, items.insert(item).inserted else { return }
        rules.add(rule, of: item)
        count += 1
    }
}

/// Gives each value its declared type, or refuses its record.
struct ScrubStage {
    private let plan: Plan
    private let scrubber: Scrubber

    init(plan: Plan, scrubber: Scrubber) {
        self.plan = plan
        self.scrubber = scrubber
    }

    func scrub(_ gated: GatedBatch, in bytes: UnsafeRawBufferPointer) -> ScrubbedBatch {
        var pass = ScrubPass(plan: plan, scrubber: scrubber, bytes: bytes, counts: gated.counts)
        for event in gated.events { pass.take(event, gated.values) }
        return pass.batch
    }
}

private struct ScrubPass {
    let plan: Plan
    let scrubber: Scrubber
    let bytes: UnsafeRawBufferPointer
    var batch: ScrubbedBatch
    private var known: [TextKey: Result<Int, Fault>] = [:]
    private var numbers: [String: Int] = [:]
    private var buffer: [UInt8] = []
    /// That of the event at hand.
    private var item = 0

    init(plan: Plan, scrubber: Scrubber, bytes: UnsafeRawBufferPointer, counts: RuleCounts) {
        self.plan = plan
        self.scrubber = scrubber
        self.bytes = bytes
        batch = ScrubbedBatch(counts: counts)
    }

    mutating func take(_ event: GatedEvent, _ values: [RawValue]) {
        let plan = plan.events[event.event]
        let start = batch.values.count
        item = event.item
        for (number, field) in plan.fields.enumerated() {
            switch convert(values[event.values.lowerBound + number], field, number: number, of: event.event) {
            case .success(.absent) where plan.needed[number]:
                switch absent(field) {
                case let value?: batch.values.append(value)
                case nil:
                    batch.counts.add(.fieldMissing, of: item)
                    batch.values.removeSubrange(start...)
                    return
                }
            case .success(let value): batch.values.append(value)
            case .failure(let fault):
                batch.counts.add(fault.rule, of: item)
                batch.refused.insert(event.item, by: fault.rule)
                batch.values.removeSubrange(start...)
                return
            }
        }
        if event.item >= 0, event.item != batch.events.last?.item { batch.items += 1 }
        batch.events.append(
            ScrubbedEvent(
                event: event.event, item: event.item, seconds: event.seconds, contributor: event.contributor,
                values: start..<batch.values.count))
    }

    /// What a dimension shows where a record says nothing: its `other`, or `(none)` where it is open.
    private mutating func absent(_ field: FieldPlan) -> ScrubbedValue? {
        switch field.field.kind {
        case .enumeration: field.other.map { .closed($0) }
        case .version, .code, .scrubbed: .label(label(Field.noneLabel))
        case .bool, .number, .duration: nil
        }
    }

    private mutating func convert(
        _ value: RawValue, _ field: FieldPlan, number: Int, of event: Int
    ) -> Result<ScrubbedValue, Fault> {
        if case .absent = value { return .success(.absent) }
        switch field.field.kind {
        case .bool:
            guard case .bool(let bool) = value else { return .failure(Fault(.fieldType)) }
            return .success(.closed(bool ? 1 : 0))
        case .enumeration:
            let found = value.spelled(in: bytes) { field.values.find($0) }
            if let found { return .success(.closed(found)) }
            if case .compound = value { return .failure(Fault(.fieldType)) }
            guard let other = field.other else { return .failure(Fault(.fieldUnlisted)) }
            batch.counts.add(.fieldOther, of: item)
            return .success(.closed(other))
        case .number(let bounds, _, _), .duration(let bounds, _):
            return bounded(value, bounds)
        case .version, .code, .scrubbed:
            guard case .text(let slice, let slot) = value else {
                guard case .symbol = value, let text = value.spelled(in: bytes, { String(decoding: $0, as: UTF8.self) })
                else { return .failure(Fault(.fieldType)) }
                return .success(.label(label(text)))
            }
            let key = TextKey(field: event << 16 | number, slice, in: bytes)
            let result = known[key] ?? text(bytes[slice], field.field.kind, slot: Int(slot))
            known[key] = result
            return result.map { .label($0) }
        }
    }

    private mutating func bounded(_ value: RawValue, _ bounds: Field.Bounds) -> Result<ScrubbedValue, Fault> {
        let number: Double
        switch value {
        case .int(let int): number = Double(int)
        case .double(let double): number = double
        default: return .failure(Fault(.fieldType))
        }
        guard number.isFinite else { return .failure(Fault(.fieldNotFinite)) }
        if number < bounds.min || number > bounds.max { batch.counts.add(.fieldClamped, of: item) }
        return .success(.number(min(max(number, bounds.min), bounds.max)))
    }

    private mutating func text(
        _ text: UnsafeRawBufferPointer, _ kind: Field.Kind, slot: Int
    ) -> Result<Int, Fault> {
        switch kind {
        case .version(let precision):
            // A finding in what claims to be a version (an address, a card in groups) must not leave its first numbers.
            guard let version = Version(text)?.cut(to: precision), !scrub(text, slot: slot)
            else { return .failure(Fault(.fieldType)) }
            return .success(label(version))
        case .code(let length):
            guard text.count <= length, !text.isEmpty, text.allSatisfy(\.isCodeCharacter), !scrub(text, slot: slot)
            else { return .failure(Fault(.fieldCode)) }
            return .success(label(String(decoding: text, as: UTF8.self)))
        case .scrubbed(let length):
            let found = scrub(text, slot: slot)
            if found { batch.counts.add(.textScrubbed, of: item) }
            let clean = found ? String(decoding: buffer, as: UTF8.self) : String(decoding: text, as: UTF8.self)
            let shown = String(String.UnicodeScalarView(clean.unicodeScalars.prefix(length).filter(\.isShown)))
            if clean.unicodeScalars.count > length { batch.counts.add(.textCut, of: item) }
            // A text that reads like the label of absent ones is not taken for it.
            return .success(label(shown == Field.noneLabel ? "“\(shown)”" : shown))
        case .bool, .enumeration, .number, .duration:
            return .failure(Fault(.fieldType))
        }
    }

    /// Whether anything was found; the scrubbed text, empty where the policy drops the field, is then in `buffer`.
    private mutating func scrub(_ text: UnsafeRawBufferPointer, slot: Int) -> Bool {
        buffer.removeAll(keepingCapacity: true)
        guard slot >= 0 else { return !scrubber.scrub(text, into: &buffer).isClean }
        return plan.attributes.keys[slot].withUnsafeBytes { !scrubber.scrub(text, key: $0, into: &buffer).isClean }
    }

    private mutating func label(_ text: String) -> Int {
        if let index = numbers[text] { return index }
        numbers[text] = batch.labels.count
        batch.labels.append(text)
        return batch.labels.count - 1
    }
}

private struct Fault: Error {
    let rule: Rule
    init(_ rule: Rule) { self.rule = rule }
}

/// A text of one field: by its bytes, or, where it is long, by its place. One that stands in the resource is then not
/// read again for each record.
private struct TextKey: Hashable {
    let field: Int
    let slice: Slice
    let text: UnsafeRawBufferPointer?

    private static let long = 256

    init(field: Int, _ slice: Slice, in bytes: UnsafeRawBufferPointer) {
        self.field = field
        self.slice = slice
        text = slice.count > Self.long ? nil : bytes[slice]
    }

    static func == (a: Self, b: Self) -> Bool {
        guard a.field == b.field else { return false }
        guard let left = a.text, let right = b.text else { return a.slice == b.slice }
        return left.equals(right)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        if let text { hasher.combine(bytes: text) } else { hasher.combine(slice) }
    }
}

/// The leading numbers of a software version: `v3.12.1-rc2` is 3.12.1.
private struct Version {
    private let numbers: [Substring]

    /// `nil` for what is no version, and for what may be an IPv4 address: four numbers of a byte each.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= 64 else { return nil }
        var text = Substring(String(decoding: bytes, as: UTF8.self))
        if text.first == "v" || text.first == "V" { text = text.dropFirst() }
        let core = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        let octets = parts.prefix { UInt8($0) != nil }
        guard octets.count < 4 else { return nil }
        numbers = Array(parts.prefix(3))
        guard let first = numbers.first, !first.isEmpty, numbers.allSatisfy({ $0.count <= 6 }) else { return nil }
    }

    func cut(to precision: Field.VersionPrecision) -> String {
        let count =
            switch precision {
            case .major: 1
            case .minor: 2
            case .patch: 3
            }
        return numbers.prefix(count).filter { !$0.isEmpty }.joined(separator: ".")
    }
}

extension UInt8 {
    /// Letters, digits and `._:-/`; nested and generic types of Java and .NET add `$`, `+` and a backtick.
    fileprivate var isCodeCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "`"):
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Neither a control, which a terminal may obey, nor one that turns the direction of what follows.
    var isShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
