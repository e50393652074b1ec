import Foundation
import TacitPrivacy
import TacitTestKit
import Testing

@testable import Tacit

@Suite("Commands see and change a project's telemetry without the program")
struct ProjectTelemetryTests {
    @Test("nothing is known of a project before the first decision, and looking leaves nothing behind") func unknown()
        async throws
    {
        try await Bench.with { bench in
            #expect(ProjectTelemetry.names(in: bench.surroundings).isEmpty)
            for name in [nil, "test", "no/name"] {
                let fault = #expect(throws: TelemetryFault.self) { try bench.command(name) }
                #expect(fault?.part == .project && fault?.remedy.isEmpty == false)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
            #expect(left.isEmpty)
        }
    }

    @Test("where nothing is known for a fault of the configuration, that is told") func faulty() async throws {
        try await Bench.with { bench in
            var surroundings = bench.surroundings
            surroundings.environment["TACIT_CONSENT"] = "analytics=huge"
            let fault = #expect(throws: TelemetryFault.self) {
                try ProjectTelemetry.open("test", surroundings: surroundings)
            }
            #expect(fault?.part == .configuration && fault?.place == "TACIT_CONSENT")
        }
    }

    @Test("what the program declared and set is what a command works with; the bytes of a preview are the same")
    func same() async throws {
        try await Bench.with { bench in
            var configuration = Configuration()
            configuration.endpoint = "https://telemetry.example.com"
            configuration.privacyLevel = .minimal
            configuration.logDays = 7
            configuration.transmissionInterval = .seconds(90)
            let preview: Preview
            do {
                let program = try bench.telemetry(configuration)
                try await program.grant()
                program.record(.used(.export, count: 12))
                preview = await program.preview()
            }
            let command = try bench.command()
            #expect(command.catalog == Sample.catalog && command.project == "test")
            #expect(command.configuration == configuration)
            #expect(await command.preview() == preview && preview.messages.count == 1)
        }
    }

    @Test("every setting that matters outside the program comes through the declaration") func settings() throws {
        var configuration = Configuration()
        configuration.isEnabled = false
        configuration.endpoint = "https://telemetry.example.com"
        configuration.certificates = "/etc/ca.pem"
        configuration.token = "tacit_0badcafe_0123"
        configuration.collectorKey = String(repeating: "0f", count: 32)
        configuration.sealing = .required
        configuration.autoTransmit = false
        configuration.transmissionInterval = .milliseconds(90_500)
        configuration.minBatchSize = 3
        configuration.maxQueueSize = 77
        configuration.maxQueueBytes = 100_000
        configuration.privacyLevel = .balanced
        configuration.logDays = 12
        #expect(Configuration(settings: configuration.settings) == configuration)
        #expect(Configuration().settings.isEmpty)
    }

    @Test("a withdrawal by command stops a running program, and takes out what it had yet to write") func running()
        async throws
    {
        try await Bench.with { bench in
            let program = try bench.telemetry()
            try await program.grant()
            program.record(.used(.open))
            await program.scribe.drain()
            program.record(.used(.export))
            // What another process does: the registration keeps this one from opening the folder twice.
            let trail = ConsentTrail(folder: bench.state)
            _ = try trail.record(on: ConsentDay(daysSince1970: 20_000)) { _ in
                ["analytics", "errors"].map { .withdrawn(category: $0) }
            }
            #expect(await program.transmit() == .nothing)
            program.record(.used(.other))
            #expect(bench.sink.requests.isEmpty)
            #expect(await !program.status().isOn)
        }
    }

