extension Scanner {
    /// `ssn=NTM2LTIyLTg3MTI=`, `msisdn_b64=KzQ0…`, `email_hex=6a61…`: the value of a key that names a number or an
    /// address, in base64 or hexadecimal digits that read as one. `separator` is the sign behind the key.
    func encodedValue(_ key: Range<Int>, separator: Int, at start: Int, by rule: KeyRule) -> Match? {
        let isOfEntry = rule.kind == .person && isEncodedInEntry(key, separator: separator)
        guard !isDecoded, Self.isOneToken(rule.kind) || isOfEntry, text[start + 7].isAlphanumeric else {
            return nil
        }
        // Most are written plainly, with an `@` or a blank among the first characters.
        var token = start
        while token - start < 512, text[token].isBase64 || text[token].isBase64URL { token += 1 }
        guard token - start > 7, text[token] != "@", text[token] != ".", text[token] != "%",
            (start..<token).contains(where: { text[$0].isLetter })
        else { return nil }
        return Decoded.make(from: key.lowerBound) { decoded in
            for i in key.lowerBound..<start { decoded.append(text[i], from: i) }
            let prefix = decoded.count
            var end: Int
            if let last = text.appendHexadecimal(at: start, to: &decoded) {
                end = last
            } else {
                guard decoded.count == prefix,
                    let last = text.appendBase64(at: start, to: &decoded, isASCII: !isOfEntry)
                else { return nil }
                end = last
                while end - last < 2, text[end] == "=" { end += 1 }
            }
            guard !text[end].isWord else { return nil }
            decoded.finish(at: end)
            let match = decoded.match(like: self) { $0.keyedValue(separator: separator - key.lowerBound) }
            return match.map { Match($0.kind, start, end, $0.rule) }
        }
    }

    /// Whether values of a kind are one token, which nothing but its form tells.
    private static func isOneToken(_ kind: Kind) -> Bool {
        switch kind {
        case .email, .phone, .usSSN, .nationalID, .creditCard, .iban, .bankAccount, .dateOfBirth, .passport: true
        default: false
        }
    }
}
