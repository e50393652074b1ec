/// The state of one transcoding. What is open is on a stack of its own, whose height ``WireLimits/maxDepth`` bounds.
struct JSONTranscoder {
    /// An object or array that is being read.
    private struct Frame {
        var message: OTLPMessage
        /// The field that an array is of; an object has none.
        var list: JSONFieldIndex.Field?
        /// Where the length of what is written belongs; an array that is not packed, and the root, have none.
        var mark: Int?
        var isEmpty = true
        var depth: Int
        var place: StringPlace
    }

    private var scanner: JSONScanner
    private var out = ProtoWriter()
    private var stack: [Frame] = []
    private let root: OTLPMessage
    private let maxDepth: Int
    /// How many more blocks and items there may be.
    private var itemsLeft: Int
    private let index = JSONFieldIndex.shared

    /// What is being read: after a fault, where it happened.
    private(set) var place: StringPlace

    init(_ text: UnsafeRawBufferPointer, root: OTLPMessage, limits: WireLimits) {
        scanner = JSONScanner(text)
        self.root = root
        maxDepth = limits.maxDepth
        itemsLeft = limits.maxItems
        place = StringPlace(message: root, field: 0, holder: root, holderField: 0)
    }

    mutating func run() throws(Fault) -> [UInt8] {
        guard scanner.end < 0x7FFF_FFFF else { throw Fault(code: .tooLarge, offset: 0) }
        out.reserve(scanner.end / 2)
        scanner.skipByteOrderMark()
        try scanner.take(UInt8(ascii: "{"))
        stack.append(Frame(message: root, list: nil, mark: nil, depth: 0, place: place))
        while let top = stack.last {
            if let list = top.list {
                try element(of: list)
            } else {
                try member()
            }
        }
        guard try scanner.isAtEnd() else { throw scanner.fault(.malformed) }
        guard out.bytes.count < 0x7FFF_FFFF else { throw Fault(code: .tooLarge, offset: 0) }
        return out.bytes
    }

    /// Takes the comma between parts, or the bracket behind the last; `false` when the innermost part has ended.
    private mutating func isContinued(_ bracket: UInt8) throws(Fault) -> Bool {
        let innermost = stack.count - 1
        if try scanner.takeIf(bracket) {
            if let mark = stack[innermost].mark { out.close(mark) }
            stack.removeLast()
            if let outer = stack.last { place = outer.place }
            return false
        }
        if stack[innermost].isEmpty {
            stack[innermost].isEmpty = false
        } else {
            try scanner.take(UInt8(ascii: ","))
        }
        return true
    }

    private mutating func member() throws(Fault) {
        guard try isContinued(UInt8(ascii: "}")) else { return }
        guard try scanner.peek() == UInt8(ascii: "\"") else { throw scanner.fault(.malformed) }
        let name = try scanner.string()
        let field = try field(name)
        try scanner.take(UInt8(ascii: ":"))
        guard let field else { return try scanner.skipValue() }
        place.field = field.number
        if try scanner.takeIf(literal: "null") { return }
        if field.isRepeated {
            try openList(field)
        } else {
            try value(field)
        }
    }

    private func field(_ name: JSONScanner.RawString) throws(Fault) -> JSONFieldIndex.Field? {
        let message = place.message
        guard name.hasEscapes else {
            // The scanner has proven that the body lies in the text.
            let text = UnsafeRawBufferPointer(start: scanner.base + name.body.lowerBound, count: name.body.count)
            return index.field(text, of: message)
        }
        var plain = ProtoWriter()
        try scanner.unescape(name, into: &plain)
        return plain.bytes.withUnsafeBytes { index.field($0, of: message) }
    }

    private mutating func openList(_ field: JSONFieldIndex.Field) throws(Fault) {
        guard try scanner.takeIf(UInt8(ascii: "[")) else { throw scanner.unexpected() }
        let mark = field.kind.isPacked ? out.open(UInt32(field.number)) : nil
        let depth = stack.last?.depth ?? 0
        stack.append(Frame(message: place.message, list: field, mark: mark, depth: depth, place: place))
    }

    private mutating func element(of list: JSONFieldIndex.Field) throws(Fault) {
        guard try isContinued(UInt8(ascii: "]")) else { return }
        place.field = list.number
        if case .message(let message) = list.kind, message.isBlockOrItem {
            guard itemsLeft > 0 else { throw scanner.fault(.tooManyItems) }
            itemsLeft -= 1
        }
        guard try scanner.takeIf(literal: "null") else {
            return list.kind.isPacked ? try number(list.kind) : try value(list)
        }
        // An element can't be absent, so null stands for the default: zero, or what is empty.
        switch list.kind {
        case .uint64: out.raw(byte: 0)
        case .fixed64, .double: out.raw(fixed64: 0)
        default: out.close(out.open(UInt32(list.number)))
        }
    }

    /// Writes a field, or opens the message that it is.
    private mutating func value(_ field: JSONFieldIndex.Field) throws(Fault) {
        let number = UInt32(field.number)
        switch field.kind {
        case .message(let message): try openMessage(number, message)
        case .string:
            let string = try scanner.string()
            let mark = out.open(number)
            try scanner.unescape(string, into: &out)
            out.close(mark)
        case .bytes(let isHexadecimal): try bytes(number, isHexadecimal)
        case .fixed32:
            out.raw(varint: UInt64(number) << 3 | 5)
            try self.number(field.kind)
        case .fixed64, .sfixed64, .double:
            out.raw(varint: UInt64(number) << 3 | 1)
            try self.number(field.kind)
        case .bool, .int32, .sint32, .uint32, .int64, .uint64, .enumeration:
            out.raw(varint: UInt64(number) << 3)
            try self.number(field.kind)
        }
    }

