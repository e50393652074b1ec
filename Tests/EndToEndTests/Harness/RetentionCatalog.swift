import TacitWire

/// One event of which both is kept: released figures by an open label, and exact figures for questions.
enum RetentionCatalog {
    static let text = """
        catalog: 1
        name: kept
        contributor: [enduser.id]
        budget: {epsilon: 20, delta: 1e-5}
        events:
          feature.used:
            description: Somebody used a feature.
            purpose: Learn what is used.
            consent: {category: analytics, level: basic}
            class: 2
            owner: product team
            expires: 2028-12-31
            fields:
              feature: {type: code, max_length: 40}
            sources:
              - log: {event: feature.used}
                fields: {feature: feature}
        metrics:
          shown: {description: Uses, event: feature.used, type: count, by: [feature], window: minute, epsilon: 5,
                  delta: 1e-6, max_cells: 1, max_per_cell: 1, k: 2}
          asked: {description: Uses, event: feature.used, type: count, by: [feature], window: minute, epsilon: 1,
                  delta: 1e-8, max_cells: 1, max_per_cell: 2, k: 5, release: on-query, keep_days: 30}

        """

    /// Records of so many people who all used one feature.
    static func logs(_ count: Int, feature: String, time: Int64) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1.0.0")
        for number in 0..<count {
            writer.append(
                eventName: "feature.used", time: UInt64(time) * 1_000_000_000,
                attributes: [("feature", .string(feature)), ("enduser.id", .string("person-\(number)"))])
        }
        return writer.finish()
    }
}
