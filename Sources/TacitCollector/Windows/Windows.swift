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
    private let limits: WindowLimits
    private var open: [WindowID: GatheringWindow] = [:]
    /// For each length the end of the last closed window: nothing before it opens again.
    private var closedUntil: [WindowLength: Int64]
    private let lengths: Set<WindowLength>

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
        let window = GatheringWindow(id: id, observedFrom: max(id.start, limits.observedFrom), plan: plan)
        open[id] = window
        return .success(window.key)
    }

    /// Adds up a batch; what can't be added is counted in it.
    mutating func add(_ batch: inout ContributionBatch) {
        // Taken out and put back, so that their arrays are changed in place.
        var gathering = batch.windows.map { open.removeValue(forKey: $0) }
        let labels = batch.labels
        var numbers = Array(repeating: [Int32](repeating: -1, count: labels.count), count: gathering.count)
        for window in gathering.indices { gathering[window]?.beginBatch() }
        for contribution in batch.contributions {
            let window = contribution.window
            if gathering[window] == nil {
                batch.refuse(contribution.item, by: .windowLate)
            } else if let rule = gathering[window]!.add(
                contribution, labels: labels, numbers: &numbers[window], limits: limits)
            {
                if rule.refuses {
                    batch.refuse(contribution.item, by: rule)
                } else {
                    batch.count(rule, of: contribution.item)
                }
            }
        }
        for case let window? in gathering { open[window.id] = window }
    }

    /// Takes out of all open windows what came under these tokens, from the metrics that are meant.
    ///
    /// - Returns: how many windows held something of them, and how many contributions it was.
    mutating func erase(
        _ tokens: some Collection<String>, from isMeant: (Int) -> Bool
    ) -> (windows: Int64, contributions: Int64) {
        var erased: (windows: Int64, contributions: Int64) = (0, 0)
        // A list of its own: figures that are shared while they change would be copied.
        for id in Array(open.keys) {
            let pseudonymizer = open[id]!.key.pseudonymizer()
            var contributions: Int64 = 0
            for token in tokens {
                let pseudonym = Array(token.utf8).withUnsafeBytes { pseudonymizer.pseudonym(ofToken: $0) }
                contributions += open[id]!.erase(pseudonym, from: isMeant)
            }
            if contributions > 0 { erased.windows += 1 }
            erased.contributions += contributions
        }
        return erased
    }

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
