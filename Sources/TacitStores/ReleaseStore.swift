package import TacitCatalog
package import TacitPrivacy

/// Where releases, the ledger and the intake counters are kept.
///
/// What every engine promises: `commit` is one transaction; a window of a metric is released at most once, whatever
/// crashes or is asked again; the ledger only grows; what is read back is what was written, to the byte.
package protocol ReleaseStore: Sendable {
    /// The end of the last closed window of a length: nothing before it opens again.
    func closedUntil(_ length: WindowLength) async throws -> Int64?

    /// Writes the releases of one window with their ledger entries and closes the window. A release that is there
    /// already stays as it is. Refuses, and writes nothing, where the window's budget would be exceeded.
    func commit(_ releases: [Release], closing window: WindowID, budget: Budget, at now: Int64) async throws

    /// The releases of windows of a length that start at `from` or later, oldest first.
    func releases(of length: WindowLength, from: Int64) async throws -> [Release]

    /// When the newest release was made.
    func latestRelease() async throws -> Int64?

    /// What has been charged for one window, over all metrics.
    func spent(in window: WindowID) async throws -> PrivacySpend

    /// Adds to the intake counters.
    func add(_ counts: [IntakeCount]) async throws

    func intake(from day: Int64) async throws -> [IntakeCount]

    /// The number and age of what is held.
    func holdings() async throws -> [StoreHolding]

    /// Deletes what has reached its limit; answers how many rows went.
    func purge(now: Int64) async throws -> Int

    /// A small named document, such as the catalog's summary.
    func document(_ name: String) async throws -> String?
    func setDocument(_ name: String, to text: String) async throws
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
        /// A release would spend more than the catalog's budget.
        case overBudget = "budget.exceeded"
        /// A newer version wrote this store.
        case newer = "store.newer"
        /// What is stored lies ahead of the clock.
        case ahead = "store.ahead-of-clock"
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

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }
}
