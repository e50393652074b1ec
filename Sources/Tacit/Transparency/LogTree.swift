#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TacitSeal

/// The hashes of all entries of a transparency log, and a head that only this installation can write.
struct LogTree {
    private let folder: String
    private let codes: KeyedCodes
    /// A hash for every entry there ever was.
    var leaves: [[UInt8]] = []
    /// The first entry whose bytes are kept.
    var first = 0
    private var head = Head(size: 0, first: 0, root: Data(), code: Data())

    private struct Head: Codable {
        var size: Int
        var first: Int
        var root: Data
        /// Under the installation's key, so that nobody without it makes another tree.
        var code: Data
    }

    /// An empty one.
    init(folder: String, key: MasterKey) {
        self.folder = folder
        codes = key.codes(for: .transparency)
    }

    /// `nil` where the head can't be read, or covers more leaves than there are.
    init?(reading folder: String, key: MasterKey) {
        self.init(folder: folder, key: key)
        let bytes = Files.read(Self.leavesPath(folder)) ?? []
        leaves = stride(from: 0, to: bytes.count - bytes.count % 32, by: 32).map { Array(bytes[$0..<$0 + 32]) }
        guard let json = Files.read(Self.headPath(folder)),
            let head = try? JSONDecoder().decode(Head.self, from: Data(json)), (0...leaves.count).contains(head.size),
            (0...head.size).contains(head.first)
        else { return nil }
        self.head = head
        first = head.first
    }

    /// How many leaves the head covers. A crash may have left one more.
    var size: Int { head.size }

    /// Whether the head is what this installation wrote about these leaves.
    var isSound: Bool {
        let root = MerkleTree.root(leaves.prefix(head.size))
        return Array(head.root) == root && Array(head.code) == code(head.size, head.first, root)
    }

    static func exists(in folder: String) -> Bool { Files.exist(headPath(folder)) || Files.exist(leavesPath(folder)) }

    /// Writes the leaves, then the head that covers them.
    mutating func save() throws(FileFault) {
        let root = MerkleTree.root(leaves)
        head = Head(
            size: leaves.count, first: first, root: Data(root), code: Data(code(leaves.count, first, root)))
        try Files.replace(Self.leavesPath(folder), with: leaves.flatMap { $0 })
        // Integers and bytes always encode.
        try Files.replace(Self.headPath(folder), with: try! JSONEncoder().encode(head))
    }

    private func code(_ size: Int, _ first: Int, _ root: [UInt8]) -> [UInt8] {
        codes.code(of: Array("tacit log head \(size) \(first) ".utf8) + root)
    }

    private static func leavesPath(_ folder: String) -> String { folder + "/leaves" }
    private static func headPath(_ folder: String) -> String { folder + "/head.json" }
}
