import TacitPrivacy
import TacitSeal

/// Writes down what was recorded, and sees to it that consent covers it: the one reader of the recorder.
actor Scribe {
    /// What gathers in memory, and is asked for it before anything is written down on request or decided.
    nonisolated let tallies = TallyRegister()
    private let edge: Edge
    private let recorder: Recorder
    private let gate: Gate
    private let state: ProjectState
    private let clock: TelemetryClock
    private let limits: Limits
    private var reading: ConsentReading
    private var noise = SecureRandom()
    /// What could not be written yet. It counts toward the same limit as what could.
    private var held: [EdgeRecord] = []
    /// Why the queue can't be written; `nil` while it can.
    private(set) var fault: FileFault?
    /// Why commands can't know what the program may collect; `nil` while they can.
    private(set) var declarationFault: FileFault?
    /// Whether no switch but consent says off.
    private let isAllowed: Bool
    /// Categories that somebody took consent back from: closed also while that can't be written down.
    private var stopped: Set<String> = []

    struct Limits: Sendable {
        let records: Int
        let bytes: Int
        let syncInterval: Duration
    }

    init(
        catalog: TelemetryCatalog, recorder: Recorder, gate: Gate, state: ProjectState, reading: ConsentReading,
        isAllowed: Bool, clock: TelemetryClock, limits: Limits
    ) {
        edge = Edge(catalog)
        self.recorder = recorder
        self.gate = gate
        self.state = state
        self.reading = reading
        self.isAllowed = isAllowed
        self.clock = clock
        self.limits = limits
    }

    /// What the record of decisions said when it was read last.
    var lastReading: ConsentReading { reading }
    var consent: Consent { reading.consent }
    private var today: ConsentDay { ConsentDay(daysSince1970: Int(clock.day)) }

    private func level(of category: ConsentCategory) -> ConsentLevel {
        isAllowed && !stopped.contains(category.name) ? consent.level(of: category, on: today) : .denied
    }

    // MARK: Writing down

    /// Waits for the sync interval and writes down what was recorded until then.
    func drainLater() async {
        await clock.sleep(limits.syncInterval)
        writeDown()
    }

    /// Writes down what was recorded and gathered. When it returns, all of it survives `kill -9`.
    func drain() {
        tallies.collect()
        writeDown()
    }

    private func writeDown() {
        renew()
        var records = held
        held = []
        let counters = recorder.counters
        recorder.drain { raw in
            guard let record = edge.record(raw, position: consent.position, using: &noise) else {
                return counters.add(.invalid)
            }
            records.append(record)
        }
        reread()
        let covered = records.filter(isCovered)
        counters.add(.notCovered, records.count - covered.count)
        // Nothing was ever recorded where nothing was ever decided: then there is no folder to look into.
        guard !covered.isEmpty || reading != .absent else { return }
        do {
            declare()
            let (taken, waiting) = try state.open().outbox
                .append(covered, limit: limits.records, byteLimit: limits.bytes)
            counters.add(.queueFull, covered.count - taken)
            fault = nil
            recorder.setWaiting(waiting)
        } catch {
            fault = error
            held = Array(covered.prefix(limits.records))
            counters.add(.diskFailed, covered.count - held.count)
            recorder.setWaiting(held.count)
        }
    }

    /// Whether anything may be recorded or sent now.
    var isOpen: Bool {
        edge.catalog.categories.contains { level(of: $0) > .denied }
    }

    /// Those of the records that may be sent now, whatever other processes have decided since they were asked last.
    func covered(_ records: ArraySlice<EdgeRecord>) -> [EdgeRecord] {
        reread()
        return records.filter(isCovered)
    }

    private func isCovered(_ record: EdgeRecord) -> Bool {
        guard isAllowed, !stopped.contains(record.category),
            let category = edge.catalog.category(named: record.category)
        else { return false }
        return consent.maySend(category, level: record.level, recordedAt: record.position, on: today)
    }

    /// Says what the program may collect, for the commands. Where that fails, nothing else does.
    private func declare() {
        do {
            try state.declare()
            declarationFault = nil
        } catch {
            declarationFault = error
        }
    }

    // MARK: Consent

    /// Opens the gate for what consent covers today, and closes it for all else.
    func renew() {
        settle()
        // The ring is there before the gate opens.
        if isOpen { recorder.begin() }
        gate.set(edge.catalog.categories.map(level))
    }

    /// Reads the decisions again: another process, a command for example, may have made some.
    private func reread() {
        if reading != .absent { reading = state.trail.read() }
        renew()
    }

    /// Writes down what has ended of itself, so that no clock brings it back.
    private func settle() {
        guard case .sound(let consent) = reading, !consent.endings(on: today).isEmpty,
            let step = try? state.trail.record(on: today, { $0.endings(on: today) })
        else { return }
        reading = .sound(step.consent)
        purge { step.consent.isVoid(category: $0.category, level: $0.level, recordedAt: $0.position) }
    }

    /// The categories that a person may be asked about now.
    var questions: [ConsentCategory] { reading.questions(about: edge.catalog.categories, on: today) }

    /// Closes categories at once and takes out what waits of them, before that is written down.
    func stop(_ categories: [String]) {
        stopped.formUnion(categories)
        renew()
        drain()
        purge { categories.contains($0.category) }
    }

    /// Writes decisions down and puts them into effect; what was recorded before is judged by what was in force before.
    /// Returns what the collector must be told.
    func decide(_ changes: (Consent) -> [ConsentChange]) throws(ConsentFault) -> [ConsentAction] {
        drain()
        let step = try state.trail.record(on: today, changes)
        reading = .sound(step.consent)
        stopped = []
        declare()
        renew()
        purge { step.consent.isVoid(category: $0.category, level: $0.level, recordedAt: $0.position) }
        return step.actions
    }

    /// Takes records out of the queue.
    private func purge(_ isGone: (EdgeRecord) -> Bool) {
        held.removeAll(where: isGone)
        // Where nothing was ever decided, or all was erased, there is no queue and no key.
        guard reading != .absent, state.exists else { return }
        do {
            let (gone, waiting) = try state.open().outbox.purge(keeping: { !isGone($0) })
            recorder.counters.add(.notCovered, gone)
            recorder.setWaiting(waiting)
        } catch {
            fault = error
        }
    }

    /// Begins anew after an erasure: as if nobody had ever decided.
    func forget() {
        held = []
        fault = nil
        reading = state.trail.read()
        stopped = []
        renew()
        recorder.setWaiting(0)
    }
}
