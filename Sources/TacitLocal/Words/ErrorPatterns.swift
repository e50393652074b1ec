/// What the errors of the kept days have in common.
struct ErrorPatterns: Equatable {
    /// Errors by component, most first.
    let components: [(name: Name, count: Int)]
    let total: Int
    /// The hour of the day, UTC, in which they pile up; `nil` where chance explains it as well.
    let busiestHour: Int?

    init(_ picture: Picture) {
        var counts: [Name: Int] = [:]
        for error in picture.errors { counts[error.component, default: 0] += error.count }
        components = counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        total = components.reduce(0) { $0 + $1.count }
        busiestHour = Self.busiest(picture.errorLinesByHour)
    }

    /// More than five standard deviations over what an even day would have in an hour, and at least five lines. Lines and not
    /// errors: the errors of one line came together, so that each by itself proves nothing.
    private static func busiest(_ hours: [Int]) -> Int? {
        guard let most = hours.max(), most >= 5, let hour = hours.firstIndex(of: most) else { return nil }
        let mean = Double(hours.reduce(0, +)) / Double(hours.count)
        return Double(most) > mean + 5 * mean.squareRoot() ? hour : nil
    }

    /// Whole sentences.
    func sentences(_ hours: [Int]) -> [String] {
        guard total > 0, let first = components.first else { return ["No errors in the kept days."] }
        var sentences: [String] = []
        if components.count == 1 {
            sentences.append(
                total == 1
                    ? "The one error comes from \(first.name)."
                    : "All \(Words.count(total)) errors come from \(first.name).")
        } else {
            sentences.append(
                "\(Words.share(Double(first.count) / Double(total))) of \(Words.count(total)) errors come from \(first.name)."
            )
        }
        if let hour = busiestHour {
            let share = Double(hours[hour]) / Double(max(1, hours.reduce(0, +)))
            sentences.append("\(Words.share(share)) fall between \(Self.clock(hour)) and \(Self.clock(hour + 1)) UTC.")
        } else {
            sentences.append("No hour of the day stands out.")
        }
        return sentences
    }

    static func clock(_ hour: Int) -> String { (hour % 24 < 10 ? "0" : "") + "\(hour % 24):00" }

    static func == (left: ErrorPatterns, right: ErrorPatterns) -> Bool {
        left.total == right.total && left.busiestHour == right.busiestHour
            && left.components.elementsEqual(right.components, by: ==)
    }
}
