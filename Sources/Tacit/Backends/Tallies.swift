import Synchronization

/// Something that gathers in memory and records once in a while.
protocol Tally: AnyObject, Sendable {
    /// Records what was gathered, and begins anew.
    func collect()
}

/// The tallies of one backend, and their common interval, which begins with the first thing that is gathered.
final class Tallies: Tally {
    let intake: Intake
    private let interval: Duration
    private let members = Mutex<[any Tally]>([])
    private let isWaiting = Atomic<Bool>(false)

    init(_ intake: Intake, interval: Duration) {
        self.intake = intake
        self.interval = interval
    }

    func add(_ tally: any Tally) { members.withLock { $0.append(tally) } }

    func collect() {
        isWaiting.store(false, ordering: .releasing)
        for tally in members.withLock({ $0 }) { tally.collect() }
    }

    /// Sees to it that what is gathered now is recorded within the interval.
    fileprivate func begin() {
        guard !isWaiting.exchange(true, ordering: .acquiringAndReleasing) else { return }
        Task.detached(priority: .utility) { [weak self, intake, interval] in
            await intake.clock.sleep(interval)
            self?.collect()
        }
    }

    /// Begins the interval for a tally, which must not keep alive what keeps it.
    var alarm: Alarm { Alarm(self) }

    final class Alarm: Sendable {
        private struct Reference {
            weak var tallies: Tallies?
        }
        private let reference: Mutex<Reference>

        fileprivate init(_ tallies: Tallies) { reference = Mutex(Reference(tallies: tallies)) }

        func set() { reference.withLock { $0.tallies }?.begin() }
    }
}

/// All that telemetry collects from before it writes down, sends, or heeds a decision about consent.
final class TallyRegister: Sendable {
    private let members = Mutex<[Tallies]>([])
    private let rates = Mutex<[String: RateLimit]>([:])

    private static var labelLimit: Int { 256 }

    func add(_ tallies: Tallies) { members.withLock { $0.append(tallies) } }

    /// The limit that all loggers of a label share, however often they are made; labels beyond the first few hundred share one.
    func rate(of label: String, limit: Int) -> RateLimit {
        rates.withLock { rates in
            let label = rates[label] != nil || rates.count < Self.labelLimit ? label : ""
            if let rate = rates[label] { return rate }
            let rate = RateLimit(limit, every: .seconds(60))
            rates[label] = rate
            return rate
        }
    }

    func collect() { for tallies in members.withLock({ $0 }) { tallies.collect() } }
}

extension Telemetry {
    /// Tallies that telemetry collects from.
    func tallies(every interval: Duration) -> Tallies {
        let tallies = Tallies(Intake(self), interval: interval)
        scribe.tallies.add(tallies)
        return tallies
    }
}
