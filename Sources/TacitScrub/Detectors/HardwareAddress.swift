extension Scanner {
    /// `3c:22:fb:01:9a:7e`, `3C-22-FB-01-9A-7E`: six pairs, not one more. Not all zeros, not broadcast.
    func hardwareAddress(at start: Int, separator: UInt8) -> Match? {
        guard text[start + 2] == separator, text[start + 5] == separator else { return nil }
        var low: UInt8 = 0
        var high: UInt8 = 0xF
        for pair in 0..<6 {
            let i = start + 3 * pair
            guard Byte.isHex(text[i]), Byte.isHex(text[i + 1]), pair == 5 || text[i + 2] == separator else {
                return nil
            }
            let (a, b) = (UInt8(Byte.hexValue(text[i])), UInt8(Byte.hexValue(text[i + 1])))
            low |= a | b
            high &= a & b
        }
        let end = start + 17
        let next = text[end]
        if Byte.isWord(next) || groupsGoOn(at: end) || (next == 0x2D && Byte.isHex(text[end + 1])) { return nil }
        if low == 0 || high == 0xF { return nil }
        return Match(.macAddress, start, end, .mac)
    }

    /// The form with dashes, from its first dash.
    func hardwareAddress(dash: Int) -> Match? {
        let start = dash - 2
        guard start >= state.floor, Byte.isHex(text[start]), text[dash + 3] == 0x2D else { return nil }
        if Byte.isWord(left(start - 1)) || left(start - 1) == 0x2D { return nil }
        return hardwareAddress(at: start, separator: 0x2D)
    }
}
