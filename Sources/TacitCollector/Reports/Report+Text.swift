import TacitPages

/// The report as text for a terminal.
///
/// ```swift
/// print(ReportText(report, windows: 1).text)
/// ```
package struct ReportText: Sendable {
    private let report: Report
    private let windows: Int
    private let metric: String?
    private let style: TextStyle

    /// - Parameters:
    ///   - windows: how many of the latest windows of each metric are shown.
    ///   - metric: only this metric.
    package init(_ report: Report, windows: Int = 1, metric: String? = nil, style: TextStyle = .plain) {
        self.report = report
        self.windows = windows
        self.metric = metric
        self.style = style
    }

    package var text: String {
        var lines = banners
        for metric in report.metrics.map({ $0.inReadableUnits() })
        where self.metric == nil || metric.name == self.metric {
            if !lines.isEmpty { lines.append("") }
            lines += section(metric)
        }
        return lines.joined(separator: "\n")
    }

    private var banners: [String] {
        var lines: [String] = []
        if report.dataset == .demo { lines.append("Demo: a simulated population, not your traffic.") }
        if report.firstLook {
            lines.append(
                "First look: windows of one minute. The guarantee then covers one contributor in one minute only.")
        }
        if report.simulatedClock, report.dataset == .live { lines.append("The clock is simulated.") }
        if !report.intake.collecting { lines.append("Collection is switched off.") }
        return lines
    }

    private func section(_ metric: MetricReport) -> [String] {
        var lines = [style.bold(metric.name) + "  " + metric.description]
        let latest = metric.windows.suffix(windows).reversed()
        lines.append(style.dim(metric.text.summary))
        if latest.isEmpty { lines.append("  \(metric.text.noRelease)") }
        for window in latest { lines += table(window, metric) }
        return lines
    }

    private func table(_ window: MetricReport.Window, _ metric: MetricReport) -> [String] {
        var title = "  " + TimeText.window(from: window.start, to: window.end)
        if let step = window.step, let horizon = metric.guarantee.horizon {
            title += ", the total of \(metric.text.counted(step)) of \(horizon)"
        }
        if window.observedFrom > window.start { title += ", observed from \(TimeText.minute(window.observedFrom))" }
        return [title] + CellRows(metric, hidden: CellText.hidden(metric)).lines(window)
    }
}

/// Bold and dim for terminals that want them.
package struct TextStyle: Sendable {
    private let isStyled: Bool

    package static let plain = TextStyle(isStyled: false)
    package static let terminal = TextStyle(isStyled: true)

    package func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    package func dim(_ text: String) -> String { isStyled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// Text in columns.
package enum Columns {
    package static func left(_ rows: [[String]], indent: Int) -> [String] {
        aligned(rows, indent: indent, figures: [])
    }

    /// The columns of `figures` stand to the right.
    package static func aligned(_ rows: [[String]], indent: Int, figures: Set<Int> = [1, 2]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.filter { $0.count == columns && column < $0.count }.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                let fill = String(repeating: " ", count: max(0, widths[column] - text.count))
                return figures.contains(column) && row.count == columns ? fill + text : text + fill
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
