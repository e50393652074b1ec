import Crypto

/// The hash tree of RFC 6962, section 2.1: what it covers can't be altered, moved or left out without another root.
enum MerkleTree {
    static func leaf(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: [0] + bytes)) }

    /// The root over leaf hashes; that of the empty tree is the hash of nothing.
    static func root(_ leaves: some Collection<[UInt8]>) -> [UInt8] {
        guard !leaves.isEmpty else { return Array(SHA256.hash(data: [UInt8]())) }
        // The roots of full subtrees, largest first: like the ones of a binary counter.
        var peaks: [(height: Int, hash: [UInt8])] = []
        for leaf in leaves {
            peaks.append((0, leaf))
            while peaks.count > 1, peaks[peaks.count - 1].height == peaks[peaks.count - 2].height {
                let right = peaks.removeLast()
                let left = peaks.removeLast()
                peaks.append((left.height + 1, node(left.hash, right.hash)))
            }
        }
        var root = peaks.removeLast().hash
        while let left = peaks.popLast() { root = node(left.hash, root) }
        return root
    }

    private static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [1] + left + right))
    }
}
