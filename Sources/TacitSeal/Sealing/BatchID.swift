import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The identity of one batch: 128 random bits, made where the batch is, and the same each time that it is sent.
package struct BatchID: Hashable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package static let size = 16

    /// An identity that nobody has had before.
    package static func random() -> BatchID {
        var source = SystemRandomNumberGenerator()
        return BatchID(high: source.next(), low: source.next())
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// `nil` where there are not 16 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// As an `Idempotency-Key` has it: 32 lower-case hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes)
    }

    /// The identity of one part of the batch, where it goes in more than one. Nobody can tell from two that they are of one
    /// batch: parts may be of different days.
    package func part(_ number: Int, of count: Int) -> BatchID {
        guard count > 1 else { return self }
        let digest = Array(SHA256.hash(data: Data("tacit batch part \(number) of \(count) ".utf8) + bytes))
        // A digest has more than the 16 bytes that are taken.
        return BatchID(digest.prefix(Self.size))!
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    package var hex: String { Hex.text(bytes) }
    package var description: String { hex }
}
