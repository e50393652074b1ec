/// What one byte of UTF-8 is. Bytes of 0x80 and above belong to letters of other scripts.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLower: Bool { self &- 0x61 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isDigit || isLetter }
    @inline(__always) var isWord: Bool { isAlphanumeric || self == "_" || self >= 0x80 }
    @inline(__always) var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// Space, tab, line ends; and the 0 that stands for "outside of the text".
    @inline(__always) var isBlank: Bool { self == " " || self &- 9 < 5 || self == 0 }
    @inline(__always) var isLineEnd: Bool { self == "\n" || self == "\r" || self == 0 }
    @inline(__always) var isQuote: Bool { self == "\"" || self == "'" || self == "`" }
    /// The alphabet of base64url and of most tokens.
    @inline(__always) var isBase64URL: Bool { isAlphanumeric || self == "-" || self == "_" }
    @inline(__always) var isBase64: Bool { isAlphanumeric || self == "+" || self == "/" }
    /// What a key is written with: `http.request-id`, `apiKey`, `user_name`.
    @inline(__always) var isKey: Bool { isAlphanumeric || self == "-" || self == "." || self == "_" }

    /// The first byte of a character of Chinese, Japanese or Korean.
    @inline(__always) var isEastAsian: Bool { self &- 0xE3 <= 10 }

    @inline(__always) var lowercased: UInt8 { isUpper ? self | 0x20 : self }

    @inline(__always) var hexValue: Int { isDigit ? Int(self) - 0x30 : Int(self | 0x20) - 0x57 }
}

/// A byte is compared with the ASCII character that it stands for: `text[i] == "["`.
extension UInt8 {
    @_transparent static func == (byte: UInt8, character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }
    @_transparent static func != (byte: UInt8, character: Unicode.Scalar) -> Bool { byte != UInt8(ascii: character) }
    @_transparent static func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { byte == character }

    @_transparent static func ~= (characters: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool {
        UInt8(ascii: characters.lowerBound)...UInt8(ascii: characters.upperBound) ~= byte
    }
}

/// So is the value of a character that an escape stands for.
extension UInt32 {
    @_transparent static func == (value: UInt32, character: Unicode.Scalar) -> Bool { value == character.value }
    @_transparent static func != (value: UInt32, character: Unicode.Scalar) -> Bool { value != character.value }
    @_transparent static func ~= (character: Unicode.Scalar, value: UInt32) -> Bool { value == character }
}
