package import TacitSeal

/// A request for a template in JSON: `{"text": "…", "preferences": {"category": "…", "tone": "…", "length": "…"}}`.
///
/// It is read byte by byte, and the text goes from the body into secret memory without a `String` in between.
package struct TemplateRequest: ~Copyable {
    package let text: SecretBytes
    package let preferences: TemplatePreferences

    /// A request whose body is the text itself.
    package init(text body: UnsafeRawBufferPointer, _ preferences: TemplatePreferences) throws(TemplateError) {
        guard !body.isEmpty else { throw .empty }
        text = SecretBytes(copying: body)
        self.preferences = preferences
    }

    /// Discards the text, whatever comes of it.
    package consuming func run(_ generator: TemplateGenerator) throws(TemplateError) -> EphemeralAnswer<TemplateAnswer>
    {
        let preferences = preferences
        return try generator.run(text, preferences)
    }

    package init(json body: UnsafeRawBufferPointer) throws(TemplateError) {
        var reader = TemplateRequestReader(body)
        let found = try reader.read()
        guard let range = found.text else { throw .malformed(at: body.count, "a member \"text\"") }
        guard !range.isEmpty else { throw .empty }
        // What is escaped is never shorter than what it stands for.
        let memory = WorkingMemory(count: range.count)
        let text: SecretBytes? = try memory.withBytes { (space) throws(TemplateError) -> SecretBytes? in
            let count = try reader.unescape(range, into: space)
            return count > 0 ? SecretBytes(copying: space.prefix(count)) : nil
        }
        guard let text else { throw .empty }
        self.text = text
        preferences = found.preferences
    }
}

/// Reads the few shapes that a request has; what is not one of them is refused at its byte.
private struct TemplateRequestReader {
    // Invariant: read below `bytes.count` only, and not kept beyond the initializer that was lent the body.
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func read() throws(TemplateError) -> (text: Range<Int>?, preferences: TemplatePreferences) {
        var text: Range<Int>?
        var preferences = TemplatePreferences()
        try object { (reader, name) throws(TemplateError) in
            switch name {
            case "text": text = try reader.string()
            case "preferences":
                try reader.object { (reader, name) throws(TemplateError) in
                    guard TemplatePreferences.names.contains(name) else {
                        throw .unknownPreference(nil, TemplatePreferences.names)
                    }
                    if reader.takesNull() { return }
                    try preferences.set(name, to: try reader.shortString())
                }
            default: throw .malformed(at: reader.place, "a member \"text\" or \"preferences\"")
            }
        }
        skipBlanks()
        guard place == bytes.count else { throw .malformed(at: place, "the end") }
        return (text, preferences)
    }

    private mutating func object(
        _ member: (inout Self, _ name: String) throws(TemplateError) -> Void
    ) throws(TemplateError) {
        try take(UInt8(ascii: "{"), "an object")
        skipBlanks()
        if peek == UInt8(ascii: "}") {
            place += 1
            return
        }
        while true {
            let name = try shortString()
            try take(UInt8(ascii: ":"), "a colon")
            try member(&self, name)
            skipBlanks()
            if peek == UInt8(ascii: "}") {
                place += 1
                return
            }
            try take(UInt8(ascii: ","), "a comma or the end of the object")
        }
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8, _ expected: String) throws(TemplateError) {
        skipBlanks()
        guard peek == byte else { throw .malformed(at: place, expected) }
        place += 1
    }

    private mutating func takesNull() -> Bool {
        skipBlanks()
        let null = Array("null".utf8)
        guard place + 4 <= bytes.count, bytes[place..<place + 4].elementsEqual(null) else { return false }
        place += 4
        return true
    }

    /// What stands between the quotes, still escaped.
    private mutating func string() throws(TemplateError) -> Range<Int> {
        try take(UInt8(ascii: "\""), "a string")
        let start = place
        while let byte = peek {
            if byte == UInt8(ascii: "\"") {
                place += 1
                return start..<place - 1
            }
            guard byte >= 0x20 else { throw .malformed(at: place, "an escaped control character") }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        throw .malformed(at: bytes.count, "the end of the string")
    }

    /// A name or a preference's value, which has no need of escapes.
    private mutating func shortString() throws(TemplateError) -> String {
        let range = try string()
        guard range.count <= 32, !bytes[range].contains(UInt8(ascii: "\\")) else {
            throw .malformed(at: range.lowerBound, "a short name")
        }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// How many bytes were written.
    func unescape(_ range: Range<Int>, into space: UnsafeMutableRawBufferPointer) throws(TemplateError) -> Int {
        var written = 0
        var index = range.lowerBound
        func write(_ byte: UInt8) {
            space[written] = byte
            written += 1
        }
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                write(bytes[index])
                index += 1
                continue
            }
            let escaped = bytes[index + 1]
            index += 2
            switch escaped {
            case UInt8(ascii: "n"): write(0x0A)
            case UInt8(ascii: "t"): write(0x09)
            case UInt8(ascii: "r"): write(0x0D)
            case UInt8(ascii: "b"): write(0x08)
            case UInt8(ascii: "f"): write(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): write(escaped)
            case UInt8(ascii: "u"):
                let scalar = try self.scalar(&index, range.upperBound)
                // Every scalar has a form in UTF-8.
                for byte in UTF8.encode(scalar)! { write(byte) }
            default: throw .malformed(at: index - 1, "an escape that JSON has")
            }
        }
        return written
    }

    /// Behind `\u`. Half of a pair stands for the character that replaces what can't be read.
    private func scalar(_ index: inout Int, _ limit: Int) throws(TemplateError) -> Unicode.Scalar {
        let first = try unit(&index, limit)
        // Four digits that are no half of a pair are a scalar.
        guard first >= 0xD800, first < 0xE000 else { return Unicode.Scalar(first)! }
        guard first < 0xDC00, index + 6 <= limit, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        var next = index + 2
        let second = try unit(&next, limit)
        guard second >= 0xDC00, second < 0xE000 else { return "\u{FFFD}" }
        index = next
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private func unit(_ index: inout Int, _ limit: Int) throws(TemplateError) -> UInt32 {
        guard index + 4 <= limit else { throw .malformed(at: index, "four hexadecimal digits") }
        var value: UInt32 = 0
        for place in index..<index + 4 {
            guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else {
                throw .malformed(at: place, "a hexadecimal digit")
            }
            value = value << 4 | UInt32(digit)
        }
        index += 4
        return value
    }
}
