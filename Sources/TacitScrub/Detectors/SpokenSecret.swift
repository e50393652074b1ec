/// How strongly a word before a value says that the value is a secret.
enum SecretWord: Sendable {
    /// `password hunter2`, `password is hunter2`
    case password
    /// `token x7Kd…`, `secret x7Kd…`
    case token
    /// `key x7Kd…`: keys are many things, so the value must be long and look random.
    case key
    /// `service-token-x7Kd…`
    case joined
}

extension Scanner {
    /// A secret that words speak of, without `=` or `:`: `password is hunter2`, `acme ACCESS 8f3k…`,
    /// `acme-token-8f3k…`. Only what has the shape of a secret is taken, since the words are common: `token expired`,
    /// `key not found`.
    func secret(behind end: Int, _ word: SecretWord, from start: Int) -> Match? {
        let before = text[start - 1]
        let isCamel = text[start].isUpper && before.isLower
        if before == "." || before == "/" || before == "\\" || before == ":" && text[start - 2] == ":" {
            return nil
        }
        if before.isLetter, text[start].isLetter, !isCamel { return nil }
        // What anybody may know: `peer public key …`.
        if text.hasAnyCase("public ", at: start - 7) { return nil }
        var i = end
        // `enable secret x7Kd…`, `secret 0 x7Kd…`, as routers are told.
        let isOfRouter =
            text.hasAnyCase("enable secret ", at: start - 7)
            || text.has("secret ", at: start) && text[end].isDigit && text[end + 1] == " " || isOfAccount(start)
        let word = isOfRouter ? .password : word
        var saysIs = false
        var isEncrypted = false
        if word != .joined {
            for _ in 0..<3 {
                if let verb = Self.verbs.first(where: { text.hasAnyCase($0, at: i) }) {
                    i += verb.utf8CodeUnitCount
                } else if let qualifier = Self.qualifiers.first(where: { text.hasAnyCase($0, at: i) }) {
                    i += qualifier.utf8CodeUnitCount
                    // `пароль пользователя: x7Kd…`, `mot de passe temporaire : x7Kd…`
                    if text.has(": ", at: i) { i += 2 }
                } else {
                    break
                }
                saysIs = true
            }
            while text[i] == " ", i < end + 8 { i += 1 }
            // `password 7 0822455D0A16`, as routers write the way of encrypting.
            if word == .password, text[i].isDigit, text[i + 1] == " " {
                isEncrypted = text[i] == "7"
                i += 2
            }
            // `password 12=x`
            if word == .password, let sign = signBehindNumber(at: i) { i = sign + 1 }
            if text[i].isQuote { i += 1 } else if text.has("「", at: i) || text.has("『", at: i) { i += 3 }
            if word == .password, saysIs, text.hasAnyCase("not ", at: i) { return nil }
        }
        // A web token has a rule of its own.
        if text.has("eyJ", at: i) { return nil }
        let value = i
        while i - value < 512, isSecretByte(text[i]) { i += 1 }
        while i > value, text[i - 1] == "." || text[i - 1] == "," || text[i - 1] == ":" { i -= 1 }
        let range = value..<i
        guard range.count >= 6, isSecretEnd(at: i), !text.isHarmless(range) else { return nil }
        let isSecret =
            switch word {
            // `user_pwd *name`, `set_key engine_set_key`: declarations of programs.
            case .password:
                isEncrypted && range.count >= 8 && range.allSatisfy { text[$0].isHex }
                    || text.isStrange(range) && !(text[value] == "*" && text[value + 1].isLetter)
                        && !isExclaimed(range) && !text.isAlgorithm(range)
                        && (saysIs || !Self.vague.contains(start..<end - 1, in: text))
            case .token:
                !isNameOfObject(range) && range.count >= 10 && text.isOpaque(range)
                    || range.count >= 16 && text.isMixed(range) && range.allSatisfy { text[$0].isAlphanumeric }
            case .key:
                range.count >= 16 && text.isOpaque(range) && !text.isFingerprint(range) && !text.isName(range)
            case .joined: range.count >= 20 && text.isOpaque(range) && !isNameWithParts(range)
            }
        guard isSecret else { return nil }
        return Match(.secret, value, i, word == .password ? RuleID("spoken.password") : RuleID("spoken.secret"))
    }

