/// What someone may have meant.
package enum Spelling {
    /// The nearest of the known words, if it is near enough to be a slip of the finger.
    ///
    /// ```swift
    /// Spelling.suggestion(for: "epsilom", among: ["epsilon", "delta"])   // "epsilon"
    /// ```
    package static func suggestion(for word: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, min(word.count, 64) / 3)
        var best: (word: String, distance: Int)?
        for candidate in known.sorted() {
            let distance = distance(word.lowercased(), candidate.lowercased())
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// A remedy that begins with the likely word and goes on with the whole choice.
    static func remedy(for word: String, among words: [String]) -> String {
        let known = words.filter { shown(key: $0) == $0 }
        let choice = known.isEmpty ? "" : "one of \(known.joined(separator: ", "))"
        guard let suggestion = suggestion(for: word, among: known) else {
            return choice.isEmpty ? "take it out" : "use \(choice)"
        }
        return "did you mean `\(suggestion)`?" + (known.count > 1 && known.count <= 24 ? " (\(choice))" : "")
    }

    /// Edits, counting two neighbours that changed places as one (optimal string alignment).
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars.prefix(64))
        let b = Array(second.unicodeScalars.prefix(64))
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [i]
            for j in 1...b.count {
                var cost = min(
                    previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    cost = min(cost, beforePrevious[j - 2] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[b.count]
    }

    /// A key as it may be shown in a complaint: what doesn't look like one could be anything, a secret too.
    static func shown(key: String) -> String {
        let looksLikeKey =
            !key.isEmpty && key.utf8.count <= 48
            && key.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "._-|$".utf8.contains($0)
                }
            }
        return looksLikeKey ? key : "(key)"
    }
}

/// A number as people write it: `8`, `1.5`, `1e-9`.
func figure(_ number: Double) -> String {
    var text = number.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    for (long, short) in [("e-0", "e-"), ("e+0", "e"), ("e+", "e"), (".0e", "e")] {
        guard let e = text.firstIndex(of: "e") else { break }
        if long == ".0e" {
            let head = text[..<e]
            if head.hasSuffix(".0") { text = String(head.dropLast(2) + text[e...]) }
        } else if text[e...].hasPrefix(long) {
            text = String(text[..<e]) + short + text[e...].dropFirst(long.count)
        }
    }
    return text
}
