import TacitScrub

/// Looks for what is personal, financial or secret in stretches of bytes.
struct TextLook: Sendable {
    /// What Tacit itself wrote from the catalog: that a name in it looks personal is a matter of the catalog.
    let known: [UInt8]
    private let scrubber = Scrubber()

    init(known: [UInt8]) { self.known = known }

    /// Calls `body` with the kind of each finding and where it is.
    ///
    /// - Parameters:
    ///   - hasCodes: that the digits of digests and signatures are no finding.
    ///   - clean: texts that this has found clean before, of which there is one for each thread.
    func forEachFinding(
        in bytes: UnsafeRawBufferPointer, hasCodes: Bool = false, _ clean: CleanTexts,
        _ body: (Kind, Range<Int>) -> Void
    ) {
        guard bytes.count >= PrintableRuns.shortest, !clean.contains(bytes) else { return }
        var isClean = true
        PrintableRuns.forEach(in: bytes) { run in
            let text = UnsafeRawBufferPointer(rebasing: bytes[run])
            guard !scrubber.isClean(text) else { return }
            isClean = false
            let findings =
                hasCodes
                ? Self.withoutCodes(text).withUnsafeBytes { scrubber.findings(in: $0) } : scrubber.findings(in: text)
            for finding in findings {
                let value = text[finding.range]
                if !known.isEmpty, known.contains(value) { continue }
                if hasCodes, finding.kind == .secret, value.dropLast(while: Self.isPadding).allSatisfy(Self.isDigit) {
                    continue
                }
                let (from, to) = (finding.range.lowerBound, finding.range.upperBound)
                body(finding.kind, run.lowerBound + from..<run.lowerBound + to)
            }
        }
        if isClean { clean.insert(bytes) }
    }

    /// The text with blanks for its digests, keys and signatures, in which anything may stand by chance: also a word that
    /// says of what stands behind it that it is personal.
    private static func withoutCodes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var rest = Array(text)
        var start = 0
        while start < rest.count {
            let end = start + rest[start...].prefix(while: isDigit).count
            if isCode(start..<end, of: rest) {
                let padded = end + rest[end...].prefix(while: isPadding).count
                rest.replaceSubrange(start..<padded, with: repeatElement(blank, count: padded - start))
            }
            start = end + 1
        }
        return rest
    }

    private static func isCode(_ digits: Range<Int>, of text: [UInt8]) -> Bool {
        if digits.count >= shortestCode { return true }
        // A public key of 32 bytes, which stands in quotes by itself.
        return digits.count == 43 && digits.lowerBound > 0 && text[digits.lowerBound - 1] == quote
            && text[digits.upperBound...].starts(with: [padding, quote])
    }

    /// In base64 or hexadecimal; shorter ones are looked at as words and paths are, which have the same digits.
    private static let shortestCode = 64
    private static let (padding, quote, blank) = (UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: " "))

    private static func isPadding(_ byte: UInt8) -> Bool { byte == padding }

    /// Of base64 or hexadecimal.
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || [0x2B, 0x2F].contains(byte)
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate func dropLast(while isLeftOut: (UInt8) -> Bool) -> Self {
        self[..<(endIndex - reversed().prefix(while: isLeftOut).count)]
    }
}

extension [UInt8] {
    fileprivate func contains(_ value: Slice<UnsafeRawBufferPointer>) -> Bool { firstRange(of: value) != nil }
}
