import TacitPrivacy
import TacitWire

/// Log records of 8 to 12 attributes, 100 a request, as services send them: some attributes are declared, most are not.
enum Traffic {
    static func requests(_ count: Int, records: Int = 100, contributors: Int = 100_000) -> [[UInt8]] {
        var random = SyntheticRandom(seed: 7)
        return (0..<count).map { _ in request(records, contributors, using: &random) }
    }

    private static func request(_ records: Int, _ contributors: Int, using random: inout SyntheticRandom) -> [UInt8] {
        var writer = OTLPLogWriter(
            resource: [
                ("service.name", "shop"), ("service.version", "2.4.1"), ("telemetry.sdk.language", "python"),
                ("telemetry.sdk.name", "opentelemetry"), ("telemetry.sdk.version", "1.30.0"),
                ("host.name", "node-17.example.com"), ("deployment.environment", "production"),
            ], scope: "shop.features", version: "1.2.0")
        for _ in 0..<records {
            var attributes: [(String, OTLPLogWriter.Value)] = [
                ("feature", .string(["open", "search", "export", "share"].randomElement(using: &random) ?? "open")),
                ("success", .bool(Int.random(in: 0..<20, using: &random) > 0)),
                ("duration_ms", .double(Double.random(in: 1..<400, using: &random))),
                ("enduser.id", .string("user-\(Int.random(in: 0..<contributors, using: &random))")),
                ("thread.name", "worker-3"), ("code.function", "handle_request"), ("code.lineno", .int(218)),
                ("http.request.id", .string(String(random.next(), radix: 16))),
            ]
            let more: [(String, OTLPLogWriter.Value)] = [
                ("app.plan", "premium"), ("app.locale", "de-DE"), ("screen.width", .int(1920)), ("session.kind", "web"),
            ]
            attributes += more.prefix(Int.random(in: 0...4, using: &random))
            writer.append(eventName: "feature.used", time: 0, severity: 9, attributes: attributes)
        }
        return writer.finish()
    }
}
