import Foundation
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores

/// A state folder whose keys were opened.
struct OpenFolder {
    let ring: KeyRing
    let signing: SigningKey
    private let state: String
    private let keys: KeySource

    init(_ state: String, keys: KeySource) throws {
        self.state = state
        self.keys = keys
        ring = try KeyRingFile(in: state).open(with: keys).ring
        signing = try SigningKey(file: StateFolder.signingKey(in: state), ring: ring, creating: false)
    }

    func store() throws -> SQLiteStore {
        try SQLiteStore(reading: StateFolder.database(in: state), keys: keys)
    }

    /// Where logs ended when the collector last looked at them: lines that are cut off are missed by that. A log can be read without.
    func record() async -> RetentionRecord? {
        do {
            return try await Self.report(from: store()).retention?.record
        } catch {
            Terminal.say(
                "? The store can't be read, so lines that were cut off at the log's end are not missed: \(error)")
            return nil
        }
    }

    /// What the collector of a store last wrote down about itself.
    static func report(from store: SQLiteStore) async throws -> TacitCollector.Report {
        try await .read(from: store, now: Int64(Date().timeIntervalSince1970))
    }
}
