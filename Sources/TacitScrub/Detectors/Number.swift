extension Scanner {
    /// What begins with a digit: a payment card or an IPv4 address. Leaves the whole run of digits behind.
    mutating func number(at start: Int) -> Match? {
        var end = start + 1
        while Byte.isDigit(text[end]) { end += 1 }
        state.cursor = end
        if Byte.isWord(left(start - 1)) { return nil }
        let length = end - start
        if length <= 3 {
            return text[end] == 0x2E && Byte.isDigit(text[end + 1]) ? dottedAddress(at: start) : nil
        }
        if length >= 12 || length == 4 || length == 8 { return card(at: start, firstRun: length) }
        return nil
    }
}
