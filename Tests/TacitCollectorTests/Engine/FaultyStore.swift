import Synchronization
import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores

/// A store that fails when told to, and remembers what it was asked. Behind it is a real one.
final class FaultyStore: ReleaseStore {
    enum Operation: Hashable {
        case commit, add, purge, overwrite, steps
        /// The commit is done, and then an error is reported: a crash of the disk at the worst moment.
        case afterCommit
    }

    struct Attempt: Equatable {
        var window: WindowID
        var releases: [Release]
    }

    private struct State {
        var faults: Set<Operation> = []
        var attempts: [Attempt] = []
        var purges = 0
    }

    private let store: SQLiteStore
    private let state = Mutex(State())

    init(_ store: SQLiteStore) { self.store = store }

    var faults: Set<Operation> {
        get { state.withLock(\.faults) }
        set { state.withLock { $0.faults = newValue } }
    }

    /// The commits that were asked for, those that failed too.
    var attempts: [Attempt] { state.withLock(\.attempts) }
    var purges: Int { state.withLock(\.purges) }

    private func check(_ operation: Operation) throws {
        if faults.contains(operation) { throw StoreError(.full, at: "the test's disk", remedy: "wait") }
    }

    func commit(_ closed: ClosedWindow, limits: LedgerLimits, at now: Int64) async throws {
        state.withLock { $0.attempts.append(Attempt(window: closed.id, releases: closed.releases)) }
        try check(.commit)
        try await store.commit(closed, limits: limits, at: now)
        try check(.afterCommit)
    }

    func add(_ counts: [IntakeCount]) async throws {
        try check(.add)
        try await store.add(counts)
    }

    func remove(_ removal: Removal, noting note: Removal.Note?) async -> Removal.Outcome {
        state.withLock { $0.purges += 1 }
        do { try check(.purge) } catch { return Removal.Outcome(removed: [], fault: error) }
        return await store.remove(removal, noting: note)
    }

    func overwrite() async throws -> Bool {
        try check(.overwrite)
        return try await store.overwrite()
    }

    func closedUntil(_ length: WindowLength) async throws -> Int64? { try await store.closedUntil(length) }
    func releases(of length: WindowLength, from: Int64) async throws -> [Release] {
        try await store.releases(of: length, from: from)
    }
    func latestRelease() async throws -> Int64? { try await store.latestRelease() }
    func ledger(of length: WindowLength, from: Int64) async throws -> [LedgerEntry] {
        try await store.ledger(of: length, from: from)
    }
    func refusal(of charges: [Charge], limits: LedgerLimits) async throws -> BudgetRefusal? {
        try await store.refusal(of: charges, limits: limits)
    }
    func alterations() async throws -> [LedgerAlteration] { try await store.alterations() }
    func accept(alteration line: Int64, reason: String, at now: Int64) async throws {
        try await store.accept(alteration: line, reason: reason, at: now)
    }
    func seal(_ bytes: inout [UInt8], context: String) throws -> Envelope {
        try store.seal(&bytes, context: context)
    }
    func sealedWindows(
        of metric: String, _ length: WindowLength, in range: Range<Int64>
    ) async throws -> [SealedWindow] {
        try await store.sealedWindows(of: metric, length, in: range)
    }
    func steps(of metric: String) async throws -> SealedSteps? {
        try check(.steps)
        return try await store.steps(of: metric)
    }
    func open(_ steps: SealedSteps) throws -> [ExactWindow.Cell] { try store.open(steps) }
    func endedTotals(except metrics: [String: ReleaseTerms]) async throws -> [String] {
        try await store.endedTotals(except: metrics)
    }
    func open(_ sealed: SealedWindow) throws -> ExactWindow { try store.open(sealed) }
    func answer(to question: String, partner: String?, price: PrivacySpend) async throws -> Answer? {
        try await store.answer(to: question, partner: partner, price: price)
    }
    func answer(
        _ charges: [Charge], limits: LedgerLimits, at now: Int64, draw: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer {
        try await store.answer(charges, limits: limits, at: now, draw: draw)
    }
    func answers() async throws -> [Answer] { try await store.answers() }
    func intake(from day: Int64) async throws -> [IntakeCount] { try await store.intake(from: day) }
    func holdings(_ limits: RetentionLimits) async throws -> [StoreHolding] { try await store.holdings(limits) }
    func document(_ name: String) async throws -> String? { try await store.document(name) }
    func sealedDocument(_ name: String) async throws -> String? { try await store.sealedDocument(name) }
    func setDocument(_ name: String, to text: String) async throws { try await store.setDocument(name, to: text) }
}
