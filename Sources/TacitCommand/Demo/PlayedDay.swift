import Foundation
import Tacit
import TacitPrivacy
import TacitWire

/// One day of the population: the OTLP requests that it sends, and the true figures that nobody but a simulation knows.
struct PlayedDay {
    private(set) var requests: [(path: String, body: [UInt8])] = []
    private(set) var truth = Truth()
    private let start: Int64
    private var traces: [UInt8] = []
    private var logs: [UInt8] = []
    private var batched = 0
    private var identifier: UInt64

    /// How many installations share a request, as behind a proxy.
    private static let batch = 50

    /// - Parameter start: the first second of the day, UTC.
    init(_ population: Population, start: Int64, using random: inout SyntheticRandom) {
        self.start = start
        identifier = random.next()
        let isWeekend = [2, 3].contains(start / 86400 % 7)
        for installation in population.installations
        where Double.random(in: 0..<1, using: &random) < installation.activity * (isWeekend ? 0.6 : 1) {
            play(installation, using: &random)
        }
        flush()
    }

    private mutating func play(_ installation: Installation, using random: inout SyntheticRandom) {
        let contributor = installation.contributor.token(on: Date(timeIntervalSince1970: Double(start)))
        let resource: [(String, OTLPLogWriter.Value)] = [
            ("service.name", "demo"), ("telemetry.sdk.language", .string(installation.language)),
            ("telemetry.sdk.version", .string(installation.version)), ("tacit.contributor", .string(contributor)),
        ]
        truth.addBatches(2, language: installation.language, version: installation.version)

        var spans = OTLPSpanWriter(resource: resource)
        for _ in 0..<Choice.count(mean: installation.intensity, limit: 8, using: &random) {
            request(installation, &spans, using: &random)
        }
        traces += spans.finish()

        var records = OTLPLogWriter(resource: resource, scope: "demo")
        for feature in installation.features {
            for _ in 0..<Choice.count(mean: installation.intensity / 2, limit: 2, using: &random) {
                use(feature, &records, using: &random)
            }
        }
        logs += records.finish()
        truth.endInstallation()

        batched += 1
        if batched == Self.batch { flush() }
    }

    private mutating func request(
        _ installation: Installation, _ spans: inout OTLPSpanWriter, using random: inout SyntheticRandom
    ) {
        // A randomElement of a list that is never empty.
        let route = installation.routes.randomElement(using: &random) ?? "/"
        // Whoever has one favourite meets at most three pairs of route and status a day.
        let fails = route == installation.routes.last && Double.random(in: 0..<1, using: &random) < 0.02
        let status = fails ? 500 : 200
        let duration = Choice.duration(median: route == "/export" ? 400 : 35, using: &random)
        let begin = UInt64(start + Int64.random(in: 0..<86000, using: &random)) * 1_000_000_000
        let type = fails ? Choice.of(["TimeoutError": 60, "DatabaseError": 30, "ValueError": 10], using: &random) : nil
        identifier &+= 1
        spans.append(
            name: "GET \(route)", kind: .server, id: identifier, start: begin,
            end: begin + UInt64(duration * 1_000_000),
            attributes: [
                ("http.request.method", "GET"), ("http.route", .string(route)),
                ("http.response.status_code", .int(Int64(status))),
            ], exception: type.map { .init(type: $0) })
        truth.addRequest(route: route, status: "\(status / 100)xx", duration: (duration * 1e6).rounded(.down) / 1e6)
        if let type { truth.addError(type) }
    }

    private mutating func use(
        _ feature: String, _ records: inout OTLPLogWriter, using random: inout SyntheticRandom
    ) {
        let succeeds = feature == "open" || Double.random(in: 0..<1, using: &random) < 0.96
        let duration = Choice.duration(median: 60, using: &random)
        let time = UInt64(start + Int64.random(in: 0..<86000, using: &random)) * 1_000_000_000
        records.append(
            eventName: "feature.used", time: time,
            attributes: [
                ("feature", .string(feature)), ("success", .bool(succeeds)), ("duration_ms", .double(duration)),
            ])
        truth.addUse(feature, succeeds: succeeds, duration: duration)
    }

    /// Requests of several resources are the concatenation of their bytes.
    private mutating func flush() {
        if !traces.isEmpty { requests.append((Signal.traces.path, traces)) }
        if !logs.isEmpty { requests.append((Signal.logs.path, logs)) }
        (traces, logs, batched) = ([], [], 0)
    }
}
