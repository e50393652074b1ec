import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TacitWire

/// What may be added up: pseudonyms that die with their window, cells, and bounded integers.
///
/// Made by ``Anonymizer`` alone, or again from what the journal holds of such a one. No stretch of a request, no time finer than
/// its window and no name is in it.
struct ContributionBatch {
    fileprivate(set) var contributions: [Contribution] = []
    fileprivate(set) var windows: [WindowID] = []
    /// Of the windows, in the same order.
    fileprivate(set) var keys: [WindowKey] = []
    fileprivate(set) var labels: [String]
    fileprivate(set) var counts = RuleCounts()
    fileprivate(set) var refused = RefusedItems()
    /// The contributions that have changed a figure, by index, and when they did, among all batches and erasures.
    private(set) var added: [Int] = []
    private(set) var sequence = 0
    /// Whether windows have taken it before, in an earlier run.
    private(set) var isReplayed = false

    fileprivate init(_ batch: ScrubbedBatch) {
        labels = batch.labels
        counts = batch.counts
        refused = batch.refused
    }

    /// What was written down of a batch in one window.
    init(replaying contributions: [Contribution], labels: [String], in window: WindowID, _ key: WindowKey) {
        self.contributions = contributions
        self.labels = labels
        windows = [window]
        keys = [key]
        isReplayed = true
    }

    /// Notes which contributions have changed a figure.
    mutating func note(added: [Int], at sequence: Int) {
        self.added = added
        self.sequence = sequence
    }

    /// Counts what the windows met while adding up.
    mutating func refuse(_ item: Int, by rule: Rule) {
        counts.add(rule, of: item)
        refused.insert(item, by: rule)
    }

    mutating func count(_ rule: Rule, of item: Int) { counts.add(rule, of: item) }
}

/// What one item adds to one metric.
struct Contribution {
    let metric: Int
    /// An index into the batch's windows.
    let window: Int
    /// See `GatedEvent.item`.
    let item: Int
    /// `nil`: the record stands for itself.
    let contributor: Pseudonym?
    /// The mixed-radix number of the closed dimensions.
    let closed: Int
    /// Indices into the batch's labels, one for each open dimension.
    let open: OpenLabels
    /// 1 for a count, quanta for a sum, quanta around the middle for a mean, the bucket for a histogram.
    let amount: Int64
    /// The contributor may ask for erasure, so that it is noted what it adds.
    var isErasable = false
    /// An index into the events that the batch was made of: one item may make several. The journal does not keep it.
    var event: Int?
}

/// The labels of up to four open dimensions, as numbers.
struct OpenLabels: Hashable {
    var numbers = SIMD4<Int32>(repeating: -1)
    var count = 0

    mutating func append(_ number: Int) {
        numbers[count] = Int32(number)
        count += 1
    }
}

/// Replaces contributors by pseudonyms, times by windows, numbers by ranges or quanta, and names by coarser ones.
struct Anonymizer {
    private let plan: Plan

    init(plan: Plan) { self.plan = plan }

    /// `key` gives the key of a window that is open, or the rule by which it is not.
    func anonymize(
        _ scrubbed: ScrubbedBatch, in bytes: UnsafeRawBufferPointer, key: (WindowID) -> Result<WindowKey, WindowClosed>
    ) -> ContributionBatch {
        withoutActuallyEscaping(key) { key in
            var pass = AnonymizerPass(plan: plan, bytes: bytes, batch: ContributionBatch(scrubbed), key: key)
            for (index, event) in scrubbed.events.enumerated() { pass.take(event, index, scrubbed.values) }
            return pass.batch
        }
    }
}

/// A window does not take contributions: it has closed, or has not begun.
struct WindowClosed: Error {
    let rule: Rule
}

private struct AnonymizerPass {
    let plan: Plan
    let bytes: UnsafeRawBufferPointer
    var batch: ContributionBatch
    let key: (WindowID) -> Result<WindowKey, WindowClosed>
    /// The batch's windows, in the same order.
    private var keyed: [KeyedWindow] = []

    private struct KeyedWindow {
        let id: WindowID
        let pseudonymizer: Pseudonymizer
        /// The contributor before: the records of one often come together.
        var last: (value: RawValue, contributor: Contributor)?
        /// Long names of contributors, by place: one that stands in the resource is read once, not for each record.
        var long: [Slice: Pseudonym] = [:]
    }

    private struct Contributor {
        var pseudonym: Pseudonym
        var isErasable = false
    }

    /// Contributors with longer names are kept by place.
    private static let longName = 256

