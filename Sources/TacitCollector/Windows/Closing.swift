import TacitCatalog
import TacitPrivacy
import TacitStores

/// Turns a gathered window into releases: draws the noise, hides what is below the threshold, destroys the rest.
enum Closing {
    /// How long releases are kept.
    static let lifetime: Int64 = 365 * 86400

    /// Ends a window of which nothing is released.
    static func destroy(_ gathered: consuming GatheringWindow) -> [Release] {
        var window = gathered
        for number in window.tallies.indices {
            guard var tally = window.takeTally(number) else { continue }
            tally.destroy()
        }
        return []
    }

    /// The releases of a window, one a metric. Whoever hands over the only copy of the window, as ``Windows/take(_:)`` gives
    /// it, has no exact figure left when it returns: they are overwritten, and the window's key with them.
    static func releases(
        of gathered: consuming GatheringWindow, plan: Plan, now: Int64, using source: inout some NoiseSource
    ) -> [Release] {
        var window = gathered
        var releases: [Release] = []
        for (number, metric) in plan.metrics.enumerated() {
            guard var tally = window.takeTally(number) else { continue }
            var cells: [ReleasedCell] = []
            tally.forEachCell(labels: window.labels) { labels, contributors, figures in
                let cell = metric.noise.release(contributors: contributors, figures: figures, using: &source)
                guard let cell else { return }
                cells.append(ReleasedCell(labels: labels, contributors: cell.contributors, figures: cell.figures))
            }
            // Cells of open dimensions come in an order that depends on who arrived first.
            if !metric.isClosed { cells.sort { $0.labels.lexicographicallyPrecedes($1.labels) } }
            releases.append(
                Release(
                    metric: metric.metric.name, window: window.id,
                    observedFrom: min(window.observedFrom, window.id.end), releasedAt: now,
                    expiresAt: now + lifetime, unit: metric.unit, terms: metric.terms, cells: cells))
            tally.destroy()
        }
        return releases
    }
}
