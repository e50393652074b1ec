import Synchronization
import TacitTestKit
import Testing

@testable import Tacit

@Suite("What would be sent is seen before, and what is sent is said as it goes")
struct PreviewTests {
    @Test("a preview is the very bytes that are then sent, also of what failed before and of parts") func same()
        async throws
    {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .enhanced)
            telemetry.record(.used(.export, count: 12, version: "1.2.3"))
            telemetry.record(.failed("E-1", Scrubbed("mail to ada@example.com failed")))
            let first = await telemetry.preview()
            #expect(bench.sink.requests.isEmpty && first.messages.count == 1)
            #expect(first.records.map(\.event) == ["feature.used", "error.raised"])
            bench.sink.answer { request throws(TransportError) in
                if request.path == "/v1/logs" { throw TransportError(.interrupted) }
                return TransportAnswer(status: 404)
            }
            await telemetry.transmit()
            #expect(bench.sink.requests.filter { $0.path == "/v1/logs" }.map(\.message) == first.messages)
            bench.clock.advance(by: .seconds(7200))
            telemetry.record(.used(.open))
            let second = await telemetry.preview()
            #expect(second.messages.count == 2 && second.messages[0] == first.messages[0], "the stamp is kept")
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 3))
            #expect(bench.sink.requests.filter { $0.path == "/v1/logs" }.dropFirst().map(\.message) == second.messages)
            #expect(second.bytes == second.messages.flatMap(\.self))
            #expect(await telemetry.preview().messages.isEmpty)
        }
    }

    @Test("looking changes nothing: neither a stamp nor a request comes of it") func still() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.open))
            let first = await telemetry.preview()
            let files = try bench.files
            #expect(await telemetry.preview() == first)
            #expect(try bench.files == files && !files.contains { $0.hasSuffix(".stamp") })
            bench.clock.advance(by: .seconds(86_400))
            #expect(await telemetry.preview() != first, "another day has another contributor and time")
            #expect(bench.sink.requests.isEmpty)
        }
    }

    @Test("what consent does not cover is in no preview") func covered() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            #expect(await telemetry.preview().text == "Nothing waits to be sent.")
            try await telemetry.grant(level: .enhanced)
            telemetry.record(.used(.open))
            telemetry.record(.failed("E-1"))
            try await telemetry.withdraw(["errors"])
            #expect(await telemetry.preview().records.map(\.event) == ["feature.used"])
            try await telemetry.restrict()
            #expect(await telemetry.preview().messages.isEmpty)
        }
    }

    @Test("the text has every event, field and value, and nothing that was planted") func text() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .enhanced)
            telemetry.record(.used(.export, success: false, count: 12))
            telemetry.record(.failed("E-1", Scrubbed("mail to ada@example.com failed")))
            let text = await telemetry.preview().text
            for part in [
                "feature.used", "feature.name=export", "success=false", "count=10", "error.code=E-1",
                "service.name=test",
            ] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(!text.contains("ada@example.com"))
        }
    }

    @Test(
        "all that goes out is said as it goes, where the variable, the argument or the program asks for it",
        arguments: 0..<4)
    func spoken(_ way: Int) async throws {
        try await Bench.with { bench in
            let said = Mutex("")
            var configuration = Configuration()
            configuration.endpoint = "https://telemetry.example.com"
            configuration.isVerbose = way == 2
            let telemetry = try bench.telemetry(
                configuration, environment: way == 0 ? ["TACIT_VERBOSE": "true"] : [:],
                arguments: way == 1 ? ["build", "--telemetry-verbose"] : ["build"],
                say: { text in said.withLock { $0 += text + "\n" } })
            bench.sink.answer { SealingCollector.shared.answer($0) }
            try await telemetry.grant()
            telemetry.record(.used(.export, count: 12))
            await telemetry.transmit()
            let text = said.withLock { $0 }
            guard way < 3 else {
                #expect(text.isEmpty, "nobody asked")
                return
            }
            for request in bench.sink.requests {
                #expect(text.contains("https://telemetry.example.com\(request.path)"))
            }
            let message = try #require(bench.sink.messages.first)
            for line in message.text.split(separator: "\n") { #expect(text.contains(line)) }
            #expect(text.contains("answered 200"))
        }
    }
}
