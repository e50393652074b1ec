/// Whether bytes are well-formed UTF-8 as Unicode defines it (no overlong forms, no surrogates, nothing above U+10FFFF).
enum UTF8Check {
    @inline(__always)
    static func isValid(_ start: UnsafeRawPointer, count: Int) -> Bool {
        // Every load below stays within `count` bytes of `start`; the last one may overlap its predecessor.
        if count >= 8 {
            var at = 0
            var high: UInt64 = 0
            while at &+ 8 <= count {
                high |= start.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                at &+= 8
            }
            high |= start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            return high & 0x8080_8080_8080_8080 == 0 || isValidNonASCII(start, count: count)
        }
        if count >= 4 {
            let high =
                start.loadUnaligned(as: UInt32.self)
                | start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return high & 0x8080_8080 == 0 || isValidNonASCII(start, count: count)
        }
        var high: UInt8 = 0
        var at = 0
        while at < count {
            high |= start.load(fromByteOffset: at, as: UInt8.self)
            at &+= 1
        }
        return high < 0x80 || isValidNonASCII(start, count: count)
    }

    /// Table 3-7 of the Unicode standard, row by row.
    @inline(never)
    private static func isValidNonASCII(_ start: UnsafeRawPointer, count: Int) -> Bool {
        // `at + k < count` is checked before byte `at + k` is read.
        func byte(_ at: Int) -> UInt8 { start.load(fromByteOffset: at, as: UInt8.self) }
        func continues(_ at: Int) -> Bool { byte(at) & 0xC0 == 0x80 }
        var at = 0
        while at < count {
            let lead = byte(at)
            switch lead {
            case 0..<0x80:
                at &+= 1
            case 0xC2...0xDF:
                guard at &+ 1 < count, continues(at &+ 1) else { return false }
                at &+= 2
            case 0xE0...0xEF:
                guard at &+ 2 < count, continues(at &+ 1), continues(at &+ 2) else { return false }
                if lead == 0xE0, byte(at &+ 1) < 0xA0 { return false }
                if lead == 0xED, byte(at &+ 1) > 0x9F { return false }
                at &+= 3
            case 0xF0...0xF4:
                guard at &+ 3 < count, continues(at &+ 1), continues(at &+ 2), continues(at &+ 3) else { return false }
                if lead == 0xF0, byte(at &+ 1) < 0x90 { return false }
                if lead == 0xF4, byte(at &+ 1) > 0x8F { return false }
                at &+= 4
            default:
                return false
            }
        }
        return true
    }
}
