import Foundation
import Testing

extension EndToEnd {
    @Suite(
        "Sessions are kept for those who hold their token, and for nobody else",
        .collector(
            CollectorSetup(lines: ["sessions: {enabled: true, ttl: 1h, max_ttl: 2h, max_bytes: 1KiB, max_count: 20}"])))
    struct SessionsTests {
        private static let path = "/v1/sessions"

        private func send(
            _ method: String, to path: String = Self.path, token: String? = nil, type: String? = "text/plain",
            headers: [(String, String)] = [], _ body: String? = nil
        ) async throws -> Answer {
            let collector = try #require(RunningCollector.shared)
            var headers = headers
            if let token { headers.append(("authorization", "Bearer \(token)")) }
            if let type, body != nil { headers.append(("content-type", type)) }
            return try await collector.send(
                method, collector.otlpHTTP + path, headers: headers, body.map { Array($0.utf8) })
        }

        private func made(_ body: String, _ wishes: String = "") async throws -> String {
            let answer = try await send("POST", to: Self.path + wishes, body)
            #expect(answer.status == 201)
            #expect(answer.header("cache-control") == "no-store")
            let document = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            return try #require(document?["token"] as? String)
        }

        @Test("they are made, read, written and deleted, and gone then")
        func life() async throws {
            let token = try await made("a draft")
            let read = try await send("GET", token: token)
            #expect(read.status == 200 && read.text == "a draft" && read.contentType == "text/plain")
            #expect(read.header("cache-control") == "no-store")
            #expect(read.header("x-content-type-options") == "nosniff")
            #expect(read.header("tacit-session-expires")?.hasSuffix("Z") == true)
            #expect(try await send("PUT", token: token, type: "application/json", "{}").status == 200)
            let again = try await send("GET", token: token)
            #expect(again.text == "{}" && again.contentType == "application/json")
            #expect(try await send("DELETE", token: token).status == 200)
            for method in ["GET", "DELETE"] { #expect(try await send(method, token: token).status == 410) }
            #expect(try await send("PUT", token: token, "x").status == 410)
        }

        @Test("what can't be done is said in so many words, and quotes neither token nor content")
        func refusals() async throws {
            let planted = "planted-" + "9a3f"
            let token = try await made(planted)
            let wrong = String(token.dropLast()) + (token.last == "A" ? "B" : "A")
            let large = String(repeating: "x", count: 1025)
            let cases: [(Int, Answer)] = [
                (400, try await send("GET")), (400, try await send("GET", token: planted)),
                (400, try await send("GET", token: wrong)),
                (400, try await send("POST", to: Self.path + "?ttl=x", planted)),
                (400, try await send("POST", to: Self.path + "?ttl=7201", planted)),
                (400, try await send("POST", to: Self.path + "?ttl=0", planted)),
                (400, try await send("POST", to: Self.path + "?\(planted)=1", planted)),
                (405, try await send("PATCH", token: token, planted)),
                (405, try await send("DELETE", to: Self.path + "/consent", token: token)),
                (413, try await send("POST", large)), (413, try await send("PUT", token: token, large)),
                (415, try await send("POST", type: nil, planted)),
                (415, try await send("POST", headers: [("content-encoding", "gzip")], planted)),
                (404, try await send("GET", to: Self.path + "/" + planted)),
            ]
            for (status, answer) in cases {
                #expect(answer.status == status, "\(answer.text)")
                #expect(Status(answer)?.message.isEmpty == false)
                #expect(!answer.text.contains(planted) && !answer.text.contains(token))
            }
            #expect(try await send("GET", token: token).text == planted)
        }

        @Test("consent is asked for, answered and shown within them")
        func consent() async throws {
            let token = try await made("x")
            let consent = Self.path + "/consent"
            let asked = try await send(
                "POST", to: consent, token: token, type: "application/json",
                #"{"categories":["analytics","performance"]}"#)
            #expect(asked.status == 201)
            let document = try JSONSerialization.jsonObject(with: Data(asked.bytes)) as? [String: Any]
            let id = try #require(document?["consent_id"] as? String)
            #expect(try await send("GET", to: consent, token: token).text.contains(id))
            let part = #"{"consent_id":"\#(id)","decisions":{"analytics":true}}"#
            #expect(try await send("PUT", to: consent, token: token, type: "application/json", part).status == 410)
            let whole = #"{"consent_id":"\#(id)","decisions":{"analytics":true,"performance":false}}"#
            let decided = try await send("PUT", to: consent, token: token, type: "application/json", whole)
            #expect(decided.status == 200)
            #expect(decided.text.contains(#""analytics":{"at":""#) && decided.text.contains(#""granted":false"#))
            #expect(try await send("PUT", to: consent, token: token, type: "application/json", whole).status == 410)
            #expect(try await send("GET", to: consent, token: token).text == decided.text)
            for body in ["", "[]", "{}", #"{"categories":["all"]}"#, #"{"categories":[]}"#] {
                #expect(try await send("POST", to: consent, token: token, type: "application/json", body).status == 400)
            }
        }

        @Test("there are no more than there may be")
        func count() async throws {
            var tokens: [String] = []
            var answer = try await send("POST", "x")
            for _ in 0..<30 where answer.status == 201 {
                let document = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
                tokens.append(try #require(document?["token"] as? String))
                answer = try await send("POST", "x")
            }
            #expect(answer.status == 429 && answer.header("retry-after") == "60")
            for token in tokens { #expect(try await send("DELETE", token: token).status == 200) }
        }
    }

    @Suite("Sessions that nobody asked for")
    struct NoSessionsTests {
        @Test("are not there")
        func off() async throws {
            try await RunningCollector.run { collector in
                let answer = try await collector.send(
                    "POST", collector.otlpHTTP + "/v1/sessions", headers: [("content-type", "text/plain")], [1])
                #expect(answer.status == 404 && Status(answer)?.message.contains("sessions.enabled") == true)
            }
        }

        @Test("end at their time on the collector's own clock, and leave no byte in what it wrote")
        func time() async throws {
            let folder = try CollectorFolder(CollectorSetup(lines: ["sessions: {enabled: true, ttl: 1h}"]))
            let collector = try await folder.start()
            let planted = "planted-" + "c41d77"
            let answer = try await collector.send(
                "POST", collector.otlpHTTP + "/v1/sessions", headers: [("content-type", "text/plain")],
                Array(planted.utf8))
            let document = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            let token = try #require(document?["token"] as? String)
            let headers = [("authorization", "Bearer \(token)")]
            #expect(
                try await collector.send("GET", collector.otlpHTTP + "/v1/sessions", headers: headers).text == planted)
            try await collector.moveClock(to: Moment.seconds + 3600)
            #expect(
                try await collector.send("GET", collector.otlpHTTP + "/v1/sessions", headers: headers).status == 410)
            for (name, bytes) in try folder.written() {
                #expect(bytes.firstRange(of: Array(planted.utf8)) == nil, "\(name)")
                #expect(bytes.firstRange(of: Array(token.utf8)) == nil, "\(name)")
            }
            await folder.remove()
        }
    }
}
