extension Scanner {
    /// `Doe, Jane`: the given names behind a family name and a comma, up to the end of the field.
    func givenNameEnd(behind comma: Int, from start: Int) -> Int {
        guard text[comma] == ",", text[comma + 1] == " ", !(start..<comma).contains(where: { text[$0] == " " }),
            let end = nameEnd(at: comma + 2, few: 1)
        else { return comma }
        switch text[end] {
        case "\"", "'", ";", "|", "<", ")": return end
        default: return text[end].isLineEnd ? end : comma
        }
    }

    /// `name: "Jane Doe"` of something that says it is a person, or `owner: Jane Doe`.
    mutating func namedPerson(at start: Int, key: Range<Int>, terminator: ValueTerminator) -> Match? {
        let isOfCard = text.has("FN:", at: key.lowerBound) && text[key.lowerBound - 1].isLineEnd
        let isVague = !isOfCard && Self.vagueNames.contains(lastWord(of: key), in: text)
        if let end = travellerEnd(at: start) { return Match(.person, start, end, RuleID("key.name")) }
        guard let end = nameEnd(at: start, few: isVague ? 1 : 2) else { return nil }
        switch terminator {
        case .quote(let quote): if text[end] != quote { return nil }
        case .escapedQuote: if text[end] != "\\" { return nil }
        default: break
        }
        let name = start..<end
        if isVague, !isKnownName(name), !isBehindContact(key.lowerBound), !isOfContact(name) { return nil }
        // Programs are clients, too.
        let isClient = isName(key, of: "client")
        // Windows have holders, and functions callers.
        let isOfThing = Self.rolesOfThings.contains(lastWord(of: key), in: text)
        if (isClient || isOfThing && !isOfContact(name)) && !isKnownName(name) { return nil }
        if text.hasAnyCase("name", at: key.upperBound - 4), !isClient, !isName(key, of: "display"),
            key.count > 4 || !isPerson(name, before: key.lowerBound), !isOfContact(name),
            !isBehindContact(key.lowerBound), !text.has("/claims/", at: key.lowerBound - 8),
            !text.has("[{\"text\":\"", at: start - 10)
        {
            // What people have may be on the next line, which is still to come.
            let next = text.has("\r\n", at: end) ? end + 2 : end + 1
            if text[end].isLineEnd, isCutOff(at: next, end: "\n") { unfinished = key.lowerBound }
            return nil
        }
        // `Author: GitHub Actions`
        if text.hasAnyCase("author", at: key.upperBound - 6), isOfTeam(name), !isKnownName(name) { return nil }
        if isOrganization(name) { return nil }
        return Match(.person, start, end, RuleID("key.name"))
    }

    /// `DOE/JANE MRS`, as airlines write names.
    func travellerEnd(at start: Int) -> Int? {
        var slash = start
        while slash - start < 30, text[slash].isUpper { slash += 1 }
        guard slash - start > 1, text[slash] == "/" else { return nil }
        var end = slash + 1
        while end - slash < 40, text[end].isUpper || text[end] == " " && text[end + 1].isUpper { end += 1 }
        for title in [" MR", " MRS", " MS", " MISS", " MSTR", " DR", " CHD", " INF"] as [StaticString]
        where text.has(title, at: end - title.utf8CodeUnitCount) && !text[end].isWord {
            return end
        }
        return nil
    }

    /// `"name":"Jane Doe","phone":`, `{ Name = Jane Doe, Salary = `: what people have follows.
    private func isOfContact(_ name: Range<Int>) -> Bool {
        let end = name.upperBound
        switch text[end] {
        case "\"", "'", ",", ";", "&", "<": break
        // `name: Jane Doe`, and on the next line `phone: `.
        case "\n", "\r": break
        // `[name] => Jane Doe [phone] => `
        case " " where text[end + 1] == "[": break
        default: return false
        }
        // The signs between, and the key, of which a space of names may be a part: `:user/phone`.
        var i = end
        if text[i] == "\r" { i += 1 }
        if text[i] == "\n" { i += 1 }
        if text.has("\";s:", at: end) {
            i += 4
            while i - end < 8, text[i].isDigit { i += 1 }
        }
        while i - end < 16, !text[i].isWord, !text[i].isLineEnd { i += 1 }
        let first = i
        while i - first < 40,
            text[i].isKey || text[i] == "/" || text[i] >= 0x80 || text[i] == ":" && text[i + 1].isLetter
        { i += 1 }
        guard i > first else { return false }
        if text.has("foaf:mbox", at: first) { return true }
        let key = first..<i
        while i - key.upperBound < 4, text[i] == " " || text[i] == "]" || text[i].isQuote { i += 1 }
        let isPair = text[i] == ":" || text[i] == "=" || text[i] == "," && text[i + 1] == "<" || text[i - 1] == "\""
        guard isPair, let rule = keys.rule(for: key, in: text) else { return false }
        switch rule.kind {
        case .phone, .email, .dateOfBirth, .usSSN, .nationalID, .bankAccount, .iban, .person: return rule.form == .plain
        case .streetAddress: return rule.form == .plain || rule.form == .opaque && isKnownName(name)
        case .moneyAmount: return text.hasAnyCase("salary", at: key.upperBound - 6) || isKnownName(name)
        default: return false
        }
    }

