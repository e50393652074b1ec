import Crypto
import Foundation
import GRDB
import TacitCatalog
import TacitKeys
import TacitSeal
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

/// The story: in ten megabytes of ciphertext something looks like an address of e-mail, and a sound store was told to be faulty.
@Suite("What looks personal within an envelope that opens is no finding; the same anywhere else is")
struct SealedPagesTests {
    private static let window = WindowID(length: .day, start: 1_800_057_600)
    private static let wall = window.end + 60
    private static let text = Array("qv@example.com\u{1}".utf8)
    /// Pages are many, so that the number of one is a letter, which the text behind it goes on.
    private static let figures = 36_000

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: A store

    /// A box in which a text stands in many places by the choice of what is sealed, as it may by chance.
    ///
    /// - Parameter places: in the box.
    private func sealed(_ store: SQLiteStore, _ metric: String, textsAt places: [Int]) throws -> SealedWindow {
        var sealed = SealedWindow(
            metric: metric, window: Self.window, observedFrom: Self.window.start, sealedAt: Self.window.end,
            expiresAt: Self.window.end + 300 * 86400, unit: .contributor,
            terms: Release.test("asked", start: Self.window.start, length: .day).terms)
        var exact = ExactBytes(capacity: 8 * Self.figures + 100)
        exact.append(labels: ["a"], contributors: 3, figures: (0..<Self.figures).map { Int64($0 + 1) })
        var bytes = exact.finish()
        let context = Array(try sealed.context.utf8)
        let (key, nonce) = (SymmetricKey(size: .bits256), AES.GCM.Nonce())
        func box() throws -> [UInt8] {
            Array(try #require(try AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: context).combined))
        }
        let plain = try box()
        for place in places {
            for (index, byte) in Self.text.enumerated() { bytes[place - 12 + index] ^= plain[place + index] ^ byte }
        }
        let wrapped = try key.withUnsafeBytes {
            try store.ownKey.wrap($0, context: context, for: .exactFigures)
        }
        sealed.envelope = Envelope(wrappedKey: wrapped, box: Data(try box()))
        return sealed
    }

    /// In the row's own page, across pages, and where a page begins.
    private static let places = [100, 180, 6000] + (1...13).map { 20_000 * $0 }

    private func fill(_ store: SQLiteStore, metric: String = "asked") async throws {
        // The same layout first, to see where pages begin.
        try await store.commit(
            ClosedWindow(Self.window, sealed: [sealed(store, metric, textsAt: [])]), limits: .test("1"),
            at: Self.window.end)
        let box = try #require(try await store.sealed().windows.first?.envelope).box
        let image = try #require(SQLiteImage(folder.database))
        var places = Self.places
        for number in 1...image.pageCount {
            guard case .overflow = image.uses[number - 1],
                let start = image.withPage(number, { box.range(of: Data($0[4..<36]))?.lowerBound }) ?? nil
            else { continue }
            places.removeAll { abs($0 - start) < 100 }
            if start < 8 * Self.figures { places.append(start) }
        }
        let row = try sealed(store, metric, textsAt: places)
        try await DatabasePool(path: folder.database).write { db in
            try db.execute(
                sql: "UPDATE exact SET key = ?, box = ?",
                arguments: [row.envelope?.wrappedKey, row.envelope?.box])
        }
    }

    private func filled(metric: String = "asked") async throws {
        let store = try SQLiteStore(path: folder.database)
        try await fill(store, metric: metric)
        _ = try await store.overwrite()
        try store.close()
    }

    private func verify(_ folder: TemporaryFolder) async -> [Verification.Check] {
        await StorageVerifier(state: folder.path, keys: .standard(in: folder.path), wall: Self.wall).verify().checks
    }

    private func faults(_ id: String, in folder: TemporaryFolder? = nil) async -> [Verification.Finding] {
        await verify(folder ?? self.folder).first { $0.id == id }?.faults ?? []
    }

    /// The pages in which the box goes on, in their order.
    private func chain() throws -> [Int] {
        let image = try #require(SQLiteImage(folder.database))
        var first: Int?
        for number in 1...image.pageCount {
            guard case .tree(let tree) = image.uses[number - 1], image.trees[tree].name == "exact" else { continue }
            let payloads = image.withPage(number) { SQLitePage($0, isFirst: false, reserved: 0)?.payloads } ?? nil
            first = payloads?.first?.overflow
        }
        var chain = [try #require(first)]
        while let next = image.withPage(chain[chain.count - 1], { SQLiteBytes.number($0, at: 0, bytes: 4) }), next > 0 {
            chain.append(next)
        }
        return chain
    }

    private func write(_ bytes: [UInt8], at place: Int) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.database))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: Data(bytes))
    }

    // MARK: Sound

    @Test("a sound store with such a box is clean, and the texts are really there") func sound() async throws {
        try await filled()
        let file = try Data(folder.read("tacit.sqlite"))
        var (found, start) = (0, 0)
        while let range = file.range(of: Data(Self.text), in: start..<file.count) {
            (found, start) = (found + 1, range.upperBound)
        }
        #expect(found > 80)
        #expect(try chain().dropFirst().contains(0x41), "the number of a page is a letter before a text")
        for check in await verify(folder) where check.id != "storage.modes" { #expect(check.holds, "\(check.faults)") }
    }

    @Test("beside a collector too: in the log a box opens that was removed since, and one of an earlier round")
    func log() async throws {
        let store = try SQLiteStore(path: folder.database)
        defer { try? store.close() }
        try await fill(store)
        #expect(await faults("storage.clean").isEmpty)
        let pool = try DatabasePool(path: folder.database)
        try await pool.write { try $0.execute(sql: "DELETE FROM exact") }
        #expect(await faults("storage.clean").isEmpty)
        try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.restart) }
        try await pool.write { try $0.execute(sql: "INSERT INTO document (name, text) VALUES ('x', 'y')") }
        let image = try #require(SQLiteImage(folder.database))
        let (frames, valid) = (try #require(image.log).frames, try #require(image.log).validFrames)
        #expect(valid < 10 && frames > 100)
        #expect(try Data(folder.read("tacit.sqlite-wal")).range(of: Data(Self.text)) != nil)
        #expect(await faults("storage.clean").isEmpty)
        try pool.close()
    }

    // MARK: Planted

    @Test("behind the box in its last page, and in the room of its row's page") func tail() async throws {
        // With so long a name SQLite leaves room behind the box, and the key goes on in the first page of the rest.
        try await filled(metric: "asked." + String(repeating: "long.", count: 120))
        let chain = try chain()
        let image = try #require(SQLiteImage(folder.database))
        let last = try #require(chain.last)
        let end = try #require(image.withPage(last) { $0.lastIndex { $0 != 0 } ?? 0 })
        for gap in [1, 200] {
            try write(Self.text, at: (last - 1) * 4096 + end + gap)
            let found = await faults("storage.clean")
            #expect(found.count == 1 && found[0].place.contains("page \(last) (exact, long values)"), "\(end) \(found)")
            try write([UInt8](repeating: 0, count: Self.text.count), at: (last - 1) * 4096 + end + gap)
        }
        #expect(await faults("storage.clean").isEmpty)
        let row = try #require(
            image.uses.firstIndex { use in
                if case .tree(let tree) = use { image.trees[tree].name == "exact" } else { false }
            })
        try write(Self.text, at: row * 4096 + 1000)
        #expect(await faults("storage.clean").count == 1)
    }

    @Test("in a box that does not open", arguments: [0, 40, 70]) func altered(link: Int) async throws {
        try await filled()
        let page = try chain()[link]
        try write(Self.text, at: (page - 1) * 4096 + 2000)
        let found = await faults("storage.clean")
        #expect(found.count > 60 && found.contains { $0.place.contains("page \(page) (exact, long values)") })
        #expect(await faults("storage.envelopes").count == 1)
    }

    @Test("in the same text where it stands once more: in another table, and in a free page") func copied() async throws
    {
        try await filled()
        try await DatabaseQueue(path: folder.database).write { db in
            try db.execute(
                sql: "INSERT INTO document (name, text) VALUES ('x', ?)",
                arguments: [String(decoding: Self.text + Self.text, as: UTF8.self)])
        }
        #expect(await faults("storage.clean").map(\.place).allSatisfy { $0.contains("document") })
        #expect(await faults("storage.clean").count == 2)
    }

    @Test("in a row that names the pages of another's box, or goes round in a circle") func borrowed() async throws {
        try await filled()
        let chain = try chain()
        try write([0, 0, 0, UInt8(chain[0])], at: (chain[40] - 1) * 4096)
        #expect(await faults("storage.clean").count > 60)
    }

    @Test("a heap of it is told of as far as is listed, and hides no key") func heap() async throws {
        try await filled()
        try await DatabaseQueue(path: folder.database).write { db in
            let text = String(repeating: "qv@example.com ", count: 2000)
            for number in 0..<3 {
                try db.execute(sql: "INSERT INTO document (name, text) VALUES (?, ?)", arguments: ["\(number)", text])
            }
            try db.execute(
                sql: "INSERT INTO document (name, text) VALUES ('z', ?)",
                arguments: [Data(try folder.read("master.key")).base64EncodedString()])
        }
        #expect(await faults("storage.clean").count == StorageChecks.most + 1)
        #expect(await faults("storage.keys").count == 1)
    }
}
