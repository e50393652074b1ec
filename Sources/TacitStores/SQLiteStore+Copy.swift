import Foundation
import GRDB
import TacitCatalog
import TacitSeal

/// The store as a backup has it: what was released, and no exact figure.
extension SQLiteStore {
    /// Copies the store as it is at one moment, while others write to it, into a file of its owner.
    ///
    /// Exact figures that are kept for questions or running totals never reach it: it may outlive them, and where it is put back
    /// nobody knows what was asked about them since. They are left out in memory, of which that takes as much as the store is large:
    /// one who is killed meanwhile leaves no copy of them.
    package func copy(to path: String) throws(StoreError) {
        try Self.translating(path) {
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw StoreError(.unwritable, at: path, remedy: "check the owner and mode of the folder") }
            let copy = try DatabaseQueue()
            try database.backup(to: copy)
            try copy.writeWithoutTransaction { db in
                try db.execute(sql: "DELETE FROM exact; DELETE FROM steps")
                // Laid out anew: no room in it holds what was removed.
                try db.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
            try copy.close()
        }
    }

    /// Closes, in a store that comes from a backup, the windows that are over at `now`: they may have been released since, and nothing
    /// is released twice.
    package func closeWindows(at now: Int64) async throws {
        try await write { db in
            for length in WindowLength.allCases {
                try db.execute(
                    sql: "UPDATE closed SET until = max(until, ?) WHERE length = ?",
                    arguments: [now - now % length.seconds, length.rawValue])
            }
        }
    }
}
