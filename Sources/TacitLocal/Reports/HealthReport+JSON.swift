extension HealthReport {
    /// As JSON: figures with their units in their names, times as RFC 3339 has them, and `null` for what is unknown.
    package var json: String { document.text + "\n" }

    private var document: ReportValue {
        .object([
            ("format", .integer(1)), ("generated_at", .moment(picture.now)), ("status", status),
            ("uptime", uptimeFigures),
            ("standing_alerts", .array(picture.standing.map(Self.alert))),
            ("levels", .array(picture.levels.map(Self.level))),
            ("services", .array(picture.services.map(Self.service))),
            ("resources", .array(picture.resources.map(Self.resource))), ("errors", errorFigures),
        ])
    }

    private var status: ReportValue {
        guard let health = picture.health else { return .null }
        return .object([
            ("system_status", .text(health.status.rawValue)), ("since", .moment(picture.statusSince)),
            ("last_seen", .moment(health.timestamp)), ("is_monitored", .bool(picture.isMonitored)),
            ("uptime_seconds", .integer(health.uptimeSeconds)),
        ])
    }

    private var uptimeFigures: ReportValue {
        .object([
            ("not_critical_share", picture.uptime.map(ReportValue.number) ?? .null),
            ("known_share", .number(picture.knownShare)),
            ("mean_time_between_failures_seconds", picture.meanTimeBetweenFailures.map(ReportValue.integer) ?? .null),
            (
                "days",
                .array(
                    picture.strip.map { day in
                        .object(
                            [("date", .text(Words.day(day.day)))]
                                + SystemHealth.Status.allCases.map {
                                    ("\($0.rawValue)_minutes", .integer(Int64(day.minutes($0))))
                                } + [
                                    ("unknown_minutes", .integer(Int64(day.unknown))),
                                    ("errors", .integer(Int64(day.errors))),
                                    ("critical_errors", .integer(Int64(day.criticalErrors))),
                                ])
                    })
            ),
        ])
    }

    private static func alert(_ alert: AlertEvent) -> ReportValue {
        .object([
            ("rule", .text(alert.rule.rawValue)), ("subject", .text(alert.subject.text)),
            ("since", .moment(alert.timestamp)),
        ])
    }

    private static func level(_ level: Picture.Level) -> ReportValue {
        .object([
            ("name", .text(level.name.text)), ("level", .number(level.last.level)),
            ("timestamp", .moment(level.last.timestamp)), ("evolution", .text(level.last.evolution.rawValue)),
            ("window_seconds", .integer(level.last.windowSeconds)), ("certainty", .number(level.last.certainty)),
            ("functional", .bool(level.last.functional)), ("lines", .integer(Int64(level.lines))),
            (
                "points",
                .array(
                    level.points.map {
                        .object([("timestamp", .moment($0.timestamp)), ("level", .number($0.level))])
                    })
            ),
        ])
    }

    private static func service(_ service: ServiceStatus) -> ReportValue {
        .object([
            ("service", .text(service.service.text)), ("state", .text(service.state.rawValue)),
            ("since", .moment(service.timestamp)),
            ("response_ms", service.responseTime.map { .integer(Int64($0)) } ?? .null),
            ("reason", service.reason.map { .text($0.rawValue) } ?? .null),
        ])
    }

    private static func resource(_ resource: ResourceAlert) -> ReportValue {
        .object([
            ("resource", .text(resource.resource.rawValue)), ("state", .text(resource.state.rawValue)),
            ("since", .moment(resource.timestamp)), ("percent", .integer(Int64(resource.percent))),
            ("threshold_percent", .integer(Int64(resource.threshold))),
        ])
    }

    private var errorFigures: ReportValue {
        let patterns = ErrorPatterns(picture)
        return .object([
            ("total", .integer(Int64(patterns.total))),
            ("busiest_hour", patterns.busiestHour.map { .integer(Int64($0)) } ?? .null),
            ("by_hour", .array(picture.errorsByHour.map { .integer(Int64($0)) })),
            (
                "by_component",
                .array(
                    patterns.components.map {
                        .object([("component", .text($0.name.text)), ("count", .integer(Int64($0.count)))])
                    })
            ),
            (
                "by_code",
                .array(
                    picture.errors.map { error in
                        .object([
                            ("code", .text(error.code.text)), ("component", .text(error.component.text)),
                            ("severity", .text(error.severity.rawValue)), ("count", .integer(Int64(error.count))),
                            ("last", .moment(error.last)), ("message", error.message.map(ReportValue.text) ?? .null),
                        ])
                    })
            ),
        ])
    }
}
