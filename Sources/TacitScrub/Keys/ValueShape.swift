extension Scanner {
    /// Whether what stands behind a key in running text can be the value that the key promises. Attribute values need
    /// no such proof; in prose, `password: required` and `token = nil` are said of a value, and aren't one.
    func isPlausible(_ rule: KeyRule, from start: Int, terminator: ValueTerminator, separator: Int) -> Bool {
        let shape = ValueShape(in: text, from: start, terminator: terminator)
        let range = start..<shape.end
        guard !range.isEmpty, !shape.hasPlaceholder, !isHarmless(range), !text.isReference(range) else { return false }
        if rule.kind == .person, isNoName(range) { return false }
        switch rule.kind {
        case .email:
            return shape.hasAt
        case .phone:
            return shape.digits >= 6 && shape.letters <= 4
        case .creditCard:
            // `pan=120` turns a camera.
            return shape.digits >= (rule.rule == .cardKey ? 4 : 3) && shape.letters == 0
        case .passport:
            // `75 1234567`, `45 10 123456`: series and number.
            let isInGroups = shape.hasBlank && shape.letters == 0 && (9...10).contains(shape.digits)
            return shape.digits >= 1 && (6...20).contains(shape.digits + shape.letters)
                && (!shape.hasBlank || isInGroups) && shape.signs < 2
        case .iban, .bankAccount, .usSSN, .driverLicense:
            let isNumber = shape.digits >= 4 && !shape.hasBlank || shape.digits >= 6
            guard !isNumber, rule.kind == .driverLicense else { return isNumber }
            // `MORGA753116SM9IJ`
            return shape.digits >= 2 && range.count >= 8 && !shape.hasBlank
                && !range.contains { text[$0].isLower }
        case .nationalID:
            return shape.digits >= 4 && shape.digits + shape.letters >= 6 && shape.letters <= 10
                && !(shape.hasBlank && shape.digits < 6)
        case .dateOfBirth, .moneyAmount, .geoCoordinate:
            // `'ll': '\U0000226a'` names a sign.
            return shape.isQuoted && text[start] != "\\" && shape.digits >= 2 && shape.letters <= 9
                && !text.isNobodysDate(start)
        case .streetAddress:
            return shape.isQuoted && shape.hasBlank && shape.digits > 0 && shape.letters > 2
                && !range.prefix(16).contains { text.has("://", at: $0) }
        case .cryptoWallet:
            return shape.digits >= 2 && shape.letters >= 2 && range.count >= 24 && !shape.hasBlank
        case .macAddress:
            return text.isHardwareAddress(range)
        case .deviceID:
            if rule.rule == .vehicle { return isVehicleNumber(range) }
            // `YVTTAN6NIAOL`
            let isSerial = shape.digits == 1 && !range.contains { text[$0].isLower }
            // `04:e5:7b:d2:…`: the serial number of a certificate.
            return (shape.digits >= 2 || isSerial) && !shape.hasBlank && range.count >= 8
                && !(shape.signs >= 7 && text[start + 2] == ":")
        case .person:
            // `\u004a\u0061`: all of it may be escaped.
            return shape.isQuoted && shape.letters > 1 && (shape.digits == 0 || text.has("\\u0", at: start))
                && !range.contains { text[$0] == "%" || text[$0] == "_" || text[$0] == "{" || text[$0] == "(" }
        default:
            if !shape.isQuoted, isCode(range, behind: separator) { return false }
            return isSecret(rule, shape, range, isColon: text[separator] != "=")
        }
    }

    /// Seventeen capitals and digits, without `I`, `O` and `Q` (ISO 3779).
    func isVehicleNumber(_ range: Range<Int>) -> Bool {
        range.count == 17 && range.contains { text[$0].isDigit } && range.contains { text[$0].isUpper }
            && range.allSatisfy {
                text[$0].isDigit
                    || text[$0].isUpper && text[$0] != "I" && text[$0] != "O" && text[$0] != "Q"
            }
    }

    /// `user=jane pass=letmein`: what stands right behind the name of an account is a password, whatever it looks like.
    private func isBehindUser(_ value: Int) -> Bool {
        func isBetween(_ b: UInt8) -> Bool { b == " " || b == "," || b == "&" || b == ";" }
        var i = value - 1
        while value - i < 10, text[i - 1].isLetter { i -= 1 }
        guard isBetween(text[i - 1]) else { return false }
        while value - i < 14, isBetween(text[i - 1]) { i -= 1 }
        let end = i
        while end - i < 64, !text[i - 1].isBlank, !isBetween(text[i - 1]), text[i - 1] != "=" { i -= 1 }
        guard i < end, text[i - 1] == "=" else { return false }
        return (["user", "login", "username", "usr", "uid"] as [StaticString]).contains {
            text.hasAnyCase($0, at: i - 1 - $0.utf8CodeUnitCount)
        }
    }

    private func isSecret(_ rule: KeyRule, _ shape: ValueShape, _ range: Range<Int>, isColon: Bool) -> Bool {
        let start = range.lowerBound
        let isPassword = rule.rule == .password
        if rule.form == .strange {
            // `--- PASS: TestMask (0.00s)`, `PASS: test_mask.py`
            let isTest =
                text.has(" (", at: range.upperBound) && text[range.upperBound + 2].isDigit
                || text.has("PASS: ", at: start - 6) && text.hasAnyCase("test", at: start)
                    && range.allSatisfy { text[$0].isKey || text[$0] == "/" || text[$0] == ":" }
            if isColon, isTest { return false }
            // `struct ADCEPass : PassInfoMixin<ADCEPass>`
            return (text.isStrange(range) || range.count > 4 && isBehindUser(start)) && !looksLikeCode(range)
                && !(text[range.upperBound] == "<" && shape.digits == 0)
        }
        if rule.form == .code {
            return shape.digits >= 4 && shape.letters <= shape.digits && range.count <= 16 && !shape.hasBlank
                || isGroupedCode(range)
        }
        if rule.form == .authorization {
            return range.count >= 6 && (shape.digits > 0 || range.count >= 16) || text.isUserAndPassword(range)
        }
        // `'password' => 'required|min:8'`
        if shape.isQuoted, text.has("required|", at: start) || text.has("nullable|", at: start) { return false }
        // `PWD=/srv/app`, where a process works.
        if isPassword, text[start] == "/", isPath(range) { return false }
        if text[start] == "(" && shape.digits == 0 || text[start] == "/" && text.isName(range) || text[start] == "`"
            || !shape.isQuoted && text.isDottedName(range)
        {
            return false
        }
        if shape.isQuoted {
            // `` `cat password` ``: a command.
            if shape.hasBlank, text[start - 1] == "`" { return false }
            if shape.hasBlank { return (isPassword || shape.digits > 1 && shape.letters > 1) && !text.isRemark(range) }
            return range.count >= (isPassword ? 3 : 8)
                && (isPassword || !text.isTypeName(range) && !text.isRegularExpression(range))
        }
        let last = text[range.upperBound - 1]
        let isWord =
            shape.digits == 0 && shape.signs == (last == "." || last == "!" || last == "?" ? 1 : 0)
            && !text.isMixed(range)
        // `label.password=New password`, `password = Mot de passe`
        if isWord, isLabel(behind: range.upperBound) { return false }
        if isPassword {
            // `password: required`: one plain word behind a colon is a remark.
            return range.count >= 3 && !(isWord && isColon)
        }
        let isLink = text.hasAnyCase("http", at: start) && !range.contains { text[$0] == "?" }
        return range.count >= 8 && !(isWord && (isColon || range.count < 16)) && !looksLikeCode(range)
            && (isLink
                ? hasOpaquePart(range) : !text.isName(range) || rule.rule == RuleID("key.secret") && isNumbered(range))
            && !endsInTypeName(range)
    }

    /// `mySuperSecretKey123`: words in capitals and small letters with a number of two digits or more behind, which
    /// people make up for secrets. Names in programs end in one digit at most.
    private func isNumbered(_ range: Range<Int>) -> Bool {
        guard let letter = range.last(where: { !text[$0].isDigit }), range.upperBound - letter > 2 else {
            return false
        }
        let words = range.lowerBound...letter
        let capitals = words.dropFirst().reduce(0) { $0 + (text[$1].isUpper ? 1 : 0) }
        return words.count >= 10 && capitals > 1 && text[letter].isLower
            && words.allSatisfy { text[$0].isLetter }
    }

    private func isLabel(behind word: Int) -> Bool {
        (([" password", " passwort", " kennwort", " de passe", " wachtwoord"] as [StaticString]).contains {
            let end = word + $0.utf8CodeUnitCount
            return text.hasAnyCase($0, at: word) && !text[end].isWord && text[end] != "=" && text[end] != ":"
        })
    }

    /// `/srv/app`: parts of small letters.
    private func isPath(_ range: Range<Int>) -> Bool {
        range.dropFirst().contains { text[$0] == "/" }
            && range.allSatisfy {
                text[$0].isLower || text[$0] == "/" || text[$0] == "-" || text[$0] == "_" || text[$0] == "."
            }
    }

    /// `vvzwg-4cyvd`: groups of as many letters and digits, with a dash between them.
    private func isGroupedCode(_ range: Range<Int>) -> Bool {
        let group = range.prefix { text[$0] != "-" }.count
        guard (4...8).contains(group), range.count > group, range.count % (group + 1) == group,
            range.count <= 4 * group + 3
        else { return false }
        return range.contains { text[$0].isDigit }
            && range.allSatisfy {
                ($0 - range.lowerBound) % (group + 1) == group ? text[$0] == "-" : text[$0].isAlphanumeric
            }
    }

    /// `password = MAX_LENGTH`, `password = decoded(value)`, `key_password = key_password`: with spaces around the
    /// sign, a constant, a call or a variable of the same name.
    private func isCode(_ range: Range<Int>, behind separator: Int) -> Bool {
        guard text[separator] == "=", text[separator - 1] == " ", text[separator + 1] == " " else { return false }
        let count = range.count
        if (1...count).allSatisfy({ text[separator - 1 - $0] == text[range.upperBound - $0] }) {
            // `sword` is no part of `password`; `password` is one of `db_password`.
            let before = text[separator - 2 - count]
            let beginsWord = text[range.lowerBound].isUpper && before.isLower
            if before == "_" || !before.isWord || beginsWord { return true }
        }
        // `password = old_password`
        let isColumn = range.allSatisfy { text[$0].isLower || text[$0] == "_" }
        if isColumn, text.has("_password", at: range.upperBound - 9), count > 9 { return true }
        var hasDigit = false
        for i in range {
            // `hunter2(prod)` is no call; `sha256(password)` and `utf8.encoded(password)` are.
            if text[i] == "(" {
                let name = range.lowerBound..<i
                let head = name.first { text[$0] == "_" || text[$0] == "." } ?? i
                return !name.isEmpty && text[i - 1].isWord
                    && (!hasDigit || text.isAlgorithm(range.lowerBound..<head))
            }
            if text[i].isDigit { hasDigit = true }
            guard text[i].isAlphanumeric || text[i] == "_" || text[i] == "." else { return false }
        }
        return isConstant(range)
    }

    /// `MAX_LENGTH`, `DEFAULT_PASSWORD`, not `WINTER_IS_COMING`: words in capitals, one of which says what programs
    /// keep.
    private func isConstant(_ range: Range<Int>) -> Bool {
        var word = range.lowerBound
        var names = false
        for i in range {
            if text[i] == "_" {
                if Self.constants.contains(word..<i, in: text) { names = true }
                word = i + 1
            } else if !text[i].isUpper {
                return false
            }
        }
        return word > range.lowerBound && (names || Self.constants.contains(word..<range.upperBound, in: text))
    }

    private static let constants: WordSet = [
        "max", "min", "len", "length", "size", "key", "pass", "passwd", "password", "passphrase", "pwd", "token",
        "secret", "env", "default", "type", "field", "name", "value", "string", "null", "credential", "credentials",
        "auth", "config", "const", "param", "not", "test", "admin", "user", "db", "base", "error", "code", "flag",
        "index", "id", "status",
    ]

    /// `https://example.com/s/x7Kd…/`, not `https://example.com/html/tokens`: a part of the link was drawn at random.
    private func hasOpaquePart(_ link: Range<Int>) -> Bool {
        var part = link.lowerBound
        for i in link.lowerBound...link.upperBound {
            switch i < link.upperBound ? text[i] : UInt8(ascii: "/") {
            case "/", "#", "@", "=":
                if i - part >= 12, text.isOpaque(part..<i) { return true }
                part = i + 1
            default: break
            }
        }
        return false
    }

    /// `P384._ARCV1.Credential`: a type of a module.
    private func endsInTypeName(_ range: Range<Int>) -> Bool {
        guard let dot = range.last(where: { text[$0] == "." }), text[range.lowerBound].isUpper else {
            return false
        }
        return text.isTypeName(dot + 1..<range.upperBound)
    }

    /// `config.token`, `getToken()`, `os.environ`: a reference to a value, not the value.
    private func looksLikeCode(_ range: Range<Int>) -> Bool {
        for i in range where text[i] == "(" || text[i] == "[" || text[i] == "{" { return true }
        return false
    }

    func isHarmless(_ range: Range<Int>) -> Bool { text.isHarmless(range) }

    /// Whether something was scrubbed out of the range, so that the whole of it was judged before.
    func holdsPlaceholder(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] == "[" && Placeholder.end(in: text, at: $0) != nil }
    }
}

