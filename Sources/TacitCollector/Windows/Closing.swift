import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores

/// Turns a gathered window into what may stay of it: draws the noise, hides what is below the threshold, destroys the rest.
enum Closing {
    /// How long releases are kept where nothing else is said.
    static let lifetime: Int64 = 365 * 86400

    /// Ends a window of which nothing is released.
    static func destroy(_ gathered: consuming GatheringWindow) -> ClosedWindow {
        var window = gathered
        for number in window.tallies.indices {
            guard var tally = window.takeTally(number) else { continue }
            tally.destroy()
        }
        return ClosedWindow(window.id)
    }

    /// What a window leaves behind: a release of each metric, or its exact figures, sealed, where they are kept for
    /// questions; running totals leave both. Those that aren't in `running`, by metric number, have no release.
    ///
    /// Whoever hands over the only copy of the window, as ``Windows/take(_:)`` gives it, has no exact figure left when it
    /// returns: they are overwritten, and the window's key with them.
    static func close(
        _ gathered: consuming GatheringWindow, plan: Plan, now: Int64, running: consuming [Int: RunningTotals] = [:],
        using source: inout some NoiseSource,
        seal: (_ bytes: inout [UInt8], _ context: String) throws -> Envelope
    ) throws -> ClosedWindow {
        var window = gathered
        var closed = ClosedWindow(window.id)
        for (number, metric) in plan.metrics.enumerated() {
            guard var tally = window.takeTally(number) else { continue }
            defer { tally.destroy() }
            switch metric.metric.mode {
            case .onClose:
                let cells = cells(tally, of: metric, in: window, using: &source)
                closed.releases.append(release(cells, of: metric, in: window, now: now))
            case .running:
                guard var totals = running.removeValue(forKey: number) else { continue }
                defer { totals.destroy() }
                let cells = totals.add(tally, using: &source)
                closed.releases.append(release(cells, of: metric, in: window, now: now, step: totals.step))
                var steps = SealedSteps(
                    metric: metric.metric.name, window: window.id, step: totals.step, sealedAt: now,
                    terms: metric.terms)
                if !totals.isAtEnd {
                    var bytes = totals.bytes()
                    steps.envelope = try seal(&bytes, steps.context)
                }
                closed.steps.append(steps)
            case .onQuery(let days):
                var kept = SealedWindow(
                    metric: metric.metric.name, window: window.id,
                    observedFrom: min(window.key.since, window.id.end),
                    sealedAt: now, expiresAt: now + min(Int64(days) * 86400, metric.lifetime), unit: metric.unit,
                    terms: metric.terms)
                var bytes = exactBytes(tally, labels: window.labels)
                kept.envelope = try seal(&bytes, kept.context)
                closed.sealed.append(kept)
            }
        }
        return closed
    }

    private static func cells(
        _ tally: Tally, of metric: MetricPlan, in window: borrowing GatheringWindow,
        using source: inout some NoiseSource
    ) -> [ReleasedCell] {
        var cells: [ReleasedCell] = []
        tally.forEachCell(labels: window.labels) { labels, contributors, figures in
            let cell = metric.protection.release(contributors: contributors, figures: figures, using: &source)
            guard let cell else { return }
            cells.append(ReleasedCell(labels: labels, contributors: cell.contributors, figures: cell.figures))
        }
        // Cells of open dimensions come in an order that depends on who arrived first.
        if !metric.isClosed { cells.sort { $0.labels.lexicographicallyPrecedes($1.labels) } }
        return cells
    }

    private static func release(
        _ cells: [ReleasedCell], of metric: MetricPlan, in window: borrowing GatheringWindow, now: Int64,
        step: Int? = nil
    ) -> Release {
        Release(
            metric: metric.metric.name, window: window.id, observedFrom: min(window.key.since, window.id.end),
            releasedAt: now, expiresAt: now + metric.lifetime, unit: metric.unit, terms: metric.terms, cells: cells,
            step: step)
    }

    private static func exactBytes(_ tally: Tally, labels: [String]) -> [UInt8] {
        var size = 0
        tally.forEachCell(labels: labels) { labels, _, figures in
            size += ExactBytes.size(labels: labels, figures: figures.count)
        }
        var exact = ExactBytes(capacity: size)
        tally.forEachCell(labels: labels) { labels, contributors, figures in
            exact.append(labels: labels, contributors: contributors, figures: figures)
        }
        return exact.finish()
    }
}
