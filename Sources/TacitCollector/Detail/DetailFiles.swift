import Crypto
import TacitSeal
import TacitStores

/// The files of sealed detail that a process writes to. Each run begins files of its own.
struct DetailFiles {
    private let folder: DetailFolder
    private let limit: Int64
    private let longest: Int
    private let ring: KeyRing
    private var keys: [WindowID: DetailKey] = [:]
    private var segments: [WindowID: Segment] = [:]

    private struct Segment {
        let content: DetailSegment
        let key: SymmetricKey
        let path: String
        var frames = 0
        var length = 0
    }

    /// - Parameters:
    ///   - limit: for how many seconds a record may be kept.
    ///   - longest: bytes of a file, at which another one begins.
    init(_ folder: DetailFolder, limit: Int64, segment longest: Int, ring: KeyRing) {
        self.folder = folder
        self.limit = limit
        self.longest = longest
        self.ring = ring
    }

    /// Records, and bytes, of a frame: what is read back at once.
    private static let mostRecords = 4096
    private static let mostBytes = 256 << 10

    /// Writes records of one hour with one wait for the disk: all of them, or none. The folder is there.
    mutating func write(_ records: [DetailRecord], of hour: WindowID) throws(FileFault) {
        var segment = try segment(of: hour)
        var bytes = segment.length == 0 ? segment.content.head : []
        let start = segment.length
        for frame in Self.frames(records) {
            guard let sealed = segment.content.bytes(segment.frames, frame, under: segment.key) else {
                throw FileFault(.unwritable, at: segment.path, remedy: "a frame could not be encrypted")
            }
            bytes += sealed
            segment.frames += 1
        }
        segment.length += bytes.count
        // After a failure another file begins: the numbers of frames that may have reached the disk are never used again.
        segments[hour] = nil
        do {
            try Files.append(bytes, to: segment.path, after: start)
        } catch {
            if start == 0 { try? Files.remove(segment.path) }
            throw error
        }
        segments[hour] = segment
    }

    private static func frames(_ records: [DetailRecord]) -> [[UInt8]] {
        var frames: [[UInt8]] = []
        var frame = DetailFrame()
        for record in records {
            frame.add(record)
            guard frame.count == mostRecords || frame.size >= mostBytes else { continue }
            frames.append(frame.bytes)
            frame = DetailFrame()
        }
        return frame.count > 0 ? frames + [frame.bytes] : frames
    }

    private mutating func segment(of hour: WindowID) throws(FileFault) -> Segment {
        let day = DetailFolder.day(of: hour)
        let key = try key(of: day)
        if let known = segments[hour], known.length < longest, Files.size(known.path) ?? 0 >= known.length {
            return known
        }
        let number = (try folder.segments.filter { $0.hour == hour }.map(\.number).max() ?? 0) + 1
        let content = DetailSegment(of: hour, number: number)
        return Segment(content: content, key: content.key(day: key), path: folder.file(hour, number))
    }

    /// On the disk before anything lies under it.
    private mutating func key(of day: WindowID) throws(FileFault) -> DetailKey {
        let (path, context) = (folder.keyFile(day), DetailFolder.context(day))
        if let known = keys[day], Files.exist(path) { return known }
        // What somebody removed meanwhile begins anew.
        forget(day)
        let key: DetailKey
        if Files.exist(path) {
            key = try DetailKey.read(path, context: context, with: ring)
        } else {
            key = DetailKey(expires: day.start + limit)
            try key.save(to: path, context: context, with: ring)
            // A purge of the files finds the key, or this finds its order: what waits from before lies under no new one.
            let order = PurgeOrder(beside: folder.path)
            if order.isGiven {
                try Files.shred(path)
                throw FileFault(ordered: order)
            }
        }
        keys[day] = key
        return key
    }

    private mutating func forget(_ day: WindowID) {
        keys[day] = nil
        segments = segments.filter { DetailFolder.day(of: $0.key) != day }
    }

    /// Forgets days whose key is not there any more.
    mutating func forgetGone() {
        for day in keys.keys where !Files.exist(folder.keyFile(day)) { forget(day) }
    }
}
