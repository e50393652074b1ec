/// What ends a value that stands behind a key.
enum ValueTerminator: Sendable {
    /// White space, or a sign that separates pairs.
    case plain
    /// As `plain`, but groups of digits with single spaces between them belong together.
    case groups
    /// This quote; escaped quotes belong to the value.
    case quote(UInt8)
    /// This quote with a backslash before it, as in JSON within JSON.
    case escapedQuote(UInt8)
    /// The end of the line, or the quote that the whole header stands in.
    case line
    /// As `line`, but quotes behind `=` belong to parameters: `Digest username="…", response="…"`.
    case parameters

    var endsLines: Bool {
        switch self {
        case .line, .parameters: true
        case .plain, .groups, .quote, .escapedQuote: false
        }
    }
}

extension Scanner {
    /// The value behind `key=`, `key: ` or `"key":` if the key names a class. `separator` is the sign, which has
    /// `width` bytes.
    mutating func keyedValue(separator: Int, width: Int = 1) -> Match? {
        guard let key = key(before: separator) else { return nil }
        guard let rule = keys.rule(for: key, in: text) else {
            return isInCookie(separator) ? cookieValue(separator: separator, name: key) : nil
        }
        // In a cookie even a common name has a secret.
        if rule.isCommon || rule.kind == .secret, isInCookie(separator),
            let match = cookieValue(separator: separator, name: key)
        {
            return match
        }
        guard rule.scope == .everywhere else {
            return rule.kind == .person ? nameOfAccount(key, separator: separator, width: width) : nil
        }
        if rule.form == .pair { return pairedValue(of: key, separator: separator, width: width) }
        if rule.isCommon, let match = contentOfElement(namedBehind: separator) { return match }
        return value(of: key, by: rule, separator: separator, width: width)
    }

    /// The value behind `value=`, `content:` and their like: what it is says something beside it.
    private mutating func pairedValue(of key: Range<Int>, separator: Int, width: Int) -> Match? {
        if text[separator + 1] == "'", text.equalsAnyCase("input_value", key) {
            return refusedInput(at: separator + 2)
        }
        let isRepeated = text.hasAnyCase("confirm", at: key.upperBound - 7)
        let rule =
            isRepeated
            ? ruleOfRepeated(key) : neighbour(of: separator) ?? ruleOfField(separator) ?? ruleOfLabel(separator)
        guard let rule else { return price(behind: separator + width, before: key.lowerBound) }
        return value(of: key, by: rule, separator: separator, width: width)
    }

    /// `user.name="Jane Roe"`: behind a key of accounts, the names that people have.
    private mutating func nameOfAccount(_ key: Range<Int>, separator: Int, width: Int) -> Match? {
        guard let place = valueStart(behind: separator, width: width, of: key),
            let (start, terminator) = opening(at: place, of: key, separator: separator),
            let end = nameEnd(at: start, few: 2), isKnownName(start..<end), !isOrganization(start..<end)
        else { return nil }
        switch terminator {
        case .quote(let quote): if text[end] != quote { return nil }
        case .escapedQuote: if text[end] != "\\" { return nil }
        default: break
        }
        return Match(.person, start, end, RuleID("key.user"))
    }

    private mutating func value(of key: Range<Int>, by rule: KeyRule, separator: Int, width: Int) -> Match? {
        guard let place = valueStart(behind: separator, width: width, of: key) else { return nil }
        if rule.form == .cookie {
            if !isInCookie(place) { beginCookie(at: place) }
            return nil
        }
        if text[separator] == "=", StatementParameters.mark(at: place, in: text) != nil, beginParameters(at: place) {
            return nil
        }
        guard let (start, terminator) = opening(at: place, of: key, separator: separator) else { return nil }
        if text[place] == "[" || isMembership(at: place, separator: separator, rule),
            let match = listedValue(by: rule, at: place, separator: separator)
        {
            return match
        }
        if let match = escapedField(key, separator: separator, at: start, terminator: terminator, by: rule)
            ?? encodedWords(at: start, behind: separator, key: key.lowerBound)
            ?? encodedValue(key, separator: separator, at: start, by: rule)
        {
            return match
        }
        if case .plain = terminator, isBracket(at: start, before: rule) {
            return rule.kind == .dateOfBirth ? dateInParts(at: start, by: rule) : nil
        }
        if let match = valueOfKind(rule, at: start, terminator: terminator, key: key) { return match }
        switch rule.form {
        case .checked: return text.equalsAnyCase("cc", key) ? mailboxName(at: start) : nil
        case .opaque where rule.kind != .secret: return ownValue(of: rule, at: start)
        case .phrase: return phrase(at: start, by: rule)
        case .name: return namedPerson(at: start, key: key, terminator: terminator)
        case .directory: return directoryName(at: start) ?? nameInEntry(key, separator: separator, at: start)
        case .mailbox: return mailboxName(at: start)
        default: return wholeValue(of: key, by: rule, at: start, terminator: terminator, separator: separator)
        }
    }

    /// `last_name IN ('Roe', 'Doe')`; programs ask so for their own names, too, which are small: `member_name in ('imap', 'zip')`.
    private func isMembership(at bracket: Int, separator: Int, _ rule: KeyRule) -> Bool {
        text[bracket] == "(" && text[separator] == " "
            && (rule.kind != .person || text[bracket + 2].isUpper || text[bracket + 2] >= 0x80)
    }

