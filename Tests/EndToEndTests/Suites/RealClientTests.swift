import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("Figures from real OpenTelemetry clients are true to within their noise")
    struct RealClientTests {
        /// How a client of the Python SDK sends.
        struct Way: Sendable, CustomTestStringConvertible {
            let wire: String
            let compression: String

            var testDescription: String { "\(wire), \(compression)" }
        }

        static let ways = [
            Way(wire: "http", compression: "none"), Way(wire: "http", compression: "gzip"),
            Way(wire: "http", compression: "deflate"), Way(wire: "grpc", compression: "none"),
            Way(wire: "grpc", compression: "gzip"),
        ]

        @Test("logs, spans and metrics of the SDK, each item of its own contributor", arguments: ways)
        func sdk(_ way: Way) async throws {
            try await RunningCollector.run(CollectorSetup(catalog: .sharp)) { collector in
                let sent = try await Client.told(
                    Client.Sent.self, "send",
                    [
                        "--protocol", way.wire, "--compression", way.compression, "--endpoint",
                        way.wire == "grpc" ? collector.otlpGRPC : collector.otlpHTTP, "--count", "400",
                        "--contributors", "400", "--batch", "20", "--start", "\(Moment.seconds)",
                    ])
                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                let figures = try await collector.report()

                let requests = sent.counts("http.server.request")
                for status in ["1xx", "2xx", "3xx", "4xx", "5xx"] {
                    let truth = requests.values.reduce(0) { $0 + ($1[status] ?? 0) }
                    try expect(figures, "http.requests", status, is: truth)
                }
                let errors = requests.values.reduce(0) { $0 + ($1["5xx"] ?? 0) }
                try expect(figures, "errors", is: errors)
                for (route, counts) in requests {
                    for (status, truth) in counts { try expect(figures, "http.routes", route, status, is: truth) }
                }
                for (feature, counts) in sent.counts("feature.used") {
                    // What is not in the catalog's list is counted as the declared other.
                    let label = feature == "import" ? "other" : feature
                    try expect(figures, "feature.uses", label, "true", is: counts["success"] ?? 0)
                    try expect(figures, "feature.uses", label, "false", is: counts["failure"] ?? 0)
                }
                let buckets = try #require(figures["http.latency"]?.windows.last?.cells.first?.buckets)
                #expect(abs(buckets.reduce(0) { $0 + $1.estimate } - 400) < 100)
                // An export is a batch of one resource.
                try expect(figures, "sdk.languages", "python", is: sent.requests)
                // One installation is below any threshold.
                #expect(figures.cell("installations.active")?.shown == false)

                for signal in ["logs", "traces"] {
                    #expect(figures.signal(signal)?.received.agrees(with: 400) == true)
                    #expect(figures.signal(signal)?.refused.agrees(with: 0) == true)
                }
            }
        }

        @Test("spans of an auto-instrumented web application, without editing the shipped catalog")
        func instrumentedApplication() async throws {
            struct Served: Decodable {
                let answers: [String: Int]
                let requests: Int
            }
            // The application's own clock is the real one.
            let now = Date.now
            let setup = CollectorSetup(catalog: .sharp, clock: "simulated:\(now.formatted)")
            try await RunningCollector.run(setup) { collector in
                let served = try await Client.told(
                    Served.self, "flask_app", ["--endpoint", collector.otlpHTTP, "--requests", "150"])
                #expect(served.requests == 150)
                try await collector.moveClock(to: now.seconds + 3 * Moment.day)
                let figures = try await collector.report()
                #expect(figures["http.requests"]?.windows.allSatisfy { $0.unit == "contributor-or-record" } == true)
                let statuses = Dictionary(grouping: served.answers) {
                    $0.key.split(separator: " ").last!.prefix(1) + "xx"
                }
                for (status, answers) in statuses {
                    try expect(figures, "http.requests", String(status), is: answers.reduce(0) { $0 + $1.value })
                }
                for (route, status) in [("/", "2xx"), ("/users/<name>", "2xx")] {
                    try expect(figures, "http.routes", route, status, is: served.answers["\(route) 200"] ?? 0)
                }
                // The framework tells of an unhandled exception twice: in the span, and in an error of its log.
                try expect(figures, "errors.types", "RuntimeError", is: 2 * (served.answers["/fail 500"] ?? 0))
            }
        }

        @Test("asking again gives the same bytes, and so does the page's own report")
        func sameBytes() async throws {
            try await RunningCollector.run { collector in
                _ = try await collector.post(.logs, Requests.logs(50))
                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                let first = try await Program.tacit("report", "--state", collector.state, "--json")
                let again = try await Program.tacit("report", "--state", collector.state, "--json")
                #expect(first.bytes == again.bytes)
                let page = try await collector.get("/api/report").text
                #expect(try values(of: first.output) == values(of: page))
                let asked = try await Program.tacit("report", "--collector", collector.dashboard, "--json")
                #expect(try values(of: asked.output) == values(of: page))
            }
        }

        /// The metrics alone: the rest tells the time of asking.
        private func values(of report: String) throws -> String {
            let object = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
            let data = try JSONSerialization.data(withJSONObject: object?["metrics"] ?? [], options: .sortedKeys)
            return String(decoding: data, as: UTF8.self)
        }

        /// A cell agrees with the truth; it may be hidden only where the truth is small.
        private func expect(
            _ figures: Figures, _ metric: String, _ labels: String..., is truth: Int,
            at place: SourceLocation = #_sourceLocation
        ) throws {
            let windows = try #require(figures[metric], sourceLocation: place).windows
            // With the real clock the traffic may lie on both sides of midnight; quiet windows add their noise only.
            let cells = windows.flatMap { $0.cells.filter { $0.labels == labels && $0.shown } }
            let name = "\(metric) \(labels)"
            guard let cell = cells.max(by: { ($0.value?.estimate ?? 0) < ($1.value?.estimate ?? 0) }) else {
                #expect(truth < 30, "\(name) is hidden", sourceLocation: place)
                return
            }
            let figure = try #require(cell.value, sourceLocation: place)
            #expect(figure.agrees(with: truth), "\(name) is \(figure), truly \(truth)", sourceLocation: place)
        }
    }
}
