/// The format of a token that its vendor gave a fixed beginning.
struct VendorToken: Sendable {
    enum Alphabet: Sendable {
        case hex
        case upperDigits
        case lowerDigits
        case alphanumeric
        /// Letters and digits that also have to look drawn at random, where the beginning says little.
        case mixed
        case base64URL
        case base64
        /// base64url with dots: tokens of several parts.
        case dotted
        /// Hex digits with dashes: a UUID or a longer number.
        case hexDash
        case upperDash
        /// Upper case, digits and `_`.
        case clickup
        /// base64url with `=`.
        case atlassian
        /// base64 with `_`.
        case sentry
        /// Letters and digits in parts that `$` joins.
        case dollar
        /// base64url with dots and `!`.
        case bang
        /// base64url with dots and `=`.
        case dottedPadded
        /// The path of a web hook.
        case path
        case pathAt
        /// base64url, percent-encoded.
        case percent
    }

    let prefix: StaticString
    let rule: RuleID
    let alphabet: Alphabet
    /// How many characters of the alphabet follow the prefix.
    let length: ClosedRange<Int>
    /// Whether the first 36 characters end in the check sum of those before (GitHub's and npm's tokens).
    let hasChecksum: Bool
    /// Where a vendor sets no limit, a longer run is taken too.
    var limit: Int { length.upperBound < 200 ? length.upperBound : Reach.finding }

    init(
        _ prefix: StaticString, _ rule: StaticString, _ alphabet: Alphabet, _ length: ClosedRange<Int>,
        hasChecksum: Bool = false
    ) {
        self.prefix = prefix
        self.rule = RuleID(rule)
        self.alphabet = alphabet
        self.length = length
        self.hasChecksum = hasChecksum
    }

    init(
        _ prefix: StaticString, _ rule: StaticString, _ alphabet: Alphabet, _ length: Int, hasChecksum: Bool = false
    ) {
        self.init(prefix, rule, alphabet, length...length, hasChecksum: hasChecksum)
    }

    /// Whether all characters of the alphabet are in that of base64 or base64url.
    var isOfBase64: Bool {
        switch alphabet {
        case .hex, .upperDigits, .lowerDigits, .alphanumeric, .mixed, .base64URL, .hexDash, .upperDash, .clickup, .path:
            true
        case .base64, .dotted, .dottedPadded, .atlassian, .sentry, .dollar, .bang, .pathAt, .percent: false
        }
    }

    func admits(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .hex: byte.isHex
        case .upperDigits: byte.isUpper || byte.isDigit
        case .lowerDigits: byte.isLower || byte.isDigit
        case .alphanumeric, .mixed: byte.isAlphanumeric
        case .base64URL: byte.isBase64URL
        case .base64: byte.isBase64 || byte == "="
        case .dotted: byte.isBase64URL || byte == "."
        case .hexDash: byte.isHex || byte == "-"
        case .upperDash: byte.isUpper || byte.isDigit || byte == "-"
        case .clickup: byte.isUpper || byte.isDigit || byte == "_"
        case .dottedPadded: byte.isBase64URL || byte == "." || byte == "="
        case .atlassian: byte.isBase64URL || byte == "="
        case .sentry: byte.isBase64URL || byte.isBase64 || byte == "="
        case .dollar: byte.isAlphanumeric || byte == "$"
        case .bang: byte.isBase64URL || byte == "." || byte == "!"
        case .path: byte.isBase64URL || byte == "/"
        case .pathAt: byte.isBase64URL || byte == "/" || byte == "@"
        case .percent: byte.isBase64URL || byte == "%"
        }
    }
}

extension Scanner {
    /// A token of a known vendor: it stands alone, no letter or digit touches it, its length is one that the vendor
    /// uses, and it holds a digit or a mix of cases.
    ///
    /// Not a beginning with a placeholder behind it (`sk_live_****`), nor words that begin like a token. A check sum
    /// that fits (GitHub's and npm's CRC 32) says where the token ends, whatever touches it. One that doesn't fit lets
    /// no token pass: a mistyped or revoked one is none the less a secret.
    func vendorToken(_ token: VendorToken, at start: Int, afterPrefix body: Int) -> Match? {
        guard !text[start - 1].isAlphanumeric else { return nil }
        if token.hasChecksum, let end = text.endOfCheckedToken(at: body) {
            return Match(.secret, start, end, token.rule)
        }
        var end = body
        let limit = min(body + token.limit, start + Reach.finding)
        // The first part decides whether it is a token, the rest only where it ends.
        let near = min(limit, body + 256)
        while end < near, token.admits(text[end]) { end += 1 }
        guard end - body >= min(token.length.lowerBound, 256), isDrawn(body..<end, token) else { return nil }
        while end < limit, token.admits(text[end]) { end += 1 }
        if case .dotted = token.alphabet {
            while end > body, text[end - 1] == "." { end -= 1 }
        }
        guard end - body >= token.length.lowerBound, end - body > 1024 || !text[end].isAlphanumeric else {
            return nil
        }
        return Match(.secret, start, end, token.rule)
    }

