/// A key and its value, both as stretches of the request.
package struct Attribute: Sendable {
    package var key: Slice
    package var value: AttributeValue
}

/// An `AnyValue`: of a scalar the value, of all else where it lies.
package enum AttributeValue: Sendable {
    /// No value is set (or only an index into a string table, which these signals do not have).
    case empty
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(Slice)
    case bytes(Slice)
    /// Opened by ``RecordReader/elements(of:)``.
    case array(Nested)
    /// Opened by ``RecordReader/pairs(of:)``.
    case keyValueList(Nested)

    /// A checked array or list inside the request. It is not a plain ``Slice``, for protobuf lets a sender split one array over
    /// several stretches; only the reader that made it can open it.
    package struct Nested: Sendable {
        /// With `count` at `Self.chained`, `offset` is an index into the reader's chains.
        var offset: UInt32
        var count: UInt32

        static var chained: UInt32 { .max }
    }
}