    @Test("a withdrawal covers what the catalog no longer has, and asks nothing of a collector that has nothing")
    func removed() async throws {
        try await Bench.with { bench in
            do {
                let telemetry = try bench.telemetry()
                try await telemetry.grant(level: .enhanced)
                telemetry.record(.failed("E-1"))
                await telemetry.scribe.drain()
            }
            let smaller = TelemetryCatalog(
                name: "sample", digest: Sample.digest, categories: [Sample.catalog.categories[0]],
                events: [Sample.Use.definition])
            let telemetry = try Telemetry.forTesting(
                smaller, folder: bench.folder, transport: bench.sink, clock: bench.clock.clock)
            #expect(await telemetry.export().waitingOTLP.isEmpty == false)
            #expect(try await telemetry.withdraw() == .nothingToErase)
            #expect(await telemetry.export().waitingOTLP.isEmpty)
            #expect(await telemetry.consent.decided == ["analytics", "errors"])
            #expect(bench.sink.requests.isEmpty)
        }
    }

    @Test("several projects are told apart, and one of them must be named") func several() async throws {
        try await Bench.with { bench in
            for name in ["one", "two"] {
                let telemetry = try Telemetry.forTesting(
                    Sample.catalog, folder: bench.folder, project: name, transport: bench.sink, clock: bench.clock.clock
                )
                try await telemetry.grant()
            }
            #expect(ProjectTelemetry.names(in: bench.surroundings) == ["one", "two"])
            let fault = #expect(throws: TelemetryFault.self) { try bench.command() }
            #expect(fault?.problem.contains("one, two") == true)
            let one = try bench.command("one")
            try await one.withdraw()
            #expect(await !one.status().isOn)
            #expect(try await bench.command("two").status().isOn)
        }
    }

    @Test("the declaration is written with the first decision, and again when the program says something else")
    func declared() async throws {
        try await Bench.with { bench in
            do {
                let telemetry = try bench.telemetry()
                #expect(!FileManager.default.fileExists(atPath: bench.state))
                try await telemetry.refuse()
                #expect(try Declaration.read(in: bench.state)?.catalog == Sample.catalog)
            }
            let newer = TelemetryCatalog(
                name: "sample", digest: String(repeating: "1", count: 64), categories: Sample.catalog.categories,
                events: [Sample.Use.definition])
            let telemetry = try Telemetry.forTesting(
                newer, folder: bench.folder, transport: bench.sink, clock: bench.clock.clock)
            await telemetry.scribe.drain()
            #expect(try Declaration.read(in: bench.state)?.catalog == newer)
        }
    }

    @Test("an opt-out file is made and taken back, and decides while it is there") func optOut() async throws {
        try await Bench.with { bench in
            do { try await bench.telemetry().grant() }
            let path = try OptOut.set(for: "test", in: bench.surroundings)
            #expect(path == bench.folder + "/.test-no-telemetry")
            #expect(try await !bench.command().status().isOn)
            #expect(try OptOut.remove(for: "test", in: bench.surroundings))
            #expect(try !OptOut.remove(for: "test", in: bench.surroundings))
            #expect(try await bench.command().status().isOn)
        }
    }

    @Test(
        "a record of decisions that is damaged can be put aside, and everything is asked anew",
        arguments: [false, true])
    func reset(_ isKeyLost: Bool) async throws {
        try await Bench.with { bench in
            do {
                let telemetry = try bench.telemetry()
                try await telemetry.grant()
                telemetry.record(.used(.open))
                await telemetry.scribe.drain()
            }
            if isKeyLost {
                try Data([1]).write(to: URL(fileURLWithPath: bench.state + "/install.key"))
            } else {
                try bench.flip("consent.jsonl")
            }
            let telemetry = try bench.telemetry()
            let status = await telemetry.status()
            #expect(!status.isOn && status.decidedBy == .consent)
            #expect(status.faults.contains { $0.remedy.contains("tacit consent reset") })
            try await telemetry.resetConsent()
            #expect(await telemetry.status().faults.isEmpty)
            #expect(await telemetry.questions.count == 2)
            try await telemetry.grant()
            telemetry.record(.used(.export))
            #expect(await telemetry.transmit() == .sent(records: 1))
            try await telemetry.resetConsent()
            await telemetry.erase()
            #expect(try bench.files == ["erased.json"], "what was put aside goes too")
        }
    }
}
