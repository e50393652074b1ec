/// A line of a file, read as a flat JSON object in any order of its keys. Values stay bytes until somebody asks.
///
/// Lines that this program wrote are found without a JSON parser: 90 days of minutes are read in an instant. Whatever else is
/// valid JSON and flat, such as what an editor left, reads as well.
public struct Line: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var fields: [(key: Range<Int>, value: Range<Int>)] = []

    /// `nil` where the bytes are no flat JSON object.
    public init?(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        fields.reserveCapacity(8)
        var place = bytes.startIndex
        guard skip(&place, UInt8(ascii: "{")) else { return nil }
        guard !skip(&place, UInt8(ascii: "}")) else {
            if isEnd(place) { return } else { return nil }
        }
        repeat {
            guard let key = string(&place), skip(&place, UInt8(ascii: ":")), let value = value(&place) else {
                return nil
            }
            fields.append((key, value))
        } while skip(&place, UInt8(ascii: ","))
        guard skip(&place, UInt8(ascii: "}")), isEnd(place) else { return nil }
    }

    /// The time of a line, without looking at the rest of it where it begins as ours do.
    static func timestamp(of line: ArraySlice<UInt8>) -> Moment? {
        line.starts(with: start) && line.count > start.count + 20
            ? Moment(bytes: line[line.startIndex + start.count..<line.startIndex + start.count + 20])
            : Line(line)?.timestamp
    }

    private static let start = Array(#"{"timestamp":""#.utf8)

    var timestamp: Moment? {
        field("timestamp").flatMap { range in
            range.count == 22 ? Moment(bytes: bytes[range.lowerBound + 1..<range.upperBound - 1]) : nil
        }
    }

    func text(_ key: StaticString) -> String? {
        guard let range = field(key), bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
        return unescaped(bytes[range.lowerBound + 1..<range.upperBound - 1])
    }

    /// A whole number within its range; what is beyond it is as unreadable as what is no number.
    func integer(_ key: StaticString, in range: ClosedRange<Int64> = .min ... .max) -> Int64? {
        guard let value = field(key), Self.isNumber(bytes[value]),
            let integer = Int64(String(decoding: bytes[value], as: UTF8.self)), range.contains(integer)
        else { return nil }
        return integer
    }

    func count(_ key: StaticString, in range: ClosedRange<Int>) -> Int? {
        integer(key, in: Int64(range.lowerBound)...Int64(range.upperBound)).map { Int($0) }
    }

    /// A number from 0 to 1.
    func fraction(_ key: StaticString) -> Double? {
        guard let value = field(key), Self.isNumber(bytes[value]),
            let number = Double(String(decoding: bytes[value], as: UTF8.self)), (0...1).contains(number)
        else { return nil }
        return number
    }

    func has(_ key: StaticString) -> Bool { field(key) != nil }

    func bool(_ key: StaticString) -> Bool? {
        field(key).flatMap { Bool(String(decoding: bytes[$0], as: UTF8.self)) }
    }

    func bool(_ key: String) -> Bool? {
        fields.first { bytes[$0.key].elementsEqual(key.utf8) }
            .flatMap { Bool(String(decoding: bytes[$0.value], as: UTF8.self)) }
    }

    var keys: [String] { fields.map { String(decoding: bytes[$0.key], as: UTF8.self) } }

    /// A value as it is meant, however it is written.
    private enum Value: Hashable {
        case text(String)
        case number(Double)
        /// `true`, `false`, `null`, and a text that can't be read.
        case other([UInt8])
    }

    /// Whether both have the same keys with the same values, each as often, in any order.
    func says(the other: Line) -> Bool { values == other.values }

    private var values: [String: [Value]] {
        var values: [String: [Value]] = [:]
        for field in fields {
            values[String(decoding: bytes[field.key], as: UTF8.self), default: []].append(value(in: field.value))
        }
        return values
    }

    private func value(in range: Range<Int>) -> Value {
        let value = bytes[range]
        if value.first == UInt8(ascii: "\"") {
            return unescaped(value.dropFirst().dropLast()).map(Value.text) ?? .other(Array(value))
        }
        return Self.isNumber(value)
            ? Double(String(decoding: value, as: UTF8.self)).map(Value.number) ?? .other(Array(value))
            : .other(Array(value))
    }

    private func field(_ key: StaticString) -> Range<Int>? {
        fields.first { field in
            // A static string's bytes live as long as the program.
            bytes[field.key].elementsEqual(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        }?.value
    }
}

// MARK: Reading

extension Line {
    private func skipSpace(_ place: inout Int) {
        while place < bytes.endIndex, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0D {
            place += 1
        }
    }

    private func skip(_ place: inout Int, _ byte: UInt8) -> Bool {
        skipSpace(&place)
        guard place < bytes.endIndex, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private func isEnd(_ place: Int) -> Bool {
        var place = place
        skipSpace(&place)
        return place == bytes.endIndex
    }

    /// The bytes between two quotation marks.
    private func string(_ place: inout Int) -> Range<Int>? {
        guard skip(&place, UInt8(ascii: "\"")) else { return nil }
        let start = place
        while place < bytes.endIndex {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return start..<place - 1
            case UInt8(ascii: "\\"): place += 2
            case ..<0x20: return nil
            default: place += 1
            }
        }
        return nil
    }

    /// A text with its quotation marks, a number, `true`, `false` or `null`.
    private func value(_ place: inout Int) -> Range<Int>? {
        skipSpace(&place)
        guard place < bytes.endIndex else { return nil }
        if bytes[place] == UInt8(ascii: "\"") {
            return string(&place).map { $0.lowerBound - 1..<$0.upperBound + 1 }
        }
        let start = place
        while place < bytes.endIndex, Self.isPlain(bytes[place]) { place += 1 }
        guard place > start else { return nil }
        let text = bytes[start..<place]
        let isWord =
            text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) || text.elementsEqual("null".utf8)
        return isWord || Self.isNumber(text) ? start..<place : nil
    }

    /// By the grammar of JSON (RFC 8259, section 6), which has no infinity, hexadecimal digits or leading zeros.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func skip(_ bytes: UInt8...) -> Bool {
            guard let first = rest.first, bytes.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        func digits() -> Bool {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count > 0
        }
        _ = skip(UInt8(ascii: "-"))
        guard skip(UInt8(ascii: "0")) || digits() else { return false }
        if skip(UInt8(ascii: ".")), !digits() { return false }
        if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
            _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
            guard digits() else { return false }
        }
        return rest.isEmpty
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"): true
        default: false
        }
    }

    private func unescaped(_ text: ArraySlice<UInt8>) -> String? {
        guard text.contains(UInt8(ascii: "\\")) else { return String(validating: text, as: UTF8.self) }
        var out: [UInt16] = []
        var rest = text
        while let byte = rest.first {
            guard byte == UInt8(ascii: "\\") else {
                let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
                guard let text = String(validating: plain, as: UTF8.self) else { return nil }
                out += Array(text.utf16)
                rest = rest[plain.endIndex...]
                continue
            }
            rest = rest.dropFirst()
            guard let kind = rest.popFirst() else { return nil }
            switch kind {
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(UInt16(kind))
            case UInt8(ascii: "u"):
                guard rest.count >= 4,
                    let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16)
                else { return nil }
                out.append(unit)
                rest = rest.dropFirst(4)
            default: return nil
            }
        }
        return String(decoding: out, as: UTF16.self)
    }
}
