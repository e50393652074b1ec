import Foundation

/// Times of the simulated clock.
enum Moment {
    /// 2026-06-15 10:00 UTC, when most tests begin.
    static let start = Date(timeIntervalSince1970: 1_781_517_600)

    static var seconds: Int64 { start.seconds }

    static let day: Int64 = 86400
}

extension Date {
    var seconds: Int64 { Int64(timeIntervalSince1970) }
    var formatted: String { formatted(.iso8601) }
}
