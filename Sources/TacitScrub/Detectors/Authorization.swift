extension Scanner {
    /// `Bearer f3k…`, `Basic dXNlcjpw…`, `AUTH PLAIN AGph…` outside of a header line: only what has the shape of a
    /// credential, since "bearer token" and "basic authentication" are words too.
    func bareAuthorization(behind value: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        let isBearer = text.hasAnyCase("bearer", at: start)
        var end = value
        var digits = 0
        var uppers = 0
        while end - value < Reach.finding, isCredential(text[end]) {
            if text[end].isDigit { digits += 1 }
            if text[end].isUpper { uppers += 1 }
            end += 1
        }
        while end > value, text[end - 1] == "." { end -= 1 }
        // `bearer expires_in=3600`: a pair that follows.
        if isBearer, isPair(value..<end) { return nil }
        let length = end - value
        let shaped = isBearer ? digits > 0 && length >= 12 : length % 4 == 0 && length >= 8 && uppers + digits > 1
        guard shaped || text.hasAnyCase("basic", at: start) && text.isUserAndPassword(value..<end) else { return nil }
        return Match(.secret, value, end, .authorization)
    }

    /// Whether a name and `=` with a value behind it stand there; base64 ends in `=`.
    private func isPair(_ range: Range<Int>) -> Bool {
        guard let sign = range.first(where: { text[$0] == "=" }) else { return false }
        return sign > range.lowerBound && sign + 1 < range.upperBound && text[sign + 1] != "="
            && (range.lowerBound..<sign).allSatisfy { text[$0].isLower || text[$0] == "_" }
    }

    /// The alphabet of RFC 6750's token68, with the percent sign for values that were encoded on the way.
    private func isCredential(_ b: UInt8) -> Bool {
        b.isBase64URL || b == "." || b == "~" || b == "+" || b == "/" || b == "=" || b == "%"
    }

    func schemeEnd(at start: Int) -> Int { text.schemeEnd(at: start) }
}

extension Text {
    /// The end of `Bearer `, `Basic ` or another scheme at the start of an Authorization value.
    func schemeEnd(at start: Int) -> Int {
        for scheme in Self.schemes where hasAnyCase(scheme, at: start) {
            return start + scheme.utf8CodeUnitCount
        }
        return start
    }

    private static let schemes: [StaticString] = [
        "bearer ", "basic ", "token ", "apikey ", "digest ", "negotiate ", "ntlm ", "hawk ", "aws4-hmac-sha256 ",
        "oauth ", "signature ", "scram-sha-256 ", "dpop ", "gnap ", "mutual ", "ssws ", "key ", "apitoken ",
        "api-token ", "geniekey ", "splunk ", "zoho-oauthtoken ", "privatetoken ",
    ]

    /// Whether base64 reads as `name:password`.
    func isUserAndPassword(_ range: Range<Int>) -> Bool {
        guard range.count >= 4, range.count % 4 == 0, range.count <= 256 else { return false }
        var hasColon = false
        for i in stride(from: range.lowerBound, to: range.upperBound, by: 4) {
            let signs = self[i + 2] == "=" ? 2 : self[i + 3] == "=" ? 1 : 0
            guard signs == 0 || i + 4 == range.upperBound, let word = sextets(at: i, signs: signs) else { return false }
            for shift in [16, 8, 0].prefix(3 - signs) as ArraySlice<UInt32> {
                let byte = UInt8(truncatingIfNeeded: word >> shift)
                guard byte >= 0x20, byte != 0x7F else { return false }
                if byte == ":" { hasColon = true }
            }
        }
        return hasColon
    }

    /// Whether the scheme at `start` is followed by `name="value"` parameters.
    func hasParameters(at start: Int) -> Bool {
        for scheme in ["digest ", "hawk ", "oauth ", "signature "] as [StaticString]
        where hasAnyCase(scheme, at: start) { return true }
        return false
    }

    /// The closing quote of the parameter whose value begins with the quote at `start`; on the same line, and near.
    func endOfParameter(at start: Int) -> Int? {
        guard self[start - 1] == "=" else { return nil }
        var i = start + 1
        while i - start < 512, self[i] != self[start], !self[i].isLineEnd { i += 1 }
        return self[i] == self[start] && i - start < 512 ? i : nil
    }
}
