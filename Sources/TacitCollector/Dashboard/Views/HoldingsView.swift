import TacitPages

/// The page "What is held".
struct HoldingsView {
    struct Row {
        let what: String
        let place: String
        let dataClass: String
        let count: String
        let oldest: String
        let age: String?
        let expires: String
        let limit: String
    }

    let page: PageView
    let heading: String
    let lead: String
    let rows: [Row]
    let hasRows: Bool
    let removed: String?

    init(_ report: Report, links: Links) {
        page = PageView(title: "What is held", at: .holdings, links: links, report: report)
        let names = [
            (2, "aggregate", "aggregates"), (3, "operational entry", "operational entries"),
            (4, "sealed day", "sealed days"), (1, "ephemeral entry", "ephemeral entries"),
        ]
        let kinds = names.compactMap { dataClass, one, many -> String? in
            let count = report.holdings.filter { $0.dataClass == dataClass }.reduce(0) { $0 + $1.count }
            return count > 0 ? "\(NumberText.integer(count)) \(count == 1 ? one : many)" : nil
        }
        heading = kinds.isEmpty ? "Nothing is held" : kinds.joined(separator: ", ")
        let next = report.holdings.compactMap(\.expires).min()
        lead =
            next.map { "The next to go goes \(TimeText.relative($0, to: report.generatedAt)), by itself." }
            ?? (kinds.isEmpty
                ? "No release was stored, and no window is open." : "Each kind has a limit, stated below.")
        rows = report.holdings.map {
            Row(
                what: $0.what, place: $0.place, dataClass: Self.name(ofClass: $0.dataClass),
                count: NumberText.integer($0.count), oldest: $0.oldest.map(TimeText.minute) ?? "–",
                age: $0.oldest.map { TimeText.relative($0, to: report.generatedAt) },
                expires: $0.expires.map(TimeText.minute) ?? "", limit: $0.limit)
        }
        hasRows = !rows.isEmpty
        removed = report.retention?.record.words
    }

    private static func name(ofClass dataClass: Int) -> String {
        switch dataClass {
        case 1: "class 1, ephemeral"
        case 2: "class 2, aggregates"
        case 3: "class 3, operational"
        case 4: "class 4, detail"
        default: "class \(dataClass)"
        }
    }
}
