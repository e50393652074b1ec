import Crypto
package import TacitSeal

/// One of n parts of a master key, of which any k make it again, while k − 1 say nothing of it (Shamir 1979).
///
/// ```swift
/// let shares = try KeyShare.split(master, threshold: 3, shares: 5)
/// let same = try KeyShare.combine([shares[0], shares[2], shares[4]].map { ("share", $0) })
/// ```
///
/// Each share has the digests of all, and the set is named by these: one that was altered says so by itself, and one of another
/// set, or forged, by its set.
package struct KeyShare: Sendable, Equatable, Codable {
    var format = 1
    /// What the shares of one splitting have in common.
    package let set: String
    /// The fingerprint of the key that they make.
    package let key: String
    /// From 1 on.
    package let number: Int
    /// How many it takes.
    package let threshold: Int
    /// Of every share's part, by number.
    let digests: [String]
    let part: String

    package var shares: Int { digests.count }

    /// Draws a polynomial for each byte of the key; a share is what they are at its number.
    package static func split(_ key: MasterKey, threshold: Int, shares: Int) -> [KeyShare] {
        precondition(
            (1...255).contains(shares) && (1...shares).contains(threshold),
            "1 to 255 shares, and a threshold that is none above their number")
        let coefficients = SecretBytes.random(count: MasterKey.size * threshold)
        let parts = (1...shares).map { number in
            key.withBytes { key in
                coefficients.withBytes { coefficients in
                    key.indices.map { index in
                        // Horner's rule, from the highest power down to the key's byte.
                        (1..<threshold).reversed().reduce(UInt8(0)) { value, power in
                            Field256.product(value ^ coefficients[power * MasterKey.size + index], UInt8(number))
                        } ^ key[index]
                    }
                }
            }
        }
        let digests = zip(1..., parts).map { digest(of: $1, number: $0) }
        let set = name(key.fingerprint, threshold, digests)
        return zip(1..., parts).map { number, part in
            KeyShare(
                set: set, key: key.fingerprint, number: number, threshold: threshold, digests: digests,
                part: Hex.text(part))
        }
    }

    private static func digest(of part: [UInt8], number: Int) -> String {
        Hex.text(SHA256.hash(data: Array("tacit key share 1 \(number) ".utf8) + part))
    }

    private static func name(_ key: String, _ threshold: Int, _ digests: [String]) -> String {
        let text = (["tacit key shares 1", key, "\(threshold)"] + digests).joined(separator: "\n")
        return Hex.text(SHA256.hash(data: Array(text.utf8)).prefix(16))
    }

    /// The bytes of its part; `nil` where anything of the share was altered.
    private var bytes: [UInt8]? {
        guard format == 1, let bytes = Hex.bytes(part), bytes.count == MasterKey.size, (1...255).contains(shares),
            (1...shares).contains(threshold), (1...shares).contains(number),
            digests[number - 1] == Self.digest(of: bytes, number: number),
            set == Self.name(key, threshold, digests)
        else { return nil }
        return bytes
    }

    /// The key; an error names the share that was altered, is of another set, or is missing.
    package static func combine(_ shares: [(place: String, share: KeyShare)]) throws(KeyError) -> MasterKey {
        var parts: [Int: [UInt8]] = [:]
        for (place, share) in shares {
            guard let bytes = share.bytes else {
                throw KeyError(.shareAltered, at: place, remedy: "it is not as it was written; take another share")
            }
            guard let first = shares.first?.share, share.set == first.set else {
                throw KeyError(
                    .shareForeign, at: place,
                    remedy: "it is of set \(share.set), and the first one of \(shares[0].share.set); take shares of one"
                )
            }
            parts[share.number] = bytes
        }
        guard let first = shares.first?.share, parts.count >= first.threshold else {
            throw KeyError(
                .sharesTooFew, at: "shares",
                remedy: "it takes \(shares.first?.share.threshold ?? 1) different ones, and here are \(parts.count)")
        }
        let used = parts.sorted { $0.key < $1.key }.prefix(first.threshold)
        var secret = [UInt8](repeating: 0, count: MasterKey.size)
        for (number, part) in used {
            // Lagrange at zero: the product of all other numbers over their differences from this one.
            let factor = used.filter { $0.key != number }.reduce(UInt8(1)) { factor, other in
                let (x, other) = (UInt8(number), UInt8(other.key))
                return Field256.product(factor, Field256.product(other, Field256.inverse(other ^ x)))
            }
            for index in secret.indices { secret[index] ^= Field256.product(factor, part[index]) }
        }
        let key = try MasterKey(SecretBytes(taking: &secret))
        guard key.fingerprint == first.key else {
            throw KeyError(
                .shareForeign, at: "shares", remedy: "together they make another key; take shares of one set")
        }
        return key
    }
}
