#if Logging && Metrics && Tracing
    import CoreMetrics
    import Logging
    import Tacit
    import TacitTestKit
    import Testing
    import Tracing

    @Suite("Two hundred planted values")
    struct PlantedValueTests {
        /// Values that the scrubber knows by their form.
        private static let formed: [String] = (0..<25).flatMap { number in
            [
                "person\(number)@example.com", "198.51.100.\(number + 100)", "2001:db8:85a3::\(number + 4096)",
                "+1 202 555 01\(number + 10)",
            ]
        }
        /// Words that nothing tells from others: only what is declared, or marked, keeps them in.
        private static let words = (0..<100).map { "marigold\($0 + 100)" }

        @Test("in log lines, labels, dimensions, spans and errors are in no byte that is sent, queued or logged")
        func stayIn() async throws {
            try await ShopService.with(configuration: .roomy) { service in
                let telemetry = service.telemetry
                let lines = Lines()
                func logger(unmarked: Sensitivity) -> Logger {
                    Logger(label: "shop") { label in
                        telemetry.logHandler(
                            LineRecorder(lines: lines), label: label, unmarked: unmarked, limit: 1000
                        ) { _, _, code in .fault(code: code ?? "unknown") }
                    }
                }
                let open = logger(unmarked: .public)
                let closed = logger(unmarked: .private)
                let metrics = telemetry.metrics(samples: 1000) { map in
                    map.counter("n") { .requests(method: $1["method"] ?? .other, count: $0) }
                    map.timer("t") { .request(method: $1["method"] ?? .other, time: $0) }
                }
                let tracer = telemetry.tracer(samples: 1000) { map in
                    map.span(kind: .server) { .request(method: $0.labels["method"] ?? .other, time: $0.duration) }
                    map.errors { code, _ in .fault(code: code) }
                }
                for value in Self.formed {
                    open.error(
                        "no \(value) here", error: ChargeFailed(customer: value),
                        metadata: ["a": "\(value)", "b": ["c": ["\(value)", .public(value)]], "\(value)": "d"])
                }
                for value in Self.words {
                    open.error(
                        "no",
                        metadata: [
                            "password": "\(value)", "a": .private(value),
                            "b": ["c": ["\(value, sensitivity: .private)"]],
                        ])
                    closed.error(
                        "no", error: KnownFault(customer: value), metadata: ["a": "\(value)", "b": ["\(value)"]])
                }
                for value in Self.formed + Self.words {
                    Counter(label: value, factory: metrics).increment()
                    Counter(label: "n", dimensions: [("method", value), (value, "GET")], factory: metrics).increment()
                    Timer(label: "t", dimensions: [("method", value)], factory: metrics).recordSeconds(1)
                    let span = tracer.startSpan(value, ofKind: .server)
                    span.attributes["method"] = value
                    span.attributes[value] = value
                    span.addEvent(SpanEvent(name: value))
                    span.recordError(ChargeFailed(customer: value), attributes: ["x": .string(value)])
                    span.setStatus(SpanStatus(code: .error, message: value))
                    span.end()
                }
                let sent = await service.sent()
                // Lines give 300 faults and spans 200; timers and spans 200 times each.
                #expect(sent.map(\.event).filter { $0 == "fault" }.count == 500)
                #expect(sent.map(\.event).filter { $0 == "request" }.count == 400)
                let text = lines.all.joined(separator: "\n")
                for value in Self.formed + Self.words {
                    #expect(service.contains(noValue: value), "\(value)")
                    #expect(!text.contains(value), "\(value)")
                }
                let counted = sent.first { $0.event == "requests" }
                #expect(counted?["count"] == "200" && counted?["method"] == "other")
            }
        }
    }
#endif
