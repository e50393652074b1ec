import TacitPages

/// A verification as text for a terminal.
package struct VerificationText: Sendable {
    private let verification: Verification
    private let style: TextStyle
    /// Findings of one check that are listed; the rest are counted.
    private static let most = 20

    package init(_ verification: Verification, style: TextStyle = .plain) {
        self.verification = verification
        self.style = style
    }

    package var text: String {
        let failed = verification.checks.count { !$0.holds }
        let verdict =
            failed == 0
            ? "All \(verification.checks.count) claims hold."
            : "\(failed) of \(verification.checks.count) claims do not hold."
        return (verification.checks.map(section) + inventory + [[style.bold(verdict)]])
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// What lies where.
    private var inventory: [[String]] {
        guard let held = verification.held, !held.isEmpty else { return [] }
        let columns = held.map { [$0.name, NumberText.integer($0.bytes), $0.what, $0.encryption, $0.ends] }
        let head = ["File", "Bytes", "What it holds", "Encrypted", "Ends"]
        let widths = head.indices.map { index in (columns + [head]).map { $0[index].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { index, cell in
                let space = String(repeating: " ", count: widths[index] - cell.count)
                return index == 1 ? space + cell : cell + space
            }
            var text = padded.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        return [[style.bold(line(head))] + columns.map(line)]
    }

    private func section(_ check: Verification.Check) -> [String] {
        [
            style.bold((check.holds ? "holds   " : "FAILS   ") + check.claim),
            style.dim("        \(NumberText.integer(Int64(check.examined))) \(check.things); \(check.id)"),
        ] + list(check.faults, mark: "✗") + list(check.notes, mark: "·")
    }

    private func list(_ findings: [Verification.Finding], mark: String) -> [String] {
        let rest = findings.count - Self.most
        return findings.prefix(Self.most).map { finding in
            "      \(mark) \(finding.place): \(finding.what)" + (finding.remedy.isEmpty ? "" : " → \(finding.remedy)")
        } + (rest > 0 ? ["      and \(rest) more"] : [])
    }
}
