/// A day, UTC: the finest time that a decision is remembered with.
///
/// ```swift
/// ConsentDay("2026-02-28")!.adding(days: 1).description    // "2026-03-01"
/// ```
public struct ConsentDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Since 1970-01-01.
    public let daysSince1970: Int

    private static let earliest = -719_162
    private static let last = 2_932_896

    /// Clamped to the years 1…9999.
    public init(daysSince1970: Int) { self.daysSince1970 = min(max(daysSince1970, Self.earliest), Self.last) }

    /// The day of a moment in Unix time.
    public init(unixSeconds: Int64) {
        let quotient = unixSeconds / 86400
        self.init(daysSince1970: Int(unixSeconds % 86400 < 0 ? quotient - 1 : quotient))
    }

    /// Exactly `YYYY-MM-DD`; `nil` for a day that the calendar does not have.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let digits = bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }.map(\.element)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        guard year >= 1, (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(daysSince1970: Self.days(year: year, month: month, day: day))
        // 30 February comes out as a day of March.
        guard description.utf8.elementsEqual(bytes) else { return nil }
    }

    public func adding(days: Int) -> ConsentDay {
        let sum = daysSince1970.addingReportingOverflow(days)
        return ConsentDay(daysSince1970: sum.overflow ? (days < 0 ? .min : .max) : sum.partialValue)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        // Howard Hinnant's `civil_from_days`: eras of 400 years that begin on 1 March of year 0.
        let days = daysSince1970 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let padded = { (number: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2))"
    }

    public static func < (a: Self, b: Self) -> Bool { a.daysSince1970 < b.daysSince1970 }

    /// The inverse, `days_from_civil`.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