    /// Whether brackets begin here that hold values of their own, and not one of this kind.
    private func isBracket(at start: Int, before rule: KeyRule) -> Bool {
        guard rule.kind != .secret, rule.kind != .geoCoordinate else { return false }
        let isAreaCode = rule.kind == .phone && text[start + 1].isDigit
        return text[start] == "[" || text[start] == "{" || text[start] == "(" && !isAreaCode
    }

    /// The value of a kind that has a form, which may go on where others end.
    private mutating func valueOfKind(
        _ rule: KeyRule, at start: Int, terminator: ValueTerminator, key: Range<Int>
    ) -> Match? {
        switch rule.kind {
        case .creditCard where rule.rule == .cardKey:
            return cardEnd(at: start).map { Match(.creditCard, start, $0, rule.rule) }
        case .usSSN: return spacedNumberEnd(at: start).map { Match(.usSSN, start, $0, rule.rule) }
        case .iban: return ibanEnd(at: start).map { Match(.iban, start, $0, rule.rule) }
        case .email:
            if let end = spacedEmailEnd(at: start) { return Match(.email, start, end, rule.rule) }
            // What is sent by post has a recipient, too.
            return text.hasAnyCase("recipient", at: key.upperBound - 9)
                ? namedPerson(at: start, key: key, terminator: terminator) : nil
        default: return nil
        }
    }

    /// What stands behind the key up to where it ends, if it may be what the key says.
    private mutating func wholeValue(
        of key: Range<Int>, by rule: KeyRule, at start: Int, terminator: ValueTerminator, separator: Int
    ) -> Match? {
        var (start, terminator) = (start, terminator)
        if case .plain = terminator {
            if let match = ownValue(of: rule, at: start) { return match }
            if Self.hasGroups(rule.kind) { terminator = .groups }
        }
        if rule.form == .authorization {
            let scheme = schemeEnd(at: start)
            if case .plain = terminator {
                if scheme > start {
                    terminator = text.hasParameters(at: start) ? .parameters : .line
                } else if isRemark(at: start) {
                    return nil
                }
            }
            start = scheme
        }
        if rule.form == .plain, rule.kind == .secret, isOfLogin(key), let password = passwordBehindName(at: start) {
            return password
        }
        // `Reply-To: Jane Doe <jane@example.com>`
        if rule.kind == .email, let match = mailboxName(at: start) { return match }
        if rule.rule == .password, case .plain = terminator, let end = endOfFours(at: start) {
            return Match(.secret, start, end, rule.rule)
        }
        guard isPlausible(rule, from: start, terminator: terminator, separator: separator) else { return nil }
        var end = valueEnd(from: start, terminator: terminator, kind: rule.kind, rule: rule.rule)
        guard end > start else { return nil }
        switch terminator {
        case .quote(let quote):
            end = joinedEnd(start..<end, quote: quote, isSum: rule.kind == .secret)
            if rule.rule == .password { end = endBehindQuote(end, from: start) }
        case .plain:
            if rule.rule == .password { end = endOfLine(behind: end, separator: separator) }
            if text.hasAnyCase("codes", at: key.upperBound - 5) { end = endOfCodes(start..<end) }
        default: break
        }
        if rule.form == .opaque, !isOpaqueValue(start..<end, key: key) { return nil }
        return Match(rule.kind, start, end, rule.form == .authorization ? .authorization : rule.rule)
    }

    /// `"newPassword":"x","confirm":"x"`: the rule of passwords, right behind one.
    private func ruleOfRepeated(_ key: Range<Int>) -> KeyRule? {
        let gap = state.floor..<max(state.floor, key.lowerBound)
        let isRepeated =
            state.last == .secret && (1...8).contains(gap.count) && !gap.contains { text[$0].isWord }
        return isRepeated ? KeyRule(kind: .secret, rule: .password, scope: .everywhere, form: .plain) : nil
    }

    /// Whether a value behind a common key such as `acme_key` is a secret: it looks random, is no hash, and no UUID
    /// unless the key is a name of the environment (`ACME_KEY`).
    private func isOpaqueValue(_ range: Range<Int>, key: Range<Int>) -> Bool {
        guard range.count >= 12 else { return false }
        if isTypePath(range) { return false }
        if text.isUUID(range) { return key.contains { text[$0].isUpper } && key.contains { text[$0] == "_" } }
        return text.isOpaque(range) && !text.isName(range) && !(text.isFingerprint(range) && key.count < 6)
    }

    /// `Curve25519PublicKeyImpl`, `ASN1.ASN1BitString`: begins with a capital, and holds words and one number or two.
    private func isTypePath(_ range: Range<Int>) -> Bool {
        guard text[range.lowerBound].isUpper, !text[range.lowerBound - 1].isQuote else { return false }
        var numbers = 0
        var inWords = 0
        var run = 0
        for i in range {
            guard text[i].isAlphanumeric || text[i] == "." else { return false }
            if text[i].isDigit, !text[i - 1].isDigit { numbers += 1 }
            run = text[i].isLower ? run + 1 : 0
            if run >= 3 { inWords += run == 3 ? 3 : 1 }
        }
        return numbers <= 2 && inWords * 2 >= range.count
    }

    /// `Authorization = try makeHeader()`: without a scheme, only what looks random is a credential.
    func isRemark(at start: Int) -> Bool {
        var i = start
        while i - start < 256, !text[i].isBlank, !text[i].isQuote, text[i] != ",", text[i] != ";" {
            i += 1
        }
        return i - start < 12 || !text.isOpaque(start..<i) || text.isName(start..<i)
    }

    private static func hasGroups(_ kind: Kind) -> Bool {
        switch kind {
        case .phone, .creditCard, .usSSN, .nationalID, .bankAccount, .iban, .passport: true
        default: false
        }
    }
}
