package import TacitSeal

/// The certificates of everything that a collector removed, one a line, in `deletions.log` of its state folder.
///
/// ```swift
/// let log = DeletionLog(in: ".state")
/// let certificate = try log.append(removed, for: .retention, at: now, signedBy: key)
/// try await log.replay(on: store)                                  // what was removed stays removed in a copy from before
/// ```
///
/// It names kinds, metrics and windows, no value and no key, and is about no one: it is kept as long as the store.
package typealias DeletionLog = SignedLog<DeletionCertificate>

extension DeletionLog {
    package static var name: String { "deletions.log" }

    /// The log of a state folder.
    package init(in state: String) { self.init(path: state + "/" + Self.name) }

    /// Adds the certificate of what was removed; it is on the disk when this returns.
    package func append(
        _ removed: [Deletion], for reason: DeletionCertificate.Reason, at now: Int64, signedBy key: SigningKey
    ) throws -> DeletionCertificate {
        try append(signedBy: key) { place in
            try DeletionCertificate(
                .init(number: place.number, previous: place.previous, at: now, reason: reason, removed: removed),
                signedBy: key, isFirstOfKey: place.isFirstOfKey)
        }
    }
}
