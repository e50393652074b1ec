/// Reads protobuf primitives from a stretch of memory without copying.
///
/// No read leaves `position..<end`: each method compares with `end` first and throws instead. After a throw the position
/// is unspecified.
struct ProtoCursor {
    /// The start of the whole request, so that positions are offsets into it.
    let base: UnsafeRawPointer
    var position: Int
    var end: Int

    init(base: UnsafeRawPointer, position: Int, end: Int) {
        self.base = base
        self.position = position
        self.end = end
    }

    /// A request's bytes from end to end. Protobuf's own limit of 2 GiB keeps every offset within 32 bits.
    init(_ bytes: UnsafeRawBufferPointer, of signal: Signal) throws(WireError) {
        guard bytes.count < 0x7FFF_FFFF else {
            throw WireError(code: .tooLarge, offset: 0, place: signal.request.name)
        }
        // An empty buffer may have no address; a cursor with nothing between position and end never reads its base.
        self.init(base: bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!, position: 0, end: bytes.count)
    }

    @inline(__always) var isAtEnd: Bool { position >= end }

    /// A cursor over a part that was announced by ``length()``.
    @inline(__always)
    func over(_ body: Range<Int>) -> ProtoCursor {
        ProtoCursor(base: base, position: body.lowerBound, end: body.upperBound)
    }

    @inline(__always)
    func fault(_ code: WireError.Code) -> Fault { Fault(code: code, offset: position) }

    @inline(__always)
    private func byte(_ at: Int) -> UInt8 { base.load(fromByteOffset: at, as: UInt8.self) }

    /// A varint of at most ten bytes; bits above the 64th are dropped, as every protobuf reader does.
    @inline(__always)
    mutating func varint() throws(Fault) -> UInt64 {
        guard position < end else { throw fault(.truncated) }
        let first = byte(position)
        if first < 0x80 {
            position &+= 1
            return UInt64(first)
        }
        return try longVarint()
    }

    @inline(never)
    private mutating func longVarint() throws(Fault) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        var at = position
        while shift < 70 {
            guard at < end else { throw fault(.truncated) }
            let next = byte(at)
            at &+= 1
            value |= UInt64(next & 0x7F) &<< shift
            if next < 0x80 {
                position = at
                return value
            }
            shift &+= 7
        }
        throw fault(.malformed)
    }

    /// Field number and wire type as on the wire: `number << 3 | type`. Whether they are valid is for ``skip(_:)`` to say,
    /// to which every tag that is not a known one must go.
    @inline(__always)
    mutating func tag() throws(Fault) -> UInt32 {
        guard position < end else { throw fault(.truncated) }
        let first = byte(position)
        if first < 0x80 {
            position &+= 1
            return UInt32(first)
        }
        return try longTag()
    }

    /// At most five bytes, of which the last holds four bits.
    @inline(never)
    private mutating func longTag() throws(Fault) -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        var at = position
        while at < end {
            let next = byte(at)
            at &+= 1
            if shift == 28, next > 15 { throw fault(.malformed) }
            value |= UInt32(next & 0x7F) &<< shift
            if next < 0x80 {
                position = at
                return value
            }
            shift &+= 7
        }
        throw fault(.truncated)
    }

    /// The stretch of a length-delimited field; the position moves behind it.
    @inline(__always)
    mutating func length() throws(Fault) -> Range<Int> {
        let count = try varint()
        guard count <= UInt64(end &- position) else { throw fault(.truncated) }
        let start = position
        position = start &+ Int(truncatingIfNeeded: count)
        // The guard above gives start <= position <= end.
        return Range(uncheckedBounds: (start, position))
    }

    /// A length-delimited field that must be UTF-8.
    @inline(__always)
    mutating func string() throws(Fault) -> Slice {
        let body = try length()
        // `length` has proven that the body lies before `end`.
        guard UTF8Check.isValid(base + body.lowerBound, count: body.count) else {
            throw Fault(code: .invalidUTF8, offset: body.lowerBound)
        }
        return Slice(body.lowerBound, body.upperBound)
    }

    @inline(__always)
    mutating func fixed64() throws(Fault) -> UInt64 {
        guard end &- position >= 8 else { throw fault(.truncated) }
        let value = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position &+= 8
        return value
    }

    @inline(__always)
    mutating func fixed32() throws(Fault) -> UInt32 {
        guard end &- position >= 4 else { throw fault(.truncated) }
        let value = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        position &+= 4
        return value
    }

    @inline(__always)
    mutating func double() throws(Fault) -> Double { Double(bitPattern: try fixed64()) }

    /// An enumeration's number: the low 32 bits of the varint.
    @inline(__always)
    mutating func enumeration() throws(Fault) -> Int32 { Int32(truncatingIfNeeded: try varint()) }
}

// MARK: - Fields that nobody asked for

extension ProtoCursor {
    /// Unknown groups inside each other that are followed; nothing that is still written has any.
    static var maxGroupDepth: Int { 32 }

    /// Moves behind the value of a field that is unknown, or known with another wire type.
    @inline(never)
    mutating func skip(_ tag: UInt32) throws(Fault) {
        guard tag >> 3 != 0 else { throw fault(.malformed) }
        switch tag & 7 {
        case 0: _ = try varint()
        case 1: _ = try fixed64()
        case 2: _ = try length()
        case 3: try skipGroup(tag >> 3)
        case 5: _ = try fixed32()
        default: throw fault(.malformed)
        }
    }

    /// Follows a group to its end with a stack of its own, so that nesting costs no call depth.
    private mutating func skipGroup(_ number: UInt32) throws(Fault) {
        var open = [number]
        while let innermost = open.last {
            let tag = try varint()
            guard tag < UInt64(UInt32.max), tag >> 3 != 0 else { throw fault(.malformed) }
            let field = UInt32(truncatingIfNeeded: tag >> 3)
            switch tag & 7 {
            case 3:
                guard open.count < Self.maxGroupDepth else { throw fault(.tooDeep) }
                open.append(field)
            case 4:
                guard field == innermost else { throw fault(.malformed) }
                open.removeLast()
            default:
                try skip(UInt32(truncatingIfNeeded: tag))
            }
        }
    }
}
