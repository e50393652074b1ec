/// Numbers as SQLite writes them, read without trusting a single one.
enum SQLiteBytes {
    static func number(_ bytes: UnsafeRawBufferPointer, at place: Int, bytes count: Int) -> Int {
        guard place >= 0, place + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    }

    /// A number of one to nine bytes, and moves on behind it; `nil` where the bytes end before.
    static func varint(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, end: Int) -> Int64? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard place < end else { return nil }
            let byte = bytes[place]
            place += 1
            guard index < 8 else { return Int64(bitPattern: value << 8 | UInt64(byte)) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte & 0x80 == 0 { return Int64(bitPattern: value) }
        }
        return nil
    }

    /// How many bytes a value of a type takes in a record.
    static func size(ofType type: Int64) -> Int {
        switch type {
        case 0, 8, 9, 10, 11: 0
        case 1...4: Int(type)
        case 5: 6
        case 6, 7: 8
        default: type < 0 ? 0 : Int(clamping: (type - 12) / 2)
        }
    }

    /// An integer of a record; `nil` where the type is none.
    static func integer(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, type: Int64) -> Int64? {
        switch type {
        case 8: return 0
        case 9: return 1
        case 1...6:
            guard range.upperBound <= bytes.count, let first = range.first else { return nil }
            return range.dropFirst().reduce(Int64(Int8(bitPattern: bytes[first]))) { $0 << 8 | Int64(bytes[$1]) }
        default: return nil
        }
    }

    /// The types of a record's values and where they lie, as far as they do in this stretch; `false` where it can't be read as one.
    static func readRecord(
        _ bytes: UnsafeRawBufferPointer, in local: Range<Int>, into values: inout [(type: Int64, range: Range<Int>)]
    ) -> Bool {
        var place = local.lowerBound
        guard let size = varint(bytes, &place, end: local.upperBound), size > 0, Int(clamping: size) <= local.count
        else { return false }
        let headEnd = local.lowerBound + Int(size)
        var value = headEnd
        while place < headEnd {
            guard let type = varint(bytes, &place, end: headEnd), type >= 0 else { return false }
            let end = value + self.size(ofType: type)
            values.append((type, min(value, local.upperBound)..<min(end, local.upperBound)))
            value = min(end, local.upperBound)
        }
        return true
    }

    static func isText(_ type: Int64) -> Bool { type >= 13 && type & 1 == 1 }
}
