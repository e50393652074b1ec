// Attributes and values: the innermost loop.

extension RecordReader {
    @inline(__always)
    mutating func readAttribute(_ body: ProtoCursor) throws(Fault) -> Attribute {
        if let plain = Attribute(plain: body) { return plain }
        return try readAnyAttribute(body)
    }

    @inline(never)
    private mutating func readAnyAttribute(_ body: ProtoCursor) throws(Fault) -> Attribute {
        var cursor = body
        var attribute = Attribute(key: .none, value: .empty)
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: attribute.key = try cursor.string()
            case 0x12: try readValue(cursor.over(try cursor.length()), into: &attribute.value)
            default: try cursor.skip(tag)
            }
        }
        return attribute
    }

    /// Reads an `AnyValue` on top of what came before: a value that is sent in parts is merged as protobuf merges it.
    @inline(__always)
    mutating func readValue(_ body: ProtoCursor, into value: inout AttributeValue) throws(Fault) {
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: value = .string(try cursor.string())
            case 0x10: value = .bool(try cursor.varint() != 0)
            case 0x18: value = .int(Int64(bitPattern: try cursor.varint()))
            case 0x21: value = .double(try cursor.double())
            case 0x2A: try readArray(cursor.over(try cursor.length()), into: &value)
            case 0x32: try readList(cursor.over(try cursor.length()), into: &value)
            case 0x3A:
                let bytes = try cursor.length()
                value = .bytes(Slice(bytes.lowerBound, bytes.upperBound))
            case 0x40:
                _ = try cursor.varint()
                value = .empty
            default: try cursor.skip(tag)
            }
        }
    }

    @inline(never)
    private mutating func readArray(_ body: ProtoCursor, into value: inout AttributeValue) throws(Fault) {
        try check(body, as: .arrayValue, depth: 1)
        if case .array(let before) = value {
            value = .array(join(before, body))
        } else {
            value = .array(Self.nested(body))
        }
    }

    @inline(never)
    private mutating func readList(_ body: ProtoCursor, into value: inout AttributeValue) throws(Fault) {
        try check(body, as: .keyValueList, depth: 1)
        if case .keyValueList(let before) = value {
            value = .keyValueList(join(before, body))
        } else {
            value = .keyValueList(Self.nested(body))
        }
    }

    private static func nested(_ body: ProtoCursor) -> AttributeValue.Nested {
        AttributeValue.Nested(offset: UInt32(body.position), count: UInt32(body.end - body.position))
    }

    /// Lists in parts are rare: only they cost an allocation.
    private mutating func join(_ before: AttributeValue.Nested, _ body: ProtoCursor) -> AttributeValue.Nested {
        if body.isAtEnd { return before }
        if before.count == 0 { return Self.nested(body) }
        let part = Slice(body.position, body.end)
        if before.count == AttributeValue.Nested.chained {
            chains[Int(before.offset)].append(part)
            return before
        }
        chains.append([Slice(offset: before.offset, count: before.count), part])
        return AttributeValue.Nested(offset: UInt32(chains.count - 1), count: AttributeValue.Nested.chained)
    }

    private func parts(_ nested: AttributeValue.Nested) -> [Slice] {
        nested.count == AttributeValue.Nested.chained
            ? chains[Int(nested.offset)] : [Slice(offset: nested.offset, count: nested.count)]
    }

    /// The elements of an ``AttributeValue/array(_:)`` of the current record, resource or scope.
    package mutating func elements(of array: AttributeValue.Nested) -> [AttributeValue] {
        var out: [AttributeValue] = []
        open(array) { reader, element throws(Fault) in
            var value = AttributeValue.empty
            try reader.readValue(element, into: &value)
            out.append(value)
        }
        return out
    }

    /// The pairs of an ``AttributeValue/keyValueList(_:)`` of the current record, resource or scope.
    package mutating func pairs(of list: AttributeValue.Nested) -> [Attribute] {
        var out: [Attribute] = []
        open(list) { reader, element throws(Fault) in out.append(try reader.readAttribute(element)) }
        return out
    }

    private mutating func open(
        _ nested: AttributeValue.Nested, _ body: (inout RecordReader, ProtoCursor) throws(Fault) -> Void
    ) {
        do throws(Fault) {
            for part in parts(nested) {
                var cursor = request.over(part.range)
                while !cursor.isAtEnd {
                    let tag = try cursor.tag()
                    if tag == 0x0A {
                        try body(&self, cursor.over(try cursor.length()))
                    } else {
                        try cursor.skip(tag)
                    }
                }
            }
        } catch {
            // A `Nested` is made only after the walker has accepted every byte of it, and the request does not change.
            preconditionFailure("a value that was checked can be read")
        }
    }
}
