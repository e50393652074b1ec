package import TacitCatalog
import TacitWire

/// What the catalog and consent let through: events with the raw values of their declared fields, and nothing else.
///
/// Made by ``Gate`` alone. Values still lie in the request's bytes and may hold anything.
struct GatedBatch {
    fileprivate(set) var events: [GatedEvent] = []
    fileprivate(set) var values: [RawValue] = []
    /// Items in the request: log records, spans or data points.
    fileprivate(set) var received: Int64 = 0
    fileprivate(set) var counts = RuleCounts()

    fileprivate init() {}
}

struct GatedEvent {
    /// The number of the event in the plan.
    let event: Int
    /// The item it came from, counted over the request; for a resource a negative number, one for each block.
    let item: Int
    /// Seconds since 1970 UTC.
    let seconds: Int64
    let contributor: RawValue
    /// One value a field, in the order of the event's fields.
    let values: Range<Int>
}

/// A value as it came.
enum RawValue {
    case absent
    case bool(Bool)
    case int(Int64)
    case double(Double)
    /// With the slot of the attribute that it came from, or -1.
    case text(Slice, slot: Int32)
    /// One of a closed list of OTLP's own.
    case symbol(StaticString)
    /// Bytes, arrays, lists: no field has such a type.
    case compound
}

/// Deny by default: reads a request and keeps what the catalog declares and a person agreed to.
struct Gate {
    private let plan: Plan
    private let consent: ConsentGround
    private let limits: WireLimits

    init(plan: Plan, consent: ConsentGround, limits: WireLimits) {
        self.plan = plan
        self.consent = consent
        self.limits = limits
    }

    /// Events that are in memory at once: a request of a few bytes a record would else need many times its size.
    static let part = 16_384

    /// Reads the whole request or, where it is malformed, nothing of it. `body` gets it in one batch, or in several where it
    /// makes very many events; those of one item are never divided.
    func pass(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, now: Int64, _ body: (GatedBatch) -> Void
    ) throws(WireError) {
        var pass = GatePass(plan: plan, consent: consent, now: now)
        var reader = RecordReader(bytes: bytes, signal: signal, limits: limits)
        var isChecked = false
        while try reader.next() {
            pass.take(reader)
            guard pass.batch.events.count >= Self.part else { continue }
            if !isChecked { try OTLPStrings.check(bytes, signal: signal, limits: limits) }
            isChecked = true
            body(pass.takeBatch())
        }
        if reader.sourceDroppedForLimit > 0 {
            pass.batch.counts.add(.attributeLimit, items: 1)
        }
        body(pass.batch)
    }
}

/// What the operator has a ground to collect where a record itself says nothing.
package struct ConsentGround: Sendable, Equatable {
    package var categories: Set<String>
    package var level: Consent.Level

    package init(categories: Set<String>, level: Consent.Level) {
        self.categories = categories
        self.level = level
    }
}

/// One reading of one request.
private struct GatePass {
    let plan: Plan
    let consent: ConsentGround
    let now: Int64
    var batch = GatedBatch()
    private var own: SlotIndex
    private var nested: SlotIndex
    private var resource: SlotIndex
    private var resourceBlock = -1
    private var item = -1
    /// Whether each event may be collected at all now.
    private var isCurrent: [Bool]

    init(plan: Plan, consent: ConsentGround, now: Int64) {
        self.plan = plan
        self.consent = consent
        self.now = now
        own = SlotIndex(count: plan.slotCount)
        nested = SlotIndex(count: plan.slotCount)
        resource = SlotIndex(count: plan.slotCount)
        isCurrent = plan.events.map { now < $0.expires }
    }

    mutating func takeBatch() -> GatedBatch {
        defer { batch = GatedBatch() }
        return batch
    }

    mutating func take(_ reader: borrowing RecordReader) {
        item += 1
        batch.received += 1
        // Before the resource is read: the places of the record before mean nothing in this one.
        own.clear()
        if reader.resourceIndex != resourceBlock {
            resourceBlock = reader.resourceIndex
            enterResource(reader)
        }
        let record = reader.record
        own.fill(record.attributes, of: reader.attributes, in: reader.bytes, by: plan.attributes, item, &batch.counts)
        if record.droppedForLimit > 0 { batch.counts.add(.attributeLimit, of: item) }

        let made: Bool
        switch record.kind {
        case .log:
            made = match(.log, name: record.name, time: record.logTime, reader)
        case .span:
            var any = match(.span, name: record.name, time: record.endTime, reader)
            for event in reader.events[record.events] {
                nested.clear()
                nested.fill(
                    event.attributes, of: reader.attributes, in: reader.bytes, by: plan.attributes, item,
                    &batch.counts)
                if match(.spanEvent, name: event.name, time: event.time, reader) { any = true }
            }
            nested.clear()
            made = any
        case .numberPoint where record.isMonotonic && record.temporality != .delta:
            batch.counts.add(.metricCumulative, of: item)
            return
        case .numberPoint:
            made = match(.metric, name: record.name, time: record.time, reader)
        case .histogramPoint, .summaryPoint:
            made = false
        }
        if !made { batch.counts.add(.recordUndeclared, of: item) }
    }

