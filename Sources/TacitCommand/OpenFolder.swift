import Foundation
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores

/// A state folder that is read with its keys.
struct OpenFolder {
    let ring: KeyRing
    let signing: SigningKey
    let store: SQLiteStore

    init(_ state: String, keys: KeySource) throws {
        ring = try KeyRingFile(in: state).open(with: keys).ring
        signing = try SigningKey(file: StateFolder.signingKey(in: state), ring: ring, creating: false)
        store = try SQLiteStore(reading: StateFolder.database(in: state), keys: keys)
    }

    /// What its collector last wrote down about itself.
    func report() async throws -> TacitCollector.Report {
        try await .read(from: store, now: Int64(Date().timeIntervalSince1970))
    }
}
