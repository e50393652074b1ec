/// Times as people read them: UTC, ISO 8601 without the `T`. Pages say `UTC` once, not at each time.
package enum TimeText {
    /// `2026-03-14`
    package static func day(_ seconds: Int64) -> String {
        let (year, month, day) = civil(seconds)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `03-14`, for the ticks of an axis.
    package static func monthDay(_ seconds: Int64) -> String { String(day(seconds).suffix(5)) }

    /// `13:40`, and `13:40:22` within a minute.
    package static func clock(_ seconds: Int64) -> String {
        let second = remainder(seconds, 86_400)
        let minutes = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
        return second % 60 == 0 ? minutes : "\(minutes):\(padded(second % 60, 2))"
    }

    /// `2026-03-14 13:40`
    package static func minute(_ seconds: Int64) -> String {
        "\(day(seconds)) \(clock(seconds - remainder(seconds, 60)))"
    }

    /// What a window is called: `2026-03-14`, `2026-03-14 13:00–14:00`, `2026-03-14 13:40`.
    package static func window(from start: Int64, to end: Int64) -> String {
        switch end - start {
        case 86_400 where remainder(start, 86_400) == 0: day(start)
        case 60: minute(start)
        default: "\(minute(start))–\(day(start) == day(end - 1) ? clock(end) : minute(end))"
        }
    }

    /// A span in its two largest units: `45 s`, `20 min`, `13 h 20 min`, `3 d 4 h`.
    package static func duration(_ seconds: Int64) -> String {
        let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
        let (size, name) = units[first]
        var text = "\(NumberText.integer(seconds / size)) \(name)"
        if first + 1 < units.count, first < 2 || seconds < 600 {
            let (smaller, smallerName) = units[first + 1]
            let rest = seconds % size / smaller
            if rest > 0 { text += " \(rest) \(smallerName)" }
        }
        return text
    }

    /// `in 13 h 20 min`, `20 min ago`, `now`.
    package static func relative(_ seconds: Int64, to now: Int64) -> String {
        switch seconds - now {
        case 1...: "in \(duration(seconds - now))"
        case 0: "now"
        default: "\(duration(now - seconds)) ago"
        }
    }

    /// Year, month and day of the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
    package static func civil(_ time: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // Beyond a hundred thousand years only altered rows lie.
        let seconds = min(max(time, -1 << 42), 1 << 42)
        let days = (seconds - remainder(seconds, 86_400)) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func remainder(_ value: Int64, _ size: Int64) -> Int64 {
        let rest = value % size
        return rest < 0 ? rest + size : rest
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
