package import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// RFC 7914: makes a key of a passphrase, so slowly and with so much memory that guessing is dear.
package enum Scrypt {
    /// - Parameter cost: the logarithm of N; every step doubles time and memory. 17 is 128 MiB with a block size of 8.
    package static func key(
        of passphrase: some DataProtocol, salt: some DataProtocol, cost: Int, blockSize: Int = 8, parallelism: Int = 1,
        count: Int = 32
    ) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: passphrase, salt: salt, outputByteCount: count, rounds: 1 << cost, blockSize: blockSize,
            parallelism: parallelism)
    }
}
