import Foundation
package import TacitSeal

/// The word of a purge on the files to a collector that has the folder and did not answer: what it holds in memory is to go before it
/// writes anything.
///
/// ```swift
/// let hold = try order.give()              // then the files: what was written before goes with them
/// guard !order.isGiven else { … }          // who writes looks in the transaction, or when its keys are on the disk: not before
/// if let hold = try order.begin() { …; try order.end() }     // in the collector, once its memory has nothing of it
/// ```
///
/// It is a file, so that it waits for a process that hangs, and needs no key.
package struct PurgeOrder: Sendable {
    package let path: String
    private var lock: String { path + ".lock" }

    package static let name = "purge.order"

    package init(in state: String) { path = "\(state)/\(Self.name)" }

    /// For something that lies in a state folder.
    package init(beside path: String) { self.init(in: (path as NSString).deletingLastPathComponent) }

    package var isGiven: Bool { Files.exist(path) }

    /// Whether its files have been purged, and only the memory of who had the folder then is still to be.
    var isOfOthers: Bool {
        guard isGiven, let hold = try? FileLock.takeIfFree(lock) else { return false }
        return withExtendedLifetime(hold) { true }
    }

    /// Gives it. Nobody carries it out for as long as the lock lives; `nil` where one who hangs holds that.
    package func give() throws(FileFault) -> FileLock? {
        let hold = try? FileLock.take(lock)
        try Files.append([], to: path, after: 0)
        return hold
    }

    /// Takes it up; `nil` where none is given, or where the files are still being purged.
    package func begin() throws(FileFault) -> FileLock? {
        guard isGiven, let hold = try FileLock.takeIfFree(lock) else { return nil }
        return isGiven ? hold : nil
    }

    /// It has been carried out.
    package func end() throws(FileFault) { try Files.remove(path) }

    /// Ends one that was given to a process that is gone, with its memory; throws where the files are still being purged.
    package func forget() throws(FileFault) {
        guard isGiven else { return }
        let hold = try FileLock.take(lock)
        defer { withExtendedLifetime(hold) {} }
        try end()
    }
}

extension FileFault {
    /// Something is not written because a purge was ordered.
    package init(ordered order: PurgeOrder) {
        self.init(.busy, at: order.path, remedy: StoreError(ordered: order).remedy)
    }
}
