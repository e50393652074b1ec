import TacitCollector
import TacitPages

/// A drill's outcome: for each entry and place whether what went in there was found.
struct DrillReport: Encodable {
    struct Row: Encodable {
        let entry: String
        let places: [Cell]
    }

    struct Cell: Encodable {
        let place: String
        let verdict: Verdict
    }

    enum Verdict: String, Encodable { case gone, found, unseen }

    struct Looked: Encodable {
        let place: String
        let bytes: Int
        /// Whether a value that was put there was found: else "gone" means nothing.
        let canSee: Bool
        let reason: String?
    }

    struct LeftOut: Encodable {
        let entry: String
        let reason: String
    }

    let rows: [Row]
    let looked: [Looked]
    let leftOut: [LeftOut]
    let hits: [DrillFindings.Hit]
    /// What went wrong beside what was found.
    let faults: [String]
    let passed: Bool

    init(
        entries: [Canaries.Entry], left: [Canaries.Entry: String], read: [DrillFindings.Place: Int],
        seen: Set<DrillFindings.Place>, blind: [DrillFindings.Place: String], hits: [DrillFindings.Hit],
        faults: [String]
    ) {
        // Where nothing lay, nothing was looked at; but a store that was read may have no free pages, and an empty log.
        let isStoreRead = read[.store, default: 0] > 0
        let seen = seen.filter { read[$0, default: 0] > 0 || isStoreRead && [.freePages, .log].contains($0) }
        self.hits = hits
        self.faults = faults
        rows = entries.map { entry in
            Row(
                entry: entry.rawValue,
                places: DrillFindings.Place.allCases.map { place in
                    let isFound = hits.contains { $0.entry == entry && $0.place == place }
                    return Cell(
                        place: place.rawValue, verdict: isFound ? .found : seen.contains(place) ? .gone : .unseen)
                })
        }
        looked = DrillFindings.Place.allCases.map { place in
            Looked(
                place: place.rawValue, bytes: read[place] ?? 0, canSee: seen.contains(place),
                reason: seen.contains(place) ? nil : blind[place] ?? Self.reason(read[place] ?? 0))
        }
        leftOut = left.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            LeftOut(entry: $0.key.rawValue, reason: $0.value)
        }
        passed = hits.isEmpty && faults.isEmpty
    }

    private static func reason(_ bytes: Int) -> String {
        bytes == 0 ? "nothing lies there that could be read" : "the search did not find what was put there"
    }

    /// For a terminal: a table of entries and places, then what was found where.
    func text(_ style: TextStyle) -> String {
        let places = DrillFindings.Place.allCases.map(\.rawValue)
        let first = (rows.map(\.entry.count).max() ?? 0) + 2
        func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        func line(_ head: String, _ cells: [String]) -> String {
            var line = pad(head, first) + zip(cells, places).map { pad($0, max($1.count, 6) + 2) }.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
        var lines = [style.bold(line("What went in", places))]
        for row in rows {
            lines.append(
                line(row.entry, row.places.map { $0.verdict == .found ? "FOUND" : $0.verdict == .gone ? "gone" : "?" }))
        }
        lines.append(style.dim(line("bytes searched", looked.map { NumberText.integer(Int64($0.bytes)) })))
        lines.append("")
        for place in looked where !place.canSee { lines.append("? \(place.place): not seen, \(place.reason ?? "")") }
        for entry in leftOut { lines.append("? \(entry.entry): not sent, \(entry.reason)") }
        for hit in hits.prefix(20) { lines.append("✗ \(hit.entry.rawValue): \(hit.at): \(hit.form), \(hit.moment)") }
        if hits.count > 20 { lines.append("✗ and \(hits.count - 20) more") }
        for fault in faults { lines.append("✗ \(fault)") }
        lines.append(style.bold(verdict))
        return lines.joined(separator: "\n")
    }

    private var verdict: String {
        if !hits.isEmpty { return "Something that was sent can be found." }
        let unseen = looked.filter { !$0.canSee }.map(\.place)
        if !faults.isEmpty { return "Nothing that was sent was found, but something else falls short." }
        return unseen.isEmpty
            ? "Nothing that was sent can be found."
            : "Nothing that was sent was found; \(unseen.joined(separator: ", ")) could not be looked at."
    }
}
