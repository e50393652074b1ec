import Foundation
import Tacit
import Testing

private let day = ConsentDay("2026-03-01")!
private let analytics = ConsentCategory.sample("analytics")
private let performance = ConsentCategory.sample("performance")

/// A trail in a folder that does not exist yet, below one that is gone after the test.
private func withTrail(_ body: (ConsentTrail) throws -> Void) throws {
    try TemporaryFolder.with { try body(ConsentTrail(folder: "\($0)/state/acme") { 1 }) }
}

extension ConsentTrail {
    fileprivate var text: String {
        get throws { try String(contentsOfFile: path, encoding: .utf8) }
    }

    fileprivate func overwrite(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    fileprivate func corruption() throws -> ConsentFault {
        guard case .corrupt(let fault) = read() else {
            Issue.record("the trail was taken for sound")
            throw CancellationError()
        }
        return fault
    }
}

@Suite("Every decision is on the disk before it has effect")
struct TrailTests {
    @Test("nothing is there before the first decision, and looking makes nothing")
    func untouched() throws {
        try TemporaryFolder.with { folder in
            let trail = ConsentTrail(folder: "\(folder)/state/acme")
            #expect(trail.read() == .absent)
            let entries = try trail.entries()
            #expect(entries.isEmpty)
            let step = try trail.record(on: day) { _ in [.resumed, .ended(category: "analytics")] }
            #expect(step.consent == Consent() && step.actions.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test("what is recorded is what is read, with all that belongs to it")
    func roundTrip() throws {
        try withTrail { trail in
            let changes: [ConsentChange] = [
                .yes(analytics, .enhanced, until: day.adding(days: 30), [.reviewAnnually]), .refused(performance),
                .restricted, .resumed, .objected(category: "performance"), .ended(category: "analytics"),
                .yes(analytics), .withdrawn(category: "analytics"),
            ]
            let step = try trail.record(on: day) { _ in changes }
            #expect(trail.read() == .sound(step.consent))
            #expect(try trail.entries().map(\.change) == changes)
            #expect(try trail.entries().map(\.position) == Array(1...8))
            #expect(try trail.entries().allSatisfy { $0.day == day })
        }
    }

    @Test("the folder is the owner's alone, and so is each file")
    func modes() throws {
        try withTrail { trail in
            _ = try trail.record(on: day) { _ in [.refused(analytics)] }
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            #expect(try mode(trail.folder) == 0o700)
            for name in try FileManager.default.contentsOfDirectory(atPath: trail.folder) {
                #expect(try mode("\(trail.folder)/\(name)") == 0o600, "\(name)")
            }
        }
    }

    @Test("what says nothing new is not written again")
    func known() throws {
        try withTrail { trail in
            _ = try trail.record(on: day) { _ in [.yes(analytics), .refused(performance)] }
            let text = try trail.text
            for change in [ConsentChange.refused(performance), .resumed, .ended(category: "performance")] {
                #expect(try trail.record(on: day) { _ in [change] }.actions.isEmpty)
            }
            #expect(try trail.text == text)
        }
    }

    /// Positions once began at 1 in every trail: whoever removed the file and agreed again, later, would have had sent what
    /// was recorded under the first one.
    @Test("what was recorded under a trail that is gone is not sent under the next")
    func startsAnew() throws {
        try TemporaryFolder.with { folder in
            let trail = ConsentTrail(folder: "\(folder)/acme")
            let first = try trail.record(on: day) { _ in [.yes(analytics)] }.consent
            try FileManager.default.removeItem(atPath: trail.path)
            for _ in 0..<20 {
                // Two of 2^48 positions meet with a probability below 10^-12.
                let next = try trail.record(on: day) { _ in [.yes(analytics)] }.consent
                #expect(!next.maySend(analytics, level: .basic, recordedAt: first.position, on: day))
                #expect(next.isVoid(category: "analytics", level: .basic, recordedAt: first.position))
                #expect(next.maySend(analytics, level: .basic, recordedAt: next.position, on: day))
                try FileManager.default.removeItem(atPath: trail.path)
            }
        }
    }

    @Test("a line tells the day, and nothing of who decided or at what time")
    func lines() throws {
        try withTrail { trail in
            _ = try trail.record(on: day) { _ in [.yes(analytics, .basic, [.reviewAnnually])] }
            let object = try JSONSerialization.jsonObject(with: Data(trail.text.utf8))
            let line = try #require(object as? [String: Any])
            #expect(
                Set(line.keys) == [
                    "n", "day", "change", "category", "level", "version", "digest", "conditions", "origin", "seal",
                ])
            #expect(line["day"] as? String == "2026-03-01" && line["level"] as? String == "basic")
        }
    }

    @Test("two installations seal the same decisions differently")
    func keyed() throws {
        try withTrail { first in
            try withTrail { second in
                _ = try first.record(on: day) { _ in [.refused(analytics)] }
                _ = try second.record(on: day) { _ in [.refused(analytics)] }
                #expect(try first.text != second.text)
                try second.overwrite(try first.text.utf8)
                #expect(try second.corruption().code == .damaged)
            }
        }
    }

    @Test("processes that decide at once break nothing, and no decision is lost")
    func concurrent() throws {
        try withTrail { trail in
            DispatchQueue.concurrentPerform(iterations: 8) { worker in
                for turn in 0..<10 {
                    let category = ConsentCategory.sample("category\(worker)")
                    do {
                        _ = try trail.record(on: day) { _ in
                            turn % 2 == 0 ? [.yes(category)] : [.withdrawn(category: category.name)]
                        }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            let entries = try trail.entries()
            #expect(entries.count == 80)
            for worker in 0..<8 {
                let own = entries.filter {
                    switch $0.change {
                    case .granted(let grant): grant.category == "category\(worker)"
                    case .withdrawn(let name): name == "category\(worker)"
                    default: false
                    }
                }
                #expect(own.count == 10)
            }
        }
    }

    @Test("a decision that can't be written has no effect and leaves no half of itself")
    func unwritable() throws {
        try withTrail { trail in
            _ = try trail.record(on: day) { _ in [.refused(analytics)] }
            let text = try trail.text
            try FileManager.default.removeItem(atPath: trail.path)
            try FileManager.default.createSymbolicLink(
                atPath: trail.path, withDestinationPath: "\(trail.folder)/elsewhere")
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(trail.folder)/elsewhere"))
            let fault = #expect(throws: ConsentFault.self) {
                try trail.record(on: day) { _ in [.yes(analytics)] }
            }
            #expect(fault?.code == .unwritable)
            #expect(try String(contentsOfFile: "\(trail.folder)/elsewhere", encoding: .utf8) == text)
        }
    }
}

@Suite("A damaged record of decisions turns telemetry off")
struct TrailDamageTests {
    static func filled(_ trail: ConsentTrail) throws -> [UInt8] {
        _ = try trail.record(on: day) { _ in [.yes(analytics), .refused(performance)] }
        _ = try trail.record(on: day.adding(days: 1)) { _ in [.withdrawn(category: "analytics")] }
        return Array(try trail.text.utf8)
    }

    @Test("a last line that was cut short is healed, wherever it was cut")
    func torn() throws {
        try withTrail { trail in
            let bytes = try Self.filled(trail)
            let lastLine = try #require(bytes.dropLast().lastIndex(of: 10)) + 1
            for length in lastLine..<bytes.count {
                try trail.overwrite(bytes[..<length])
                #expect(trail.read().consent.position == 2)
            }
            try trail.overwrite(bytes[..<(lastLine + 7)])
            let step = try trail.record(on: day) { _ in [.objected(category: "performance")] }
            #expect(trail.read() == .sound(step.consent) && step.consent.position == 3)
            try trail.overwrite(bytes + [0, 0, 0])
            #expect(trail.read().consent.position == 3)
            try trail.overwrite(bytes + [0, 0, 10])
            #expect(trail.read().consent.position == 3)
        }
    }

    @Test("every other changed byte is noticed, and no byte of it is shown")
    func everyByte() throws {
        try withTrail { trail in
            let bytes = try Self.filled(trail)
            for index in bytes.indices.dropLast() {
                var changed = bytes
                changed[index] ^= 1
                try trail.overwrite(changed)
                #expect(try trail.corruption().code == .damaged)
            }
            let fault = try trail.corruption()
            #expect(!"\(fault)".contains("analytics"))
        }
    }

    @Test("lines left out, repeated, swapped or put in between are noticed")
    func lines() throws {
        try withTrail { trail in
            let lines = try Self.filled(trail).split(separator: 10).map(Array.init)
            for order in [[1, 2], [0, 2], [0, 0, 1, 2], [1, 0, 2], [0, 1, 1, 2], [2, 1, 0], [0, 1, 2, 2]] {
                try trail.overwrite(order.flatMap { lines[$0] + [10] })
                #expect(try trail.corruption().code == .damaged, "\(order)")
            }
            try trail.overwrite(lines.flatMap { $0 + [10] } + [10])
            #expect(try trail.corruption().code == .damaged)
        }
    }

    @Test("what it says then: off, why, and how to mend it")
    func decision() throws {
        try withTrail { trail in
            var bytes = try Self.filled(trail)
            bytes[20] ^= 1
            try trail.overwrite(bytes)
            var switches = SwitchSetting.consenting
            switches.consent = trail.read().consented(to: [analytics], on: day)
            #expect(!switches.decision.isOn)
            let text = switches.decision.explanation(of: "acme")
            #expect(text.contains("a line of the record of decisions was altered or lost"))
            #expect(text.contains("tacit consent reset"))
            #expect(trail.read().questions(about: [analytics], on: day).isEmpty)
            #expect(throws: ConsentFault.self) { try trail.record(on: day) { _ in [.yes(analytics)] } }
        }
    }

    @Test("put aside, everything is asked anew, and nothing is thrown away")
    func setAside() throws {
        try withTrail { trail in
            var bytes = try Self.filled(trail)
            bytes[20] ^= 1
            try trail.overwrite(bytes)
            try trail.setAside()
            #expect(trail.read() == .absent)
            #expect(FileManager.default.contents(atPath: "\(trail.folder)/consent.damaged.jsonl") == Data(bytes))
            _ = try trail.record(on: day) { _ in [.yes(analytics)] }
            #expect(trail.read().consented(to: [analytics], on: day) == .given)
        }
    }

    @Test("the key is missing, damaged, or open to others", arguments: ["missing", "short", "exposed"])
    func key(state: String) throws {
        try withTrail { trail in
            _ = try Self.filled(trail)
            switch state {
            case "missing": try FileManager.default.removeItem(atPath: trail.keyPath)
            case "short": try Data([1, 2, 3]).write(to: URL(fileURLWithPath: trail.keyPath))
            default:
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: trail.keyPath)
            }
            #expect(try trail.corruption().code == .key)
            try trail.setAside()
            _ = try trail.record(on: day) { _ in [.yes(analytics)] }
            #expect(trail.read().consent.position == 1)
        }
    }

    @Test("a trail that is a folder, a pipe or larger than any can be is not read")
    func unreadable() throws {
        try withTrail { trail in
            _ = try Self.filled(trail)
            try FileManager.default.removeItem(atPath: trail.path)
            try FileManager.default.createDirectory(atPath: trail.path, withIntermediateDirectories: false)
            #expect(try trail.corruption().code == .unreadable)
            try FileManager.default.removeItem(atPath: trail.path)
            #expect(mkfifo(trail.path, 0o600) == 0)
            #expect(try trail.corruption().code == .unreadable)
        }
    }
}
