extension Scanner {
    /// `3c22.fb01.9a7e`, as routers write MAC addresses. From the first dot.
    func hardwareAddress(dot: Int) -> Match? {
        let start = dot - 4
        let end = dot + 10
        guard start >= text.lower, text[dot + 5] == ".", !text[start - 1].isWord, text[start - 1] != ".",
            !text[end].isWord, text[end] != "." || !text[end + 1].isHex
        else { return nil }
        var low: UInt8 = 0
        var high: UInt8 = 0xF
        var letters = 0
        for i in start..<end where i != dot && i != dot + 5 {
            guard text[i].isHex else { return nil }
            if !text[i].isDigit { letters += 1 }
            low |= UInt8(text[i].hexValue)
            high &= UInt8(text[i].hexValue)
        }
        // Digits alone are a card or a date as well.
        guard low != 0, high != 0xF, letters > 0 else { return nil }
        return Match(.macAddress, start, end, .mac)
    }
}
