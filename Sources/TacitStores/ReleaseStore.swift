package import TacitCatalog
package import TacitPrivacy
package import TacitSeal

/// Where releases, the ledger and the intake counters are kept.
///
/// What every engine promises: `commit` is one transaction; a window of a metric is released at most once, whatever
/// crashes or is asked again; the ledger only grows; what is read back is what was written, to the byte.
package protocol ReleaseStore: Sendable {
    /// The end of the last closed window of a length: nothing before it opens again.
    func closedUntil(_ length: WindowLength) async throws -> Int64?

    /// Writes what a window leaves behind, its releases with their ledger entries, and closes the window. A release that is
    /// there already stays as it is, and running totals that don't follow on what is stored are left out. Refuses, and
    /// writes nothing, where a limit would be passed.
    func commit(_ closed: ClosedWindow, limits: LedgerLimits, at now: Int64) async throws

    /// Encrypts exact figures under a key of their own, bound to a context, and overwrites them.
    func seal(_ bytes: inout [UInt8], context: String) throws -> Envelope

    /// The windows of a metric, from `range`, whose exact figures are kept.
    func sealedWindows(of metric: String, _ length: WindowLength, in range: Range<Int64>) async throws -> [SealedWindow]

    /// The exact figures of a window.
    func open(_ sealed: SealedWindow) throws -> ExactWindow

    /// What the running totals of a metric need to go on, as of the last window that was released.
    func steps(of metric: String) async throws -> SealedSteps?

    /// The exact figures and what was released of them, cell by cell.
    func open(_ steps: SealedSteps) throws -> [ExactWindow.Cell]

    /// The metrics of which something is kept for running totals that can't go on: others than these, or these under other terms.
    func endedTotals(except metrics: [String: ReleaseTerms]) async throws -> [String]

    /// The answer to a question that was answered already, at this price or a higher one.
    func answer(to question: String, partner: String?, price: PrivacySpend) async throws -> Answer?

    /// Charges a question and writes down its answer, in one transaction: where a limit would be passed, or the same question
    /// has been answered meanwhile, `draw` is not called.
    func answer(
        _ charges: [Charge], limits: LedgerLimits, at now: Int64, draw: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer

    /// All answers that are held, oldest first.
    func answers() async throws -> [Answer]

    /// The releases of windows of a length that start at `from` or later, oldest first.
    func releases(of length: WindowLength, from: Int64) async throws -> [Release]

    /// When the newest release was made.
    func latestRelease() async throws -> Int64?

    /// The ledger's lines of windows of a length that start at `from` or later, in the order in which they were written.
    func ledger(of length: WindowLength, from: Int64) async throws -> [LedgerEntry]

    /// What does not fit into what the limits leave of the window, if anything. Throws where the ledger was altered.
    func refusal(of charges: [Charge], limits: LedgerLimits) async throws -> BudgetRefusal?

    /// The lines of the ledger that are not as they were written, over its whole length.
    func alterations() async throws -> [LedgerAlteration]

    /// Writes down an officer's decision that spending goes on although a line was altered.
    func accept(alteration line: Int64, reason: String, at now: Int64) async throws

    /// Adds to the intake counters.
    func add(_ counts: [IntakeCount]) async throws

    func intake(from day: Int64) async throws -> [IntakeCount]

    /// The number and age of what is held, and when the oldest goes.
    func holdings(_ limits: RetentionLimits) async throws -> [StoreHolding]

    /// Removes what is meant, a slice at a time, keys first; answers what there was of it, also where it could not go on. Until
    /// ``overwrite()`` its bytes may still lie in the store's files.
    ///
    /// - Parameter note: written down in one transaction with each slice, if at all.
    func remove(_ removal: Removal, noting note: Removal.Note?) async -> Removal.Outcome

    /// Leaves nothing in the store's files of what was removed; `false` where somebody who reads holds that back just now.
    func overwrite() async throws -> Bool

    /// A small named document, such as the catalog's summary.
    func document(_ name: String) async throws -> String?
    /// The same; throws where it is not as it was written.
    func sealedDocument(_ name: String) async throws -> String?
    func setDocument(_ name: String, to text: String) async throws
}

/// What a window leaves behind when it closes.
package struct ClosedWindow: Sendable {
    package var id: WindowID
    package var releases: [Release] = []
    package var sealed: [SealedWindow] = []
    /// What running totals need to go on; written with the release of the same metric, or not at all.
    package var steps: [SealedSteps] = []

    package init(
        _ id: WindowID, releases: [Release] = [], sealed: [SealedWindow] = [], steps: [SealedSteps] = []
    ) {
        self.id = id
        self.releases = releases
        self.sealed = sealed
        self.steps = steps
    }
}

/// A counter of what came in, by day, signal and rule, with its noise. It never holds a value.
package struct IntakeCount: Sendable, Equatable {
    /// The day's first second, UTC.
    package var day: Int64
    package var signal: String
    package var rule: String
    package var count: Int64

    package init(day: Int64, signal: String, rule: String, count: Int64) {
        self.day = day
        self.signal = signal
        self.rule = rule
        self.count = count
    }
}

package struct StoreHolding: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case releases, ledger, counters
        /// Exact figures, encrypted.
        case exact
        /// What running totals need to go on, encrypted.
        case steps
        case answers
    }

    package var kind: Kind
    package var count: Int64
    package var oldest: Int64?
    package var expires: Int64?
}

/// Why a store could not do what it was asked.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// Another collector has the state folder.
        case inUse = "store.in-use"
        /// The disk is full, or a limit on file sizes is reached. What is stored stays readable.
        case full = "store.full"
        case unreadable = "store.unreadable"
        case unwritable = "store.unwritable"
        /// A line of the ledger is not as it was written.
        case ledgerAltered = "ledger.altered"
        /// Something encrypted does not open.
        case altered = "store.altered"
        /// The key of the state folder can't be used.
        case key = "store.key"
        /// A newer version wrote this store.
        case newer = "store.newer"
        /// What is stored lies ahead of the clock.
        case ahead = "store.ahead-of-clock"
        /// A purge was done on the files, and what is in memory is still to go.
        case purgeOrdered = "store.purge-ordered"
        /// Others were writing for longer than one waits.
        case busy = "store.busy"
        case failed = "store.failed"
    }

    package var code: Code
    package var place: String
    package var remedy: String

    package init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    package init(ordered order: PurgeOrder) {
        self.init(
            .purgeOrdered, at: order.path,
            remedy: "an emergency purge was ordered, and nothing from before is written until it is done, on the files "
                + "and in the collector's memory; try again in a second, and where that does not help, end the "
                + "collector's process, which hangs")
    }

    init(_ error: KeyError) {
        self.init(.key, at: error.place, remedy: "\(error.code.rawValue): \(error.remedy)")
    }

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }
}
