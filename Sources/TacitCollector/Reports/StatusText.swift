import TacitPages

/// What is collected, where it lies, what came in and what was refused, as text for a terminal.
package struct StatusText: Sendable {
    private let report: Report
    private let style: TextStyle

    package init(_ report: Report, style: TextStyle = .plain) {
        self.report = report
        self.style = style
    }

    package var text: String {
        [collected, held, removed, intake, reasons].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var collected: [String] {
        let rows = report.metrics.map { metric in
            [
                metric.name,
                metric.kind + (metric.dimensions.isEmpty ? "" : " by " + metric.dimensions.joined(separator: ", ")),
                metric.text.unitInWindow, metric.text.price,
                metric.windows.last.map { "last release " + TimeText.minute($0.releasedAt) } ?? metric.text.noRelease
                    + (metric.guarantee.keepDays.map { "; exact figures are kept encrypted for \($0) days" } ?? ""),
            ]
        }
        return ["", style.bold("Collected: \(report.metrics.count) metrics of catalog \(report.catalog)")]
            + Columns.left(rows, indent: 2)
    }

    private var held: [String] {
        let rows = report.holdings.map { holding in
            [
                holding.what, NumberText.integer(holding.count), "class \(holding.dataClass)", holding.limit,
                holding.expires.map { "next goes " + TimeText.minute($0) } ?? "", holding.place,
            ]
        }
        return rows.isEmpty ? [] : [style.bold("Held")] + Columns.left(rows, indent: 2)
    }

    /// What went last, and when is looked again.
    private var removed: [String] {
        guard let words = report.retention?.record.words else { return [] }
        return [style.bold("Removed for good"), "  " + words]
    }

    private var intake: [String] {
        let rows = report.intake.signals.map { signal in
            [
                signal.name, "\(CounterText.text(signal.requests)) requests",
                "\(CounterText.text(signal.received)) items", "\(CounterText.text(signal.counted)) counted",
                "\(CounterText.text(signal.refused)) refused",
            ]
        }
        let others = [("sealed requests", report.intake.sealed), ("requests for erasure", report.intake.erasures)]
            .compactMap { name, figure in figure.map { "  \(CounterText.text($0)) \(name)" } }
        return [style.bold("Came in since \(TimeText.day(report.intake.since))")] + Columns.left(rows, indent: 2)
            + others + ["  " + style.dim(CounterText.protection)]
    }

    private var reasons: [String] {
        guard !report.intake.reasons.isEmpty else { return [] }
        let rows = report.intake.reasons.map { [CounterText.text($0.count), $0.rule, $0.meaning] }
        return [style.bold("Dropped, changed or refused, by rule")] + Columns.left(rows, indent: 2)
    }
}
