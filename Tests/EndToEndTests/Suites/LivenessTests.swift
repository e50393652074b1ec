import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("Whoever asks whether it lives need not wait for anybody's request")
    struct LivenessTests {
        /// Millions of empty records take two bytes each, and 61 KB as gzip. Some such requests once kept every thread busy for
        /// half a minute, probes and pages with them.
        @Test("a request of very many items is refused at once, in either encoding, and probes go on meanwhile")
        func bomb() async throws {
            try await RunningCollector.run(CollectorSetup(limits: ["items: 100000"])) { collector in
                let bomb = try await Compression.gzip.compress(Self.emptyRecords(doublings: 21))
                let text =
                    Array(#"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{}"#.utf8)
                    + Self.doubled(Array(",{}".utf8), 21) + Array("]}]}]}".utf8)
                let json = try await Compression.gzip.compress(text)
                // Not much fewer than the limit of items allows, which are read.
                let large = try await Compression.gzip.compress(Self.emptyRecords(doublings: 16))

                async let answers = withThrowingTaskGroup(of: (Int, String).self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            let answer = try await collector.post(.logs, bomb, encoding: "gzip")
                            return (answer.status, Status(answer)?.message ?? "")
                        }
                        group.addTask {
                            let answer = try await collector.post(.logs, large, encoding: "gzip")
                            return (answer.status, "")
                        }
                    }
                    group.addTask {
                        let answer = try await collector.post(
                            .logs, json, type: "application/json", encoding: "gzip")
                        return (answer.status, Status(answer)?.message ?? "")
                    }
                    var told: [(Int, String)] = []
                    for try await answer in group { told.append(answer) }
                    return told
                }
                var slowest = Duration.zero
                for _ in 0..<20 {
                    let start = ContinuousClock.now
                    #expect(try await collector.get("/livez").status == 200)
                    slowest = max(slowest, ContinuousClock.now - start)
                }
                #expect(slowest < .seconds(5))
                for (status, message) in try await answers {
                    #expect(status == 413 || status == 200)
                    if status == 413 { #expect(message.contains("too-many-items") && message.contains("limits.items")) }
                }
                #expect(try await answers.count { $0.0 == 413 } == 5)

                let address = String(collector.otlpGRPC.dropFirst("http://".count))
                let call = try await Client.run(
                    "raw_grpc",
                    ["--endpoint", address, "--method", Signal.logs.service + "/Export", "--compression", "gzip"],
                    input: Self.emptyRecords(doublings: 20))
                #expect(call.output.contains(#""code": "RESOURCE_EXHAUSTED""#), "\(call.output)")
                #expect(call.output.contains("too-many-items"))
            }
        }

        private static func emptyRecords(doublings: Int) -> [UInt8] {
            var request = ProtoWriter()
            request.message(1) { $0.bytes(2, doubled([0x12, 0], doublings)) }
            return request.bytes
        }

        private static func doubled(_ bytes: [UInt8], _ times: Int) -> [UInt8] {
            (0..<times).reduce(into: bytes) { bytes, _ in bytes += bytes }
        }
    }
}
