/// Builds an `ExportTraceServiceRequest` of one resource and one scope, span by span.
///
/// ```swift
/// var writer = OTLPSpanWriter(resource: [("service.name", "shop")])
/// writer.append(name: "GET /", kind: .server, start: start, end: end, attributes: [("http.route", "/")])
/// let body = writer.finish()
/// ```
package struct OTLPSpanWriter: Sendable {
    /// OTLP's numbers.
    package enum Kind: UInt64, Sendable {
        case `internal` = 1
        case server, client, producer, consumer
    }

    /// The type of an exception; its message is not sent.
    package struct Exception: Sendable {
        package var type: String

        package init(type: String) { self.type = type }
    }

    private let resource: [UInt8]
    private var spans = ProtoWriter()
    private var count: UInt64 = 0

    package init(resource: [(String, OTLPLogWriter.Value)]) {
        var writer = ProtoWriter()
        for (key, value) in resource { writer.attribute(1, key, value) }
        self.resource = writer.bytes
    }

    /// Times are nanoseconds since 1970 in UTC. `id` makes the trace's and the span's identifiers.
    package mutating func append(
        name: String, kind: Kind, id: UInt64, start: UInt64, end: UInt64,
        attributes: [(String, OTLPLogWriter.Value)] = [], exception: Exception? = nil
    ) {
        count += 1
        let trace = Self.bytes(id) + Self.bytes(count)
        spans.message(2) { span in
            span.bytes(1, trace)
            span.bytes(2, Self.bytes(id ^ count &* 0x9E37_79B9_7F4A_7C15))
            span.string(5, name)
            span.varint(6, kind.rawValue)
            span.fixed64(7, start)
            span.fixed64(8, end)
            for (key, value) in attributes { span.attribute(9, key, value) }
            guard let exception else { return }
            span.message(11) { event in
                event.fixed64(1, end)
                event.string(2, "exception")
                event.attribute(3, "exception.type", .string(exception.type))
            }
            span.message(15) { status in status.varint(3, 2) }
        }
    }

    /// The request's bytes; with no span it is the empty request. Also begins the next one of the same resource.
    package mutating func finish() -> [UInt8] {
        defer { spans = ProtoWriter() }
        guard !spans.bytes.isEmpty else { return [] }
        var request = ProtoWriter()
        request.message(1) { block in
            if !resource.isEmpty { block.bytes(1, resource) }
            block.message(2) { scoped in spans.bytes.withUnsafeBytes { scoped.raw($0) } }
        }
        return request.bytes
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
