import Foundation
import GRDB
import TacitCatalog
import TacitStores
import TestHarness
import Testing

@Suite("The store's files are its owner's alone, and a bad one is named, never quoted")
struct StoreFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func code(_ body: () throws -> Void) -> StoreError.Code? {
        do {
            try body()
            return nil
        } catch {
            let text = "\(error)"
            for word in ["malformed", "not a database", "SQLITE", "disk image", "near", "SELECT"] {
                #expect(!text.contains(word), "SQLite's own words: \(text)")
            }
            return (error as? StoreError)?.code
        }
    }

    @Test("nobody else can read the store, its log or its lock") func modes() async throws {
        let path = folder.path + "/state"
        let state = try StateFolder(claiming: path)
        let store = try SQLiteStore(path: state.database)
        try await store.commit(
            ClosedWindow(.init(length: .minute, start: 0), releases: [.test("a")]), limits: .test("1"), at: 1)
        #expect(try folder.mode(of: "state") == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        #expect(
            names == ["keyring.json", "lock", "master.key", "tacit.sqlite", "tacit.sqlite-shm", "tacit.sqlite-wal"])
        for name in names { #expect(try folder.mode(of: "state/" + name) == 0o600, "\(name)") }
    }

    @Test("a folder has one collector; it is free again when that one goes") func claims() throws {
        let path = folder.path + "/a/b"
        #expect(!StateFolder.isClaimed(path))
        var first: StateFolder? = try StateFolder(claiming: path)
        #expect(StateFolder.isClaimed(path))
        #expect(code { _ = try StateFolder(claiming: path) } == .inUse)
        #expect(first?.path == path)
        first = nil
        #expect(!StateFolder.isClaimed(path))
        let second = try StateFolder(claiming: path)
        #expect(StateFolder.isClaimed(second.path))
    }

    @Test("a folder that can't be made is named with the remedy") func impossible() throws {
        let file = folder.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(code { _ = try StateFolder(claiming: file + "/below") } == .unwritable)
        #expect(code { _ = try SQLiteStore(path: file + "/below/tacit.sqlite") } != nil)
    }

    @Test("nothing held yet is not an empty store") func missing() throws {
        #expect(code { _ = try SQLiteStore(reading: folder.database) } == .unreadable)
        #expect(try folder.bytes().isEmpty)
    }

    @Test("it can be read while the collector writes, and not written by who only reads") func readOnly() async throws {
        let store = try SQLiteStore(path: folder.database)
        let reader = try SQLiteStore(reading: folder.database)
        for number in 0..<5 {
            let window = WindowID(length: .minute, start: Int64(60 * number))
            try await store.commit(
                ClosedWindow(window, releases: [.test("a", start: window.start)]), limits: .test("1"), at: 1)
            #expect(try await reader.releases(of: .minute, from: 0).count == number + 1)
        }
        do {
            try await reader.setDocument("summary", to: "x")
            Issue.record("a reader wrote")
        } catch let error as StoreError {
            #expect(error.code == .unwritable)
        }
    }

    @Test("it can be read after the collector has gone") func readLater() async throws {
        var store: SQLiteStore? = try SQLiteStore(path: folder.database)
        try await store?.setDocument("summary", to: "x")
        store = nil
        #expect(try await SQLiteStore(reading: folder.database).document("summary") == "x")
    }

    /// What could not be looked into was once said to hold nothing.
    @Test("a folder that can't be read is told from one that holds nothing") func unreadable() throws {
        let folder = try TemporaryFolder()
        let nothing = #expect(throws: StoreError.self) { try SQLiteStore(reading: folder.path + "/none/tacit.sqlite") }
        #expect(nothing?.remedy.contains("nothing is held") == true)
        // A link to itself can't be followed, by whomever.
        let loop = folder.path + "/loop"
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        let unreadable = #expect(throws: StoreError.self) { try SQLiteStore(reading: loop + "/tacit.sqlite") }
        #expect(unreadable?.code == .unreadable)
        #expect(unreadable?.remedy.contains("nothing is held") == false)
    }

    @Test("a store of a newer version is left alone") func newer() async throws {
        do {
            let store = try SQLiteStore(path: folder.database)
            try await store.setDocument("summary", to: "x")
        }
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')") }
        try queue.close()
        #expect(code { _ = try SQLiteStore(path: folder.database) } == .newer)
        #expect(code { _ = try SQLiteStore(reading: folder.database) } == .newer)
        let again = try DatabaseQueue(path: folder.database)
        let (versions, text) = try await again.read { db in
            (
                try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier"),
                try String.fetchAll(db, sql: "SELECT text FROM document")
            )
        }
        #expect(versions == ["1", "2", "3", "4", "999"])
        #expect(text == ["x"])
    }

    @Test("a damaged file is said to be damaged", arguments: [0, 100, 4096, 8192, 20000])
    func damaged(offset: Int) async throws {
        do {
            let store = try SQLiteStore(path: folder.database)
            for number in 0..<50 {
                let window = WindowID(length: .minute, start: Int64(60 * number))
                let cells = (0..<20).map { ReleasedCell.test("secret-label-\($0)", figures: 1) }
                try await store.commit(
                    ClosedWindow(window, releases: [.test("a", start: window.start, cells: cells)]), limits: .test("1"),
                    at: 1)
            }
        }
        let url = URL(fileURLWithPath: folder.database)
        var data = try Data(contentsOf: url)
        #expect(data.count > 40000)
        for index in offset..<data.count { data[index] = UInt8(truncatingIfNeeded: index &* 37 &+ 11) }
        try data.write(to: url)
        do {
            let store = try SQLiteStore(path: folder.database)
            _ = try await store.releases(of: .minute, from: 0)
            _ = try await store.intake(from: 0)
            Issue.record("the damage was not seen")
        } catch {
            let error = try #require(error as? StoreError)
            #expect(error.code == .unreadable)
            #expect(!error.description.contains("secret-label"))
            #expect(error.remedy.contains("damaged"))
        }
    }
}
