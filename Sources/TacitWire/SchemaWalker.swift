/// What the walker tells of each string. ``NoVisitor`` makes it a pure check.
protocol StringVisitor {
    /// Whether ``visit(_:at:key:)`` wants the key of the pair around a value; finding it costs a little.
    static var wantsKeys: Bool { get }
    /// Whether it is told of numbers and truth values too, by the bytes behind their tag.
    static var wantsScalars: Bool { get }
    mutating func visit(_ place: StringPlace, at slice: Slice, key: Slice)
    /// What comes next lies in a pair that lies in another one, which has this key. Needs ``wantsKeys``.
    mutating func enterPair(within key: Slice)
    mutating func leavePair()
}

struct NoVisitor: StringVisitor {
    static var wantsKeys: Bool { false }
    static var wantsScalars: Bool { false }
    @inline(__always) func visit(_ place: StringPlace, at slice: Slice, key: Slice) {}
    @inline(__always) func enterPair(within key: Slice) {}
    @inline(__always) func leavePair() {}
}

/// Goes through a message by the schema, field by field in the order of the bytes, and checks all of it.
///
/// It accepts what a general protobuf decoder accepts. Messages inside each other are kept on a stack of its own whose
/// height ``WireLimits/maxDepth`` bounds.
struct SchemaWalker {
    /// A message that is being read.
    private struct Frame {
        var end: Int
        var key: Slice
        var message: OTLPMessage
        var holder: OTLPMessage
        var holderField: UInt8
        var depth: UInt8
        /// How many pairs it lies in, itself counted.
        var pairs: UInt8 = 0
    }

    /// After a fault, where it happened.
    private(set) var place = StringPlace(message: .anyValue, field: 0, holder: .anyValue, holderField: 0)
    private var stack: [Frame] = []
    private let maxDepth: Int

    init(limits: WireLimits) { maxDepth = limits.maxDepth }

    /// Reads `cursor` to its end as a `root`. `depth` is the number of values around it.
    mutating func walk<V: StringVisitor>(
        _ cursor: ProtoCursor, as root: OTLPMessage, depth: Int = 0, visitor: inout V
    ) throws(Fault) {
        var frame = Frame(
            end: cursor.end, key: .none, message: root, holder: root, holderField: 0,
            depth: UInt8(truncatingIfNeeded: depth))
        var field: UInt8 = 0
        do throws(Fault) {
            try walk(cursor, &frame, &field, &visitor)
        } catch {
            place = Self.place(frame, field)
            throw error
        }
    }

    @inline(__always)
    private mutating func walk<V: StringVisitor>(
        _ start: ProtoCursor, _ frame: inout Frame, _ field: inout UInt8, _ visitor: inout V
    ) throws(Fault) {
        let entries = SchemaIndex.shared.entries
        var cursor = start
        stack.removeAll(keepingCapacity: true)
        while true {
            while cursor.position < cursor.end {
                let tag = try cursor.tag()
                let number = tag >> 3
                // Fields beyond the slots share slot 0, which no field has.
                let slot = number < UInt32(SchemaIndex.slots) ? Int(number) : 0
                let entry = entries[Int(frame.message.rawValue) &* SchemaIndex.slots &+ slot]
                field = UInt8(truncatingIfNeeded: slot)
                switch (entry.reading, tag & 7) {
                case (.string, 2):
                    visitor.visit(Self.place(frame, field), at: try cursor.string(), key: frame.key)
                case (.message, 2):
                    let body = try cursor.length()
                    if entry.message == .keyValue, frame.depth < maxDepth,
                        let pair = Attribute(plain: cursor.over(body))
                    {
                        if V.wantsKeys, frame.pairs > 0 { visitor.enterPair(within: frame.key) }
                        Self.visit(pair, in: cursor.over(body), Self.holder(frame, field), &visitor)
                        if V.wantsKeys, frame.pairs > 0 { visitor.leavePair() }
                        continue
                    }
                    stack.append(frame)
                    if entry.message == .anyValue {
                        guard frame.depth < maxDepth else { throw Fault(code: .tooDeep, offset: body.lowerBound) }
                        frame.depth &+= 1
                    }
                    (frame.holder, frame.holderField) = Self.holder(frame, field)
                    frame.message = entry.message
                    frame.end = body.upperBound
                    field = 0
                    cursor.position = body.lowerBound
                    cursor.end = body.upperBound
                    if V.wantsKeys, entry.message == .keyValue {
                        if frame.pairs > 0 { visitor.enterPair(within: frame.key) }
                        frame.pairs &+= 1
                        frame.key = Self.key(of: cursor)
                    }
                case (.varint, 0), (.varints, 0):
                    let start = cursor.position
                    _ = try cursor.varint()
                    if V.wantsScalars { Self.visitScalar(start..<cursor.position, frame, field, &visitor) }
                case (.fixed64, 1), (.fixed64s, 1):
                    let start = cursor.position
                    _ = try cursor.fixed64()
                    if V.wantsScalars { Self.visitScalar(start..<cursor.position, frame, field, &visitor) }
                case (.fixed32, 5): _ = try cursor.fixed32()
                case (.bytes, 2):
                    let body = try cursor.length()
                    if frame.message == .anyValue {
                        let slice = Slice(body.lowerBound, body.upperBound)
                        visitor.visit(Self.place(frame, field), at: slice, key: frame.key)
                    }
                case (.fixed64s, 2):
                    guard try cursor.length().count % 8 == 0 else { throw cursor.fault(.truncated) }
                case (.varints, 2):
                    var packed = cursor.over(try cursor.length())
                    while !packed.isAtEnd { _ = try packed.varint() }
                default: try cursor.skip(tag)
                }
            }
            guard let outer = stack.popLast() else { return }
            if V.wantsKeys, outer.pairs > 0, outer.pairs < frame.pairs { visitor.leavePair() }
            frame = outer
            field = 0
            // The part was a stretch of the outer one and has been read to its end, so there the outer one goes on.
            cursor.end = outer.end
        }
    }

