extension Scanner {
    /// `eyJhbGci….eyJzdWIi….c2ln`: base64url parts joined by dots, the first a JSON object (RFC 7519). Also without its
    /// signature, and with the five parts of an encrypted one.
    func webToken(at start: Int) -> Match? {
        guard !text[start - 1].isBase64URL else { return nil }
        var i = start
        var parts = 0
        var end = start
        let limit = start + Reach.finding
        while parts < 5 {
            let part = i
            while i < limit, text[i].isBase64URL { i += 1 }
            if parts == 0, i - part < 12 { return nil }
            if parts == 1, i - part < 4 { return nil }
            if i > part { end = i }
            parts += 1
            guard i < limit, text[i] == ".", text[i + 1].isBase64URL || (parts > 1 && parts < 4) else { break }
            i += 1
        }
        guard parts >= 2 else { return nil }
        return Match(.jwt, start, end, .jwt)
    }
}