    init(
        plan: Plan, bytes: UnsafeRawBufferPointer, batch: ContributionBatch,
        key: @escaping (WindowID) -> Result<WindowKey, WindowClosed>
    ) {
        self.plan = plan
        self.bytes = bytes
        self.batch = batch
        self.key = key
    }

    mutating func take(_ event: ScrubbedEvent, _ index: Int, _ values: [ScrubbedValue]) {
        for number in plan.events[event.event].metrics {
            let metric = plan.metrics[number]
            let slot: Int
            switch window(WindowID(length: metric.metric.guarantee.window, containing: event.seconds)) {
            case .success(let open): slot = open
            case .failure(let closed):
                batch.refuse(event.item, by: closed.rule)
                continue
            }
            let (closed, open) = cell(metric, event, values)
            let contributor = contributor(event.contributor, in: slot)
            batch.contributions.append(
                Contribution(
                    metric: number, window: slot, item: event.item, contributor: contributor?.pseudonym,
                    closed: closed, open: open, amount: amount(metric, event, values),
                    isErasable: contributor?.isErasable ?? false, event: index))
        }
    }

    /// Open windows are few. Closed ones are not kept: a hostile request names as many as it has records.
    private mutating func window(_ id: WindowID) -> Result<Int, WindowClosed> {
        if let known = keyed.firstIndex(where: { $0.id == id }) { return .success(known) }
        switch key(id) {
        case .failure(let closed): return .failure(closed)
        case .success(let key):
            batch.windows.append(id)
            batch.keys.append(key)
            keyed.append(KeyedWindow(id: id, pseudonymizer: key.pseudonymizer()))
            return .success(keyed.count - 1)
        }
    }

    private mutating func contributor(_ value: RawValue, in slot: Int) -> Contributor? {
        if let last = keyed[slot].last, last.value.isSame(as: value, in: bytes) { return last.contributor }
        let pseudonymizer = keyed[slot].pseudonymizer
        if case .text(let slice, _) = value, slice.count > Self.longName {
            if let known = keyed[slot].long[slice] { return Contributor(pseudonym: known) }
            let pseudonym = pseudonymizer.pseudonym(of: bytes[slice])
            keyed[slot].long[slice] = pseudonym
            return Contributor(pseudonym: pseudonym)
        }
        let contributor: Contributor?
        if case .text(let slice, let place) = value, Int(place) == plan.tokenSlot,
            ContributorToken.isOne(bytes[slice])
        {
            contributor = Contributor(pseudonym: pseudonymizer.pseudonym(ofToken: bytes[slice]), isErasable: true)
        } else {
            contributor = value.spelled(in: bytes) { Contributor(pseudonym: pseudonymizer.pseudonym(of: $0)) }
        }
        if let contributor { keyed[slot].last = (value, contributor) }
        return contributor
    }

    private func cell(
        _ metric: MetricPlan, _ event: ScrubbedEvent, _ values: [ScrubbedValue]
    ) -> (closed: Int, open: OpenLabels) {
        var closed = 0
        var factor = 1
        var open = OpenLabels()
        for dimension in metric.dimensions {
            let position: Int?
            switch values[event.values.lowerBound + dimension.field] {
            case .closed(let own): position = dimension.position(of: own)
            case .number(let value):
                position = dimension.position(of: value, in: plan.events[event.event].fields[dimension.field])
            case .label(let label):
                position = dimension.position(of: batch.labels[label])
                if position == nil { open.append(label) }
            // The scrub stage lets no event through that lacks what a metric needs.
            case .absent: position = nil
            }
            guard let position else { continue }
            closed += position * factor
            factor *= dimension.radix
        }
        return (closed, open)
    }

    private func amount(_ metric: MetricPlan, _ event: ScrubbedEvent, _ values: [ScrubbedValue]) -> Int64 {
        guard let measure = metric.measure, case .number(let value) = values[event.values.lowerBound + measure] else {
            return 1
        }
        if case .histogram(_, let edges) = metric.metric.kind {
            return Int64(edges.firstIndex { value < $0 } ?? edges.count)
        }
        guard let range = metric.bounds.values, let quanta = try? range.quantize(value) else { return 0 }
        if case .mean = metric.metric.kind { return quanta - range.middleQuanta }
        return quanta
    }
}

extension RawValue {
    /// Equal texts of different attributes are not the same: one of them may be a token.
    fileprivate func isSame(as other: RawValue, in bytes: UnsafeRawBufferPointer) -> Bool {
        switch (self, other) {
        case (.text(let a, let place), .text(let b, let other)): place == other && (a == b || bytes[a].equals(bytes[b]))
        case (.int(let a), .int(let b)): a == b
        default: false
        }
    }
}
