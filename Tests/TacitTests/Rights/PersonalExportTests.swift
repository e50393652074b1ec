import Foundation
import TacitTestKit
import Testing

@testable import Tacit

@Suite("People can take along everything that is kept of them")
struct PersonalExportTests {
    @Test("decisions, what waits and what was sent are in it, readable and as OTLP") func whole() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .enhanced)
            telemetry.record(.used(.export, count: 12))
            await telemetry.transmit()
            telemetry.record(.failed("E-1"))
            let export = await telemetry.export()
            #expect(export.faults.isEmpty)
            #expect(export.sentOTLP == bench.sink.requests.filter { $0.path == "/v1/logs" }.map(\.message))
            #expect(SentMessage(otlp: export.waitingOTLP)?.records.map(\.event) == ["error.raised"])
            let json = try #require(try JSONSerialization.jsonObject(with: Data(export.json.utf8)) as? [String: Any])
            #expect(json["format_version"] as? Int == 1)
            let consent = try #require(json["consent"] as? [String: Any])
            #expect((consent["decisions"] as? [Any])?.count == 2)
            let sent = try #require((json["sent"] as? [[String: Any]])?.first?["message"] as? [String: Any])
            #expect(Data(base64Encoded: try #require(sent["otlp"] as? String)).map(Array.init) == export.sentOTLP[0])
            #expect(export.json.contains("\"feature.used\"") && export.json.contains("\"error.raised\""))
        }
    }

    @Test("an earlier one is not written over") func twice() async throws {
        try await Bench.with { bench in
            let export = await (try bench.telemetry()).export()
            try export.write(to: bench.folder + "/mine")
            #expect(throws: TelemetryFault.self) { try export.write(to: bench.folder + "/mine") }
            try export.write(to: bench.folder + "/other")
        }
    }

    @Test("a restriction hides nothing from its owner") func restricted() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            try await telemetry.restrict()
            #expect(await !telemetry.export().waitingOTLP.isEmpty)
        }
    }

    @Test("what can't be read is named, and the rest is there") func damaged() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            await telemetry.transmit()
            telemetry.record(.used(.export))
            await telemetry.scribe.drain()
            try bench.flip("queue")
            let export = await telemetry.export()
            #expect(export.faults.map(\.part) == [.queue] && export.sent.count == 1)
        }
    }

    @Test("planted values are in no file of the folder, no byte sent, no export, preview or status") func planted()
        async throws
    {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .full)
            let planted =
                (0..<60).map { "ada\($0).lovelace@example.com" } + (0..<60).map { "192.0.2.\($0 + 100)" }
                + (0..<40).map { "2001:db8::\($0 + 0x1000)" }
                + (0..<40).map { "ghp" + "_" + String(repeating: "\($0 % 10)aZ", count: 12) }
            for value in planted {
                telemetry.record(.failed("E-1", Scrubbed("from \(value) of it")))
                if let code = Code(value) { telemetry.record(.failed(code)) }
            }
            await telemetry.scribe.drain()
            let preview = await telemetry.preview()
            var texts = [Data(preview.text.utf8), Data(preview.bytes)]
            for name in try bench.files {
                texts.append(try Data(contentsOf: URL(fileURLWithPath: "\(bench.state)/\(name)")))
            }
            await telemetry.transmit()
            for name in try bench.files {
                texts.append(try Data(contentsOf: URL(fileURLWithPath: "\(bench.state)/\(name)")))
            }
            texts.append(Data(await telemetry.export().json.utf8))
            texts.append(Data(await telemetry.status().json.utf8))
            for entry in try await telemetry.sent() { texts.append(Data(entry.bytes)) }
            #expect(bench.sink.records.count >= planted.count)
            for value in planted {
                #expect(bench.sink.contains(noValue: value))
                #expect(texts.allSatisfy { $0.range(of: Data(value.utf8)) == nil }, "\(value)")
            }
        }
    }
}
