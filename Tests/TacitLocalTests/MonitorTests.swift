import Testing

@testable import TacitLocal

@Suite("A monitor")
struct MonitorTests {
    private static let everything = Set(Part.allCases)

    private func configuration(_ change: (inout LocalConfiguration) -> Void = { _ in }) -> LocalConfiguration {
        var configuration = LocalConfiguration()
        let (db, web) = (Name("db")!, Name("web")!)
        configuration.services = [
            .init(name: db, probe: Probe(service: db, kind: .redis), isCritical: true),
            .init(name: web, probe: Probe(service: web, kind: .http, slow: 200)),
        ]
        change(&configuration)
        return configuration
    }

    private func seen(
        _ minute: Int64, db: ServiceStatus.Reason? = nil, web: Int = 5, cpu: Int = 10, errors: Int = 0,
        at localMinute: Int = 600
    ) -> Observation {
        var seen = Observation(now: Bench.now + minute * 60, localMinute: localMinute, uptime: 1000 + minute * 60)
        seen.services = [
            Probe.Result(Probe(service: Name("db")!, kind: .redis), milliseconds: 1, reason: db),
            Probe.Result(Probe(service: Name("web")!, kind: .http), milliseconds: web),
        ]
        seen.resources = [.cpu: cpu]
        seen.criticalErrors = errors
        return seen
    }

    private func health(_ outcome: Monitor.Outcome) -> SystemHealth.Status? {
        outcome.records.lazy.compactMap { $0 as? SystemHealth }.first?.status
    }

    @Test("says healthy, degraded, critical by what its owner declared")
    func status() {
        var monitor = Monitor(configuration())
        #expect(health(monitor.round(seen(0), parts: Self.everything)) == .healthy)
        #expect(health(monitor.round(seen(1, web: 300), parts: Self.everything)) == .degraded)
        #expect(health(monitor.round(seen(2, cpu: 95), parts: Self.everything)) == .degraded)
        #expect(health(monitor.round(seen(3, db: .refused), parts: Self.everything)) == .critical)
        #expect(health(monitor.round(seen(4, errors: 1), parts: Self.everything)) == .critical)
        #expect(health(monitor.round(seen(5), parts: Self.everything)) == .healthy)
    }

    @Test("writes a service's state when it changes and once a day, a response time only where it is slow")
    func services() {
        var monitor = Monitor(configuration())
        func lines(_ seen: Observation) -> [ServiceStatus] {
            monitor.round(seen, parts: Self.everything).records.compactMap { $0 as? ServiceStatus }
        }
        #expect(lines(seen(0)).map(\.state) == [.up, .up])
        #expect(lines(seen(1)).isEmpty)
        #expect(lines(seen(2, web: 412)).map(\.responseTime) == [412])
        #expect(lines(seen(3, web: 500)).isEmpty)
        #expect(lines(seen(4, db: .timeout)).map(\.reason) == [.timeout, nil])
        #expect(lines(seen(24 * 60)).map(\.state) == [.up, .up])
    }

    @Test("raises an alert after two bad rounds in a row and ends it after two good ones")
    func hysteresis() {
        var monitor = Monitor(configuration())
        let bad: [Bool] = [true, false, true, true, true, false, true, false, false, false]
        let told = bad.enumerated().map { minute, isBad in
            monitor.round(seen(Int64(minute), db: isBad ? .refused : nil), parts: Self.everything).notices
                .filter { $0.rule == .serviceDown }.map(\.state)
        }
        #expect(told == [[], [], [], [.raised], [], [], [], [], [.over], []])
    }

    @Test("does not flutter where a resource moves about its threshold")
    func band() {
        var monitor = Monitor(configuration())
        let told = [95, 95, 89, 91, 87, 86, 90, 85, 84].enumerated().flatMap { minute, percent in
            monitor.round(seen(Int64(minute), cpu: percent), parts: Self.everything).notices
                .filter { $0.rule == .resourceOver }.map { "\(minute) \($0.state.rawValue)" }
        }
        #expect(told == ["1 raised", "8 over"])
    }

    @Test("tells nothing in quiet hours, and after them what still stands")
    func quiet() {
        let configuration = configuration {
            $0.quietHours = .init(from: 22 * 60, to: 7 * 60)
            ($0.raiseAfter, $0.clearAfter) = (1, 1)
        }
        var monitor = Monitor(configuration)
        func told(_ seen: Observation) -> [String] {
            monitor.round(seen, parts: Self.everything).notices.map { "\($0.rule.rawValue) \($0.state.rawValue)" }
        }
        #expect(told(seen(0, db: .refused, at: 23 * 60)).isEmpty)
        #expect(told(seen(1, db: .refused, cpu: 99, at: 3 * 60)).isEmpty)
        #expect(told(seen(2, db: .refused, at: 6 * 60 + 59)).isEmpty)
        #expect(told(seen(3, db: .refused, at: 7 * 60)) == ["service_down raised", "system_down raised"])
        #expect(told(seen(4, at: 7 * 60 + 1)) == ["service_down over", "system_down over"])
    }

