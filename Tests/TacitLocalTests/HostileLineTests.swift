import TacitSeal
import Testing

@testable import TacitLocal

@Suite("Lines that somebody else wrote")
struct HostileLineTests {
    @Test(
        "a number that JSON does not know, or that is out of range, is no record",
        arguments: [
            "nan", "inf", "-inf", "0x1p-1", "+1", "01", ".5", "1.", "1e", "1e999", "-1", "9223372036854775807",
            "99999999999999999999", "1.5", "\"1\"", "null",
        ])
    func numbers(_ number: String) throws {
        let bench = Bench()
        let time = #"{"timestamp":"2026-11-21T09:00:00Z""#
        let count = #","code":"E","component":"x","severity":"error","count":\#(number)}"#
        try bench.write(time + count + "\n" + time + count + "\n", to: "errors-2026-11-21.jsonl")
        try bench.write(
            time
                + #","name":"x","level":0.5,"evolution":"stable","window_seconds":60,"certainty":\#(number == "1.5" ? "nan" : number),"functional":true}"#
                + "\n", to: "levels-2026-11-21.jsonl")
        try bench.write(
            time + #","system_status":"healthy","uptime_seconds":\#(number),"critical_errors":\#(number)}"# + "\n",
            to: "health-2026-11-21.jsonl")
        let picture = bench.folder.picture(at: Bench.now, settings: Settings(), isMonitored: true)
        #expect(picture.errors.isEmpty)
        #expect(picture.levels.isEmpty)
        #expect(picture.health == nil)
        for holding in picture.holdings where !holding.files.isEmpty {
            #expect(holding.lines == 0 && holding.unreadable > 0, "\(holding.part)")
        }
    }

    @Test("the quick reader takes no line that the careful one refuses")
    func quick() {
        for text in [
            #"{"timestamp":"2026-11-21T09:00:00Z","system_status":"hexxxxx","uptime_seconds":5,"critical_errors":0}"#,
            #"{"timestamp":"2026-11-21T09:00:00Z","system_status":"healthy","uptime_seconds":,"critical_errors":0}"#,
            #"{"timestamp":"2026-11-21T09:00:00Z","system_status":"healthy","uptime_seconds":10000000001,"critical_errors":0}"#,
            #"{"timestamp":"2026-11-21T09:00:00Z","system_status":"healthy","uptime_seconds":5,"critical_errors":1000000001}"#,
            #"{"timestamp":"2026-11-21T09:00:00Z","name":"x","level":0.5,"evolution":"stable","window_seconds":0,"certainty":1,"functional":true}"#,
            #"{"timestamp":"2026-11-21T09:00:00Z","name":"x","level":0.5,"evolution":"stable","window_seconds":9,"certainty":1,"functional":yes}"#,
        ] {
            let bytes = Array(text.utf8)
            // The bytes lie still while they are read.
            bytes.withUnsafeBufferPointer { buffer in
                #expect(QuickLine.health(buffer) == nil, "\(text)")
                #expect(QuickLine.level(buffer) == nil, "\(text)")
            }
            #expect(Line(bytes[...]).flatMap(SystemHealth.init) == nil, "\(text)")
            #expect(Line(bytes[...]).flatMap(LevelStatus.init) == nil, "\(text)")
        }
    }

