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

    /// Appends what stands at `i`, and undoes the escape that begins there; returns how many bytes it is written with.
    mutating func append(_ escape: Escape, at i: Int, of text: Text) -> Int {
        let (scalar, width) = text.unescaped(escape, at: i)
        if width == 1 { append(text[i], from: i) } else { append(scalar, of: escape, from: i) }
        return width
    }

    /// Appends what an escape stands for: a byte, or a character in UTF-8.
    private mutating func append(_ scalar: UInt32, of escape: Escape, from origin: Int) {
        if escape.isOfByte { return append(UInt8(scalar), from: origin) }
        guard let character = Unicode.Scalar(scalar) else { return append(UInt8(0xFF), from: origin) }
        for byte in UTF8.encode(character).unsafelyUnwrapped { append(byte, from: origin) }
    }

    /// What was decoded, as long as this lasts.
    var content: Text { Text(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count]))) }

    /// Says where the last byte ends in the text.
    mutating func finish(at end: Int) { origins[count] = Int32(truncatingIfNeeded: end - base) }

    /// The first finding in what was decoded that covers what stands at `place` in the text, or begins right behind it.
    func match(at place: Range<Int>, in scanner: borrowing Scanner) -> Match? {
        let match = inner(of: scanner, upTo: count) { inText($0).end > place.lowerBound }.map(inText)
        return match.flatMap { $0.start <= place.upperBound ? $0 : nil }
    }

    /// The finding that is the value of the pair whose sign is the decoded byte `sign`: it begins right behind the
    /// sign, or behind the scheme of a credential.
    func match(behind sign: Int, in scanner: borrowing Scanner) -> Match? {
        // The sign gives the value away; a quote may stand before it.
        let match = inner(of: scanner, upTo: min(sign + 2, count)) { $0.start > sign }
        return match.flatMap { $0.start - sign < 24 ? inText($0) : nil }
    }

    /// The first finding of what was decoded, as it stands in the text.
    func first(in scanner: borrowing Scanner) -> Match? { anyMatch(in: scanner).map(inText) }

    /// The first finding of what was decoded, wherever it stands.
    func anyMatch(in scanner: borrowing Scanner) -> Match? { inner(of: scanner, upTo: count) { _ in true } }

    /// What a verifier finds in what was decoded, as it stands in the text.
    func match(like scanner: borrowing Scanner, _ verify: (inout Scanner) -> Match?) -> Match? {
        read(like: scanner, verify).map(inText)
    }

    private func inner(of scanner: borrowing Scanner, upTo limit: Int, where isMeant: (Match) -> Bool) -> Match? {
        read(like: scanner) { inner in
            while let match = inner.next(upTo: limit) {
                if isMeant(match) { return match }
            }
            return nil
        }
    }

    private func read(like scanner: borrowing Scanner, _ body: (inout Scanner) -> Match?) -> Match? {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { storage in
            var inner = Scanner(decoded: content, like: scanner, in: storage)
            return body(&inner)
        }
    }

    private func inText(_ match: Match) -> Match {
        Match(match.kind, base + Int(origins[match.start]), base + Int(origins[match.end]), match.rule)
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
