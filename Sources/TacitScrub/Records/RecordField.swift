extension Scanner {
    func run(at start: Int, upTo limit: Int, while belongs: (UInt8) -> Bool) -> Range<Int> {
        var i = start
        while i - start < limit, text[i] != 0, belongs(text[i]) { i += 1 }
        return start..<i
    }

    func recordMatch(_ kind: Kind, _ range: Range<Int>) -> Match? {
        range.isEmpty || holdsPlaceholder(range)
            ? nil : Match(kind, range.lowerBound, range.upperBound, RuleID("record"))
    }

    func endsAsNumber(_ i: Int) -> Bool {
        text[i].isWord || text[i] == "." && text[i + 1].isDigit
    }

    /// Whether the word before the nearest bracket that is open, up to 64 bytes before, is as asked for.
    func isInMessage(_ start: Int, where isMeant: (Range<Int>) -> Bool) -> Bool {
        let limit = max(text.lower, start - 64)
        var i = start
        while i > limit, text[i - 1] != "{" {
            if text[i - 1] == "}" { return false }
            i -= 1
        }
        guard i > limit else { return false }
        i -= 1
        while i > limit, text[i - 1] == " " || text[i - 1] == ":" { i -= 1 }
        let end = i
        while end - i < 40, text[i - 1].isKey { i -= 1 }
        return i < end && isMeant(i..<end)
    }

    /// The fields of a licence stand on lines of their own; the first follows the head of the file.
    func isLineOfLicense(_ start: Int) -> Bool {
        let before = text[start - 1]
        return before.isLineEnd || before == "L"
    }
}
