import TacitWire

/// Requests as clients write them, with the parts that tests vary.
enum OTLP {
    typealias Attributes = [(String, Value)]

    enum Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
        ExpressibleByBooleanLiteral
    {
        case string(String)
        case int(Int64)
        case double(Double)
        case bool(Bool)
        case array([String])
        case empty

        init(stringLiteral value: String) { self = .string(value) }
        init(integerLiteral value: Int64) { self = .int(value) }
        init(floatLiteral value: Double) { self = .double(value) }
        init(booleanLiteral value: Bool) { self = .bool(value) }
    }

    struct Log {
        var name = ""
        var time: UInt64 = 0
        var observed: UInt64 = 0
        var severity: Int32 = 0
        var attributes: Attributes = []
    }

    struct Span {
        var name = ""
        var kind: Int32 = 0
        var start: UInt64 = 0
        var end: UInt64 = 0
        var status: UInt64 = 0
        var attributes: Attributes = []
        var events: [Event] = []

        struct Event {
            var name = ""
            var time: UInt64 = 0
            var attributes: Attributes = []
        }
    }

    struct Point {
        var name = ""
        var kind = Kind.gauge
        var value = Value.int(1)
        var time: UInt64 = 0
        var attributes: Attributes = []

        enum Kind {
            case gauge, histogram
            /// With the temporality's number: 1 delta, 2 cumulative.
            case sum(temporality: UInt64, monotonic: Bool)
        }
    }

    /// One block: a resource, a scope and its records.
    struct Block<Item> {
        var resource: Attributes = []
        var scope: (name: String, version: String) = ("", "")
        var items: [Item]
    }

    static func logs(_ items: [Log], resource: Attributes = []) -> [UInt8] {
        logs([Block(resource: resource, items: items)])
    }

    static func logs(_ blocks: [Block<Log>]) -> [UInt8] {
        request(blocks) { writer, log in
            if log.time > 0 { writer.fixed64(1, log.time) }
            if log.severity != 0 { writer.varint(2, UInt64(bitPattern: Int64(log.severity))) }
            writer.attributes(6, log.attributes)
            if log.observed > 0 { writer.fixed64(11, log.observed) }
            if !log.name.isEmpty { writer.string(12, log.name) }
        }
    }

    static func spans(_ items: [Span], resource: Attributes = []) -> [UInt8] {
        spans([Block(resource: resource, items: items)])
    }

    static func spans(_ blocks: [Block<Span>]) -> [UInt8] {
        request(blocks) { writer, span in
            writer.string(5, span.name)
            writer.varint(6, UInt64(span.kind))
            if span.start > 0 { writer.fixed64(7, span.start) }
            if span.end > 0 { writer.fixed64(8, span.end) }
            writer.attributes(9, span.attributes)
            for event in span.events {
                writer.message(11) { writer in
                    if event.time > 0 { writer.fixed64(1, event.time) }
                    writer.string(2, event.name)
                    writer.attributes(3, event.attributes)
                }
            }
            writer.message(15) { $0.varint(3, span.status) }
        }
    }

    static func points(_ items: [Point], resource: Attributes = []) -> [UInt8] {
        request([Block(resource: resource, items: items)]) { writer, point in
            writer.string(1, point.name)
            switch point.kind {
            case .gauge: writer.message(5) { $0.point(1, point) }
            case .histogram: writer.message(9) { $0.message(1) { $0.fixed64(4, 1) } }
            case .sum(let temporality, let monotonic):
                writer.message(7) { sum in
                    sum.point(1, point)
                    sum.varint(2, temporality)
                    sum.varint(3, monotonic ? 1 : 0)
                }
            }
        }
    }

    private static func request<Item>(
        _ blocks: [Block<Item>], _ body: (inout ProtoWriter, Item) -> Void
    ) -> [UInt8] {
        var request = ProtoWriter()
        for block in blocks {
            request.message(1) { writer in
                writer.message(1) { $0.attributes(1, block.resource) }
                writer.message(2) { writer in
                    writer.message(1) { scope in
                        scope.string(1, block.scope.name)
                        scope.string(2, block.scope.version)
                    }
                    for item in block.items { writer.message(2) { body(&$0, item) } }
                }
            }
        }
        return request.bytes
    }
}

extension ProtoWriter {
    fileprivate mutating func attributes(_ field: UInt32, _ attributes: OTLP.Attributes) {
        for (key, value) in attributes {
            message(field) { pair in
                pair.string(1, key)
                pair.message(2) { $0.value(value) }
            }
        }
    }

    private mutating func value(_ value: OTLP.Value) {
        switch value {
        case .string(let text): string(1, text)
        case .bool(let flag): varint(2, flag ? 1 : 0)
        case .int(let number): varint(3, UInt64(bitPattern: number))
        case .double(let number): double(4, number)
        case .array(let texts): message(5) { list in for text in texts { list.message(1) { $0.string(1, text) } } }
        case .empty: break
        }
    }

    fileprivate mutating func point(_ field: UInt32, _ point: OTLP.Point) {
        message(field) { writer in
            if point.time > 0 { writer.fixed64(3, point.time) }
            switch point.value {
            case .int(let number): writer.fixed64(6, UInt64(bitPattern: number))
            case .double(let number): writer.double(4, number)
            case .string, .bool, .array, .empty: break
            }
            writer.attributes(7, point.attributes)
        }
    }
}
