import TacitCatalog
import TacitSeal
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

@Suite("Windows keep to their times and limits")
struct WindowTests {
    private let limits = WindowLimits(clockSkew: 30, contributors: 3, cells: 4)

    private func line(_ metrics: Metric...) throws -> Line {
        try Line(
            [
                TestCatalog.event(
                    fields: [("route", .scrubbed(maxLength: 20)), ("ok", .bool)],
                    sources: [
                        TestCatalog.source(.log, fields: ["route": [.attribute("route")], "ok": [.attribute("ok")]]),
                        TestCatalog.source(
                            .spanEvent, fields: ["route": [.attribute("route")], "ok": [.attribute("ok")]]),
                    ])
            ], metrics, contributor: ["installation", "tacit.contributor"])
    }

    private func log(_ contributor: String?, route: String = "/", ok: Bool = true) -> OTLP.Log {
        OTLP.Log(attributes: [
            ("installation", contributor.map { .string($0) } ?? .empty), ("route", .string(route)), ("ok", .bool(ok)),
        ])
    }

    @Test("a window takes data until its grace is over, and from the clock skew on before it begins") func grace()
        throws
    {
        let line = try line(TestCatalog.metric("m"))
        let id = WindowID(length: .minute, start: Line.start)
        func takes(at now: Int64) -> Rule? {
            var windows = Windows(plan: line.plan, limits: limits, closedUntil: [:])
            if case .failure(let closed) = windows.key(of: id, now: now) { return closed.rule }
            return nil
        }
        #expect(takes(at: Line.start - 31) == .windowFuture)
        #expect(takes(at: Line.start - 30) == nil)
        #expect(takes(at: Line.start + 74) == nil)
        #expect(takes(at: Line.start + 75) == .windowLate)
        var windows = Windows(plan: line.plan, limits: began(Line.start), closedUntil: [:])
        windows.openCurrent(now: Line.start)
        #expect(windows.due(now: Line.start + 74).isEmpty)
        #expect(windows.due(now: Line.start + 75) == [id])
        // At the end nothing more will come, so the grace is not waited for.
        #expect(windows.ended(now: Line.start + 59).isEmpty)
        #expect(windows.ended(now: Line.start + 60) == [id])
    }

    private func began(_ seconds: Int64) -> WindowLimits {
        var limits = limits
        limits.observedFrom = seconds
        return limits
    }

    /// A window that was over before the collector began was once opened by the first straggler: that it was released at
    /// all then told that somebody had sent something.
    @Test("which windows exist depends on the clock alone, not on what comes") func existence() throws {
        let line = try line(TestCatalog.metric("m"))
        let before = WindowID(length: .minute, start: Line.start - 60)
        let current = WindowID(length: .minute, start: Line.start)
        var windows = Windows(plan: line.plan, limits: began(Line.start + 5), closedUntil: [:])
        windows.openCurrent(now: Line.start + 5)
        #expect(windows.schedule.map(\.id) == [current])
        #expect(throws: WindowClosed.self) { try windows.key(of: before, now: Line.start + 5).get() }
        #expect(windows.schedule.map(\.id) == [current])

        // One that still waits for late data is open before any comes.
        windows = Windows(plan: line.plan, limits: began(Line.start - 30), closedUntil: [:])
        windows.openCurrent(now: Line.start + 5)
        #expect(windows.schedule.map(\.id) == [before, current])
    }

