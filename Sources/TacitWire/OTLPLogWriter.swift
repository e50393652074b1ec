/// Builds an `ExportLogsServiceRequest` of one resource and one scope, record by record.
///
/// ```swift
/// var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "tacit", version: "1.0.0")
/// writer.append(eventName: "checkout.done", time: nanoseconds, attributes: [("items", 3), ("gift", true)])
/// let body = writer.finish()
/// ```
package struct OTLPLogWriter: Sendable {
    /// A value of an attribute; literals of Swift are values.
    package enum Value: Sendable, Equatable {
        case string(String)
        case int(Int64)
        case double(Double)
        case bool(Bool)
    }

    private let resource: [UInt8]
    private let scope: [UInt8]
    private var records = ProtoWriter()
    /// Records appended so far.
    package private(set) var count = 0
    /// Bytes of the records so far: what the request adds to them is small and constant.
    package var byteCount: Int { records.bytes.count }

    package init(resource: [(String, Value)], scope: String = "", version: String = "") {
        var writer = ProtoWriter()
        for (key, value) in resource { writer.attribute(1, key, value) }
        self.resource = writer.bytes
        writer = ProtoWriter()
        if !scope.isEmpty { writer.string(1, scope) }
        if !version.isEmpty { writer.string(2, version) }
        self.scope = writer.bytes
    }

    /// Times are nanoseconds since 1970 in UTC; 0 leaves the field out.
    package mutating func append(
        eventName: String, time: UInt64, observedTime: UInt64 = 0, severity: Int32 = 0,
        attributes: [(String, Value)] = []
    ) {
        count += 1
        records.message(2) { record in
            if time != 0 { record.fixed64(1, time) }
            if severity != 0 { record.varint(2, UInt64(bitPattern: Int64(severity))) }
            for (key, value) in attributes { record.attribute(6, key, value) }
            if observedTime != 0 { record.fixed64(11, observedTime) }
            if !eventName.isEmpty { record.string(12, eventName) }
        }
    }

    /// Appends a record whose fields but the time are written already.
    package mutating func append(record body: [UInt8], time: UInt64) {
        count += 1
        records.message(2) { record in
            record.fixed64(1, time)
            body.withUnsafeBytes { record.raw($0) }
        }
    }

    /// The request's bytes; with no record it is the empty request. Also begins the next one of the same resource.
    package mutating func finish() -> [UInt8] {
        defer {
            records = ProtoWriter()
            count = 0
        }
        guard count > 0 else { return [] }
        var request = ProtoWriter()
        request.message(1) { block in
            if !resource.isEmpty { block.bytes(1, resource) }
            block.message(2) { scoped in
                if !scope.isEmpty { scoped.bytes(1, scope) }
                records.bytes.withUnsafeBytes { scoped.raw($0) }
            }
        }
        return request.bytes
    }
}

extension OTLPLogWriter.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension ProtoWriter {
    package mutating func attribute(_ field: UInt32, _ key: String, _ value: OTLPLogWriter.Value) {
        message(field) { pair in
            pair.string(1, key)
            pair.message(2) { any in
                switch value {
                case .string(let text): any.string(1, text)
                case .bool(let flag): any.varint(2, flag ? 1 : 0)
                case .int(let number): any.varint(3, UInt64(bitPattern: number))
                case .double(let number): any.double(4, number)
                }
            }
        }
    }
}
