/// A string of a request, where it is and what it is.
package struct OTLPString: Sendable {
    package var place: StringPlace
    /// Its bytes in the request, without tag and length.
    package var slice: Slice
    /// The key of the innermost pair around it; ``Slice/none`` outside of attributes.
    package var key: Slice
    /// The keys of the pairs around that pair, outermost first: `user` for what is at `name` in `{user: {name: …}}`.
    package var outerKeys: [Slice]

    /// The number or truth value, if the role is ``StringPlace/Role/scalar``; `bytes` are the request's.
    package func scalar(in bytes: UnsafeRawBufferPointer) -> AttributeValue {
        // A slice of a walk is not empty when it holds a scalar, so there is an address.
        guard place.role == .scalar, let base = bytes[slice].baseAddress else { return .empty }
        var cursor = ProtoCursor(base: base, position: 0, end: Int(slice.count))
        do throws(Fault) {
            switch place.field {
            case 2: return .bool(try cursor.varint() != 0)
            case 3: return .int(Int64(bitPattern: try cursor.varint()))
            default: return .double(try cursor.double())
            }
        } catch {
            return .empty
        }
    }
}

/// Every string of an OTLP request, with its offset.
///
/// ```swift
/// try OTLPStrings.walk(bytes, signal: .logs) { string in
///     if string.place.role == .value { scan(bytes[string.slice]) }
/// }
/// ```
///
/// Strings come in the order of their bytes, also those that a later field of the same message overwrites: what is
/// forwarded as bytes has them too. The walk ends normally only when the whole request is well-formed and every string is UTF-8.
///
/// With `scalars`, numbers and truth values of attributes and bodies are told too, in their places among the strings: under
/// a key like `geo.lat` they are as personal as any text.
package enum OTLPStrings {
    package static func walk(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits(), scalars: Bool = false,
        _ body: (OTLPString) -> Void
    ) throws(WireError) {
        try withoutActuallyEscaping(body) { body throws(WireError) in
            if scalars {
                var visitor = ClosureVisitor<WithScalars>(body: body)
                try run(bytes, signal, limits, &visitor)
            } else {
                var visitor = ClosureVisitor<StringsAlone>(body: body)
                try run(bytes, signal, limits, &visitor)
            }
        }
    }

    /// Checks the whole request and visits nothing. A ``RecordReader`` accepts exactly what this accepts.
    package static func check(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits()
    ) throws(WireError) {
        var visitor = NoVisitor()
        try run(bytes, signal, limits, &visitor)
    }

    private struct ClosureVisitor<Choice: ScalarChoice>: StringVisitor {
        static var wantsKeys: Bool { true }
        static var wantsScalars: Bool { Choice.wantsScalars }
        let body: (OTLPString) -> Void
        private var outerKeys: [Slice] = []

        init(body: @escaping (OTLPString) -> Void) { self.body = body }

        @inline(__always) func visit(_ place: StringPlace, at slice: Slice, key: Slice) {
            body(OTLPString(place: place, slice: slice, key: key, outerKeys: outerKeys))
        }
        mutating func enterPair(within key: Slice) { outerKeys.append(key) }
        mutating func leavePair() { outerKeys.removeLast() }
    }

    private static func run<V: StringVisitor>(
        _ bytes: UnsafeRawBufferPointer, _ signal: Signal, _ limits: WireLimits, _ visitor: inout V
    ) throws(WireError) {
        let cursor = try ProtoCursor(bytes, of: signal)
        try ItemLimit.check(cursor, of: signal, limits)
        var walker = SchemaWalker(limits: limits)
        do throws(Fault) {
            try walker.walk(cursor, as: signal.request, visitor: &visitor)
        } catch {
            throw WireError(code: error.code, offset: error.offset, place: walker.place.description)
        }
    }
}

/// Chosen by type, so that a walk without scalars has no trace of them.
private protocol ScalarChoice { static var wantsScalars: Bool { get } }
private enum StringsAlone: ScalarChoice { static var wantsScalars: Bool { false } }
private enum WithScalars: ScalarChoice { static var wantsScalars: Bool { true } }
