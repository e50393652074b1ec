#if Tracing
    import InMemoryTracing
    @testable import Tacit
    import TacitTestKit
    import Testing
    import Tracing

    @Suite("A span is collected as the event that the app has mapped it to, or not at all")
    struct TracingTests {
        private func tracer(_ service: ShopService, alongside other: (any Tracer)? = nil) -> TelemetryTracer {
            service.telemetry.tracer(alongside: other) { map in
                map.span("checkout") { span in
                    .request(method: span.hasFailed ? .other : .post, time: span.duration)
                }
                map.span(kind: .server) { span in
                    .request(method: span.labels["http.method", field: "method"] ?? .other, time: span.duration)
                }
                map.span("named", kind: .client) { span in
                    .request(method: span.labels["$name", field: "method"] ?? .get, time: span.duration)
                }
                map.errors { code, _ in .fault(code: code) }
            }
        }

        private func instant(_ milliseconds: UInt64) -> DefaultTracerClock.Timestamp {
            .init(nanosecondsSinceEpoch: milliseconds * 1_000_000)
        }

        @Test("by name, by kind or by both, with its duration and whether it failed")
        func maps() async throws {
            try await ShopService.with { service in
                let tracer = tracer(service)
                let checkout = tracer.startSpan("checkout", at: instant(1000))
                checkout.setStatus(SpanStatus(code: .error, message: "marigold"))
                checkout.end(at: instant(1040))
                let served = tracer.startSpan("GET", ofKind: .server, at: instant(1000))
                // A router learns the name of what it serves later.
                served.operationName = "GET /orders/{id}"
                served.attributes["http.method"] = "GET"
                served.end(at: instant(1007))
                tracer.startSpan("named", at: instant(1000)).end(at: instant(1001))
                tracer.startSpan("named", ofKind: .client, at: instant(1000)).end(at: instant(999))
                let sent = await service.sent()
                #expect(sent.map { $0["time"] } == ["40", "7", "0"])
                #expect(sent.map { $0["method"] } == ["other", "GET", "GET"])
                #expect(service.telemetry.recorder.counters[.unmapped] == 1)
            }
        }

        @Test("an error is one fault by the code or the type of it, through however many spans it passes")
        func recordsErrors() async throws {
            try await ShopService.with { service in
                let tracer = tracer(service)
                #expect(throws: ChargeFailed.self) {
                    try tracer.withSpan("checkout") { _ in
                        try tracer.withSpan("charge") { _ in
                            try tracer.withSpan("call") { _ in throw ChargeFailed(customer: "jane@example.com") }
                        }
                    }
                }
                try? tracer.withSpan("a") { _ in throw KnownFault(customer: "jane@example.com") }
                try? tracer.withSpan("a") { _ in throw KnownFault(customer: "jane@example.com") }
                let sent = await service.sent()
                #expect(
                    sent.filter { $0.event == "fault" }.map { $0["error.type"] } == [
                        "ChargeFailed", "SHOP-1001", "SHOP-1001",
                    ])
                #expect(sent.filter { $0.event == "request" }.map { $0["method"] } == ["other"])
            }
        }

        @Test("nothing planted in names, attributes, events, links, errors and status messages is sent or queued")
        func keepsPlantedValuesIn() async throws {
            try await ShopService.with { service in
                let tracer = tracer(service)
                let values = ["jane@example.com", "198.51.100.7", "marigold"]
                for value in values {
                    let span = tracer.startSpan("GET /\(value)", ofKind: .server)
                    span.attributes["http.method"] = value
                    span.attributes[value] = 1
                    span.addEvent(SpanEvent(name: value, attributes: ["x": .string(value)]))
                    span.recordError(ChargeFailed(customer: value), attributes: ["y": .string(value)])
                    span.addLink(SpanLink(context: span.context, attributes: ["z": .string(value)]))
                    span.setStatus(SpanStatus(code: .error, message: value))
                    span.end()
                }
                #expect(await service.sent().count == 6)
                for value in values { #expect(service.contains(noValue: value)) }
            }
        }

        @Test("nothing is put into outgoing requests, unless a tracer alongside does it")
        func injectsNothing() async throws {
            try await ShopService.with { service in
                var headers: [String: String] = [:]
                let tracer = tracer(service)
                tracer.withSpan("checkout") { tracer.inject($0.context, into: &headers, using: Headers()) }
                #expect(headers.isEmpty)
                let other = self.tracer(service, alongside: InMemoryTracer())
                other.withSpan("checkout") { other.inject($0.context, into: &headers, using: Headers()) }
                #expect(!headers.isEmpty)
            }
        }

        @Test(
            "a tracer alongside gets every span as it would alone, with consent and without", arguments: [false, true])
        func sharesSpans(consents: Bool) async throws {
            try await ShopService.with(consents: consents) { service in
                let memory = InMemoryTracer()
                let tracer = tracer(service, alongside: memory)
                try? tracer.withSpan("checkout", ofKind: .server) { span in
                    span.operationName = "paid"
                    span.attributes["a"] = "b"
                    span.addEvent("c")
                    tracer.withSpan("inner") { _ in }
                    throw ChargeFailed(customer: "d")
                }
                let spans = memory.finishedSpans
                #expect(spans.map(\.operationName) == ["inner", "paid"])
                #expect(spans.first?.parentSpanID == spans.last?.spanID)
                #expect(spans.last?.events.count == 1 && spans.last?.errors.count == 1)
                #expect(spans.last?.attributes.get("a") == .string("b"))
                #expect(await service.sent().count == (consents ? 2 : 0))
            }
        }

        @Test("without consent a span is its context and nothing else")
        func isSilentWithoutConsent() async throws {
            try await ShopService.with(consents: false) { service in
                let span = tracer(service).startSpan("checkout")
                #expect(!span.isRecording)
                #expect(span.recording == nil && span.context.count == 0)
                span.recordError(KnownFault(customer: "x"))
                span.end()
                try await service.telemetry.grant()
                #expect(await service.sent().isEmpty)
            }
        }

        @Test("what comes after the end of a span is not heard")
        func ends() async throws {
            try await ShopService.with { service in
                let span = tracer(service).startSpan("checkout", at: instant(1000))
                #expect(span.isRecording)
                span.end(at: instant(1005))
                #expect(!span.isRecording)
                span.end(at: instant(9000))
                span.recordError(KnownFault(customer: "x"))
                #expect(await service.sent().map { $0["time"] } == ["5"])
            }
        }
    }

    private struct Headers: Injector {
        func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) { carrier[key] = value }
    }
#endif
