/// A second, counted from 1970-01-01 UTC. Nothing here is known more finely.
public struct Moment: Sendable, Hashable, Comparable {
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Days since 1970-01-01 UTC.
    public var day: Int64 { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

    /// The first second of a day.
    public init(day: Int64) { self.init(seconds: day * 86_400) }

    public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    public static func + (moment: Moment, seconds: Int64) -> Moment { Moment(seconds: moment.seconds + seconds) }
    public static func - (moment: Moment, seconds: Int64) -> Moment { Moment(seconds: moment.seconds - seconds) }
    public static func - (left: Moment, right: Moment) -> Int64 { left.seconds - right.seconds }
}

extension Moment: CustomStringConvertible {
    /// As RFC 3339 has it: `2026-11-21T09:30:00Z`.
    public var description: String {
        let second = seconds - day * 86_400
        return "\(date)T\(Self.two(second / 3600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))Z"
    }

    /// `2026-11-21`
    public var date: String {
        let (year, month, day) = civil
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(Self.two(month))-\(Self.two(day))"
    }

    /// Reads what ``description`` writes, and nothing else.
    public init?(_ text: some StringProtocol) {
        self.init(bytes: text.utf8)
    }

    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        let read =
            bytes.withContiguousStorageIfAvailable(Self.init(digits:))
            ?? Array(bytes).withUnsafeBufferPointer(Self.init(digits:))
        guard let read else { return nil }
        self = read
    }

    private init?(digits bytes: UnsafeBufferPointer<UInt8>) {
        var isText = true
        // The caller gives 20 bytes; no place beyond them is read.
        func number(_ first: Int, _ count: Int) -> Int64 {
            (first..<first + count).reduce(0) { number, place in
                let digit = Int64(bytes[place]) - 0x30
                if !(0...9).contains(digit) { isText = false }
                return number * 10 + digit
            }
        }
        let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
        let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
        guard isText, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(
            seconds: Self.day(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second)
        // The 30th of February is a day of March.
        guard day <= 28 || civil.day == day else { return nil }
    }

    /// The first second of a date such as `2026-11-21`.
    public init?(date: some StringProtocol) { self.init("\(date)T00:00:00Z") }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // The Gregorian calendar counted from March, so that a leap day ends its year.

    private static func day(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var civil: (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return (
            yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month + (month < 10 ? 3 : -9),
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}
