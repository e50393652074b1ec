package import TacitKeys
import TacitSeal
import TacitStores

/// What the keys of a state folder are, and what they wrap: names and numbers, never a key.
package struct KeyListing: Sendable, Equatable, Encodable {
    /// Where the master key comes from, as the ring has it.
    package let source: String
    /// The fingerprint of the master key.
    package let master: String
    /// The fingerprint of the root, from which the keys of chains and codes are derived.
    package let root: String
    package let generations: [Generation]
    package let wraps: Wraps

    package struct Generation: Sendable, Equatable, Encodable {
        package let number: UInt32
        package let fingerprint: String
        /// Seconds since 1970.
        package let made: Int64
    }

    /// How many keys lie under the generations.
    package struct Wraps: Sendable, Equatable, Encodable {
        /// Of windows whose exact figures are kept for questions.
        package let exactWindows: Int
        /// Of running totals.
        package let runningTotals: Int
        package let openWindows: Int
        /// Of days of sealed detail.
        package let detailDays: Int
        package let signingKeys: Int
    }

    /// Whether a rotation was cut off: then there is more than one generation.
    package var isUnfinished: Bool { generations.count > 1 }

    package static func read(in state: String, with source: KeySource) async throws -> KeyListing {
        let file = KeyRingFile(in: state)
        let head = try file.head()
        let ring = try file.open(with: source).ring
        let database = StateFolder.database(in: state)
        let wrapped =
            Files.exist(database)
            ? try await SQLiteStore(reading: database, keys: source).wrappedKeys() : SQLiteStore.WrappedKeys()
        return KeyListing(
            source: head.lock.name, master: head.master, root: ring.fingerprint,
            generations: ring.generations.map {
                Generation(number: $0.number, fingerprint: $0.key.fingerprint, made: $0.made)
            },
            wraps: Wraps(
                exactWindows: wrapped.windows, runningTotals: wrapped.totals,
                openWindows: try Journal.keyCount(in: StateFolder.journal(in: state)),
                detailDays: try DetailFolder(in: state).keyCount,
                signingKeys: Files.exist(StateFolder.signingKey(in: state)) ? 1 : 0))
    }
}
