import TacitWire
import Testing

/// A metric that answers questions, and three minutes of it.
enum KeptMinutes {
    /// The metric has an epsilon of 1 in each window.
    static let catalog = FeatureCatalog.text(budget: "epsilon: 2, delta: 1e-6", FeatureCatalog.kept(as: "uses"))

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