    private mutating func enterResource(_ reader: borrowing RecordReader) {
        resource.clear()
        let item = item
        self.item = -1 - resourceBlock
        let attributes = reader.resourceAttributes
        resource.fill(
            attributes.indices, of: attributes, in: reader.bytes, by: plan.attributes, self.item, &batch.counts)
        _ = match(.resource, name: .none, time: 0, reader)
        self.item = item
    }

    /// Makes an event of each source that fits; whether any source fitted.
    private mutating func match(
        _ signal: Source.Signal, name: Slice, time: UInt64, _ reader: borrowing RecordReader
    ) -> Bool {
        var any = false
        // Older clients name a log's event in an attribute.
        var name = name
        if signal == .log, name.isEmpty, case .text(let text, _) = value(plan.eventNameSlot, reader) { name = text }
        for number in plan.sources.named(reader.bytes[name], signal) {
            if make(plan.sources.plans[number], name: name, time: time, reader) { any = true }
        }
        for number in plan.sources.patterned(signal)
        where plan.sources.plans[number].name.matches(reader.bytes[name]) {
            if make(plan.sources.plans[number], name: name, time: time, reader) { any = true }
        }
        return any
    }

    /// Whether the source's conditions hold; if so, and where consent covers it, the event is made.
    private mutating func make(
        _ source: SourcePlan, name: Slice, time: UInt64, _ reader: borrowing RecordReader
    ) -> Bool {
        let record = reader.record
        guard source.spanKind.map({ $0 == Int(record.spanKind) }) ?? true,
            source.minSeverity <= Int(record.severityNumber)
        else { return false }
        for condition in source.conditions where !holds(condition, reader) { return false }

        let event = plan.events[source.event]
        guard isCurrent[source.event] else {
            batch.counts.add(.eventExpired, of: item)
            return true
        }
        guard isCovered(event.event.consent, reader) else {
            batch.counts.add(.consentMissing, of: item)
            return true
        }
        let contributor = contributor(of: event, reader)
        if case .absent = contributor {
            batch.counts.add(.contributorMissing, of: item)
            // The attribute is there, but empty or of a type that names nobody.
            if event.demandsContributor { return true }
        }
        let start = batch.values.count
        for readings in source.readings { batch.values.append(read(readings, name: name, reader)) }
        batch.events.append(
            GatedEvent(
                event: source.event, item: item, seconds: time == 0 ? now : Int64(time / 1_000_000_000),
                contributor: contributor, values: start..<batch.values.count))
        return true
    }

    private func holds(_ condition: SourcePlan.Condition, _ reader: borrowing RecordReader) -> Bool {
        for slot in condition.slots {
            switch value(slot, reader) {
            case .absent: continue
            case let found:
                guard let values = condition.values else { return true }
                return found.spelled(in: reader.bytes) { values.find($0) != nil }
            }
        }
        return false
    }

    /// A longer statement is none. It would be read again for each record.
    private static let longestConsent = 1024

    /// What a person said decides; where nothing was said, the operator's ground does, within the level that was said.
    /// A statement that can't be understood grants nothing.
    private func isCovered(_ needed: Consent, _ reader: borrowing RecordReader) -> Bool {
        let stated: Consent.Level?
        switch value(plan.consent.level, reader) {
        case .absent: stated = nil
        case .text(let text, _) where text.count <= Self.longestConsent:
            stated = Consent.Level(rawValue: String(decoding: reader.bytes[text], as: UTF8.self))
            if stated == nil { return false }
        default: return false
        }
        let granted: Slice
        switch value(plan.consent.categories, reader) {
        case .absent:
            return consent.categories.contains(needed.category) && needed.level <= min(consent.level, stated ?? .full)
        case .text(let text, _) where text.count <= Self.longestConsent: granted = text
        default: return false
        }
        let level = stated ?? .basic
        let category = needed.category.utf8
        let space = UInt8(ascii: " ")
        let isGranted = reader.bytes[granted].split(separator: UInt8(ascii: ",")).contains { item in
            item.drop { $0 == space }.reversed().drop { $0 == space }.reversed().elementsEqual(category)
        }
        return isGranted && needed.level <= level
    }

