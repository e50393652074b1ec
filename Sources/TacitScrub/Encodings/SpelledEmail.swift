extension Literal {
    /// What stands for `@` and `.` where people spell addresses out.
    static let spelled: [Literal] =
        ["[at", "(at", "{at", "<at"].map { Literal($0, .spelledAt, anyCase: true) }
        + ["[dot", "(dot", "{dot", "<dot", "dot "].map { Literal($0, .spelledDot, anyCase: true) }
        + ["arroba ", "arobase ", "chiocciola ", "małpa ", "ät "].map { Literal($0, .spelledAt, anyCase: true) }
        + [Literal("[@]", .spelledAt), Literal("[.]", .defanged), Literal("(.)", .defanged)]
}

extension Scanner {
    /// `jane [at] example.com`, `jane (at) example [dot] com`, from the bracket.
    func spelledEmail(at start: Int) -> Match? {
        if text.has("[@]", at: start) { return spelledEmail(from: start, behind: start + 3, needsDot: false) }
        if let end = text.spelledWord("at", at: start) {
            return spelledEmail(from: start, behind: end, needsDot: false)
        }
        for word in ["arroba", "arobase", "chiocciola", "małpa", "ät"] as [StaticString] {
            guard let end = text.spelledWord(word, at: start) else { continue }
            return spelledEmail(from: start, behind: end, needsDot: true)
        }
        return nil
    }

    /// `jane.doe at example dot com`, from the first dot. Not `look at the dot com bubble`: where no bracket tells, the
    /// name has a sign or a digit.
    func spelledEmail(dot: Int) -> Match? {
        guard text.spelledWord("dot", at: dot) != nil else { return nil }
        // Back over the label before it to the word `at`.
        var i = dot
        let limit = max(text.lower, dot - 68)
        while i > limit, text[i - 1] == 0x20 { i -= 1 }
        while i > limit, Byte.isAlphanumeric(text[i - 1]) || text[i - 1] == 0x2D || text[i - 1] == 0x2E { i -= 1 }
        guard i > limit, text[i - 1] == 0x20 else { return nil }
        while i > limit, text[i - 1] == 0x20 { i -= 1 }
        guard i - 2 > limit, text.hasAnyCase("at", at: i - 2), text[i - 3] == 0x20 else { return nil }
        // `fatima AT example DOT com` shouts.
        let isBracketed =
            text[dot] != 0x64 && (text[dot] != 0x44 || text.has("DOT", at: dot) && text.has("AT", at: i - 2))
        return spelledEmail(from: i - 2, behind: i, needsDot: true, needsSign: !isBracketed)
    }

    /// `jane@example[.]com`, from the first bracket.
    func defangedEmail(dot: Int) -> Match? {
        var i = dot
        let limit = max(text.lower, dot - 68)
        while i > limit, Byte.isAlphanumeric(text[i - 1]) || text[i - 1] == 0x2D || text[i - 1] == 0x2E { i -= 1 }
        guard i > limit, text[i - 1] == 0x40 else { return nil }
        return spelledEmail(from: i - 1, behind: i, needsDot: true)
    }

    private func spelledEmail(from at: Int, behind: Int, needsDot: Bool, needsSign: Bool = false) -> Match? {
        var end = at
        while end > at - 2, text[end - 1] == 0x20 { end -= 1 }
        var start = end
        let limit = max(text.lower, end - 64)
        while start > limit, isLocal(text[start - 1]) { start -= 1 }
        // `jane (dot) doe (at) example`
        if text[at] != 0x20, let name = localPart(endingAt: start, from: limit) { start = name }
        while start < end, !Byte.isAlphanumeric(text[start]), text[start] < 0x80 { start += 1 }
        guard start < end, !needsSign || (start..<end).contains(where: { !Byte.isLetter(text[$0]) }) else { return nil }
        guard let domain = spelledDomain(from: behind, needsDot: needsDot) else { return nil }
        return Match(.email, start, domain, .email)
    }

    /// Where the part of a name begins that `(dot)` or `[dot]` joins to what stands at `end`.
    private func localPart(endingAt end: Int, from limit: Int) -> Int? {
        var i = end
        while i > limit, end - i < 2, text[i - 1] == 0x20 { i -= 1 }
        guard text.hasAnyCase("dot)", at: i - 4) || text.hasAnyCase("dot]", at: i - 4),
            text[i - 5] == 0x28 || text[i - 5] == 0x5B
        else { return nil }
        i -= 5
        if i > limit, text[i - 1] == 0x20 { i -= 1 }
        let last = i
        while i > limit, isLocal(text[i - 1]) { i -= 1 }
        return i < last ? i : nil
    }

    private func isLocal(_ b: UInt8) -> Bool {
        Byte.isWord(b) || b == 0x2E || b == 0x2B || b == 0x2D || b == 0x25
    }

    private static let dots: [StaticString] = ["dot", "punto", "ponto", "punkt", "point", "kropka"]

    /// The end of two labels or more, the last of letters only.
    private func spelledDomain(from start: Int, needsDot: Bool) -> Int? {
        var i = start
        var labels = 0
        var isSpelled = !needsDot
        var end: Int?
        while labels < 8 {
            var label = i
            while label < i + 2, text[label] == 0x20 { label += 1 }
            i = label
            var letters = 0
            while i - label < 63, Byte.isAlphanumeric(text[i]) || text[i] == 0x2D || text[i] >= 0x80 {
                if !Byte.isDigit(text[i]), text[i] != 0x2D { letters += 1 }
                i += 1
            }
            guard i > label else { break }
            labels += 1
            if labels > 1, letters == i - label, letters >= 2 { end = i }
            if text[i] == 0x2E {
                i += 1
                continue
            }
            var dot = i
            while dot < i + 2, text[dot] == 0x20 { dot += 1 }
            if text.has("[.]", at: dot) {
                isSpelled = true
                i = dot + 3
                continue
            }
            guard let behind = Self.dots.lazy.compactMap({ [text] in text.spelledWord($0, at: dot) }).first else {
                break
            }
            isSpelled = true
            i = behind
        }
        return isSpelled ? end : nil
    }
}

extension Text {
    /// The end of `word`, which stands in brackets or between spaces.
    fileprivate func spelledWord(_ word: StaticString, at start: Int) -> Int? {
        switch self[start] {
        case 0x5B, 0x28, 0x7B, 0x3C:
            var i = start + 1
            if self[i] == 0x20 { i += 1 }
            guard hasAnyCase(word, at: i) else { return nil }
            i += word.utf8CodeUnitCount
            if self[i] == 0x20 { i += 1 }
            switch self[i] {
            case 0x5D, 0x29, 0x7D, 0x3E: return i + 1
            default: return nil
            }
        default:
            guard self[start - 1] == 0x20, hasAnyCase(word, at: start) else { return nil }
            let end = start + word.utf8CodeUnitCount
            return self[end] == 0x20 ? end : nil
        }
    }
}
