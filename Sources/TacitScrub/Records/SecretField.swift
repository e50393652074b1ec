/// Which secret stands at a fixed place of a file, a message or a command, where no key tells it.
enum SecretField: Sendable {
    /// `codecov -t UUID`
    case upload
    /// `set psksecret x`, `-setcookie X`: the word behind.
    case word
    /// `PSKsecrets: name:x`
    case named
    /// `passphrase for key '/root/.ssh/id': x`
    case ofFile
    /// `: PSK "x"`
    case quoted
    /// `Typing text 'x' into text field 'password'`
    case typed
    /// `&appid=` and 32 hexadecimal digits.
    case hexadecimal
    /// `login('jane', 'x')` in a stack trace.
    case secondArgument
    /// `F52=A1B2C3D4E5F60718`, `DE052 [A1B2C3D4E5F60718]`: the block of a PIN (ISO 8583, field 52).
    case pinBlock
    /// `…JQQJ99…`: keys of Azure, whose sign stands in their middle.
    case azure
}

extension Scanner {
    /// The secret that stands behind `end`; `start` is where what tells it begins.
    mutating func secretField(_ field: SecretField, behind end: Int, from start: Int) -> Match? {
        switch field {
        case .upload, .word:
            let value = end..<argumentEnd(at: end)
            let isLong = field == .word ? value.count >= 6 : text.isUUID(value)
            return isLong && isArgument(value) ? secret(value) : nil
        case .named:
            let name = run(at: end, upTo: 40) { $0.isKey }
            guard text[name.upperBound] == ":" else { return nil }
            let value = run(at: name.upperBound + 1, upTo: 256) { $0.isHex }
            return value.count >= 16 ? secret(value) : nil
        case .ofFile: return passphraseOfFile(behind: end)
        case .quoted:
            let value = run(at: end, upTo: 128) { $0 != "\"" && !$0.isLineEnd }
            return text[value.upperBound] == "\"" && value.count >= 6 && text[start - 1] == " " ? secret(value) : nil
        case .typed: return typedSecret(at: end)
        case .hexadecimal:
            let value = run(at: end, upTo: 33) { $0.isHex }
            return value.count == 32 && !text[value.upperBound].isWord ? secret(value) : nil
        case .secondArgument:
            let first = run(at: end, upTo: 80) { $0 != "'" && !$0.isLineEnd }
            guard text.has("', '", at: first.upperBound), !first.isEmpty else { return nil }
            let value = run(at: first.upperBound + 4, upTo: 128) { $0 != "'" && !$0.isLineEnd }
            return text.has("')", at: value.upperBound) && text.isStrange(value) ? secret(value) : nil
        case .pinBlock:
            var i = end
            while i - end < 4,
                text[i] == " " || text[i] == ":" || text[i] == "=" || text[i] == "[" || text[i] == "\""
            {
                i += 1
            }
            let value = run(at: i, upTo: 17) { $0.isDigit || $0.isUpper && $0.isHex }
            return value.count == 16 && !text[i - 1].isWord && !text[value.upperBound].isWord
                ? recordMatch(.secret, value) : nil
        case .azure:
            var first = start
            while start - first < 60, text[first - 1].isAlphanumeric { first -= 1 }
            let value = first..<run(at: end, upTo: 40) { $0.isAlphanumeric }.upperBound
            return (80...96).contains(value.count) && start - first > 40 ? recordMatch(.secret, value) : nil
        }
    }

    func secret(_ range: Range<Int>) -> Match? {
        range.count < 3 || text.isHarmless(range) || text.isReference(range) ? nil : recordMatch(.secret, range)
    }

    private func passphraseOfFile(behind end: Int) -> Match? {
        let quote = text[end]
        guard quote == "'" || quote == "\"" else { return nil }
        let file = run(at: end + 1, upTo: 160) { $0 != quote && !$0.isLineEnd }
        guard text[file.upperBound] == quote, text.has(": ", at: file.upperBound + 1) else { return nil }
        let value = run(at: file.upperBound + 3, upTo: 128) { !$0.isBlank }
        return text[value.upperBound].isLineEnd ? secret(value) : nil
    }

    private func typedSecret(at start: Int) -> Match? {
        let value = run(at: start, upTo: 128) { $0 != "'" && !$0.isLineEnd }
        guard text.has("' into ", at: value.upperBound) else { return nil }
        let line = run(at: value.upperBound + 7, upTo: 64) { !$0.isLineEnd }
        guard let last = line.last(where: { text[$0].isQuote }) else { return nil }
        var key = last
        while last - key < 40, text[key - 1].isKey { key -= 1 }
        guard keys.rule(for: key..<last, in: text)?.kind == .secret else { return nil }
        return secret(value)
    }
}
