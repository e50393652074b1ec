/// Finds what could be read as text among any bytes.
enum PrintableRuns {
    /// Bytes of the shortest text that could be personal: an address such as `a@b.de`.
    static let shortest = 6

    /// Calls `body` with each stretch of at least six printable bytes of ASCII, line ends and tabs among them.
    ///
    /// Where the last byte that could be of a text is not one, the five before it need no look: random bytes are passed over
    /// faster than they are read one by one.
    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Range<Int>) -> Void) {
        var start = 0
        while start + shortest <= bytes.count {
            // Backwards from the last byte that a text from `start` on must have.
            var place = start + shortest - 1
            while place >= start, isPrintable(bytes[place]) { place -= 1 }
            guard place < start else {
                start = place + 1
                continue
            }
            var end = start + shortest
            while end < bytes.count, isPrintable(bytes[end]) { end += 1 }
            body(start..<end)
            start = end + 1
        }
    }

    @inline(__always)
    static func isPrintable(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
