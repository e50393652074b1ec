import Foundation
import TacitWire
import Testing

private let setup = CollectorSetup(limits: ["body_bytes: 64KiB"])

extension EndToEnd {
    @Suite("OTLP/gRPC answers as the specification says", .collector(setup))
    struct GRPCTests {
        private var collector: RunningCollector { .shared }

        private struct Told: Decodable {
            let code: String
            let message: String
            let answer: String
        }

        private func call(
            _ body: [UInt8], _ method: String = Signal.logs.service + "/Export", _ options: String...
        ) async throws -> Told {
            let address = String(collector.otlpGRPC.dropFirst("http://".count))
            return try await Client.told(
                Told.self, "raw_grpc", ["--endpoint", address, "--method", method] + options, input: body)
        }

        @Test("what is taken whole gets an empty answer, compressed or not", arguments: ["none", "gzip", "deflate"])
        func taken(_ compression: String) async throws {
            for signal in Signal.allCases {
                let body = signal == .logs ? Requests.logs(4) : []
                let told = try await call(body, signal.service + "/Export", "--compression", compression)
                #expect(told.code == "OK")
                #expect(told.answer == "")
            }
        }

        @Test("a bad record costs that record only, and the answer counts it")
        func partialSuccess() async throws {
            let told = try await call(Requests.logs(7, wrong: 2))
            #expect(told.code == "OK")
            let answer = try #require([UInt8](hex: told.answer))
            let partial = try #require(ProtoFields(answer)?.bytes[1].flatMap { ProtoFields($0) })
            #expect(partial.numbers[1] == 2)
        }

        @Test("what is no OTLP gets INVALID_ARGUMENT, with the place and not the content")
        func malformed() async throws {
            let told = try await call([0x0A, 0x7F, 0x01])
            #expect(told.code == "INVALID_ARGUMENT")
            #expect(told.message.contains("truncated at byte"))
            #expect(try await call(Requests.nestedLogs(5_000)).code == "INVALID_ARGUMENT")
        }

        @Test("what is over the limit gets RESOURCE_EXHAUSTED, as sent or decompressed")
        func size() async throws {
            let export = Signal.logs.service + "/Export"
            #expect(try await call([], export, "--zeros", "70000").code == "RESOURCE_EXHAUSTED")
            #expect(
                try await call([], export, "--zeros", "70000", "--compression", "gzip").code == "RESOURCE_EXHAUSTED")
            let bomb = try await call([], export, "--zeros", "50000000", "--compression", "gzip")
            #expect(bomb.code == "RESOURCE_EXHAUSTED")
        }

        @Test("connections over the limit are closed at once, and there is room again when others go")
        func connections() async throws {
            try await RunningCollector.run(CollectorSetup(limits: ["connections: 2", "header_seconds: 60s"])) {
                collector in
                let address = String(collector.otlpGRPC.dropFirst("http://".count))
                let goOn = collector.home.folder.url.appendingPathComponent("go-on")
                let holding = (0..<2).map { number in
                    let reached = collector.home.folder.url.appendingPathComponent("reached-\(number)")
                    let script = #"[{"touch":"\#(reached.path)"},{"wait":"\#(goOn.path)"}]"#
                    return (reached, Task { try await Client.run("raw_http", [address], input: Array(script.utf8)) })
                }
                try await eventually("two connections") {
                    holding.allSatisfy { FileManager.default.fileExists(atPath: $0.0.path) }
                }
                let arguments = ["--endpoint", address, "--method", Signal.logs.service + "/Export", "--zeros", "0"]
                let refused = try await Client.told(Told.self, "raw_grpc", arguments)
                #expect(refused.code == "UNAVAILABLE")
                try Data().write(to: goOn)
                for (_, connection) in holding { _ = try await connection.value }
                try await eventually("room") { try await Client.told(Told.self, "raw_grpc", arguments).code == "OK" }
            }
        }

        @Test(
            "unknown methods get UNIMPLEMENTED",
            arguments: [
                "opentelemetry.proto.collector.logs.v1.LogsService/Import", "no.such.Service/Export", "x/y",
            ])
        func unknown(_ method: String) async throws {
            #expect(try await call([], method).code == "UNIMPLEMENTED")
        }
    }
}
