#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Crypto
import TacitSeal

/// Every byte that was sent, kept on this machine for those whose machine it is, in a hash tree.
///
/// ```swift
/// let log = TransparencyLog(folder: folder, key: key)
/// try log.append(entry)                      // one who holds the send lock
/// try log.verify(at: now).isSound
/// ```
///
/// The bytes lie encrypted, a file a day, and go after ``days`` days; their hashes stay, so that what is left can still be
/// shown to be what was sent. An entry that a crash kept from the tree is taken into it by the next.
struct TransparencyLog: Sendable {
    let folder: String
    private let key: MasterKey
    /// For how long the bytes are kept.
    private let days: Int64

    init(folder: String, key: MasterKey, days: Int = 90) {
        self.folder = folder + "/log"
        self.key = key
        self.days = Int64(days)
    }

    /// One batch that arrived.
    struct Entry: Sendable, Equatable, Codable {
        /// Seconds since 1970 UTC.
        let sentAt: Int64
        /// The batch's id in hexadecimal.
        let batch: String
        let records: Int
        /// The OTLP message, before compression and sealing.
        let body: [UInt8]
        /// The collector's receipt as JSON; `nil` where a plain OpenTelemetry collector answered.
        let receipt: Data?
        /// The signing key that the receipt was verified with, as JSON.
        var signer: Data?
        /// Its place in the tree.
        var index: Int = 0
    }

    private struct Head: Codable, Equatable {
        var size: Int
        var root: Data
        /// Under the installation's key, so that nobody without it makes another tree.
        var code: Data
    }

    private var leavesPath: String { folder + "/leaves" }
    private var headPath: String { folder + "/head.json" }

    // MARK: Adding

    func append(_ entry: Entry) throws(FileFault) {
        try Files.makeFolder(folder)
        var leaves = try readLeaves()
        let day = entry.sentAt.floorDivided(by: 86_400)
        // What a crash kept from the tree comes first.
        for unfinished in try entries(of: day) where unfinished.index == leaves.count {
            leaves.append(MerkleTree.leaf(Self.bytes(unfinished)))
        }
        var placed = entry
        placed.index = leaves.count
        let bytes = Self.bytes(placed)
        try file(day).append([bytes])
        leaves.append(MerkleTree.leaf(bytes))
        try Files.replace(leavesPath, with: leaves.flatMap { $0 })
        let root = MerkleTree.root(leaves)
        let head = Head(size: leaves.count, root: Data(root), code: Data(code(leaves.count, root)))
        try Files.replace(headPath, with: Self.encoded(head))
        try prune(today: day)
    }

    /// Removes the files of days that are over.
    func prune(today: Int64) throws(FileFault) {
        for day in keptDays() where day <= today - days { try Files.remove(path(day)) }
    }

    // MARK: Reading

    /// The entries that are still kept, oldest first.
    func entries() throws(FileFault) -> [Entry] {
        var all: [Entry] = []
        for day in keptDays() { all += try entries(of: day) }
        return all
    }

    /// What can be shown about the log, from its bytes alone.
    func verify() throws(FileFault) -> LogProof {
        guard Files.exist(headPath) else { return LogProof(entries: 0, receipts: 0, faults: []) }
        var proof = LogProof(entries: 0, receipts: 0, faults: [])
        let leaves = try readLeaves()
        guard let head = Files.read(headPath).flatMap({ try? JSONDecoder().decode(Head.self, from: Data($0)) }), head.size <= leaves.count
        else { return LogProof(entries: 0, receipts: 0, faults: ["the head of the tree can't be read, or leaves are gone"]) }
        let root = MerkleTree.root(leaves.prefix(head.size))
        if Array(head.root) != root || Array(head.code) != code(head.size, root) {
            proof.faults.append("the tree is not the one that was written")
        }
        for day in keptDays() {
            let content = try file(day).read()
            if content.isDamaged { proof.faults.append("an entry of day \(day) does not open") }
            for bytes in content.frames {
                guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes)) else {
                    proof.faults.append("an entry of day \(day) can't be read")
                    continue
                }
                // What a crash kept from the tree is no fault.
                if entry.index < head.size, leaves[entry.index] != MerkleTree.leaf(bytes) {
                    proof.faults.append("entry \(entry.index) is not the one in the tree")
                }
                proof.entries += 1
                check(entry, &proof)
            }
        }
        return proof
    }

    private func check(_ entry: Entry, _ proof: inout LogProof) {
        guard let json = entry.receipt else { return }
        guard let receipt = try? Receipt(json: json),
            let signer = entry.signer.flatMap({ try? JSONDecoder().decode(VerifyingKey.self, from: $0) }),
            (try? receipt.verify(by: signer)) != nil, receipt.statement.batch.hex == entry.batch,
            receipt.statement.digest == Array(SHA256.hash(data: entry.body))
        else {
            proof.faults.append("the receipt of entry \(entry.index) does not verify")
            return
        }
        proof.receipts += 1
    }

    // MARK: Files

    private func path(_ day: Int64) -> String { folder + "/\(day).entries" }
    private func file(_ day: Int64) -> FrameFile { FrameFile(path: path(day), key: key, purpose: .transparency) }

    private func keptDays() -> [Int64] {
        Files.names(in: folder).filter { $0.hasSuffix(".entries") }.compactMap { Int64($0.dropLast(8)) }.sorted()
    }

    private func entries(of day: Int64) throws(FileFault) -> [Entry] {
        try file(day).read().frames.compactMap { try? JSONDecoder().decode(Entry.self, from: Data($0)) }
    }

    private func readLeaves() throws(FileFault) -> [[UInt8]] {
        let bytes = Files.read(leavesPath) ?? []
        return stride(from: 0, to: bytes.count - bytes.count % 32, by: 32).map { Array(bytes[$0..<$0 + 32]) }
    }

    private func code(_ size: Int, _ root: [UInt8]) -> [UInt8] {
        key.codes(for: .transparency).code(of: Array("tacit log head \(size) ".utf8) + root)
    }

    private static func bytes(_ entry: Entry) -> [UInt8] { Array(encoded(entry)) }

    private static func encoded(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Numbers, texts and bytes always encode.
        return try! encoder.encode(value)
    }
}

/// What came of checking a transparency log.
public struct LogProof: Sendable, Hashable {
    /// Entries whose bytes are still kept.
    public var entries: Int
    /// Receipts of a collector among them that are genuine.
    public var receipts: Int
    /// What does not fit, in words that hold no value.
    public var faults: [String]

    public var isSound: Bool { faults.isEmpty }
}
