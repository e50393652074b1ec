import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every byte that was sent, kept on this machine for those whose machine it is, in a hash tree.
///
/// ```swift
/// let log = TransparencyLog(folder: folder, key: key)
/// try log.append(entry)                      // one who holds the send lock
/// try log.verify(signedBy: collector).isSound
/// ```
///
/// The bytes lie encrypted, a file a day, and go after ``days`` days, or before where there are more than ``byteLimit``;
/// their hashes stay, so that what is left can still be shown to be what was sent. An entry that a crash kept from the tree
/// is taken into it by the next. That the folder was removed as a whole can't be seen.
struct TransparencyLog: Sendable {
    let folder: String
    private let key: MasterKey
    /// For how long the bytes are kept.
    private let days: Int64
    /// How many encrypted bytes are kept; the last day's always are.
    private let byteLimit: Int

    init(folder: String, key: MasterKey, days: Int = 90, byteLimit: Int = 64 << 20) {
        self.folder = folder + "/log"
        self.key = key
        self.days = Int64(days)
        self.byteLimit = byteLimit
    }

    // MARK: Adding

    func append(_ entry: SentEntry) throws(FileFault) {
        try ErasureNote.refuseErased(String(folder.dropLast(4)))
        var tree = try begun()
        let day = entry.sentAt.floorDivided(by: 86_400)
        // What a crash kept from the tree comes first. It is of the day of the last entry, whatever that is.
        for frame in try (keptDays().last.map(frames) ?? []) {
            if let unfinished = SentEntry(json: frame), unfinished.index == tree.leaves.count {
                tree.leaves.append(MerkleTree.leaf(frame))
            }
        }
        var placed = entry
        placed.index = tree.leaves.count
        let bytes = placed.json
        try file(day).append([bytes])
        tree.leaves.append(MerkleTree.leaf(bytes))
        try tree.save()
        try prune(today: day, &tree)
    }

    /// Returns where another entry may be added to what is there; nothing is sent that could not be.
    func check() throws(FileFault) {
        let days = try keptDays()
        guard LogTree.exists(in: folder) || !days.isEmpty else { return }
        _ = try tree()
        // Behind a frame that does not open nothing that is added could be read.
        if let day = days.last, try file(day).read().isDamaged {
            throw FileFault(.damaged, at: folder, remedy: "an entry does not open; move the folder away to begin anew")
        }
    }

    /// The tree so far, an empty one where there was none.
    private func begun() throws(FileFault) -> LogTree {
        try Files.makeFolder(folder)
        if try keptDays().isEmpty, !LogTree.exists(in: folder) {
            var empty = LogTree(folder: folder, key: key)
            try empty.save()
        }
        return try tree()
    }

    /// An altered tree is not built upon: that would hide what was done to it.
    private func tree() throws(FileFault) -> LogTree {
        guard let tree = LogTree(reading: folder, key: key), tree.isSound else {
            throw FileFault(
                .damaged, at: folder,
                remedy: "the tree is not the one that was written; move the folder away to begin anew")
        }
        return tree
    }

    // MARK: Ending

    /// Removes the files of days that are over.
    func prune(today: Int64) throws(FileFault) {
        guard Files.exist(folder) else { return }
        var tree = try begun()
        try prune(today: today, &tree)
    }

    private func prune(today: Int64, _ tree: inout LogTree) throws(FileFault) {
        var kept = try keptDays()
        var over = kept.filter { $0 <= today - days }
        kept.removeFirst(over.count)
        var bytes = kept.reduce(0) { $0 + (Files.size(path($1)) ?? 0) }
        while kept.count > 1, bytes > byteLimit {
            bytes -= Files.size(path(kept[0])) ?? 0
            over.append(kept.removeFirst())
        }
        guard !over.isEmpty else { return }
        // The tree says first that they are gone for a reason.
        for day in over { tree.forget(try frames(of: day).compactMap { SentEntry(json: $0)?.index }) }
        try tree.save()
        for day in over { try Files.remove(path(day)) }
    }

    // MARK: Reading

    /// The entries that are still kept, oldest first.
    func entries() throws(FileFault) -> [SentEntry] {
        var all: [SentEntry] = []
        for day in try keptDays() { all += try frames(of: day).compactMap(SentEntry.init) }
        return all
    }

    /// What can be shown about the log, from its bytes alone.
    ///
    /// - Parameter signer: the id of the collector's signing key, where it is known.
    func verify(signedBy signer: String? = nil) throws(FileFault) -> LogProof {
        var proof = LogProof(entries: 0, receipts: 0, faults: [])
        let days = try keptDays()
        guard Files.exist(folder), LogTree.exists(in: folder) || !days.isEmpty else { return proof }
        guard let tree = LogTree(reading: folder, key: key) else {
            proof.faults.append("the head of the tree can't be read, or leaves are gone")
            return proof
        }
        if !tree.isSound { proof.faults.append("the tree is not the one that was written") }
        var missing = tree.kept
        for day in days {
            let content = try file(day).read()
            if content.isDamaged { proof.faults.append("an entry of day \(day) does not open") }
            for bytes in content.frames {
                guard let entry = SentEntry(json: bytes) else {
                    proof.faults.append("an entry of day \(day) can't be read")
                    continue
                }
                missing.remove(entry.index)
                // What a crash kept from the tree is no fault.
                if entry.index < tree.size, tree.leaves[entry.index] != MerkleTree.leaf(bytes) {
                    proof.faults.append("entry \(entry.index) is not the one in the tree")
                }
                proof.entries += 1
                switch entry.receiptFault(signedBy: signer) {
                case nil: proof.receipts += entry.receipt == nil ? 0 : 1
                case .some(let fault): proof.faults.append("the receipt of entry \(entry.index) \(fault)")
                }
            }
        }
        proof.faults += missing.sorted().map { "entry \($0) is gone" }
        return proof
    }

    // MARK: Files

    private func path(_ day: Int64) -> String { folder + "/\(day).entries" }
    private func file(_ day: Int64) -> FrameFile { FrameFile(path: path(day), key: key, purpose: .transparency) }

    private func keptDays() throws(FileFault) -> [Int64] {
        try Files.names(in: folder).filter { $0.hasSuffix(".entries") }.compactMap { Int64($0.dropLast(8)) }.sorted()
    }

    private func frames(of day: Int64) throws(FileFault) -> [[UInt8]] { try file(day).read().frames }
}
