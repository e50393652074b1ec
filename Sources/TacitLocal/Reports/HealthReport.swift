/// How the system felt over the kept days, to keep or to pass on: what happened and what it has in common.
///
/// ```swift
/// let report = HealthReport(picture)
/// report.markdown      // or .html, or .json
/// ```
///
/// It holds figures, names that the owner chose and scrubbed messages, and no line as it is in a file.
package struct HealthReport: Sendable {
    let picture: Picture

    package init(_ picture: Picture) { self.picture = picture }

    /// How much of the time is known, and how it was, in whole sentences.
    var uptime: [String] {
        guard let uptime = picture.uptime else { return ["Nothing is known of the last 30 days."] }
        let known = "\(Words.share(picture.knownShare)) of the last 30 days is known."
        let share = "In \(Words.share(uptime)) of the known time the system was not critical."
        let failures =
            picture.meanTimeBetweenFailures.map { "On average \(Words.duration($0)) lie between two failures." }
            ?? "There were fewer than two failures, so there is no mean time between them."
        return [share, known, failures]
    }

    /// How a level went over its whole time, and where it goes.
    func trend(of level: Picture.Level) -> [String] {
        let last = "\(Words.level(level.last.level)) on \(Words.day(level.last.timestamp.day))."
        let first = level.points.first.flatMap { point in
            level.points.count > 1
                ? "From \(Words.level(point.level)) on \(Words.day(point.timestamp.day)) to \(last)" : nil
        }
        return [first ?? last, level.last.evolutionSentence, level.last.functionalSentence]
    }

    var errors: [String] { ErrorPatterns(picture).sentences(picture.errorsByHour) }
}
