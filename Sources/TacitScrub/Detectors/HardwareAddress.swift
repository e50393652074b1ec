extension Scanner {
    /// `mac 98ab2bcd395a`: twelve hex digits behind the word, a letter among them.
    func bareHardwareAddress(behind start: Int, from word: Int) -> Match? {
        let range = start..<start + 12
        guard !text[word - 1].isWord, range.allSatisfy({ text[$0].isHex }), !text[start + 12].isWord,
            text.isHardwareAddress(range), range.contains(where: { text[$0].isLetter })
        else { return nil }
        return Match(.macAddress, start, start + 12, .mac)
    }

    /// `3c:22:fb:01:9a:7e`, `3C-22-FB-01-9A-7E`: six pairs, not one more. Not all zeros, not broadcast.
    func hardwareAddress(at start: Int, separator: Unicode.Scalar) -> Match? {
        guard text[start + 2] == separator, text[start + 5] == separator else { return nil }
        var low: UInt8 = 0
        var high: UInt8 = 0xF
        for pair in 0..<6 {
            let i = start + 3 * pair
            guard isPair(at: i), pair == 5 || text[i + 2] == separator else { return nil }
            let (a, b) = (UInt8(text[i].hexValue), UInt8(text[i + 1].hexValue))
            low |= a | b
            high &= a & b
        }
        var end = start + 17
        // `MAC=3c:22:fb:01:9a:7e:98:ab:2b:cd:39:5a:08:00`: both ends of a frame, before its type, as netfilter logs
        // them.
        if text.has("MAC=", at: start - 4),
            (6..<14).allSatisfy({ text[start + 3 * $0 - 1] == ":" && isPair(at: start + 3 * $0) })
        {
            end = start + 35
        }
        let next = text[end]
        if next.isWord || end == start + 17 && groupsGoOn(at: end) || (next == "-" && text[end + 1].isHex) {
            return nil
        }
        // Everybody's address may be that of one end.
        if end == start + 17, low == 0 || high == 0xF { return nil }
        return Match(.macAddress, start, end, .mac)
    }

    private func isPair(at i: Int) -> Bool { text[i].isHex && text[i + 1].isHex }

    /// The form with dashes, from its first dash.
    func hardwareAddress(dash: Int) -> Match? {
        let start = dash - 2
        guard start >= state.floor, text[start].isHex, text[dash + 3] == "-" else { return nil }
        if text[start - 1].isWord || text[start - 1] == "-" { return nil }
        return hardwareAddress(at: start, separator: "-")
    }
}