extension Text {
    /// What stands in place of a value: `null`, `****`, `${TOKEN}`, `<token>`, `%s`, `[SECRET]`, `[REDACTED]`.
    func isHarmless(_ range: Range<Int>) -> Bool {
        // The closing bracket may be what ended the value.
        let last = self[range.upperBound - 1]
        let next = self[range.upperBound]
        switch self[range.lowerBound] {
        case "[":
            if let end = Placeholder.end(in: self, at: range.lowerBound) { return end >= range.upperBound }
            let word = self[range.upperBound - 1] == "]" ? range.dropFirst().dropLast() : range.dropFirst()
            guard last == "]" || next == "]" else { return false }
            return word.allSatisfy { self[$0].isUpper || self[$0] == "_" }
                || Self.noValues.contains(word, in: self)
        case "$" where self[range.lowerBound + 1] == "{", 0x7B where self[range.lowerBound + 1] == "{",
            "#" where self[range.lowerBound + 1] == "{":
            // `${{ secrets.TOKEN }}`: the blank ended it.
            return last == "}" || next == "}" || last == "{" && next == " "
        case "$" where self[range.lowerBound + 1] == "(":
            return last == ")" || next == ")" || next == " "
        case "<":
            return last == ">" || next == ">"
        case "?", "%":
            if range.count <= 2 { return true }
        default:
            break
        }
        if isMasked(range) { return true }
        return Self.noValues.contains(range, in: self)
    }

