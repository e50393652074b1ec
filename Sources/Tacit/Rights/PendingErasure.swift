#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TacitSeal

/// What a collector has yet to be told: to take out of its open windows what this installation added.
///
/// It lies in the state folder until the collector has answered, or until the last window that could hold something has
/// closed: then nothing can be told from anybody else's any more, and there is nothing left to take out.
struct PendingErasure: Sendable, Equatable, Codable {
    /// For how many days back windows may still be open: a day, its grace, and a clock that is off.
    private static let days: Int64 = 3

    /// The days, since 1970 UTC, on which something may have been sent.
    let days: ClosedRange<Int64>
    /// `nil` for all.
    let categories: [String]?
    let reason: ErasureRequest.Reason

    init(on today: Int64, categories: [String]?, reason: ErasureRequest.Reason) {
        days = today - Self.days + 1...today
        self.categories = categories
        self.reason = reason
    }

    func isOver(on today: Int64) -> Bool { today - days.upperBound >= Self.days }

    func request(_ installation: DailyContributor) throws(SealError) -> ErasureRequest {
        try ErasureRequest(tokens: days.map(installation.token), categories: categories, reason: reason)
    }
}

/// What came of telling the collector.
public enum ErasureAnswer: Sendable, Hashable {
    /// It took so many contributions out of so many windows, and signed that it did.
    case confirmed(contributions: Int, windows: Int)
    /// The collector is none of Tacit's and can't be told; it has no name of this installation that lasts beyond a day.
    case notSupported
    /// It will be told with the next transmission.
    case pending(reason: String)
    /// Nothing was ever sent.
    case nothingToErase
}
