import CTacitSystem
import Synchronization

/// Has the allocator overwrite what is freed.
///
/// The library that opens sealed batches keeps the private key in an object of its own, and frees it as it is: the key would lie
/// in free memory until something else happens to be put there.
enum FreedMemory {
    private static let users = Mutex(0)

    /// Runs work whose large objects are overwritten when they are freed, and those of other threads meanwhile.
    static func wiped<T, E: Error>(_ work: () throws(E) -> T) throws(E) -> T {
        change(by: 1)
        defer { change(by: -1) }
        return try work()
    }

    private static func change(by step: Int) {
        users.withLock { users in
            let before = users
            users += step
            if before == 0 || users == 0 { tacit_wipe_freed(users > 0 ? 1 : 0) }
        }
    }
}
