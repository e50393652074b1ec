import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("tacit scrub is a filter that says where and why, and never what")
    struct ScrubCommandTests {
        @Test("text goes through, lines stay in order, and bytes that are no text pass untouched")
        func filter() async throws {
            let input = Array("a jane@example.com\n".utf8) + [0xFF, 0x00, 0x0A] + Array("4111 1111 1111 1111".utf8)
            let outcome = try await Program.run(Project.tacit(), ["scrub"], input: input)
            #expect(outcome.status == 0)
            #expect(outcome.bytes == Array("a [EMAIL]\n".utf8) + [0xFF, 0x00, 0x0A] + Array("[CREDIT_CARD]".utf8))
        }

        @Test("each line of a followed log leaves when it has come, not when the log ends")
        func following() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let pipe = folder.url.appendingPathComponent("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            let scrub = try Program(Project.tacit(), ["scrub", pipe], in: folder.url, named: "scrub")
            let writer = try #require(FileHandle(forWritingAtPath: pipe))
            for number in 1...3 {
                try writer.write(contentsOf: Data("line \(number) from 198.51.100.7\n".utf8))
                let expected = (1...number).map { "line \($0) from [IP_ADDRESS]\n" }.joined()
                try await eventually("line \(number)") {
                    try String(contentsOf: scrub.output, encoding: .utf8) == expected
                }
            }
            try writer.close()
            #expect(await scrub.exit() == 0)
        }

        @Test("what lies across the edges of chunks is found, and several files are one text after another")
        func chunks() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let line = "2026-11-21 INFO order placed by jane.doe@example.com from 198.51.100.23, took 12.5 ms\n"
            let file = try folder.write(String(repeating: line, count: 30_000), to: "large.log").path
            let outcome = try await Program.tacit("scrub", "--report", file, file)
            #expect(outcome.status == 0)
            let expected = "2026-11-21 INFO order placed by [EMAIL] from [IP_ADDRESS], took 12.5 ms\n"
            #expect(outcome.output == String(repeating: expected, count: 60_000))
            #expect(outcome.errors.contains("EMAIL 60000, IP_ADDRESS 60000"))
        }

        @Test("files are found whose names are no UTF-8, also where these differ in that alone")
        func names() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let command = #"""
                cd "$0" && a=$(printf 'caf\351') && b=$(printf 'caf\350') && echo from 198.51.100.7 > "$a" &&
                echo fine > "$b" && "$1" scrub --check "$b" "$a" "$b"
                """#
            let outcome = try await Program.run(
                URL(filePath: "/bin/sh"), ["-c", command, folder.url.path, try Project.tacit().path])
            #expect(outcome.status == 3)
            #expect(outcome.output == "caf\u{FFFD}:1:6 IP_ADDRESS 12 bytes, ipv4.documentation\n")
        }

        @Test("a file that is the output, too, is refused before anything is written")
        func output() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let file = try folder.write("from 198.51.100.7\n", to: "a.log").path
            let tacit = try Project.tacit().path
            for command in ["'\(tacit)' scrub '\(file)' >> '\(file)'", "'\(tacit)' scrub < '\(file)' >> '\(file)'"] {
                let outcome = try await Program.run(URL(filePath: "/bin/sh"), ["-c", command])
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("is the output, too"))
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "from 198.51.100.7\n")
        }

        @Test("what can't be looked into is not clean, and a name steers no terminal")
        func remarks() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let wide = folder.url.appendingPathComponent("wide\u{1B}[2J\n.txt")
            try Data([0xFF, 0xFE] + "password=hunter2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).write(
                to: wide)
            let checked = try await Program.tacit("scrub", "--check", wide.path)
            #expect(checked.status == 1)
            #expect(checked.errors.contains("UTF-16") && !checked.errors.contains("\u{1B}"))
            for magic in [[0x42, 0x5A, 0x68, 0x39], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x50, 0x4B, 3, 4]]
                as [[UInt8]]
            {
                try Data(magic + [0, 0]).write(to: wide)
                let checked = try await Program.tacit("scrub", "--check", wide.path)
                #expect(checked.status == 1 && checked.errors.contains("compressed"))
            }
            let packed = folder.url.appendingPathComponent("a.gz")
            try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0]).write(to: packed)
            let passed = try await Program.run(Project.tacit(), ["scrub", packed.path])
            #expect(passed.status == 0)
            #expect(passed.bytes == Array(try Data(contentsOf: packed)))
            #expect(passed.errors.contains("compressed"))
        }

        @Test("JSON lines are scrubbed by their keys, and stay JSON")
        func jsonLines() async throws {
            let input = """
                {"user":{"name":"Jane Roe","id":7},"db.password":"hunter2","note":"mail jane@example.com","ok":true}
                no JSON, but 198.51.100.7

                """
            let outcome = try await Program.tacit("scrub", "--json-lines", input: input)
            #expect(outcome.status == 0)
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
            #expect(object["db.password"] as? String == "[SECRET]")
            #expect(object["note"] as? String == "mail [EMAIL]")
            #expect(object["ok"] as? Bool == true)
            #expect(lines[1] == "no JSON, but [IP_ADDRESS]")
            for value in ["Jane", "hunter2", "example.com"] { #expect(!outcome.output.contains(value)) }
        }

        @Test("an OTLP request is scrubbed with its keys; what is none is refused, and nothing is written")
        func otlp() async throws {
            func request(_ values: [(String, OTLPLogWriter.Value)]) -> [UInt8] {
                var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop")
                writer.append(eventName: "order", time: 1, attributes: values)
                return writer.finish()
            }
            let dirty = request([("geo.lat", 52.5), ("db.password", "hunter2"), ("items", 3), ("to", "a@example.com")])
            let clean = request([
                ("geo.lat", "[GEO_COORDINATE]"), ("db.password", "[SECRET]"), ("items", 3), ("to", "[EMAIL]"),
            ])
            let outcome = try await Program.run(Project.tacit(), ["scrub", "--otlp", "logs", "--report"], input: dirty)
            #expect(outcome.status == 0)
            #expect(outcome.bytes == clean)
            for kind in ["EMAIL 1", "GEO_COORDINATE 1", "SECRET 1"] { #expect(outcome.errors.contains(kind)) }
            // Scrubbing twice changes nothing.
            #expect(try await Program.run(Project.tacit(), ["scrub", "--otlp", "logs"], input: clean).bytes == clean)

            let part = Array(dirty.dropLast())
            let cut = try await Program.run(Project.tacit(), ["scrub", "--otlp", "logs"], input: part)
            #expect(cut.status == 1)
            #expect(cut.bytes.isEmpty)
            #expect(cut.errors.contains("standard input: truncated at byte"))
            #expect(!cut.errors.contains("hunter2"))
            for arguments in [["--otlp", "events"], ["--otlp", "logs", "--check"], ["--otlp", "logs", "a", "b"]] {
                #expect(try await Program.run(Project.tacit(), ["scrub"] + arguments).status == 64)
            }
        }

        @Test("--check names the places and exits with 3 where something is found, and with 0 where not")
        func check() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let bad = try folder.write("key: 1\n\n  mail jane@example.com\n", to: "bad.txt").path
            let good = try folder.write("nothing here\n", to: "good.txt").path
            let found = try await Program.tacit("scrub", "--check", good, bad)
            #expect(found.status == 3)
            #expect(found.output == "\(bad):3:8 EMAIL 16 bytes, email\n")
            let clean = try await Program.tacit("scrub", "--check", good)
            #expect(clean.status == 0)
            #expect(clean.output == "")
        }

        @Test("--check and --explain read JSON lines by their keys, and tell the place of the value")
        func checkJSONLines() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let text = "{\"db.password\":\"hunter2\"}\nnothing\n{\"a\":\"mail jane@example.com\"}\nfrom 198.51.100.7\n"
            let file = try folder.write(text, to: "lines.jsonl").path
            let found = try await Program.tacit("scrub", "--check", "--json-lines", file)
            #expect(found.status == 3)
            #expect(
                found.output == """
                    \(file):1:17 SECRET 7 bytes, key.password
                    \(file):3:12 EMAIL 16 bytes, email
                    \(file):4:6 IP_ADDRESS 12 bytes, ipv4.documentation

                    """)
            #expect(try await Program.tacit("scrub", "--findings", "--json-lines", file).status == 64)
        }

        @Test("a file that is gone is named, and the files behind it are looked at all the same")
        func missingAmongOthers() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let bad = try folder.write("mail jane@example.com\n", to: "bad.txt").path
            let found = try await Program.tacit("scrub", "--check", "/nonexistent/a", bad)
            #expect(found.status == 3)
            #expect(found.output.contains("bad.txt:1:6 EMAIL"))
            #expect(found.errors.contains("/nonexistent/a: can't be read"))
            let text = try await Program.tacit("scrub", "/nonexistent/a", bad)
            #expect(text.status == 1)
            #expect(text.output == "mail [EMAIL]\n")
        }

        @Test("--findings answers each case with offsets in Unicode scalars")
        func findings() async throws {
            let input = """
                {"id":"a","text":"é🙂 jane@example.com"}
                {"id":"b","text":"hunter2","attribute_key":"db.password"}
                {"id":17,"text":"nothing"}

                """
            let outcome = try await Program.tacit("scrub", "--findings", input: input)
            #expect(
                outcome.output == """
                    {"id":"a","spans":[{"end":19,"label":"EMAIL","start":3}]}
                    {"id":"b","spans":[{"end":7,"label":"SECRET","start":0}]}
                    {"id":17,"spans":[]}

                    """)
        }

        @Test("--findings names each line that it can't read, answers the others, and fails")
        func badFindings() async throws {
            let input = """
                {"id":"a","text":"x"}
                hunter2
                {"id":"b","text":"jane@example.com"}
                {"id":"c","text":7}
                {"id":"d","text":"y"}
                """
            let outcome = try await Program.tacit("scrub", "--findings", "--report", input: input)
            #expect(outcome.status == 1)
            #expect(
                outcome.output == """
                    {"id":"a","spans":[]}
                    {"id":"b","spans":[{"end":16,"label":"EMAIL","start":0}]}
                    {"id":"d","spans":[]}

                    """)
            #expect(outcome.errors.matches(of: /standard input:(\d+):/).map(\.1) == ["2", "4"])
            #expect(outcome.errors.contains("EMAIL 1"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("hunter2"))
        }

        @Test("a policy decides class by class; equal values get equal pseudonyms under one key")
        func policy() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let key = folder.url.appendingPathComponent("key")
            try Data((0..<32).map { UInt8($0) }).write(to: key)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
            let policy = try folder.write(
                """
                classes: {email: pseudonym, credit_card: partial, ip_address: keep}
                pseudonyms: {key_file: \(key.path), rotate: never}
                allow: {domains: [example.org]}
                redaction: {allow_all_keys: true, blocked_values: ["ORD-[0-9]{6}"], summary: info}
                """, to: "policy.yaml")
            let input = "a@example.com b@example.org 198.51.100.7 4111111111111111 ORD-123456 a@example.com\n"
            let first = try await Program.tacit("scrub", "--policy", policy.path, input: input)
            #expect(
                first.output.contains(
                    /^\[EMAIL:[0-9a-f]{16}\] b@example\.org 198\.51\.100\.7 \[CREDIT_CARD:1111\] \[SECRET\] \[EMAIL:[0-9a-f]{16}\]\n$/
                ), "\(first.output)")
            let words = first.output.split(whereSeparator: \.isWhitespace)
            #expect(words.first == words.last)
            #expect(try await Program.tacit("scrub", "--policy", policy.path, input: input).output == first.output)
            #expect(first.errors.contains("EMAIL 2"))
            // Scrubbing twice changes nothing.
            let again = try await Program.tacit("scrub", "--policy", policy.path, input: first.output)
            #expect(again.output == first.output)
        }

        @Test(
            "a policy that can't be meant is refused with its place, its rule and a remedy",
            arguments: [
                ("classes:\n  emial: keep\n", "policy.yaml:2", "is not a key; use one of email"),
                ("classes:\n  credit_card: keep\n", "policy.yaml:2", "scrub.policy.floor"),
                ("default: vanish\n", "policy.yaml:1", "placeholder"),
                ("allow:\n  addresses: [martian]\n", "policy.yaml:2", "private"),
                ("pseudonyms: {rotate: day}\n", "policy.yaml:1", "key_file"),
                ("redaction: {blocked_values: [\"(a)\\\\1\"]}\n", "policy.yaml:1", "scrub.policy.pattern"),
                (
                    "redaction:\n  allow_all_keys: true\n  blocked_values:\n    - \"b+\"\n    - \"(a)\\\\1\"\n",
                    "policy.yaml:5",
                    "scrub.policy.pattern"
                ),
                (
                    "redaction:\n  blocked_values: [\"a+\"]\n  allowed_values:\n  - \"c\"\n  - \"a+\"\n",
                    "policy.yaml:5",
                    "contradiction"
                ),
                ("allow:\n  addresses:\n  - private\n  - martian\n", "policy.yaml:4", "private"),
                ("names: true\nnames: false\n", "policy.yaml:1", "stands twice"),
                ("redaction: {blocked_values: [\"a+\"], allowed_values: [\"a+\"]}\n", "policy.yaml:1", "contradiction"),
                ("a: [\n", "policy.yaml:2:1", "correct the line"),
            ])
        func badPolicy(_ text: String, place: String, hint: String) async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let policy = try folder.write(text, to: "policy.yaml").path
            let outcome = try await Program.tacit("scrub", "--policy", policy, input: "a@example.com")
            #expect(outcome.status == 1)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains(place), "\(outcome.errors)")
            #expect(outcome.errors.contains(hint), "\(outcome.errors)")
            // A pattern may hold what it is to find.
            #expect(!outcome.errors.contains("(a)"))
        }

        @Test("a policy with several faults is refused with all of them, by line, each once")
        func badPolicies() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let policy = try folder.write(
                """
                redaction:
                  allow_all_keys: perhaps
                  blocked_values: ["(hunter2)\\\\1", "c+", "hunter2\\\\"]
                  allowed_values: ["c+", "d+", "(hunter2"]
                classes:
                  emial: keep
                  email: hunter2
                  phone: keep
                  credit_card: keep
                  phone: drop
                allow:
                  domains: hunter2
                  addresses: [martian, private, [hunter2]]
                names: hunter2
                pseudonyms:
                  key_file: /nonexistent/key
                  rotate: hunter2
                default: vanish
                """, to: "policy.yaml")
            let outcome = try await Program.tacit("scrub", "--policy", policy.path, input: "a@example.com")
            #expect(outcome.status == 1)
            #expect(outcome.output == "")
            let lines = outcome.errors.split(separator: "\n")
            #expect(
                lines.compactMap { $0.firstMatch(of: /policy\.yaml:(\d+:\d+):/)?.1 } == [
                    "2:19", "3:20", "3:42", "4:20", "4:32", "6:3", "7:10", "8:3", "9:16", "12:12", "13:15", "13:33",
                    "14:8", "16:13", "17:11", "18:10",
                ], "\(outcome.errors)")
            #expect(lines.count == 16, "\(outcome.errors)")
            #expect(lines.allSatisfy { $0.contains("; ") || $0.contains(". ") })
            #expect(!outcome.errors.contains("hunter2") && !outcome.errors.contains("vanish"))
        }

        @Test("what can't be read is named, with a way out")
        func unreadable() async throws {
            let missing = try await Program.tacit("scrub", "/nonexistent/app.log")
            #expect(missing.status == 1)
            #expect(missing.errors.contains("/nonexistent/app.log: can't be read"))
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let outcome = try await Program.tacit("scrub", folder.url.path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("is a folder"))
            #expect(try await Program.tacit("scrub", "--check", "--explain").status == 64)
        }
    }
}
