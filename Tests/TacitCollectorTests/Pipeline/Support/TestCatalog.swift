import TacitCatalog
import TacitPrivacy

/// Catalogs in a few words. What a test does not say is as permissive as it can be.
enum TestCatalog {
    static func source(
        _ signal: Source.Signal, name: String? = nil, kind: Source.SpanKind? = nil, severity: Int? = nil,
        where conditions: [Source.Condition] = [], fields: [String: [Source.Reading]] = [:]
    ) -> Source {
        Source(
            signal: signal, name: name, spanKind: kind, minSeverity: severity, conditions: conditions,
            fields: fields.map { Source.Mapping(field: $0, readings: $1) })
    }

    static func event(
        _ name: String = "thing", fields: [(String, Field.Kind)] = [], sources: [Source],
        consent: (String, Consent.Level) = ("essential", .basic), expires: String = "2999-12-31",
        contributor: [String]? = nil
    ) -> Event {
        Event(
            name: name, description: "A thing happened.", purpose: "To know.",
            consent: Consent(category: consent.0, level: consent.1), dataClass: .aggregate, owner: "team",
            expires: CalendarDate(expires)!, contributorAttributes: contributor,
            fields: fields.map { Field(name: $0, description: "A field.", kind: $1) }, sources: sources)
    }

    static func metric(
        _ name: String, of event: String = "thing", _ kind: Metric.Kind = .count, by dimensions: [String] = [],
        window: WindowLength = .minute, epsilon: String = "1", delta: String = "0.000001", maxCells: Int = 2,
        maxPerCell: Int = 3, k: Int = 5, mode: Metric.Mode = .onClose
    ) throws -> Metric {
        Metric(
            name: name, description: "How many.", event: event, kind: kind,
            dimensions: dimensions.map { Metric.Dimension(field: $0) },
            guarantee: Guarantee(
                window: window, epsilon: try Epsilon(epsilon), delta: try Delta(delta), maxCells: maxCells,
                maxPerCell: maxPerCell, k: k), mode: mode)
    }

    static func catalog(
        _ events: [Event], _ metrics: [Metric], contributor: [String] = ["installation", "account"],
        epsilon: String = "100"
    ) throws -> Catalog {
        Catalog(
            name: "test", contributorAttributes: contributor,
            budget: Budget(epsilon: try Epsilon(epsilon), delta: try Delta("0.001")), events: events, metrics: metrics)
    }
}
