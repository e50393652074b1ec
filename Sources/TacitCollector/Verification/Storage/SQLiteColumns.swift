/// The columns of a table, in the order in which the rows in the file have them.
enum SQLiteColumns {
    private static let constraints: Set<Substring> = ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"]

    static func names(in sql: String) -> [Substring] {
        guard let open = sql.firstIndex(of: "("), let close = sql.lastIndex(of: ")"), open < close else { return [] }
        var columns: [Substring] = []
        var keys: [Substring] = []
        for part in parts(of: sql[sql.index(after: open)..<close]) {
            let words = part.split(whereSeparator: { $0.isWhitespace || $0 == "(" })
            guard let name = words.first else { continue }
            if constraints.contains(name) {
                if name == "PRIMARY", let list = part.split(separator: "(").last {
                    keys = list.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ")" })
                }
                continue
            }
            columns.append(name)
            if part.contains("PRIMARY KEY") { keys = [name] }
        }
        // Without a rowid the key comes first.
        guard sql[close...].contains("WITHOUT ROWID") else { return columns }
        return keys + columns.filter { !keys.contains($0) }
    }

    /// What stands between commas that are in no parentheses.
    private static func parts(of text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var (depth, start) = (0, text.startIndex)
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        return parts + [text[start...]]
    }
}
