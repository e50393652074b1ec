import TacitPages
package import TacitSeal
package import TacitStores

/// What retention did last, and when it looks again: for status and `/metrics`.
package struct RetentionRecord: Codable, Sendable, Equatable {
    /// When it looked last, in seconds since 1970, as those below.
    package var lastRun: Int64?
    package var nextRun: Int64?
    /// When something was last removed, why, and how many records that were.
    package var removedAt: Int64?
    package var reason: String?
    package var removed: Int64?
    /// Where the log of deletions ended then: lines that are missing from it are missed.
    package var log: DeletionLog.Head?
    /// The same of the log of readings of sealed detail, as it was at the last look.
    package var readings: DetailReadingLog.Head?
    /// What is gone and has no certificate yet, because its bytes may still lie in a file; `nil` where nothing waits.
    package var uncertified: [Uncertified]?

    package struct Uncertified: Codable, Sendable, Equatable {
        package var removed: [Deletion]
        package var reason: Deletions.Reason
        package var at: Int64

        /// What has no certificate among these; `nil` where all of it has.
        func without(_ certificates: [DeletionCertificate]) -> Uncertified? {
            without(certificates.map { .init(removed: $0.content.removed, reason: $0.content.reason, at: $0.at) })
        }

        /// What is in none of the others; `nil` where all of it is.
        func without(_ others: [Uncertified]) -> Uncertified? {
            let same = Set(others.filter { $0.at == at && $0.reason == reason }.flatMap(\.removed))
            return only { !same.contains($0) }
        }

        /// A part of what was removed; `nil` where there is nothing of it.
        func only(_ isMeant: (Deletion) -> Bool) -> Uncertified? {
            var part = self
            part.removed = removed.filter(isMeant)
            return part.removed.isEmpty ? nil : part
        }
    }

    package init() {}

    mutating func note(_ removal: Uncertified) { uncertified = (uncertified ?? []) + [removal] }

    mutating func note(_ count: Int64, for reason: Deletions.Reason, at now: Int64) {
        removedAt = now
        self.reason = reason.rawValue
        removed = count
    }
}

extension RetentionRecord {
    /// What went last, and when it looks again; `nil` before anything of it is known.
    var words: String? {
        guard nextRun != nil || removedAt != nil else { return nil }
        var words = "nothing yet"
        if let removedAt, let removed {
            words =
                "\(NumberText.integer(removed)) \(removed == 1 ? "record" : "records") on \(TimeText.minute(removedAt))"
            if let log { words += ", certificate \(log.number)" }
        }
        return words + (nextRun.map { "; looks again " + TimeText.minute($0) } ?? "")
    }
}
