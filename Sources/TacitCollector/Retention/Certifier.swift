package import TacitSeal
package import TacitStores

/// Writes down, signed, what was removed.
package struct Certifier: Sendable {
    package let log: DeletionLog
    package let key: SigningKey

    package init(log: DeletionLog, key: SigningKey) {
        self.log = log
        self.key = key
    }

    func certify(
        _ removed: [Deletion], for reason: Deletions.Reason, at now: Int64
    ) throws -> DeletionCertificate {
        try log.append(Deletions(removed, for: reason), at: now, signedBy: key)
    }
}
