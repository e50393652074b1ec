/// One page of a b-tree, taken apart byte for byte: the values of its records, and what belongs to none.
struct SQLitePage {
    enum Kind: UInt8 {
        case indexInterior = 2
        case tableInterior = 5
        case indexLeaf = 10
        case tableLeaf = 13

        var isLeaf: Bool { self == .indexLeaf || self == .tableLeaf }
        var isTable: Bool { self == .tableInterior || self == .tableLeaf }
    }

    struct Record {
        /// Its number in the page.
        let cell: Int
        /// Of a table's row; 0 elsewhere.
        let rowID: Int64
        /// Where the values lie that are in this page, and their types.
        let values: [(type: Int64, range: Range<Int>)]
    }

    let bytes: UnsafeRawBufferPointer
    let kind: Kind
    /// Where the page's own header begins: behind the file's in the first one.
    private let start: Int
    /// Bytes of the page that SQLite uses.
    private let usable: Int
    private let count: Int

    /// `nil` where the bytes are none of a b-tree.
    init?(_ bytes: UnsafeRawBufferPointer, isFirst: Bool, reserved: Int) {
        start = isFirst ? 100 : 0
        usable = bytes.count - reserved
        guard usable > start + 12, let kind = Kind(rawValue: bytes[start]) else { return nil }
        self.bytes = bytes
        self.kind = kind
        count = SQLiteBytes.number(bytes, at: start + 3, bytes: 2)
        guard headerEnd + 2 * count <= usable, bytes[start + 7] <= 60 else { return nil }
    }

    private var headerEnd: Int { start + (kind.isLeaf ? 8 : 12) }

    /// Pages below this one.
    var children: [Int] {
        guard !kind.isLeaf else { return [] }
        return places.map { SQLiteBytes.number(bytes, at: $0, bytes: 4) }
            + [SQLiteBytes.number(bytes, at: start + 8, bytes: 4)]
    }

    /// Where its cells begin.
    private var places: [Int] {
        (0..<count).map { SQLiteBytes.number(bytes, at: headerEnd + 2 * $0, bytes: 2) }
    }

    /// A cell's rowid and payload, as far as it lies in this page, and the page where the rest begins.
    private func cell(at place: Int) -> (rowID: Int64, size: Int, local: Range<Int>, overflow: Int?, end: Int)? {
        var place = place + (kind.isLeaf ? 0 : 4)
        guard place > start, place < usable else { return nil }
        if kind == .tableInterior {
            guard let rowID = SQLiteBytes.varint(bytes, &place, end: usable) else { return nil }
            return (rowID, 0, place..<place, nil, place)
        }
        guard let size = SQLiteBytes.varint(bytes, &place, end: usable), size >= 0, size < 1 << 31 else { return nil }
        var rowID: Int64 = 0
        if kind.isTable {
            guard let number = SQLiteBytes.varint(bytes, &place, end: usable) else { return nil }
            rowID = number
        }
        let payload = Int(size)
        let local = local(payload)
        let spills = local < payload
        guard place + local + (spills ? 4 : 0) <= usable else { return nil }
        let overflow = spills ? SQLiteBytes.number(bytes, at: place + local, bytes: 4) : nil
        return (rowID, payload, place..<place + local, overflow, place + local + (spills ? 4 : 0))
    }

    /// How much of a payload stays in the page, as the format says it.
    private func local(_ payload: Int) -> Int {
        let most = kind.isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
        guard payload > most else { return payload }
        let least = (usable - 12) * 32 / 255 - 23
        let kept = least + (payload - least) % (usable - 4)
        return kept <= most ? kept : least
    }

    /// What its cells hold: how many bytes, those that lie in this page, and the page where the rest begins.
    var payloads: [(size: Int, local: Range<Int>, overflow: Int?)] {
        guard kind != .tableInterior else { return [] }
        return places.compactMap { cell(at: $0).map { ($0.size, $0.local, $0.overflow) } }
    }

    /// Calls `record` with each record and `rest` with every stretch that holds no value of one: what is free, and what
    /// can't be read as a record. `false` where the page is not as one should be.
    ///
    /// - Parameter freed: is called with the stretches of which SQLite says that something was deleted there.
    func forEachPart(
        _ record: (Record) -> Void, rest: (Range<Int>) -> Void, freed: (Range<Int>) -> Void = { _ in }
    ) -> Bool {
        var isSound = true
        var used = count * 2 + headerEnd
        let content = SQLiteBytes.number(bytes, at: start + 5, bytes: 2)
        let contentStart = content == 0 ? 65536 : content
        let gap = headerEnd + 2 * count
        if gap <= contentStart, contentStart <= usable {
            rest(gap..<contentStart)
            used += contentStart - gap
        } else {
            isSound = false
        }
        // One for all records, since most of what is read are records.
        var values: [(type: Int64, range: Range<Int>)] = []
        for (number, place) in places.enumerated() {
            guard place >= contentStart, let cell = cell(at: place) else {
                isSound = false
                continue
            }
            used += max(4, cell.end - place)
            guard kind != .tableInterior else { continue }
            values.removeAll(keepingCapacity: true)
            if SQLiteBytes.readRecord(bytes, in: cell.local, into: &values) {
                record(Record(cell: number, rowID: cell.rowID, values: values))
            } else {
                rest(cell.local)
            }
        }
        used += freeBlocks(rest, freed) + Int(bytes[start + 7])
        if used != usable || !isSound {
            rest(headerEnd..<bytes.count)
            return false
        }
        if usable < bytes.count { rest(usable..<bytes.count) }
        return true
    }

    /// Stretches between the cells, which are chained; how many bytes they have.
    private func freeBlocks(_ rest: (Range<Int>) -> Void, _ freed: (Range<Int>) -> Void) -> Int {
        var place = SQLiteBytes.number(bytes, at: start + 1, bytes: 2)
        var sum = 0
        while place > 0, place + 4 <= usable {
            let size = SQLiteBytes.number(bytes, at: place + 2, bytes: 2)
            let next = SQLiteBytes.number(bytes, at: place, bytes: 2)
            guard size >= 4, place + size <= usable, next == 0 || next > place else { return -1 }
            rest(place..<place + size)
            // Where the next one is, and how long this one is.
            freed(place + 4..<place + size)
            sum += size
            place = next
        }
        return sum
    }
}
