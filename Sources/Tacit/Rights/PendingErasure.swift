import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a collector has yet to be told: to take out of its open windows what this installation added.
///
/// It lies in the state folder until the collector has answered, or until the last window that could hold something has
/// closed: then nothing can be told from anybody else's any more, and there is nothing left to take out.
struct PendingErasure: Sendable, Hashable, Codable {
    /// For how many days back windows may still be open: a day, its grace, and a clock that is off.
    private static let days: Int64 = 3

    /// The days, since 1970 UTC, on which something may have been sent.
    let days: ClosedRange<Int64>
    /// `nil` for all.
    let categories: [String]?
    let reason: ErasureRequest.Reason
    /// When the collector was last asked, in milliseconds since 1970 UTC.
    var triedAt: Int64?

    init(on today: Int64, categories: [String]?, reason: ErasureRequest.Reason) {
        days = today - Self.days + 1...today
        self.categories = categories
        self.reason = reason
    }

    /// The first day on which nothing is left to take out.
    var until: Int64 { days.upperBound + Self.days }

    func isOver(on today: Int64) -> Bool { today >= until }

    func request(_ installation: DailyContributor) throws(SealError) -> ErasureRequest {
        try ErasureRequest(tokens: days.map(installation.token), categories: categories, reason: reason)
    }
}