    private mutating func openMessage(_ number: UInt32, _ message: OTLPMessage) throws(Fault) {
        guard try scanner.takeIf(UInt8(ascii: "{")) else { throw scanner.unexpected() }
        // The stack is never empty while something is read.
        var depth = stack[stack.count - 1].depth
        if message == .anyValue {
            guard depth < maxDepth else { throw scanner.fault(.tooDeep) }
            depth += 1
        }
        if !place.message.isValue {
            place.holder = place.message
            place.holderField = place.field
        }
        place.message = message
        place.field = 0
        stack.append(Frame(message: message, list: nil, mark: out.open(number), depth: depth, place: place))
    }

    private mutating func bytes(_ number: UInt32, _ isHexadecimal: Bool) throws(Fault) {
        let string = try scanner.string()
        let text = UnsafeRawBufferPointer(start: scanner.base + string.body.lowerBound, count: string.body.count)
        let mark = out.open(number)
        let isValid: Bool
        if string.hasEscapes {
            var scratch = ProtoWriter()
            try scanner.unescape(string, into: &scratch)
            isValid = scratch.bytes.withUnsafeBytes { Self.decode($0, isHexadecimal, into: &out) }
        } else {
            isValid = Self.decode(text, isHexadecimal, into: &out)
        }
        guard isValid else { throw Fault(code: .wrongType, offset: string.body.lowerBound) }
        out.close(mark)
    }

    private static func decode(
        _ text: UnsafeRawBufferPointer, _ isHexadecimal: Bool, into out: inout ProtoWriter
    ) -> Bool {
        isHexadecimal ? Hexadecimal.decode(text, into: &out) : Base64.decode(text, into: &out)
    }
}

// MARK: - Numbers

extension JSONTranscoder {
    /// Writes a number, truth value or enumeration without a tag.
    private mutating func number(_ kind: OTLPField.Kind) throws(Fault) {
        if kind == .bool {
            if try scanner.takeIf(literal: "true") { return out.raw(byte: 1) }
            guard try scanner.takeIf(literal: "false") else { throw scanner.unexpected() }
            return out.raw(byte: 0)
        }
        guard try scanner.peek() == UInt8(ascii: "\"") else {
            return try write(scanner.number(), of: kind, scanner)
        }
        let string = try scanner.string()
        if let special = special(string, kind) { return special.write(&out) }
        var inner = scanner.within(string.body)
        guard let number = try? inner.number(), inner.position == inner.end else {
            throw Fault(code: .wrongType, offset: string.body.lowerBound)
        }
        try write(number, of: kind, inner)
    }

    private mutating func write(
        _ number: JSONScanner.Number, of kind: OTLPField.Kind, _ scanner: JSONScanner
    ) throws(Fault) {
        switch kind {
        case .double: out.raw(fixed64: try scanner.double(number).bitPattern)
        case .fixed64: out.raw(fixed64: try scanner.integer(number, as: UInt64.self))
        case .sfixed64: out.raw(fixed64: UInt64(bitPattern: try scanner.integer(number, as: Int64.self)))
        case .fixed32: out.raw(fixed32: try scanner.integer(number, as: UInt32.self))
        case .uint32: out.raw(varint: UInt64(try scanner.integer(number, as: UInt32.self)))
        case .uint64: out.raw(varint: try scanner.integer(number, as: UInt64.self))
        case .int64: out.raw(varint: UInt64(bitPattern: try scanner.integer(number, as: Int64.self)))
        case .int32, .enumeration:
            out.raw(varint: UInt64(bitPattern: Int64(try scanner.integer(number, as: Int32.self))))
        case .sint32:
            let value = try scanner.integer(number, as: Int32.self)
            out.raw(varint: UInt64(UInt32(bitPattern: value << 1 ^ value >> 31)))
        case .bool, .string, .bytes, .message: throw Fault(code: .wrongType, offset: number.text.lowerBound)
        }
    }

    /// A string that stands for a number and is none: a name of an enumeration, or a double beyond the numbers.
    private enum Special {
        case name(Int)
        case double(Double)

        func write(_ out: inout ProtoWriter) {
            switch self {
            case .name(let number): out.raw(varint: UInt64(number))
            case .double(let value): out.raw(fixed64: value.bitPattern)
            }
        }
    }

    private func special(_ string: JSONScanner.RawString, _ kind: OTLPField.Kind) -> Special? {
        let text = UnsafeRawBufferPointer(start: scanner.base + string.body.lowerBound, count: string.body.count)
        switch kind {
        case .enumeration(let type): return index.number(text, of: type).map(Special.name)
        case .double:
            for (name, value) in [("NaN", Double.nan), ("Infinity", .infinity), ("-Infinity", -.infinity)]
            where name.utf8.elementsEqual(text) {
                return .double(value)
            }
            return nil
        default: return nil
        }
    }
}

extension OTLPField.Kind {
    /// Whether a list of it is written as one length-delimited field.
    fileprivate var isPacked: Bool {
        switch self {
        case .string, .bytes, .message: false
        default: true
        }
    }
}
