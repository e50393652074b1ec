extension Scanner {
    /// The last value of a command that takes names and values in turn, if its name says what it is: `"HSET" "user:12"
    /// "last_name" "Doe"`. The ones before it are found next, as the line is looked at again.
    func lastPair(behind end: Int) -> Match? {
        let words = arguments(behind: end)
        for number in stride(from: 2, to: words.count, by: 2).reversed() {
            guard let rule = keys.rule(for: words[number - 1], in: text), rule.scope == .everywhere,
                rule.form == .plain || rule.form == .code,
                let found = cellValue(words[number], by: rule, ofPerson: true), isWanted(found)
            else { continue }
            return found
        }
        return nil
    }

    /// Words and strings with blanks or commas between them, as far as the line and the reach of a verifier go.
    private func arguments(behind end: Int) -> [Range<Int>] {
        let limit = end + Reach.shape
        var arguments: [Range<Int>] = []
        // The command itself may stand in quotes.
        var i = text[end].isQuote ? end + 1 : end
        while arguments.count < 64, i < limit, Self.endsArgument(text[i]) {
            while i < limit, Self.endsArgument(text[i]) { i += 1 }
            let quote = text[i].isQuote ? text[i] : 0
            let start = quote == 0 ? i : i + 1
            i = start
            while i < limit, !text[i].isLineEnd, quote == 0 ? !Self.endsArgument(text[i]) : text[i] != quote {
                i += text[i] == "\\" && !text[i + 1].isLineEnd ? 2 : 1
            }
            guard i > start || quote != 0 else { break }
            arguments.append(start..<i)
            if quote != 0, text[i] == quote { i += 1 }
        }
        return arguments
    }

    private static func endsArgument(_ b: UInt8) -> Bool { b == " " || b == "," }
}
