import TacitWire
import Testing

/// A metric that answers questions, and three minutes of it.
enum KeptMinutes {
    /// The metric has an epsilon of 1 in each window.
    static let catalog = """
        catalog: 1
        name: asked
        contributor: [enduser.id]
        budget: {epsilon: 2, delta: 1e-6}
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
          uses: {description: Uses, event: feature.used, type: count, by: [feature], window: minute, epsilon: 1,
                 delta: 1e-8, max_cells: 1, max_per_cell: 2, k: 5, release: on-query, keep_days: 30}

        """

    /// A collector has kept three minutes and has ended.
    static func keep(_ folder: CollectorFolder) async throws {
        let collector = try await folder.start()
        for minute in 0..<3 {
            let time = Moment.seconds + Int64(minute) * 60
            try await collector.moveClock(to: time + 5)
            #expect(try await collector.post(.logs, Requests.logs(200, time: time)).status == 200)
        }
        try await collector.moveClock(to: Moment.seconds + 3 * 60 + 15)
        #expect(await collector.stop() == 0)
    }
}
