import TacitPages
import TacitSeal
import TacitStores

/// The log of deletions, held against what is there.
extension StorageInspection {
    func lookAtRemoved() async {
        guard let store, let log = try? DeletionLog(in: state).read() else { return }
        for certificate in log.entries {
            for deletion in certificate.content.removed where isOver(deletion, at: certificate.at) {
                guard let count = try? await store.count(.again(deletion, until: certificate.at)) else { continue }
                checks.removed.examined += 1
                guard count > 0 else { continue }
                let metric = deletion.metric.map { " of \($0)" } ?? ""
                fault(
                    \.removed, at: "\(prefix)tacit.sqlite, \(deletion.kind.rawValue)\(metric)",
                    "\(count) records are there of which certificate \(certificate.number) says that they were removed",
                    remedy:
                        "find out whether an older copy was put in the store's place; purge them, or restore the backup that "
                        + "the log belongs to")
            }
        }
    }

    /// Counters of a day that was not over are counted on.
    private func isOver(_ deletion: Deletion, at time: Int64) -> Bool {
        deletion.kind != .counters || (deletion.span?.upperBound ?? .max) <= time
    }
}
