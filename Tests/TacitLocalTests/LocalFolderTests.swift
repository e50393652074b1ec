import Foundation
import TacitSeal
import Testing

@testable import TacitLocal

@Suite("Lines in files")
struct LocalFolderTests {
    @Test("read back as they were written, one a line, by part and day")
    func written() throws {
        let bench = Bench()
        let late = Moment("2026-11-21T23:59:30Z")!
        let records: [any LocalRecord] = [
            SystemHealth(.healthy, at: late), SystemHealth(.critical, at: late + 60, errors: 3),
            ErrorEvent(
                timestamp: late, code: ErrorCode("DB-1001")!, component: Name("store")!, severity: .critical, count: 3,
                message: "a \"quoted\" \\ line\nwith\u{1} all"),
            LevelStatus(
                timestamp: late, name: Name("consciousness")!, level: 0.8213, evolution: .growing,
                windowSeconds: 86_400,
                certainty: 1, functional: true),
            ServiceStatus(timestamp: late, service: Name("db")!, state: .slow, responseTime: 812),
            ServiceStatus(timestamp: late, service: Name("db")!, state: .down, responseTime: 9, reason: .refused),
            ResourceAlert(timestamp: late, resource: .cpu, state: .over, percent: 93, threshold: 90),
            AlertEvent(timestamp: late, rule: .serviceDown, subject: Name("db")!, state: .raised),
        ]
        try bench.folder.append(records)
        #expect(
            bench.folder.files.map(\.name) == [
                "alerts-2026-11-21.jsonl", "errors-2026-11-21.jsonl", "health-2026-11-21.jsonl",
                "levels-2026-11-21.jsonl", "resources-2026-11-21.jsonl", "services-2026-11-21.jsonl",
                "health-2026-11-22.jsonl",
            ])
        #expect(bench.folder.records(of: SystemHealth.self).records == records[0...1].map { $0 as? SystemHealth })
        #expect(bench.folder.records(of: ErrorEvent.self).records == [records[2] as? ErrorEvent])
        #expect(bench.folder.records(of: LevelStatus.self).records == [records[3] as? LevelStatus])
        #expect(bench.folder.records(of: ServiceStatus.self).records == records[4...5].map { $0 as? ServiceStatus })
        #expect(bench.folder.records(of: ResourceAlert.self).records == [records[6] as? ResourceAlert])
        #expect(bench.folder.records(of: AlertEvent.self).records == [records[7] as? AlertEvent])
        // Any JSON parser reads them.
        for file in bench.folder.files {
            for line in bench.text(file.name).split(separator: "\n") {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
            }
        }
        #expect(!bench.text("services-2026-11-21.jsonl").contains("\"response_ms\":9"))
    }

    @Test("are read in any order of their keys, as an editor may leave them, and what is no record is counted")
    func edited() throws {
        let bench = Bench()
        try bench.write(
            """
            { "uptime_seconds": 5, "critical_errors": 0, "timestamp": "2026-11-21T09:30:00Z", "system_status": "healthy" }
            {"timestamp":"2026-11-21T09:31:00Z","system_status":"fine","uptime_seconds":5,"critical_errors":0}
            {"timestamp":"2026-11-21T09:31:00Z","system_status":"healthy","uptime_seconds":5
            no JSON

            {"timestamp":"2026-11-21T09:32:00Z","system_status":"critical","uptime_seconds":5,"critical_errors":1}

            """, to: "health-2026-11-21.jsonl")
        let lines = bench.folder.records(of: SystemHealth.self)
        #expect(lines.records.map(\.status) == [.healthy, .critical])
        #expect(lines.unreadable == 3)
        let picture = bench.folder.picture(at: Bench.now, settings: Settings(), isMonitored: false)
        #expect(picture.holdings[0].lines == 2 && picture.holdings[0].unreadable == 3)
        #expect(picture.health?.status == .critical)
    }

    @Test(
        "survive a line that a crash cut short: it is cut off, whatever its length",
        arguments: [1, 40, 4095, 4096, 9000])
    func torn(_ length: Int) throws {
        let bench = Bench()
        try bench.folder.append([SystemHealth(at: Bench.now)])
        let whole = bench.text("health-2026-11-21.jsonl")
        try bench.write(whole + String(repeating: "{", count: length), to: "health-2026-11-21.jsonl")
        #expect(bench.folder.records(of: SystemHealth.self).records.count == 1)
        try bench.folder.append([SystemHealth(at: Bench.now + 60)])
        #expect(bench.text("health-2026-11-21.jsonl").hasPrefix(whole))
        #expect(bench.folder.records(of: SystemHealth.self).records.count == 2)
        #expect(bench.folder.records(of: SystemHealth.self).unreadable == 0)
    }

    @Test("written by many at once are all there, whole")
    func together() async throws {
        let bench = Bench()
        let folder = bench.folder
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    for round in 0..<25 {
                        try folder.append([SystemHealth(at: Bench.now + Int64(writer * 100 + round))])
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = folder.records(of: SystemHealth.self)
        #expect(lines.unreadable == 0)
        #expect(Set(lines.records.map(\.timestamp)).count == 200)
    }

    @Test("go by their content when they have outlived their limit, whatever their file is called")
    func cleaned() throws {
        let bench = Bench()
        for part in Part.allCases {
            for age in [0, part.days - 1, part.days, part.days + 1, 400] {
                let day = LocalFolder.File(part: part, day: Bench.now.day - age)
                try bench.write("{\"timestamp\":\"\(Moment(day: day.day))\"}\n", to: day.name)
            }
        }
        _ = try bench.folder.clean(at: Bench.now)
        #expect(bench.folder.files.count == 2 * Part.allCases.count)
        #expect(bench.folder.files.allSatisfy { Bench.now.day - $0.day < $0.part.days })

        let old = SystemHealth(at: Bench.now - 31 * 86_400)
        let young = SystemHealth(at: Bench.now)
        try bench.write(
            String(decoding: old.line + young.line, as: UTF8.self), to: "health-\(Bench.now.date).jsonl")
        #expect(try bench.folder.cleanLines(at: Bench.now).lines == 1)
        #expect(bench.text("health-\(Bench.now.date).jsonl") == String(decoding: young.line, as: UTF8.self))
    }

    /// A file that could not be read at that moment was taken for an empty one, and replaced by it.
    @Test("stay where their file can't be read, and a line that a crash cut short is made no line by a cleaning")
    func unreadable() throws {
        let bench = Bench()
        let file = LocalFolder.File(part: .health, day: Bench.now.day)
        let old = SystemHealth(at: Bench.now - 31 * 86_400)
        let young = SystemHealth(at: Bench.now)
        try bench.write(String(decoding: old.line + young.line, as: UTF8.self), to: "elsewhere")
        // Nothing is read or written through a link.
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.folder.path)/\(file.name)", withDestinationPath: "\(bench.folder.path)/elsewhere")
        #expect(throws: FileFault.self) { try bench.folder.removeExpiredLines(of: file, at: Bench.now) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(bench.folder.path)/\(file.name)") != "")

        let torn = young.line.dropLast(9)
        try Files.remove("\(bench.folder.path)/\(file.name)")
        try bench.write(String(decoding: old.line + young.line + torn, as: UTF8.self), to: file.name)
        #expect(try bench.folder.cleanLines(at: Bench.now).lines == 1)
        #expect(bench.text(file.name) == String(decoding: young.line, as: UTF8.self))
        #expect(bench.folder.records(of: SystemHealth.self).unreadable == 0)
    }

    @Test("never become more bytes than allowed: the oldest go first")
    func bounded() throws {
        let bench = Bench(limit: 1000)
        for day in 0..<20 {
            try bench.folder.append([SystemHealth(at: Bench.now + Int64(day) * 86_400)])
        }
        let bytes = bench.folder.files.reduce(0) { $0 + bench.folder.bytes(of: $1).count }
        #expect((700...1000).contains(bytes))
        #expect(bench.folder.files.last?.day == Bench.now.day + 19)
    }

    @Test("deleted are deleted: nothing of ours stays, and what is not ours does")
    func deleted() throws {
        let bench = Bench()
        try bench.folder.append([SystemHealth(at: Bench.now)])
        try Settings(parts: [.health]).save(in: bench.folder)
        try bench.write("mine", to: "notes.txt")
        #expect(try bench.folder.deleteAll() == ["health-2026-11-21.jsonl", "lines.lock", "settings.json"])
        #expect(bench.names == ["notes.txt"])
        try Files.remove(bench.folder.path + "/notes.txt")
        #expect(try bench.folder.deleteAll() == [])
        #expect(!Files.exist(bench.folder.path))
    }

    @Test("are written whatever happens to the file of another part, and each once")
    func others() throws {
        // All were once written anew with every round while one file could not be.
        let bench = Bench()
        try Files.makeFolder(bench.folder.path)
        try Files.makeFolder(bench.folder.path + "/errors-2026-11-21.jsonl")
        let error = ErrorEvent(timestamp: Bench.now, code: ErrorCode("DB-1")!, component: Name("store")!)
        var waiting: [any LocalRecord] = []
        for minute in 0..<5 {
            let (left, fault) = bench.folder.write(waiting + [SystemHealth(at: Bench.now + Int64(minute) * 60), error])
            #expect(left.count == minute + 1 && fault != nil)
            waiting = left
        }
        #expect(bench.folder.records(of: SystemHealth.self).records.count == 5)
    }

    @Test("expired ones go with the next write, unless the clock is far from what it was")
    func expired() throws {
        let bench = Bench()
        let old = "errors-2026-11-01.jsonl"
        try bench.write("{}\n", to: old)
        try bench.folder.append([SystemHealth(at: Bench.now)])
        #expect(bench.names.contains(old), "nothing was written for weeks: the clock may be wrong")
        try bench.folder.append([SystemHealth(at: Bench.now + 60)])
        #expect(!bench.names.contains(old))
    }

    @Test("a flood of one part does not cost the others theirs")
    func flood() throws {
        let bench = Bench(limit: 40_000)
        for day in 0..<20 { try bench.folder.append([SystemHealth(at: Bench.now - Int64(20 - day) * 86_400)]) }
        for round in 0..<6 {
            let flood = (0..<100).map { number in
                ErrorEvent(
                    timestamp: Bench.now + Int64(round) * 86_400, code: ErrorCode("E\(number)")!,
                    component: Name("store")!)
            }
            try bench.folder.append(flood)
        }
        #expect(bench.folder.records(of: SystemHealth.self).records.count == 20)
        #expect(bench.folder.records(of: ErrorEvent.self).records.count >= 100)
    }

    @Test("cleaning goes on past what can't be removed, and says so; what a crash left goes too")
    func stubborn() throws {
        let bench = Bench()
        try Files.makeFolder(bench.folder.path)
        try Files.makeFolder(bench.folder.path + "/alerts-2019-01-01.jsonl")
        try bench.write("{}\n", to: "errors-2020-01-01.jsonl")
        try bench.write("{", to: "errors-2026-11-21.jsonl.new")
        #expect(throws: FileFault.self) { try bench.folder.clean(at: Bench.now) }
        #expect(bench.names == ["alerts-2019-01-01.jsonl", "lines.lock"])
    }

    @Test("that can't be written say where and what to do, and leave what is there")
    func unwritable() throws {
        let bench = Bench()
        try Files.makeFolder(bench.folder.path)
        try FileManager.default.createDirectory(
            atPath: bench.folder.path + "/health-2026-11-21.jsonl", withIntermediateDirectories: false)
        #expect(throws: FileFault.self) { try bench.folder.append([SystemHealth(at: Bench.now)]) }
    }
}

@Suite("Settings")
struct SettingsTests {
    @Test("are off until somebody says otherwise, and stay as they were said")
    func saved() throws {
        let bench = Bench()
        #expect(try Settings(in: bench.folder).parts == [])
        #expect(!Files.exist(bench.folder.path))
        try Settings(parts: [.levels, .errors]).save(in: bench.folder)
        #expect(try Settings(in: bench.folder).parts == [.levels, .errors])
    }

    @Test("that can't be understood are off", arguments: ["", "{", "[]", "{\"everything\":true}", "{\"health\":1}"])
    func damaged(_ text: String) throws {
        let bench = Bench()
        try bench.write(text, to: "settings.json")
        let settings = try? Settings(in: bench.folder)
        #expect(settings?.parts ?? [] == [])
    }
}
