import TacitCatalog
import TacitPages

/// The answer to a question, or its price, as text for a terminal.
package struct QueryText: Sendable {
    private let report: QueryReport
    private let style: TextStyle

    package init(_ report: QueryReport, style: TextStyle = .plain) {
        self.report = report
        self.style = style
    }

    package var text: String {
        let parts = [head, coverage, figures, cost, left].filter { !$0.isEmpty }
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n")
    }

    private var metric: MetricReport { report.figures }
    private var isAnswer: Bool { report.answeredAt != nil }
    private var window: String { report.coverage.window }

    private var head: [String] {
        let promise = "\(report.cost.unit) with \(metric.text.price)."
        return [
            style.bold(report.question) + (report.partner.map { "  for \($0)" } ?? ""),
            style.dim("\(metric.name): \(metric.description)"),
            style.dim((isAnswer ? "Protects " : "Would protect ") + promise),
        ]
    }

    // MARK: Which windows

    private var coverage: [String] {
        let coverage = report.coverage
        let length = Self.seconds(of: window)
        let title =
            "  \(Self.span(coverage.from..<coverage.to, length)): \(NumberText.integer(coverage.used)) of "
            + "\(NumberText.integer(coverage.asked)) \(Self.plural(window, coverage.asked))"
        let missing = coverage.missing.map { "    " + Self.gap($0.from..<$0.to, $0.reason, length) }
        let partial = coverage.partial.map {
            "    \(Self.span($0.start..<$0.start + length, length)) was seen in part, from "
                + "\(TimeText.minute($0.observedFrom))"
        }
        let most = 12
        let lines = missing + partial
        return [title] + lines.prefix(most)
            + (lines.count > most ? ["    and \(lines.count - most) more such times"] : [])
    }

    private static func seconds(of window: String) -> Int64 {
        switch window {
        case "day": 86_400
        case "hour": 3600
        default: 60
        }
    }

    private static func plural(_ window: String, _ count: Int64) -> String { count == 1 ? window : "\(window)s" }

    /// What is missing, and why: `2026-10-22 to 2026-10-24: no longer kept`.
    static func gap(_ range: Range<Int64>, _ reason: String, _ length: Int64) -> String {
        let meaning =
            switch reason {
            case "open": "not closed yet"
            case "expired": "no longer kept"
            case "unobserved": "nothing was kept then"
            default: "kept under another catalog's bounds or labels"
            }
        return "\(span(range, length)): \(meaning)"
    }

    /// One window's name, or that of the first and the last.
    private static func span(_ range: Range<Int64>, _ length: Int64) -> String {
        let first = TimeText.window(from: range.lowerBound, to: range.lowerBound + length)
        let last = TimeText.window(from: range.upperBound - length, to: range.upperBound)
        return range.count <= Int(length) ? first : "\(first) to \(last)"
    }

    // MARK: Figures

    private var figures: [String] {
        guard isAnswer else { return expected }
        guard let window = metric.windows.first else { return [] }
        // Scaled with its window, so that the edges and the figures have one unit.
        let readable = metric.inReadableUnits()
        return CellRows(readable, hidden: hidden).lines(readable.windows.first ?? window)
    }

    private var hidden: String {
        let threshold = "below the threshold of \(NumberText.integer(metric.guarantee.threshold)) \(counted), or empty"
        return metric.kind == "mean" ? "\(threshold), or too few to tell a mean" : threshold
    }

    /// What the number of contributors counts.
    private var counted: String {
        report.expected.last?.unit ?? "\(metric.guarantee.unit.noun)s"
    }

    private var expected: [String] {
        let rows = report.expected.map { expected in
            [expected.figure, "± \(NumberText.plain(expected.halfWidth))", expected.unit]
        }
        var lines = ["  95 % interval of each cell, whatever is in it"] + Columns.aligned(rows, indent: 4, figures: [1])
        if metric.kind == "mean" {
            lines.append("    the mean's own is about the first divided by the number of events")
        }
        lines.append(
            "  A cell is shown from \(NumberText.integer(metric.guarantee.threshold)) \(counted) on, noise included")
        return lines
    }

    // MARK: Price

    private var cost: [String] {
        let price = GuaranteeText.price(report.cost.epsilon, report.cost.delta)
        let windows = "\(NumberText.integer(report.coverage.used)) \(Self.plural(window, report.coverage.used))"
        let each = "\(price) of each of \(windows)"
        switch report.state {
        case .repeated:
            let day = report.answeredAt.map(TimeText.minute) ?? ""
            return [
                "  Cost nothing: this was answered on \(day) UTC, for \(price) of each of \(windows), and is the same for ever"
            ]
        case .answered: return ["  Cost \(each), for all cells together", composition]
        case .price: return ["  Will cost \(each), for all cells together", composition]
        case .unaffordable:
            let message = report.refusal?.message.split(separator: "\n").map { "    \($0)" } ?? []
            return ["  Would cost \(each), which is not left"] + message
        }
    }

    private var composition: String {
        let count = Double(report.coverage.used)
        guard count > 1, metric.guarantee.unit != .record else {
            return "  It protects \(report.cost.unit)"
        }
        return "  It protects \(report.cost.unit); somebody who is in all of them loses up to "
            + GuaranteeText.price(report.cost.epsilon * count, report.cost.delta * count)
    }

    private var left: [String] {
        guard !report.left.isEmpty else { return [] }
        let title =
            switch report.state {
            case .price: "Would leave, in the \(window) that has least"
            case .unaffordable, .answered, .repeated: "Left, in the \(window) that has least"
            }
        let length = Self.seconds(of: window)
        return ["  \(title)"]
            + Columns.aligned(
                report.left.map { left in
                    [
                        left.scope == "project" ? left.name : "\(left.scope) \(left.name)",
                        "ε\u{A0}=\u{A0}\(NumberText.plain(left.left))", "of \(NumberText.plain(left.limit))",
                        Self.span(left.window..<left.window + length, length),
                    ]
                }, indent: 4, figures: [1])
    }
}