    /// The innermost field that is not a part of a value: outside of values, the field itself.
    @inline(__always)
    private static func holder(_ frame: Frame, _ field: UInt8) -> (OTLPMessage, UInt8) {
        frame.message.isValue ? (frame.holder, frame.holderField) : (frame.message, field)
    }

    @inline(__always)
    private static func place(_ frame: Frame, _ field: UInt8) -> StringPlace {
        let (holder, holderField) = holder(frame, field)
        return StringPlace(message: frame.message, field: field, holder: holder, holderField: holderField)
    }

    @inline(__always)
    private static func visit<V: StringVisitor>(
        _ pair: Attribute, in body: ProtoCursor, _ holder: (OTLPMessage, UInt8), _ visitor: inout V
    ) {
        func place(_ message: OTLPMessage, _ field: UInt8) -> StringPlace {
            StringPlace(message: message, field: field, holder: holder.0, holderField: holder.1)
        }
        visitor.visit(place(.keyValue, 1), at: pair.key, key: pair.key)
        let field: UInt8
        switch pair.value {
        case .string(let text): return visitor.visit(place(.anyValue, 1), at: text, key: pair.key)
        case .bool: field = 2
        case .int: field = 3
        case .double: field = 4
        default: return
        }
        guard V.wantsScalars else { return }
        var value = body
        value.position = pair.key.range.upperBound
        // A plain pair ends with its value: behind the key come a tag, a length and the value's own tag.
        guard (try? value.tag()) != nil, (try? value.varint()) != nil, (try? value.tag()) != nil else { return }
        visitor.visit(place(.anyValue, field), at: Slice(value.position, body.end), key: pair.key)
    }

    /// Tells of a number or truth value if it is one of an attribute or body.
    @inline(__always)
    private static func visitScalar<V: StringVisitor>(
        _ range: Range<Int>, _ frame: Frame, _ field: UInt8, _ visitor: inout V
    ) {
        guard frame.message == .anyValue, (2...4).contains(field) else { return }
        visitor.visit(place(frame, field), at: Slice(range.lowerBound, range.upperBound), key: frame.key)
    }

    /// The key that counts in a pair: the last one, wherever it stands. A malformed pair has none; the walk refuses it anyway.
    private static func key(of pair: ProtoCursor) -> Slice {
        var cursor = pair
        var key = Slice.none
        do throws(Fault) {
            while !cursor.isAtEnd {
                switch try cursor.tag() {
                case 0x0A:
                    let body = try cursor.length()
                    key = Slice(body.lowerBound, body.upperBound)
                case 0x12: _ = try cursor.length()
                case let tag: try cursor.skip(tag)
                }
            }
        } catch {
            return .none
        }
        return key
    }
}
