import TacitCatalog
import TacitStores

/// Which windows of the time that was asked for are added up, and what became of the others.
struct QueryCoverage: Sendable {
    /// The windows that are added up, oldest first.
    let windows: [WindowID]
    /// The exact figures of those of them that are still kept.
    let sealed: [SealedWindow]
    /// What is missing, oldest first.
    private(set) var gaps: [Gap] = []

    struct Gap: Sendable, Equatable {
        var range: Range<Int64>
        var reason: Reason
    }

    enum Reason: String, Sendable {
        /// The window has not ended, or still waits for late data.
        case open
        /// Its time is over: the exact figures are destroyed.
        case expired
        /// No collector ran then, or the catalog did not keep the metric for questions.
        case unobserved
        /// It was kept under another catalog's bounds or labels.
        case otherTerms = "other-terms"
    }

    /// - Parameters:
    ///   - kept: the windows of the settled time that the store holds, oldest first.
    ///   - answered: the windows of the answer that there is already.
    init(of plan: QueryPlan, kept: [SealedWindow], answered: [WindowID]? = nil, now: Int64) {
        let kept = kept.filter { $0.expiresAt > now }
        if let answered {
            windows = answered.sorted()
            let used = Set(answered)
            sealed = kept.filter { used.contains($0.window) }
        } else {
            sealed = kept.filter { plan.terms.addsUp(with: $0.terms) && plan.unit == $0.unit }
            windows = sealed.map(\.window)
        }
        let used = Set(windows)
        var position = plan.asked.lowerBound
        for window in used.union(kept.map(\.window)).sorted() {
            skip(from: position, to: window.start, plan, now)
            position = window.end
            if !used.contains(window) { add(window.start..<window.end, .otherTerms) }
        }
        skip(from: position, to: plan.settled.upperBound, plan, now)
        add(plan.settled.upperBound..<plan.asked.upperBound, .open)
    }

    /// Those of the windows of which the collector saw only a part.
    var partial: [SealedWindow] { sealed.filter { $0.observedFrom > $0.window.start } }

    /// What the store does not hold: it was destroyed, or there never was anything.
    private mutating func skip(from: Int64, to end: Int64, _ plan: QueryPlan, _ now: Int64) {
        guard from < end else { return }
        // Exact figures live for so many days from the close of their window, which is not before its end.
        let lifetime = Int64(plan.metric.mode.keepDays ?? 0) * 86_400
        let horizon = min(max(WindowID(length: plan.length, containing: now - lifetime).start, from), end)
        add(from..<horizon, .expired)
        add(horizon..<end, .unobserved)
    }

    private mutating func add(_ range: Range<Int64>, _ reason: Reason) {
        guard !range.isEmpty else { return }
        if let last = gaps.last, last.reason == reason, last.range.upperBound == range.lowerBound {
            gaps[gaps.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            gaps.append(Gap(range: range, reason: reason))
        }
    }
}
