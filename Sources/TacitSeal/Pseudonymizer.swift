import Crypto

/// A contributor's name within one window: 128 bits that mean nothing once the window's key is gone.
package struct Pseudonym: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Half of it is enough: pseudonyms are random, and who sends can't choose them.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// Turns the values of one batch into pseudonyms; it lives no longer than the batch.
package struct Pseudonymizer {
    private let keyed: HMAC<SHA256>

    init(key: SymmetricKey) {
        keyed = HMAC<SHA256>(key: key)
    }

    package func pseudonym(of value: UnsafeRawBufferPointer) -> Pseudonym { pseudonym(of: value, after: keyed) }

    /// Of a ``ContributorToken``. No other value has it, not even the same text as a contributor of another kind, so that
    /// nobody can have erased in the name of a token what did not come with one.
    package func pseudonym(ofToken value: UnsafeRawBufferPointer) -> Pseudonym {
        var code = keyed
        // No text in UTF-8 begins with this byte.
        code.update(data: [0xff])
        return pseudonym(of: value, after: code)
    }

    private func pseudonym(of value: UnsafeRawBufferPointer, after code: HMAC<SHA256>) -> Pseudonym {
        var code = code
        code.update(data: value)
        return code.finalize().withUnsafeBytes { bytes in
            Pseudonym(
                high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }
}
