import Foundation
import Testing

private let letter = "Tests/TacitTemplatesTests/Letters/incidents.txt"

private struct TemplateAnswer: Decodable {
    struct Template: Decodable {
        struct Step: Decodable { let action: String }

        let title: String
        let steps: [Step]
    }

    let tone: String
    let template: Template
    let inputDiscarded: Bool
    let memoryCleared: Bool

    static func read(_ bytes: [UInt8]) throws -> TemplateAnswer {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Self.self, from: Data(bytes))
    }
}

extension EndToEnd {
    @Suite("POST /v1/templates makes a template and keeps nothing", .collector)
    struct TemplatesOverHTTPTests {
        private var collector: RunningCollector { .shared }

        private func post(_ type: String?, _ body: [UInt8], query: String = "") async throws -> Answer {
            try await collector.send(
                "POST", collector.otlpHTTP + "/v1/templates" + query,
                headers: type.map { [("content-type", $0)] } ?? [], body)
        }

        @Test("of a letter in JSON, and of one as it is with preferences in the query")
        func made() async throws {
            let text = try Project.text(letter)
            let json = try JSONEncoder().encode(["text": text])
            let first = try await post("application/json", Array(json))
            #expect(first.status == 200)
            #expect(first.header("cache-control") == "no-store")
            let plain = try await post("text/plain; charset=utf-8", Array(text.utf8), query: "?tone=formal&length=long")
            #expect(plain.status == 200)
            for (answer, tone) in [
                (try TemplateAnswer.read(first.bytes), "direct"), (try .read(plain.bytes), "formal"),
            ] {
                #expect(answer.tone == tone)
                #expect(answer.template.title.hasSuffix("Smaller deployments, calmer on-call"))
                #expect(answer.template.steps.map(\.action).contains("Deploy every merged change within an hour."))
                #expect(answer.inputDiscarded && answer.memoryCleared)
            }
        }

        @Test("and of nothing else, with the reason and without what was sent")
        func refused() async throws {
            let planted = "plantedphrase"
            for (type, body, query, status): (String?, String, String, Int) in [
                ("application/json", "{\"text\": \"\(planted)", "", 400),
                ("application/json", "{\"\(planted)\": 1}", "", 400),
                ("application/json", "", "", 400), ("text/plain", "", "", 400),
                ("text/plain", planted, "?tone=\(planted)", 400),
                ("text/plain", planted, "", 422), ("application/xml", planted, "", 415), (nil, planted, "", 415),
                ("text/plain", String(repeating: planted + " ", count: 100_000), "", 413),
                ("text/plain", String(repeating: planted + " ", count: 200_000), "", 413),
            ] {
                let answer = try await post(type, Array(body.utf8), query: query)
                #expect(answer.status == status, "\(answer.text)")
                #expect(Status(answer)?.message.isEmpty == false)
                #expect(!answer.text.contains(planted))
            }
            let read = try await collector.send("GET", collector.otlpHTTP + "/v1/templates")
            #expect(read.status == 405)
            #expect(read.header("allow") == "POST")
        }
    }

    @Suite("tacit template writes the template, and nothing but that")
    struct TemplateCommandTests {
        @Test("to standard output, as a page or as JSON")
        func output() async throws {
            let file = Project.file(letter).path
            let page = try await Program.tacit("template", file, "--tone", "friendly")
            #expect(page.status == 0)
            #expect(page.output.hasPrefix("# Let's try it: "))
            let json = try await Program.tacit("template", "-", "--json", input: try Project.text(letter))
            #expect(json.status == 0)
            let answer = try TemplateAnswer.read(json.bytes)
            #expect(answer.inputDiscarded && answer.memoryCleared)
        }

        @Test("to a new file that is its owner's alone")
        func file() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let plan = folder.url.appendingPathComponent("plan.md").path
            let arguments = ["template", Project.file(letter).path, "--output", plan]
            #expect(try await Program.run(Project.tacit(), arguments).status == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: plan)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try folder.files().count == 1)
            let again = try await Program.run(Project.tacit(), arguments)
            #expect(again.status == 1)
            #expect(again.errors.contains("--force"))
            #expect(try await Program.run(Project.tacit(), arguments + ["--force"]).status == 0)
        }

        @Test("and says what was wrong, and what to do")
        func faults() async throws {
            #expect(try await Program.tacit("template", "/nowhere/letter.txt").status == 1)
            #expect(try await Program.tacit("template", "-", "--tone", "loud").status == 64)
            let empty = try await Program.tacit("template", "-")
            #expect(empty.status == 1)
            #expect(empty.errors.contains("template.empty"))
            let short = try await Program.tacit("template", "-", input: "planted phrase")
            #expect(short.status == 1)
            #expect(short.errors.contains("template.nothing-to-say"))
            #expect(!short.errors.contains("planted"))
        }
    }
}
