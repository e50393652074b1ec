extension Scanner {
    /// `Bearer f3k…`, `Basic dXNlcjpw…` outside of a header line: only what has the shape of a credential, since
    /// "bearer token" and "basic authentication" are words too.
    func bareAuthorization(at start: Int) -> Match? {
        let second = text[start + 1] | 0x20
        guard second == 0x65 || second == 0x61, !Byte.isWord(left(start - 1)) else { return nil }
        let bearer = text.hasAnyCase("bearer ", at: start)
        guard bearer || text.hasAnyCase("basic ", at: start) else { return nil }
        let value = start + (bearer ? 7 : 6)
        var end = value
        var digits = 0
        var uppers = 0
        while end - value < Reach.finding, isCredential(text[end]) {
            if Byte.isDigit(text[end]) { digits += 1 }
            if Byte.isUpper(text[end]) { uppers += 1 }
            end += 1
        }
        while end > value, text[end - 1] == 0x2E { end -= 1 }
        let length = end - value
        let shaped = bearer ? digits > 0 && length >= 12 : length % 4 == 0 && length >= 8 && uppers + digits > 1
        guard shaped else { return nil }
        return Match(.secret, value, end, .authorization)
    }

    /// The alphabet of RFC 6750's token68, with the percent sign for values that were encoded on the way.
    private func isCredential(_ b: UInt8) -> Bool {
        Byte.isBase64URL(b) || b == 0x2E || b == 0x7E || b == 0x2B || b == 0x2F || b == 0x3D || b == 0x25
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
        "oauth ", "signature ", "scram-sha-256 ", "dpop ", "gnap ", "mutual ",
    ]

    /// Whether the scheme at `start` is followed by `name="value"` parameters.
    func hasParameters(at start: Int) -> Bool {
        for scheme in ["digest ", "hawk ", "oauth ", "signature "] as [StaticString]
        where hasAnyCase(scheme, at: start) { return true }
        return false
    }

    /// The closing quote of the parameter whose value begins with the quote at `start`; on the same line, and near.
    func endOfParameter(at start: Int) -> Int? {
        guard self[start - 1] == 0x3D else { return nil }
        var i = start + 1
        while i - start < 512, self[i] != self[start], !Byte.isLineEnd(self[i]) { i += 1 }
        return self[i] == self[start] && i - start < 512 ? i : nil
    }
}
