import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// Thousands of random histories of adding, waiting, closing and starting again, against an oracle that remembers all.
@Suite("A window opens once, closes once, and loses nothing without counting it")
struct WindowHistoryTests {
    private static let limits = WindowLimits(
        graces: [.minute: 15, .hour: 300, .day: 3600], clockSkew: 90, contributors: 6, cells: 5)

    private static func line() throws -> Line {
        try Line(
            [
                TestCatalog.event(
                    fields: [("route", .scrubbed(maxLength: 9)), ("ok", .bool)],
                    sources: [
                        TestCatalog.source(.log, fields: ["route": [.attribute("route")], "ok": [.attribute("ok")]])
                    ])
            ],
            [
                TestCatalog.metric("closed", by: ["ok"], maxCells: 1, maxPerCell: 2),
                TestCatalog.metric("open", by: ["route"], maxCells: 2, maxPerCell: 2),
                TestCatalog.metric("hour", .contributors, window: .hour, maxCells: 1, maxPerCell: 1),
            ])
    }

    /// What is in an open window, as the oracle has it.
    private struct Oracle {
        var counts: [String: Int64] = [:]
    }

    @Test("over random histories", arguments: 0..<40)
    func histories(seed: Int) throws {
        var random = SyntheticRandom(seed: UInt64(seed))
        var line = try Self.line()
        for _ in 0..<50 { try history(&line, &random) }
    }

    private func history(_ line: inout Line, _ random: inout SyntheticRandom) throws {
        line.now = Line.start + Int64.random(in: 0..<7200, using: &random)
        var windows = Windows(plan: line.plan, limits: Self.limits, closedUntil: [:])
        var closed: Set<WindowID> = []
        var closedUntil: [WindowLength: Int64] = [:]
        var added: [WindowID: Int64] = [:]
        for _ in 0..<Int.random(in: 5...25, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: line.now += Int64.random(in: 0...5, using: &random)
            case 1: line.now += Int64.random(in: 0...200, using: &random)
            case 2:
                windows.openCurrent(now: line.now)
                let due = windows.due(now: line.now)
                #expect(due == due.sorted())
                for id in due {
                    #expect(line.now >= id.end + Self.limits.grace(of: id.length))
                    let taken = windows.take(id)
                    let gathered = try #require(taken)
                    #expect(closed.insert(id).inserted, "a window closed twice")
                    let again = windows.take(id)
                    #expect(again?.id == nil)
                    closedUntil[id.length] = max(closedUntil[id.length] ?? .min, id.end)
                    #expect(total(gathered, line.plan) == added[id, default: 0])
                    #expect(gathered.id == id)
                }
                #expect(windows.due(now: line.now).isEmpty)
            case 3 where Int.random(in: 0..<8, using: &random) == 0:
                // A restart: what was open is gone, what was closed stays closed.
                windows = Windows(plan: line.plan, limits: Self.limits, closedUntil: closedUntil)
                added = [:]
            default:
                try add(line, &windows, closedUntil, &added, &random)
            }
            for (id, closesAt) in windows.schedule {
                #expect(!closed.contains(id), "a window opened again")
                #expect(closesAt == id.end + Self.limits.grace(of: id.length))
            }
        }
    }

    private func add(
        _ line: Line, _ windows: inout Windows, _ closedUntil: [WindowLength: Int64], _ added: inout [WindowID: Int64],
        _ random: inout SyntheticRandom
    ) throws {
        let before = Dictionary(uniqueKeysWithValues: windows.schedule.map { ($0.id, true) })
        let logs = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            OTLP.Log(
                time: UInt64(line.now + Int64.random(in: -150...150, using: &random)) * 1_000_000_000,
                attributes: [
                    ("route", .string("r\(Int.random(in: 0..<8, using: &random))")),
                    ("ok", .bool(Bool.random(using: &random))),
                    (
                        "installation",
                        Int.random(in: 0..<9, using: &random) == 0
                            ? .empty : .string("i\(Int.random(in: 0..<9, using: &random))")
                    ),
                ])
        }
        let bytes = OTLP.logs(logs)
        let gated = try line.gate(bytes, .logs)
        let scrubbed = try line.scrub(bytes, .logs)
        #expect(scrubbed.events.count == logs.count)
        let batch = try line.add(bytes, .logs, to: &windows)

        // Each event makes three contributions, and every one of them was added, cut or refused. A rule that an item meets
        // once or thrice counts once.
        let most = Int64(3 * logs.count) - batch.refused.count
        let met = [Rule.windowLate, .windowFuture, .memoryContributors, .memoryCells, .contributionCut].reduce(0) {
            $0 + batch.counts[$1]
        }
        let least = Int64(3 * logs.count) - 3 * met
        let now = windows.schedule.map(\.id)
        let total = now.reduce(Int64(0)) { $0 + (windows.content(of: $1).map { self.total($0, line.plan) } ?? 0) }
        let known = now.reduce(Int64(0)) { $0 + added[$1, default: 0] }
        // A contributor that is counted already is taken and changes nothing.
        let repeated = repetitions(batch, line.plan)
        #expect(total - known <= most)
        #expect(total - known >= least - repeated)
        for id in now { added[id] = windows.content(of: id).map { self.total($0, line.plan) } ?? 0 }

        // Late, in time, or in the future: nothing else decides whether a window takes contributions.
        var late: Int64 = 0
        var future: Int64 = 0
        for (log, event) in zip(logs, gated.events) {
            var (isEverLate, isEverFuture) = (false, false)
            #expect(event.seconds == Int64(log.time / 1_000_000_000))
            for metric in line.plan.metrics {
                let id = WindowID(length: metric.metric.guarantee.window, containing: event.seconds)
                let isLate =
                    before[id] == nil
                    && (id.end <= closedUntil[id.length] ?? .min
                        || line.now >= id.end + Self.limits.grace(of: id.length))
                if isLate {
                    isEverLate = true
                } else if id.start > line.now + Self.limits.clockSkew {
                    isEverFuture = true
                }
            }
            late += isEverLate ? 1 : 0
            future += isEverFuture ? 1 : 0
        }
        #expect(batch.counts[.windowLate] == late)
        #expect(batch.counts[.windowFuture] == future)
        for id in now {
            let content = try #require(windows.content(of: id))
            for case let tally? in content.tallies {
                #expect(tally.contributorCount <= Self.limits.contributors)
                #expect(tally.cellCount <= max(Self.limits.cells, 2))
            }
            #expect(content.labels.count <= Self.limits.cells)
        }
    }

    /// Contributions of the metric of contributors that may be repetitions.
    private func repetitions(_ batch: ContributionBatch, _ plan: Plan) -> Int64 {
        Int64(batch.contributions.count { plan.metrics[$0.metric].figures == 0 })
    }

    /// All figures of counts and numbers of contributors of a window, added up.
    private func total(_ window: GatheringWindow, _ plan: Plan) -> Int64 {
        var total: Int64 = 0
        for (metric, tally) in zip(plan.metrics, window.tallies) {
            tally?.forEachCell(labels: window.labels) { _, contributors, figures in
                total += metric.figures == 0 ? contributors : figures.reduce(0, +)
                #expect(contributors >= 0)
            }
        }
        return total
    }
}

extension Windows {
    /// A look at an open window, which stays open.
    func content(of id: WindowID) -> GatheringWindow? {
        var copy = self
        return copy.take(id)
    }
}
