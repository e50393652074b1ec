import Synchronization

/// At most so many events an interval, drawn uniformly from all that there were: what is rare and what is late in the
/// interval has the same chance as the rest. The others are counted.
final class Reservoir<Event: TelemetryEvent>: Tally {
    private struct Contents {
        var kept: [Event] = []
        var seen = 0
    }

    private let limit: Int
    private let intake: Intake
    private let alarm: Tallies.Alarm
    private let contents = Mutex(Contents())

    init(limit: Int, in tallies: Tallies) {
        self.limit = max(1, limit)
        intake = tallies.intake
        alarm = tallies.alarm
        tallies.add(self)
    }

    /// The event is made only where consent covers it and it is drawn.
    func offer(_ event: () -> Event?) {
        guard intake.admits(Event.self) else { return }
        let (isFirst, place) = contents.withLock { contents in
            contents.seen += 1
            return (contents.seen == 1, contents.seen <= limit ? contents.seen - 1 : .random(in: 0..<contents.seen))
        }
        if isFirst { alarm.set() }
        guard place < limit else { return intake.drop(.sampledOut) }
        guard let event = event() else { return intake.drop(.unmapped) }
        let isReplaced = contents.withLock { contents in
            guard contents.kept.count == limit else {
                contents.kept.append(event)
                return false
            }
            contents.kept[place] = event
            return true
        }
        if isReplaced { intake.drop(.sampledOut) }
    }

    func collect() {
        let kept = contents.withLock { contents in
            defer { contents = Contents() }
            return contents.kept
        }
        for event in kept { intake.record(event) }
    }
}
