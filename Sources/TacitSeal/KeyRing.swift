package import Crypto

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What all secrets of a collector's folder hang on: a root, which stays, and numbered generations, which come and go.
///
/// From the root are derived the keys of chains and codes, which must stay what they were. A generation wraps the keys of what is
/// encrypted, and each wrapped key says by which one; so a later one can take its place without a byte of data being written anew.
///
/// ```swift
/// let ring = KeyRing(at: now)
/// let wrapped = try ring.wrap(key, context: place, for: .windowKeys)
/// let next = ring.adding(at: later)
/// let rewrapped = try next.rewrapped(wrapped, context: place, for: .windowKeys)
/// ```
package final class KeyRing: Sendable {
    package struct Generation: Sendable {
        package let number: UInt32
        /// Seconds since 1970.
        package let made: Int64
        package let key: MasterKey
    }

    /// How much longer a wrapped key is than the key: generation, nonce and tag.
    package static let overhead = 4 + 28

    private let root: MasterKey
    /// From the oldest to the current one; never none.
    package let generations: [Generation]

    private init(root: MasterKey, generations: [Generation]) {
        self.root = root
        self.generations = generations
    }

    /// New keys.
    package convenience init(at now: Int64) {
        self.init(root: MasterKey(), generations: [Generation(number: 1, made: now, key: MasterKey())])
    }

    package var current: Generation { generations[generations.count - 1] }

    /// Every key in it, by what it is called.
    package var all: [(name: String, key: MasterKey)] {
        [("the ring's root", root)] + generations.map { ("generation \($0.number) of the ring", $0.key) }
    }

    /// The same with one more generation, which is the current one from now on.
    package func adding(at now: Int64) -> KeyRing {
        let next = Generation(number: current.number + 1, made: now, key: MasterKey())
        return KeyRing(root: root, generations: generations + [next])
    }

    /// The same without what is no longer current: what that wraps does not open with it.
    package var withoutPast: KeyRing { KeyRing(root: root, generations: [current]) }

    // MARK: Of the root

    package var fingerprint: String { root.fingerprint }

    /// Codes under the key of a purpose, which is derived once for all of them.
    package func codes(for purpose: MasterKey.Purpose) -> KeyedCodes { root.codes(for: purpose) }

    package func derived(for purpose: MasterKey.Purpose) -> SymmetricKey { root.derived(for: purpose) }

    // MARK: Of the generations

    /// A key under the current generation, bound to a context.
    package func wrap(
        _ key: UnsafeRawBufferPointer, context: [UInt8], for purpose: MasterKey.Purpose
    ) throws(SealError) -> Data {
        let head = withUnsafeBytes(of: current.number.bigEndian) { Array($0) }
        let box = try? AES.GCM.seal(key, using: current.key.derived(for: purpose), authenticating: head + context)
        guard let combined = box?.combined else { throw .unopened("wrapped key") }
        return head + combined
    }

    /// The key; an error where generation, purpose, context or a single bit differ.
    package func unwrap(
        _ wrapped: Data, context: [UInt8], for purpose: MasterKey.Purpose
    ) throws(SealError) -> SecretBytes {
        guard let number = Self.generation(of: wrapped), wrapped.count > Self.overhead else {
            throw .malformed("wrapped key", "a generation's number and a box")
        }
        guard let generation = generations.first(where: { $0.number == number }) else {
            throw SealError(
                .keyUnknown, at: "wrapped key, generation \(number)",
                remedy: "the key ring does not hold that generation; put ring and store back from one backup")
        }
        guard let box = try? AES.GCM.SealedBox(combined: wrapped.dropFirst(4)),
            var key = try? AES.GCM.open(
                box, using: generation.key.derived(for: purpose), authenticating: wrapped.prefix(4) + context)
        else { throw .unopened("wrapped key, generation \(number)") }
        return SecretBytes(taking: &key)
    }

    /// The same key under the current generation; `nil` where it is already.
    package func rewrapped(
        _ wrapped: Data, context: [UInt8], for purpose: MasterKey.Purpose
    ) throws(SealError) -> Data? {
        let key = try unwrap(wrapped, context: context, for: purpose)
        guard Self.generation(of: wrapped) != current.number else { return nil }
        var rewrapped = Result<Data, SealError>.failure(.unopened("wrapped key"))
        key.withBytes { bytes in
            rewrapped = Result { () throws(SealError) in try wrap(bytes, context: context, for: purpose) }
        }
        return try rewrapped.get()
    }

    /// Which generation wraps a key.
    package static func generation(of wrapped: Data) -> UInt32? {
        wrapped.count < 4 ? nil : wrapped.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: As bytes

    private static let generationSize = 4 + 8 + MasterKey.size

    /// All of it, to be sealed.
    package var secret: SecretBytes {
        var bytes: [UInt8] = []
        // An array that grows leaves what it held in the memory that it gives back.
        bytes.reserveCapacity(MasterKey.size + generations.count * Self.generationSize)
        root.withBytes { bytes.append(contentsOf: $0) }
        for generation in generations {
            withUnsafeBytes(of: generation.number.bigEndian) { bytes.append(contentsOf: $0) }
            withUnsafeBytes(of: generation.made.bigEndian) { bytes.append(contentsOf: $0) }
            generation.key.withBytes { bytes.append(contentsOf: $0) }
        }
        return SecretBytes(taking: &bytes)
    }

    /// `nil` where the bytes are no ring.
    package convenience init?(_ secret: borrowing SecretBytes) {
        let parsed = secret.withBytes { bytes -> (root: MasterKey, generations: [Generation])? in
            let (count, rest) = (bytes.count - MasterKey.size).quotientAndRemainder(dividingBy: Self.generationSize)
            guard count > 0, rest == 0, let root = Self.key(in: bytes[..<MasterKey.size]) else { return nil }
            var generations: [Generation] = []
            for place in stride(from: MasterKey.size, to: bytes.count, by: Self.generationSize) {
                let number = bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
                let made = bytes[place + 4..<place + 12].reduce(0) { $0 << 8 | UInt64($1) }
                guard number > generations.last?.number ?? 0,
                    let key = Self.key(in: bytes[place + 12..<place + Self.generationSize])
                else { return nil }
                generations.append(Generation(number: number, made: Int64(bitPattern: made), key: key))
            }
            return (root, generations)
        }
        guard let parsed else { return nil }
        self.init(root: parsed.root, generations: parsed.generations)
    }

    private static func key(in bytes: Slice<UnsafeRawBufferPointer>) -> MasterKey? {
        try? MasterKey(SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes)))
    }
}
