import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The one folder that a collector writes to. While a value of this type lives, no other collector can have it.
///
/// ```swift
/// let state = try StateFolder(claiming: ".state")
/// let store = try SQLiteStore(path: state.database)
/// ```
package final class StateFolder: Sendable {
    package let path: String
    private let lock: Int32

    package var database: String { Self.database(in: path) }

    /// Where the key lies that signs receipts.
    package var signingKey: String { Self.signingKey(in: path) }

    /// What was removed, certified.
    package var deletions: DeletionLog { DeletionLog(in: path) }

    /// Where it is written down what the open windows hold.
    package var journal: String { Self.journal(in: path) }

    package static func signingKey(in path: String) -> String { path + "/signing.key" }
    package static func journal(in path: String) -> String { path + "/journal" }
    /// Where single records are kept, by day.
    package static func detail(in path: String) -> String { path + "/detail" }
    /// Who holds the lock of this name changes the keys, or copies what lies under them.
    package static func keysLock(in path: String) -> String { path + "/keys.lock" }

    package static func database(in path: String) -> String { path + "/tacit.sqlite" }

    /// Creates the folder, readable by its owner alone, and locks it. The system lifts the lock when the process ends,
    /// however it ends.
    package init(claiming path: String) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(.unwritable, at: path, remedy: "name a folder that can be created, with --state")
        }
        let descriptor = open(path + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(.unwritable, at: path, remedy: "make the folder writable, or name another with --state")
        }
        // Whoever asks `isClaimed` holds the lock for an instant: one more try tells them from a collector.
        let isOurs = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        if !isOurs { usleep(100_000) }
        guard isOurs || flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StoreError(
                .inUse, at: path,
                remedy: "another collector is running on this state folder; stop it, or name another with --state")
        }
        self.path = path
        lock = descriptor
    }

    deinit { close(lock) }

    /// Whether a collector has the folder now.
    package static func isClaimed(_ path: String) -> Bool {
        let descriptor = open(path + "/lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }
}
