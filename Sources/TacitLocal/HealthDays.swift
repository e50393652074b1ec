/// The files of health, added up by day.
///
/// Each line stands until the next one. Where the next is much later than lines usually are, nobody looked meanwhile: the line
/// then stands for as long as lines usually do, and what follows is not known.
struct HealthDays {
    private(set) var last: SystemHealth?
    /// Since when the last status has held without a break.
    private(set) var since: Moment?
    private(set) var tally = LocalFolder.Tally()

    private static let shown = 30
    /// How far apart rounds can be, with a second for the clock.
    private static let longestRound: Int64 = 3601

    private var starts: [Moment] = []
    private var seconds: [[SystemHealth.Status: Int64]]
    private var criticalErrors: [Int]
    private let firstDay: Int64
    private let now: Moment
    /// How far apart the lines of the file usually are.
    private var spacing: Int64 = 60

    /// A line of a file, as far as it matters here.
    private struct Look {
        let time: Moment
        let status: SystemHealth.Status
    }

    init(_ folder: LocalFolder, now: Moment) {
        self.now = now
        firstDay = now.day - Int64(Self.shown) + 1
        seconds = Array(repeating: [:], count: Self.shown)
        criticalErrors = Array(repeating: 0, count: Self.shown)
        var before: Look?
        for file in folder.files where file.part == .health {
            var looks = read(file, of: folder)
            looks.sortByTime { $0.time }
            let steps = zip(looks, looks.dropFirst()).map { Double($1.time - $0.time) }
            var rounds = steps.filter { $0 > 0 && $0 <= Double(Self.longestRound) }
            if !rounds.isEmpty { spacing = Int64(rounds.takeMedian(in: 0..<rounds.count)) }
            for look in looks {
                follow(before, look)
                before = look
            }
        }
        if let before { credit(before, until: min(now, before.time + spacing)) }
    }

    private mutating func read(_ file: LocalFolder.File, of folder: LocalFolder) -> [Look] {
        var looks: [Look] = []
        folder.forEachLine(of: file) { line in
            // The bytes of the line lie still while they are read.
            let quick = line.withUnsafeBufferPointer { QuickLine.health($0) }
            guard let record = quick ?? Line(line).flatMap(SystemHealth.init) else {
                tally.unreadable += 1
                return
            }
            tally.lines += 1
            guard Part.health.counts(record.timestamp, at: now) else { return }
            looks.append(Look(time: record.timestamp, status: record.status))
            if last.map({ $0.timestamp <= record.timestamp }) ?? true { last = record }
            let index = Int(record.timestamp.day - firstDay)
            if criticalErrors.indices.contains(index) { criticalErrors[index] += record.criticalErrors }
        }
        return looks
    }

    /// Whether somebody looked as lately as they usually do; a monitor that is there and looks no more is none.
    var isRecent: Bool { last.map { now - $0.timestamp <= gap } ?? true }

    /// Three rounds may be missed before it is said that nobody looked.
    private var gap: Int64 { min(max(3 * spacing, 180), 10_800) }

    private mutating func follow(_ before: Look?, _ look: Look) {
        let isGap = before.map { look.time - $0.time > gap } ?? true
        if isGap || before?.status != look.status { since = look.time }
        if look.status == .critical, before?.status != .critical { starts.append(look.time) }
        if let before { credit(before, until: isGap ? before.time + spacing : look.time) }
    }

    private mutating func credit(_ look: Look, until end: Moment) {
        var time = look.time
        while time < end {
            let stop = min(end, Moment(day: time.day + 1))
            let index = Int(time.day - firstDay)
            if seconds.indices.contains(index) { seconds[index][look.status, default: 0] += stop - time }
            time = stop
        }
    }

    var days: [Picture.Day] {
        zip(seconds, criticalErrors).enumerated().map { index, day in
            // What was seen at all is seen: a state of seconds counts as a minute.
            Picture.Day(
                day: firstDay + Int64(index), minutes: day.0.mapValues { Int(max(1, ($0 + 30) / 60)) },
                criticalErrors: day.1, errors: 0)
        }
    }

    var uptime: Double? {
        let known = seconds.reduce(0) { $0 + $1.values.reduce(0, +) }
        let critical = seconds.reduce(0) { $0 + ($1[.critical] ?? 0) }
        return known > 0 ? Double(known - critical) / Double(known) : nil
    }

    /// The mean time from the begin of one critical stretch to the begin of the next.
    var meanTimeBetweenFailures: Int64? {
        guard let first = starts.first, let last = starts.last, starts.count > 1 else { return nil }
        return (last - first) / Int64(starts.count - 1)
    }
}
