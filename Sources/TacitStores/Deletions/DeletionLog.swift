package import TacitSeal

/// The certificates of everything that a collector removed, one a line, in `deletions.log` of its state folder.
///
/// ```swift
/// let log = DeletionLog(in: ".state")
/// let certificate = try log.append(Deletions(removed, for: .retention), at: now, signedBy: key)
/// try await log.replay(on: store)                                  // what was removed stays removed in a copy from before
/// ```
///
/// It names kinds, metrics and windows, no value and no key, and is about no one: it is kept as long as the store.
package typealias DeletionLog = SignedLog<Deletions>

/// What a collector removed in one run, signed, and chained to what it removed before.
package typealias DeletionCertificate = SignedEntry<Deletions>

extension DeletionLog {
    package static var name: String { "deletions.log" }

    /// The log of a state folder.
    package init(in state: String) { self.init(path: state + "/" + Self.name) }
}
