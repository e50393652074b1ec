import Foundation
import Testing

extension EndToEnd {
    @Suite("The page can be read by everyone, in a real browser", .collector)
    struct PageTests {
        private var collector: RunningCollector { .shared }

        @Test("wide and on a phone, light and dark, nothing overflows, fails, or asks anybody else")
        func browser() async throws {
            try await release()
            try await look(
                at: ["/", "/metric/http.requests", "/metric/http.latency", "/dictionary", "/held"], of: collector)
        }

        @Test("the same before there is any figure")
        func browserAtFirst() async throws {
            try await RunningCollector.run { try await look(at: ["/", "/metric/http.routes"], of: $0) }
        }

        private func look(at pages: [String], of collector: RunningCollector) async throws {
            let pictures = try TemporaryFolder()
            defer { pictures.remove() }
            let outcome = try await Program.run(
                Project.python(),
                [Project.file("scripts/screenshots").path, collector.dashboard, pictures.path] + pages,
                within: 180)
            #expect(outcome.status == 0)
            #expect(outcome.errors == "")
            let files = try pictures.files()
            #expect(files.count == 4 * pages.count)
            for file in files {
                #expect(try Data(contentsOf: file).count > 5_000, "\(file.lastPathComponent) is blank")
            }
        }

        @Test("a released figure stands with its interval, its guarantee and its drawing")
        func figures() async throws {
            try await release()
            let report = try await collector.report()
            let page = try await collector.get("/metric/http.requests").text
            #expect(page.contains("<svg"))
            #expect(page.contains("95"))
            #expect(page.contains("±") || page.contains("–"))
            #expect(page.contains("ε") || page.contains("epsilon"))
            let overview = try await collector.get("/").text
            for metric in report.metrics {
                #expect(overview.contains("/metric/\(metric.name)"), "\(metric.name) is not linked")
            }
        }

        @Test(
            "pages forbid scripts of others, and are read without any",
            arguments: ["/", "/dictionary", "/held", "/nowhere"])
        func policy(_ path: String) async throws {
            let answer = try await collector.get(path)
            #expect(answer.status == (path == "/nowhere" ? 404 : 200))
            let policy = try #require(answer.header("content-security-policy"))
            #expect(policy.contains("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.header("x-content-type-options") == "nosniff")
            #expect(answer.header("referrer-policy") == "no-referrer")
            #expect(!answer.text.contains("<script"))
            #expect(answer.text.contains("<title>"))
            #expect(answer.text.contains(#"lang="en""#))
        }

        @Test("only reading is answered", arguments: ["POST", "PUT", "DELETE"])
        func methods(_ method: String) async throws {
            let answer = try await collector.send(method, collector.dashboard + "/")
            #expect(answer.status == 405)
            #expect(answer.header("allow") == "GET, HEAD")
            #expect(try await collector.send("HEAD", collector.dashboard + "/").bytes.isEmpty)
        }

        @Test("another site that points its own name at this machine is not answered")
        func otherNames() async throws {
            let answer = try await collector.send(
                "GET", collector.dashboard + "/api/report", headers: [("host", "attacker.example.com")])
            #expect(answer.status == 421)
        }

        @Test("what is asked for is shown as text, never as markup")
        func escaping() async throws {
            let answer = try await collector.get("/metric/%3Cimg%20src=x%3E?cell=%3Cimg%20src=x%3E")
            #expect(answer.status == 404)
            #expect(!answer.text.contains("<img"))
            _ = try await collector.get("/metric/http.requests?cell=%3Cimg%20src=x%3E&cell=%22").text
            #expect(!(try await collector.get("/metric/http.requests?cell=%3Cimg%20src=x%3E").text.contains("<img")))
        }

        /// Some figures, released once for all tests of the suite.
        private func release() async throws {
            guard try await collector.report().metrics.allSatisfy(\.windows.isEmpty) else { return }
            let sent = try await Client.run(
                "send",
                [
                    "--endpoint", collector.otlpHTTP, "--count", "1000", "--contributors", "1000", "--start",
                    "\(Moment.seconds)",
                ])
            #expect(sent.status == 0)
            try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
        }
    }
}
