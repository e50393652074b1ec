#if Metrics
    import CoreMetrics
    import Synchronization

    /// Adds up what a counter counts: a million increments make one record.
    final class CountTally<Event: TelemetryEvent>: Tally, CounterHandler, FloatingPointCounterHandler {
        private let intake: Intake
        private let alarm: Tallies.Alarm
        private let event: @Sendable (Int) -> Event?
        private let pending = Atomic<Int64>(0)
        /// What fractional increments have come to beyond whole ones.
        private let fraction = Mutex(0.0)

        init(_ tallies: Tallies, event: @escaping @Sendable (Int) -> Event?) {
            intake = tallies.intake
            alarm = tallies.alarm
            self.event = event
        }

        func increment(by amount: Int64) {
            guard amount > 0, intake.admits(Event.self) else { return }
            if pending.wrappingAdd(amount, ordering: .relaxed).oldValue == 0 { alarm.set() }
        }

        func increment(by amount: Double) {
            guard amount > 0, amount.isFinite, intake.admits(Event.self) else { return }
            let whole = fraction.withLock { fraction in
                let sum = fraction + min(amount, 1e15)
                fraction = sum - sum.rounded(.down)
                return Int64(sum.rounded(.down))
            }
            increment(by: whole)
        }

        /// What was counted has been counted.
        func reset() {}

        func collect() {
            let count = pending.exchange(0, ordering: .relaxed)
            guard count != 0, let event = event(count < 0 ? .max : Int(clamping: count)) else { return }
            intake.record(event)
        }
    }
#endif
