#if Metrics
    import CoreMetrics

    /// Offers each measurement of a recorder to the sample.
    final class SampledRecorder<Event: TelemetryEvent>: RecorderHandler {
        private let sample: Reservoir<Event>
        private let event: @Sendable (Double) -> Event?

        init(_ sample: Reservoir<Event>, event: @escaping @Sendable (Double) -> Event?) {
            self.sample = sample
            self.event = event
        }

        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) { sample.offer { event(value) } }
    }

    /// Offers each measurement of a timer to the sample.
    final class SampledTimer<Event: TelemetryEvent>: TimerHandler {
        private let sample: Reservoir<Event>
        private let event: @Sendable (Duration) -> Event?

        init(_ sample: Reservoir<Event>, event: @escaping @Sendable (Duration) -> Event?) {
            self.sample = sample
            self.event = event
        }

        func recordNanoseconds(_ duration: Int64) { sample.offer { event(.nanoseconds(duration)) } }
    }
#endif
