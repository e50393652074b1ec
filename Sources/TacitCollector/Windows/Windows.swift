package import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores

/// The open windows: what they have gathered, and when they close.
///
/// A value without clock, lock or disk: it is told the time, and says which windows are due.
///
/// ```swift
/// windows.add(&batch)
/// for id in windows.due(now: now) {
///     let gathered = windows.take(id)!     // from here on the window never opens again
/// }
/// ```
struct Windows {
    private let plan: Plan
    private var limits: WindowLimits
    private var open: [WindowID: GatheringWindow] = [:]
    /// For each length the end of the last closed window: nothing before it opens again.
    private var closedUntil: [WindowLength: Int64]
    private let lengths: Set<WindowLength>
    /// Counts batches and erasures, so that what was written down of them can be told in order.
    private var sequence = 0

    init(plan: Plan, limits: WindowLimits, closedUntil: [WindowLength: Int64]) {
        self.plan = plan
        self.limits = limits
        self.closedUntil = closedUntil
        lengths = Set(plan.metrics.map(\.metric.guarantee.window))
    }

    /// Opens every window that would take a record now, so that a window in which nothing happens is released like any
    /// other: that a window exists says nothing.
    mutating func openCurrent(now: Int64) {
        for length in lengths {
            var window = WindowID(length: length, containing: now - limits.grace(of: length))
            while window.start <= now {
                _ = key(of: window, now: now)
                window.start = window.end
            }
        }
    }

    /// The key of a window, which is opened if its time has come and has not gone.
    mutating func key(of id: WindowID, now: Int64) -> Result<WindowKey, WindowClosed> {
        if let window = open[id] { return .success(window.key) }
        // What ended before this collector began is not opened for the sake of a straggler.
        guard id.end > closedUntil[id.length] ?? .min, id.end > limits.observedFrom,
            now < id.end + limits.grace(of: id.length)
        else {
            return .failure(WindowClosed(rule: .windowLate))
        }
        guard id.start <= now + limits.clockSkew else { return .failure(WindowClosed(rule: .windowFuture)) }
        let key = WindowKey(since: max(id.start, limits.observedFrom))
        open[id] = GatheringWindow(id: id, key: key, plan: plan, limits: limits)
        return .success(key)
    }

    /// Adds up a batch; what can't be added is counted in it.
    mutating func add(_ batch: inout ContributionBatch) {
        // Taken out and put back, so that their arrays are changed in place.
        var gathering = zip(batch.windows, batch.keys).map { id, key in
            // One that was purged since has another key by now, under which these contributors are others.
            open[id]?.key === key ? open.removeValue(forKey: id) : nil
        }
        let labels = batch.labels
        var numbers = Array(repeating: [Int32](repeating: -1, count: labels.count), count: gathering.count)
        for window in gathering.indices { gathering[window]?.beginBatch() }
        var added: [Int] = []
        added.reserveCapacity(batch.contributions.count)
        for (index, contribution) in batch.contributions.enumerated() {
            let window = contribution.window
            guard gathering[window] != nil else {
                batch.refuse(contribution.item, by: .windowLate)
                continue
            }
            switch gathering[window]!.add(
                contribution, isReplayed: batch.isReplayed, labels: labels, numbers: &numbers[window])
            {
            case .added: added.append(index)
            case .known: break
            case .refused(let rule) where rule.refuses: batch.refuse(contribution.item, by: rule)
            case .refused(let rule): batch.count(rule, of: contribution.item)
            }
        }
        for case let window? in gathering { open[window.id] = window }
        sequence += 1
        batch.note(added: added, at: sequence)
    }

    /// Takes out of all open windows what came under these tokens, from the metrics that are meant.
    mutating func erase(_ tokens: some Collection<String>, from isMeant: (Int) -> Bool) -> [ErasedWindow] {
        sequence += 1
        let metrics = plan.metrics.indices.filter(isMeant)
        // A list of its own: figures that are shared while they change would be copied. Each is a key of `open`, of which
        // nothing is removed here.
        return Array(open.keys).map { id in
            let key = open[id]!.key
            let pseudonymizer = key.pseudonymizer()
            let contributors = tokens.map { token in
                Array(token.utf8).withUnsafeBytes { pseudonymizer.pseudonym(ofToken: $0) }
            }
            let contributions = contributors.reduce(Int64(0)) { $0 + open[id]!.erase($1, from: isMeant) }
            return ErasedWindow(
                id: id, key: key, contributions: contributions,
                erasure: .init(sequence: sequence, contributors: contributors, metrics: metrics))
        }
    }

