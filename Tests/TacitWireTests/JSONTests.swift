import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire
import Testing

/// Transcodes bytes of an array.
func transcode(_ text: [UInt8], _ signal: Signal) throws(WireError) -> [UInt8] {
    let result: Result<[UInt8], WireError> = text.withUnsafeBytes { buffer in
        Result { () throws(WireError) in try OTLPJSON.protobuf(from: buffer, signal: signal) }
    }
    return try result.get()
}

@Suite("OTLP/JSON means the same as its protobuf")
struct JSONTests {
    @Test("of random requests, in both spellings and with enumerations as names or numbers", arguments: Signal.allCases)
    func random(_ signal: Signal) throws {
        for seed in 0..<400 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            // Ids are base64 in plain proto3 JSON and hexadecimal in OTLP's: they have tests of their own.
            maker.hasIDs = false
            let request = maker.request(signal)
            let expected: [UInt8] = try request.serializedBytes()
            var options = JSONEncodingOptions()
            options.preserveProtoFieldNames = seed.isMultiple(of: 2)
            options.alwaysPrintEnumsAsInts = seed.isMultiple(of: 3)
            options.alwaysPrintInt64sAsNumbers = seed.isMultiple(of: 5)
            let text: [UInt8] = try request.jsonUTF8Bytes(options: options)
            let bytes = try transcode(text, signal)
            let again: [UInt8] = try type(of: request).init(serializedBytes: bytes).serializedBytes()
            #expect(again == expected)
        }
    }

    @Test("reads the specification's example of a log")
    func example() throws {
        let text = """
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},
            "scopeLogs":[{"scope":{"name":"my.library","version":"1.0.0","attributes":[
            {"key":"my.scope.attribute","value":{"stringValue":"some scope attribute"}}]},
            "logRecords":[{"timeUnixNano":"1544712660300000000","observedTimeUnixNano":"1544712660300000000",
            "severityNumber":10,"severityText":"Information","traceId":"5B8EFFF798038103D269B633813FC60C",
            "spanId":"EEE19B7EC3C1B174","body":{"stringValue":"Example log record"},"attributes":[
            {"key":"boolean.attribute","value":{"boolValue":true}},
            {"key":"int.attribute","value":{"intValue":"10"}},
            {"key":"double.attribute","value":{"doubleValue":637.704}},
            {"key":"array.attribute","value":{"arrayValue":{"values":[{"stringValue":"many"},{"stringValue":"values"}]}}},
            {"key":"map.attribute","value":{"kvlistValue":{"values":[
            {"key":"some.map.key","value":{"stringValue":"some value"}}]}}}]}]}]}]}
            """
        let request = try LogsRequest(serializedBytes: transcode(Array(text.utf8), .logs))
        let record = request.resourceLogs[0].scopeLogs[0].logRecords[0]
        #expect(record.timeUnixNano == 1_544_712_660_300_000_000)
        #expect(record.severityNumber == .info2)
        #expect(
            record.traceID.map { $0 } == [
                0x5B, 0x8E, 0xFF, 0xF7, 0x98, 0x03, 0x81, 0x03, 0xD2, 0x69, 0xB6, 0x33, 0x81, 0x3F, 0xC6, 0x0C,
            ])
        #expect(
            record.attributes.map(\.value.value) == [
                .boolValue(true), .intValue(10), .doubleValue(637.704),
                .arrayValue(
                    .with { $0.values = [.with { $0.stringValue = "many" }, .with { $0.stringValue = "values" }] }),
                .kvlistValue(
                    .with {
                        $0.values = [
                            .with {
                                $0.key = "some.map.key"
                                $0.value.stringValue = "some value"
                            }
                        ]
                    }),
            ])
    }

    /// One member of a log record.
    private func record(_ member: String) throws -> Opentelemetry_Proto_Logs_V1_LogRecord {
        let text = #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{\#(member)}]}]}]}"#
        let bytes = try transcode(Array(text.utf8), .logs)
        return try LogsRequest(serializedBytes: bytes).resourceLogs[0].scopeLogs[0].logRecords[0]
    }

    @Test("ids are hexadecimal in either case", arguments: ["00ff7Fab", "00FF7FAB"])
    func hexadecimal(_ id: String) throws {
        #expect(try Array(record(#""traceId":"\#(id)""#).traceID) == [0x00, 0xFF, 0x7F, 0xAB])
    }

    @Test("bytes are base64 in any dialect", arguments: ["-_8=", "+/8=", "-_8", "+/8", "+_8", #"\u002b\/8"#])
    func base64(_ text: String) throws {
        #expect(try Array(record(#""body":{"bytesValue":"\#(text)"}"#).body.bytesValue) == [0xFB, 0xFF])
    }

    @Test(
        "64-bit integers are numbers or strings",
        arguments: [
            ("-9223372036854775808", Int64.min), (#""9223372036854775807""#, .max), ("0", 0), ("-0", 0), ("1.0", 1),
            ("15e2", 1500), (#""12""#, 12), ("1.5e1", 15),
        ] as [(String, Int64)])
    func integers(_ text: String, _ value: Int64) throws {
        #expect(try record(#""body":{"intValue":\#(text)}"#).body.value == .intValue(value))
    }

    @Test("times reach as far as 64 bits do")
    func unsigned() throws {
        #expect(try record(#""timeUnixNano":18446744073709551615"#).timeUnixNano == .max)
        #expect(try record(#""timeUnixNano":"18446744073709551615""#).timeUnixNano == .max)
        #expect(try record(#""timeUnixNano":9999999999999999999"#).timeUnixNano == 9_999_999_999_999_999_999)
    }

    @Test(
        "doubles are numbers, strings, or words for what is no number",
        arguments: [
            ("0.1", 0.1), ("-0.0", -0.0), (#""1.5""#, 1.5), (#""Infinity""#, .infinity), (#""-Infinity""#, -.infinity),
            ("1e-400", 0), ("2.2250738585072014e-308", 0x1p-1022), ("1e22", 1e22), ("9007199254740993", 0x1p53),
            ("179769313486231570000e288", .greatestFiniteMagnitude), ("0.000001", 1e-6),
            ("123456789012345678901234567890", 0x1.8ee90ff6c373ep96),
        ] as [(String, Double)])
    func doubles(_ text: String, _ value: Double) throws {
        #expect(try record(#""body":{"doubleValue":\#(text)}"#).body.doubleValue.bitPattern == value.bitPattern)
    }

    @Test("NaN is a double")
    func nan() throws { #expect(try record(#""body":{"doubleValue":"NaN"}"#).body.doubleValue.isNaN) }

    @Test("every double survives its shortest text, as the standard library's own parser has it")
    func randomDoubles() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let text =
                #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"gauge":{"dataPoints":[{"asDouble":\#(value)}]}}]}]}]}"#
            let request = try MetricsRequest(serializedBytes: transcode(Array(text.utf8), .metrics))
            let read = request.resourceMetrics[0].scopeMetrics[0].metrics[0].gauge.dataPoints[0].asDouble
            #expect(read.bitPattern == value.bitPattern)
        }
    }

    @Test("enumerations are numbers or names", arguments: ["17", #""17""#, #""SEVERITY_NUMBER_ERROR""#])
    func enumerations(_ text: String) throws {
        #expect(try record(#""severityNumber":\#(text)"#).severityNumber == .error)
    }

    @Test("null is the default, of fields and of elements")
    func null() throws {
        let read = try record(#""eventName":null,"body":null,"attributes":null,"traceId":null,"timeUnixNano":null"#)
        #expect(read == .init())
        #expect(try record(#""attributes":[null,{"key":"k","value":null}]"#).attributes.map(\.key) == ["", "k"])
    }

    @Test("escapes mean their characters")
    func escapes() throws {
        let text = #""eventName":"\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\uDE00\u0000é""#
        #expect(try record(text).eventName == "\"\\/\u{8}\u{C}\n\r\té€😀\u{0}é")
        #expect(try record(#""event\u004eame":"x""#).eventName == "x")
    }

    @Test("members that come twice are read as protobuf reads fields that come twice")
    func duplicates() throws {
        let read = try record(#""eventName":"a","attributes":[{"key":"1"}],"eventName":"b","attributes":[{"key":"2"}]"#)
        #expect(read.eventName == "b")
        #expect(read.attributes.map(\.key) == ["1", "2"])
        #expect(try record(#""eventName":"a","eventName":"""#).eventName == "")
    }

    @Test("unknown members of every kind are passed over")
    func unknown() throws {
        let text =
            #""a":{"b":[1,-2.5e+3,true,false,null,"x\n",{},[],[[]],{"c":{"d":[{}]}}]},"eventName":"x","zz":"\ud83d\ude00""#
        #expect(try record(text).eventName == "x")
    }

    @Test("white space and a byte order mark are tolerated")
    func whiteSpace() throws {
        let text = "\u{FEFF} \t\r\n{ \"resourceLogs\" : [ { } , { } ] } \n"
        #expect(try LogsRequest(serializedBytes: transcode(Array(text.utf8), .logs)).resourceLogs.count == 2)
    }

    @Test("a long list of numbers is packed")
    func packed() throws {
        let counts = (0..<1_000).map { "\"\($0)\"" }.joined(separator: ",")
        let text =
            #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"histogram":{"dataPoints":[{"bucketCounts":[\#(counts)],"explicitBounds":[1.5,null]}]}}]}]}]}"#
        let request = try MetricsRequest(serializedBytes: transcode(Array(text.utf8), .metrics))
        let point = request.resourceMetrics[0].scopeMetrics[0].metrics[0].histogram.dataPoints[0]
        #expect(point.bucketCounts == (0..<1_000).map(UInt64.init))
        #expect(point.explicitBounds == [1.5, 0])
    }
}
