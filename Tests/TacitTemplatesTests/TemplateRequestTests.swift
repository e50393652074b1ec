import TacitSeal
import Testing

@testable import TacitTemplates

@Suite("Requests for templates")
struct TemplateRequestTests {
    private static func text(_ json: String) throws -> (String, TemplatePreferences) {
        let bytes = Array(json.utf8)
        return try bytes.withUnsafeBytes { raw in
            let request = try TemplateRequest(json: raw)
            return (request.text.withBytes { String(decoding: $0, as: UTF8.self) }, request.preferences)
        }
    }

    @Test("are read with every escape that JSON has")
    func escapes() throws {
        let (text, _) = try Self.text(#"{"text": "a\n\t\"\\\/\u00e9\ud83d\ude00\ud800 b"}"#)
        #expect(text == "a\n\t\"\\/\u{E9}\u{1F600}\u{FFFD} b")
    }

    @Test("name preferences, of which null is none")
    func preferences() throws {
        let (_, preferences) = try Self.text(
            #"{"preferences": {"category": null, "tone": "formal", "length": "short"}, "text": "x"}"#)
        #expect(preferences == TemplatePreferences(tone: .formal, length: .short))
        #expect(try Self.text(#" { "text" : "x" , "preferences" : { } } "#).1 == TemplatePreferences())
    }

    @Test(
        "that can't be read are refused with the place, never with what stands there",
        arguments: [
            ("", TemplateError.Code.malformed), ("[]", .malformed), (#"{"text": "x""#, .malformed),
            (#"{"text": "x"} y"#, .malformed),
            (#"{"text": 5}"#, .malformed), (#"{"text": "\q"}"#, .malformed), (#"{"text": "\u12"}"#, .malformed),
            (#"{"text": ""}"#, .empty),
            (#"{}"#, .malformed), (#"{"planted": "x"}"#, .malformed), (#"{"text": "planted\"#, .malformed),
            (#"{"text": "x", "preferences": {"tone": "planted"}}"#, .unknownPreference),
            (#"{"text": "x", "preferences": {"planted": "x"}}"#, .unknownPreference),
            ("{\"text\": \"a\u{1}\"}", .malformed),
        ])
    func refused(_ json: String, _ code: TemplateError.Code) {
        let error = #expect(throws: TemplateError.self) { try Self.text(json) }
        #expect(error?.code == code)
        #expect(error?.description.contains("planted") == false)
    }
}
