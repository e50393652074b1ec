/// The dialogues of protocols and files in which a password stands at a fixed place.
enum LoginDialogue: Sendable {
    /// `"AUTH" "hunter2"`, as Redis monitors its commands.
    case redis
    /// `> PASS hunter2` of FTP and POP3.
    case pass
    /// `AUTH hunter2` of Redis: all there is on the line, with the name of an account or without.
    case auth
    /// `a1 LOGIN jane "hunter2"` of IMAP.
    case imap
    /// `NickServ :IDENTIFY hunter2` of IRC's services.
    case nickname
    /// `334 UGFzc3dvcmQ6` and the answer to it: AUTH LOGIN of SMTP.
    case smtp
    /// `WIFI:T:WPA;S:home;P:hunter2;;`
    case network
    /// `host:5432:database:jane:hunter2` of `.pgpass`.
    case database
    /// `login attempt [jane/hunter2] failed`, `Login incorrect: [jane/hunter2] (from client`.
    case attempt
}

extension Scanner {
    /// The password in a dialogue. `end` is behind what begins it at `start`.
    ///
    /// Not the words of a protocol without a password: `LOGIN failed`, `PASS tests/a.swift`.
    mutating func dialogueSecret(behind end: Int, _ dialogue: LoginDialogue, from start: Int) -> Match? {
        let secret: Range<Int>?
        switch dialogue {
        case .redis: secret = text[start - 1] == "\"" ? lastQuoted(from: end) : nil
        case .pass:
            let isSent =
                text.has("> ", at: start - 2) || text.has("C: ", at: start - 3)
                || text.has(", \"", at: start - 3) || isOfTransfer(start)
            secret = isSent ? lastWord(at: end) : nil
        case .auth:
            let word = lastWord(at: end)
            secret = text[start - 1].isLineEnd ? word.flatMap { text.isStrange($0) ? $0 : nil } : nil
        case .imap: secret = text[start - 1] == " " && isTag(before: start - 1) ? secondWord(from: end) : nil
        case .nickname:
            let isService = text.hasAnyCase("nickserv ", at: start - 9) || text.hasAnyCase("nickserv :", at: start - 10)
            secret = isService ? strangeWord(at: end) : nil
        case .smtp: secret = answer(to: end, from: start)
        case .network: secret = networkPassword(from: end)
        case .database: secret = text[start - 1] == ":" ? fourthField(from: end) : nil
        case .attempt: secret = secondOfPair(behind: end, from: start)
        }
        guard let secret, secret.count >= 3, !text.isHarmless(secret), !holdsPlaceholder(secret) else { return nil }
        return Match(.secret, secret.lowerBound, secret.upperBound, RuleID("dialogue.password"))
    }

    /// `ftpd: PASS x7Kd…`, and below `USER jane`: a server's own log of what it was told.
    private func isOfTransfer(_ word: Int) -> Bool {
        var i = word
        var lines = 0
        while word - i < 96, lines < 2 {
            let before = text[i - 1]
            if before == 0 { return false }
            if before.isLineEnd { lines += 1 }
            i -= 1
            if text.hasAnyCase("ftp", at: i) || text.hasAnyCase("pop3", at: i) || text.has("USER ", at: i) {
                return true
            }
        }
        return false
    }

    private func wordEnd(at start: Int) -> Int {
        var i = start
        while i - start < 128, !text[i].isBlank, !text[i].isQuote, text[i] != "\\" { i += 1 }
        return i
    }

    private func strangeWord(at start: Int) -> Range<Int>? {
        let word = start..<wordEnd(at: start)
        return text.isStrange(word) ? word : nil
    }

    /// The word that only blanks follow on its line, or a comma, and that is no file: `> PASS login.test2.js`.
    private func lastWord(at start: Int) -> Range<Int>? {
        var end = wordEnd(at: start)
        let hasComma = end > start && text[end - 1] == ","
        if hasComma { end -= 1 }
        var i = end
        while i - end < 16, text[i] == " " || text[i] == "\t" { i += 1 }
        let word = start..<end
        guard hasComma || text[i].isLineEnd || text[i].isQuote || text[i] == "\\", text.isStrange(word)
        else { return nil }
        guard let dot = word.last(where: { text[$0] == "." }) else { return word }
        return Self.programs.contains(dot + 1..<end, in: text) ? nil : word
    }

    private static let programs: WordSet = ["js", "ts", "jsx", "tsx", "mjs", "cjs", "py", "go", "rb", "java"]

    /// The last of the strings in quotes that a command has; `start` is in the first.
    private func lastQuoted(from start: Int) -> Range<Int>? {
        var first = start
        var i = start
        while i - start < 256, !text[i].isLineEnd {
            if text[i] == "\"" {
                guard text[i + 1] == " ", text[i + 2] == "\"" else { return first..<i }
                i += 2
                first = i + 1
            }
            i += 1
        }
        return nil
    }

    /// Whether a tag of IMAP stands before `LOGIN`: up to eight letters and digits, a digit among them.
    private func isTag(before start: Int) -> Bool {
        var i = start
        var hasDigit = false
        while start - i < 9, text[i - 1].isAlphanumeric {
            if text[i - 1].isDigit { hasDigit = true }
            i -= 1
        }
        return hasDigit && (1...8).contains(start - i) && !text[i - 1].isWord
    }

