#if Logging && Metrics && Tracing && ServiceLifecycle
    import CoreMetrics
    import Foundation
    import Logging
    import ServiceLifecycle
    import Tacit
    import Testing
    import Tracing

    @Suite("The documentation of backends")
    struct BackendDocumentTests {
        @Test("shows code that compiles: each line stands in the function below")
        func compiles() throws {
            let tests = URL(fileURLWithPath: #filePath)
            let root = (0..<4).reduce(tests) { path, _ in path.deletingLastPathComponent() }
            let document = try String(contentsOf: root.appendingPathComponent("docs/sdk.md"), encoding: .utf8)
            let section = try #require(document.range(of: "## In a service\n")).upperBound
            let begin = try #require(document[section...].range(of: "```swift\n")).upperBound
            let end = try #require(document[begin...].range(of: "\n```")).lowerBound
            let compiled = Set(try String(contentsOf: tests, encoding: .utf8).split(separator: "\n").map(Self.trimmed))
            for line in document[begin..<end].split(separator: "\n") {
                #expect(compiled.contains(Self.trimmed(line)), "\(line)")
            }
        }

        private static func trimmed(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }

        /// The document's example, which takes the place of a process's logging, metrics and tracing: it is not run.
        static func example(server: any Service) async throws {
            let telemetry = try Tacit.bootstrap(.shop, project: "shop", version: "2.1.0")

            LoggingSystem.bootstrap { label in
                telemetry.logHandler(StreamLogHandler.standardError(label: label), label: label) { level, _, code in
                    .fault(code: code ?? "unknown", isFatal: level == .critical)
                }
            }

            MetricsSystem.bootstrap(
                telemetry.metrics { map in
                    map.counter("hb.requests") { count, labels in
                        .requests(method: labels["http.request.method", field: "method"] ?? .other, count: count)
                    }
                    map.gauge("http.server.active_requests") { number, _ in
                        Int(exactly: number.rounded()).map { Level(number: $0) }
                    }
                })

            InstrumentationSystem.bootstrap(
                telemetry.tracer { map in
                    map.span("checkout") { span in .request(method: .post, time: span.duration) }
                })

            let services: [any Service] = [server, TelemetryService(telemetry)]
            try await ServiceGroup(services: services, logger: Logger(label: "shop")).run()
        }
    }

    extension TelemetryCatalog {
        static let shop = Shop.catalog
    }
#endif
