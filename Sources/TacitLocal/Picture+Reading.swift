import TacitSeal

extension LocalFolder {
    /// All that the files tell at this moment.
    package func picture(at now: Moment, settings: Settings, isMonitored: Bool) -> Picture {
        let health = HealthDays(self, now: now)
        let resources = records(of: ResourceAlert.self)
        let services = records(of: ServiceStatus.self)
        let errors = records(of: ErrorEvent.self)
        let alerts = records(of: AlertEvent.self)
        let levels = LevelHistories(self)
        var days = health.days
        for error in errors.records {
            if let index = days.firstIndex(where: { $0.day == error.timestamp.day }) {
                days[index].errors += error.count
            }
        }
        let unreadable: [Part: Int] = [
            .health: health.unreadable, .resources: resources.unreadable, .services: services.unreadable,
            .levels: levels.unreadable, .errors: errors.unreadable, .alerts: alerts.unreadable,
        ]
        let lines: [Part: Int] = [
            .health: health.lines, .resources: resources.records.count, .services: services.records.count,
            .levels: levels.lines, .errors: errors.records.count, .alerts: alerts.records.count,
        ]
        return Picture(
            now: now, folder: path, health: health.last, statusSince: health.since,
            isMonitored: isMonitored, days: days,
            resources: resources.records.latest(by: \.resource).sorted { $0.resource.rawValue < $1.resource.rawValue },
            services: services.records.latest(by: \.service).sorted { $0.service < $1.service },
            levels: levels.pictures(at: now),
            errors: errors.records.counted(), errorsByHour: errors.records.byHour(),
            standing: alerts.records.latest(by: \.about).filter { $0.state == .raised }.sorted {
                $0.timestamp < $1.timestamp
            },
            alerts: alerts.records.suffix(50).reversed(),
            holdings: Part.allCases.map { part in
                holding(part, settings: settings, lines: lines[part] ?? 0, unreadable: unreadable[part] ?? 0)
            },
            uptime: health.uptime, meanTimeBetweenFailures: health.meanTimeBetweenFailures)
    }

    private func holding(_ part: Part, settings: Settings, lines: Int, unreadable: Int) -> Picture.Holding {
        let files = files.filter { $0.part == part }
        var oldest: Moment?
        if let first = files.first { bytes(of: first).firstLine.flatMap(Line.timestamp).map { oldest = $0 } }
        let last = files.last.map { bytes(of: $0).lastLines(5) } ?? []
        return Picture.Holding(
            part: part, isOn: settings.parts.contains(part), files: files.map(\.name),
            bytes: files.reduce(0) { $0 + (Files.size(path(of: $1)) ?? 0) }, lines: lines, oldest: oldest,
            goes: files.first?.goes, lastLines: last.map { String(decoding: $0, as: UTF8.self) },
            unreadable: unreadable)
    }
}

/// What an alert is about: two of one rule on two services stand side by side.
extension AlertEvent {
    struct About: Hashable {
        let rule: Rule
        let subject: Name
    }

    var about: About { About(rule: rule, subject: subject) }
}

extension Array where Element: LocalRecord {
    /// The last record of each subject.
    func latest(by subject: (Element) -> some Hashable) -> [Element] {
        var latest: [AnyHashable: Element] = [:]
        for record in self { latest[AnyHashable(subject(record))] = record }
        return Array(latest.values)
    }
}

extension Array where Element == ErrorEvent {
    private struct Kind: Hashable {
        let code: ErrorCode
        let component: Name
        let severity: ErrorEvent.Severity
    }

    /// Most frequent first.
    func counted() -> [Picture.ErrorCount] {
        var counts: [Kind: Picture.ErrorCount] = [:]
        for error in self {
            let kind = Kind(code: error.code, component: error.component, severity: error.severity)
            let before = counts[kind]
            counts[kind] = Picture.ErrorCount(
                code: error.code, component: error.component, severity: error.severity,
                count: (before?.count ?? 0) + error.count, last: error.timestamp,
                message: error.message ?? before?.message)
        }
        return counts.values.sorted { ($1.count, $0.component, $0.code) < ($0.count, $1.component, $1.code) }
    }

    func byHour() -> [Int] {
        reduce(into: [Int](repeating: 0, count: 24)) { hours, error in
            hours[Int((error.timestamp - Moment(day: error.timestamp.day)) / 3600)] += error.count
        }
    }
}

extension Array where Element == UInt8 {
    var firstLine: ArraySlice<UInt8>? { firstIndex(of: UInt8(ascii: "\n")).map { self[..<$0] } }

    func lastLines(_ count: Int) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        // What stands behind the last newline is no whole line.
        var end = lastIndex(of: UInt8(ascii: "\n")) ?? 0
        while lines.count < count, end > 0 {
            let start = self[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            lines.append(self[start..<end])
            end = start - 1
        }
        return lines.reversed()
    }
}