    /// Whether the body of a token is no word.
    private func isDrawn(_ body: Range<Int>, _ token: VendorToken) -> Bool {
        if case .mixed = token.alphabet { return text.isOpaque(body) && !text.isName(body) }
        guard token.prefix.utf8CodeUnitCount <= 6 else { return true }
        var digits = 0
        var uppers = 0
        var lowers = 0
        var varied = false
        for i in body.prefix(256) {
            let byte = text[i]
            if byte.isDigit { digits += 1 }
            if byte.isUpper { uppers += 1 }
            if byte.isLower { lowers += 1 }
            if byte != text[body.lowerBound] { varied = true }
        }
        // One in thirty of Amazon's has no digit.
        return varied && (digits > 0 || uppers > 2 && lowers > 2 || token.rule == RuleID("token.aws"))
    }

    /// Tokens that no beginning but something within tells: Azure client secrets (`…8Q~…`), Mailchimp keys
    /// (`…-us12`), Firebase's keys and device tokens (`…:APA91b…`), OpenAI's older keys (`…T3BlbkFJ…`), Terraform's
    /// (`….atlasv1.…`), licences of New Relic and MaxMind, web hooks of Teams.
    func tokenAround(_ sign: TokenSign, at start: Int, end: Int) -> Match? {
        switch sign {
        case .azure:
            let first = start - 3
            guard first >= text.lower, !text[first - 1].isAlphanumeric, text[start - 1].isAlphanumeric
            else {
                return nil
            }
            var i = end
            while i - end < 36, text[i].isBase64URL || text[i] == "." || text[i] == "~" { i += 1 }
            return (31...34).contains(i - end) ? Match(.secret, first, i, RuleID("token.azure")) : nil
        case .azureKey: return azureKey(markedAt: start, behind: end)
        case .maxMind:
            let first = start - 36
            guard !text[end].isWord, !text[first - 1].isWord, text[first + 6] == "_",
                (first..<start).allSatisfy({ text[$0].isWord })
            else { return nil }
            return Match(.secret, first, end, RuleID("token.maxmind"))
        case .mailchimp:
            var i = end
            while i - end < 3, text[i].isDigit { i += 1 }
            guard i > end, !text[i].isWord else { return nil }
            var first = start
            while start - first < 33, text[first - 1].isHex { first -= 1 }
            guard start - first == 32 else { return nil }
            return Match(.secret, first, i, RuleID("token.mailchimp"))
        case .teams:
            var first = start
            while start - first < 64,
                text[first - 1].isAlphanumeric || text[first - 1] == "."
                    || text[first - 1] == "-"
            { first -= 1 }
            if text.has("https://", at: first - 8) { first -= 8 }
            var i = end
            while i - end < Reach.rejection - 128, text[i].isBase64URL || text[i] == "/" || text[i] == "@" {
                i += 1
            }
            return i - end >= 60 ? Match(.secret, first, i, RuleID("token.teams-hook")) : nil
        case .terraform:
            var i = end
            while i - end < 80, text[i].isBase64URL { i += 1 }
            let first = start - 14
            guard (60...70).contains(i - end), (first..<start).allSatisfy({ text[$0].isAlphanumeric }) else {
                return nil
            }
            return Match(.secret, first, i, RuleID("token.terraform"))
        case .newRelic:
            var first = start
            while start - first < 41, text[first - 1].isHex { first -= 1 }
            guard !text[end].isWord, !text[first - 1].isWord, start - first == 36 || start - first == 40
            else { return nil }
            return Match(.secret, first, end, RuleID("token.new-relic"))
        case .firebase:
            // The id of an installation or a sender stands before the colon.
            var first = start
            while start - first < 32, text[first - 1].isBase64URL { first -= 1 }
            var i = end
            while i - end < 256, text[i].isBase64URL { i += 1 }
            guard (8...24).contains(start - first), i - end >= 100 else { return nil }
            return Match(.secret, first, i, RuleID("token.firebase"))
        case .openAI:
            var first = start
            while start - first < 120, text[first - 1].isBase64URL { first -= 1 }
            var i = end
            while i - end < 120, text[i].isBase64URL { i += 1 }
            guard text.has("sk-", at: first), i - end >= 20 else { return nil }
            return Match(.secret, first, i, RuleID("token.openai"))
        }
    }

