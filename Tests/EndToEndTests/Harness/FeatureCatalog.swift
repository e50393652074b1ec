/// A catalog with one event, a feature that somebody used, and the metrics that a test needs of it.
enum FeatureCatalog {
    /// - Parameters:
    ///   - budget: for a day.
    ///   - metrics: each with its name, as they stand in a catalog.
    static func text(budget: String, _ metrics: String...) -> String {
        """
        catalog: 1
        name: features
        contributor: [enduser.id]
        budget: {\(budget)}
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

        """ + metrics.map { "  \($0)\n" }.joined()
    }

    /// Exact figures by feature, kept for questions.
    static func kept(as name: String) -> String {
        counted(name, "by: [feature], window: minute, epsilon: 1, delta: 1e-8, release: on-query, keep_days: 30")
    }

    /// A metric of the event, released when its window closes unless it says otherwise.
    static func counted(_ name: String, _ terms: String, most: Int = 2, k: Int = 5) -> String {
        "\(name): {description: Uses, event: feature.used, type: count, max_cells: 1, max_per_cell: \(most), k: \(k), \(terms)}"
    }
}
