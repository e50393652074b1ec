/// Questions about one byte of UTF-8. Bytes of 0x80 and above belong to letters of other scripts.
enum Byte {
    @inline(__always) static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }
    @inline(__always) static func isUpper(_ b: UInt8) -> Bool { b &- 0x41 < 26 }
    @inline(__always) static func isLower(_ b: UInt8) -> Bool { b &- 0x61 < 26 }
    @inline(__always) static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isAlphanumeric(_ b: UInt8) -> Bool { isDigit(b) || isLetter(b) }
    @inline(__always) static func isWord(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == "_" || b >= 0x80 }
    @inline(__always) static func isHex(_ b: UInt8) -> Bool { isDigit(b) || (b | 0x20) &- 0x61 < 6 }
    /// Space, tab, line ends; and the 0 that stands for "outside of the text".
    @inline(__always) static func isBlank(_ b: UInt8) -> Bool { b == " " || b &- 9 < 5 || b == 0 }
    @inline(__always) static func isLineEnd(_ b: UInt8) -> Bool { b == "\n" || b == "\r" || b == 0 }
    @inline(__always) static func isQuote(_ b: UInt8) -> Bool { b == "\"" || b == "'" || b == "`" }
    /// The alphabet of base64url and of most tokens.
    @inline(__always) static func isBase64URL(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == "-" || b == "_" }
    @inline(__always) static func isBase64(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == "+" || b == "/" }
    /// What a key is written with: `http.request-id`, `apiKey`, `user_name`.
    @inline(__always) static func isKey(_ b: UInt8) -> Bool { isAlphanumeric(b) || b &- 0x2D < 2 || b == "_" }

    /// The first byte of a character of Chinese, Japanese or Korean.
    @inline(__always) static func isEastAsian(_ b: UInt8) -> Bool { b &- 0xE3 <= 10 }

    @inline(__always) static func lowercased(_ b: UInt8) -> UInt8 { isUpper(b) ? b | 0x20 : b }

    @inline(__always) static func hexValue(_ b: UInt8) -> Int {
        isDigit(b) ? Int(b) - 0x30 : Int(b | 0x20) - 0x57
    }
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
