import TacitWire

/// Export requests made by hand.
enum Requests {
    /// Log records that the shipped catalog counts, each of its own contributor; some of them with a value of a wrong type.
    static func logs(_ count: Int, wrong: Int = 0, time: Int64 = Moment.seconds) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1.0.0")
        for number in 0..<count + wrong {
            writer.append(
                eventName: "feature.used", time: UInt64(time) * 1_000_000_000,
                attributes: [
                    ("feature", "search"), ("duration_ms", 12), ("enduser.id", .string("installation-\(number)")),
                    ("success", number < count ? true : "certainly"),
                ])
        }
        return writer.finish()
    }

    /// The same as JSON, one record.
    static func json(_ record: String) -> String {
        """
        {"resourceLogs":[{"resource":{"attributes":[]},"scopeLogs":[{"scope":{},"logRecords":[\(record)]}]}]}
        """
    }

    /// A log record whose body is an array in an array and so on.
    static func nestedLogs(_ depth: Int) -> [UInt8] {
        var value = ProtoWriter()
        value.string(1, "x")
        for _ in 1..<depth {
            let inner = value.bytes
            var array = ProtoWriter()
            array.bytes(1, inner)
            value = ProtoWriter()
            value.bytes(5, array.bytes)
        }
        var request = ProtoWriter()
        request.message(1) { resource in
            resource.message(2) { scope in scope.message(2) { record in record.bytes(5, value.bytes) } }
        }
        return request.bytes
    }

    static func nestedJSON(_ depth: Int) -> String {
        let open = String(repeating: #"{"arrayValue":{"values":["#, count: depth - 1)
        let close = String(repeating: "]}}", count: depth - 1)
        return json(#"{"body":\#(open){"intValue":"1"}\#(close)}"#)
    }
}
