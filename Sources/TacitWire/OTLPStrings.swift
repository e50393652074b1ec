/// A string of a request, where it is and what it is.
package struct OTLPString: Sendable {
    package var place: StringPlace
    /// Its bytes in the request, without tag and length.
    package var slice: Slice
    /// The key of the innermost pair around it; ``Slice/none`` outside of attributes.
    package var key: Slice
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
package enum OTLPStrings {
    package static func walk(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits(),
        _ body: (OTLPString) -> Void
    ) throws(WireError) {
        try withoutActuallyEscaping(body) { body throws(WireError) in
            var visitor = ClosureVisitor(body: body)
            try run(bytes, signal, limits, &visitor)
        }
    }

    /// Checks the whole request and visits nothing. A ``RecordReader`` accepts exactly what this accepts.
    package static func check(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits()
    ) throws(WireError) {
        var visitor = NoVisitor()
        try run(bytes, signal, limits, &visitor)
    }

    private struct ClosureVisitor: StringVisitor {
        static var wantsKeys: Bool { true }
        let body: (OTLPString) -> Void
        @inline(__always) func visit(_ place: StringPlace, at slice: Slice, key: Slice) {
            body(OTLPString(place: place, slice: slice, key: key))
        }
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
