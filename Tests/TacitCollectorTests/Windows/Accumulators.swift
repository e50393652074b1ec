import TacitCatalog
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// What the windows hold after some requests: for each metric and cell the number of contributors, then the figures.
struct Accumulators {
    /// By metric, then by window and labels.
    var metrics: [[[String]: [Int64]]]

    init(_ requests: [[UInt8]], _ line: Line) throws {
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        for request in requests {
            let batch = try line.add(request, .logs, to: &windows)
            // The limits of memory are the operator's, not the contributor's: no test of bounds may touch them.
            #expect(batch.counts[.memoryCells] + batch.counts[.memoryContributors] == 0)
        }
        metrics = line.plan.metrics.map { _ in [:] }
        for (id, _) in windows.schedule {
            let taken = windows.take(id)
            let window = try #require(taken)
            for (number, tally) in window.tallies.enumerated() {
                tally?.forEachCell(labels: window.labels) { labels, contributors, figures in
                    metrics[number]["\(id.start)" | labels] = [contributors] + figures
                }
            }
        }
    }

    /// Entry by entry; a cell that is not there is a cell of zeros.
    static func - (a: Self, b: Self) -> Self {
        var difference = a
        for (number, cells) in b.metrics.enumerated() {
            for (labels, entries) in cells {
                let before = difference.metrics[number][labels] ?? entries.map { _ in 0 }
                difference.metrics[number][labels] = zip(before, entries).map { $0 - $1 }
            }
        }
        return difference
    }

    /// The cells that are not all zeros.
    var changed: [[[String]: [Int64]]] { metrics.map { $0.filter { $1.contains { $0 != 0 } } } }

    /// One of the vectors of a metric: entries `range` of every cell, one window at a time.
    func vectors(_ metric: Int, _ range: Range<Int>) -> [[Int64]] {
        var windows: [String: [Int64]] = [:]
        for (labels, entries) in metrics[metric] { windows[labels[0], default: []] += entries[range] }
        return Array(windows.values)
    }
}

private func | (start: String, labels: [String]) -> [String] { [start] + labels }
