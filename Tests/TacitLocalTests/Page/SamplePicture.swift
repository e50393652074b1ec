@testable import TacitLocal

/// Pictures as a monitor would give them, made up.
enum SamplePicture: CaseIterable {
    /// A critical morning in a busy house: everything has something to show.
    case critical
    case healthy
    /// The monitor was stopped.
    case stopped
    /// Nothing is on.
    case off
    /// On, never run.
    case unwatched
    /// Running, nothing written yet.
    case waiting
    /// Health is off, services are on.
    case uncollected
    /// Texts that mean harm.
    case hostile

    static let now = Moment("2026-11-21T09:30:40Z") ?? Moment(seconds: 0)
    static let script = "<script>alert('x')</script>\"\u{301} onload=\"x\u{202E}\u{1B}[31m"

    var picture: Picture {
        switch self {
        case .critical: Self.make(.critical, standing: true)
        case .healthy: Self.make(.healthy)
        case .stopped: Self.make(.degraded, isMonitored: false)
        case .off: Self.empty(isMonitored: false, isOn: [])
        case .unwatched: Self.empty(isMonitored: false, isOn: Set(Part.allCases))
        case .waiting: Self.empty(isMonitored: true, isOn: Set(Part.allCases))
        case .uncollected: Self.empty(isMonitored: true, isOn: [.services])
        case .hostile: Self.make(.degraded, folder: Self.script, message: Self.script, lastLine: Self.script)
        }
    }

    private static func empty(isMonitored: Bool, isOn: Set<Part>) -> Picture {
        Picture(
            now: now, folder: "/home/user/.local/state/tacit/local", health: nil, isMonitored: isMonitored, days: [],
            resources: [], services: [], levels: [], errors: [], errorsByHour: Array(repeating: 0, count: 24),
            standing: [],
            alerts: [], holdings: Part.allCases.map { holding($0, isOn: isOn.contains($0), lines: []) }, uptime: nil,
            meanTimeBetweenFailures: nil)
    }

    private static func make(
        _ status: SystemHealth.Status, isMonitored: Bool = true, standing: Bool = false,
        folder: String = "/home/user/.local/state/tacit/local", message: String = "pool exhausted after [REDACTED:ip]",
        lastLine: String? = nil
    ) -> Picture {
        let health = SystemHealth(
            timestamp: now - 40, status: status, uptimeSeconds: 1_050_300, criticalErrors: status == .critical ? 2 : 0)
        let alerts = alerts
        let lines = lines(lastLine)
        return Picture(
            now: now, folder: folder, health: health, statusSince: now - 11_430, isMonitored: isMonitored, days: days,
            resources: [
                ResourceAlert(timestamp: now - 1_260, resource: .memory, state: .over, percent: 94, threshold: 90),
                ResourceAlert(timestamp: now - 86_000, resource: .cpu, state: .normal, percent: 41, threshold: 90),
            ],
            services: services, levels: levels, errors: errors(message), errorsByHour: hours, errorLinesByHour: hours,
            standing: standing ? Array(alerts.prefix(2)) : [], alerts: alerts,
            holdings: Part.allCases.map { holding($0, isOn: $0 != .resources, lines: lines[$0] ?? []) },
            uptime: 0.998_73,
            meanTimeBetweenFailures: 352_800)
    }

    private static let days: [Picture.Day] = (0..<30).compactMap { index in
        let day = now.day - 29 + Int64(index)
        switch index {
        case 0...3: return nil
        case 9: return Picture.Day(day: day, minutes: [.healthy: 700], criticalErrors: 0, errors: 3)
        case 14:
            return Picture.Day(
                day: day, minutes: [.healthy: 1330, .degraded: 80, .critical: 30], criticalErrors: 4, errors: 31)
        case 21: return Picture.Day(day: day, minutes: [.healthy: 900, .degraded: 540], criticalErrors: 0, errors: 12)
        case 26: return Picture.Day(day: day, minutes: [.healthy: 1435, .critical: 5], criticalErrors: 1, errors: 9)
        case 29:
            return Picture.Day(
                day: day, minutes: [.healthy: 350, .degraded: 30, .critical: 190], criticalErrors: 6, errors: 47)
        default: return Picture.Day(day: day, minutes: [.healthy: 1440], criticalErrors: 0, errors: index % 5)
        }
    }

    private static func name(_ text: String) -> Name { Name(text) ?? Name(declared: "x") }
    private static func code(_ text: String) -> ErrorCode { ErrorCode(text) ?? errorCode }
    // Letters alone are always a code.
    private static let errorCode = ErrorCode("E")!

