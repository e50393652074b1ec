import TacitSeal

extension LocalFolder {
    /// All that the files tell at this moment.
    package func picture(at now: Moment, settings: Settings, isMonitored: Bool) -> Picture {
        let health = HealthDays(self, now: now)
        let levels = LevelHistories(self, at: now)
        var errors = ErrorCounts()
        var resources: [ResourceAlert.Resource: ResourceAlert] = [:]
        var services: [Name: ServiceStatus] = [:]
        var latest: [AlertEvent.About: AlertEvent] = [:]
        var alerts: [AlertEvent] = []
        let tallies: [Part: Tally] = [
            .health: health.tally, .levels: levels.tally,
            .errors: forEachRecord(of: ErrorEvent.self, at: now) { errors.add($0) },
            .resources: forEachRecord(of: ResourceAlert.self, at: now) { resources[$0.resource] = $0 },
            .services: forEachRecord(of: ServiceStatus.self, at: now) { services[$0.service] = $0 },
            .alerts: forEachRecord(of: AlertEvent.self, at: now) { alert in
                latest[alert.about] = alert
                alerts.append(alert)
                // Those before are of no use; not one by one, which would move the rest each time.
                if alerts.count > 2 * Self.shownAlerts { alerts.removeFirst(Self.shownAlerts) }
            },
        ]
        let days = health.days.map { day in
            var day = day
            day.errors = errors.byDay[day.day] ?? 0
            return day
        }
        return Picture(
            now: now, folder: path, health: health.last, statusSince: health.since,
            isMonitored: isMonitored && (!settings.parts.contains(.health) || health.isRecent), days: days,
            resources: resources.values.sorted { $0.resource.rawValue < $1.resource.rawValue },
            services: services.values.sorted { $0.service < $1.service },
            levels: levels.pictures(at: now),
            errors: errors.sorted, errorsByHour: errors.byHour, errorLinesByHour: errors.linesByHour,
            standing: latest.values.filter { $0.state == .raised }.sorted { $0.timestamp < $1.timestamp },
            alerts: alerts.suffix(Self.shownAlerts).reversed(),
            holdings: Part.allCases.map { holding($0, settings: settings, tallies[$0] ?? Tally()) },
            uptime: health.uptime, meanTimeBetweenFailures: health.meanTimeBetweenFailures)
    }

    private static let shownAlerts = 50

    private func holding(_ part: Part, settings: Settings, _ tally: Tally) -> Picture.Holding {
        let files = files.filter { $0.part == part }
        let first = files.first.flatMap { Files.beginning(of: path(of: $0), bytes: 4096) }
        let last = files.last.map { Files.ending(of: path(of: $0), bytes: 65_536).lastLines(5) } ?? []
        return Picture.Holding(
            part: part, isOn: settings.parts.contains(part), files: files.map(\.name),
            bytes: files.reduce(0) { $0 + (Files.size(path(of: $1)) ?? 0) }, lines: tally.lines,
            oldest: first?.firstLine.flatMap(Line.timestamp),
            goes: files.first?.goes, lastLines: last.map { String(decoding: $0, as: UTF8.self) },
            unreadable: tally.unreadable)
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
