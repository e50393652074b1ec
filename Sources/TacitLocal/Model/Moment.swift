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
        var numbers = [Int64](repeating: 0, count: 6)
        var field = 0
        for (place, byte) in bytes.enumerated() {
            switch place {
            case 4, 7, 10, 13, 16, 19:
                guard byte == Self.marks[place] else { return nil }
                field += 1
            default:
                guard (0x30...0x39).contains(byte) else { return nil }
                numbers[field] = numbers[field] * 10 + Int64(byte - 0x30)
            }
        }
        guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24, numbers[4] < 60,
            numbers[5] < 60
        else { return nil }
        let day = Self.day(year: numbers[0], month: numbers[1], day: numbers[2])
        self.init(seconds: day * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
        guard civil.day == numbers[2] else { return nil }
    }

    /// The first second of a date such as `2026-11-21`.
    public init?(date: some StringProtocol) { self.init("\(date)T00:00:00Z") }

    private static let marks = Array("0000-00-00T00:00:00Z".utf8)

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
