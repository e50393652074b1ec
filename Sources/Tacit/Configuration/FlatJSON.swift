#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Settings as one JSON object without objects in it, with the line of each key.
///
/// ```json
/// {"endpoint": "https://telemetry.example.com", "max_queue_size": 500, "consent": ["analytics", "performance=full"]}
/// ```
struct FlatJSON {
    private(set) var entries: [KeyedLines.Entry] = []
    private var rest: ArraySlice<UInt8>
    private var line = 1

    /// The line in which it ceases to be such an object.
    struct Fault: Error {
        let line: Int
    }

    init(_ text: String) throws(Fault) {
        rest = Array(text.utf8)[...]
        try expect("{")
        if next() != UInt8(ascii: "}") {
            repeat { try member() } while take(",")
        }
        try expect("}")
        guard next() == nil else { throw Fault(line: line) }
    }

    private mutating func member() throws(Fault) {
        _ = next()
        let start = line
        let key = try string()
        try expect(":")
        let value = try next() == UInt8(ascii: "[") ? list() : scalar()
        entries.append(.init(key: key, value: value, line: start))
    }

    private mutating func list() throws(Fault) -> String {
        try expect("[")
        var items: [String] = []
        if next() != UInt8(ascii: "]") {
            repeat { items.append(try scalar()) } while take(",")
        }
        try expect("]")
        return items.joined(separator: ",")
    }

    /// A string's text, or a number or literal as it is written.
    private mutating func scalar() throws(Fault) -> String {
        if next() == UInt8(ascii: "\"") { return try string() }
        let word = rest.prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard !word.isEmpty else { throw Fault(line: line) }
        rest = rest.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func string() throws(Fault) -> String {
        guard next() == UInt8(ascii: "\"") else { throw Fault(line: line) }
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end] != UInt8(ascii: "\""), rest[end] != UInt8(ascii: "\n") {
            end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < rest.endIndex, rest[end] == UInt8(ascii: "\""),
            let texts = try? JSONDecoder().decode([String].self, from: Data("[".utf8 + rest[...end] + "]".utf8))
        else { throw Fault(line: line) }
        rest = rest[(end + 1)...]
        return texts[0]
    }

    private mutating func expect(_ character: String) throws(Fault) {
        guard take(character) else { throw Fault(line: line) }
    }

    private mutating func take(_ character: String) -> Bool {
        guard let byte = next(), character.utf8.elementsEqual([byte]) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The next byte that is no white space.
    private mutating func next() -> UInt8? {
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return byte
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
