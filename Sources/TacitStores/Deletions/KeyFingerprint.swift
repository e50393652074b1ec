import Crypto
import TacitSeal

/// A name for keys that were destroyed: the SHA-256 over the sorted SHA-256 of each, as it lay wrapped on the disk.
///
/// Who has a copy of the wrapped keys from before can tell whether it is these that are gone. Nobody can find one from it: a
/// wrapped key has 256 random bits, and is of no use without the master key.
package struct KeyFingerprint: Sendable {
    private var digests: [[UInt8]] = []

    package init() {}

    package var count: Int64 { Int64(digests.count) }

    /// Notes a key, as it lies wrapped.
    package mutating func add(_ wrapped: some Sequence<UInt8>) {
        digests.append(Array(SHA256.hash(data: Array(wrapped))))
    }

    /// Notes the keys of another one.
    package mutating func add(_ others: KeyFingerprint) { digests += others.digests }

    /// `nil` where there was no key.
    package var text: String? {
        guard !digests.isEmpty else { return nil }
        return Hex.text(SHA256.hash(data: digests.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)))
    }
}
