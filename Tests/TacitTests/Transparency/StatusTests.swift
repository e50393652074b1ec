import Foundation
import TacitTestKit
import Testing

@testable import Tacit

@Suite("Status says how things stand, and how to mend what is broken")
struct StatusTests {
    @Test("asking creates nothing, before any decision") func nothing() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            let status = await telemetry.status()
            #expect(!status.isOn && status.decidedBy == .consent && status.waiting == nil && status.faults.isEmpty)
            #expect(status.categories.map(\.standing) == ["undecided", "undecided"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder).isEmpty)
        }
    }

    @Test("consent, queue, schedule, counts and switches are those of the moment") func moment() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry(environment: ["TACIT_ENDPOINT": "https://telemetry.example.com"])
            try await telemetry.grant(["analytics"], level: .enhanced)
            try await telemetry.refuse(["errors"])
            telemetry.record(.used(.open))
            await telemetry.scribe.drain()
            var status = await telemetry.status()
            #expect(status.isOn && status.waiting?.records == 1)
            #expect(status.categories.map(\.standing) == ["granted", "refused"])
            #expect(status.categories.map(\.level) == [.enhanced, nil])
            bench.sink.answer { _ in TransportAnswer(status: 503) }
            await telemetry.transmit()
            status = await telemetry.status()
            #expect(status.sending.failures == 1 && status.sending.lastFailure == "the collector is busy")
            #expect(status.sending.endpoint == "https://telemetry.example.com")
            bench.sink.answer(TelemetrySink.takesAll)
            await telemetry.transmit()
            status = await telemetry.status()
            #expect(status.sending.failures == 0 && status.sending.lastSuccess == "2024-10-04T00:00Z")
            #expect(status.counts.filter { $0.count > 0 }.map(\.name) == ["recorded", "sent"])
            #expect(status.waiting?.records == 0)
            try await telemetry.withdraw()
            #expect(await !telemetry.status().isOn)
        }
    }

    /// The whole fault stood in the place of the problem, and once more in that of the remedy.
    @Test("a fault of the configuration is told once, by its own place") func configurationFault() async throws {
        try await Bench.with { bench in
            do { try await bench.telemetry().grant() }
            let status = try await bench.telemetry(environment: ["TACIT_TOKEN": "a b"]).status()
            #expect(status.faults.map(\.place) == ["TACIT_TOKEN"] && status.faults.map(\.part) == [.configuration])
            #expect(status.text.split(separator: "must be").count == 2 && !status.text.contains("a b"))
            #expect(status.text.split(separator: "→").count == 2)
            let headline = status.summary.split(separator: "\n").last
            #expect(headline?.hasPrefix("To change it: correct TACIT_TOKEN (") == true)
        }
    }

    @Test("a configured consent to what the program does not collect is told, and turns nothing else off")
    func unknownConsent() async throws {
        try await Bench.with { bench in
            for consent in ["bogus", "analytics, bogus=full"] {
                let telemetry = try bench.telemetry(environment: ["TACIT_CONSENT": consent])
                let status = await telemetry.status()
                let fault = try #require(status.faults.first)
                #expect(fault.part == .configuration && fault.place.contains("TACIT_CONSENT"))
                #expect(fault.remedy.contains("analytics, errors") && !status.text.contains("bogus"))
                #expect(status.isOn == (consent != "bogus"))
            }
            #expect(try await bench.telemetry(environment: ["TACIT_CONSENT": "analytics"]).status().faults.isEmpty)
        }
    }

    @Test("a configured consent is a decision: it outlives the setting, and is taken back like any other")
    func configuredConsent() async throws {
        try await Bench.with { bench in
            let environment = ["TACIT_CONSENT": "analytics"]
            #expect(try await bench.telemetry(environment: environment).status().isOn)
            #expect(try await bench.telemetry().status().isOn)
            try await bench.telemetry().withdraw()
            #expect(try await !bench.telemetry(environment: environment).status().isOn)
        }
    }

    @Test("it is JSON that reads back, and a text whose first line is the answer") func forms() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            let status = await telemetry.status()
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            #expect(try decoder.decode(TelemetryStatus.self, from: Data(status.json.utf8)) == status)
            #expect(status.json.contains("\"format_version\" : 1"))
            #expect(status.text.hasPrefix("Telemetry of test is on"))
            #expect(!status.text.contains("DO_NOT_TRACK") && status.text(isExplained: true).contains("DO_NOT_TRACK"))
        }
    }

    @Test("that the commands can't be told what is collected keeps nothing from being sent") func undeclared()
        async throws
    {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try FileManager.default.createDirectory(
                atPath: bench.state + "/catalog.json.new/in/the/way", withIntermediateDirectories: true)
            try await telemetry.grant()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .sent(records: 1))
            let faults = await telemetry.status().faults
            #expect(faults.map(\.part) == [.catalog])
            await telemetry.erase()
            #expect(try bench.files == ["erased.json"])
        }
    }

    private static let broken: [(name: String, part: TelemetryFault.Part)] = [
        ("install.key", .key), ("consent.jsonl", .consent), ("queue", .queue), ("log/head.json", .log),
        ("catalog.json", .catalog), ("collector.json", .collector),
    ]

    @Test(
        "whatever is broken is named with its remedy; the app goes on, nothing is sent, and nothing is lost by looking",
        arguments: 0..<broken.count,
        [[], [0xFF], Array("{\"format\":9}".utf8), Array(repeating: 0x41, count: 5000)] as [[UInt8]])
    func faults(_ index: Int, _ garbage: [UInt8]) async throws {
        let (name, part) = Self.broken[index]
        // What is shorter than a file's head, or has no whole line, is one that was being begun: it is empty.
        guard part != .queue || garbage.count > 20, part != .consent || !garbage.isEmpty else { return }
        let garbage = part == .consent ? garbage + [0x0A] : garbage
        try await Bench.with { bench in
            bench.sink.answer { SealingCollector.shared.answer($0) }
            do {
                let telemetry = try bench.telemetry()
                try await telemetry.grant()
                telemetry.record(.used(.open))
                await telemetry.transmit()
                telemetry.record(.used(.export))
                await telemetry.scribe.drain()
            }
            try Data(garbage).write(to: URL(fileURLWithPath: "\(bench.state)/\(name)"))
            let telemetry = try bench.telemetry()
            telemetry.record(.used(.open))
            let before = bench.sink.records.count
            let status = await telemetry.status()
            let fault = try #require(status.faults.first { $0.part == part }, "\(status.faults)")
            #expect(!fault.remedy.isEmpty && fault.place.hasPrefix(bench.state))
            #expect(status.text.contains("To be mended"))
            // The declaration is for commands alone: the program has its own, and writes it again.
            guard part != .catalog else { return }
            await telemetry.transmit()
            #expect(bench.sink.records.count == before)
            _ = await telemetry.preview()
            _ = await telemetry.export()
            _ = try? await telemetry.verifyLog()
        }
    }
}
