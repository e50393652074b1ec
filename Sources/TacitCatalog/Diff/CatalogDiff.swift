/// What changed between two catalogs, and whether people are asked for it.
///
/// ```swift
/// let diff = CatalogDiff(from: released, to: edited)
/// print(diff.text)          // "feature.used  + `format` is collected: one of pdf, html …"
/// diff.isCovered            // false: more is collected, and nobody would be asked
/// ```
///
/// Whoever agreed to a category agreed to what it was at that version. So whatever grows needs a higher version of its
/// category: the category's own, or that of one of its events.
package struct CatalogDiff: Sendable, Equatable, Codable {
    package private(set) var changes: [CatalogChange] = []

    /// Whether people are asked for everything that grew.
    package var isCovered: Bool { changes.allSatisfy { $0.remedy == nil } }

    package init(from old: Catalog, to new: Catalog) {
        var comparison = CatalogComparison(old: old, new: new)
        comparison.compare()
        changes = comparison.changes
    }

    /// The changes for a terminal: what they are about, then a line each, `+` for more and `-` for less.
    package var text: String {
        guard !changes.isEmpty else { return "Nothing changed.\n" }
        var lines: [String] = []
        var last: (CatalogChange.Subject, String)?
        for change in changes {
            if last.map({ $0 != (change.subject, change.name) }) ?? true {
                if last != nil { lines.append("") }
                lines.append(change.heading)
            }
            last = (change.subject, change.name)
            lines.append("  \(change.mark) \(change.words)")
            if let remedy = change.remedy { lines.append("      nobody would be asked for this → \(remedy)") }
        }
        return lines.joined(separator: "\n") + "\n\n" + summary + "\n"
    }

    private var summary: String {
        let more = changes.count { $0.direction == .more }
        let open = changes.count { $0.remedy != nil }
        if more == 0 { return "Nothing grew." }
        let grew =
            more == 1 ? "One change lets more be collected or told" : "\(more) changes let more be collected or told"
        if open == 0 { return "\(grew), and people are asked for \(more == 1 ? "it" : "all of them")." }
        if open == more { return "\(grew), and nobody would be asked." }
        return "\(grew); for \(open) of them nobody would be asked."
    }
}

extension CatalogChange {
    fileprivate var mark: String {
        switch direction {
        case .more: "+"
        case .less: "-"
        case .other: "~"
        }
    }

    fileprivate var heading: String {
        switch subject {
        case .catalog: "The catalog \(name)"
        case .consent: "Consent to \(name)"
        case .event: "Event \(name)"
        case .metric: "Metric \(name)"
        }
    }
}
