#if Metrics
    import CoreMetrics

    /// Counts that something was measured which is not collected, and why; nothing else of it.
    final class UncollectedMetric: CounterHandler, FloatingPointCounterHandler, RecorderHandler, MeterHandler,
        TimerHandler
    {
        private let intake: Intake
        private let reason: Counters.Name

        init(_ intake: Intake, _ reason: Counters.Name) {
            self.intake = intake
            self.reason = reason
        }

        private func drop() { intake.drop(reason) }

        func increment(by amount: Int64) { drop() }
        func increment(by amount: Double) { drop() }
        func decrement(by amount: Double) { drop() }
        func record(_ value: Int64) { drop() }
        func record(_ value: Double) { drop() }
        func set(_ value: Int64) { drop() }
        func set(_ value: Double) { drop() }
        func recordNanoseconds(_ duration: Int64) { drop() }
        func reset() {}
    }
#endif
