import Foundation
import TacitScrub
import Testing

@Suite("JSON lines")
struct JSONLineTests {
    private func scrub(
        _ text: String, by policy: ScrubPolicy = .standard, chunk: Int = .max, report: ((ScrubReport) -> Void)? = nil
    ) -> String {
        String(decoding: scrub(Array(text.utf8), by: policy, chunk: chunk, report: report), as: UTF8.self)
    }

    private func scrub(
        _ text: [UInt8], by policy: ScrubPolicy = .standard, chunk: Int = .max, report: ((ScrubReport) -> Void)? = nil
    ) -> [UInt8] {
        var lines = JSONLineScrubber(Scrubber(policy: policy))
        var output: [UInt8] = []
        var start = 0
        while start < text.count {
            let end = start + min(chunk, text.count - start)
            lines.scrub(Array(text[start..<end]), into: &output)
            start = end
        }
        lines.finish(into: &output)
        report?(lines.report)
        return output
    }

    @Test("tell where each value stands in the whole text, however it is cut")
    func places() {
        let text = """
            {"db.password":"hunter2","n":1}
            from 198.51.100.7
            {"a":"\\u006dail jane\\u0040example.com","lat":52.5}
            -----BEGIN \("PRIVATE KEY-----")
            \(Samples.base64)
            {"email":"jane@example.com"}

            """
        for chunk in [1, 7, 4096] {
            var lines = JSONLineScrubber()
            var output: [UInt8] = []
            var found: [Finding] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                bytes[start..<min(start + chunk, bytes.count)].withUnsafeBytes {
                    lines.scrub($0, into: &output) { found.append($0) }
                }
            }
            lines.finish(into: &output) { found.append($0) }
            let values = found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
            #expect(
                values.map { String($0.prefix(10)) } == [
                    "hunter2", "198.51.100", "jane\\u0040", "52.5", "-----BEGIN", "jane@examp",
                ])
            #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
        }
    }

    @Test(
        "are judged with their keys",
        arguments: [
            (#"{"password":"hunter two"}"#, #"{"password":"[SECRET]"}"#),
            (#"{"user":{"name":"jane","visits":3}}"#, #"{"user":{"name":"[PERSON]","visits":3}}"#),
            (#"{"service":{"name":"jane","version":"1.2.3.4"}}"#, #"{"service":{"name":"jane","version":"1.2.3.4"}}"#),
            (#"{"user_email":["jane at home",{"x":1}]}"#, #"{"user_email":["[EMAIL]",{"x":1}]}"#),
            (#"{"pass\u0077ord":"x y"}"#, #"{"pass\u0077ord":"[SECRET]"}"#),
            (#"{"a":[[{"user":[[{"name":"jane"}]]}]]}"#, #"{"a":[[{"user":[[{"name":"[PERSON]"}]]}]]}"#),
            (#"{"message":"from jane@example.com"}"#, #"{"message":"from [EMAIL]"}"#),
            (#"["jane@example.com","x"]"#, #"["[EMAIL]","x"]"#),
            (#""jane@example.com""#, #""[EMAIL]""#),
            (#"{"jane@example.com":{"a":1}}"#, #"{"[EMAIL]":{"a":1}}"#),
            (#"{"password":"a","password":"b"}"#, #"{"password":"[SECRET]","password":"[SECRET]"}"#),
        ])
    func keys(_ line: String, _ expected: String) {
        #expect(scrub(line) == expected)
    }

    @Test(
        "take a pair's key for the key of its value",
        arguments: [
            (
                #"{"attributes":[{"key":"user.email","value":{"stringValue":"jane at home"}}]}"#,
                #"{"attributes":[{"key":"user.email","value":{"stringValue":"[EMAIL]"}}]}"#
            ),
            (
                #"{"value":{"arrayValue":{"values":[{"stringValue":"k"}]}},"key":"http.header.x-api-key"}"#,
                #"{"value":{"arrayValue":{"values":[{"stringValue":"[SECRET]"}]}},"key":"http.header.x-api-key"}"#
            ),
            (
                #"{"key":"user","value":{"kvlistValue":{"values":[{"key":"name","value":{"stringValue":"jane"}}]}}}"#,
                #"{"key":"user","value":{"kvlistValue":{"values":[{"key":"name","value":{"stringValue":"[PERSON]"}}]}}}"#
            ),
            (#"[{"name":"DB_PASSWORD","value":"x y"}]"#, #"[{"name":"DB_PASSWORD","value":"[SECRET]"}]"#),
            (#"{"key":"http.route","value":"x y"}"#, #"{"key":"http.route","value":"x y"}"#),
            (#"{"user":{"name":"jane","value":"x"}}"#, #"{"user":{"name":"[PERSON]","value":"x"}}"#),
            (#"{"key":"password","worth":"x y"}"#, #"{"key":"password","worth":"x y"}"#),
        ])
    func pairs(_ line: String, _ expected: String) {
        #expect(scrub(line) == expected)
    }

    @Test("keep every byte around what is found: spaces, escapes, numbers, line ends")
    func otherBytes() {
        let before =
            #"  { "a\u00e9" : "\/\ud83d\ude00\q jane\u0040example.com\t\"" , "n": -1.50E+07 ,"a":[ ] }"# + "\r\n\r\n{}"
        let after = #"  { "a\u00e9" : "\/\ud83d\ude00\q [EMAIL]\t\"" , "n": -1.50E+07 ,"a":[ ] }"# + "\r\n\r\n{}"
        #expect(scrub(before) == after)
    }

    @Test("turn a number into a string if something is found in it")
    func numbers() {
        #expect(scrub(#"{"card":4111111111111111,"n":17}"#) == #"{"card":"[CREDIT_CARD]","n":17}"#)
        #expect(scrub(#"{"user":{"phone":[15550100123]}}"#) == #"{"user":{"phone":["[PHONE]"]}}"#)
    }

    @Test(
        "leave a dropped field out, and null in place of an item",
        arguments: [
            (#"{"email":"x","a":1}"#, #"{"a":1}"#),
            (#"{ "a":1, "email":"x" }"#, #"{ "a":1 }"#),
            (#"{ "email":"x", "b":2, "email":"y", "c":3 }"#, #"{ "b":2, "c":3 }"#),
            (#"{"email":"x" , "email":"y"}"#, "{}"),
            (#"{"email":"x","email":"y" ,"a": {"email":"z"} }"#, #"{"a": {} }"#),
            (#"{"email":[ "x", "y" ]}"#, #"{"email":[ null, null ]}"#),
            (#"[{"email":"x"},{"key":"email","value":"x"}]"#, #"[{},{"key":"email"}]"#),
            (#"["jane@example.com"]"#, #"["[EMAIL]"]"#),
        ])
    func dropped(_ line: String, _ expected: String) throws {
        var policy = ScrubPolicy.standard
        try policy.set(.drop, for: .email)
        #expect(scrub(line, by: policy) == expected)
    }

    @Test("drop what an allow-list of keys does not name, of whatever form")
    func allowedKeys() throws {
        var rules = RedactionRules()
        rules.allowedKeys = ["http.route", "user.id", "tags"]
        var policy = ScrubPolicy.standard
        try policy.adopt(rules)
        let before = #"{"a":1,"b":null,"user":{"id":"/a","x":true},"tags":["b",null],"c":[null,false]}"#
        #expect(scrub(before, by: policy) == #"{"user":{"id":"[PERSON]"},"tags":["b",null],"c":[null,null]}"#)
        let pairs = #"[{"key":"http.route","value":{"stringValue":"/a"}},{"key":"x","value":{"intValue":"1"}}]"#
        #expect(
            scrub(pairs, by: policy) == #"[{"key":"http.route","value":{"stringValue":"/a"}},{"key":"x","value":{}}]"#)
    }

    @Test(
        "that are no JSON are scrubbed as text",
        arguments: [
            ("user=app password=s3cret!", "user=app password=[SECRET]"),
            (#"{"a":"jane@example.com"} and more"#, #"{"a":"[EMAIL]"} and more"#),
            (#"{"a":"jane@example.com""#, #"{"a":"[EMAIL]""#),
            ("[1,] jane@example.com", "[1,] [EMAIL]"),
            ("{\"a\":01,\"b\":\"jane@example.com\"}", "{\"a\":01,\"b\":\"[EMAIL]\"}"),
            (Samples.privateKey + "\n{}\n", "[PRIVATE_KEY]\n{}\n"),
        ])
    func text(_ line: String, _ expected: String) {
        #expect(scrub(line) == expected)
    }

    @Test("that are nested too deep are scrubbed as text, without recursion")
    func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + #"{"pin":"1 2"}"# + String(repeating: "]", count: depth)
        }
        #expect(scrub(nested(127)) == nested(127).replacingOccurrences(of: "1 2", with: "[SECRET]"))
        #expect(scrub(nested(128)) == nested(128))
        #expect(scrub(nested(200_000)) == nested(200_000))
    }

    @Test("longer than 16 MiB are scrubbed as text")
    func overlong() {
        let filler = String(repeating: "a ", count: 8 << 20)
        let line = #"{"pin":"1 2","email":"jane@example.com","x":"\#(filler)"}"# + "\n"
        let output = scrub(line + #"{"pin":"1 2"}"# + "\n", chunk: 1 << 20)
        #expect(output.hasPrefix(#"{"pin":"1 2","email":"[EMAIL]","x":"a a"#))
        #expect(output.hasSuffix("a \"}\n{\"pin\":\"[SECRET]\"}\n"))
    }

    @Test("that are JSON only when scrubbed are scrubbed as JSON, too")
    func lateJSON() {
        let body = Samples.privateKey.replacingOccurrences(of: "\n", with: "\n \n")
        let line = #"{"k":"\#(body)","pin":"1 2"}"#
        #expect(scrub(line) == #"{"k":"[PRIVATE_KEY]","pin":"[SECRET]"}"#)
    }

    @Test("let a complete line leave at once, and text before JSON keeps its place")
    func order() {
        var lines = JSONLineScrubber()
        var output: [UInt8] = []
        lines.scrub(Array((Samples.privateKey.prefix(110) + "\n").utf8), into: &output)
        lines.scrub(Array(#"{"email":"x"}"#.utf8), into: &output)
        #expect(output.isEmpty)
        lines.scrub(Array("\n".utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "[PRIVATE_KEY]\n{\"email\":\"[EMAIL]\"}\n")
    }

    @Test("count what was found by kind, dropped fields included")
    func report() throws {
        var policy = ScrubPolicy.standard
        try policy.set(.drop, for: .email)
        var seen: ScrubReport?
        let text = #"{"email":"x","a":"from 203.0.113.9 \n 203.0.113.9"}"# + "\njane@example.com\n"
        _ = scrub(text, by: policy) { seen = $0 }
        #expect(seen?.description == "EMAIL 2, IP_ADDRESS 2")
    }

    // MARK: Whatever the lines

    @Test("stay valid, and differ only where something was found", arguments: 0..<4)
    func sameStructure(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: 400 + seed)
        for _ in 0..<500 {
            let line = Array(generator.json(depth: 4).utf8)
            let output = scrub(line)
            let before = try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)
            let after = try? JSONSerialization.jsonObject(with: Data(output), options: .fragmentsAllowed)
            let isSame = after.map { JSONShape(before).becomes(JSONShape($0)) } ?? false
            #expect(isSame, "\(String(decoding: line, as: UTF8.self)) → \(String(decoding: output, as: UTF8.self))")
        }
    }

    @Test("that are scrubbed twice are as scrubbed once, and chunks make no difference", arguments: 0..<6)
    func idempotent(_ seed: UInt64) {
        var generator = SeededGenerator(state: 500 + seed)
        for _ in 0..<300 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                text +=
                    (Int.random(in: 0..<5, using: &generator) == 0
                    ? generator.text(pieces: 6) : generator.json(depth: 3))
                    .utf8
                text += Bool.random(using: &generator) ? [0x0A] : [0x0D, 0x0A]
            }
            for _ in 0..<Int.random(in: 0...2, using: &generator) where seed % 2 == 1 {
                text[text.indices.randomElement(using: &generator)!] =
                    [UInt8.random(in: 0...255, using: &generator), 0x22, 0x5C, 0x7D, 0x2C].randomElement(
                        using: &generator)!
            }
            let once = scrub(text)
            let isSame = scrub(once) == once
            #expect(isSame, "of \(String(decoding: text, as: UTF8.self).debugDescription)")
            let isCutSame = scrub(text, chunk: Int.random(in: 1...60, using: &generator)) == once
            #expect(isCutSame, "of \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }

    @Test("of random bytes never crash")
    func randomBytes() {
        var generator = SeededGenerator(state: 9)
        let alphabet = Array(#"{}[]",:\\u0dtrue 1-.eE"#.utf8) + [0x0A, 0xC3, 0xFF]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...80, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
            let once = scrub(bytes)
            let isSame = scrub(once, chunk: 7) == once
            #expect(isSame, "of \(bytes)")
        }
    }

    @Test(
        "take time that is linear in their length",
        arguments: [
            #"{"a":"#, "[", #"\\"#, #"\""#, #""a","#, #"{"key":"a","value":[]},"#, "[{},", "1,", #""\u0040""#, "\n",
            "{}\n",
        ])
    func linear(_ piece: String) {
        for (before, after) in [("", ""), ("[", "1]"), ("{\"a\":\"", "\"}")] {
            LinearCost.check {
                Array((before + String(repeating: piece, count: $0 / piece.utf8.count) + after).utf8)
            } _: { line in
                #expect(!scrub(line).isEmpty)
            }
        }
    }
}

/// What must stay of a JSON value: all of it, but strings and numbers that hold something.
private indirect enum JSONShape {
    case object([(String, JSONShape)])
    case array([JSONShape])
    case leaf(String)

    init(_ value: Any) {
        switch value {
        case let object as [String: Any]:
            self = .object(object.map { ($0.key, JSONShape($0.value)) }.sorted { $0.0 < $1.0 })
        case let array as [Any]:
            self = .array(array.map { JSONShape($0) })
        default:
            self = .leaf("\(value)")
        }
    }

    func becomes(_ other: JSONShape) -> Bool {
        switch (self, other) {
        case (.object(let before), .object(let after)):
            // Two keys may have become the same.
            if before.contains(where: { $0.0.contains("@") }) { return after.count <= before.count }
            return before.count == after.count
                && zip(before, after).allSatisfy { $0.0 == $1.0 && $0.1.becomes($1.1) }
        case (.array(let before), .array(let after)):
            return before.count == after.count && zip(before, after).allSatisfy { $0.becomes($1) }
        case (.leaf(let before), .leaf(let after)):
            return before == after || after.contains("[")
        default:
            return false
        }
    }
}

extension SeededGenerator {
    /// A JSON value with keys and values of all kinds.
    fileprivate mutating func json(depth: Int) -> String {
        let space = ["", "", " ", "\t"].randomElement(using: &self)!
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &self) {
        case 0: return ["true", "false", "null", "0", "-1.5e3", "17"].randomElement(using: &self)!
        case 1: return ["4111111111111111", "15550100123", "203", "1234567890"].randomElement(using: &self)!
        case 2...4: return string(text(pieces: 4))
        case 5, 6:
            let items = (0..<Int.random(in: 0...3, using: &self)).map { _ in json(depth: depth - 1) }
            return "[\(space)\(items.joined(separator: "\(space),"))]"
        case 7:
            return "{\"key\":\(string(key())),\(space)\"value\":\(json(depth: depth - 1))}"
        default:
            var keys: Set<String> = []
            let members = (0..<Int.random(in: 0...4, using: &self)).compactMap { _ -> String? in
                let name = key()
                let value = json(depth: depth - 1)
                return keys.insert(name).inserted ? "\(string(name))\(space):\(value)" : nil
            }
            return "{\(space)\(members.joined(separator: ",\(space)"))\(space)}"
        }
    }

    private mutating func key() -> String {
        [
            "a", "user", "name", "email", "password", "client.address", "count", "key", "value", "stringValue", "token",
            "jane@example.com", "version", "card", "é", "[EMAIL]", "values", "phone", "",
        ].randomElement(using: &self)!
    }

    private mutating func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            let isEscaped = Int.random(in: 0..<20, using: &self) == 0
            if scalar == "\"" || scalar == "\\" {
                quoted += "\\\(scalar)"
            } else if scalar.value < 0x20 || (isEscaped && scalar.value < 0x1_0000) {
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
