/// How charts and tables speak of what lies around a metric's figures: an interval, or nothing where they are exact.
struct SpreadText {
    let isExact: Bool

    /// What an exact figure says of itself instead of an interval.
    static let none = "no formal guarantee"

    /// The heading over the figures of a table, and over what stands beside them.
    var estimate: String { isExact ? "Exact figure" : "Estimate" }
    var interval: String { isExact ? "Guarantee" : Self.interval }
    static let interval = "95 % interval"

    /// For the heading over contributors.
    var people: String { isExact ? "exact" : Self.interval }

    /// For titles: what is drawn around a line or beside a number.
    var suffix: String { isExact ? "exact, \(Self.none)" : "with \(Self.interval)" }

    /// What the line of a chart is.
    var line: String {
        isExact
            ? "The line is the exact figure, with \(Self.none)."
            : "The line is the estimate, the band its \(Self.interval)."
    }

    /// What the bars of a chart are.
    var bars: String {
        isExact ? "Bars are exact figures, with \(Self.none)." : "Bars are estimates, whiskers their \(Self.interval)s."
    }
}