    @Test("tells after quiet hours that what was told before is over, and nothing of what came and went")
    func quietEnd() {
        let configuration = configuration {
            $0.quietHours = .init(from: 22 * 60, to: 7 * 60)
            ($0.raiseAfter, $0.clearAfter) = (1, 1)
        }
        var monitor = Monitor(configuration)
        func told(_ seen: Observation) -> [String] {
            monitor.round(seen, parts: Self.everything).notices.filter { $0.rule == .serviceDown }.map(\.state.rawValue)
        }
        #expect(told(seen(0, db: .refused, at: 21 * 60)) == ["raised"])
        #expect(told(seen(1, at: 22 * 60)) == [])
        #expect(told(seen(2, at: 7 * 60)) == ["over"])
        #expect(told(seen(3, db: .refused, at: 23 * 60)) == [])
        #expect(told(seen(4, at: 23 * 60 + 1)) == [])
        #expect(told(seen(5, at: 7 * 60)) == [])
    }

    @Test("a service that could not be asked is no service that is down")
    func unprobed() {
        var monitor = Monitor(configuration { $0.raiseAfter = 1 })
        let outcome = monitor.round(seen(0, db: .unprobed), parts: Self.everything)
        #expect(health(outcome) == .degraded)
        #expect(outcome.notices.isEmpty)
    }

    @Test("ends the alerts of services that are no longer declared, and of parts that are off")
    func moot() {
        let gone = AlertEvent(timestamp: Bench.now, rule: .serviceDown, subject: Name("gone")!, state: .raised)
        let full = AlertEvent(timestamp: Bench.now, rule: .resourceOver, subject: Name("disk")!, state: .raised)
        var monitor = Monitor(configuration(), standing: [gone, full])
        let notices = monitor.round(seen(0), parts: Self.everything.subtracting([.resources])).notices
        #expect(Set(notices.map(\.subject.text)) == ["gone", "disk"] && notices.allSatisfy { $0.state == .over })
        #expect(monitor.round(seen(1), parts: Self.everything.subtracting([.resources])).notices.isEmpty)
    }

    @Test("a level that programs give counts as one that the monitor reads, and is not written again")
    func reported() {
        var monitor = Monitor(configuration { $0.raiseAfter = 1 })
        var observation = seen(0)
        observation.reported = [
            LevelStatus(
                timestamp: Bench.now - 60, name: Name("consciousness")!, level: 0.05, evolution: .declining,
                windowSeconds: 86_400, certainty: 0.99, functional: false)
        ]
        let outcome = monitor.round(observation, parts: Self.everything)
        #expect(health(outcome) == .degraded)
        #expect(outcome.notices.map(\.rule) == [.levelDeclining])
        #expect(!outcome.records.contains { $0 is LevelStatus })
    }

    @Test("writes and tells nothing of a part that is off", arguments: Part.allCases)
    func off(_ part: Part) {
        var monitor = Monitor(configuration { $0.raiseAfter = 1 })
        let outcome = monitor.round(
            seen(0, db: .refused, cpu: 99, errors: 2), parts: Self.everything.subtracting([part]))
        #expect(!outcome.records.contains { type(of: $0).part == part })
        #expect(outcome.notices.isEmpty == (part == .alerts))
    }

    @Test("remembers across a restart which alerts stand")
    func restart() {
        let standing = AlertEvent(timestamp: Bench.now, rule: .serviceDown, subject: Name("db")!, state: .raised)
        var monitor = Monitor(configuration { $0.clearAfter = 1 }, standing: [standing])
        #expect(monitor.round(seen(1), parts: Self.everything).notices.map(\.state) == [.over])
    }

    @Test("raises an alert when the cleaner or the writer fails")
    func broken() {
        // A cleaner once failed at every run, its error was swallowed, and nothing was ever deleted.
        var monitor = Monitor(configuration())
        var observation = seen(0)
        observation.isCleaningBroken = true
        observation.isWritingBroken = true
        let notices = monitor.round(observation, parts: Self.everything).notices
        #expect(Set(notices.map(\.rule)) == [.cleaningFailed, .writingFailed])
    }

    @Test(
        "that is there and does not look any more is shown as none", arguments: [(60, true), (180, true), (181, false)])
    func stopped(_ age: Int64, _ isMonitored: Bool) throws {
        let bench = Bench()
        try bench.folder.append([SystemHealth(at: Bench.now - 60), SystemHealth(at: Bench.now)])
        let picture = bench.folder.picture(
            at: Bench.now + age, settings: Settings(parts: [.health]), isMonitored: true)
        #expect(picture.isMonitored == isMonitored)
    }
}