    /// `username jane privilege 15 secret x7Kd…`, as routers are told.
    private func isOfAccount(_ word: Int) -> Bool {
        var name = startOfWord(endingAt: word - 1)
        if text.has("privilege ", at: name - 10) { name = startOfWord(endingAt: name - 11) }
        return text.has("username ", at: name - 9)
    }

    private func startOfWord(endingAt end: Int) -> Int {
        var i = end
        while end - i < 32, text[i - 1].isKey { i -= 1 }
        return i
    }

    /// `secret "app-tls-22" not found`: what an object of a cluster is called, in small letters and dashes. Its words
    /// have a letter and no digit or a digit and no letter, or what stands behind says that it is an object.
    private func isNameOfObject(_ range: Range<Int>) -> Bool {
        guard text[range.lowerBound - 1].isQuote, text[range.upperBound].isQuote else { return false }
        var dashes = 0
        var isPlain = true
        for i in range {
            switch text[i] {
            case "-", ".", "/": dashes += 1
            case let b where b.isLower: if text[i - 1].isDigit { isPlain = false }
            case let b where b.isDigit: if text[i - 1].isLower { isPlain = false }
            default: return false
            }
        }
        let end = range.upperBound + 1
        return dashes > 0
            && (isPlain || Self.behindObjects.contains { text.has($0, at: end) })
    }

    private static let behindObjects: [StaticString] = [
        " not found", " is forbidden", " in namespace", " already exists", " created", " deleted", " is invalid",
        " does not exist", " unchanged", " configured",
    ]

    /// `falsch!`: a word at the end of a sentence.
    private func isExclaimed(_ range: Range<Int>) -> Bool {
        guard let last = range.last(where: { text[$0] != "!" && text[$0] != "?" }) else { return true }
        let word = range.lowerBound...last
        return word.allSatisfy { text[$0].isLetter || text[$0] == "-" } && !text.isMixed(Range(word))
    }

    /// Words for other keys and for what is said, too: `clave RSA-2048`, `parola C++11x`. A verb has to follow.
    private static let vague: WordSet = ["clave", "senha", "parola"]

    private static let verbs: [StaticString] = [
        "is ", "was ", "to ", "for ", "now ", "set to ", "changed to ", "reset to ", "zurückgesetzt auf ",
        "geändert auf ",
        "lautet ", "ist ", "est ", "es ", "è ", "é ", "är ", "er ",
        "este ", "jest ", "je ", "là ", "auf ", "是", "为", "為", "は", "는 ", "：",
    ]

    /// What comes between, where it stands behind its noun: an adjective, or whose it is.
    private static let qualifiers: [StaticString] = [
        "temporaire ", "provisoire ", "temporal ", "provisional ", "temporária ", "provisória ", "temporanea ",
        "provvisoria ", "tymczasowe ", "nouveau ", "nueva ", "nova ", "del usuario ", "del cliente ", "do usuário ",
        "do utilizador ", "do cliente ", "dell'utente ", "de l'utilisateur ", "du client ", "des benutzers ",
        "des kunden ", "für den zugang ", "für den benutzer ", "van de gebruiker ", "uživatele", "klienta",
        "użytkownika", "korisnika", "пользователя", "клиента", "користувача", "клієнта", "потребителя",
        "utilizatorului", "käyttäjän",
    ]

    /// The sign behind a number of up to three digits that counts the keys.
    private func signBehindNumber(at start: Int) -> Int? {
        var i = start
        while i - start < 4, text[i].isDigit { i += 1 }
        guard (1...3).contains(i - start), text[i] == "=" || text[i] == ":" else { return nil }
        return i
    }