    private static let tags: WordSet = [
        "vault", "ref", "sub", "getatt", "secret", "env", "file", "include", "importvalue", "join", "encrypted",
        "reference", "copyable", "escapable",
    ]

    /// `vault:secret/data/app#password`, `op://vault/app/password`: where a store keeps a value, not the value.
    private func isPlaceInStore(_ range: Range<Int>) -> Bool {
        guard let store = Self.stores.first(where: { hasAnyCase($0, at: range.lowerBound) }) else { return false }
        let path = range.dropFirst(store.utf8CodeUnitCount)
        let isJoined = path.contains { self[$0] == "/" || self[$0] == "#" || self[$0] == ":" }
        let digits = path.count { self[$0].isDigit }
        return isJoined && digits * 4 <= path.count
            && path.allSatisfy { self[$0].isKey || self[$0] == "/" || self[$0] == "#" || self[$0] == ":" }
    }

    private static let stores: [StaticString] = [
        "vault:", "op://", "ref+", "ssm:", "awsssm:", "aws-ssm:", "secretsmanager:", "awssm:", "gcpsm:", "sm://",
        "gsm:", "keyvault:", "azurekeyvault:", "azkv:", "akv:", "doppler:", "infisical:", "bws:", "keepass:", "sops:",
        "arn:aws", "secretref:", "secretkeyref:", "file:",
    ]