    @Test("both readers read the same of what this program writes")
    func same() {
        for value in 0...200 {
            let level = LevelStatus(
                timestamp: Bench.now, name: Name("x")!, level: Double(value) / 200, evolution: .growing,
                windowSeconds: Int64(value) * 4_999_999 + 1, certainty: Double(200 - value) / 200,
                functional: value % 2 == 0)
            let health = SystemHealth(
                timestamp: Bench.now, status: .degraded, uptimeSeconds: Int64(value) * 50_000_000,
                criticalErrors: value * 5_000_000)
            level.line.dropLast().withUnsafeBufferPointer { buffer in
                let quick = QuickLine.level(buffer)
                #expect(quick?.level == level.level && quick?.windowSeconds == level.windowSeconds)
                #expect(quick?.certainty == level.certainty && quick?.functional == level.functional)
            }
            health.line.dropLast().withUnsafeBufferPointer { #expect(QuickLine.health($0) == health) }
            #expect(Line(level.line.dropLast()).flatMap(LevelStatus.init) == level)
            #expect(Line(health.line.dropLast()).flatMap(SystemHealth.init) == health)
        }
    }

    @Test("no value that a line may hold stops a reader", arguments: 1...20)
    func random(_ seed: UInt64) throws {
        var source = Chances(state: seed)
        let values = [
            "9223372036854775807", "-9223372036854775808", "1000000000", "999999999", "0", "1", "-1", "nan", "inf",
            "0x1p-1", "1e308", "1e-308", "-0", "true", "null", "\"\"", "\"x\"", "\"healthy\"", "\"cpu\"", "\"over\"",
            "\"up\"", "\"down\"", "\"slow\"", "\"error\"", "\"stable\"", "\"\\ud800\"", "\"raised\"",
            "\"system_down\"", "\"refused\"",
        ]
        let times = [
            "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-21T09:30:00Z", "2026-11-21T09:29:59Z",
            "2026-11-20T23:59:59Z", "2026-11-15T00:00:00Z",
        ]
        let bench = Bench()
        for part in Part.allCases {
            let sample: [UInt8] =
                switch part {
                case .health: SystemHealth(at: Bench.now).line
                case .resources:
                    ResourceAlert(timestamp: Bench.now, resource: .cpu, state: .over, percent: 95, threshold: 90).line
                case .services:
                    ServiceStatus(timestamp: Bench.now, service: Name("x")!, state: .slow, responseTime: 5).line
                case .levels:
                    LevelStatus(
                        timestamp: Bench.now, name: Name("x")!, level: 0.5, evolution: .stable, windowSeconds: 60,
                        certainty: 0.5, functional: true
                    ).line
                case .errors: ErrorEvent(timestamp: Bench.now, code: ErrorCode("E")!, component: Name("x")!).line
                case .alerts:
                    AlertEvent(timestamp: Bench.now, rule: .serviceDown, subject: Name("x")!, state: .raised).line
                }
            let fields = String(decoding: sample.dropFirst().dropLast(2), as: UTF8.self).split(separator: ",")
            var text = ""
            for _ in 0..<60 {
                let line = fields.enumerated().map { index, field in
                    guard index > 0 else { return "\"timestamp\":\"\(source.pick(times))\"" }
                    guard source.next() % 3 == 0 else { return String(field) }
                    return "\(field.prefix { $0 != ":" }):\(source.pick(values))"
                }
                text += "{\(line.joined(separator: ","))}\n"
            }
            for day in ["2026-11-20", "2026-11-21"] { try bench.write(text, to: "\(part.rawValue)-\(day).jsonl") }
        }
        let picture = bench.folder.picture(
            at: Bench.now, settings: Settings(parts: Set(Part.allCases)), isMonitored: true)
        let page = LocalPage(picture, formToken: "x")
        #expect(!page.overview().isEmpty && !page.deletion().isEmpty)
        for width in [40, 120] { #expect(!TerminalView(picture, width: width, isColoured: false).text.isEmpty) }
        let report = HealthReport(picture)
        #expect(!report.markdown.isEmpty && !report.html.isEmpty && !report.json.isEmpty)
        #expect(!LocalVerifier(bench.folder, now: Bench.now).checks().isEmpty)
        #expect(!bench.folder.exported().isEmpty)
        _ = bench.folder.status(of: .init(name: Name("x")!), 0.5, at: Bench.now)
        _ = try bench.folder.cleanLines(at: Bench.now)
    }

    @Test("what a program counts beyond all bounds is written as what can be read")
    func bounds() {
        let error = ErrorEvent(timestamp: Bench.now, code: ErrorCode("E")!, component: Name("x")!, count: .max)
        #expect(Line(error.line.dropLast()).flatMap(ErrorEvent.init) == error)
        let level = LevelStatus(
            timestamp: Bench.now, name: Name("x")!, level: .nan, evolution: .stable, windowSeconds: .min,
            certainty: .infinity, functional: true)
        #expect(Line(level.line.dropLast()).flatMap(LevelStatus.init)?.windowSeconds == 1)
    }
}

/// Chances that are the same each time.
private struct Chances {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func pick(_ values: [String]) -> String { values[Int(next() % UInt64(values.count))] }
}
