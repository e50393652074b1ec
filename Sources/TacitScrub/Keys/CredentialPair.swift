extension Scanner {
    func isOfLogin(_ key: Range<Int>) -> Bool {
        key.contains { i in
            text[i] >= 0x80
                || (["cred", "login", "ident", "daten", "gegevens"] as [StaticString]).contains {
                    text.hasAnyCase($0, at: i)
                }
        }
    }

    /// `credentials: jane / hunter2`: the second of two words, with a slash between them.
    func passwordBehindName(at start: Int) -> Match? {
        var i = start
        while i - start < 40, Byte.isKey(text[i]) || text[i] == 0x40 { i += 1 }
        // `jane/hunter2`, but not a path: `prod/db/app2`.
        let isJoined = text[i] == 0x2F && (start..<i).contains { Byte.isLetter(text[$0]) }
        guard i > start, isJoined || text.has(" / ", at: i) else { return nil }
        let password = i + (isJoined ? 1 : 3)
        i = password
        while i - password < 64, !Byte.isBlank(text[i]), !text.endsPlainValue(at: i) { i += 1 }
        guard text.isStrange(password..<i), !holdsPlaceholder(password..<i),
            !isJoined || !(password..<i).contains(where: { text[$0] == 0x2F || text[$0] == 0x2E || text[$0] == 0x2D })
        else { return nil }
        return Match(.secret, password, i, .password)
    }

    /// `creds admin:hunter2`, `basic auth jane/hunter2`: what stands behind the name, in a pair that words announce.
    func passwordOfPair(at start: Int, from word: Int) -> Match? {
        guard !Byte.isWord(left(word - 1)) else { return nil }
        var i = start
        while i - start < 64, Byte.isKey(text[i]) || text[i] == 0x40 || text[i] == 0x5C && Byte.isWord(text[i + 1]) {
            i += 1
        }
        guard i > start, text[i] == 0x3A || text[i] == 0x2F, text[i + 1] != 0x2F,
            (start..<i).contains(where: { Byte.isLetter(text[$0]) })
        else { return nil }
        let password = i + 1
        i = password
        while i - password < 64, !Byte.isBlank(text[i]), !text.endsPlainValue(at: i) { i += 1 }
        while i > password, text[i - 1] == 0x2E || text[i - 1] == 0x2C { i -= 1 }
        let value = password..<i
        guard text.isStrange(value), !text.isHarmless(value), !text.isReference(value), !holdsPlaceholder(value),
            !value.contains(where: { text[$0] == 0x2F || text[$0] == 0x3A || text[$0] == 0x2E })
        else { return nil }
        return Match(.secret, password, i, RuleID("spoken.password"))
    }
}
