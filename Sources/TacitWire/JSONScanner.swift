/// Reads JSON tokens (RFC 8259) from a stretch of memory. Strict: what is not JSON is refused at its byte.
///
/// No read leaves `position..<end`: each method compares with `end` first.
struct JSONScanner {
    let base: UnsafeRawPointer
    var position: Int
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        // An empty buffer may have no address; nothing is read from it.
        base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!
        position = 0
        end = bytes.count
    }

    private init(base: UnsafeRawPointer, body: Range<Int>) {
        self.base = base
        position = body.lowerBound
        end = body.upperBound
    }

    /// A scanner of a part that was taken: the text of a string.
    func within(_ body: Range<Int>) -> JSONScanner { JSONScanner(base: base, body: body) }

    @inline(__always)
    func byte(_ at: Int) -> UInt8 { base.load(fromByteOffset: at, as: UInt8.self) }

    @inline(__always)
    func fault(_ code: WireError.Code) -> Fault { Fault(code: code, offset: position) }

    /// Why what stands here is not what was expected: it is a value of another kind, or no JSON at all.
    func unexpected() -> Fault {
        guard position < end else { return fault(.truncated) }
        return switch byte(position) {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            fault(.wrongType)
        default: fault(.malformed)
        }
    }

    /// Passes over a byte order mark, which some writers put first.
    mutating func skipByteOrderMark() {
        if end - position >= 3, byte(position) == 0xEF, byte(position + 1) == 0xBB, byte(position + 2) == 0xBF {
            position += 3
        }
    }

    /// The next byte that is no white space, without taking it.
    @inline(__always)
    mutating func peek() throws(Fault) -> UInt8 {
        while position < end {
            let next = byte(position)
            if next > 0x20 { return next }
            guard next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 else { throw fault(.malformed) }
            position &+= 1
        }
        throw fault(.truncated)
    }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() throws(Fault) -> Bool {
        do throws(Fault) {
            _ = try peek()
            return false
        } catch {
            if error.code == .truncated { return true }
            throw error
        }
    }

    @inline(__always)
    mutating func take(_ expected: UInt8) throws(Fault) {
        guard try takeIf(expected) else { throw fault(.malformed) }
    }

    @inline(__always)
    mutating func takeIf(_ expected: UInt8) throws(Fault) -> Bool {
        guard try peek() == expected else { return false }
        position &+= 1
        return true
    }

    /// `true`, `false` or `null`, when it stands here.
    mutating func takeIf(literal: StaticString) throws(Fault) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard try peek() == literal.utf8Start.pointee else { return false }
        guard end - position >= count else { throw fault(.truncated) }
        for offset in 0..<count where byte(position + offset) != literal.utf8Start[offset] {
            throw fault(.malformed)
        }
        position += count
        return true
    }
}

// MARK: - Strings

extension JSONScanner {
    /// A string as it stands between its quotes.
    struct RawString {
        var body: Range<Int>
        var hasEscapes: Bool
    }

    /// Takes a string; its escapes are looked at by ``unescape(_:into:)``.
    mutating func string() throws(Fault) -> RawString {
        guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
        position &+= 1
        let start = position
        var hasEscapes = false
        while true {
            skipPlain()
            guard position < end else { throw fault(.truncated) }
            let next = byte(position)
            if next == UInt8(ascii: "\"") {
                let body = start..<position
                guard hasEscapes || UTF8Check.isValid(base + start, count: body.count) else {
                    throw Fault(code: .invalidUTF8, offset: start)
                }
                position &+= 1
                return RawString(body: body, hasEscapes: hasEscapes)
            }
            guard next == UInt8(ascii: "\\") else { throw fault(.malformed) }
            guard end &- position > 1 else { throw fault(.truncated) }
            hasEscapes = true
            position &+= 2
        }
    }

