import Foundation
import TacitWire
import Testing

private let setup = CollectorSetup(limits: [
    "header_seconds: 1s", "idle_seconds: 2s", "body_seconds: 3s", "body_bytes: 64KiB",
])

extension EndToEnd {
    @Suite("A client that is slow or wrong harms nobody else", .collector(setup))
    struct HTTPConnectionTests {
        private var collector: RunningCollector { .shared }

        @Test("a refused request leaves the connection's other requests alive")
        func connectionLives() async throws {
            let bad = request([0x0A, 0x7F, 0x01])
            let good = request(Requests.logs(2))
            let told = try await play([.send(bad), .answer, .send(good), .answer, .send(bad + good), .answer, .answer])
            #expect(told.answers.map(\.status) == [400, 200, 400, 200])
            #expect(!told.closed)
        }

        @Test("a head that does not come in time ends its connection")
        func slowHead() async throws {
            let told = try await play([.send(Array("POST /v1/logs HTTP/1.1\r\nHost: x\r\n".utf8)), .closed(within: 30)])
            #expect(told.closed)
            #expect(try await play([.closed(within: 30)]).closed)
        }

        @Test("a body that stops coming ends its connection, and what came of it is not taken")
        func slowBody() async throws {
            let whole = request(Requests.logs(300))
            let before = try await collector.published("received")
            let told = try await play([.send(Array(whole.dropLast(10))), .closed(within: 30)])
            #expect(told.closed)
            #expect(told.answers.allSatisfy { $0.status >= 400 })
            #expect(abs(try await collector.published("received") - before) < 100)
        }

        @Test("a slow body that keeps coming is taken")
        func patience() async throws {
            let whole = request(Requests.logs(5))
            var steps: [Step] = []
            for part in stride(from: 0, to: whole.count, by: whole.count / 5 + 1) {
                steps += [.send(Array(whole[part..<min(part + whole.count / 5 + 1, whole.count)])), .pause(0.1)]
            }
            #expect(try await play(steps + [.answer]).answers.map(\.status) == [200])
        }

        /// A body that came drop by drop once held its share of the bytes in flight for as long as its sender liked.
        @Test("a body that takes too long is refused, however steadily it comes")
        func drip() async throws {
            let whole = request(Requests.logs(5))
            var steps: [Step] = [.send(Array(whole.prefix(200)))]
            for byte in whole[200..<210] { steps += [.send([byte]), .pause(0.5)] }
            #expect(try await play(steps + [.answer]).answers.map(\.status) == [408])
        }

        /// A client that went on behind its answer, drop by drop, once kept its connection for as long as it liked, and so could
        /// keep all that there may be.
        @Test("who goes on behind an answer loses the connection, on either listener", arguments: Listener.allCases)
        fileprivate func goesOn(listener: Listener) async throws {
            let setup = CollectorSetup(
                limits: ["body_seconds: 2s", "body_bytes: 64KiB"], lines: ["access: {page: token}"])
            try await RunningCollector.run(setup) { collector in
                let address = listener == .intake ? collector.otlpHTTP : collector.dashboard
                @Sendable func told(_ path: String, length: Int, _ headers: String, _ steps: [Step]) async throws
                    -> Told
                {
                    let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(length)\r\n"
                    let type = "Content-Type: application/x-protobuf\r\n"
                    return try await play([.send(Array((head + type + headers + "\r\n").utf8))] + steps, to: address)
                }
                // For longer than the moment that a client has, and never as long as the idle time without a byte.
                let drops = (0..<12).flatMap { _ in [Step.send([0x0A]), .pause(0.5)] }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for close in ["", "Connection: close\r\n", "Connection: Close\r\n"] {
                        group.addTask {
                            let path = listener == .intake ? "/v1/logs" : "/metrics"
                            let early = try await told(path, length: 99_999_999, close, [.answer] + drops)
                            #expect(early.answers.map(\.status) == [listener == .intake ? 413 : 401])
                            #expect(early.undeliverable, "\(close)")
                        }
                    }
                    // The time is the whole body's, whether it stops coming or never does.
                    for steps in [[Step.send([0x0A]), .answer], drops.dropLast(4) + [.answer]] {
                        group.addTask {
                            let path = listener == .intake ? "/v1/logs" : "/sign-in"
                            let late = try await told(path, length: 1000, "", steps + drops)
                            #expect(late.answers.map(\.status) == [408] && late.undeliverable)
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }

        fileprivate enum Listener: CaseIterable { case intake, page }

        @Test("heads that are too long, and bytes that are no HTTP, end their own connection only")
        func garbage() async throws {
            func long(_ count: Int) -> String {
                "POST /v1/logs HTTP/1.1\r\nX-Long: " + String(repeating: "x", count: count) + "\r\n\r\n"
            }
            for (bytes, remedy) in [(long(20_000), "limits.header_bytes"), ("no HTTP\r\n\r\n", "HTTP/1.1")] {
                let told = try await play([.send(Array(bytes.utf8)), .answer])
                #expect(told.answers.map(\.status) == [400] && told.answers.allSatisfy { $0.body.contains(remedy) })
            }
            for bytes in [Array(long(100_000).utf8), [UInt8](repeating: 0x16, count: 2000), Array("\r\n\r\n\r\n".utf8)]
            {
                let told = try await play([.send(bytes), .closed(within: 30)])
                #expect(told.closed)
            }
            #expect(try await collector.post(.logs, Requests.logs(1)).status == 200)
        }

        @Test("what is over the limit is refused before it has been sent")
        func refusedEarly() async throws {
            let head =
                "POST /v1/logs HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\nContent-Length: 99999999\r\n\r\n"
            #expect(try await play([.send(Array(head.utf8)), .answer]).answers.map(\.status) == [413])
        }

        @Test("a gRPC connection on which nothing comes is ended too, and so is one that stops after its greeting")
        func silentGRPC() async throws {
            #expect(try await play([.closed(within: 60)], to: collector.otlpGRPC).closed)
            let greeting = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]
            #expect(try await play([.send(greeting), .closed(within: 60)], to: collector.otlpGRPC).closed)
        }

        // MARK: The script

        private enum Step: Sendable {
            case send([UInt8])
            case answer
            case pause(Double)
            case closed(within: Double)

            var json: String {
                switch self {
                case .send(let bytes): #"{"send":"\#(bytes.hex)"}"#
                case .answer: #"{"answer":true}"#
                case .pause(let seconds): #"{"pause":\#(seconds)}"#
                case .closed(let seconds): #"{"closed":\#(seconds)}"#
                }
            }
        }

        private struct Told: Decodable {
            let answers: [Answered]
            let closed: Bool
            let undeliverable: Bool

            struct Answered: Decodable {
                let status: Int
                let body: String

                init(from decoder: any Decoder) throws {
                    var parts = try decoder.unkeyedContainer()
                    status = try parts.decode(Int.self)
                    _ = try parts.decode([String: String].self)
                    body = String(decoding: [UInt8](hex: try parts.decode(String.self)) ?? [], as: UTF8.self)
                }
            }
        }

        private func play(_ steps: [Step], to listener: String? = nil) async throws -> Told {
            let script = "[" + steps.map(\.json).joined(separator: ",") + "]"
            let address = String((listener ?? collector.otlpHTTP).dropFirst("http://".count))
            return try await Client.told(Told.self, "raw_http", [address], input: Array(script.utf8))
        }

        private func request(_ body: [UInt8]) -> [UInt8] {
            let head = """
                POST /v1/logs HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-protobuf\r
                Content-Length: \(body.count)\r
                \r

                """
            return Array(head.utf8) + body
        }
    }
}