    @Test("what closed before a restart does not open again, even within its grace") func restart() throws {
        let line = try line(TestCatalog.metric("m"))
        var windows = Windows(plan: line.plan, limits: limits, closedUntil: [.minute: Line.start + 60])
        for start in [Line.start, Line.start - 60] {
            let key = windows.key(of: WindowID(length: .minute, start: start), now: Line.start + 61)
            #expect(throws: WindowClosed.self) { try key.get() }
        }
        #expect(
            (try? windows.key(of: WindowID(length: .minute, start: Line.start + 60), now: Line.start + 61).get()) != nil
        )
    }

    @Test("the current windows are open although nothing has come, one for each length in use") func current() throws {
        let line = try line(
            TestCatalog.metric("m"), TestCatalog.metric("d", window: .day), TestCatalog.metric("e", window: .day))
        var windows = Windows(plan: line.plan, limits: began(Line.start), closedUntil: [:])
        windows.openCurrent(now: Line.start + 7)
        #expect(windows.schedule.map(\.id.length) == [.day, .minute])
        #expect(windows.contributors == 0)
    }

    @Test("with as many contributors as it takes, a window refuses and counts all that comes") func contributors()
        throws
    {
        let line = try line(TestCatalog.metric("m", maxPerCell: 10))
        var windows = Windows(plan: line.plan, limits: limits, closedUntil: [:])
        let batch = try line.add(OTLP.logs(["a", "b", "c", "d", "a", "e"].map { log($0) }), .logs, to: &windows)
        #expect(batch.counts[.memoryContributors] == 3)
        #expect(batch.refused.count == 3)
        #expect(batch.refused.rules[.memoryContributors] == 3)
        #expect(windows.contributors == 3)
    }

    @Test("with as many cells as it takes, a metric refuses and counts all that comes") func cells() throws {
        let line = try line(TestCatalog.metric("m", by: ["route"], maxCells: 9))
        var windows = Windows(plan: line.plan, limits: limits, closedUntil: [:])
        let logs = (0..<6).map { log("a", route: "/\($0)") } + [log("b", route: "/0")]
        let batch = try line.add(OTLP.logs(logs), .logs, to: &windows)
        #expect(batch.counts[.memoryCells] == 3)
        #expect(windows.cells == 4)
    }

    /// A full window took whom and what it knew, and refused what was new. One large request of made-up names filled it, and the
    /// answer to one more record then said whether somebody was there, without any noise.
    @Test(
        "the answer to what comes to a full window does not depend on who and what is there",
        arguments: ["contributors", "cells"], [false, true])
    func sameAnswer(_ table: String, _ isErased: Bool) throws {
        let line = try line(TestCatalog.metric("m", by: ["route"], maxCells: 9), TestCatalog.metric("n", by: ["ok"]))
        func token(_ number: Int) -> String { String(repeating: "0", count: 62) + "\(10 + number)" }
        func named(_ number: Int, _ route: String) -> OTLP.Log {
            OTLP.Log(attributes: [
                ("tacit.contributor", .string(token(number))), ("route", .string(route)), ("ok", true),
            ])
        }
        let answers = try [false, true].map { isThere in
            let limits = WindowLimits(
                clockSkew: 30, contributors: table == "cells" ? 1000 : 9, cells: table == "cells" ? 9 : 1000)
            var windows = Windows(plan: line.plan, limits: limits, closedUntil: [:])
            // The first is the one that is asked for.
            let present = [named(isThere ? 0 : 1, isThere ? "/sought" : "/other")]
            _ = try line.add(OTLP.logs(present), .logs, to: &windows)
            _ = try line.add(OTLP.logs((10..<30).map { named($0, "/\($0)") }), .logs, to: &windows)
            if isErased { _ = windows.erase([token(10)]) { _ in true } }
            let probes = [(0, "/sought"), (40, "/sought"), (0, "/new"), (41, "/40"), (10, "/10")]
            let batch = try line.add(OTLP.logs(probes.map { named($0.0, $0.1) }), .logs, to: &windows)
            return [batch.refused.count, batch.counts[.memoryContributors], batch.counts[.memoryCells]]
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0][0] == 5, "a full window takes none of them")
    }

    @Test("how many a window takes is within a tenth of its limits, its key's secret, and the same after a restart")
    func room() {
        let limits = WindowLimits(contributors: 5_000_000, cells: 100_000)
        let keys = (0..<100).map { _ in WindowKey(since: 0) }
        let rooms = keys.map { WindowRoom(within: limits, key: $0) }
        for (room, key) in zip(rooms, keys) {
            #expect((4_500_000...5_000_000).contains(room.contributors) && (90_000...100_000).contains(room.cells))
            #expect(WindowRoom(within: limits, key: key).contributors == room.contributors)
        }
        // That a hundred keys have fewer than fifty numbers among ten thousand does not happen.
        #expect(Set(rooms.map(\.cells)).count > 50 && Set(rooms.map(\.contributors)).count > 50)
    }

    /// Cells and labels were once made before the bounds of their contributor were looked at: one contributor with many
    /// routes filled the tables, and everybody else was refused.
    @Test("what is cut leaves no cell and no label: one contributor can't take the room of others") func noRoomTaken()
        throws
    {
        let line = try line(TestCatalog.metric("m", by: ["route"], maxCells: 1))
        var windows = Windows(plan: line.plan, limits: limits, closedUntil: [:])
        let flood = try line.add(OTLP.logs((0..<50).map { log("flood", route: "/f\($0)") }), .logs, to: &windows)
        #expect(flood.counts[.contributionCut] == 49)
        #expect(flood.refused.count == 0)
        let other = try line.add(OTLP.logs([log("b", route: "/b"), log("c", route: "/c")]), .logs, to: &windows)
        #expect(other.refused.count == 0)
        #expect(windows.cells == 3)
        let content = try #require(windows.content(of: windows.schedule[0].id))
        #expect(content.labels == ["/f0", "/b", "/c"])
    }

    /// A span with a hundred exceptions is one record. It once counted a hundred times although its figures are said to be
    /// protected per record.
    @Test("a record without a contributor keeps to the bounds of one contributor") func perRecord() throws {
        let line = try line(
            TestCatalog.metric("cells", by: ["route"], maxCells: 2, maxPerCell: 3),
            TestCatalog.metric("people", .contributors, maxCells: 1, maxPerCell: 1))
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        func span(_ route: @escaping (Int) -> String) -> OTLP.Span {
            OTLP.Span(
                name: "s",
                events: (0..<20).map { .init(name: "e", attributes: [("route", .string(route($0))), ("ok", true)]) })
        }
        let bytes = OTLP.spans([span { "/\($0)" }, span { _ in "/0" }])
        for _ in 0..<2 { _ = try line.add(bytes, .traces, to: &windows) }
        let content = try #require(windows.content(of: windows.schedule[0].id))
        var cells: [String: [Int64]] = [:]
        content.tallies[0]?.forEachCell(labels: content.labels) { cells[$0[0]] = [$1] + $2 }
        #expect(cells == ["/0": [4, 8], "/1": [2, 2]])
        content.tallies[1]?.forEachCell(labels: content.labels) {
            #expect($1 == 4)
            #expect($0 == [] && $2.isEmpty)
        }
    }
}
