import TacitPages

/// Numbers and times as the page, the terminal and the reports say them. All times are UTC.
enum Words {
    /// `2026-11-21 09:30`
    static func minute(_ moment: Moment) -> String { TimeText.minute(moment.seconds) }

    /// `2026-11-21`
    static func day(_ day: Int64) -> String { Moment(day: day).date }

    /// `13 h 20 min`
    static func duration(_ seconds: Int64) -> String { TimeText.duration(max(0, seconds)) }

    /// `20 min ago`, `now`. A clock that was set back makes no future.
    static func ago(_ moment: Moment, _ now: Moment) -> String {
        now - moment < 60 ? "just now" : TimeText.relative(min(moment.seconds, now.seconds), to: now.seconds)
    }

    static func count(_ count: Int) -> String { NumberText.integer(Int64(count)) }

    /// `1 line`, `12 480 lines`
    static func count(_ count: Int, _ noun: String) -> String { "\(Self.count(count)) \(noun)\(count == 1 ? "" : "s")" }

    /// `99.93 %`, rounded down: only what is whole is called 100 %.
    static func share(_ share: Double) -> String {
        guard share.isFinite else { return "unknown" }
        return NumberText.plain((share * 10_000 + 1e-6).rounded(.down) / 100) + "\u{A0}%"
    }

    /// `97 %`, rounded down; nothing is ever certain.
    static func certainty(_ certainty: Double) -> String {
        "\(min(99, Int((max(0, min(1, certainty)) * 100 + 1e-6).rounded(.down))))\u{A0}%"
    }

    /// `0.62`
    static func level(_ level: Double) -> String { NumberText.decimal(level, place: -2) }

    /// `640 bytes`, `12.5 kB`, `3.2 MB`
    static func bytes(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: count(bytes, "byte")
        case ..<1_000_000: NumberText.decimal(Double(bytes) / 1e3, place: -1) + "\u{A0}kB"
        case ..<1_000_000_000: NumberText.decimal(Double(bytes) / 1e6, place: -1) + "\u{A0}MB"
        default: NumberText.decimal(Double(bytes) / 1e9, place: -2) + "\u{A0}GB"
        }
    }

    /// `cpu and memory`, `a, b and c`
    static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
