import NIOCore

/// Reads answers as they come, in any pieces.
struct RESPParser {
    /// Why what came is no answer. After it nothing more can be read.
    struct Malformed: Error {}

    /// A session with its envelope is far below; an answer beyond it is none of ours.
    static let mostBytes = 16 << 20
    private static let mostItems = 1 << 20
    private static let mostDepth = 8

    private var buffer = ByteBuffer()

    mutating func feed(_ bytes: inout ByteBuffer) {
        if buffer.readableBytes == 0 { swap(&buffer, &bytes) } else { buffer.writeBuffer(&bytes) }
    }

    /// The next answer; `nil` where it is not yet complete. What Redis tells by itself (a push of RESP3) is left out.
    mutating func next() throws(Malformed) -> RESPValue? {
        while true {
            var rest = buffer
            guard let (value, isPush) = try Self.value(&rest, depth: 0) else {
                guard buffer.readableBytes <= Self.mostBytes else { throw Malformed() }
                // A buffer that has been read to the end is not kept growing.
                if buffer.readerIndex > 1 << 16 { buffer.discardReadBytes() }
                return nil
            }
            buffer = rest
            if !isPush { return value }
        }
    }

    private static func value(
        _ buffer: inout ByteBuffer, depth: Int
    ) throws(Malformed) -> (RESPValue, isPush: Bool)? {
        guard depth < mostDepth else { throw Malformed() }
        guard let kind = buffer.readInteger(as: UInt8.self) else { return nil }
        guard let line = try line(&buffer) else { return nil }
        switch kind {
        case UInt8(ascii: "+"): return (.text(line), false)
        case UInt8(ascii: "-"): return (.fault(line), false)
        case UInt8(ascii: ":"):
            guard let number = Int64(line) else { throw Malformed() }
            return (.number(number), false)
        case UInt8(ascii: "_"): return (.null, false)
        case UInt8(ascii: "#"): return (.number(line == "t" ? 1 : 0), false)
        case UInt8(ascii: ","), UInt8(ascii: "("): return (.text(line), false)
        case UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "!"):
            if line == "-1" { return (.null, false) }
            guard let bytes = try bytes(&buffer, line) else { return nil }
            return (kind == UInt8(ascii: "!") ? .fault(String(decoding: bytes, as: UTF8.self)) : .bytes(bytes), false)
        case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "%"):
            if line == "-1" { return (.null, false) }
            guard var count = Int(line), (0...mostItems).contains(count) else { throw Malformed() }
            if kind == UInt8(ascii: "%") { count *= 2 }
            var items: [RESPValue] = []
            for _ in 0..<count {
                guard let (item, _) = try value(&buffer, depth: depth + 1) else { return nil }
                items.append(item)
            }
            return (.list(items), kind == UInt8(ascii: ">"))
        default: throw Malformed()
        }
    }

    private static func line(_ buffer: inout ByteBuffer) throws(Malformed) -> String? {
        let view = buffer.readableBytesView
        guard let end = view.firstIndex(of: UInt8(ascii: "\r")) else {
            guard view.count <= 1 << 16 else { throw Malformed() }
            return nil
        }
        guard end + 1 < view.endIndex else { return nil }
        guard view[end + 1] == UInt8(ascii: "\n") else { throw Malformed() }
        let line = String(decoding: view[..<end], as: UTF8.self)
        buffer.moveReaderIndex(to: end + 2)
        return line
    }

    private static func bytes(_ buffer: inout ByteBuffer, _ line: String) throws(Malformed) -> [UInt8]? {
        guard let count = Int(line), (0...mostBytes).contains(count) else { throw Malformed() }
        guard buffer.readableBytes >= count + 2 else { return nil }
        guard let bytes = buffer.readBytes(length: count), buffer.readString(length: 2) == "\r\n" else {
            throw Malformed()
        }
        return bytes
    }
}
