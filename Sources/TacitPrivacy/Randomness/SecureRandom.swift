import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A cryptographic generator with a buffer and fast key erasure: the source of all noise.
///
/// ```swift
/// var random = SecureRandom()
/// let word = random.next()
/// let noisy = mechanism.addNoise(to: count, using: &random)
/// ```
///
/// **Construction.** A block is the AES-256-GCM ciphertext of zeros under a key that is used once. GCM encrypts in
/// counter mode, so the ciphertext of zeros *is* the keystream of AES-256. The first 32 bytes become the next key, the
/// rest is handed out, word by word, each word overwritten as it leaves. (Bernstein 2017, "Fast-key-erasure
/// random-number generators"; the same design as the Linux and OpenBSD kernels' generators.)
///
/// **Why it is sound.** AES-256 is a pseudorandom permutation; a keystream of `n` distinct counter blocks differs from
/// uniform by at most `n² / 2^129` beyond its advantage (PRP/PRF switching lemma, Bellare and Rogaway 2006, lemma 1).
/// Here `n` is 1,024, so a block costs at most `2^-109`. A fixed nonce is right because no key is used twice. Whoever
/// reads the memory later finds neither the key of an earlier block (it was replaced by its own output) nor the words
/// that were handed out. Every 64 blocks (1 MiB), 32 bytes of the system's generator are mixed into the key, so that a
/// state that was read once does not tell the future for ever.
///
/// **Limits.** The cipher's temporary copy of a block is freed, not wiped, by the cryptographic library. After `fork()`
/// parent and child would share the state: make a new one in the child.
///
/// It is a class on purpose: a copy of a struct would draw the same noise twice. It is not `Sendable`; an actor owns one.
public final class SecureRandom: NoiseSource {
    /// Bytes a block, key included.
    private static let blockBytes = 16_384
    private static let keyBytes = 32
    private static let blocksPerReseed = 64
    private static let firstWord = keyBytes / 8
    private static let wordsPerBlock = blockBytes / 8
    private static let zeros = [UInt8](repeating: 0, count: blockBytes)

    public static var vouched: NoiseSourceVoucher { NoiseSourceVoucher() }

    // Owned by this object alone, never escapes, `wordsPerBlock` words long; freed in `deinit`.
    private let words: UnsafeMutablePointer<UInt64>
    private var position = SecureRandom.wordsPerBlock
    private var blocksUntilReseed = 0

    /// A generator keyed from the system's generator.
    public init() {
        words = .allocate(capacity: Self.wordsPerBlock)
        words.initialize(repeating: 0, count: Self.wordsPerBlock)
    }

    deinit {
        words.update(repeating: 0, count: Self.wordsPerBlock)
        words.deallocate()
    }

    /// The next 64 uniform bits.
    @inline(__always)
    public func next() -> UInt64 {
        if position == Self.wordsPerBlock { refill() }
        // In bounds: `refill` sets `position` to 4, and it is at most `wordsPerBlock - 1` here.
        let word = words[position]
        words[position] = 0
        position &+= 1
        return word
    }

    /// Replaces the block, and with it the key.
    @inline(never)
    private func refill() {
        if blocksUntilReseed == 0 {
            var system = SystemRandomNumberGenerator()
            for index in 0..<Self.firstWord { words[index] ^= system.next() }
            blocksUntilReseed = Self.blocksPerReseed
        }
        blocksUntilReseed -= 1
        // The first 32 bytes of `words` hold the key and are initialized since `init`.
        let key = SymmetricKey(data: UnsafeRawBufferPointer(start: words, count: Self.keyBytes))
        let sealed: AES.GCM.SealedBox
        do {
            sealed = try AES.GCM.seal(Self.zeros, using: key, nonce: AES.GCM.Nonce(data: Self.zeros.prefix(12)))
        } catch {
            // Sealing 16 KiB under a 32-byte key with a 12-byte nonce has no failure that the data could cause, and
            // without random words there must be no release: stopping is the safe end.
            fatalError("SecureRandom: the cipher of the cryptographic library failed")
        }
        sealed.ciphertext.withUnsafeBytes { block in
            precondition(block.count == Self.blockBytes, "A counter-mode ciphertext is as long as its plaintext")
            // Both are `blockBytes` long and don't overlap: one is ours, one is the box's.
            UnsafeMutableRawPointer(words).copyMemory(from: block.baseAddress!, byteCount: Self.blockBytes)
        }
        position = Self.firstWord
    }
}

@available(*, unavailable, message: "Noise drawn from two threads could be drawn twice; give each actor its own.")
extension SecureRandom: @unchecked Sendable {}