    struct ErasedWindow {
        let id: WindowID
        let key: WindowKey
        let contributions: Int64
        let erasure: JournalEntry.Erasure
    }

    // MARK: Going on

    /// Whether a metric has windows of a length.
    func has(_ length: WindowLength) -> Bool { lengths.contains(length) }

    /// Opens a window as an earlier run left it; `false` where it can't be one of these.
    mutating func restore(_ id: WindowID, key: WindowKey) -> Bool {
        guard lengths.contains(id.length), open[id] == nil, id.end > closedUntil[id.length] ?? .min else {
            return false
        }
        open[id] = GatheringWindow(id: id, key: key, plan: plan, limits: limits)
        return true
    }

    /// Keeps the place of somebody who was erased, so that a window is as full as before.
    mutating func keepPlace(in id: WindowID) { open[id]?.keepPlace() }

    /// What comes now comes later than that.
    mutating func goOn(after sequence: Int) { self.sequence = max(self.sequence, sequence) }

    /// The keys of the open windows.
    var keys: [WindowID: WindowKey] { open.mapValues(\.key) }

    /// When every window has closed in which a record may count that comes now.
    func closed(after now: Int64) -> Int64 {
        lengths.map { WindowID(length: $0, containing: now + limits.clockSkew).end + limits.grace(of: $0) }.max() ?? now
    }

    /// Windows whose end and grace have passed, earliest first.
    func due(now: Int64) -> [WindowID] {
        open.keys.filter { now >= $0.end + limits.grace(of: $0.length) }.sorted()
    }

    /// Windows whose end has passed, whether or not they would still wait for late data.
    func ended(now: Int64) -> [WindowID] { open.keys.filter { now >= $0.end }.sorted() }

    /// Takes a window out; it will not open again.
    mutating func take(_ id: WindowID) -> GatheringWindow? {
        closedUntil[id.length] = max(closedUntil[id.length] ?? .min, id.end)
        return open.removeValue(forKey: id)
    }

    /// Ends all windows, of which nothing is released, and opens those anew that take records now, with other keys.
    mutating func purge(now: Int64) -> [WindowID] {
        let gone = open.keys.sorted()
        for id in gone { if let window = open.removeValue(forKey: id) { _ = Closing.destroy(window) } }
        limits.observedFrom = max(limits.observedFrom, now)
        openCurrent(now: now)
        return gone
    }

    /// The open windows with the time at which each closes.
    var schedule: [(id: WindowID, closesAt: Int64)] {
        open.keys.sorted().map { ($0, $0.end + limits.grace(of: $0.length)) }
    }

    /// What is in memory now.
    var contributors: Int { open.values.reduce(0) { $0 + $1.contributors } }
    var cells: Int { open.values.reduce(0) { $0 + $1.cells } }
}

/// How much of the world fits into memory, and how long a window waits for late data.
package struct WindowLimits: Sendable, Equatable {
    /// Seconds that a window waits after its end.
    package var graces: [WindowLength: Int64]
    /// Seconds by which a client's clock may be ahead.
    package var clockSkew: Int64
    /// Contributors of one window.
    package var contributors: Int
    /// Cells with open dimensions of one metric in one window.
    package var cells: Int
    /// When this collector began to observe.
    package var observedFrom: Int64

    package init(
        graces: [WindowLength: Int64] = [.minute: 15, .hour: 300, .day: 3600], clockSkew: Int64 = 300,
        contributors: Int = Metric.mostContributors, cells: Int = 100_000, observedFrom: Int64 = 0
    ) {
        self.graces = graces
        self.clockSkew = clockSkew
        self.contributors = contributors
        self.cells = cells
        self.observedFrom = observedFrom
    }

    func grace(of length: WindowLength) -> Int64 { graces[length] ?? 0 }
}
