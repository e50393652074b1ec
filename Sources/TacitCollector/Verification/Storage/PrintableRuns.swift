/// Finds what could be read as text among any bytes.
enum PrintableRuns {
    /// Bytes of the shortest text that could be personal: an address such as `a@b.de`.
    static let shortest = 6

    /// Calls `body` with each stretch of at least six printable bytes of ASCII, white space among them.
    ///
    /// Eight bytes are looked at in one step, so that what holds no text is passed over quickly.
    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Range<Int>) -> Void) {
        var start = 0
        var place = 0
        var here = marks(bytes, 0)
        while place < bytes.count {
            let next = marks(bytes, place + 8)
            // What stays are bytes that five printable ones follow.
            var begins = here
            for step in UInt64(1)...5 { begins &= here >> (8 * step) | next << (64 - 8 * step) }
            while begins != 0 {
                let first = place + begins.trailingZeroBitCount / 8
                begins &= begins &- 1
                guard first >= start else { continue }
                var end = first + shortest
                while end < bytes.count, isPrintable(bytes[end]) { end += 1 }
                body(first..<end)
                start = end + 1
            }
            here = next
            place += 8
        }
    }

    /// Of the eight bytes from a place on those that are printable: the highest bit of each. Behind the end nothing is.
    @inline(__always)
    private static func marks(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        if place + 8 <= bytes.count {
            return marks(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        }
        var word: UInt64 = 0
        for (index, byte) in bytes.dropFirst(place).prefix(8).enumerated() {
            word |= UInt64(byte) << (8 * UInt64(index))
        }
        return marks(word)
    }

    /// No sum below carries into the next byte: each is of seven bits and a number that leaves it below 256.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let isText = (low &+ 0x6060_6060_6060_6060) & ~(low &+ 0x0101_0101_0101_0101)
        let isSpace = (low &+ 0x7777_7777_7777_7777) & ~(low &+ 0x7272_7272_7272_7272)
        return (isText | isSpace) & ~word & 0x8080_8080_8080_8080
    }

    /// From space to tilde, and from tab to carriage return.
    @inline(__always)
    static func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F || byte &- 0x09 < 5 }
}