    /// The second word, in quotes or not: `jane "hunter2"`, `"jane" hunter2`.
    private func secondWord(from start: Int) -> Range<Int>? {
        var i = start
        if text[i] == "\"" { i += 1 }
        let name = i
        i = wordEnd(at: i)
        // `2 LOGIN from "host7"`
        if name == start, Self.remarks.contains(name..<i, in: text) { return nil }
        if text[i] == "\"" { i += 1 }
        guard i > start + 1, text[i] == " " else { return nil }
        i += 1
        let isQuoted = text[i] == "\""
        if isQuoted { i += 1 }
        let word = i..<wordEnd(at: i)
        return isQuoted || text.isStrange(word) ? word : nil
    }

    private static let remarks: WordSet = [
        "from", "for", "by", "as", "to", "with", "at", "on", "in", "of", "is", "was", "attempt", "attempts", "failed",
        "failure", "failures", "succeeded", "success", "successful", "ok", "requests", "command", "disabled", "via",
        "using", "and", "or", "completed", "rejected", "denied", "error", "timeout", "form", "button",
    ]

    /// The answer to the server's question in base64, on the same line or the next.
    private mutating func answer(to end: Int, from start: Int) -> Range<Int>? {
        var i = end
        while i - end < 4, text[i].isLineEnd, i < text.count { i += 1 }
        // Times and names of programs may stand before.
        let line = i
        while i - line < 160, i < text.count, !text[i].isLineEnd { i += 1 }
        if i >= text.count, !isFinal {
            unfinished = start
            return nil
        }
        var first = i
        while first > line, text[first - 1].isBase64 || text[first - 1] == "=" { first -= 1 }
        guard i - first >= 4, (i - first) % 4 == 0, first == line || text[first - 1] == " " else { return nil }
        return first..<i
    }

    /// What stands behind the slash in brackets, which begin at `end` or end at `start`.
    private func secondOfPair(behind end: Int, from start: Int) -> Range<Int>? {
        var first = end
        var last = end
        if text[start] == "]" {
            first = start
            last = start
            while start - first < 160, text[first - 1] != "[", !text[first - 1].isLineEnd { first -= 1 }
            guard text[first - 1] == "[" else { return nil }
        } else {
            while last - end < 160, text[last] != "]", !text[last].isLineEnd { last += 1 }
            guard text[last] == "]" else { return nil }
        }
        guard let slash = (first..<last).first(where: { text[$0] == "/" }), slash > first else { return nil }
        let value = slash + 1
        // `b'root'/b'x7Kd…'`
        let isBytes = text[value] == "b" && text[value + 1] == "'"
        return isBytes ? value + 2..<max(value + 2, last - 1) : value..<last
    }

    /// `P:` among the fields of a network, which end in `;`.
    private func networkPassword(from start: Int) -> Range<Int>? {
        var i = start
        while i - start < 128, !text[i].isLineEnd {
            if text[i] == "P", text[i + 1] == ":", i == start || text[i - 1] == ";" {
                let first = i + 2
                i = first
                while i - first < 64, text[i] != ";", !text[i].isLineEnd {
                    i += text[i] == "\\" && !text[i + 1].isLineEnd ? 2 : 1
                }
                return text[i] == ";" ? first..<i : nil
            }
            i += 1
        }
        return nil
    }

    /// The field behind database and user, up to the end of the line.
    private func fourthField(from start: Int) -> Range<Int>? {
        var i = start
        for _ in 0..<2 {
            let field = i
            while i - field < 64, text[i].isKey || text[i] == "*" { i += 1 }
            guard i > field, text[i] == ":" else { return nil }
            i += 1
        }
        let password = i..<wordEnd(at: i)
        return text[password.upperBound].isLineEnd ? password : nil
    }

    /// The value behind a name in PHP's serialized form: `s:8:"password";s:7:"hunter2";`. `start` is the quote that
    /// ends the name.
    mutating func serializedValue(at start: Int, behind end: Int) -> Match? {
        var name = start
        while start - name < 64, text[name - 1].isKey { name -= 1 }
        guard name < start, text[name - 1] == "\"", let rule = keys.rule(for: name..<start, in: text),
            rule.scope == .everywhere, rule.form == .plain || rule.form == .code || rule.form == .name
        else { return nil }
        var i = end
        while i - end < 5, text[i].isDigit { i += 1 }
        if rule.form == .name {
            return text.has(":\"", at: i)
                ? namedPerson(at: i + 2, key: name..<start, terminator: .quote(UInt8(ascii: "\""))) : nil
        }
        guard text[i] == ":", text[i + 1] == "\"",
            isPlausible(rule, from: i + 2, terminator: .quote(UInt8(ascii: "\"")), separator: end - 1)
        else { return nil }
        let value = i + 2
        let last = valueEnd(from: value, terminator: .quote(UInt8(ascii: "\"")), kind: rule.kind, rule: rule.rule)
        return last > value ? Match(rule.kind, value, last, rule.rule) : nil
    }
}
