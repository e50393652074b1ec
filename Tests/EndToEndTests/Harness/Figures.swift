import Foundation
import Synchronization

/// A report as `--json` and `/api/report` give it, as far as the tests read it.
struct Figures: Decodable, Sendable {
    var catalog: String
    var metrics: [Metric]
    var intake: Intake

    struct Metric: Decodable, Sendable {
        var name: String
        var kind: String
        var dimensions: [String]
        var windows: [Window]
    }

    struct Window: Decodable, Sendable {
        var start: Int64
        var unit: String
        var cells: [Cell]
    }

    struct Cell: Decodable, Sendable {
        var labels: [String]
        var shown: Bool
        var contributors: Figure?
        var value: Figure?
        var buckets: [Figure]
    }

    struct Figure: Decodable, Sendable {
        var estimate: Double
        var lower: Double
        var upper: Double

        /// Whether a true count lies near enough: within seven times the half-width *h* of the 95 % interval, and a bit
        /// more, since counts are whole and *h* may be 0.
        ///
        /// Discrete Laplace noise is more than *h* away with a probability of at most 0.05, so it is more than 7 (*h* + 1)
        /// away with at most 0.05⁷ = 8 · 10⁻¹⁰. A run makes fewer than 500 comparisons: it fails for no reason with a
        /// probability below 10⁻⁶.
        func agrees(with truth: Int) -> Bool {
            abs(Double(truth) - estimate) <= 7 * (max(upper - estimate, estimate - lower) + 1)
        }
    }

    struct Intake: Decodable, Sendable {
        var collecting: Bool
        var signals: [Signal]
        var reasons: [Reason]
    }

    struct Signal: Decodable, Sendable {
        var name: String
        var requests: Figure
        var received: Figure
        var counted: Figure
        var refused: Figure
    }

    struct Reason: Decodable, Sendable {
        var rule: String
        var count: Figure
    }

    subscript(metric: String) -> Metric? { metrics.first { $0.name == metric } }

    /// The cell of a metric's latest window.
    func cell(_ metric: String, _ labels: String...) -> Cell? {
        self[metric]?.windows.last?.cells.first { $0.labels == labels }
    }

    func count(of rule: String) -> Figure? { intake.reasons.first { $0.rule == rule }?.count }
    func signal(_ name: String) -> Signal? { intake.signals.first { $0.name == name } }
}

extension RunningCollector {
    /// What `tacit report --json` says about this collector's folder.
    func report() async throws -> Figures {
        let outcome = try await Program.tacit("report", "--state", state, "--windows", "10", "--json")
        guard outcome.status == 0 else { throw ToolFailed("tacit report", outcome) }
        return try outcome.json(Figures.self)
    }
}

extension RunningCollector {
    /// How many log records became of that, with noise: the clock moves on to the next publication first.
    ///
    /// One publication lies between two calls, with noise of scale 2: a difference is 100 off less than once in 10²⁰ runs.
    func published(_ outcome: String) async throws -> Int {
        let seconds = published.withLock { number in
            number += 1
            return Moment.seconds + number * 600
        }
        try await moveClock(to: seconds)
        let sample = try Regex(
            "tacit_items\\{signal=\"logs\",outcome=\"\(outcome)\"\\} (-?[0-9]+)", as: (Substring, Substring).self)
        guard let found = try await get("/metrics").text.firstMatch(of: sample), let count = Int(found.1) else {
            throw ToolFailed("/metrics", Outcome(status: 1, bytes: [], errors: "no such sample"))
        }
        return count
    }
}

struct ToolFailed: Error, CustomStringConvertible {
    let description: String

    init(_ tool: String, _ outcome: Outcome) {
        description = "\(tool) ended with \(outcome.status): \(outcome.errors) \(outcome.output.prefix(2000))"
    }
}
