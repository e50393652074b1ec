/// Cuts one JSON value into tokens, without recursion: at most `deepest` containers stand in each other.
///
/// Strict about structure and numbers. Lenient inside of strings: escapes that do not exist, control characters and
/// broken UTF-8 are content like any other.
struct JSONReader {
    /// Ranges of keys and strings are those between the quotes.
    enum Token {
        case key(Range<Int>)
        case string(Range<Int>)
        case number(Range<Int>)
        /// `true`, `false`, `null`.
        case literal(Range<Int>)
        case objectStart
        case arrayStart
        case containerEnd
        case end
        /// No JSON, or too deep.
        case invalid
    }

    static let deepest = 128

    private enum Expected {
        case value
        case itemOrEnd
        case keyOrEnd
        case commaOrEnd
    }

    private let text: Text
    private var expected = Expected.value
    private var containers = Containers()
    /// Behind the token that was read last, and behind the colon of a key.
    private(set) var position: Int

    init(_ text: Text) {
        self.text = text
        position = text.lower
    }

    /// Turns away at once most lines that are no JSON.
    static func mayBegin(_ line: UnsafeRawBufferPointer) -> Bool {
        for byte in line {
            switch byte {
            case " ", "\t", "\n", "\r": continue
            // { [ " - t f n and digits.
            case "{", "[", "\"", "-", "t", "f", "n", "0"..."9": return true
            default: return false
            }
        }
        return false
    }

    mutating func next() -> Token {
        skipBlanks()
        switch expected {
        case .value:
            return value()
        case .itemOrEnd:
            return text[position] == "]" ? close() : value()
        case .keyOrEnd:
            return text[position] == "}" ? close() : key()
        case .commaOrEnd:
            guard containers.depth > 0 else { return position == text.count ? .end : .invalid }
            let isObject = containers.innermostIsObject
            if text[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close() }
            guard text[position] == "," else { return .invalid }
            position += 1
            skipBlanks()
            return isObject ? key() : value()
        }
    }

    private mutating func value() -> Token {
        let start = position
        switch text[start] {
        case "\"":
            expected = .commaOrEnd
            return string().map { .string($0) } ?? .invalid
        case "{":
            return open(isObject: true)
        case "[":
            return open(isObject: false)
        case "-", "0"..."9":
            expected = .commaOrEnd
            return passNumber() ? .number(start..<position) : .invalid
        default:
            expected = .commaOrEnd
            for literal in ["true", "false", "null"] as [StaticString] where text.has(literal, at: start) {
                position += literal.utf8CodeUnitCount
                return .literal(start..<position)
            }
            return .invalid
        }
    }

    private mutating func key() -> Token {
        guard text[position] == "\"", let range = string() else { return .invalid }
        skipBlanks()
        guard text[position] == ":" else { return .invalid }
        position += 1
        expected = .value
        return .key(range)
    }

    private mutating func open(isObject: Bool) -> Token {
        guard containers.depth < Self.deepest else { return .invalid }
        containers.push(isObject)
        position += 1
        expected = isObject ? .keyOrEnd : .itemOrEnd
        return isObject ? .objectStart : .arrayStart
    }

    private mutating func close() -> Token {
        containers.pop()
        position += 1
        expected = .commaOrEnd
        return .containerEnd
    }

    /// The string whose opening quote is at the position.
    private mutating func string() -> Range<Int>? {
        let start = position + 1
        var from = start
        while let quote = text.firstIndex(of: "\"", in: from..<text.count) {
            // Each run of backslashes is counted once: the next search begins behind it.
            var slashes = quote
            while slashes > from, text[slashes - 1] == "\\" { slashes -= 1 }
            from = quote + 1
            if (quote - slashes) % 2 == 0 {
                position = from
                return start..<quote
            }
        }
        return nil
    }

    private mutating func passNumber() -> Bool {
        if text[position] == "-" { position += 1 }
        let isZero = text[position] == "0"
        let digits = passDigits()
        guard digits == 1 || (digits > 1 && !isZero) else { return false }
        if text[position] == "." {
            position += 1
            guard passDigits() > 0 else { return false }
        }
        if text[position] | 0x20 == "e" {
            position += 1
            if text[position] == "+" || text[position] == "-" { position += 1 }
            guard passDigits() > 0 else { return false }
        }
        return true
    }

    private mutating func passDigits() -> Int {
        let start = position
        while text[position].isDigit { position += 1 }
        return position - start
    }

    private mutating func skipBlanks() {
        while true {
            switch text[position] {
            case " ", "\t", "\n", "\r": position += 1
            default: return
            }
        }
    }

    /// Which of the open containers are objects, the innermost in the lowest bit.
    private struct Containers {
        private(set) var depth = 0
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        var innermostIsObject: Bool { low & 1 == 1 }

        mutating func push(_ isObject: Bool) {
            high = high << 1 | low >> 63
            low = low << 1 | (isObject ? 1 : 0)
            depth += 1
        }

        mutating func pop() {
            low = low >> 1 | high << 63
            high >>= 1
            depth -= 1
        }
    }
}
