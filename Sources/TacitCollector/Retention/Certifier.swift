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

    /// Certifies what has no certificate yet. Others may have written one since, who took it up from the store, and so may a writing
    /// that failed at its end.
    ///
    /// - Parameter head: where the log ended when it was last looked at.
    /// - Returns: the certificates, also those that others have written.
    func certify(
        _ removals: [RetentionRecord.Uncertified], after head: DeletionLog.Head?
    ) throws -> [DeletionCertificate] {
        var known: [DeletionCertificate] = []
        let new = try log.append(after: head, signedBy: key) { others in
            known = others.filter { other in removals.contains { $0.without([other]) != $0 } }
            return removals.compactMap { $0.without(others) }
                .map { (Deletions($0.removed, for: $0.reason), $0.at) }
        }
        return known + new
    }
}
