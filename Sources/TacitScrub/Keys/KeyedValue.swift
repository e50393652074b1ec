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
        guard var rule = keys.rule(for: key, in: text) else {
            return isInCookie(separator) ? cookieValue(separator: separator, name: key) : nil
        }
        // In a cookie even a common name has a secret.
        if rule.isCommon || rule.kind == .secret, isInCookie(separator),
            let match = cookieValue(separator: separator, name: key)
        {
            return match
        }
        guard rule.scope == .everywhere else { return nil }
        if rule.form == .pair {
            if text[separator + 1] == 0x27, text.equalsAnyCase("input_value", key) {
                return refusedInput(at: separator + 2)
            }
            let named =
                text.hasAnyCase("confirm", at: key.upperBound - 7)
                ? ruleOfRepeated(key) : neighbour(of: separator) ?? ruleOfField(separator) ?? ruleOfLabel(separator)
            guard let named else {
                return price(behind: separator + width, before: key.lowerBound)
            }
            rule = named
        } else if rule.isCommon, let match = contentOfElement(namedBehind: separator) {
            return match
        }
        var start = separator + width
        // `:=`, `=>`, `==`, `::=`
        var operators = start
        while operators < start + 3, text[operators] == 0x3A || text[operators] == 0x3D || text[operators] == 0x3E,
            !text.has("=?", at: operators)
        {
            operators += 1
        }
        if operators > start, text[separator] == 0x3D || text[operators - 1] == 0x3D { start = operators }
        if isEncodedInEntry(key, separator: separator) { start = separator + 2 }
        // `Author:          Jane Doe`: columns are aligned behind a colon.
        let spaces = start + (text[separator] == 0x3A ? 24 : 4)
        while start < spaces, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        if start > separator + 1, isNextPair(at: start, behind: separator) { return nil }
        if text.has("string(", at: start) { start = behindDumpedLength(at: start) }
        if text.has("!!str ", at: start) { start += 6 }
        if text.has("&quot;", at: start) { start += 6 }
        if text[separator] == 0x3A {
            let block = behindBlockSign(at: start)
            if block > start, isCutOff(at: block, end: 0x0A) {
                unfinished = key.lowerBound
                return nil
            }
            start = block
        }
        if text[separator] == 0x3A { start = behindType(at: behindTags(at: start)) }
        start = behindLevel(at: behindWrapper(at: behindTimeOfSignature(at: start)))
        if rule.form == .cookie {
            if !isInCookie(start) { beginCookie(at: start) }
            return nil
        }
        if text[separator] == 0x3D, StatementParameters.mark(at: start, in: text) != nil, beginParameters(at: start) {
            return nil
        }
        var terminator = ValueTerminator.plain
        // `\"`, and `\\\"` of JSON within JSON within JSON.
        var backslashes = 0
        while backslashes < 8, text[start + backslashes] == 0x5C { backslashes += 1 }
        if backslashes > 0, Byte.isQuote(text[start + backslashes]) {
            terminator = .escapedQuote(text[start + backslashes])
            start += backslashes + 1
        } else if let quote = quote(at: start) {
            // `prompt='Password: '`: this quote ends the string that the key stands in.
            if text[quote] == left(key.lowerBound - 1), text[key.upperBound] != text[quote],
                !Byte.isWord(text[quote + 1])
            {
                return nil
            }
            terminator = .quote(text[quote])
            start = quote + 1
            // JSON in a cell of CSV: `""password"":""x""`.
            if text[quote] == 0x22, text[start] == 0x22, left(separator - 1) == 0x22, left(separator - 2) == 0x22 {
                start += 1
            }
        } else if text[start] == 0x5B {
            if let match = listedValue(by: rule, at: start, separator: separator) { return match }
        }
        if let match = escapedField(key, separator: separator, at: start, terminator: terminator, by: rule)
            ?? encodedWords(at: start, behind: separator, key: key.lowerBound)
            ?? encodedValue(key, separator: separator, at: start, by: rule)
        {
            return match
        }
        if rule.kind == .dateOfBirth, let date = dateInParts(at: start) {
            return Match(.dateOfBirth, date.lowerBound, date.upperBound, rule.rule)
        }
        if case .plain = terminator, rule.kind != .secret, rule.kind != .geoCoordinate,
            text[start] == 0x5B || text[start] == 0x7B
                || text[start] == 0x28 && !(rule.kind == .phone && Byte.isDigit(text[start + 1]))
        {
            return nil
        }
        if rule.kind == .creditCard, rule.rule == .cardKey,
            let end = cardEnd(at: start)
        {
            return Match(.creditCard, start, end, rule.rule)
        }
        if rule.kind == .iban, let end = ibanEnd(at: start) { return Match(.iban, start, end, rule.rule) }
        if rule.kind == .email {
            if let end = spacedEmailEnd(at: start) { return Match(.email, start, end, rule.rule) }
            // What is sent by post has a recipient, too.
            if text.hasAnyCase("recipient", at: key.upperBound - 9),
                let match = namedPerson(at: start, key: key, terminator: terminator)
            {
                return match
            }
        }
        if rule.form == .checked { return text.equalsAnyCase("cc", key) ? mailboxName(at: start) : nil }
        if rule.form == .opaque, rule.kind != .secret { return ownValue(of: rule, at: start) }
        if case .plain = terminator, let match = ownValue(of: rule, at: start) { return match }
        if rule.form == .phrase { return phrase(at: start, by: rule) }
        if rule.form == .name { return namedPerson(at: start, key: key, terminator: terminator) }
        if rule.form == .directory {
            return directoryName(at: start) ?? nameInEntry(key, separator: separator, at: start)
        }
        if rule.form == .mailbox { return mailboxName(at: start) }
        if case .plain = terminator, Self.hasGroups(rule.kind) { terminator = .groups }
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
        if case .quote(let quote) = terminator {
            end = joinedEnd(start..<end, quote: quote, isSum: rule.kind == .secret)
            if rule.rule == .password { end = endBehindQuote(end, from: start) }
        }
        if rule.rule == .password, case .plain = terminator { end = endOfLine(behind: end, separator: separator) }
        if text.hasAnyCase("codes", at: key.upperBound - 5), case .plain = terminator { end = endOfCodes(start..<end) }
        if rule.form == .opaque, !isOpaqueValue(start..<end, key: key) { return nil }
        let id = rule.form == .authorization ? RuleID.authorization : rule.rule
        return Match(rule.kind, start, end, id)
    }

    /// `Stripe-Signature: t=1492774577,v1=5257a8…`: when a hook was signed stands before the signature.
    private func behindTimeOfSignature(at start: Int) -> Int {
        guard text.has("t=", at: start) else { return start }
        var i = start + 2
        while i - start < 16, Byte.isDigit(text[i]) { i += 1 }
        return text.has(",v1=", at: i) ? i + 4 : start
    }

    /// Whether more is to come of what goes on from `start` to the byte `end`, and may stand on a line that the view shows in part.
    func isCutOff(at start: Int, end: UInt8) -> Bool {
        !isFinal && text.count - start < Reach.shape
            && (start >= text.count || !(start..<text.count).contains { text[$0] == end })
    }

    /// `password: >-` and the value on the next line, as YAML writes a block: where it begins.
    private func behindBlockSign(at start: Int) -> Int {
        guard text[start] == 0x3E || text[start] == 0x7C else { return start }
        var i = start + 1
        if text[i] == 0x2D || text[i] == 0x2B { i += 1 }
        if text[i] == 0x0D { i += 1 }
        guard text[i] == 0x0A else { return i < text.count ? start : i }
        let line = i + 1
        i = line
        while i - line < 32, text[i] == 0x20 { i += 1 }
        return i > line || i >= text.count ? i : start
    }

    /// `password= user=jane`: the value is empty, and another pair follows.
    private func isNextPair(at start: Int, behind separator: Int) -> Bool {
        guard text[separator] == 0x3D, !Byte.isBlank(text[separator - 1]) else { return false }
        var i = start
        while i - start < 24, Byte.isLetter(text[i]) || text[i] == 0x5F { i += 1 }
        return i > start && text[i] == 0x3D && (Byte.isWord(text[i + 1]) || Byte.isQuote(text[i + 1]))
    }

    /// `userPassword:: aHVudGVyMg==`: a line of LDIF whose value is in base64.
    func isEncodedInEntry(_ key: Range<Int>, separator: Int) -> Bool {
        let before = left(key.lowerBound - 1)
        return text.has(":: ", at: separator) && (before == 0 || Byte.isLineEnd(before))
    }

    /// `<b>Name:</b> Jane Doe`, `<td>Name:</td><td>Jane Doe`: where the value begins behind what ends the element of its
    /// key, and the beginning of another.
    private func behindTags(at start: Int) -> Int {
        guard text[start] == 0x3C, text[start + 1] == 0x2F else { return start }
        var i = start
        for _ in 0..<4 {
            while i - start < 80, text[i] == 0x20 { i += 1 }
            guard text[i] == 0x3C else { break }
            let tag = i
            i += 1
            while i - tag < 24, text[i] != 0x3E, text[i] != 0x3C, !Byte.isLineEnd(text[i]) { i += 1 }
            guard text[i] == 0x3E else { return start }
            i += 1
        }
        return i
    }

    /// `secret: String = "x7Kd…"`: where the quote is, behind a type and `=`.
    private func behindType(at start: Int) -> Int {
        var i = start
        while i - start < 32, Byte.isLetter(text[i]) || text[i] == 0x2E { i += 1 }
        // `password: hunter = "x"`: the word itself is the value.
        let isType =
            Byte.isUpper(text[start]) || text.equalsAnyCase("string", start..<i) || text.equalsAnyCase("str", start..<i)
        guard isType else { return start }
        if text[i] == 0x3F { i += 1 }
        return text.has(" = ", at: i) && Byte.isQuote(text[i + 3]) ? i + 3 : start
    }

    /// `"newPassword":"x","confirm":"x"`: the rule of passwords, right behind one.
    private func ruleOfRepeated(_ key: Range<Int>) -> KeyRule? {
        let gap = state.floor..<max(state.floor, key.lowerBound)
        let isRepeated =
            state.last == .secret && (1...8).contains(gap.count) && !gap.contains { Byte.isWord(text[$0]) }
        return isRepeated ? KeyRule(kind: .secret, rule: .password, scope: .everywhere, form: .plain) : nil
    }

    private func isOfLogin(_ key: Range<Int>) -> Bool {
        key.contains { i in
            text[i] >= 0x80
                || (["cred", "login", "ident", "daten", "gegevens"] as [StaticString]).contains {
                    text.hasAnyCase($0, at: i)
                }
        }
    }

    /// `credentials: jane / hunter2`: the second of two words, with a slash between them.
    private func passwordBehindName(at start: Int) -> Match? {
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

    /// `password="p@ss"word1"`: where a quote within a password is not escaped, behind the next one, which nothing but
    /// what ends a value follows.
    private func endBehindQuote(_ quote: Int, from start: Int) -> Int {
        guard text[quote] == text[start - 1], Byte.isAlphanumeric(text[quote + 1]), text[quote - 1] != 0x3D else {
            return quote
        }
        var i = quote + 1
        while i - quote < 64, !Byte.isBlank(text[i]), text[i] != text[quote] {
            switch text[i] {
            case 0x2C, 0x3A, 0x3B, 0x3D, 0x26, 0x28, 0x7B, 0x5B, 0x3C, 0x22, 0x27: return quote
            default: i += 1
            }
        }
        guard text[i] == text[quote] else { return quote }
        switch text[i + 1] {
        case 0x2C, 0x3B, 0x29, 0x5D, 0x7D, 0x3E: return i
        default: return Byte.isBlank(text[i + 1]) ? i : quote
        }
    }

    /// `password: p@ss,w0rd;x`: a sign between the parts of a password ends it only where it could end a field; here the
    /// line ends behind the last part, and none of them is a pair.
    private func endOfLine(behind end: Int, separator: Int) -> Int {
        guard text[separator] == 0x3A, text[end] == 0x2C || text[end] == 0x3B, !Byte.isBlank(text[end + 1]) else {
            return end
        }
        var i = end
        var digits = 0
        while i - end < 64, !Byte.isBlank(text[i]) {
            switch text[i] {
            case 0x3A, 0x3D, 0x22, 0x27, 0x60, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x5C, 0x2F: return end
            case let b where Byte.isDigit(b): digits += 1
            default: break
            }
            i += 1
        }
        return digits > 0 && Byte.isLineEnd(text[i]) ? i : end
    }

    /// `recovery codes: a1b2c-3d4e5, f6g7h-8i9j0`: behind the last of the codes that are written like the first.
    private func endOfCodes(_ first: Range<Int>) -> Int {
        func shape(_ b: UInt8) -> UInt8 { Byte.isAlphanumeric(b) ? 0x61 : b }
        var end = first.upperBound
        for _ in 0..<32 {
            var next = end
            while next - end < 3, text[next] == 0x2C || text[next] == 0x20 || text[next] == 0x3B { next += 1 }
            let isLike =
                next > end
                && (0..<first.count).allSatisfy {
                    shape(text[next + $0]) == shape(text[first.lowerBound + $0])
                }
            guard isLike, !Byte.isWord(text[next + first.count]),
                (next..<next + first.count).contains(where: { Byte.isDigit(text[$0]) })
            else { break }
            end = next + first.count
        }
        return end
    }

    /// `abcd efgh ijkl mnop`, as Google draws passwords of programs: two of the four at least are no word.
    private func endOfFours(at start: Int) -> Int? {
        var strange = 0
        for group in 0..<4 {
            let first = start + 5 * group
            guard (first..<first + 4).allSatisfy({ Byte.isLower(text[$0]) }), group == 3 || text[first + 4] == 0x20
            else {
                return nil
            }
            if !text.isWordLike(first..<first + 4) { strange += 1 }
        }
        let end = start + 19
        return strange > 1 && (Byte.isLineEnd(text[end]) || Byte.isQuote(text[end])) ? end : nil
    }

    /// `{"day":12,"month":3,"year":1984}`, in any order: from the first number to the last.
    private func dateInParts(at brace: Int) -> Range<Int>? {
        guard text[brace] == 0x7B else { return nil }
        var (first, last, parts) = (0, 0, 0)
        var i = brace + 1
        while parts < 3, i - brace < 160 {
            while i - brace < 160, Self.isBetweenParts(text[i]) { i += 1 }
            let word = i
            while i - word < 12, Byte.isLetter(text[i]) { i += 1 }
            guard Self.parts.contains(word..<i, in: text) else { return nil }
            while i - brace < 160, Self.isBetweenParts(text[i]) { i += 1 }
            let number = i
            while i - number < 5, Byte.isDigit(text[i]) { i += 1 }
            guard (1...4).contains(i - number), !Byte.isWord(text[i]) else { return nil }
            if parts == 0 { first = number }
            last = i
            parts += 1
        }
        return parts == 3 ? first..<last : nil
    }

    private static func isBetweenParts(_ b: UInt8) -> Bool {
        Byte.isQuote(b) || b == 0x20 || b == 0x3A || b == 0x2C || b == 0x5C || b == 0x3D || b == 0x0A || b == 0x0D
    }

    private static let parts: WordSet = ["day", "month", "year", "monat", "tag", "jahr", "dia", "mes", "jour", "mois"]

    /// The end of a string whose parts a program joins, if it is a sum: `"x7Kd" + "9fPq"`; or of a value and what it is changed
    /// to: `"x7Kd" -> "9fPq"`. `first` is the first.
    private func joinedEnd(_ first: Range<Int>, quote: UInt8, isSum: Bool) -> Int {
        var end = first.upperBound
        for _ in 0..<8 {
            var i = end + 1
            while i - end < 8, text[i] == 0x20 || text[i] == 0x09 { i += 1 }
            guard text[end] == quote else { return end }
            if isSum, text[i] == 0x2B {
                i += 1
            } else if text.has("->", at: i) || text.has("=>", at: i) {
                i += 2
            } else if text.has("→", at: i) {
                i += 3
            } else {
                return end
            }
            while i - end < 16, text[i] == 0x20 || text[i] == 0x09 { i += 1 }
            // A finding has an end, and so has what a verifier may look at.
            guard text[i] == quote, i - first.lowerBound < Reach.shape else { return end }
            let last = min(text.count, i + 1 + Reach.shape)
            guard let next = (i + 1..<last).first(where: { text[$0] == quote || Byte.isLineEnd(text[$0]) }) else {
                return end
            }
            end = next
        }
        return end
    }

    /// `email jane @ example.com`, from the first blank: behind the word, with another blank between.
    func spacedEmail(at blank: Int) -> Match? {
        var start = blank
        while blank - start < 64, Byte.isKey(left(start - 1)) || left(start - 1) == 0x2B { start -= 1 }
        guard start < blank, left(start - 1) == 0x20, let end = spacedEmailEnd(at: start) else { return nil }
        // `to: jane @ example.com`
        let isHeader = left(start - 2) == 0x3A
        let word = isHeader ? start - 2 : start - 1
        let isNamed = (["email", "e-mail", "mail", "correo", "courriel"] as [StaticString]).contains {
            text.hasAnyCase($0, at: word - $0.utf8CodeUnitCount)
        }
        let isOfHeader =
            isHeader
            && (["to", "from", "cc", "bcc", "sender", "user", "login", "contact"] as [StaticString]).contains {
                text.hasAnyCase($0, at: word - $0.utf8CodeUnitCount)
                    && !Byte.isLetter(left(word - $0.utf8CodeUnitCount - 1))
            }
        return isNamed || isOfHeader ? Match(.email, start, end, .email) : nil
    }

    /// `E-Mail: jane @ example.com`: the end of an address with blanks around its sign.
    private func spacedEmailEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 64, Byte.isWord(text[i]) || text[i] == 0x2E || text[i] == 0x2B || text[i] == 0x2D { i += 1 }
        guard i > start, text.has(" @ ", at: i) else { return nil }
        let domain = i + 3
        i = domain
        var dot: Int?
        while i - domain < 255, Byte.isAlphanumeric(text[i]) || text[i] == 0x2D || text[i] == 0x2E {
            if text[i] == 0x2E { dot = i }
            i += 1
        }
        guard let dot, i - dot > 2, dot > domain, (dot + 1..<i).allSatisfy({ Byte.isLetter(text[$0]) }) else {
            return nil
        }
        return i
    }

    /// `"amount": {"value": "47731.56", "currency": "EUR"}`: an amount, as the field beside it says. Or the amount
    /// itself: `amount: 71,454.53 USD`.
    private func price(behind start: Int, before key: Int) -> Match? {
        var i = start
        while i - start < 4, text[i] == 0x20 || Byte.isQuote(text[i]) { i += 1 }
        // Not `value: $0` and `$0.1`: a parameter, and a member of it.
        let isParameter = text[i] == 0x24 && text[i + 2] == 0x2E && !Byte.isDigit(text[i + 4])
        let named = amountEnd(at: i, mustSayCurrency: true).flatMap { $0 - i > 3 && !isParameter ? $0 : nil }
        guard let end = named ?? amountEnd(at: i, mustSayCurrency: false) else { return nil }
        var behind = end
        while behind - end < 8, !Byte.isLetter(text[behind]), !Byte.isLineEnd(text[behind]) { behind += 1 }
        // `"currency":"EUR","amount":"`
        let isPriced =
            named != nil || text.has("currency", at: behind)
            || (12...20).contains { text.hasAnyCase("currency", at: key - $0) }
        return isPriced ? Match(.moneyAmount, i, end, RuleID("key.money")) : nil
    }

    /// Whether what a quote ends at `quote` is the first of a pair: `('password'`, but not `scrypt('password'`, nor the names of
    /// columns: `("full_name", "ssn")`.
    func isFirstOfTuple(before quote: Int) -> Bool {
        var i = quote
        while quote - i < 64, Byte.isKey(left(i - 1)) { i -= 1 }
        guard i < quote, left(i - 1) == text[quote], left(i - 2) == 0x28, !Byte.isWord(left(i - 3)) else {
            return false
        }
        let second = quote + 4
        var end = second
        while end - second < 64, Byte.isKey(text[end]) { end += 1 }
        return text[end] != text[quote] || keys.rule(for: second..<end, in: text).map { $0.kind == .secret } ?? true
    }

    /// `Some("x7Kd…")`, `ISODate('1994-06-09')`, `<<"x7Kd…">>` of Erlang, `STRING: "x7Kd…"` of SNMP: where the quote is.
    private func behindWrapper(at start: Int) -> Int {
        // Most values begin otherwise.
        guard Byte.isLetter(text[start]) || text[start] == 0x23 || text[start] == 0x3C else { return start }
        for wrapper in Self.wrappers where text.has(wrapper, at: start) {
            let end = start + wrapper.utf8CodeUnitCount
            if text[end] == 0x22 || text[end] == 0x27 || text[end] == 0x5C && text[end + 1] == 0x22 { return end }
        }
        return start
    }

    private static let wrappers: [StaticString] = [
        "Some(", "Optional(", "Just ", "Ok(", "Secret(", "SecretString(", "ISODate(", "new Date(", "Date(",
        "Timestamp(", "LocalDate(", "String(", "#inst ", "<<", "STRING: ", "SecretStr(",
        "MD5(", "SHA1(", "SHA(", "SHA2(", "PASSWORD(", "ENCRYPT(", "CRYPT(", "UPPER(", "LOWER(", "TRIM(", "DATE(",
        "md5(",
        "sha1(", "sha2(", "crypt(", "upper(", "lower(", "trim(", "to_date(", "TO_DATE(", "STR_TO_DATE(",
    ]

    /// `{"fullName":{"S":"Jane Doe"}}`, `{"full_name":{"query":"Jane Doe"}}`, `"name":[{"text":"Jane Doe"}]`, `"address":[{"line":["1 Main Street"]`: the value
    /// stands one level below its key, with its type, or what it is asked for, between them. Where its quote is.
    private func behindLevel(at start: Int) -> Int {
        var i = start
        if text[i] == 0x5B { i += 1 }
        guard text[i] == 0x7B else { return start }
        i += 1
        while i - start < 8, text[i] == 0x20 { i += 1 }
        let quote = text[i]
        guard quote == 0x22 || quote == 0x27 else { return start }
        let word = i + 1
        i = word
        while i - word < 16, Byte.isLetter(text[i]) || text[i] == 0x24 || text[i] == 0x5F { i += 1 }
        guard text[i] == quote, Self.levels.contains(word..<i, in: text) else { return start }
        let end = i + 1
        i = end
        while i - end < 4, text[i] == 0x20 || text[i] == 0x3A { i += 1 }
        if text[i] == 0x5B { i += 1 }
        return i > end && text[i] == quote ? i : start
    }

    private static let levels: WordSet = [
        "s", "n", "string", "query", "value", "stringvalue", "text", "$eq", "eq", "_value", "term", "equals", "content",
        "long", "$date", "literal", "_text", "line",
    ]

    /// The same from the value on, which PHP writes on a line of its own: `["password"]=>`, and below it `string(7)
    /// "hunter2"`.
    mutating func dumpedValue(at start: Int) -> Match? {
        var i = start
        while start - i < 24, Byte.isBlank(left(i - 1)), left(i - 1) != 0 { i -= 1 }
        guard left(i - 1) == 0x3E, left(i - 2) == 0x3D, left(i - 3) == 0x5D else { return nil }
        return keyedValue(separator: i - 2, width: start - i + 2)
    }

    /// `string(7) "hunter2"`, as PHP dumps a string: where the quote is.
    private func behindDumpedLength(at start: Int) -> Int {
        var i = start + 7
        while i - start < 12, Byte.isDigit(text[i]) { i += 1 }
        return text[i] == 0x29 && text[i + 1] == 0x20 && text[i + 2] == 0x22 ? i + 2 : start
    }

    /// The quote that a string begins with; programs may write a sign before it: `@"x"`, `b'x'`, `rb"x"`.
    private func quote(at start: Int) -> Int? {
        if Byte.isQuote(text[start]) { return start }
        var i = start
        while i - start < 2 {
            switch text[i] {
            case 0x40, 0x24, 0x62, 0x72, 0x75, 0x66, 0x4C, 0x42, 0x52, 0x55, 0x46, 0x4E: i += 1
            default: return nil
            }
            if text[i] == 0x22 || text[i] == 0x27 { return isPattern(behind: i) ? nil : i }
        }
        return nil
    }

    /// Whether a string holds the brackets and backslashes of a regular expression or a template.
    private func isPattern(behind quote: Int) -> Bool {
        var i = quote + 1
        while i - quote < 128, text[i] != text[quote], !Byte.isLineEnd(text[i]) {
            if text[i] == 0x5B || text[i] == 0x28 || text[i] == 0x7B || text[i] == 0x5C { return true }
            i += 1
        }
        return false
    }

    /// The value of a kind that has its own way of ending, where no quotes tell: a date with spaces, an amount, a pair
    /// of degrees, an address, a name of several words.
    private func ownValue(of rule: KeyRule, at start: Int) -> Match? {
        let end: Int?
        var start = start
        switch rule.kind {
        case .dateOfBirth: end = dateEnd(at: start) ?? epochEnd(at: start)
        case .moneyAmount: end = amountEnd(at: start, mustSayCurrency: false)
        case .geoCoordinate:
            while text[start] == 0x5B || text[start] == 0x28 || text[start] == 0x20 { start += 1 }
            end = coordinateEnd(at: start, decimals: rule.form == .opaque ? 3 : 1)
        case .streetAddress:
            // `pickup: 10 Items`, `dropoff: Terminal 4`
            let isPlace = rule.form == .opaque && isPickup(before: start)
            end = addressEnd(at: start).flatMap { last in
                !isPlace || (start..<last).contains { text[$0] == 0x2C } ? last : nil
            }
        case .nationalID:
            let groups = Groups(in: text, at: start)
            var words = WordsBefore()
            return groups.count > 0 ? nationalID(groups, words: &words) : nil
        case .person where rule.form == .plain:
            // `Vorname: Nachname: `: the next key.
            let last =
                travellerEnd(at: start)
                ?? (nameEnd(at: start, few: 1).map { givenNameEnd(behind: $0, from: start) }
                ?? shoutedNameEnd(at: start))
                .flatMap { text.isHarmless(start..<$0) || text[$0] == 0x3A ? nil : $0 }
                ?? (text[start - 1] == 0x3D ? smallNameEnd(at: start) : nil)
            end = last.flatMap { isNoName(start..<$0) || isRemark(from: start, behind: $0) ? nil : $0 }
        default: end = nil
        }
        return end.map { Match(rule.kind, start, $0, rule.rule) }
    }

    private func isPickup(before start: Int) -> Bool {
        (start - 12..<start).contains { text.hasAnyCase("pickup", at: $0) || text.hasAnyCase("dropoff", at: $0) }
    }

    /// `full_name=J%C3%BCrgen+Muster&`, `"full_name":"J\\u00fcrgen"`, `name: Anna&#32;Muster`: the value of a kind that
    /// has words, if what it reads as once its escapes are undone holds one; of names and addresses, all of it.
    /// `start` is where it begins, `terminator` how it ends.
    private func escapedField(
        _ key: Range<Int>, separator: Int, at start: Int, terminator: ValueTerminator, by rule: KeyRule
    ) -> Match? {
        guard !isDecoded, Self.hasWords(rule.kind) || rule.kind == .phone && holdsEntity(at: start) else { return nil }
        let isForm = text[separator] == 0x3D && start == separator + 1
        var end = start
        var isEscaped = false
        while end - start < 256, !Byte.isLineEnd(text[end]),
            !endsField(at: end, terminator) || isEscaped && goesOnEscaped(behind: end)
        {
            let width = widthOfEscape(at: end)
            // `full_name=first+last` is a sum in a program.
            if width > 1 || isForm && text[end] == 0x2B && Byte.isUpper(text[end + 1]) { isEscaped = true }
            end += width
        }
        if isForm, text[end] == 0x26, (start..<end).contains(where: { text[$0] == 0x2B }) { isEscaped = true }
        guard isEscaped, !holdsPlaceholder(start..<end) else { return nil }
        let hasPercent = (start..<end).contains { text[$0] == 0x25 }
        let match = Decoded.make(from: key.lowerBound) { decoded in
            var i = key.lowerBound
            while i < start {
                decoded.append(text[i], from: i)
                i += 1
            }
            while i < end {
                if text[i] == 0x2B, i > start, isForm || hasPercent {
                    decoded.append(0x20, from: i)
                    i += 1
                } else {
                    i += decoded.append(text.escape(at: i), at: i, of: text)
                }
            }
            if Byte.isQuote(text[end]) { decoded.append(text[end], from: end) }
            decoded.finish(at: end)
            return decoded.match(like: self) { $0.keyedValue(separator: separator - key.lowerBound) }
        }
        guard let match, match.kind == .person || match.kind == .streetAddress else { return match }
        // What was too long to decode belongs to it, too.
        while end - start < Reach.finding, !Byte.isLineEnd(text[end]),
            !endsField(at: end, terminator) || goesOnEscaped(behind: end)
        {
            end += widthOfEscape(at: end)
        }
        return Match(match.kind, start, end, match.rule)
    }

    /// Where a field ends that escapes may stand in: with its quote, or like a plain value, whose blanks go on.
    private func endsField(at i: Int, _ terminator: ValueTerminator) -> Bool {
        switch terminator {
        case .quote(let quote): text[i] == quote
        case .escapedQuote: text[i] == 0x5C && Byte.isQuote(text[i + 1])
        default:
            Byte.isBlank(text[i]) || (text[i] == 0x26 || text.endsPlainValue(at: i)) && widthOfEscape(at: i) == 1
        }
    }

    /// Whether another word that begins with an escaped letter, of other scripts than Latin, stands behind a blank.
    private func goesOnEscaped(behind blank: Int) -> Bool {
        guard text[blank] == 0x20 else { return false }
        let (scalar, width) = text.unescaped(text.escape(at: blank + 1), at: blank + 1)
        return width > 1 && scalar >= 0x80
    }

    /// Whether a character reference stands in the next bytes of a number: `+33&nbsp;6`.
    private func holdsEntity(at start: Int) -> Bool {
        (start..<start + 20).contains { text[$0] == 0x26 && text.unescaped(.entity, at: $0).width > 1 }
    }

    /// How many bytes the character at `i` is written with, in whatever escape; one where none begins.
    private func widthOfEscape(at i: Int) -> Int { text.unescaped(text.escape(at: i), at: i).width }

    private static func hasWords(_ kind: Kind) -> Bool {
        switch kind {
        case .person, .streetAddress, .dateOfBirth, .moneyAmount, .geoCoordinate: true
        default: false
        }
    }

    /// `Doe, Jane`: the given names behind a family name and a comma, up to the end of the field.
    private func givenNameEnd(behind comma: Int, from start: Int) -> Int {
        guard text[comma] == 0x2C, text[comma + 1] == 0x20, !(start..<comma).contains(where: { text[$0] == 0x20 }),
            let end = nameEnd(at: comma + 2, few: 1)
        else { return comma }
        switch text[end] {
        case 0x22, 0x27, 0x3B, 0x7C, 0x3C, 0x29: return end
        default: return Byte.isLineEnd(text[end]) ? end : comma
        }
    }

    /// `name: "Jane Doe"` of something that says it is a person, or `owner: Jane Doe`.
    mutating func namedPerson(at start: Int, key: Range<Int>, terminator: ValueTerminator) -> Match? {
        let isOfCard = text.has("FN:", at: key.lowerBound) && Byte.isLineEnd(left(key.lowerBound - 1))
        let isVague = !isOfCard && Self.vagueNames.contains(lastWord(of: key), in: text)
        if let end = travellerEnd(at: start) { return Match(.person, start, end, RuleID("key.name")) }
        guard let end = nameEnd(at: start, few: isVague ? 1 : 2) else { return nil }
        switch terminator {
        case .quote(let quote): if text[end] != quote { return nil }
        case .escapedQuote: if text[end] != 0x5C { return nil }
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
            if Byte.isLineEnd(text[end]), isCutOff(at: next, end: 0x0A) { unfinished = key.lowerBound }
            return nil
        }
        // `Author: GitHub Actions`
        if text.hasAnyCase("author", at: key.upperBound - 6), isOfTeam(name), !isKnownName(name) { return nil }
        if isOrganization(name) { return nil }
        return Match(.person, start, end, RuleID("key.name"))
    }

    /// `DOE/JANE MRS`, as airlines write names.
    private func travellerEnd(at start: Int) -> Int? {
        var slash = start
        while slash - start < 30, Byte.isUpper(text[slash]) { slash += 1 }
        guard slash - start > 1, text[slash] == 0x2F else { return nil }
        var end = slash + 1
        while end - slash < 40, Byte.isUpper(text[end]) || text[end] == 0x20 && Byte.isUpper(text[end + 1]) { end += 1 }
        for title in [" MR", " MRS", " MS", " MISS", " MSTR", " DR", " CHD", " INF"] as [StaticString]
        where text.has(title, at: end - title.utf8CodeUnitCount) && !Byte.isWord(text[end]) {
            return end
        }
        return nil
    }

    /// `"name":"Jane Doe","phone":`, `{ Name = Jane Doe, Salary = `: what people have follows.
    private func isOfContact(_ name: Range<Int>) -> Bool {
        let end = name.upperBound
        switch text[end] {
        case 0x22, 0x27, 0x2C, 0x3B, 0x26, 0x3C: break
        // `name: Jane Doe`, and on the next line `phone: `.
        case 0x0A, 0x0D: break
        // `[name] => Jane Doe [phone] => `
        case 0x20 where text[end + 1] == 0x5B: break
        default: return false
        }
        // The signs between, and the key, of which a space of names may be a part: `:user/phone`.
        var i = end
        if text[i] == 0x0D { i += 1 }
        if text[i] == 0x0A { i += 1 }
        if text.has("\";s:", at: end) {
            i += 4
            while i - end < 8, Byte.isDigit(text[i]) { i += 1 }
        }
        while i - end < 16, !Byte.isWord(text[i]), !Byte.isLineEnd(text[i]) { i += 1 }
        let first = i
        while i - first < 40,
            Byte.isKey(text[i]) || text[i] == 0x2F || text[i] >= 0x80 || text[i] == 0x3A && Byte.isLetter(text[i + 1])
        { i += 1 }
        guard i > first else { return false }
        if text.has("foaf:mbox", at: first) { return true }
        let key = first..<i
        while i - key.upperBound < 4, text[i] == 0x20 || text[i] == 0x5D || Byte.isQuote(text[i]) { i += 1 }
        let isPair = text[i] == 0x3A || text[i] == 0x3D || text[i] == 0x2C && text[i + 1] == 0x3C || text[i - 1] == 0x22
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
            && !gap.contains { Byte.isWord(text[$0]) || text[$0] == 0x7D || text[$0] == 0x5D || text[$0] == 0x7B }
    }

    /// `name "Jane Doe"`, with no sign between, as Clojure, Redis and Turtle write pairs. `end` is behind the quote.
    func quotedName(behind end: Int, from start: Int) -> Match? {
        guard let last = nameEnd(at: end, few: 2), text[last] == 0x22, !isOrganization(end..<last),
            isOfContact(end..<last) || isBehindContact(start) || text.has("foaf:", at: start - 5)
        else { return nil }
        return Match(.person, end, last, RuleID("key.name"))
    }

    /// `cn: Jane Doe` and `sn: Doe` in an entry of LDIF: on a line of their own, below the name of the entry or what
    /// else was found in it.
    private func nameInEntry(_ key: Range<Int>, separator: Int, at start: Int) -> Match? {
        let before = left(key.lowerBound - 1)
        let isEncoded = isDecoded && isEncodedInEntry(key, separator: separator)
        guard text[separator] == 0x3A, isEncoded || before == 0x0A || before == 0x0D,
            let end = nameEnd(at: start, few: text.equalsAnyCase("cn", key) ? 2 : 1), Byte.isLineEnd(text[end]),
            !isOrganization(start..<end)
        else { return nil }
        if isEncoded { return Match(.person, start, end, RuleID("key.directory")) }
        var line = key.lowerBound - 1
        while line > text.lower, key.lowerBound - line < 200, !Byte.isLineEnd(left(line - 1)) { line -= 1 }
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
    private func isName(_ key: Range<Int>, of word: StaticString) -> Bool {
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
    private func mailboxName(at start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 1) else { return nil }
        var i = end
        if text[i] == 0x5C { i += 1 }
        if Byte.isQuote(text[i]) { i += 1 }
        guard text[i] == 0x20, text[i + 1] == 0x3C || text.has("&lt;", at: i + 1), isAddress(behind: i + 2),
            !text.isHarmless(start..<end), !isOrganization(start..<end), !text.isSystemAccount(start..<end)
        else { return nil }
        return Match(.person, start, end, RuleID("key.mailbox"))
    }

    /// Whether a mail address or what is left of one stands there, not `<T>` or `<root>`: also `<jane at example.com>`
    /// and the first part alone, `<jane.doe>`. The view may end before it.
    private func isAddress(behind start: Int) -> Bool {
        var i = start
        while i - start < 80, !Byte.isBlank(text[i]), text[i] != 0x3E {
            if text[i] == 0x40 || text[i] == 0x5B || text[i] == 0x25 || text[i] == 0x2E || text.has("(at)", at: i) {
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
                Byte.isUpper(text[i]) || text[i] >= 0xC3 || text[i - 1] >= 0xC3 && text[i] >= 0x80
                    || text[i] == 0x2D || text[i] == 0x27
            { i += 1 }
            guard i - word > 1, !Byte.isAlphanumeric(text[i]), text[i] != 0x3D, text[i] != 0x3A else { break }
            words += 1
            end = i
            guard text[i] == 0x20 else { break }
            i += 1
        }
        guard words > 1, text[end] != 0x28, text[end] != 0x5F, !text.has("NOT NULL", at: start) else { return nil }
        return end
    }

    /// `first_name=jane`: one word in small letters, right behind the sign.
    private func smallNameEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 40, Byte.isLetter(text[i]) || text[i] >= 0x80 { i += 1 }
        guard i - start > 1, Byte.isBlank(text[i]) || text.endsPlainValue(at: i) else { return nil }
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
        while i > limit, left(i - 1) != 0x28, left(i - 1) != 0x7B {
            if Byte.isLineEnd(left(i - 1)) { return isInSectionOfPerson(start) && isKnownName(name) }
            i -= 1
        }
        guard i > limit else { return false }
        let bracket = i
        // `O:8:"Customer":2:{` of PHP has numbers between.
        while i > bracket - 8, !Byte.isLetter(left(i - 1)) { i -= 1 }
        let end = i
        while i > end - 20, Byte.isLetter(left(i - 1)) { i -= 1 }
        guard i < end else { return false }
        // Plans and machines have profiles, too.
        if text.equalsAnyCase("profile", i..<end) { return isKnownName(name) }
        return saysPerson(i..<end)
    }

    private func saysPerson(_ word: Range<Int>) -> Bool {
        guard let rule = keys.rule(for: word, in: text) else { return false }
        return rule.form == .name || rule.kind == .person && rule.scope == .attribute
    }

    /// Whether the nearest line above that is less indented is `customer:`, or the nearest one in brackets `[customer]`.
    private func isInSectionOfPerson(_ key: Int) -> Bool {
        let limit = max(text.lower, key - 200)
        let first = text.indexBehindLast(0x0A, in: limit..<key)
        guard first > limit, (first..<key).allSatisfy({ text[$0] == 0x20 || text[$0] == 0x09 }) else { return false }
        let indent = key - first
        var line = first
        while line > limit {
            var end = line - 1
            line = text.indexBehindLast(0x0A, in: limit..<end)
            guard line > limit || line == 0 else { return false }
            if left(end - 1) == 0x0D { end -= 1 }
            var word = line
            while word < end, text[word] == 0x20 || text[word] == 0x09 || text.has("- ", at: word) { word += 1 }
            guard word < end - 1 else { return false }
            if indent > 0 {
                guard word - line < indent else { continue }
                return text[end - 1] == 0x3A && saysPerson(word..<end - 1)
            }
            if text[line] == 0x5B { return text[end - 1] == 0x5D && saysPerson(line + 1..<end - 1) }
        }
        return false
    }

    /// Whether a value behind a common key such as `acme_key` is a secret: it looks random, is no hash, and no UUID
    /// unless the key is a name of the environment (`ACME_KEY`).
    private func isOpaqueValue(_ range: Range<Int>, key: Range<Int>) -> Bool {
        guard range.count >= 12 else { return false }
        if isTypePath(range) { return false }
        if text.isUUID(range) { return key.contains { Byte.isUpper(text[$0]) } && key.contains { text[$0] == 0x5F } }
        return text.isOpaque(range) && !text.isName(range) && !(text.isFingerprint(range) && key.count < 6)
    }

    /// `Curve25519PublicKeyImpl`, `ASN1.ASN1BitString`: begins with a capital, and holds words and one number or two.
    private func isTypePath(_ range: Range<Int>) -> Bool {
        guard Byte.isUpper(text[range.lowerBound]), !Byte.isQuote(text[range.lowerBound - 1]) else { return false }
        var numbers = 0
        var inWords = 0
        var run = 0
        for i in range {
            guard Byte.isAlphanumeric(text[i]) || text[i] == 0x2E else { return false }
            if Byte.isDigit(text[i]), !Byte.isDigit(text[i - 1]) { numbers += 1 }
            run = Byte.isLower(text[i]) ? run + 1 : 0
            if run >= 3 { inWords += run == 3 ? 3 : 1 }
        }
        return numbers <= 2 && inWords * 2 >= range.count
    }

    /// `Authorization = try makeHeader()`: without a scheme, only what looks random is a credential.
    private func isRemark(at start: Int) -> Bool {
        var i = start
        while i - start < 256, !Byte.isBlank(text[i]), !Byte.isQuote(text[i]), text[i] != 0x2C, text[i] != 0x3B {
            i += 1
        }
        return i - start < 12 || !text.isOpaque(start..<i) || text.isName(start..<i)
    }

    private static func isLetter(_ b: UInt8) -> Bool { Byte.isLetter(b) || b >= 0x80 }

    private static func hasGroups(_ kind: Kind) -> Bool {
        switch kind {
        case .phone, .creditCard, .usSSN, .nationalID, .bankAccount, .iban, .passport: true
        default: false
        }
    }

    /// The key that ends at a separator; `?` or `||`, spaces, a bracket and a closing quote may come between.
    private func key(before separator: Int) -> Range<Int>? {
        var end = separator
        let spaces = max(state.floor, separator - (text[separator] == 0x3A ? 32 : 6))
        while end > spaces, separator - end < 2, text[end - 1] == 0x3F || text[end - 1] == 0x7C { end -= 1 }
        while end > spaces, text[end - 1] == 0x20 { end -= 1 }
        if end > state.floor, text[end - 1] == 0x5D { end -= 1 }
        // `user%5Bpassword%5D=`
        if end - 3 > state.floor, text[end - 3] == 0x25, text.hasAnyCase("%5d", at: end - 3) { end -= 3 }
        // `AES key (hex): `
        if end > state.floor, text[end - 1] == 0x29 { end = startOfRemark(before: end) }
        if end > state.floor, Byte.isQuote(text[end - 1]) {
            // In a cell of CSV all quotes are doubled.
            let value = text[separator + 1] == 0x20 ? separator + 2 : separator + 1
            let isDoubled = text.has("\"\"", at: end - 2) && end - 1 > state.floor && text.has("\"\"", at: value)
            end -= isDoubled ? 2 : 1
            let backslashes = max(state.floor, end - 7)
            while end > backslashes, text[end - 1] == 0x5C { end -= 1 }
        }
        var start = end
        let limit = max(state.floor, end - 64)
        while start > limit, Byte.isKey(text[start - 1]) || text[start - 1] >= 0x80 { start -= 1 }
        if left(start - 1) == 0x25, text.hasAnyCase("%5b", at: start - 1), end - start > 2 { start += 2 }
        guard start < end else { return nil }
        // `AWS::KMS::Key` is a type.
        if text[start - 1] == 0x3A, text[start - 2] == 0x3A || isInResourceName(start) { return nil }
        // `account balance: 5`, `api key = x`: up to two words before belong to the key.
        var words = 0
        while words < 2, start - 1 > limit, text[start - 1] == 0x20, Self.isLetter(text[start - 2]) {
            start -= 1
            while start > limit, Self.isLetter(text[start - 1]) { start -= 1 }
            words += 1
        }
        return start..<end
    }

    /// Where the word or two in brackets begin that end at `end`, with the blank before them.
    private func startOfRemark(before end: Int) -> Int {
        var start = end - 1
        let limit = max(state.floor, end - 12)
        while start > limit, Byte.isAlphanumeric(text[start - 1]) || text[start - 1] == 0x20 { start -= 1 }
        guard start - 1 > limit, text[start - 1] == 0x28, text[start - 2] == 0x20, start < end - 1 else { return end }
        return start - 2
    }

    /// Whether `arn:` begins the word in which `start` is: `arn:aws:secretsmanager:…:secret:name`.
    private func isInResourceName(_ start: Int) -> Bool {
        var i = start
        while start - i < 96, Byte.isKey(left(i - 1)) || left(i - 1) == 0x3A { i -= 1 }
        return text.has("arn:", at: i)
    }

    /// Where the value ends; a value longer than one finding is left to be continued.
    mutating func valueEnd(from start: Int, terminator: ValueTerminator, kind: Kind, rule: RuleID) -> Int {
        var i = start
        let limit = start + Reach.finding
        scan: while i < limit, i < text.count {
            let b = text[i]
            // No value ends in the middle of a word.
            if Byte.isAlphanumeric(b) {
                i += 1
                continue
            }
            switch terminator {
            case .plain:
                if Byte.isBlank(b) || text.endsPlainValue(at: i) { break scan }
            case .groups:
                if b == 0x20
                    ? !text.goesOnWithGroup(at: i + 1) : Byte.isBlank(b) || (b != 0x29 && text.endsPlainValue(at: i))
                {
                    break scan
                }
            case .quote(let quote):
                if b == quote, text.isDoubledQuote(at: i), i > start {
                    i += 2
                    continue scan
                }
                if b == quote || Byte.isLineEnd(b) { break scan }
                if b == 0x5C, text[i + 1] == quote || text[i + 1] == 0x5C { i += 1 }
            case .escapedQuote(let quote):
                if (b == 0x5C && text[i + 1] == quote) || b == quote || Byte.isLineEnd(b) { break scan }
            case .line:
                if Byte.isLineEnd(b) || Byte.isQuote(b) { break scan }
            case .parameters:
                if Byte.isLineEnd(b) { break scan }
                if Byte.isQuote(b) {
                    guard let end = text.endOfParameter(at: i) else { break scan }
                    i = end
                }
            }
            i += 1
        }
        if i >= limit, i < text.count {
            state.continuation = Continuation(kind: kind, rule: rule, terminator: terminator)
        }
        var end = min(i, text.count)
        if terminator.endsLines {
            while end > start, Byte.isBlank(text[end - 1]) { end -= 1 }
        } else if case .escapedQuote = terminator, end < limit {
            // Of JSON within JSON within JSON.
            while end > start, text[end - 1] == 0x5C { end -= 1 }
        } else if case .plain = terminator, end < limit {
            while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x2C || text[end - 1] == 0x3A { end -= 1 }
        }
        return end
    }
}