    /// `"phone":"+1…","name":`: what people have was found right before the key.
    func isBehindContact(_ key: Int) -> Bool {
        switch state.last {
        case .phone, .email, .dateOfBirth, .usSSN, .nationalID, .person, .streetAddress: break
        default: return false
        }
        let gap = state.floor..<max(state.floor, key)
        return state.floor == text.lower && (1...12).contains(gap.count)
            && !gap.contains { text[$0].isWord || text[$0] == "}" || text[$0] == "]" || text[$0] == "{" }
    }

    /// `name "Jane Doe"`, with no sign between, as Clojure, Redis and Turtle write pairs. `end` is behind the quote.
    func quotedName(behind end: Int, from start: Int) -> Match? {
        guard let last = nameEnd(at: end, few: 2), text[last] == "\"", !isOrganization(end..<last),
            isOfContact(end..<last) || isBehindContact(start) || text.has("foaf:", at: start - 5)
        else { return nil }
        return Match(.person, end, last, RuleID("key.name"))
    }

    /// `cn: Jane Doe` and `sn: Doe` in an entry of LDIF: on a line of their own, below the name of the entry or what
    /// else was found in it.
    func nameInEntry(_ key: Range<Int>, separator: Int, at start: Int) -> Match? {
        let before = text[key.lowerBound - 1]
        let isEncoded = isDecoded && isEncodedInEntry(key, separator: separator)
        guard text[separator] == ":", isEncoded || before == "\n" || before == "\r",
            let end = nameEnd(at: start, few: text.equalsAnyCase("cn", key) ? 2 : 1), text[end].isLineEnd,
            !isOrganization(start..<end)
        else { return nil }
        if isEncoded { return Match(.person, start, end, RuleID("key.directory")) }
        var line = key.lowerBound - 1
        while line > text.lower, key.lowerBound - line < 200, !text[line - 1].isLineEnd { line -= 1 }
        let isBelowEntry = (line..<key.lowerBound).contains { text.hasAnyCase(",dc=", at: $0) }
        guard isBelowEntry || isBehindContact(key.lowerBound) else { return nil }
        return Match(.person, start, end, RuleID("key.directory"))
    }

    private func lastWord(of key: Range<Int>) -> Range<Int> {
        var start = key.upperBound
        while start > key.lowerBound, Self.isLetter(text[start - 1]) { start -= 1 }
        return start..<key.upperBound
    }

    /// Keys of things as well: only a known name or what people have beside it tells.
    private static let rolesOfThings: WordSet = ["holder", "caller", "callee", "organizer", "organiser", "rider"]

    /// Keys that say the name of what only in their language, or as a part of a word: `nom: Service`, `fn=Create User`.
    private static let vagueNames: WordSet = ["fn", "nom", "nome", "jméno", "jmeno", "meno"]

    /// Whether a key is made of a word and `name`: `clientName`, `display_name`.
    func isName(_ key: Range<Int>, of word: StaticString) -> Bool {
        (4...5).contains { text.hasAnyCase(word, at: key.upperBound - $0 - word.utf8CodeUnitCount) }
    }

    /// Whether somebody is called by one of the words and nothing else is.
    func isKnownName(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start < name.upperBound, let word = NameWord(in: text, at: start) {
            if !word.uses.contains(.noName), !word.uses.isDisjoint(with: [.given, .family]) { return true }
            start = word.end + 1
        }
        return false
    }

