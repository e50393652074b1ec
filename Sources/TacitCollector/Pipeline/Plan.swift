package import TacitCatalog
package import TacitPrivacy
import TacitSeal
import TacitStores

/// The catalog, compiled for the path of the data: names are numbers, closed lists are tables.
///
/// Attributes that any source reads have a *slot*; all others are undeclared and never looked at. Its parts are objects, so
/// that handing one on for each record is a pointer and no copy of its tables.
package struct Plan: Sendable {
    package let catalog: Catalog
    let attributes: ByteTable
    let slotCount: Int
    let events: [EventPlan]
    let metrics: [MetricPlan]
    let sources: SourceTable
    let consent: ConsentSlots
    let limits: LedgerLimits
    /// Where clients without `event_name` put a log's event name.
    let eventNameSlot: Int
    /// Where contributors stand that may ask for erasure, if the catalog reads it.
    let tokenSlot: Int?

    /// Catalogs that `Catalog.load` has accepted always compile.
    ///
    /// - Parameter retention: for how long what is released is kept; without one, as long as by default.
    package init(catalog: Catalog, retention: RetentionPlan? = nil) throws(PrivacyError) {
        self.catalog = catalog
        limits = LedgerLimits(catalog)
        var slots = SlotAssignment()
        consent = ConsentSlots(categories: slots[Self.consentAttribute], level: slots[Self.consentLevelAttribute])

        eventNameSlot = slots["event.name"]

        var metrics: [MetricPlan] = []
        for metric in catalog.metrics {
            guard let event = catalog.event(named: metric.event) else { continue }
            let lifetime = retention?.lifetime(of: metric.name) ?? Closing.lifetime
            metrics.append(
                try MetricPlan(metric, of: event, unit: catalog.unit(of: event), lifetime: lifetime))
        }
        self.metrics = metrics

        var events: [EventPlan] = []
        var sources = SourceTable()
        for (number, event) in catalog.events.enumerated() {
            let used = metrics.indices.filter { metrics[$0].metric.event == event.name }
            events.append(EventPlan(event, metrics: used, of: metrics, catalog: catalog, slots: &slots))
            for source in event.sources {
                sources.add(SourcePlan(source, event: number, fields: event.fields, slots: &slots))
            }
        }
        sources.index()
        self.events = events
        self.sources = sources
        tokenSlot = slots.names.firstIndex(of: ContributorToken.attribute)
        attributes = ByteTable(slots.names)
        slotCount = slots.names.count
    }

    /// What closing a window costs: a charge for each metric that is released then.
    func charges(closing window: WindowID) throws(PrivacyError) -> [Charge] {
        var charges: [Charge] = []
        for plan in metrics where plan.metric.mode.keepDays == nil && plan.metric.guarantee.window == window.length {
            guard plan.terms.epsilonMillionths > 0 else { continue }
            let (name, price) = (plan.metric.name, try plan.terms.price())
            charges.append(
                Charge(
                    .release, metric: name, category: limits.category(of: name), window: window, unit: plan.unit,
                    price: price.spend, rho: price.rho))
        }
        return charges
    }

    /// A record or its resource may say what the person agreed to: a list of categories, and the level.
    static let consentAttribute = "tacit.consent"
    static let consentLevelAttribute = "tacit.consent.level"
}

struct ConsentSlots: Sendable {
    var categories: Int
    var level: Int
}

/// Hands out a number for each attribute name.
struct SlotAssignment {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    subscript(name: String) -> Int {
        mutating get {
            if let number = numbers[name] { return number }
            numbers[name] = names.count
            names.append(name)
            return names.count - 1
        }
    }
}

final class EventPlan: Sendable {
    let event: Event
    let fields: [FieldPlan]
    /// The slots that may name the contributor, in order of preference; none: every record stands for itself.
    let contributor: [Int]
    /// Its figures protect contributors alone: what names none makes no event.
    let demandsContributor: Bool
    /// The metrics that count it.
    let metrics: [Int]
    /// For each field, whether a metric needs it.
    let needed: [Bool]
    let expires: Int64

    init(_ event: Event, metrics: [Int], of plans: [MetricPlan], catalog: Catalog, slots: inout SlotAssignment) {
        self.event = event
        self.metrics = metrics
        let used = Set(metrics.flatMap { plans[$0].dimensions.map(\.field) + (plans[$0].measure.map { [$0] } ?? []) })
        needed = event.fields.indices.map(used.contains)
        fields = event.fields.map { FieldPlan($0) }
        contributor = (event.contributorAttributes ?? catalog.contributorAttributes).map { slots[$0] }
        demandsContributor = catalog.unit(of: event) == .contributor
        expires = event.expires.unixSeconds
    }
}

/// A field with its closed values as a table.
final class FieldPlan: Sendable {
    let field: Field
    let values: ByteTable
    /// The position of `other` among the labels.
    let other: Int?
    let labels: [String]

