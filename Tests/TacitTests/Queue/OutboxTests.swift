import Foundation
import TacitSeal
import Testing

@testable import Tacit

@Suite("What waits on the disk is ciphertext, bounded, in one place, and whole after any crash")
struct OutboxTests {
    private func with(_ body: (Outbox, String) throws -> Void) throws {
        try TemporaryFolder.with { folder in
            try body(Outbox(folder: folder, key: try MasterKey(file: folder + "/install.key", creating: true)), folder)
        }
    }

    private func record(_ number: Int, category: String = "analytics") -> EdgeRecord {
        EdgeRecord(
            category: category, level: .basic, event: "feature.used", position: 1, recordedAt: Int64(number),
            body: Array("planted value \(number)".utf8))
    }

    private func records(_ numbers: Range<Int>) -> [EdgeRecord] { numbers.map { record($0) } }

    @Test("what was added is read back in its order, and a batch that was cut holds all of it") func order() throws {
        try with { outbox, _ in
            #expect(try outbox.append(records(0..<3), limit: 100, byteLimit: 10_000).taken == 3)
            #expect(try outbox.append(records(3..<5), limit: 100, byteLimit: 10_000).taken == 2)
            let batch = try #require(try outbox.cut(now: 1))
            #expect(batch.records == records(0..<5))
            #expect(try outbox.cut(now: 2) == nil)
            _ = try outbox.append(records(5..<6), limit: 100, byteLimit: 10_000)
            #expect(try outbox.waiting() == records(0..<6))
            try outbox.remove(batch)
            #expect(try outbox.waiting() == records(5..<6))
        }
    }

    @Test("it takes no more records and no more bytes than it may, batches included") func bounds() throws {
        try with { outbox, _ in
            #expect(try outbox.append(records(0..<8), limit: 5, byteLimit: 10_000).taken == 5)
            _ = try outbox.cut(now: 1)
            #expect(try outbox.append(records(8..<9), limit: 5, byteLimit: 10_000).taken == 0)
            let bytes = try outbox.load().bytes
            #expect(try outbox.append(records(9..<20), limit: 100, byteLimit: bytes + 40).taken == 2)
        }
    }

    @Test("no byte of a record is in any file") func ciphertext() throws {
        try with { outbox, folder in
            _ = try outbox.append(records(0..<5), limit: 100, byteLimit: 10_000)
            var batch = try #require(try outbox.cut(now: 1))
            try outbox.stamp(&batch, Batch.Stamp(id: String(repeating: "0", count: 32), time: 60_000, ends: [5]))
            _ = try outbox.append(records(5..<9), limit: 100, byteLimit: 10_000)
            let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
            #expect(files.count >= 5)
            for file in files {
                let bytes = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
                for word in ["planted", "feature", "analytics"] {
                    #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file)")
                }
            }
        }
    }

    @Test("cut at any byte, the file has every record that was whole, and takes new ones") func torn() throws {
        try with { outbox, folder in
            _ = try outbox.append(records(0..<1), limit: 100, byteLimit: 10_000)
            let whole = try #require(FileManager.default.contents(atPath: folder + "/queue"))
            _ = try outbox.append(records(1..<3), limit: 100, byteLimit: 10_000)
            let all = try #require(FileManager.default.contents(atPath: folder + "/queue"))
            for length in whole.count...all.count {
                try all.prefix(length).write(to: URL(fileURLWithPath: folder + "/queue"))
                let kept = try outbox.waiting()
                #expect(kept == records(0..<kept.count) && kept.count >= 1)
                _ = try outbox.append(records(7..<8), limit: 100, byteLimit: 10_000)
                #expect(try outbox.waiting() == kept + records(7..<8), "cut at \(length)")
            }
        }
    }

    @Test("a changed bit, a swapped frame or another file's frame is never read as a record") func tampered() throws {
        try with { outbox, folder in
            _ = try outbox.append(records(0..<2), limit: 100, byteLimit: 10_000)
            let path = folder + "/queue"
            let bytes = try #require(FileManager.default.contents(atPath: path))
            for place in stride(from: 20, to: bytes.count, by: 7) {
                var changed = bytes
                changed[place] ^= 1
                try changed.write(to: URL(fileURLWithPath: path))
                // A changed length looks like a record that was being written; all else is told.
                do {
                    let kept = try outbox.waiting()
                    #expect(kept == records(0..<kept.count) && kept.count < 2)
                } catch let fault as FileFault {
                    #expect(fault.code == .damaged && fault.place == path)
                }
            }
            _ = try outbox.purge { _ in true }
            #expect(try outbox.waiting() == records(0..<1), "what can be read stays")
        }
    }

    @Test("the parts of a batch stay what they were when something is taken out of it") func partsStay() throws {
        try with { outbox, folder in
            let mixed = (0..<6).map { record($0, category: $0 < 3 ? "errors" : "analytics") }
            _ = try outbox.append(mixed, limit: 100, byteLimit: 10_000)
            var batch = try #require(try outbox.cut(now: 1))
            try outbox.stamp(&batch, Batch.Stamp(id: BatchID.random().hex, time: 0, ends: [3, 6], done: 1))
            #expect(try outbox.purge(keeping: { $0.category != "errors" }).gone == 3)
            let left = try #require(try outbox.waitingBatches().first)
            #expect(left.records[3..<6] == mixed[3..<6] && left.records[0..<3].allSatisfy { $0 == .gone })
            #expect(try outbox.load().records == 3)
            #expect(try outbox.purge(keeping: { _ in true }).gone == 0)
        }
    }

    @Test("a purge takes what is withdrawn out of the queue and every batch, and leaves the rest") func purge() throws {
        try with { outbox, folder in
            let mixed = (0..<6).map { record($0, category: $0 % 2 == 0 ? "analytics" : "errors") }
            _ = try outbox.append(mixed, limit: 100, byteLimit: 10_000)
            _ = try outbox.cut(now: 1)
            _ = try outbox.append(mixed, limit: 100, byteLimit: 10_000)
            #expect(try outbox.purge(keeping: { $0.category != "errors" }).gone == 6)
            #expect(try outbox.waiting().map(\.category) == Array(repeating: "analytics", count: 6))
            #expect(try outbox.purge(keeping: { _ in false }).gone == 6)
            #expect(try outbox.waiting().isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/batches").isEmpty)
        }
    }
}
