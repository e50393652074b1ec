import Foundation
import GRDB
import TacitCatalog
import TacitSeal

/// The store as a backup has it: what was released, and no exact figure.
extension SQLiteStore {
    /// Copies the store as it is at one moment, while others write to it, into a file of its owner.
    ///
    /// Exact figures that are kept for questions or running totals are overwritten in the copy: it may outlive them, and where it
    /// is put back nobody knows what was asked about them since.
    package func copy(to path: String) throws(StoreError) {
        try Self.translating(path) {
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw StoreError(.unwritable, at: path, remedy: "check the owner and mode of the folder") }
            // In one read, and laid out anew: no room in it holds what was removed before.
            try database.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try copy.writeWithoutTransaction { db in
                // A copy that is not finished is thrown away, so it needs no journal, which would keep what is overwritten.
                try db.execute(sql: "PRAGMA journal_mode = OFF")
                try db.execute(sql: "DELETE FROM exact; DELETE FROM steps")
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
