/// The write-ahead log of a SQLite file: frames that each hold a page, the newest last.
struct WriteAheadLog {
    static let headerSize = 32
    static let frameHeaderSize = 24

    let pageSize: Int
    /// For each page the place of the bytes that are in force, from what was committed whole.
    private(set) var pages: [Int: Int] = [:]
    /// How many pages the database has, from what was committed whole; `nil` where nothing was.
    private(set) var pageCount: Int?
    /// The frames that are in force, or wait to be.
    private(set) var validFrames = 0
    /// Frames that the file has room for, those of an earlier round too.
    let frames: Int

    /// `nil` where the bytes are no log, as those of an empty one.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headerSize else { return nil }
        let magic = SQLiteBytes.number(bytes, at: 0, bytes: 4)
        guard magic & ~1 == 0x377F_0682 else { return nil }
        let size = SQLiteBytes.number(bytes, at: 8, bytes: 4)
        guard size >= 512, size <= 65536, size & (size - 1) == 0 else { return nil }
        pageSize = size
        frames = (bytes.count - Self.headerSize) / (size + Self.frameHeaderSize)
        var sums = Checksum(isBigEndian: magic & 1 == 1)
        sums.add(bytes, 0..<24)
        guard sums.isEqual(to: bytes, at: 24) else { return nil }
        var waiting: [Int: Int] = [:]
        for frame in 0..<frames {
            let place = Self.place(of: frame, pageSize: size)
            guard (8..<16).allSatisfy({ bytes[place + $0] == bytes[8 + $0] }) else { break }
            sums.add(bytes, place..<place + 8)
            sums.add(bytes, place + Self.frameHeaderSize..<place + Self.frameHeaderSize + size)
            guard sums.isEqual(to: bytes, at: place + 16) else { break }
            validFrames = frame + 1
            waiting[SQLiteBytes.number(bytes, at: place, bytes: 4)] = place + Self.frameHeaderSize
            let count = SQLiteBytes.number(bytes, at: place + 4, bytes: 4)
            guard count > 0 else { continue }
            pages.merge(waiting) { $1 }
            pageCount = count
            waiting = [:]
        }
    }

    static func place(of frame: Int, pageSize: Int) -> Int { headerSize + frame * (pageSize + frameHeaderSize) }

    private struct Checksum {
        let isBigEndian: Bool
        var first: UInt32 = 0
        var second: UInt32 = 0

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
            var place = range.lowerBound
            while place + 8 <= range.upperBound {
                first &+= word(bytes, place) &+ second
                second &+= word(bytes, place + 4) &+ first
                place += 8
            }
        }

        private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }

        func isEqual(to bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
            first == UInt32(truncatingIfNeeded: SQLiteBytes.number(bytes, at: place, bytes: 4))
                && second == UInt32(truncatingIfNeeded: SQLiteBytes.number(bytes, at: place + 4, bytes: 4))
        }
    }
}
