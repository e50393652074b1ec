package import TacitSeal

extension DeletionLog {
    /// Carries out again, on a store from before, all that was removed since: what is gone stays gone.
    ///
    /// What came later than a certificate is not touched by it. Sessions and open windows are in no store; a copy of them is of no
    /// use without keys that no backup has. The bytes of what goes are left to ``SQLiteStore/overwrite()``.
    ///
    /// - Parameter keys: those that may have signed. With them a log that was altered is refused, and nothing is touched.
    /// - Returns: what there still was, and is gone now.
    @discardableResult
    package func replay(on store: SQLiteStore, trusting keys: [VerifyingKey]? = nil) async throws -> [Deletion] {
        let log = try read()
        if let keys, let fault = check(log, trusting: keys).faults.first { throw fault }
        guard !log.isTorn else {
            throw FileFault(
                .damaged, at: path,
                remedy:
                    "its last line is not whole, so that nobody can tell what else was removed; take the whole log, from where "
                    + "it was written")
        }
        var removed: [Deletion] = []
        for certificate in log.entries {
            for deletion in certificate.content.removed {
                removed += try await store.remove(.again(deletion, until: certificate.at))
            }
        }
        return removed
    }
}