    /// Moves to the next quote, backslash or control character, eight bytes at a time.
    @inline(__always)
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        while end &- position >= 8 {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // The lowest high bit of `has` is exact: borrows only spoil the bytes above a hit.
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let has =
                (((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- (ones &* 0x20)) & ~word))
                & (ones &* 0x80)
            if has != 0 {
                position &+= has.trailingZeroBitCount >> 3
                return
            }
            position &+= 8
        }
        while position < end {
            let next = byte(position)
            if next < 0x20 || next == 0x22 || next == 0x5C { return }
            position &+= 1
        }
    }

    /// Writes a string without its escapes. Refuses halves of surrogate pairs and text that is not UTF-8.
    func unescape(_ string: RawString, into out: inout ProtoWriter) throws(Fault) {
        guard string.hasEscapes else {
            out.raw(UnsafeRawBufferPointer(start: base + string.body.lowerBound, count: string.body.count))
            return
        }
        let start = out.bytes.count
        var at = string.body.lowerBound
        let stop = string.body.upperBound
        while at < stop {
            let next = byte(at)
            at += 1
            guard next == UInt8(ascii: "\\") else {
                out.raw(byte: next)
                continue
            }
            // `string()` has seen a byte behind every backslash, inside the quotes.
            let escape = byte(at)
            at += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.raw(byte: escape)
            case UInt8(ascii: "b"): out.raw(byte: 0x08)
            case UInt8(ascii: "f"): out.raw(byte: 0x0C)
            case UInt8(ascii: "n"): out.raw(byte: 0x0A)
            case UInt8(ascii: "r"): out.raw(byte: 0x0D)
            case UInt8(ascii: "t"): out.raw(byte: 0x09)
            case UInt8(ascii: "u"): for unit in UTF8.encode(try scalar(&at, stop))! { out.raw(byte: unit) }
            default: throw Fault(code: .malformed, offset: at - 2)
            }
        }
        // At least one escape was written, so there are bytes. It writes whole characters, so a raw byte sequence can't become valid by what an escape adds to it.
        let isValid = out.bytes.withUnsafeBytes { written in
            UTF8Check.isValid(written.baseAddress! + start, count: written.count - start)
        }
        guard isValid else { throw Fault(code: .invalidUTF8, offset: string.body.lowerBound) }
    }

    /// The character of `\uXXXX`, or of two of them that are a surrogate pair; `at` is behind the first `u`.
    private func scalar(_ at: inout Int, _ stop: Int) throws(Fault) -> Unicode.Scalar {
        let first = try unit(&at, stop)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, stop - at >= 2, byte(at) == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u") else {
            throw Fault(code: .invalidUTF8, offset: at - 6)
        }
        at += 2
        let second = try unit(&at, stop)
        guard second >= 0xDC00, second < 0xE000 else { throw Fault(code: .invalidUTF8, offset: at - 6) }
        // Two halves of a pair always make a scalar.
        return Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00))!
    }

    private func unit(_ at: inout Int, _ stop: Int) throws(Fault) -> UInt16 {
        guard stop - at >= 4 else { throw Fault(code: .malformed, offset: at) }
        var value: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = Hexadecimal.value(of: byte(at + offset)) else {
                throw Fault(code: .malformed, offset: at + offset)
            }
            value = value << 4 | UInt16(digit)
        }
        at += 4
        return value
    }
}

// MARK: - Values that nobody asked for

extension JSONScanner {
    /// Moves behind any value. Brackets inside each other are kept as bits, so that depth costs no calls and little memory.
    mutating func skipValue() throws(Fault) {
        var open = BitStack()
        repeat {
            switch try peek() {
            case UInt8(ascii: "{"):
                position &+= 1
                if try takeIf(UInt8(ascii: "}")) { break }
                open.push(true)
                try memberName()
                continue
            case UInt8(ascii: "["):
                position &+= 1
                if try takeIf(UInt8(ascii: "]")) { break }
                open.push(false)
                continue
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "t"): _ = try takeIf(literal: "true")
            case UInt8(ascii: "f"): _ = try takeIf(literal: "false")
            case UInt8(ascii: "n"): _ = try takeIf(literal: "null")
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
            default: throw unexpected()
            }
            // A value is complete: go on in the innermost bracket, closing all that end here.
            while let isObject = open.top {
                if try takeIf(UInt8(ascii: ",")) {
                    if isObject { try memberName() }
                    break
                }
                try take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                open.pop()
            }
        } while open.top != nil
    }

    private mutating func memberName() throws(Fault) {
        guard try peek() == UInt8(ascii: "\"") else { throw fault(.malformed) }
        try skipString()
        try take(UInt8(ascii: ":"))
    }

    private mutating func skipString() throws(Fault) {
        let string = try string()
        if string.hasEscapes {
            var nowhere = ProtoWriter()
            try unescape(string, into: &nowhere)
        }
    }
}

/// A stack of truth values, 64 to a word.
private struct BitStack {
    private var words: [UInt64] = []
    private var count = 0

    var top: Bool? {
        count == 0 ? nil : words[(count - 1) >> 6] >> UInt64((count - 1) & 63) & 1 == 1
    }

    mutating func push(_ bit: Bool) {
        if count & 63 == 0 { words.append(0) }
        let mask = UInt64(1) << UInt64(count & 63)
        if bit { words[count >> 6] |= mask } else { words[count >> 6] &= ~mask }
        count += 1
    }

    mutating func pop() {
        count -= 1
        if count & 63 == 0 { words.removeLast() }
    }
}
