import TacitPages
import TacitStores

/// What retention did last, and when it looks again: for status and `/metrics`.
package struct RetentionRecord: Codable, Sendable, Equatable {
    /// When it looked last, in seconds since 1970, as those below.
    package var lastRun: Int64?
    package var nextRun: Int64?
    /// When something was last removed, why, how many records that were, and under which number it is certified.
    package var removedAt: Int64?
    package var reason: String?
    package var removed: Int64?
    package var certificate: Int?

    package init() {}

    mutating func note(
        _ count: Int64, for reason: DeletionCertificate.Reason, at now: Int64, certificate: Int?
    ) {
        removedAt = now
        self.reason = reason.rawValue
        removed = count
        self.certificate = certificate
    }
}

extension RetentionRecord {
    /// What went last, and when it looks again; `nil` before the first look.
    var words: String? {
        guard let nextRun else { return nil }
        var words = "nothing yet"
        if let removedAt, let removed {
            words =
                "\(NumberText.integer(removed)) \(removed == 1 ? "record" : "records") on \(TimeText.minute(removedAt))"
            if let certificate { words += ", certificate \(certificate)" }
        }
        return words + "; looks again " + TimeText.minute(nextRun)
    }
}