    /// `ALTER USER jane IDENTIFIED BY x7Kd…`, as Oracle takes it without quotes.
    private func secretOfStatement(at start: Int, from word: Int) -> Match? {
        let isStatement = (max(text.lower, word - 80)..<word).contains {
            text.hasAnyCase("alter user ", at: $0) || text.hasAnyCase("create user ", at: $0)
        }
        var end = start
        while end - start < 128, text[end].isWord || text[end] == "$" || text[end] == "#" { end += 1 }
        guard isStatement, text.isStrange(start..<end) else { return nil }
        return Match(.secret, start, end, RuleID("spoken.password"))
    }

    /// The string that a statement sets a password to: `IDENTIFIED BY 'x'`, `WITH PASSWORD 'x'`.
    func quotedSecret(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isLetter else { return nil }
        var i = end
        if text.hasAnyCase("password ", at: i) { i += 9 }
        if text.hasAnyCase(" for ", at: end - 5) {
            // `SET PASSWORD FOR 'joe'@'localhost' = 'x'`
            guard text.hasAnyCase("set ", at: start - 4) else { return nil }
            while i - end < 80, text[i] != "=", !text[i].isLineEnd { i += 1 }
            guard text[i] == "=" else { return nil }
            i += 1
        }
        let statement = i
        while i - statement < 8, text[i] == " " || text[i] == "\\" { i += 1 }
        let quote = text[i]
        guard quote == "'" || quote == "\"" else {
            return text.hasAnyCase("identified by ", at: start) ? secretOfStatement(at: i, from: start) : nil
        }
        let value = i + 1
        i = value
        while i - value < 256, text[i] != quote, text[i] != "\\", !text[i].isLineEnd { i += 1 }
        guard i - value >= 3, text[i] == quote || text[i] == "\\", !text.isHarmless(value..<i),
            !holdsPlaceholder(value..<i)
        else { return nil }
        return Match(.secret, value, i, RuleID("spoken.password"))
    }

    private func isSecretByte(_ b: UInt8) -> Bool {
        !b.isBlank && !b.isQuote && b != "<" && b != ">" && b != "(" && b != ")" && b != ";"
            && b < 0x80
    }

    private func isSecretEnd(at i: Int) -> Bool {
        text[i].isBlank || !isSecretByte(text[i]) || text[i] == "." || text[i] == "," || text[i] == ":"
    }

    /// `key-value-store-12`: words that dashes join.
    private func isNameWithParts(_ range: Range<Int>) -> Bool {
        var run = 0
        var longest = 0
        for i in range {
            run = text[i].isAlphanumeric ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest < 16
    }

    /// The hash of a password as systems store it: `$2b$12$…`, `$6$…`, `$argon2id$…`, `$krb5asrep$…`, `{SSHA}…`.
    ///
    /// Not the formats' names without a hash.
    func passwordHash(at start: Int) -> Match? {
        if text[start - 1].isWord { return nil }
        // Where the name of a format comes again and again, the text behind is not read each time.
        guard text[start] == "{" || (start..<start + 16).contains(where: { text[$0] == "$" }) else { return nil }
        var i = start + 1
        var dollars = 0
        while i - start < 4096, text[i].isBase64 || Self.hashSigns(text[i]) {
            if text[i] == "$" { dollars += 1 }
            i += 1
        }
        while i > start, text[i - 1] == "," || text[i - 1] == ":" { i -= 1 }
        // Of phpass (`$P$B…`), no sign separates salt and hash.
        let isPhpass = text.has("$P$", at: start) && i - start == 34
        guard i - start >= 24, dollars >= 2 || text[start] == "{" || isPhpass else { return nil }
        return Match(.secret, start, i, RuleID("password-hash"))
    }

    private static func hashSigns(_ b: UInt8) -> Bool {
        b == "$" || b == "." || b == "," || b == "=" || b == "@" || b == "-" || b == "_" || b == ":"
            || b == "}"
            || b == "*"
    }
}
