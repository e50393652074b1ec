#if Metrics
    import CoreMetrics
    import Synchronization

    /// Keeps the last value of a gauge or a meter.
    final class LastValueTally<Event: TelemetryEvent>: Tally, RecorderHandler, MeterHandler {
        private struct Level {
            var value = 0.0
            var isNew = false
        }

        private let intake: Intake
        private let alarm: Tallies.Alarm
        private let event: @Sendable (Double) -> Event?
        private let level = Mutex(Level())

        init(_ tallies: Tallies, event: @escaping @Sendable (Double) -> Event?) {
            intake = tallies.intake
            alarm = tallies.alarm
            self.event = event
        }

        func record(_ value: Int64) { change { _ in Double(value) } }
        func record(_ value: Double) { change { _ in value } }
        func set(_ value: Int64) { change { _ in Double(value) } }
        func set(_ value: Double) { change { _ in value } }
        func increment(by amount: Double) { change { $0 + amount } }
        func decrement(by amount: Double) { change { $0 - amount } }

        /// The level is kept without consent too, or a later one would begin wrong; it is not recorded.
        private func change(_ change: (Double) -> Double) {
            let isAdmitted = intake.admits(Event.self)
            let isFirst = level.withLock { level in
                let value = change(level.value)
                guard value.isFinite else { return false }
                level.value = value
                defer { if isAdmitted { level.isNew = true } }
                return isAdmitted && !level.isNew
            }
            if isFirst { alarm.set() }
        }

        func collect() {
            let value = level.withLock { level -> Double? in
                defer { level.isNew = false }
                return level.isNew ? level.value : nil
            }
            guard let value, let event = event(value) else { return }
            intake.record(event)
        }
    }
#endif
