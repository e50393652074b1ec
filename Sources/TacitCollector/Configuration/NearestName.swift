/// What someone may have meant by a name that does not exist.
enum NearestName {
    /// The nearest of the known names, if it is near enough to be a slip of the finger.
    ///
    /// ```swift
    /// NearestName.of("enabeld", among: ["enabled", "catalog"])   // "enabled"
    /// ```
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, min(name.count, 64) / 3)
        return
            known
            .map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// A key as it may be shown. What doesn't look like one could be anything, a secret too: those have digits.
    static func shown(_ key: String) -> String? {
        shown(key, alphabet: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-")
    }

    /// The name of a variable, as it may be shown.
    static func shown(variable: String) -> String? {
        shown(variable, alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
    }

    private static func shown(_ name: String, alphabet: String) -> String? {
        !name.isEmpty && name.utf8.count <= 48 && name.utf8.allSatisfy(alphabet.utf8.contains) ? name : nil
    }

    /// Edits, counting two neighbours that changed places as one (optimal string alignment).
    private static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars.prefix(64))
        let b = Array(second.unicodeScalars.prefix(64))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
