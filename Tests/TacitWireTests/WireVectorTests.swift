import TacitWire
import Testing

@Suite("Malformed requests are refused, with the reason and the place")
struct WireVectorTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var code: WireError.Code
        var place: String

        init(_ name: String, _ bytes: [UInt8], _ code: WireError.Code, _ place: String) {
            (testDescription, self.bytes, self.code, self.place) = (name, bytes, code, place)
        }
    }

    static let bad: [Bad] = [
        Bad("a tag without a value", [0x0A], .truncated, "ExportLogsServiceRequest.resource_logs"),
        Bad("a length beyond the end", [0x0A, 5, 0], .truncated, "ExportLogsServiceRequest.resource_logs"),
        Bad("a length of 2^63", [0x0A] + huge, .truncated, "ExportLogsServiceRequest.resource_logs"),
        Bad("a tag cut in two", [0x8A], .truncated, "ExportLogsServiceRequest"),
        Bad("field number 0", [0x02, 0], .malformed, "ExportLogsServiceRequest"),
        Bad("wire type 6", [0x0E], .malformed, "ExportLogsServiceRequest.resource_logs"),
        Bad("wire type 7", [0x7F], .malformed, "ExportLogsServiceRequest"),
        Bad("a tag of six bytes", [0x8A, 0x80, 0x80, 0x80, 0x80, 0x00], .malformed, "ExportLogsServiceRequest"),
        Bad("a tag above 32 bits", [0xFA, 0xFF, 0xFF, 0xFF, 0x1F, 0], .malformed, "ExportLogsServiceRequest"),
        Bad("the end of a group that never began", [0x0C], .malformed, "ExportLogsServiceRequest.resource_logs"),
        Bad("a group that never ends", [0x2B, 0x08, 1], .truncated, "ExportLogsServiceRequest"),
        Bad("a group with the end of another", [0x2B, 0x34], .malformed, "ExportLogsServiceRequest"),
        Bad(
            "a varint of eleven bytes", log([0x10] + .init(repeating: 0x80, count: 10) + [0]), .malformed,
            "LogRecord.severity_number"),
        Bad("a time of seven bytes", log([0x09, 1, 2, 3, 4, 5, 6, 7]), .truncated, "LogRecord.time_unix_nano"),
        Bad("flags of three bytes", log([0x45, 1, 2, 3]), .truncated, "LogRecord.flags"),
        Bad("a lone continuation byte", log([0x62, 1, 0x80]), .invalidUTF8, "LogRecord.event_name"),
        Bad("an overlong slash", log([0x62, 2, 0xC0, 0xAF]), .invalidUTF8, "LogRecord.event_name"),
        Bad("an overlong three-byte form", log([0x1A, 3, 0xE0, 0x80, 0x80]), .invalidUTF8, "LogRecord.severity_text"),
        Bad("half of a surrogate pair", log([0x1A, 3, 0xED, 0xA0, 0x80]), .invalidUTF8, "LogRecord.severity_text"),
        Bad(
            "a character above U+10FFFF", log([0x1A, 4, 0xF4, 0x90, 0x80, 0x80]), .invalidUTF8,
            "LogRecord.severity_text"),
        Bad(
            "an overlong four-byte form", log([0x1A, 4, 0xF0, 0x80, 0x80, 0x80]), .invalidUTF8,
            "LogRecord.severity_text"),
        Bad(
            "a character cut off", log([0x1A, 9] + Array("abcdefg".utf8) + [0xE2, 0x82]), .invalidUTF8,
            "LogRecord.severity_text"),
        Bad(
            "bad text in an attribute", log([0x32, 5, 0x12, 3, 0x0A, 1, 0xFF]), .invalidUTF8,
            "AnyValue.string_value in LogRecord.attributes"),
        Bad(
            "bad text in a nested list", log([0x2A, 7, 0x32, 5, 0x0A, 3, 0x0A, 1, 0xFF]), .invalidUTF8,
            "KeyValue.key in LogRecord.body"),
    ]

    private static var huge: [UInt8] { .init(repeating: 0xFF, count: 8) + [0x7F] }

    @Test("by reader and walk alike", arguments: bad)
    func refused(_ bad: Bad) throws {
        let reader = #expect(throws: WireError.self) { _ = try Reading.tacit(bad.bytes, .logs) }
        let walker = #expect(throws: WireError.self) { try walk(bad.bytes, .logs) { _, _ in } }
        #expect(reader == walker)
        #expect(reader?.code == bad.code)
        #expect(reader?.place == bad.place)
        #expect(throws: (any Error).self) { try Reading.general(bad.bytes, .logs) }
    }

    @Test("and the reader goes on refusing")
    func sticky() {
        let bytes = log([0x62, 1, 0x80])
        bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(bytes: buffer, signal: .logs)
            var errors: [WireError] = []
            for _ in 0..<2 {
                do throws(WireError) {
                    _ = try reader.next()
                } catch {
                    errors.append(error)
                }
            }
            #expect(errors.count == 2 && errors.first == errors.last)
        }
    }

    @Test("a wireErrorNeverContainsTheValue")
    func noValue() throws {
        let secret = "jane.roe" + "@example.com"
        let bytes = log(
            [0x32, UInt8(secret.utf8.count + 3), 0x0A, UInt8(secret.utf8.count)] + Array(secret.utf8) + [0x12])
        let error = #expect(throws: WireError.self) { _ = try Reading.tacit(bytes, .logs) }
        #expect(error?.description.contains("jane") == false)
        let json = Array(#"{"resourceLogs":[{"\#(secret)":1,"schemaUrl":\#(secret)}]}"#.utf8)
        let refusal = #expect(throws: WireError.self) { _ = try transcode(json, .logs) }
        #expect(refusal?.description.contains("jane") == false)
    }

    @Test("each reason says what happened and what to do", arguments: WireError.Code.allCases)
    func remedies(_ code: WireError.Code) {
        let text = WireError(code: code, offset: 17, place: "LogRecord.body").description
        #expect(text.hasPrefix("\(code.rawValue) at byte 17 in LogRecord.body: "))
        #expect(text.split(separator: ". ").count == 2)
    }

    @Test("an empty request has no records", arguments: Signal.allCases)
    func empty(_ signal: Signal) throws {
        #expect(try Reading.tacit([], signal).isEmpty)
        #expect(try Reading.tacit([0x0A, 0], signal).isEmpty)
        #expect(try transcode(Array("{}".utf8), signal).isEmpty)
    }
}