    /// A variable in the place of a value: `$PASSWORD`, `$parser->next()`, `$env:TOKEN`, `%TOKEN%`, `:password`.
    func isReference(_ range: Range<Int>) -> Bool {
        if isPlaceInStore(range) { return true }
        let sign = self[range.lowerBound]
        for object in ["self.", "this.", "cls."] as [StaticString] where has(object, at: range.lowerBound) {
            return true
        }
        // `{token}`, `{self.token}`: the place of a value in a template.
        if sign == "{" {
            let end = self[range.upperBound - 1] == "}" ? range.upperBound - 1 : range.upperBound
            return self[end] == "}" && (range.lowerBound + 1..<end).allSatisfy { self[$0].isKey }
        }
        // `!vault`, `!Ref`: a tag of YAML. `~Copyable`: a type without a trait. A password may begin so, too.
        if sign == "!" || sign == "~" {
            return self[range.lowerBound - 1] == " " && Self.tags.contains(range.dropFirst(), in: self)
        }
        guard sign == "$" || sign == "%" || sign == ":" || sign == "@" else { return false }
        var i = range.lowerBound + 1
        var hasDigit = false
        var hasLower = false
        while i < range.upperBound, self[i].isAlphanumeric || self[i] == "_" {
            if self[i].isDigit { hasDigit = true }
            if self[i].isLower { hasLower = true }
            i += 1
        }
        guard i > range.lowerBound + 1, !self[range.lowerBound + 1].isDigit else { return false }
        let isPlain = !hasDigit || !hasLower
        if sign == "%" { return isPlain && self[i] == "%" && i + 1 >= range.upperBound }
        if i == range.upperBound { return isPlain }
        guard sign == "$" else { return false }
        return self[i] == "-" && self[i + 1] == ">" || self[i] == "[" || self[i] == "("
            || self[i] == ":" && self[i + 1].isLetter || self[i] == "." && self[i + 1].isLetter
    }

