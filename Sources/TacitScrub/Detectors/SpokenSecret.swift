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
    /// A secret that words speak of, without `=` or `:`: `password is hunter2`, `acme ACCESS 8f3k…`, `acme-token-8f3k…`.
    /// Only what has the shape of a secret is taken, since the words are common: `token expired`, `key not found`.
    func secret(behind end: Int, _ word: SecretWord, from start: Int) -> Match? {
        let before = left(start - 1)
        let isCamel = Byte.isUpper(text[start]) && Byte.isLower(before)
        if before == 0x2E || before == 0x2F || before == 0x5C || before == 0x3A && left(start - 2) == 0x3A {
            return nil
        }
        if Byte.isLetter(before), Byte.isLetter(text[start]), !isCamel { return nil }
        var i = end
        if word != .joined {
            var saysIs = false
            for verb in ["is ", "was ", "to ", "for "] as [StaticString] where text.hasAnyCase(verb, at: i) {
                i += verb.utf8CodeUnitCount
                saysIs = true
                break
            }
            while text[i] == 0x20, i < end + 8 { i += 1 }
            if Byte.isQuote(text[i]) { i += 1 }
            if word == .password, saysIs, text.hasAnyCase("not ", at: i) { return nil }
        }
        // A web token has a rule of its own.
        if text.has("eyJ", at: i) { return nil }
        let value = i
        while i - value < 512, isSecretByte(text[i]) { i += 1 }
        while i > value, text[i - 1] == 0x2E || text[i - 1] == 0x2C || text[i - 1] == 0x3A { i -= 1 }
        let range = value..<i
        guard range.count >= 6, isSecretEnd(at: i), !text.isHarmless(range) else { return nil }
        let isSecret =
            switch word {
            case .password: text.isStrange(range)
            case .token: range.count >= 10 && text.isOpaque(range)
            case .key: range.count >= 16 && text.isOpaque(range) && !text.isFingerprint(range)
            case .joined: range.count >= 20 && text.isOpaque(range) && !isNameWithParts(range)
            }
        guard isSecret else { return nil }
        return Match(.secret, value, i, word == .password ? RuleID("spoken.password") : RuleID("spoken.secret"))
    }

    private func isSecretByte(_ b: UInt8) -> Bool {
        !Byte.isBlank(b) && !Byte.isQuote(b) && b != 0x3C && b != 0x3E && b != 0x28 && b != 0x29 && b != 0x3B
            && b < 0x80
    }

    private func isSecretEnd(at i: Int) -> Bool {
        Byte.isBlank(text[i]) || !isSecretByte(text[i]) || text[i] == 0x2E || text[i] == 0x2C || text[i] == 0x3A
    }

    /// `key-value-store-12`: words that dashes join.
    private func isNameWithParts(_ range: Range<Int>) -> Bool {
        var run = 0
        var longest = 0
        for i in range {
            run = Byte.isAlphanumeric(text[i]) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest < 16
    }

    /// The hash of a password as systems store it: `$2b$12$…`, `$6$…`, `$argon2id$…`, `$krb5asrep$…`, `{SSHA}…`.
    ///
    /// Not the formats' names without a hash.
    func passwordHash(at start: Int) -> Match? {
        if Byte.isWord(left(start - 1)) { return nil }
        var i = start + 1
        var dollars = 0
        while i - start < 4096, Byte.isBase64(text[i]) || Self.hashSigns(text[i]) {
            if text[i] == 0x24 { dollars += 1 }
            i += 1
        }
        while i > start, text[i - 1] == 0x2C || text[i - 1] == 0x3A { i -= 1 }
        guard i - start >= 24, dollars >= 2 || text[start] == 0x7B else { return nil }
        return Match(.secret, start, i, RuleID("password-hash"))
    }

    private static func hashSigns(_ b: UInt8) -> Bool {
        b == 0x24 || b == 0x2E || b == 0x2C || b == 0x3D || b == 0x40 || b == 0x2D || b == 0x5F || b == 0x3A
            || b == 0x7D
            || b == 0x2A
    }

    /// The value of an option that takes a secret: `--password x`, `--token x`, `-u name:x`, `mysql -px`.
    ///
    /// Not another option, and not what stands for a value (`$TOKEN`, `<token>`).
    func commandLineSecret(behind end: Int, from start: Int) -> Match? {
        var value = end
        if text[value] == 0x20 { value += 1 }
        if Byte.isQuote(text[value]) { value += 1 }
        var i = value
        var colon: Int?
        while i - value < 256, !Byte.isBlank(text[i]), !Byte.isQuote(text[i]), text[i] != 0x3B, text[i] != 0x7C,
            text[i] < 0x80
        {
            if text[i] == 0x3A, colon == nil { colon = i }
            i += 1
        }
        guard i > value, text[value] != 0x2D, text[value] != 0x24, text[value] != 0x3C, text[value] != 0x5B else {
            return nil
        }
        let isUser = text.has(" -u ", at: start) || text.has("--user ", at: start)
        if isUser {
            // `-u name:password`, as of curl; the name alone is none.
            guard let colon, colon > value, i - colon > 3, text[colon + 1] != 0x24, text[colon + 1] != 0x2F,
                !Byte.isDigit(text[value]) || text.isStrange((colon + 1)..<i),
                isCurl(before: start) || text.isStrange((colon + 1)..<i)
            else { return nil }
            return Match(.secret, value, i, RuleID("command.user"))
        }
        if text.has(" -p", at: start) {
            // `mysql -psecret`, where `-p 3306` is a port; and of a few commands `-p secret`.
            let takesIt =
                text[end] == 0x20 || Byte.isQuote(text[end])
                ? isCommand(["sshpass", "docker login", "podman login", "registry login", "mysql -p'"], before: start)
                : isDatabaseClient(before: start)
            guard i - value >= 4, text.isStrange(value..<i), takesIt else { return nil }
        } else {
            guard i - value >= 4, !text.isHarmless(value..<i),
                text.isStrange(value..<i) || i - value >= 8 && text[value] != 0x2E
            else { return nil }
        }
        return Match(.secret, value, i, RuleID("command.secret"))
    }

    private func isCurl(before start: Int) -> Bool {
        isCommand(["curl", "wget", "http ", "https ", "user"], before: start)
    }

    private func isDatabaseClient(before start: Int) -> Bool {
        isCommand(["mysql", "mariadb", "psql", "mongo", "redis-cli", "sshpass", "docker login", "ftp"], before: start)
    }

    /// Whether one of the commands stands on the line, at most 120 bytes before.
    private func isCommand(_ names: [StaticString], before start: Int) -> Bool {
        var i = start + 4
        let limit = start - 120
        while i > limit, !Byte.isLineEnd(left(i)) || i >= start {
            for name in names where text.has(name, at: i) { return true }
            i -= 1
        }
        return false
    }
}