    /// A key of Azure's that can be told by four letters within, where all keys of one service have the same: 32 or 64
    /// bytes in base64, or 52 or 84 letters and digits.
    private func azureKey(markedAt start: Int, behind end: Int) -> Match? {
        var first = start
        while start - first < 77, text[first - 1].isBase64 { first -= 1 }
        var last = end
        while last - end < 12, text[last].isBase64 { last += 1 }
        let signs = text[last] == "=" ? (text[last + 1] == "=" ? 2 : 1) : 0
        switch (start - first, last - end, signs) {
        case (76, 6, 2), (33, 6, 1), (42, 6, 0), (42, 4, 0), (76, 4, 0), (75, 5, 0):
            return Match(.secret, first, last + signs, RuleID("token.azure"))
        default: return nil
        }
    }

    /// `/bot123456789:AA…`, as the URLs of Telegram have it.
    func numberedToken(behind start: Int) -> Match? {
        var end = start
        while end - start < 11, text[end].isDigit { end += 1 }
        return end > start ? numberedToken(at: start, end: end) : nil
    }

    /// What an identity provider hands back in the query of a redirect: `?code=x7Kd…&state=…`.
    ///
    /// Not the codes of errors, countries and products: it has sixteen characters or more, drawn at random.
    func authorizationCode(behind start: Int, from key: Int) -> Match? {
        let before = text[key - 1]
        let isBare = before != "?" && before != "&"
        guard !isBare || !before.isWord && before != "-" && before != "." else { return nil }
        var end = start
        // What is found here must not hang on more of the text than a rejection may.
        while end - start < Reach.rejection - 16,
            text[end].isBase64URL || text[end] == "." || text[end] == "%" || text[end] == "/"
        { end += 1 }
        let code = start..<end
        guard code.count >= 16, !text.isUUID(code), !text.isName(code),
            code.contains(where: { text[$0].isDigit }),
            code.contains(where: { text[$0].isLower })
        else { return nil }
        // One without capitals may be a voucher's, unless what such a redirect hands back stands beside it.
        let isBeside =
            (["&state=", "&grant_type=", "&redirect_uri=", "&client_id=", "&code_verifier="]
            as [StaticString]).contains { text.has($0, at: end) }
        guard isBeside || !isBare && code.contains(where: { text[$0].isUpper }) else { return nil }
        return Match(.secret, start, end, RuleID("url.code"))
    }

    /// `123456789:AA…` (Telegram bot) and `1234567890123456|…` (Facebook app), from their number.
    func numberedToken(at start: Int, end: Int) -> Match? {
        var i = end + 1
        while i - end < 64, text[i].isBase64URL { i += 1 }
        let body = i - end - 1
        switch text[end] {
        case ":":
            guard (8...10).contains(end - start), (34...36).contains(body), text[end + 1] == "A" else { return nil }
            return Match(.secret, start, i, RuleID("token.telegram"))
        case "|":
            guard (13...17).contains(end - start), (20...40).contains(body) else { return nil }
            return Match(.secret, start, i, RuleID("token.facebook"))
        default: return nil
        }
    }
}

extension Text {
    /// The end of 30 letters and digits with their CRC 32 in base 62 behind them, six digits long.
    ///
    /// Source: GitHub, "Behind GitHub's new authentication token formats" (2021); npm uses the same.
    fileprivate func endOfCheckedToken(at start: Int) -> Int? {
        var checksum: UInt32 = ~0
        for i in start..<start + 30 {
            guard self[i].isAlphanumeric else { return nil }
            checksum ^= UInt32(self[i])
            for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        var rest = ~checksum
        for i in (start + 30..<start + 36).reversed() {
            guard self[i] == Self.base62(UInt8(rest % 62)) else { return nil }
            rest /= 62
        }
        return start + 36
    }

    /// `0-9`, `A-Z`, `a-z`.
    private static func base62(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : digit < 36 ? 0x41 + digit - 10 : 0x61 + digit - 36
    }
}

/// What within a token tells whose it is.
enum TokenSign: Sendable {
    case azure
    case azureKey
    case firebase
    case mailchimp
    case maxMind
    case newRelic
    case openAI
    case teams
    case terraform
}
