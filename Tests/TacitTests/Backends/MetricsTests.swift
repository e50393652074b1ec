#if Metrics
    import CoreMetrics
    @testable import Tacit
    import TacitTestKit
    import Testing

    @Suite("A metric is collected as the event that the app has mapped it to, or not at all")
    struct MetricsTests {
        private func factory(_ service: ShopService, samples: Int = 20) -> TelemetryMetricsFactory {
            service.telemetry.metrics(samples: samples) { map in
                map.counter("http.requests") { .requests(method: $1["method"] ?? .other, count: $0) }
                map.timer("http.duration") { .request(method: $1["verb", field: "method"] ?? .other, time: $0) }
                map.gauge("queue.length") { level, _ in Int(exactly: level.rounded()).map { Level(number: $0) } }
                map.recorder("payload") { size, _ in Int(exactly: size.rounded()).map { Level(number: $0) } }
            }
        }

        @Test("a million increments make one record")
        func addsUp() async throws {
            try await ShopService.with { service in
                let counter = Counter(
                    label: "http.requests", dimensions: [("method", "GET")], factory: factory(service))
                for _ in 0..<1_000_000 { counter.increment() }
                let sent = await service.sent()
                #expect(sent.map(\.event) == ["requests"])
                #expect(sent.first?["count"] == "1000000")
                #expect(sent.first?["method"] == "GET")
                #expect(await service.sent().count == 1)
            }
        }

        @Test("increments of many tasks are counted once each, also while they are collected")
        func countsConcurrently() async throws {
            try await ShopService.with(configuration: .roomy) { service in
                let factory = factory(service)
                await withTaskGroup(of: Void.self) { tasks in
                    for _ in 0..<4 {
                        tasks.addTask {
                            let counter = Counter(label: "http.requests", factory: factory)
                            for _ in 0..<50_000 { counter.increment() }
                        }
                    }
                    for _ in 0..<20 { await service.telemetry.flush(within: .seconds(3600)) }
                }
                let counts = await service.sent().compactMap { $0["count"].flatMap(Int.init) }
                #expect(counts.reduce(0, +) == 200_000)
            }
        }

        @Test("counters that are made anew for each request add up, by the values that the event tells apart")
        func sharesSeries() async throws {
            try await ShopService.with { service in
                let factory = factory(service)
                for number in 0..<300 {
                    let dimensions = [("method", number % 3 == 0 ? "POST" : "GET"), ("path", "/orders/\(number)")]
                    Counter(label: "http.requests", dimensions: dimensions, factory: factory).increment(by: 2)
                }
                let sent = await service.sent().map { "\($0["method"] ?? "") \($0["count"] ?? "")" }
                #expect(sent.sorted() == ["GET 400", "POST 200"])
            }
        }

        @Test("fractional increments add up to whole ones, of several counters together")
        func addsFractions() async throws {
            try await ShopService.with { service in
                let factory = factory(service)
                for _ in 0..<9 { FloatingPointCounter(label: "http.requests", factory: factory).increment(by: 0.25) }
                #expect(await service.sent().first?["count"] == "2")
            }
        }

        @Test("what is not mapped is dropped and counted, whatever kind of metric it is")
        func deniesByDefault() async throws {
            try await ShopService.with { service in
                let factory = factory(service)
                Counter(label: "jane@example.com", factory: factory).increment()
                FloatingPointCounter(label: "b", factory: factory).increment(by: 1)
                Recorder(label: "c", factory: factory).record(1)
                Gauge(label: "d", factory: factory).record(1)
                Meter(label: "e", factory: factory).set(1)
                Timer(label: "f", factory: factory).recordNanoseconds(1)
                // Mapped, but as a metric of another kind.
                Timer(label: "http.requests", factory: factory).recordNanoseconds(1)
                #expect(await service.sent().isEmpty)
                #expect(service.telemetry.recorder.counters[.unmapped] == 7)
            }
        }

        @Test("dimensions are values of the event's closed enumerations, and no other text of them gets out")
        func closesDimensions() async throws {
            try await ShopService.with { service in
                let factory = factory(service)
                let dimensions = [("method", "jane@example.com"), ("user", "marigold"), ("verb", "POST")]
                Counter(label: "http.requests", dimensions: dimensions, factory: factory).increment()
                Timer(label: "http.duration", dimensions: dimensions, factory: factory).recordMilliseconds(12)
                let sent = await service.sent()
                #expect(Set(sent.compactMap { $0["method"] }) == ["other", "POST"])
                for value in ["jane@example.com", "marigold", "http.requests"] {
                    #expect(service.contains(noValue: value))
                }
            }
        }

        @Test("a gauge and a meter give their last value")
        func keepsLast() async throws {
            try await ShopService.with { service in
                let factory = factory(service)
                let gauge = Gauge(label: "queue.length", factory: factory)
                for value in 1...50 { gauge.record(value) }
                #expect(await service.sent().map { $0["level"] } == ["50"])
                let meter = Meter(label: "queue.length", factory: factory)
                meter.set(7)
                meter.increment(by: 5)
                meter.decrement(by: 2)
                meter.increment(by: Double.nan)
                #expect(await service.sent().map { $0["level"] } == ["50", "10"])
                #expect(await service.sent().count == 2)
                gauge.record(1e300)
                #expect(await service.sent().count == 2, "no Int holds it, and the mapping said so with nil")
            }
        }

        @Test("measurements are recorded one by one up to the sample's size, and a sample of more is fair")
        func samples() async throws {
            try await ShopService.with { service in
                let recorder = Recorder(label: "payload", factory: factory(service))
                for value in 0..<20 { recorder.record(value) }
                #expect(await service.sent().count == 20)
            }
            // 50 rounds of 20 from 1000: the sum of 1000 draws has mean 499,500 and standard deviation below 9,130; more
            // than six of them off has a probability below 1e-8.
            try await ShopService.with(configuration: .roomy) { service in
                let recorder = Recorder(label: "payload", factory: factory(service))
                for _ in 0..<50 {
                    for value in 0..<1000 { recorder.record(value) }
                    await service.telemetry.flush(within: .seconds(3600))
                }
                let sent = await service.sent().compactMap { $0["level"].flatMap(Double.init) }
                #expect(sent.count == 1000)
                #expect(abs(sent.reduce(0, +) - 499_500) < 55_000)
                #expect(service.telemetry.recorder.counters[.sampledOut] == 49_000)
            }
        }

        @Test("what is gathered is recorded when the interval is over, without being asked for")
        func keepsInterval() async throws {
            try await ShopService.with { service in
                let counter = Counter(label: "http.requests", factory: factory(service))
                counter.increment()
                try await service.waits()
                service.clock.advance(by: .seconds(60))
                try await eventually { service.telemetry.recorder.counters[.recorded] == 1 }
                counter.increment()
                #expect(await service.sent().count == 2)
            }
        }

        @Test("what was counted before consent, or before it was taken back, is never sent after it was given again")
        func heedsConsent() async throws {
            try await ShopService.with(consents: false) { service in
                let counter = Counter(label: "http.requests", factory: factory(service))
                let timer = Timer(label: "http.duration", factory: factory(service))
                counter.increment(by: 1000)
                timer.recordSeconds(9)
                try await service.telemetry.grant()
                #expect(await service.sent().isEmpty)
                counter.increment(by: 3)
                timer.recordSeconds(9)
                _ = try await service.telemetry.withdraw()
                try await service.telemetry.grant()
                #expect(await service.sent().isEmpty)
                counter.increment(by: 5)
                #expect(await service.sent().map { $0["count"] } == ["5"])
            }
        }

        @Test("an event with unbounded values makes no unbounded memory")
        func boundsSeries() async throws {
            try await ShopService.with { service in
                let count = SeriesCount()
                let factory = service.telemetry.metrics { map in
                    map.counter("n") { number, _ in number == 0 ? .fault(code: count.next()) : .fault(code: "n") }
                }
                for _ in 0..<300 { Counter(label: "n", factory: factory).increment() }
                #expect(service.telemetry.recorder.counters[.tooManySeries] == 44)
            }
        }
    }
#endif