    init(_ field: Field) {
        self.field = field
        labels = field.closedDomain ?? []
        values = ByteTable(labels)
        if case .enumeration(let declared, .some) = field.kind { other = declared.count } else { other = nil }
    }

    /// The bucket that a number falls into.
    func bucket(of value: Double) -> Int {
        switch field.kind {
        case .number(_, _, let buckets), .duration(_, let buckets):
            buckets.firstIndex { $0.below.map { value < $0 } ?? true } ?? 0
        default: 0
        }
    }
}

final class SourcePlan: Sendable {
    let signal: Source.Signal
    let event: Int
    let name: NamePattern
    let spanKind: Int?
    let minSeverity: Int
    let conditions: [Condition]
    /// Readings for each field of the event, in the order of its fields.
    let readings: [[Reading]]

    struct Condition: Sendable {
        let slots: [Int]
        let values: ByteTable?
    }

    enum Reading: Sendable {
        case attribute(Int)
        case intrinsic(Source.Reading)
    }

    init(_ source: Source, event: Int, fields: [Field], slots: inout SlotAssignment) {
        signal = source.signal
        self.event = event
        name = NamePattern(source.name)
        // OTLP numbers span kinds from 1, in the order of the declaration.
        spanKind = source.spanKind.flatMap { Source.SpanKind.allCases.firstIndex(of: $0) }.map { $0 + 1 }
        minSeverity = source.minSeverity ?? .min
        var conditions: [Condition] = []
        for condition in source.conditions {
            let numbers = condition.attributes.map { slots[$0] }
            conditions.append(Condition(slots: numbers, values: condition.values.map { ByteTable($0) }))
        }
        self.conditions = conditions
        var readings: [[Reading]] = []
        for field in fields {
            let mapping = source.fields.first { $0.field == field.name }
            readings.append(
                (mapping?.readings ?? []).map { reading in
                    if case .attribute(let name) = reading { .attribute(slots[name]) } else { .intrinsic(reading) }
                })
        }
        self.readings = readings
    }
}

/// The sources by signal; those with an exact name are found by it.
struct SourceTable: Sendable {
    private(set) var plans: [SourcePlan] = []
    private var signals: [Entry] = []

    private struct Entry: Sendable {
        var names: ByteTable
        /// For each name the numbers of its sources.
        var named: [[Int]]
        var patterned: [Int]
    }

    mutating func add(_ plan: SourcePlan) { plans.append(plan) }

    mutating func index() {
        signals = Source.Signal.allCases.map { signal in
            var names: [String] = []
            var named: [[Int]] = []
            var patterned: [Int] = []
            for (number, plan) in plans.enumerated() where plan.signal == signal {
                guard case .exact(let name) = plan.name else {
                    patterned.append(number)
                    continue
                }
                let text = String(decoding: name, as: UTF8.self)
                if let known = names.firstIndex(of: text) {
                    named[known].append(number)
                } else {
                    names.append(text)
                    named.append([number])
                }
            }
            return Entry(names: ByteTable(names), named: named, patterned: patterned)
        }
    }

    /// The sources of a signal that ask for exactly this name.
    func named(_ name: UnsafeRawBufferPointer, _ signal: Source.Signal) -> [Int] {
        let entry = signals[signal.position]
        return entry.names.find(name).map { entry.named[$0] } ?? []
    }

    /// The sources of a signal whose name is a pattern, which is still to be matched.
    func patterned(_ signal: Source.Signal) -> [Int] { signals[signal.position].patterned }
}

extension Source.Signal {
    fileprivate var position: Int {
        switch self {
        case .log: 0
        case .span: 1
        case .spanEvent: 2
        case .metric: 3
        case .resource: 4
        }
    }
}

/// A name with `*` for any run of characters.
enum NamePattern: Sendable, Equatable {
    case any
    case exact([UInt8])
    /// What lies between the stars.
    case pieces([[UInt8]])

    init(_ pattern: String?) {
        guard let pattern, pattern != "*" else {
            self = .any
            return
        }
        let bytes = Array(pattern.utf8)
        self =
            bytes.contains(UInt8(ascii: "*"))
            ? .pieces(bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init))
            : .exact(bytes)
    }

    /// No pattern but `*` fits a longer name: the name of a metric is matched anew for each of its points.
    static let longestName = 1024

    /// Takes each piece where it first fits, which suffices when stars match anything: linear but for the pieces' length.
    func matches(_ name: UnsafeRawBufferPointer) -> Bool {
        guard name.count <= Self.longestName else { return self == .any }
        switch self {
        case .any: return true
        case .exact(let bytes): return bytes.withUnsafeBytes { $0.equals(name) }
        case .pieces(let pieces):
            guard let first = pieces.first, let last = pieces.last, name.count >= first.count + last.count,
                name.prefix(first.count).elementsEqual(first), name.suffix(last.count).elementsEqual(last)
            else { return false }
            var rest = name[first.count..<name.count - last.count]
            for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
                guard let start = rest.firstRange(of: piece)?.upperBound else { return false }
                rest = rest[start...]
            }
            return true
        }
    }
}