    private func contributor(of event: EventPlan, _ reader: borrowing RecordReader) -> RawValue {
        for slot in event.contributor {
            switch value(slot, reader) {
            case .text(let text, let slot) where !text.isEmpty: return .text(text, slot: slot)
            case .int(let number): return .int(number)
            default: continue
            }
        }
        return .absent
    }

    private func read(
        _ readings: [SourcePlan.Reading], name: Slice, _ reader: borrowing RecordReader
    ) -> RawValue {
        for reading in readings {
            let found =
                switch reading {
                case .attribute(let slot): value(slot, reader)
                case .intrinsic(let reading): intrinsic(reading, name: name, reader)
                }
            if case .absent = found { continue }
            return found
        }
        return .absent
    }

    /// The innermost attribute of that name: the span event's, the record's, the resource's.
    private func value(_ slot: Int, _ reader: borrowing RecordReader) -> RawValue {
        if let index = nested[slot] ?? own[slot] { return RawValue(reader.attributes[index].value, slot: slot) }
        if let index = resource[slot] { return RawValue(reader.resourceAttributes[index].value, slot: slot) }
        return .absent
    }

    private func intrinsic(
        _ reading: Source.Reading, name: Slice, _ reader: borrowing RecordReader
    ) -> RawValue {
        let record = reader.record
        switch reading {
        case .attribute: return .absent
        case .name: return name.isEmpty ? .absent : .text(name, slot: -1)
        case .scopeName: return reader.scopeName.isEmpty ? .absent : .text(reader.scopeName, slot: -1)
        case .scopeVersion: return reader.scopeVersion.isEmpty ? .absent : .text(reader.scopeVersion, slot: -1)
        case .status: return .symbol(record.status)
        case .severity: return record.severity.map { .symbol($0) } ?? .absent
        case .duration:
            guard record.endTime >= record.startTime, record.startTime > 0 else { return .absent }
            return .double(Double(record.endTime - record.startTime) / 1_000_000)
        case .value:
            // A point may say that it has no recorded value, whatever stands in its place.
            guard record.flags & 1 == 0 else { return .absent }
            return switch record.number {
            case .int(let number): .int(number)
            case .double(let number): .double(number)
            case .none: .absent
            }
        }
    }
}

/// Where the attribute of each slot lies in the reader's list, emptied in one step.
private struct SlotIndex {
    private var entries: [(stamp: UInt32, index: Int32)]
    private var stamp: UInt32 = 1

    init(count: Int) { entries = Array(repeating: (0, 0), count: count) }

    mutating func clear() { stamp += 1 }

    /// Notes where the declared attributes lie, and counts the item where it has others.
    mutating func fill(
        _ range: Range<Int>, of attributes: [Attribute], in bytes: UnsafeRawBufferPointer, by names: ByteTable,
        _ item: Int, _ counts: inout RuleCounts
    ) {
        for index in range {
            if let slot = names.find(bytes[attributes[index].key]) {
                entries[slot] = (stamp, Int32(index))
            } else {
                counts.add(.attributeUndeclared, of: item)
            }
        }
    }

    subscript(slot: Int) -> Int? {
        let entry = entries[slot]
        return entry.stamp == stamp ? Int(entry.index) : nil
    }
}

extension RawValue {
    init(_ value: AttributeValue, slot: Int) {
        self =
            switch value {
            case .empty: .absent
            case .bool(let bool): .bool(bool)
            case .int(let int): .int(int)
            case .double(let double): .double(double)
            case .string(let slice): .text(slice, slot: Int32(slot))
            case .bytes, .array, .keyValueList: .compound
            }
    }

    /// The value as the catalog would write it, for comparison with closed values.
    func spelled<R>(in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> R?) -> R? {
        switch self {
        case .text(let slice, _): body(bytes[slice])
        case .symbol(let name): body(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        case .bool(let bool): bool ? "true".withBytes(body) : "false".withBytes(body)
        case .int(let int): String(int).withBytes(body)
        case .absent, .double, .compound: nil
        }
    }

    func spelled(in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        spelled(in: bytes) { body($0) ? true : nil } ?? false
    }
}

extension String {
    fileprivate func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        var copy = self
        return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}

extension Record {
    fileprivate var logTime: UInt64 { time > 0 ? time : observedTime }

    fileprivate var status: StaticString {
        switch statusCode {
        case 1: "ok"
        case 2: "error"
        default: "unset"
        }
    }

    /// OTLP has four numbers for each severity.
    fileprivate var severity: StaticString? {
        switch severityNumber {
        case 1...4: "trace"
        case 5...8: "debug"
        case 9...12: "info"
        case 13...16: "warn"
        case 17...20: "error"
        case 21...24: "fatal"
        default: nil
        }
    }
}
