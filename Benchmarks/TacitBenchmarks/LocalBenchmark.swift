import Foundation
import TacitLocal

/// What the local-only monitor costs: reading what it keeps, judging a level, and sitting there.
struct LocalBenchmark {
    let tacit: String

    func run() async throws {
        print("Local only: a line a minute of health and of one level")
        let folder = NSTemporaryDirectory() + "tacit-bench-local-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for days in [90, 360] { try reading(folder + "/\(days)", days: Int64(days)) }
        for minutes in [131_400, 525_600] { trend(minutes) }
        try await idle(folder + "/idle")
        print("")
    }

    private static let now = Moment("2026-11-21T12:00:00Z")!

    /// Ninety days are all that is ever kept; four times as much shows how the cost grows.
    private func reading(_ path: String, days: Int64) throws {
        let folder = LocalFolder(path)
        for day in (0..<days).reversed() {
            let start = Self.now - day * 86_400 - 86_400
            try folder.append(
                (1...1440).map { minute in
                    LevelStatus(
                        timestamp: start + Int64(minute) * 60, name: Name("consciousness")!,
                        level: Double(minute % 997) / 1000, evolution: .stable, windowSeconds: 86_400, certainty: 0.5,
                        functional: true)
                })
            guard day < 30 else { continue }
            try folder.append(
                (1...1440).map { minute in
                    SystemHealth(
                        timestamp: start + Int64(minute) * 60, status: minute % 300 == 0 ? .degraded : .healthy,
                        uptimeSeconds: 86_400, criticalErrors: 0)
                })
        }
        let seconds = best {
            let picture = folder.picture(
                at: Self.now, settings: Settings(parts: Set(Part.allCases)), isMonitored: false)
            _ = LocalPage(picture, formToken: "").overview()
        }
        row("the page over \(days) days, ms", rounded(seconds * 1000, 1))
    }

    private func trend(_ minutes: Int) {
        let points = (0..<minutes).map { minute in
            let time: Moment = Self.now - Int64(minutes - minute) * 60
            return Picture.LevelPoint(timestamp: time, level: Double(minute * 7919 % 1000) / 1000)
        }
        let seconds = best { _ = LevelTrend(of: points, until: Self.now, window: Int64(minutes) * 60) }
        row("a level's trend over \(minutes) minutes, ms", rounded(seconds * 1000, 1))
    }

    /// The monitor as people start it, with ten services and a level, a round a second: sixty times as often as it looks.
    private func idle(_ path: String) async throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let services = (1...10).map { "  - {name: s\($0), tcp: \"127.0.0.1:\(39_000 + $0)\"}\n" }.joined()
        try Data("round: 1s\nlevels: [{name: mood}]\nservices:\n\(services)".utf8)
            .write(to: URL(fileURLWithPath: path + "/local.yaml"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tacit)
        process.arguments = ["local", "start", "--on", "all", "--port", "0", "--folder", path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        try await Task.sleep(for: .seconds(5))
        let family = [process.processIdentifier] + Self.children(of: process.processIdentifier)
        let before = try family.map { try ProcessUsage(of: $0).seconds }.reduce(0, +)
        let rounds = 60
        try await Task.sleep(for: .seconds(rounds))
        let after = try family.map { try ProcessUsage(of: $0).seconds }.reduce(0, +)
        let resident = try family.map { rounded(Double(try ProcessUsage(of: $0).resident) / 1024, 1) }
        row(
            "the monitor and its prober, % of a core at a round a minute",
            rounded((after - before) / Double(rounds) / 60 * 100, 3))
        row("resident between rounds, MB: monitor, then its prober", resident.joined(separator: ", "))
    }

    private static func children(of process: Int32) -> [Int32] {
        let text = (try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)) ?? ""
        let children = text.split(separator: " ").compactMap { Int32($0) }
        return children + children.flatMap(Self.children)
    }
}