    /// `"_RSAPrivateKey"`, `"AccessToken"`: a type in quotes, which annotations in programs have behind a name.
    func isTypeName(_ range: Range<Int>) -> Bool {
        guard range.count <= 40, range.allSatisfy({ self[$0].isLetter || self[$0] == "_" }), isName(range) else {
            return false
        }
        if self[range.lowerBound] == "_" { return true }
        // `"input_token": "next_token"`
        for word in ["_token", "_key", "_secret", "_id", "_name"] as [StaticString]
        where has(word, at: range.upperBound - word.utf8CodeUnitCount) { return true }
        for word in ["Key", "Token", "Secret", "Credential", "Credentials", "Type", "Config", "Provider", "Store"]
            as [StaticString]
        where range.count >= word.utf8CodeUnitCount && has(word, at: range.upperBound - word.utf8CodeUnitCount) {
            return self[range.lowerBound].isUpper
        }
        return false
    }

    /// `[0-9A-Fa-f]{1,4}`, `^[a-z]`, `(?:a|b)`, not `[a-z]x7Kd…`: a class needs a quantifier, an anchor or a class
    /// beside it.
    func isRegularExpression(_ range: Range<Int>) -> Bool {
        range.contains { i in
            if has("(?:", at: i) || has("(?P<", at: i) { return true }
            guard (["[0-9", "[a-z", "[A-Z"] as [StaticString]).contains(where: { has($0, at: i) }),
                let end = (i..<range.upperBound).first(where: { self[$0] == "]" })
            else { return false }
            switch self[end + 1] {
            case "*", "+", "?", "{", "$", "[": return true
            default: return i > range.lowerBound && self[i - 1] == "^"
            }
        }
    }

    /// `must have 12 characters`, `is too short`: words about a value in the place of a value.
    func isRemark(_ range: Range<Int>) -> Bool {
        for word in Self.remarks where hasAnyCase(word, at: range.lowerBound) { return true }
        return false
    }

    private static let remarks: [StaticString] = [
        "is ", "was ", "must ", "should ", "can", "please ", "required", "invalid ", "incorrect ", "do", "has ", "not ",
        "too ", "the ", "your ", "you ", "enter ", "this ", "that ", "may ", "field ", "at least ", "minimum ", "no ",
        "wrong ", "missing ", "reset ", "change", "expire", "for ", "if ", "to ", "new ", "current ", "confirm ",
        "password", "passwort ", "forgot", "use ", "used ", "set ", "and ", "or ", "with", "token ", "failed ", "error",
        "unable ", "could ", "we ", "are ", "in ", "on ", "of ", "by ", "from ", "it ", "secret", "key ", "access ",
        "there ", "how ", "what ", "show ", "hide ", "generate", "save", "mot de passe",
    ]

