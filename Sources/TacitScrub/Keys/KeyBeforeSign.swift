extension Scanner {
    static func isLetter(_ b: UInt8) -> Bool { b.isLetter || b >= 0x80 }

    /// The key that ends at a separator; `?` or `||`, spaces, a bracket and a closing quote may come between.
    func key(before separator: Int) -> Range<Int>? {
        var end = separator
        let spaces = max(state.floor, separator - (text[separator] == ":" ? 32 : 6))
        while end > spaces, separator - end < 2, text[end - 1] == "?" || text[end - 1] == "|" { end -= 1 }
        while end > spaces, text[end - 1] == " " { end -= 1 }
        if end > state.floor, text[end - 1] == "]" { end -= 1 }
        // `user%5Bpassword%5D=`
        if end - 3 > state.floor, text[end - 3] == "%", text.hasAnyCase("%5d", at: end - 3) { end -= 3 }
        // `AES key (hex): `
        if end > state.floor, text[end - 1] == ")" { end = startOfRemark(before: end) }
        if end > state.floor, text[end - 1].isQuote {
            // In a cell of CSV all quotes are doubled.
            let value = text[separator + 1] == " " ? separator + 2 : separator + 1
            let isDoubled = text.has("\"\"", at: end - 2) && end - 1 > state.floor && text.has("\"\"", at: value)
            end -= isDoubled ? 2 : 1
            let backslashes = max(state.floor, end - 7)
            while end > backslashes, text[end - 1] == "\\" { end -= 1 }
        }
        var start = end
        let limit = max(state.floor, end - 64)
        while start > limit, text[start - 1].isKey || text[start - 1] >= 0x80 { start -= 1 }
        if text[start - 1] == "%", text.hasAnyCase("%5b", at: start - 1), end - start > 2 { start += 2 }
        guard start < end else { return nil }
        // `AWS::KMS::Key` is a type.
        if text[start - 1] == ":", text[start - 2] == ":" || isInResourceName(start) { return nil }
        // `account balance: 5`, `api key = x`: up to two words before belong to the key.
        var words = 0
        while words < 2, start - 1 > limit, text[start - 1] == " ", Self.isLetter(text[start - 2]) {
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
        while start > limit, text[start - 1].isAlphanumeric || text[start - 1] == " " { start -= 1 }
        guard start - 1 > limit, text[start - 1] == "(", text[start - 2] == " ", start < end - 1 else { return end }
        return start - 2
    }

    /// Whether `arn:` begins the word in which `start` is: `arn:aws:secretsmanager:…:secret:name`.
    private func isInResourceName(_ start: Int) -> Bool {
        var i = start
        while start - i < 96, text[i - 1].isKey || text[i - 1] == ":" { i -= 1 }
        return text.has("arn:", at: i)
    }
}
