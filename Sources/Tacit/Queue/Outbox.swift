import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What waits to be sent, on disk and encrypted: the queue that new records go to, and the batches that were cut from it.
///
/// ```swift
/// try outbox.append(records)
/// let batch = try outbox.cut()          // the queue's file becomes a batch, in one step
/// ```
///
/// Every change is made under a lock that other processes of the project respect. A record is in the queue or in one
/// batch, never in both: cutting is one `rename`.
struct Outbox: Sendable {
    private let folder: String
    private let key: MasterKey

    /// - Parameter folder: the project's state folder, which exists.
    init(folder: String, key: MasterKey) {
        self.folder = folder
        self.key = key
    }

    private var queue: String { folder + "/queue" }
    private var batches: String { folder + "/batches" }

    private func locked<R>(_ body: () throws(FileFault) -> R) throws(FileFault) -> R {
        let lock = try FileLock.take(folder + "/queue.lock")
        defer { withExtendedLifetime(lock) {} }
        try ErasureNote.refuseErased(folder)
        return try body()
    }

    private func file(_ path: String) -> FrameFile { FrameFile(path: path, key: key, purpose: .queue) }

    // MARK: Records

    /// Adds records, up to `limit` records and `byteLimit` bytes in all; returns how many found room, and how many wait then.
    func append(_ records: [EdgeRecord], limit: Int, byteLimit: Int) throws(FileFault) -> (taken: Int, waiting: Int) {
        try locked { () throws(FileFault) in
            let before = try load()
            var (count, bytes) = before
            let taken = records.prefix { record in
                count += 1
                bytes += record.body.count
                return count <= limit && bytes <= byteLimit
            }
            if !taken.isEmpty { try file(queue).append(taken.map(\.stored)) }
            return (taken.count, before.records + taken.count)
        }
    }

    /// How many records wait, and how many bytes they have, batches included.
    func load() throws(FileFault) -> (records: Int, bytes: Int) {
        var load = (records: 0, bytes: 0)
        for path in [queue] + (try paths()) {
            for record in try records(at: path) where !record.isGone {
                load.records += 1
                load.bytes += record.body.count
            }
        }
        return load
    }

    /// Every record that waits, oldest batch first.
    func waiting() throws(FileFault) -> [EdgeRecord] {
        try locked { () throws(FileFault) in
            var all: [EdgeRecord] = []
            for path in try paths() + [queue] { all += try records(at: path).filter { !$0.isGone } }
            return all
        }
    }

    /// What is in the queue and in no batch.
    func queued() throws(FileFault) -> [EdgeRecord] { try locked { () throws(FileFault) in try records(at: queue) } }

    private func records(at path: String) throws(FileFault) -> [EdgeRecord] {
        let (records, isDamaged) = try readable(at: path)
        guard !isDamaged else {
            throw FileFault(
                .damaged, at: path, remedy: "a record in it can't be read; remove the file, or erase what is kept")
        }
        return records
    }

    private func readable(at path: String) throws(FileFault) -> (records: [EdgeRecord], isDamaged: Bool) {
        let content = try file(path).read()
        let records = content.frames.compactMap(EdgeRecord.init(stored:))
        return (records, content.isDamaged || records.count < content.frames.count)
    }

    // MARK: Batches

    /// The batches that wait, oldest first.
    func waitingBatches() throws(FileFault) -> [Batch] {
        try locked { () throws(FileFault) in
            var all: [Batch] = []
            for path in try paths() { all.append(try batch(at: path)) }
            return all
        }
    }

    /// Makes a batch of what is in the queue; `nil` where nothing is.
    func cut(now: Int64) throws(FileFault) -> Batch? {
        try locked { () throws(FileFault) in
            guard !(try records(at: queue)).isEmpty else { return nil }
            try Files.makeFolder(batches)
            let path = batches + "/" + Batch.newName(now: now)
            try Files.move(queue, to: path)
            return try batch(at: path)
        }
    }

    /// Takes a batch away: it arrived, or nobody will ever take it.
    func remove(_ batch: Batch) throws(FileFault) {
        try locked { () throws(FileFault) in
            try Files.remove(batches + "/" + batch.name)
            try Files.remove(stampPath(of: batch.name))
        }
    }

