#if ServiceLifecycle && Logging
    import Logging
    import ServiceLifecycle
    import Tacit
    import TacitTestKit
    import Testing

    @Suite("Telemetry as a service")
    struct ServiceTests {
        /// Runs it in a group until `body` is done, and returns when the group has ended.
        private func run(
            _ service: TelemetryService, _ body: @Sendable @escaping () async throws -> Void
        ) async throws {
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let group = ServiceGroup(services: [service], logger: logger)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                try await body()
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }

        @Test("transmits when that is due")
        func transmits() async throws {
            var configuration = Configuration()
            configuration.transmissionInterval = .seconds(60)
            configuration.minBatchSize = 1
            try await ShopService.with(configuration: configuration) { service in
                try await run(TelemetryService(service.telemetry)) {
                    service.telemetry.record(.level(number: 1))
                    // The first look begins the schedule, a later one sends.
                    try await eventually {
                        service.clock.advance(by: .seconds(60))
                        return !service.sink.records.isEmpty
                    }
                }
                #expect(service.sink.records.map(\.event) == ["level"])
            }
        }

        @Test("when it is asked to end, what was recorded is written down and stays for the next start")
        func keeps() async throws {
            try await ShopService.with { service in
                try await run(TelemetryService(service.telemetry)) { service.telemetry.record(.level(number: 1)) }
                #expect(service.sink.records.isEmpty)
                #expect(await service.sent().count == 1)
            }
        }

        @Test("where the folder does not outlive the program, the end sends")
        func sends() async throws {
            try await ShopService.with { service in
                try await run(TelemetryService(service.telemetry, sendsAtEnd: true)) {
                    service.telemetry.record(.level(number: 1))
                }
                #expect(service.sink.records.count == 1)
            }
        }

        @Test("a collector that does not answer delays the end by no more than the bound")
        func isBounded() async throws {
            try await TemporaryFolder.lend { folder in
                let clock = ManualClock()
                let silence = Silence()
                let telemetry = try Telemetry.forTesting(
                    Shop.catalog, folder: folder, transport: silence, clock: clock.clock)
                try await telemetry.grant()
                telemetry.record(.level(number: 1))
                let ended = Task { try await run(TelemetryService(telemetry, sendsAtEnd: true)) {} }
                try await eventually { silence.isAsked }
                clock.advance(by: .milliseconds(150))
                try await ended.value
                silence.end()
            }
        }

        @Test("cancelled, it ends as well")
        func cancels() async throws {
            try await ShopService.with { service in
                let running = Task { try await TelemetryService(service.telemetry).run() }
                service.telemetry.record(.level(number: 1))
                running.cancel()
                try await running.value
                #expect(await service.sent().count == 1)
            }
        }
    }
#endif
