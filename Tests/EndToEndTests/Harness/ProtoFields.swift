/// The fields of a small protobuf message, read by the book and by no code of the collector.
struct ProtoFields {
    private(set) var numbers: [Int: UInt64] = [:]
    private(set) var bytes: [Int: [UInt8]] = [:]

    init?(_ message: [UInt8]) {
        var rest = message[...]
        func varint() -> UInt64? {
            var value: UInt64 = 0
            for shift in stride(from: UInt64(0), to: 64, by: 7) {
                guard let byte = rest.popFirst() else { return nil }
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return value }
            }
            return nil
        }
        while !rest.isEmpty {
            guard let key = varint() else { return nil }
            switch key & 7 {
            case 0:
                guard let value = varint() else { return nil }
                numbers[Int(key >> 3)] = value
            case 2:
                guard let count = varint(), count <= UInt64(rest.count) else { return nil }
                bytes[Int(key >> 3)] = Array(rest.prefix(Int(count)))
                rest = rest.dropFirst(Int(count))
            default: return nil
            }
        }
    }

    func text(_ field: Int) -> String { String(decoding: bytes[field] ?? [], as: UTF8.self) }
}
