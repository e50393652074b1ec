#if Metrics
    import CoreMetrics

    /// Which metrics become which events of the catalog. What is not named here is not collected.
    ///
    /// ```swift
    /// map.counter("http.requests") { RequestsServed(count: $0, method: $1["method"] ?? .other) }
    /// map.timer("http.request.duration") { time, _ in RequestServed(duration: time) }
    /// map.gauge("queue.length") { length, _ in Int(exactly: length.rounded()).map { QueueSeen(length: $0) } }
    /// ```
    ///
    /// A gauge's value is a Double. A field in whole steps is an Int, which can't hold all of them; `Int(_:)` would end the app.
    ///
    /// Each closure is given the value and the metric's dimensions, of which it sees values that the catalog declares and
    /// nothing else; it returns `nil` where nothing is to be recorded. What it says must depend on those two alone.
    public struct MetricsMap: Sendable {
        typealias Dimensions = [(String, String)]
        typealias Counting = any CounterHandler & FloatingPointCounterHandler
        typealias Levelling = any RecorderHandler & MeterHandler

        let tallies: Tallies
        let samples: Int
        let unmapped: UncollectedMetric
        let overflowing: UncollectedMetric
        private(set) var counters: [String: @Sendable (Dimensions) -> Counting] = [:]
        private(set) var gauges: [String: @Sendable (Dimensions) -> Levelling] = [:]
        private(set) var recorders: [String: @Sendable (Dimensions) -> any RecorderHandler] = [:]
        private(set) var timers: [String: @Sendable (Dimensions) -> any TimerHandler] = [:]

        init(_ tallies: Tallies, samples: Int) {
            self.tallies = tallies
            self.samples = samples
            unmapped = UncollectedMetric(tallies.intake, .unmapped)
            overflowing = UncollectedMetric(tallies.intake, .tooManySeries)
        }

        /// A counter: what it has counted in an interval makes one event.
        public mutating func counter<Event: TelemetryEvent>(
            _ label: String, to event: @escaping @Sendable (Int, DeclaredLabels) -> Event?
        ) {
            let table = SeriesTable<CountTally<Event>>(tallies)
            counters[label] = { [tallies, unmapped, overflowing] dimensions in
                let labels = Self.labels(dimensions, of: Event.self, tallies)
                guard let sample = event(0, labels) else { return unmapped }
                return table.series(SeriesKey(sample)) { CountTally(tallies) { event($0, labels) } } ?? overflowing
            }
        }

        /// A gauge or a meter: its last value in an interval makes one event.
        public mutating func gauge<Event: TelemetryEvent>(
            _ label: String, to event: @escaping @Sendable (Double, DeclaredLabels) -> Event?
        ) {
            let table = SeriesTable<LastValueTally<Event>>(tallies)
            gauges[label] = { [tallies, unmapped, overflowing] dimensions in
                let labels = Self.labels(dimensions, of: Event.self, tallies)
                guard let sample = event(0, labels) else { return unmapped }
                return table.series(SeriesKey(sample)) { LastValueTally(tallies) { event($0, labels) } } ?? overflowing
            }
        }

        /// A recorder: each measurement makes an event, as long as the interval's sample has room for it.
        public mutating func recorder<Event: TelemetryEvent>(
            _ label: String, to event: @escaping @Sendable (Double, DeclaredLabels) -> Event?
        ) {
            let sample = Reservoir<Event>(limit: samples, in: tallies)
            recorders[label] = { [tallies] dimensions in
                let labels = Self.labels(dimensions, of: Event.self, tallies)
                return SampledRecorder(sample) { event($0, labels) }
            }
        }

        /// A timer: like a recorder, of durations.
        public mutating func timer<Event: TelemetryEvent>(
            _ label: String, to event: @escaping @Sendable (Duration, DeclaredLabels) -> Event?
        ) {
            let sample = Reservoir<Event>(limit: samples, in: tallies)
            timers[label] = { [tallies] dimensions in
                let labels = Self.labels(dimensions, of: Event.self, tallies)
                return SampledTimer(sample) { event($0, labels) }
            }
        }

        private static func labels<Event: TelemetryEvent>(
            _ dimensions: Dimensions, of event: Event.Type, _ tallies: Tallies
        ) -> DeclaredLabels {
            DeclaredLabels(
                { label in dimensions.first { $0.0 == label }?.1 }, fields: tallies.intake.fields(of: event))
        }
    }
#endif
