/// A JSON object on one line.
public struct LineWriter: Sendable {
    private var bytes: [UInt8]

    init(_ timestamp: Moment) {
        bytes = Array(#"{"timestamp":"\#(timestamp)""#.utf8)
    }

    /// An object that is no record.
    init() { bytes = [UInt8(ascii: "{")] }

    var finished: [UInt8] { bytes + Array("}\n".utf8) }

    public mutating func text(_ key: StaticString, _ value: String) {
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20, 0x7F: bytes += Array("\\u00".utf8) + Self.hex(byte)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    public mutating func number(_ key: StaticString, _ value: Int64) {
        begin(key)
        bytes += Array("\(value)".utf8)
    }

    /// A number from 0 to 1, to four places; what is below, above or no number becomes the nearest end.
    public mutating func fraction(_ key: StaticString, _ value: Double) {
        begin(key)
        let parts = value.isNaN ? 0 : Int((min(max(value, 0), 1) * 10_000).rounded())
        guard parts < 10_000 else { return bytes.append(UInt8(ascii: "1")) }
        guard parts > 0 else { return bytes.append(UInt8(ascii: "0")) }
        var digits = String(10_000 + parts).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        bytes += Array("0.\(digits)".utf8)
    }

    public mutating func bool(_ key: StaticString, _ value: Bool) {
        begin(key)
        bytes += Array((value ? "true" : "false").utf8)
    }

    private mutating func begin(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes += Array("\"\(key)\":".utf8)
    }

    private static func hex(_ byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
    }
}