    /// `****`, `xxx`, `...`
    private func isMasked(_ range: Range<Int>) -> Bool {
        if range.count < 3 && self[range.lowerBound] != "*" { return false }
        return range.prefix(64).allSatisfy {
            self[$0] == "*" || self[$0] == "x" || self[$0] == "X" || self[$0] == "."
        }
    }

    /// `***-***-**12`, `+1 *** *** 1234`: four signs of a mask or more, and four digits at the end at most.
    func isMaskedPhone(_ range: Range<Int>) -> Bool {
        var masks = 0
        var digits = 0
        for i in range.prefix(32) {
            switch self[i] {
            case "*", "X", "x": masks += 1
            case "+", "(", ")", " ", "-", ".": break
            case let b where b.isDigit: digits += masks > 0 ? 1 : 0
            default: return false
            }
        }
        // A country code may stand before the mask.
        let isCoded = range.prefix(4).contains { self[$0].isDigit }
        return masks >= 4 && digits <= 4 && range.count <= 24
            && (!isCoded || self[range.lowerBound] == "+")
    }

    private static let noValues: WordSet = [
        "null", "nil", "none", "n/a", "true", "false", "undefined", "required", "missing", "invalid", "expired",
        "empty",
        "redacted", "masked", "hidden", "filtered", "optional", "string", "unknown", "anonymous", "yes", "no", "ok",
        "failed",
        "denied", "accepted", "changed", "reset", "incorrect", "wrong", "set", "unset", "removed", "deleted",
        "always", "never", "on_create", "enabled", "disabled", "prompt",
        "password", "passwd", "secret", "token", "value", "pwd", "passwort", "kennwort", "contraseña", "wachtwoord",
        "lösenord", "adgangskode", "passord", "salasana", "hasło", "heslo", "пароль", "密码", "密碼", "パスワード",
        "şifre", "try", "await", "self", "super", "&str", "&mut",
    ]
}

/// A look at the first bytes of a value, enough to tell a secret from a remark.
struct ValueShape {
    private(set) var digits = 0
    private(set) var letters = 0
    private(set) var signs = 0
    private(set) var hasAt = false
    private(set) var hasBlank = false
    /// Something was scrubbed out of the value, so the whole of it was judged before.
    private(set) var hasPlaceholder = false
    let isQuoted: Bool
    /// Where the value ends, or the look does.
    let end: Int

    init(in text: Text, from start: Int, terminator: ValueTerminator) {
        var i = start
        let limit = start + 256
        scan: while i < limit {
            let b = text[i]
            // Most are, and none of them ends a value.
            if b.isLetter {
                letters += 1
                i += 1
                continue
            }
            if b.isDigit {
                digits += 1
                i += 1
                continue
            }
            if b.isLineEnd { break }
            switch terminator {
            case .plain:
                if b.isBlank || text.endsPlainValue(at: i) { break scan }
            case .groups:
                if b == " "
                    ? !text.goesOnWithGroup(at: i + 1) : b.isBlank || (b != ")" && text.endsPlainValue(at: i))
                {
                    break scan
                }
            case .quote(let quote):
                if b == quote, text.isDoubledQuote(at: i), i > start {
                    signs += 1
                    i += 2
                    continue
                }
                if b == quote { break scan }
                if b == "\\", text[i + 1] == quote || text[i + 1] == "\\" { i += 1 }
            case .escapedQuote(let quote):
                if b == quote || (b == "\\" && text[i + 1] == quote) { break scan }
            case .line:
                if b.isQuote { break scan }
            case .parameters:
                if b.isQuote {
                    guard let end = text.endOfParameter(at: i) else { break scan }
                    i = end
                }
            }
            if b >= 0x80 {
                letters += 1
            } else if b.isBlank {
                hasBlank = true
            } else {
                signs += 1
                if b == "[", Placeholder.end(in: text, at: i) != nil { hasPlaceholder = true }
                if b == "@" || (b == "%" && text.has("%40", at: i)) { hasAt = true }
            }
            i += 1
        }
        if text[i] == " ", Placeholder.end(in: text, at: i + 1) != nil { hasPlaceholder = true }
        switch terminator {
        case .plain, .groups, .line, .parameters: isQuoted = false
        case .quote, .escapedQuote: isQuoted = true
        }
        end = i
    }
}
