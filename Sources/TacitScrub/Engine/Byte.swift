/// Questions about one byte of UTF-8. Bytes of 0x80 and above belong to letters of other scripts.
enum Byte {
    @inline(__always) static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }
    @inline(__always) static func isUpper(_ b: UInt8) -> Bool { b &- 0x41 < 26 }
    @inline(__always) static func isLower(_ b: UInt8) -> Bool { b &- 0x61 < 26 }
    @inline(__always) static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isAlphanumeric(_ b: UInt8) -> Bool { isDigit(b) || isLetter(b) }
    @inline(__always) static func isWord(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == 0x5F || b >= 0x80 }
    @inline(__always) static func isHex(_ b: UInt8) -> Bool { isDigit(b) || (b | 0x20) &- 0x61 < 6 }
    /// Space, tab, line ends; and the 0 that stands for "outside of the text".
    @inline(__always) static func isBlank(_ b: UInt8) -> Bool { b == 0x20 || b &- 9 < 5 || b == 0 }
    @inline(__always) static func isLineEnd(_ b: UInt8) -> Bool { b == 0x0A || b == 0x0D || b == 0 }
    @inline(__always) static func isQuote(_ b: UInt8) -> Bool { b == 0x22 || b == 0x27 || b == 0x60 }
    /// The alphabet of base64url and of most tokens.
    @inline(__always) static func isBase64URL(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == 0x2D || b == 0x5F }
    @inline(__always) static func isBase64(_ b: UInt8) -> Bool { isAlphanumeric(b) || b == 0x2B || b == 0x2F }
    /// What a key is written with: `http.request-id`, `apiKey`, `user_name`.
    @inline(__always) static func isKey(_ b: UInt8) -> Bool { isAlphanumeric(b) || b &- 0x2D < 2 || b == 0x5F }

    /// The first byte of a character of Chinese, Japanese or Korean.
    @inline(__always) static func isEastAsian(_ b: UInt8) -> Bool { b &- 0xE3 <= 10 }

    @inline(__always) static func lowercased(_ b: UInt8) -> UInt8 { isUpper(b) ? b | 0x20 : b }

    @inline(__always) static func hexValue(_ b: UInt8) -> Int {
        isDigit(b) ? Int(b) - 0x30 : Int(b | 0x20) - 0x57
    }
}
