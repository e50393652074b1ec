import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The hashes of all entries of a transparency log, and a head that only this installation can write.
struct LogTree {
    private let folder: String
    private let codes: KeyedCodes
    /// A hash for every entry there ever was.
    var leaves: [[UInt8]] = []
    /// The entries whose bytes went because their time was over; ranges in their order.
    private(set) var gone: [Range<Int>] = []
    private var head = Head(size: 0, gone: [], root: Data(), code: Data())

    private struct Head: Codable {
        var size: Int
        var gone: [Range<Int>]
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
            head.gone.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= head.size })
        else { return nil }
        self.head = head
        gone = head.gone
    }

    /// How many leaves the head covers. A crash may have left one more.
    var size: Int { head.size }

    /// Whether the head is what this installation wrote about these leaves.
    var isSound: Bool {
        let root = MerkleTree.root(leaves.prefix(head.size))
        return Array(head.root) == root && Array(head.code) == code(head.size, head.gone, root)
    }

    static func exists(in folder: String) -> Bool { Files.exist(headPath(folder)) || Files.exist(leavesPath(folder)) }

    /// Writes the leaves, then the head that covers them.
    mutating func save() throws(FileFault) {
        let root = MerkleTree.root(leaves)
        head = Head(size: leaves.count, gone: gone, root: Data(root), code: Data(code(leaves.count, gone, root)))
        try Files.replace(Self.leavesPath(folder), with: leaves.flatMap { $0 })
        // Integers and bytes always encode.
        try Files.replace(Self.headPath(folder), with: try! JSONEncoder().encode(head))
    }

    /// Notes that the bytes of entries are about to go.
    mutating func forget(_ indices: some Sequence<Int>) {
        let all = Set(gone.joined()).union(indices).sorted()
        gone = all.reduce(into: []) { ranges, index in
            if let last = ranges.last, last.upperBound == index {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
    }

    /// The entries whose bytes are to be there.
    var kept: Set<Int> { Set(0..<size).subtracting(gone.joined()) }

    private func code(_ size: Int, _ gone: [Range<Int>], _ root: [UInt8]) -> [UInt8] {
        let ranges = gone.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        return codes.code(of: Array("tacit log head \(size) \(ranges) ".utf8) + root)
    }

    private static func leavesPath(_ folder: String) -> String { folder + "/leaves" }
    private static func headPath(_ folder: String) -> String { folder + "/head.json" }
}
