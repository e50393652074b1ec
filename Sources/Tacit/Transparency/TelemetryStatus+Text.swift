extension TelemetryStatus {
    /// The answer first, then what it rests on.
    public var text: String { text(isExplained: false) }

    /// Whether it is on, what decided, and how to change that: the explanation without the table of all switches.
    public var summary: String {
        explanation.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// - Parameter isExplained: whether every switch is shown with what it says.
    public func text(isExplained: Bool) -> String {
        var parts = [isExplained ? explanation : explanation.prefix { $0 != "\n" }.description]
        if !faults.isEmpty { parts.append((["To be mended:"] + faults.map(Self.lines)).joined(separator: "\n")) }
        if let erased { parts.append(erased.text) }
        if !categories.isEmpty {
            parts.append(
                (["Consent" + (isRestricted ? " (restricted)" : "") + ":"] + consentRows).joined(separator: "\n"))
        }
        parts.append((["Sending:"] + sendingRows.map { "  \($0)" }).joined(separator: "\n"))
        let counted = counts.filter { $0.count > 0 }
        if !counted.isEmpty {
            parts.append(
                (["Since this process began:"] + counted.map { "  \($0.count) \($0.meaning)" }).joined(separator: "\n"))
        }
        parts.append("All of it lies in \(folder).")
        return parts.joined(separator: "\n\n")
    }

    private static func lines(of fault: TelemetryFault) -> String {
        "  - \(fault.place): \(fault.problem)\n    → \(fault.remedy)"
    }

    private var consentRows: [String] {
        let width = categories.map(\.name.count).max() ?? 0
        return categories.map { category in
            let name = category.name + String(repeating: " ", count: width - category.name.count)
            let standing = category.standing.split(separator: "_").joined(separator: " ")
            return "  \(name)  \(standing)" + (category.level.map { " (\($0.name))" } ?? "") + "  \(category.title)"
        }
    }

    private var sendingRows: [String] {
        var rows = [sending.endpoint.map { "to \($0)" } ?? "nowhere: no endpoint is configured"]
        if !sending.isAutomatic { rows.append("only when asked to") }
        if let waiting { rows.append("\(waiting.records.of("record")) waiting, \(waiting.bytes) bytes") }
        if let next = sending.next, isOn { rows.append("next from \(next) on") }
        rows.append(sending.lastSuccess.map { "last sent \($0)" } ?? "nothing sent so far")
        if let failure = sending.lastFailure { rows.append("\(sending.failures.of("failure")) since: \(failure)") }
        if sending.pendingErasures > 0 {
            rows.append(
                "\(sending.pendingErasures.of("request")) to take something out not yet answered by the collector")
        }
        return rows
    }
}

extension TelemetryStatus.Erasure {
    fileprivate var text: String {
        let collector =
            if isPending {
                "the collector has yet to answer"
            } else if let contributions, let windows {
                "the collector took \(contributions.of("contribution")) out of \(windows.of("window")), and signed that it did"
            } else {
                "the collector has nothing more to take out"
            }
        return "Everything was erased on \(day); \(collector)."
    }
}

extension Int {
    /// `1 record`, `2 records`.
    func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
