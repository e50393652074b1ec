/// The files of health, added up by day.
struct HealthDays {
    private(set) var days: [Picture.Day]
    private(set) var last: SystemHealth?
    /// Since when the last status has held, with no more than five minutes of it unknown at a time.
    private(set) var since: Moment?
    private(set) var lines = 0
    private(set) var unreadable = 0

    private static let shown: Int64 = 30

    private var starts: [Moment] = []
    private var before: (time: Moment, status: SystemHealth.Status)?

    init(_ folder: LocalFolder, now: Moment) {
        days = (now.day - Self.shown + 1...now.day).map { day in
            Picture.Day(day: day, minutes: [:], criticalErrors: 0, errors: 0)
        }
        for file in folder.files where file.part == .health {
            let bytes = folder.bytes(of: file)
            // The lines lie within the bytes for as long as the closure runs.
            bytes.withUnsafeBufferPointer { buffer in
                bytes.forEachLine { line in
                    if let quick = QuickLine.health(UnsafeBufferPointer(rebasing: buffer[line.indices])) {
                        add(quick.time, quick.status, errors: quick.errors)
                    } else if let record = Line(line).flatMap(SystemHealth.init) {
                        add(record.timestamp, record.status, errors: record.criticalErrors)
                    } else {
                        unreadable += 1
                    }
                }
            }
            last = bytes.lastLines(1).first.flatMap { Line($0) }.flatMap(SystemHealth.init) ?? last
        }
    }

    /// Each record stands for the minute it was made in.
    private mutating func add(_ time: Moment, _ status: SystemHealth.Status, errors: Int) {
        lines += 1
        if before.map({ $0.status != status || time - $0.time > 300 }) ?? true { since = time }
        if status == .critical, before?.status != .critical { starts.append(time) }
        before = (time, status)
        let index = Int(time.day - (days.first?.day ?? 0))
        guard days.indices.contains(index) else { return }
        days[index].minutes[status, default: 0] += 1
        days[index].criticalErrors += errors
    }

    var uptime: Double? {
        let known = days.reduce(0) { $0 + $1.minutes.values.reduce(0, +) }
        let critical = days.reduce(0) { $0 + ($1.minutes[.critical] ?? 0) }
        return known > 0 ? Double(known - critical) / Double(known) : nil
    }

    /// The mean time from the begin of one critical stretch to the begin of the next.
    var meanTimeBetweenFailures: Int64? {
        guard let first = starts.first, let last = starts.last, starts.count > 1 else { return nil }
        return (last - first) / Int64(starts.count - 1)
    }
}
