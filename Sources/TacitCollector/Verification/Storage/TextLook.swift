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
            for finding in scrubber.findings(in: text) {
                let value = text[finding.range]
                if !known.isEmpty, known.contains(value) { continue }
                if hasCodes, finding.kind == .secret || Self.isWithinCode(finding.range, of: text),
                    value.allSatisfy(Self.isDigit)
                {
                    continue
                }
                let (from, to) = (finding.range.lowerBound, finding.range.upperBound)
                body(finding.kind, run.lowerBound + from..<run.lowerBound + to)
            }
        }
        if isClean { clean.insert(bytes) }
    }

    /// Whether it is part of so many digits that it is a digest's, a key's or a signature's, in which anything may stand by chance.
    private static func isWithinCode(_ range: Range<Int>, of text: UnsafeRawBufferPointer) -> Bool {
        let before = text[..<range.lowerBound].reversed().prefix(while: isDigit).count
        let behind = text[range.upperBound...].prefix(while: isDigit).count
        return before + range.count + behind >= shortestCode
    }

    /// A public key of 32 bytes, in base64.
    private static let shortestCode = 43

    /// Of base64 or hexadecimal.
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || [0x2B, 0x2F, 0x3D].contains(byte)
    }
}

extension [UInt8] {
    fileprivate func contains(_ value: Slice<UnsafeRawBufferPointer>) -> Bool { firstRange(of: value) != nil }
}
