extension EdgeRecord {
    /// How a record lies within an encrypted frame: level, time, the names with their lengths, then the body.
    var stored: [UInt8] {
        var bytes: [UInt8] = [level.rawValue]
        withUnsafeBytes(of: recordedAt.littleEndian) { bytes.append(contentsOf: $0) }
        for name in [category, event] {
            let name = name.utf8.prefix(255)
            bytes.append(UInt8(name.count))
            bytes.append(contentsOf: name)
        }
        return bytes + body
    }

    /// `nil` where the bytes are not what ``stored`` makes.
    init?(stored bytes: [UInt8]) {
        guard bytes.count > 9, let level = ConsentLevel(rawValue: bytes[0]) else { return nil }
        var time: UInt64 = 0
        for byte in bytes[1..<9].reversed() { time = time << 8 | UInt64(byte) }
        var rest = bytes[9...]
        func name() -> String? {
            guard let count = rest.popFirst(), rest.count >= Int(count) else { return nil }
            defer { rest = rest.dropFirst(Int(count)) }
            return String(validating: rest.prefix(Int(count)), as: UTF8.self)
        }
        guard let category = name(), let event = name(), !rest.isEmpty else { return nil }
        self.init(
            category: category, level: level, event: event, recordedAt: Int64(bitPattern: time), body: Array(rest))
    }
}
