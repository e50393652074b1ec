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

    /// `nil` where the file is no log, as an empty one.
    init?(_ file: StoredBytes) {
        let size = file.size
        guard let head = Head(file.read(Self.headerSize, from: 0)) else { return nil }
        pageSize = head.pageSize
        frames = max(0, size - Self.headerSize) / (pageSize + Self.frameHeaderSize)
        var sums = head.sums
        var waiting: [Int: Int] = [:]
        let frame = UnsafeMutableRawBufferPointer.allocate(byteCount: pageSize + Self.frameHeaderSize, alignment: 8)
        defer { frame.deallocate() }
        for number in 0..<frames {
            let place = Self.place(of: number, pageSize: pageSize)
            guard file.read(into: frame, from: place) == frame.count else { break }
            let bytes = UnsafeRawBufferPointer(frame)
            guard bytes[8..<16].elementsEqual(head.salt) else { break }
            sums.add(bytes, 0..<8)
            sums.add(bytes, Self.frameHeaderSize..<bytes.count)
            guard sums.isEqual(to: bytes, at: 16) else { break }
            validFrames = number + 1
            waiting[SQLiteBytes.number(bytes, at: 0, bytes: 4)] = place + Self.frameHeaderSize
            let count = SQLiteBytes.number(bytes, at: 4, bytes: 4)
            guard count > 0 else { continue }
            pages.merge(waiting) { $1 }
            pageCount = count
            waiting = [:]
        }
    }

    /// What stands before the first frame.
    private struct Head {
        let pageSize: Int
        /// Which tells the frames of this round from those of earlier ones.
        let salt: [UInt8]
        let sums: Checksum

        /// `nil` where it is none.
        init?(_ bytes: [UInt8]) {
            guard bytes.count == WriteAheadLog.headerSize else { return nil }
            salt = Array(bytes[16..<24])
            let found: (size: Int, sums: Checksum)? = bytes.withUnsafeBytes { bytes in
                let magic = SQLiteBytes.number(bytes, at: 0, bytes: 4)
                let size = SQLiteBytes.number(bytes, at: 8, bytes: 4)
                guard magic & ~1 == 0x377F_0682, size >= 512, size <= 65536, size & (size - 1) == 0 else { return nil }
                var sums = Checksum(isBigEndian: magic & 1 == 1)
                sums.add(bytes, 0..<24)
                return sums.isEqual(to: bytes, at: 24) ? (size, sums) : nil
            }
            guard let found else { return nil }
            (pageSize, sums) = found
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
