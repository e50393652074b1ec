/// How the cells of a metric are called, and what is said where they have no figure.
enum CellText {
    static let empty = "(none)"

    /// The labels of a cell, one after the other: `GET · /users · 2xx`. For places that take plain text only.
    static func joined(_ labels: [String]) -> String {
        labels.map { $0.isEmpty ? empty : $0 }.joined(separator: " · ")
    }

    /// Empty cells and those below the threshold look alike on purpose.
    static func hidden(_ metric: MetricReport) -> String {
        let threshold = "below the threshold of \(metric.guarantee.threshold) \(metric.guarantee.unit.noun)s, or empty"
        return metric.kind == "mean" && !metric.isExact ? "\(threshold), or too few to tell a mean" : threshold
    }

    static let noRelease = "no release yet"
    static let onRequest = "answered by tacit query"
    static let notDeclared = "not declared"
}