    /// Writes down under what name and time a batch goes out, before its first byte does; `nil` takes that back.
    func stamp(_ batch: inout Batch, _ stamp: Batch.Stamp?) throws(FileFault) {
        batch.stamp = stamp
        let path = stampPath(of: batch.name)
        guard let stamp else {
            return try Files.remove(path)
        }
        // A text and integers always encode.
        try Files.replace(path, with: try! JSONEncoder().encode(stamp))
    }

    // MARK: Withdrawal

    /// Takes out, everywhere, what `keeps` does not want kept; returns how many records went, and how many are left. What can't
    /// be read goes too: nobody can tell what it is.
    ///
    /// In a batch an empty record stays in the place of each, so that its parts stay what they were: one that has arrived is
    /// not sent again within another.
    func purge(keeping keeps: (EdgeRecord) -> Bool) throws(FileFault) -> (gone: Int, waiting: Int) {
        try locked { () throws(FileFault) in
            var (gone, waiting) = (0, 0)
            for path in try paths() + [queue] {
                let (records, isDamaged) = try readable(at: path)
                let kept = records.map { $0.isGone || keeps($0) ? $0 : .gone }.filter { path != queue || !$0.isGone }
                let left = kept.count { !$0.isGone }
                waiting += left
                guard kept != records || isDamaged else { continue }
                gone += records.count { !$0.isGone } - left
                // The new file is complete before it takes the old one's place.
                let next = path + ".new"
                try Files.remove(next)
                if left == 0 {
                    try Files.remove(path)
                } else {
                    try file(next).append(kept.map(\.stored))
                    try Files.move(next, to: path)
                }
            }
            for path in try paths(suffix: ".stamp") where !Files.exist(String(path.dropLast(6))) {
                try Files.remove(path)
            }
            return (gone, waiting)
        }
    }

    // MARK: Files

    private func paths(suffix: String = ".batch") throws(FileFault) -> [String] {
        try Files.names(in: batches).filter { $0.hasSuffix(suffix) }.map { batches + "/" + $0 }
    }

    private func stampPath(of name: String) -> String { batches + "/" + name + ".stamp" }

    private func batch(at path: String) throws(FileFault) -> Batch {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stampPath = stampPath(of: name)
        let stamp = Files.read(stampPath).flatMap { try? JSONDecoder().decode(Batch.Stamp.self, from: Data($0)) }
        guard stamp.map(\.isSound) ?? !Files.exist(stampPath) else {
            throw FileFault(
                .damaged, at: stampPath, remedy: "whether its batch arrived can't be told; remove it and its batch")
        }
        return Batch(name: name, records: try records(at: path), stamp: stamp)
    }
}

/// Records that go out together.
struct Batch: Sendable, Equatable {
    /// Under what name and at what time it goes out. While it is unknown whether a batch arrived, both stay the same, and
    /// the collector counts it once.
    struct Stamp: Sendable, Equatable, Codable {
        /// A ``BatchID`` in hexadecimal.
        let id: String
        /// Milliseconds since 1970 UTC.
        let time: Int64
        /// Before which record each of its parts ends; a part is one request.
        var ends: [Int]
        /// How many parts have arrived.
        var done = 0
        /// How often the part that is next was refused for good.
        var refusals = 0

        var parts: Int { ends.count }

        /// Where the records of a part stand.
        fileprivate func range(of part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

        /// Those of the records that go out in a part. There may be fewer than when the parts were made: what can't be read
        /// is taken out.
        func part(_ part: Int, of records: [EdgeRecord]) -> ArraySlice<EdgeRecord> {
            records[range(of: part).clamped(to: records.indices)]
        }

        mutating func endPart() {
            done += 1
            refusals = 0
        }

        /// Cuts the next part in two, of which each has a record: a collector may refuse one that is too large.
        mutating func split() {
            let range = range(of: done)
            ends.insert(range.lowerBound + range.count / 2, at: done)
        }

        /// Whether its parts can be told.
        fileprivate var isSound: Bool { done >= 0 && !ends.isEmpty && zip([0] + ends, ends).allSatisfy { $0 < $1 } }
    }

    /// The name of its file.
    let name: String
    let records: [EdgeRecord]
    var stamp: Stamp?

    static func newName(now: Int64) -> String {
        let time = String(now, radix: 16)
        return String(repeating: "0", count: max(0, 12 - time.count)) + time + "-"
            + String(UInt64.random(in: .min ... .max), radix: 16) + ".batch"
    }
}
