/// A stretch of text as it reads once its encoding is undone, with the place that each byte came from.
struct Decoded {
    /// What is decoded is at most this long.
    static let capacity = 1024

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// For each byte, where it begins in the text; one more for the end.
    private let origins: UnsafeMutableBufferPointer<Int32>
    private(set) var count = 0
    private let base: Int

    var isFull: Bool { count >= Self.capacity - 4 }

    /// Appends a byte that stands, encoded, at `origin`.
    mutating func append(_ byte: UInt8, from origin: Int) {
        guard count < Self.capacity else { return }
        bytes[count] = byte
        origins[count] = Int32(truncatingIfNeeded: origin - base)
        count += 1
    }

    /// Appends a character in UTF-8.
    mutating func append(scalar: UInt32, from origin: Int) {
        guard let character = Unicode.Scalar(scalar) else { return append(UInt8(0xFF), from: origin) }
        for byte in UTF8.encode(character).unsafelyUnwrapped { append(byte, from: origin) }
    }

    /// Says where the last byte ends in the text.
    mutating func finish(at end: Int) { origins[count] = Int32(truncatingIfNeeded: end - base) }

    /// The first finding in what was decoded that covers what stands at `place` in the text, or begins right behind it.
    func match(at place: Range<Int>, in scanner: borrowing Scanner) -> Match? {
        guard count > 0 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { storage in
            let text = Text(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
            var inner = Scanner(decoded: text, like: scanner, in: storage)
            while let match = inner.next(upTo: text.count) {
                let (start, end) = (base + Int(origins[match.start]), base + Int(origins[match.end]))
                if start > place.upperBound { return nil }
                if end > place.lowerBound { return Match(match.kind, start, end, match.rule) }
            }
            return nil
        }
    }

    /// The finding that is the value of the pair whose sign is the decoded byte `sign`: it begins right behind the
    /// sign, or behind the scheme of a credential.
    func match(behind sign: Int, in scanner: borrowing Scanner) -> Match? {
        guard let match = anyInner(in: scanner, from: sign), match.start - sign < 24 else { return nil }
        let (start, end) = (base + Int(origins[match.start]), base + Int(origins[match.end]))
        return Match(match.kind, start, end, match.rule)
    }

    private func anyInner(in scanner: borrowing Scanner, from place: Int) -> Match? {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { storage in
            let text = Text(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
            var inner = Scanner(decoded: text, like: scanner, in: storage)
            // The sign gives the value away; a quote may stand before it.
            while let match = inner.next(upTo: min(place + 2, text.count)) {
                if match.start > place { return match }
            }
            return nil
        }
    }

    /// The first finding of what was decoded, as it stands in the text.
    func first(in scanner: borrowing Scanner) -> Match? {
        anyMatch(in: scanner).map {
            Match($0.kind, base + Int(origins[$0.start]), base + Int(origins[$0.end]), $0.rule)
        }
    }

    /// The first finding of what was decoded, wherever it stands.
    func anyMatch(in scanner: borrowing Scanner) -> Match? {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { storage in
            let text = Text(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
            var inner = Scanner(decoded: text, like: scanner, in: storage)
            return inner.next(upTo: text.count)
        }
    }

    /// Lends room on the stack for decoding what stands from `base` on.
    static func make<R>(from base: Int, _ body: (inout Decoded) -> R) -> R {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { bytes in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity + 1) { origins in
                var decoded = Decoded(bytes: bytes, origins: origins, base: base)
                return body(&decoded)
            }
        }
    }

    private init(
        bytes: UnsafeMutableBufferPointer<UInt8>, origins: UnsafeMutableBufferPointer<Int32>, base: Int
    ) {
        self.bytes = bytes
        self.origins = origins
        self.base = base
    }
}
