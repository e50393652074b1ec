extension EdgeRecord {
    /// How a record lies within an encrypted frame: level, position, time, the names with their lengths, then the body.
    var stored: [UInt8] {
        var bytes: [UInt8] = [level.rawValue]
        for number in [Int64(position), recordedAt] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        for name in [category, event] {
            let name = name.utf8.prefix(255)
            bytes.append(UInt8(name.count))
            bytes.append(contentsOf: name)
        }
        return bytes + body
    }

    /// `nil` where the bytes are not what ``stored`` makes.
    init?(stored bytes: [UInt8]) {
        guard bytes.count > 17, let level = ConsentLevel(rawValue: bytes[0]) else { return nil }
        func number(at place: Int) -> Int64 {
            Int64(bitPattern: bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
        }
        var rest = bytes[17...]
        func name() -> String? {
            guard let count = rest.popFirst(), rest.count >= Int(count) else { return nil }
            defer { rest = rest.dropFirst(Int(count)) }
            return String(validating: rest.prefix(Int(count)), as: UTF8.self)
        }
        guard let category = name(), let event = name(), !rest.isEmpty else { return nil }
        self.init(
            category: category, level: level, event: event, position: Int(number(at: 1)), recordedAt: number(at: 9),
            body: Array(rest))
    }
}

extension EdgeRecord {
    /// What stands in a batch for a record that was taken out: no consent covers it, and nothing is in it.
    static let gone = EdgeRecord(category: "", level: .full, event: "", position: 0, recordedAt: 0, body: [0])

    var isGone: Bool { category.isEmpty }
}
