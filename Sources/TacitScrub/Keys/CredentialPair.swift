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
        while i - start < 40, text[i].isKey || text[i] == "@" { i += 1 }
        // `jane/hunter2`, but not a path: `prod/db/app2`.
        let isJoined = text[i] == "/" && (start..<i).contains { text[$0].isLetter }
        guard i > start, isJoined || text.has(" / ", at: i) else { return nil }
        let password = i + (isJoined ? 1 : 3)
        i = password
        while i - password < 64, !text[i].isBlank, !text.endsPlainValue(at: i) { i += 1 }
        guard text.isStrange(password..<i), !holdsPlaceholder(password..<i),
            !isJoined || !(password..<i).contains(where: { text[$0] == "/" || text[$0] == "." || text[$0] == "-" })
        else { return nil }
        return Match(.secret, password, i, .password)
    }

    /// `creds admin:hunter2`, `basic auth jane/hunter2`: what stands behind the name, in a pair that words announce.
    func passwordOfPair(at start: Int, from word: Int) -> Match? {
        guard !text[word - 1].isWord else { return nil }
        var i = start
        while i - start < 64, text[i].isKey || text[i] == "@" || text[i] == "\\" && text[i + 1].isWord {
            i += 1
        }
        guard i > start, text[i] == ":" || text[i] == "/", text[i + 1] != "/",
            (start..<i).contains(where: { text[$0].isLetter })
        else { return nil }
        let password = i + 1
        i = password
        while i - password < 64, !text[i].isBlank, !text.endsPlainValue(at: i) { i += 1 }
        while i > password, text[i - 1] == "." || text[i - 1] == "," { i -= 1 }
        let value = password..<i
        guard text.isStrange(value), !text.isHarmless(value), !text.isReference(value), !holdsPlaceholder(value),
            !value.contains(where: { text[$0] == "/" || text[$0] == ":" || text[$0] == "." })
        else { return nil }
        return Match(.secret, password, i, RuleID("spoken.password"))
    }
}
