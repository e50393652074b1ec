import TacitPages

/// The budget as text for a terminal.
package struct BudgetText: Sendable {
    private let report: BudgetReport
    private let style: TextStyle

    package init(_ report: BudgetReport, style: TextStyle = .plain) {
        self.report = report
        self.style = style
    }

    package var text: String {
        (alterations + report.lengths.map(section)).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var alterations: [[String]] {
        guard !report.alterations.isEmpty else { return [] }
        let title =
            report.isFrozen
            ? "The ledger was altered: nothing is spent" : "The ledger was altered, and an officer has decided"
        return [
            [style.bold(title)]
                + report.alterations.map { alteration in
                    "  line \(alteration.line) \(alteration.isMissing ? "is gone" : "is not as it was written")"
                        + (alteration.isDecided
                            ? "; decided" : "; look, then run `tacit budget accept \(alteration.line) --reason …`")
                }
        ]
    }

    private func section(_ length: BudgetReport.Length) -> [String] {
        var lines = [style.bold("Each \(length.window)") + "  what is spent of \(length.unit)"]
        let accounting = report.accounting == "pure" ? "epsilons add up" : "rhos add up, and prove the epsilon below"
        lines.append(
            style.dim(
                "  \(accounting); "
                    + (length.latest.map { "the last one charged began \(TimeText.minute($0)) UTC" }
                        ?? "none was charged yet")))
        lines += Columns.aligned(
            [["scope", "limit ε", "declared ε", "spent ε", "left ε", ""]] + length.scopes.map(row), indent: 2,
            figures: [1, 2, 3, 4])
        lines += ["", "  Somebody who was there in every \(length.window) has lost at most"]
        lines += Columns.aligned(
            length.forecast.map { forecast in
                [
                    "\(forecast.windows) \(length.window)" + (forecast.windows == 1 ? "" : "s"),
                    "ε = \(NumberText.plain(rounded(forecast.epsilon)))",
                    forecast.tightEpsilon < forecast.epsilon * 0.999
                        ? "or ε = \(NumberText.plain(rounded(forecast.tightEpsilon))) but for a chance of "
                            + NumberText.plain(forecast.delta) : "",
                ]
            }, indent: 4, figures: [1])
        if !length.exact.isEmpty {
            lines += ["", "  \(GuaranteeText.exact(names: length.exact)) No epsilon here is about them."]
        }
        for kept in length.kept { lines += [""] + self.kept(kept, length.window) }
        return lines
    }

    private func row(_ scope: BudgetReport.Scope) -> [String] {
        let name = scope.kind == "project" ? scope.name : "\(scope.kind) \(scope.name)"
        return [
            name, scope.limit.map(NumberText.plain) ?? "none", NumberText.plain(scope.declared),
            NumberText.plain(scope.spent), scope.left.map(NumberText.plain) ?? "",
            scope.delta > 0 ? "δ \(NumberText.plain(scope.delta))" : "",
        ]
    }

    private func kept(_ kept: BudgetReport.Kept, _ window: String) -> [String] {
        var lines = [
            "  \(kept.metric): exact figures are kept encrypted for \(kept.keepDays) days; all questions about one \(window) "
                + "may spend ε = \(NumberText.plain(kept.limit))"
        ]
        guard let tightest = kept.windows.min(by: { ($0.left, -$0.start) < ($1.left, -$1.start) }) else {
            return lines + ["    no \(window) is kept yet"]
        }
        lines.append(
            "    \(kept.windows.count) \(window)s are kept; the least is left of \(TimeText.day(tightest.start)): "
                + "ε = \(NumberText.plain(tightest.left))")
        lines.append(
            "    \(kept.recentQuestions) questions in the last 7 days"
                + (kept.exhaustedAt.map { "; at this pace nothing is left by \(TimeText.day($0))" } ?? ""))
        return lines
    }

    /// Upwards at the third digit: what is lost is never understated.
    private func rounded(_ epsilon: Double) -> Double { (epsilon * 1000).rounded(.up) / 1000 }
}
