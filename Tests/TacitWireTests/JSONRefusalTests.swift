import SwiftProtobuf
import TacitWire
import Testing

@Suite("Text that is not OTLP/JSON is refused, with the reason and the place")
struct JSONRefusalTests {
    @Test(
        "when it is not JSON",
        arguments: [
            "", " ", "null", "[]", "{", "{}x", "{} {}", "{,}", #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":[,1]}"#,
            #"{"a" 1}"#,
            #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":-}"#, #"{"a":1e}"#, #"{"a":+1}"#, #"{"a":0x1}"#,
            #"{"a":nul}"#,
            #"{"a":truE}"#, #"{"a":NaN}"#, #"{a:1}"#, #"{'a':1}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\u12G4"}"#,
            "{\"a\":\"\n\"}", #"{"a":"}"#, #"{"a":"\"#, #"{"a":[}]}"#, #"{"a":{]}"#, #"{"a":1 "b":2}"#, #"{"a":1}}"#,
            "{\u{0}}", "{}\u{0}", "//\n{}", #"{"resourceLogs":[{}{}]}"#, #"{"resourceLogs":[{},]}"#,
            #"{"resourceLogs":"#,
        ])
    func malformed(_ text: String) {
        let error = #expect(throws: WireError.self) { _ = try transcode(Array(text.utf8), .logs) }
        #expect(error?.code == .malformed || error?.code == .truncated || ["null", "[]"].contains(text))
    }

    @Test(
        "when half of a surrogate pair is escaped",
        arguments: [#"\ud83d"#, #"\ude00"#, #"\ud83dx"#, #"\ud83d\n"#, #"\ud83d\ud83d"#, #"\ude00\ud83d"#])
    func surrogates(_ text: String) {
        for name in ["schemaUrl", "unknown"] {
            let text = #"{"resourceLogs":[{"\#(name)":"\#(text)"}]}"#
            let error = #expect(throws: WireError.self) { _ = try transcode(Array(text.utf8), .logs) }
            #expect(error?.code == .invalidUTF8)
        }
    }

    @Test(
        "when a string is not UTF-8",
        arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC3, 0x5C, 0x6E]] as [[UInt8]])
    func notUTF8(_ bytes: [UInt8]) {
        for name in ["schemaUrl", "unknown"] {
            let text = Array(#"{"resourceLogs":[{"\#(name)":""#.utf8) + bytes + Array(#""}]}"#.utf8)
            let error = #expect(throws: WireError.self) { _ = try transcode(text, .logs) }
            #expect(error?.code == .invalidUTF8)
        }
    }

    @Test(
        "when a value is not what its field holds",
        arguments: [
            (#""eventName":1"#, "LogRecord.event_name"), (#""eventName":{}"#, "LogRecord.event_name"),
            (#""attributes":{}"#, "LogRecord.attributes"), (#""attributes":[1]"#, "LogRecord.attributes"),
            (#""body":"text""#, "LogRecord.body"), (#""body":[]"#, "LogRecord.body"),
            (#""timeUnixNano":-1"#, "LogRecord.time_unix_nano"), (#""timeUnixNano":1.5"#, "LogRecord.time_unix_nano"),
            (#""timeUnixNano":18446744073709551616"#, "LogRecord.time_unix_nano"),
            (#""timeUnixNano":99999999999999999999"#, "LogRecord.time_unix_nano"),
            (#""timeUnixNano":"1 ""#, "LogRecord.time_unix_nano"), (#""timeUnixNano":"""#, "LogRecord.time_unix_nano"),
            (#""timeUnixNano":true"#, "LogRecord.time_unix_nano"), (#""flags":4294967296"#, "LogRecord.flags"),
            (#""severityNumber":"LOUD""#, "LogRecord.severity_number"),
            (#""severityNumber":2147483648"#, "LogRecord.severity_number"),
            (#""traceId":"abc""#, "LogRecord.trace_id"), (#""traceId":"zz""#, "LogRecord.trace_id"),
            (#""body":{"bytesValue":"A"}"#, "AnyValue.bytes_value in LogRecord.body"),
            (#""body":{"bytesValue":"A==="}"#, "AnyValue.bytes_value in LogRecord.body"),
            (#""body":{"bytesValue":"A A="}"#, "AnyValue.bytes_value in LogRecord.body"),
            (#""body":{"boolValue":1}"#, "AnyValue.bool_value in LogRecord.body"),
            (#""body":{"boolValue":"true"}"#, "AnyValue.bool_value in LogRecord.body"),
            (#""body":{"intValue":9223372036854775808}"#, "AnyValue.int_value in LogRecord.body"),
            (#""body":{"intValue":-9223372036854775809}"#, "AnyValue.int_value in LogRecord.body"),
            (#""body":{"intValue":1e19}"#, "AnyValue.int_value in LogRecord.body"),
            (#""body":{"doubleValue":1e999}"#, "AnyValue.double_value in LogRecord.body"),
            (#""body":{"doubleValue":"inf"}"#, "AnyValue.double_value in LogRecord.body"),
        ])
    func wrongType(_ member: String, _ place: String) {
        let text = #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{\#(member)}]}]}]}"#
        let error = #expect(throws: WireError.self) { _ = try transcode(Array(text.utf8), .logs) }
        #expect(error?.code == .wrongType)
        #expect(error?.place == place)
    }

    @Test("and damaged text never breaks the transcoder: what it lets through is a request", arguments: Signal.allCases)
    func damaged(_ signal: Signal) throws {
        for seed in 0..<1_000 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            maker.hasIDs = false
            var text: [UInt8] = try maker.request(signal).jsonUTF8Bytes()
            Mutation.apply(&text, &maker.random)
            guard let bytes = try? transcode(text, signal) else { continue }
            #expect(throws: Never.self) { _ = try Reading.tacit(bytes, signal) }
        }
    }
}
