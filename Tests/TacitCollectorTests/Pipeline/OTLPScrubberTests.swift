import OTLPProto
import SwiftProtobuf
import TacitScrub
import TacitWire
import Testing

@testable import TacitCollector

@Suite("Whatever string of a request holds something personal, it leaves without it")
struct OTLPScrubberTests {
    /// Scope attributes, span links and events once escaped a redaction that listed the fields it knew. Here the published
    /// schema lists them: a field that a new version adds gets a planted value without anybody thinking of it.
    @Test(
        "every string of the schema is scrubbed in its place, and nothing else is touched", arguments: Signal.allCases)
    func everyField(_ signal: Signal) throws {
        let paths = SchemaPath.all(of: signal) { $0.type == "string" || $0.name == "bytes_value" }
        var reached: Set<String> = [signal.request.fullName]
        for path in SchemaPath.all(of: signal, to: { $0.type == "message" }) { reached.insert(path.last.typeName) }
        let known = publishedFields.filter { reached.contains($0.message) && $0.type == "string" }
        #expect(Set(known.map(\.place)).isSubset(of: paths.map(\.last.place)))
        #expect(reached.count > 10)

        func request(_ text: (Int) -> String) -> [UInt8] {
            paths.enumerated().flatMap { number, path in path.request { $0.string($1, text(number)) } }
        }
        let dirty = request { "jane-\($0)@example.com" }
        let (clean, report) = try scrub(dirty, signal)
        let text = String(decoding: try #require(clean), as: UTF8.self)
        for (number, path) in paths.enumerated() {
            #expect(!text.contains("jane-\(number)@"), "\(path)")
        }
        #expect(clean == request { _ in "[EMAIL]" })
        #expect(report[.email] == paths.count)
        #expect(report.total == paths.count)
        #expect(throws: Never.self) { try decode(try #require(clean), signal) }
        #expect(try scrub(try #require(clean), signal).bytes == nil)
    }

    @Test(
        "every value is judged with its key, numbers and bytes too", arguments: Signal.allCases,
        [("geo.lat", "[GEO_COORDINATE]"), ("account.balance", "[MONEY_AMOUNT]"), ("otp", "[SECRET]")])
    func everyValue(_ signal: Signal, rule: (key: String, label: String)) throws {
        let names: Set = ["string_value", "bytes_value", "int_value", "double_value"]
        for path in SchemaPath.all(of: signal, to: { names.contains($0.name) }) where path.isInPair {
            let isNumber = ["int64", "double"].contains(path.last.type)
            let dirty = path.request(key: rule.key) { writer, field in
                switch path.last.type {
                case "int64": writer.varint(field, 730_159)
                case "double": writer.double(field, 730_159)
                default: writer.string(field, "730159")
                }
            }
            // A number becomes a text: field 1 of its message.
            let expected = path.request(key: rule.key) { writer, field in
                writer.string(isNumber ? 1 : field, rule.label)
            }
            #expect(try scrub(dirty, signal).bytes == expected, "\(path)")
        }
    }

    @Test("ids, times and measurements stay, whatever they look like", arguments: Signal.allCases)
    func ids(_ signal: Signal) throws {
        let paths = SchemaPath.all(of: signal) { $0.type == "bytes" && $0.name != "bytes_value" }
        let dirty = paths.flatMap { path in path.request { $0.string($1, "jane@example.com") } }
        let (clean, report) = try scrub(dirty, signal)
        #expect(clean == nil)
        #expect(report.total == 0)
    }

    @Test("a nested value is judged with the path of its keys, an item with the key of its array")
    func paths() throws {
        let name = pair("name", "jane")
        #expect(try attributes([name, pair("user", list(name))]) == ["name=jane", "user.name=[PERSON]"])
        #expect(
            try attributes([pair("a", list(pair("b", list(pair("x", "1"))), pair("user", list(name)), name)), name])
                == ["a.b.x=1", "a.user.name=[PERSON]", "a.name=jane", "name=jane"])
        #expect(
            try attributes([pair("db.password", array("hunter2", "hunter3"))])
                == ["db.password=[SECRET]", "db.password=[SECRET]"])
    }

    @Test("the key counts wherever it stands in its pair, and the last one where there are several")
    func lateKeys() throws {
        let value: [UInt8] = [0x12, 9, 0x0A, 7] + Array("hunter2".utf8)
        let key: [UInt8] = [0x0A, 8] + Array("password".utf8)
        let other: [UInt8] = [0x0A, 1, 0x61]
        for pair in [key + value, value + key, other + key + value, value + other + key] {
            let path = try #require(SchemaPath.all(of: .logs) { $0.place.hasSuffix("LogRecord.attributes") }.first)
            let clean = try #require(try scrub(path.request { $0.bytes($1, pair) }, .logs).bytes)
            let record = try logs(clean).resourceLogs[0].scopeLogs[0].logRecords[0]
            #expect(record.attributes[0].value.stringValue == "[SECRET]")
        }
        let overruled = try #require(SchemaPath.all(of: .logs) { $0.place.hasSuffix("LogRecord.attributes") }.first)
        #expect(try scrub(overruled.request { $0.bytes($1, key + value + other) }, .logs).bytes == nil)
    }

    @Test("a key that is scrubbed is none that its value is judged by, the first time or the second")
    func dirtyKeys() throws {
        let found = try attributes([
            pair("of jane@example.com", "17"), pair("[EMAIL]", "17"), pair("[EMAIL:00ff]", "17"),
        ])
        #expect(found == ["of [EMAIL]=17", "[EMAIL]=17", "[EMAIL:00ff]=17"])
    }

    @Test("what the policy drops is empty, what it marks is marked, and truth values obey it too")
    func policies() throws {
        var policy = ScrubPolicy.standard
        try policy.set(.drop, for: .moneyAmount)
        try policy.set(.partial(last: 4), for: .creditCard)
        let card: Int64 = 4_111_111_111_111_111
        let found = try attributes(
            [
                pair("account.balance", number(17.5)), pair("n", .with { $0.intValue = card }),
                pair("f", number(Double(card))), pair("ok", .with { $0.boolValue = true }),
            ], Scrubber(policy: policy))
        #expect(found == ["account.balance=", "n=[CREDIT_CARD:1111]", "f=[CREDIT_CARD:1111]", "ok=true"])

        var rules = RedactionRules()
        rules.allowedKeys = ["a"]
        var strict = ScrubPolicy.standard
        try strict.adopt(rules)
        let kept = try attributes(
            [pair("a", "x"), pair("b", "y"), pair("ok", .with { $0.boolValue = true })], Scrubber(policy: strict))
        #expect(kept == ["a=x", "b=", "ok="])
    }

    @Test("a request that is not well-formed is refused, and the next one is scrubbed as if nothing had been")
    func refusal() throws {
        var scrubber = OTLPScrubber(Scrubber())
        let good = SchemaPath.all(of: .logs) { $0.name == "event_name" }[0].request { $0.string($1, "a@example.com") }
        for _ in 0..<2 {
            let error = #expect(throws: WireError.self) {
                try (good + [0xFF]).withUnsafeBytes { _ = try scrubber.scrub($0, signal: .logs) }
            }
            #expect(error?.description.contains("example") == false)
            let report = try good.withUnsafeBytes { try scrubber.scrub($0, signal: .logs).report }
            #expect(report.description == "EMAIL 1")
        }
        let empty = try scrub([], .logs)
        #expect(empty.bytes == nil)
    }

    /// A long key over a long list would cost the product of both if it were read for each item.
    @Test("a key is read as often as it is written, not as often as it has values")
    func linear() throws {
        final class Count: @unchecked Sendable { var value = 0 }
        for items in [10, 1_000] {
            // Used by one thread: the scrubber calls where it is called.
            let count = Count()
            let pseudonymizer = Pseudonymizer { _, _ in
                count.value += 1
                return 0
            }
            var policy = ScrubPolicy(pseudonymizer: pseudonymizer)
            try policy.set(.pseudonym, for: .email)
            let values = (0..<items).flatMap { number in
                [list(pair("k\(number)", "v")), AnyValue.with { $0.stringValue = "v" }]
            }
            let many = pair("of jane@example.com", .with { $0.arrayValue.values = values })
            _ = try attributes([many], Scrubber(policy: policy))
            // Once to be replaced, once for the path.
            #expect(count.value == 2)
        }
    }

    // MARK: -

    private typealias AnyValue = Opentelemetry_Proto_Common_V1_AnyValue
    private typealias KeyValue = Opentelemetry_Proto_Common_V1_KeyValue
    private typealias LogsRequest = Opentelemetry_Proto_Collector_Logs_V1_ExportLogsServiceRequest

    private func pair(_ key: String, _ value: AnyValue) -> KeyValue { .with { ($0.key, $0.value) = (key, value) } }
    private func pair(_ key: String, _ text: String) -> KeyValue { pair(key, .with { $0.stringValue = text }) }
    private func number(_ value: Double) -> AnyValue { .with { $0.doubleValue = value } }
    private func list(_ pairs: KeyValue...) -> AnyValue { .with { $0.kvlistValue.values = pairs } }
    private func array(_ texts: String...) -> AnyValue {
        .with { $0.arrayValue.values = texts.map { text in .with { $0.stringValue = text } } }
    }

    private func scrub(
        _ bytes: [UInt8], _ signal: Signal, _ scrubber: Scrubber = Scrubber()
    ) throws -> (bytes: [UInt8]?, report: ScrubReport) {
        var scrubber = OTLPScrubber(scrubber)
        return try bytes.withUnsafeBytes { try scrubber.scrub($0, signal: signal) }
    }

    /// What becomes of the attributes of a log record, as `path=value`.
    private func attributes(_ attributes: [KeyValue], _ scrubber: Scrubber = Scrubber()) throws -> [String] {
        let record = Opentelemetry_Proto_Logs_V1_LogRecord.with { $0.attributes = attributes }
        let request = LogsRequest.with {
            $0.resourceLogs = [.with { $0.scopeLogs = [.with { $0.logRecords = [record] }] }]
        }
        let bytes: [UInt8] = try request.serializedBytes()
        let clean = try scrub(bytes, .logs, scrubber).bytes ?? bytes
        let scrubbed = try logs(clean).resourceLogs[0].scopeLogs[0].logRecords[0]
        return scrubbed.attributes.flatMap { lines($0.key, $0.value) }
    }

    private func lines(_ key: String, _ value: AnyValue) -> [String] {
        switch value.value {
        case .stringValue(let text): ["\(key)=\(text)"]
        case .boolValue(let value): ["\(key)=\(value)"]
        case .arrayValue(let array): array.values.flatMap { lines(key, $0) }
        case .kvlistValue(let list): list.values.flatMap { lines("\(key).\($0.key)", $0.value) }
        default: ["\(key)?"]
        }
    }

    private func logs(_ bytes: [UInt8]) throws -> LogsRequest { try LogsRequest(serializedBytes: bytes) }

    private func decode(_ bytes: [UInt8], _ signal: Signal) throws {
        switch signal {
        case .logs: _ = try logs(bytes)
        case .traces:
            _ = try Opentelemetry_Proto_Collector_Trace_V1_ExportTraceServiceRequest(serializedBytes: bytes)
        case .metrics:
            _ = try Opentelemetry_Proto_Collector_Metrics_V1_ExportMetricsServiceRequest(serializedBytes: bytes)
        }
    }
}

extension PublishedField {
    fileprivate var place: String { "\(message).\(name)" }
}
