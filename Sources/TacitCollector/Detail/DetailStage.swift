import TacitCatalog
import TacitPrivacy
import TacitStores

/// Records that counted, one by one: what their metrics saw of them and the hour, and nothing of who sent them.
///
/// Made by ``DetailStage`` alone, and nothing else can be kept as detail.
struct DetailBatch: Sendable {
    fileprivate(set) var records: [Record] = []
    fileprivate(set) var values: [Value] = []
    /// By number, those that counted a record.
    fileprivate(set) var metrics: [Int32] = []
    fileprivate(set) var labels: [String]

    struct Record: Sendable {
        /// The number of its event.
        let event: Int
        let hour: WindowID
        let metrics: Range<Int>
        /// One for each field of the event's plan.
        let values: Range<Int>
    }

    enum Value: Sendable {
        case absent
        case number(Double)
        /// The position among the labels of its field.
        case position(Int)
        /// An index into the batch's labels.
        case label(Int)
    }

    fileprivate init(labels: [String]) { self.labels = labels }

    /// How many bytes of memory it takes, about.
    var size: Int {
        records.count * MemoryLayout<Record>.stride + values.count * MemoryLayout<Value>.stride + metrics.count * 4
            + labels.reduce(0) { $0 + $1.utf8.count + MemoryLayout<String>.stride }
    }
}

/// Keeps of a batch what has counted: the records of which at least one metric has taken a contribution. What was cut, because its
/// contributor had sent enough already, or came too late, is not among it.
struct DetailStage: Sendable {
    private let plan: Plan
    private let plans: [DetailPlan]

    init(plan: Plan) {
        self.plan = plan
        plans = plan.events.map { DetailPlan($0, counting: plan.metrics) }
    }

    /// - Parameter counted: what the windows have added up of the same batch.
    func keep(_ scrubbed: ScrubbedBatch, counted: ContributionBatch) -> DetailBatch {
        var kept = DetailBatch(labels: scrubbed.labels)
        var added = counted.added[...]
        var next = 0
        for (index, event) in scrubbed.events.enumerated() {
            let start = kept.metrics.count
            // Contributions stand in the order of the events. Not every event has some: its windows may have closed.
            while next < counted.contributions.count, counted.contributions[next].event == index {
                if added.first == next {
                    added.removeFirst()
                    kept.metrics.append(Int32(counted.contributions[next].metric))
                }
                next += 1
            }
            if kept.metrics.count > start { keep(event, scrubbed, start..<kept.metrics.count, in: &kept) }
        }
        return kept
    }

    /// A record as it is written: in words.
    func record(_ index: Int, of batch: DetailBatch) -> DetailRecord {
        let record = batch.records[index]
        let event = plans[record.event]
        return DetailRecord(
            hour: record.hour.start, event: event.event,
            metrics: batch.metrics[record.metrics].map { plan.metrics[Int($0)].metric.name },
            fields: zip(event.fields, batch.values[record.values]).map { field, value in
                .init(name: field.name, unit: field.unit, value: self.word(for: value, of: field, batch.labels))
            })
    }

    private func word(
        for value: DetailBatch.Value, of field: DetailPlan.Field, _ labels: [String]
    ) -> DetailRecord.Value {
        switch (value, field.form) {
        case (.absent, _), (.position, .measured): .absent
        case (.number(let number), _): .number(number)
        case (.position(let position), .labelled(_, let labels)): .text(labels[position])
        case (.label(let label), _): .text(labels[label])
        }
    }

    private func keep(
        _ event: ScrubbedEvent, _ scrubbed: ScrubbedBatch, _ metrics: Range<Int>, in kept: inout DetailBatch
    ) {
        let start = kept.values.count
        for field in plans[event.event].fields {
            let value = scrubbed.values[event.values.lowerBound + field.number]
            kept.values.append(self.value(value, field, plan.events[event.event], scrubbed.labels))
        }
        kept.records.append(
            DetailBatch.Record(
                event: event.event, hour: WindowID(length: .hour, containing: event.seconds), metrics: metrics,
                values: start..<kept.values.count))
    }

    private func value(
        _ value: ScrubbedValue, _ field: DetailPlan.Field, _ event: EventPlan, _ labels: [String]
    ) -> DetailBatch.Value {
        switch (value, field.form) {
        case (.number(let number), .measured(let range)):
            // It is within its bounds, so it is a number.
            guard let quanta = try? range.quantize(number) else { return .absent }
            return .number(range.value(ofQuanta: quanta))
        case (.number(let number), .labelled(let dimension, _)):
            return .position(dimension.position(of: number, in: event.fields[field.number]))
        case (.closed(let position), .labelled(let dimension, _)):
            return .position(dimension.position(of: position))
        case (.label(let label), .labelled(let dimension, _)):
            return dimension.position(of: labels[label]).map { .position($0) } ?? .label(label)
        case (.absent, _), (.closed, .measured), (.label, .measured):
            return .absent
        }
    }
}