    private static let services = [
        ServiceStatus(timestamp: now - 11_430, service: name("home-db"), state: .down, reason: .refused),
        ServiceStatus(timestamp: now - 5_400, service: name("media"), state: .slow, responseTime: 2_340),
        ServiceStatus(timestamp: now - 1_050_000, service: name("cache"), state: .up),
        ServiceStatus(timestamp: now - 700_000, service: name("web"), state: .down, reason: .certificateExpired),
    ]

    private static let levels: [Picture.Level] = [level("consciousness", .growing), level("focus", .declining)]

    private static func level(_ text: String, _ evolution: LevelStatus.Evolution) -> Picture.Level {
        let start = now - 60 * 86_400
        let points = (0..<400).compactMap { index -> Picture.LevelPoint? in
            guard !(150..<185).contains(index) else { return nil }
            // Fractions of a multiple of the golden ratio: scattered, and the same each time.
            let noise = (Double(index) * 0.618_034).truncatingRemainder(dividingBy: 1) - 0.5
            let trend = evolution == .growing ? 0.35 + Double(index) / 1000 : 0.8 - Double(index) / 1100
            return Picture.LevelPoint(timestamp: start + Int64(index) * 12_960, level: trend + noise * 0.07)
        }
        let last = LevelStatus(
            timestamp: now - 90, name: name(text), level: points.last?.level ?? 0, evolution: evolution,
            windowSeconds: 7 * 86_400, certainty: 0.974, functional: evolution == .growing)
        return Picture.Level(name: last.name, last: last, points: points, lines: 78_412)
    }

    private static func errors(_ message: String) -> [Picture.ErrorCount] {
        let all: [(String, String, ErrorEvent.Severity, Int, String?)] = [
            ("DB-1001", "storage", .critical, 214, message),
            ("E_TIMEOUT", "fetcher", .error, 97, nil),
            ("PARSE-7", "fetcher", .error, 12, "unexpected end of input"), ("E_QUEUE", "scheduler", .error, 3, nil),
        ]
        return all.map {
            Picture.ErrorCount(
                code: code($0.0), component: name($0.1), severity: $0.2, count: $0.3, last: now - 540, message: $0.4)
        }
    }

    private static let hours = [2, 1, 0, 96, 141, 3, 2, 1, 5, 9, 7, 6, 4, 8, 6, 5, 4, 3, 7, 6, 4, 3, 2, 1]

    private static let alerts: [AlertEvent] =
        [
            AlertEvent(timestamp: now - 11_430, rule: .serviceDown, subject: name("home-db"), state: .raised),
            AlertEvent(timestamp: now - 11_430, rule: .systemDown, subject: name("system"), state: .raised),
            AlertEvent(timestamp: now - 86_000, rule: .resourceOver, subject: name("cpu"), state: .over),
            AlertEvent(timestamp: now - 87_300, rule: .resourceOver, subject: name("cpu"), state: .raised),
        ]
        + (1...8).map {
            AlertEvent(timestamp: now - $0 * 200_000, rule: .criticalError, subject: name("storage"), state: .over)
        }

    private static func lines(_ line: String?) -> [Part: [String]] {
        func text(_ record: some LocalRecord) -> String {
            line ?? String(decoding: record.line.dropLast(), as: UTF8.self)
        }
        let healthy = (1...4).reversed().map {
            SystemHealth(timestamp: now - $0 * 60, status: .critical, uptimeSeconds: 1_050_000, criticalErrors: 0)
        }
        return [
            .health: healthy.map(text), .services: services.map(text), .levels: levels.map { text($0.last) },
            .errors: [
                text(
                    ErrorEvent(
                        timestamp: now - 540, code: code("DB-1001"), component: name("storage"), severity: .critical,
                        count: 3, message: "pool exhausted after 30 s"))
            ], .alerts: alerts.prefix(3).map(text),
        ]
    }

    private static func holding(_ part: Part, isOn: Bool, lines: [String]) -> Picture.Holding {
        let isEmpty = lines.isEmpty
        let oldest = now - 26 * 86_400
        return Picture.Holding(
            part: part, isOn: isOn,
            files: isEmpty ? [] : (0..<3).map { "\(part.rawValue)-\((now - Int64($0) * 86_400).date).jsonl" },
            bytes: isEmpty ? 0 : 4_312_900, lines: isEmpty ? 0 : 37_418, oldest: isEmpty ? nil : oldest,
            goes: isEmpty ? nil : oldest + part.days * 86_400, lastLines: lines,
            unreadable: part == .errors && !isEmpty ? 2 : 0)
    }
}
