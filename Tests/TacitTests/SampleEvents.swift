import Tacit

/// What the code generated from a small catalog looks like.
enum Sample {
    static let digest = "00000000000000aa" + String(repeating: "0", count: 48)

    static let catalog = TelemetryCatalog(
        name: "sample", digest: digest,
        categories: [
            ConsentCategory(
                name: "analytics", title: "Feature use", what: "Which features are used", why: "To mend them",
                benefit: "They get better", retention: "A year", sharing: "With nobody", version: 1),
            ConsentCategory(
                name: "errors", title: "Errors", what: "Which errors occur", why: "To mend them",
                benefit: "Fewer errors",
                retention: "A year", sharing: "With nobody", version: 1),
        ],
        events: [Use.definition, Failure.definition])

    struct Use: TelemetryEvent {
        enum Feature: UInt8, CaseIterable { case open, export, other }
        var feature: Feature
        var success: Bool
        var count: Int
        var duration: Duration?
        var version: Version?

        static let definition = EventDefinition(
            name: "feature.used", eventName: "feature.used", description: "", purpose: "", category: 0, level: .basic,
            expires: 30_000,
            fields: [
                FieldDefinition(
                    name: "feature", key: "feature.name", description: "",
                    kind: .enumeration(["open", "export", "other"])),
                FieldDefinition(name: "success", key: "success", description: "", kind: .bool),
                FieldDefinition(
                    name: "count", key: "count", description: "",
                    kind: .number(min: 0, max: 100, granularity: 5, unit: "1")),
                FieldDefinition(
                    name: "duration", key: "duration_ms", description: "",
                    kind: .duration(min: 0, max: 1000, granularity: 10), isOptional: true),
                FieldDefinition(
                    name: "version", key: "version", description: "", kind: .version(numbers: 2), isOptional: true),
            ])

        static var gate: EventGate {
            EventGate(catalog: 0xAA, event: 0, category: 0, level: .basic, expires: 30_000)
        }

        func write(to fields: inout FieldWriter) {
            fields.choice(Int(feature.rawValue))
            fields.bool(success)
            fields.number(count)
            fields.duration(duration)
            fields.version(version)
        }
    }

    struct Failure: TelemetryEvent {
        var code: Code
        var message: Scrubbed?

        static let definition = EventDefinition(
            name: "error.raised", eventName: "error.raised", description: "", purpose: "", category: 1,
            level: .enhanced, expires: 30_000,
            fields: [
                FieldDefinition(name: "code", key: "error.code", description: "", kind: .code(maxLength: 40)),
                FieldDefinition(
                    name: "message", key: "error.message", description: "", kind: .scrubbed(maxLength: 60),
                    isOptional: true),
            ])

        static var gate: EventGate {
            EventGate(catalog: 0xAA, event: 1, category: 1, level: .enhanced, expires: 30_000)
        }

        func write(to fields: inout FieldWriter) {
            fields.code(code)
            fields.text(message)
        }
    }
}

extension TelemetryEvent where Self == Sample.Use {
    static func used(
        _ feature: Sample.Use.Feature, success: Bool = true, count: Int = 0, duration: Duration? = nil,
        version: Version? = nil
    ) -> Self {
        Sample.Use(feature: feature, success: success, count: count, duration: duration, version: version)
    }
}

extension TelemetryEvent where Self == Sample.Failure {
    static func failed(_ code: Code, _ message: Scrubbed? = nil) -> Self {
        Sample.Failure(code: code, message: message)
    }
}
