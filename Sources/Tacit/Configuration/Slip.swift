/// Slips of the finger.
enum Slip {
    /// Whether a word was likely meant to be another: up to two letters left out, added, changed or swapped.
    static func isLikely(_ word: String, for meant: String) -> Bool {
        let (a, b) = (Array(word.lowercased().utf8), Array(meant.utf8.map(lowercased)))
        guard word != meant, abs(a.count - b.count) <= 2, a.count <= 64 else { return false }
        return distance(a, b) <= 2
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    /// Edits, counting two neighbours that changed places as one (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