    /// `From: "Jane Doe" <jane@example.com>`: the name of a mailbox. What stands in the brackets may have been
    /// scrubbed.
    func mailboxName(at start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 1) else { return nil }
        var i = end
        if text[i] == "\\" { i += 1 }
        if text[i].isQuote { i += 1 }
        guard text[i] == " ", text[i + 1] == "<" || text.has("&lt;", at: i + 1), isAddress(behind: i + 2),
            !text.isHarmless(start..<end), !isOrganization(start..<end), !text.isSystemAccount(start..<end)
        else { return nil }
        return Match(.person, start, end, RuleID("key.mailbox"))
    }

    /// Whether a mail address or what is left of one stands there, not `<T>` or `<root>`: also `<jane at example.com>`
    /// and the first part alone, `<jane.doe>`. The view may end before it.
    private func isAddress(behind start: Int) -> Bool {
        var i = start
        while i - start < 80, !text[i].isBlank, text[i] != ">" {
            if text[i] == "@" || text[i] == "[" || text[i] == "%" || text[i] == "." || text.has("(at)", at: i) {
                return true
            }
            i += 1
        }
        return i == text.count || text.has(" at ", at: i) || text.has(" (at) ", at: i)
    }

    /// `cardholder: JANE DOE`: two words or three, as cards and forms write them.
    func shoutedNameEnd(at start: Int) -> Int? {
        var i = start
        var end = start
        var words = 0
        while words < 3 {
            let word = i
            while i - word < 24,
                text[i].isUpper || text[i] >= 0xC3 || text[i - 1] >= 0xC3 && text[i] >= 0x80
                    || text[i] == "-" || text[i] == "'"
            { i += 1 }
            guard i - word > 1, !text[i].isAlphanumeric, text[i] != "=", text[i] != ":" else { break }
            words += 1
            end = i
            guard text[i] == " " else { break }
            i += 1
        }
        guard words > 1, text[end] != "(", text[end] != "_", !text.has("NOT NULL", at: start) else { return nil }
        return end
    }

    /// `first_name=jane`: one word in small letters, right behind the sign.
    func smallNameEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 40, text[i].isLetter || text[i] >= 0x80 { i += 1 }
        guard i - start > 1, text[i].isBlank || text.endsPlainValue(at: i) else { return nil }
        let isNone =
            text.isHarmless(start..<i) || text.equalsAnyCase("name", start..<i)
            || text.equalsAnyCase("str", start..<i)
        return isNone ? nil : i
    }

    /// Whether `User(`, `Customer(id: 4, ` or `"user": {` stands before, at most 56 bytes away and on the same line; or, of a name
    /// that somebody is known to have, `customer:` above, as in YAML, or `[customer]`, as in TOML.
    private func isPerson(_ name: Range<Int>, before start: Int) -> Bool {
        var i = start
        let limit = start - 48
        while i > limit, text[i - 1] != "(", text[i - 1] != "{" {
            if text[i - 1].isLineEnd { return isInSectionOfPerson(start) && isKnownName(name) }
            i -= 1
        }
        guard i > limit else { return false }
        let bracket = i
        // `O:8:"Customer":2:{` of PHP has numbers between.
        while i > bracket - 8, !text[i - 1].isLetter { i -= 1 }
        let end = i
        while i > end - 20, text[i - 1].isLetter { i -= 1 }
        guard i < end else { return false }
        return Self.peopleAndThings.contains(i..<end, in: text) ? isKnownName(name) : saysPerson(i..<end)
    }

    /// Plans and machines have profiles, and programs drivers, too.
    private static let peopleAndThings: WordSet = [
        "profile", "driver", "rider", "courier", "student", "teacher", "pilot", "instructor", "candidate",
    ]

    private func saysPerson(_ word: Range<Int>) -> Bool {
        guard let rule = keys.rule(for: word, in: text) else { return false }
        return rule.form == .name || rule.kind == .person && rule.scope == .attribute
    }

    /// Whether the nearest line above that is less indented is `customer:`, or the nearest one in brackets `[customer]`.
    private func isInSectionOfPerson(_ key: Int) -> Bool {
        let limit = max(text.lower, key - 200)
        let first = text.indexBehindLast("\n", in: limit..<key)
        guard first > limit, (first..<key).allSatisfy({ text[$0] == " " || text[$0] == "\t" }) else { return false }
        let indent = key - first
        var line = first
        while line > limit {
            var end = line - 1
            line = text.indexBehindLast("\n", in: limit..<end)
            guard line > limit || line == 0 else { return false }
            if text[end - 1] == "\r" { end -= 1 }
            var word = line
            while word < end, text[word] == " " || text[word] == "\t" || text.has("- ", at: word) { word += 1 }
            guard word < end - 1 else { return false }
            if indent > 0 {
                guard word - line < indent else { continue }
                return text[end - 1] == ":" && saysPerson(word..<end - 1)
            }
            if text[line] == "[" { return text[end - 1] == "]" && saysPerson(line + 1..<end - 1) }
        }
        return false
    }
}
