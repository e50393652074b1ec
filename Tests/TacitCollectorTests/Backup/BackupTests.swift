import Foundation
import GRDB
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores
import TestHarness
import Testing

@Suite(
    "A backup holds what has to be kept, opens with its passphrase alone, and brings back nothing that has to stay gone"
)
struct BackupTests {
    private let elsewhere: TemporaryFolder
    private var file: String { elsewhere.path + "/tacit.backup" }
    private var target: String { elsewhere.path + "/new" }

    init() throws { elsewhere = try TemporaryFolder() }

    private func write(_ state: SecretState) throws {
        try Backup(file).write(state.path, from: state.source, under: state.passphrase(), at: 1_800_200_000)
    }

    private func restore(
        _ state: SecretState, to target: String? = nil, under source: KeySource? = nil, at now: Int64 = 1_800_200_000
    ) async throws -> Backup.Restored {
        let target = target ?? self.target
        return try await Backup(file).restore(
            to: target, under: source ?? .standard(in: target), with: state.passphrase(), at: now)
    }

    private func store(_ path: String? = nil) throws -> SQLiteStore {
        try SQLiteStore(reading: StateFolder.database(in: path ?? target))
    }

    @Test("releases, ledger, documents, signing key and tokens are as they were; the master key is a new one")
    func roundTrip() async throws {
        let state = try await SecretState()
        try Files.replace(state.path + "/tokens.json", with: "tokens".utf8)
        try write(state)
        let restored = try await restore(state)
        #expect(restored.made == 1_800_200_000)
        let (before, after) = (try store(state.path), try store())
        #expect(try await after.releases(of: .day, from: 0) == before.releases(of: .day, from: 0))
        #expect(try await after.ledger(of: .day, from: 0) == before.ledger(of: .day, from: 0))
        #expect(try await after.alterations().isEmpty)
        #expect(try await after.sealedDocument("summary") == "a summary")
        let (ring, master) = try KeyRingFile(in: target).open(with: .standard(in: target))
        #expect(master.fingerprint != (try KeyRingFile(in: state.path).head().master))
        let key = try SigningKey(file: target + "/signing.key", ring: ring, creating: false)
        let old = try SigningKey(file: state.path + "/signing.key", ring: before.ownKey, creating: false)
        #expect(key.verifyingKey == old.verifyingKey)
        #expect(Files.read(target + "/tokens.json") == Array("tokens".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
        #expect(
            names.filter { !$0.hasPrefix("tacit.sqlite-") } == [
                "keyring.json", "lock", "master.key", "signing.key", "tacit.sqlite", "tokens.json",
            ],
            "no journal, no draft")
        for name in names { #expect(try permissions("\(target)/\(name)") == 0o600, "\(name)") }
        #expect(try permissions(target) == 0o700)
    }

    @Test("no exact figure is in it, and no key of an open window") func exact() async throws {
        let state = try await SecretState()
        try write(state)
        _ = try await restore(state)
        #expect(try await store().sealedWindows(of: "asked", .day, in: 0..<Int64.max).isEmpty)
        #expect(try await store().steps(of: "uses") == nil)
        // Nor on the free pages of the copy.
        let sealed = try await store(state.path).sealedWindows(of: "asked", .day, in: 0..<Int64.max)
        let envelope = try #require(sealed.first?.envelope)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: StateFolder.database(in: target)))
        #expect(bytes.range(of: envelope.wrappedKey) == nil && bytes.range(of: envelope.box.prefix(64)) == nil)
    }

    /// They were once overwritten in the copy after it lay there: who was killed in between left them, with their keys.
    @Test("no exact figure ever lies in the copy that is made: it has no room where they would have been")
    func copying() async throws {
        let state = try await SecretState()
        let queue = try DatabaseQueue(path: state.folder.database)
        try await queue.write { db in
            try db.execute(sql: "UPDATE exact SET box = zeroblob(?)", arguments: [8 << 20])
        }
        try queue.close()
        let copy = elsewhere.path + "/copy.sqlite"
        try store(state.path).copy(to: copy)
        #expect(try #require(Files.size(StateFolder.database(in: state.path))) > 8 << 20)
        #expect(try #require(Files.size(copy)) < 1 << 20)
    }

    @Test("the file is its owner's, shows nothing of what it holds, and leaves no copy in the folder") func sealed()
        async throws
    {
        let state = try await SecretState()
        let before = Set(try state.bytes().keys)
        try write(state)
        #expect(try permissions(file) == 0o600)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for word in ["SQLite format", "a summary", "uses"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
        #expect(Set(try state.bytes().keys).subtracting(before) == ["keys.lock", "passphrase"])
        #expect(throws: FileFault.self, "it is not written over") { try write(state) }
    }

    @Test("while others write, it holds one moment") func busy() async throws {
        let state = try await SecretState()
        let writer = try SQLiteStore(path: state.folder.database, keys: state.source)
        let others = Task {
            var day: Int64 = 0
            while !Task.isCancelled {
                day += 86400
                try await writer.add([IntakeCount(day: day, signal: "logs", rule: "a", count: 1)])
                try await writer.add([IntakeCount(day: day, signal: "logs", rule: "b", count: 1)])
            }
        }
        try write(state)
        others.cancel()
        do { try await others.value } catch is CancellationError {}
        _ = try await restore(state, at: 0)
        #expect(try await store().alterations().isEmpty)
        let counts = try await store().intake(from: 0)
        let perRule = Dictionary(grouping: counts, by: \.rule).mapValues(\.count)
        #expect((perRule["a"] ?? 0) - (perRule["b"] ?? 0) <= 1)
    }

    @Test("with another passphrase, cut, or altered anywhere it is refused, and the folder stays empty") func refused()
        async throws
    {
        let state = try await SecretState()
        try write(state)
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let line = try #require(whole.firstIndex(of: 0x0A))
        func refusal(_ bytes: Data, _ passphrase: String? = nil) async throws -> String? {
            try bytes.write(to: URL(fileURLWithPath: file))
            do {
                let phrase = try passphrase.map { try state.passphrase($0, "other") } ?? state.passphrase()
                _ = try await Backup(file).restore(to: target, under: .standard(in: target), with: phrase, at: 1)
                return nil
            } catch {
                let names = try FileManager.default.contentsOfDirectory(atPath: target)
                #expect(names == ["lock"])
                #expect(!"\(error)".contains("some length"))
                return "\(error)".split(separator: ":").first.map(String.init)
            }
        }
        #expect(try await refusal(whole, "another passphrase") == "passphrase.wrong")
        #expect(try await refusal(whole.prefix(line + 20)) == "stream.truncated")
        #expect(try await refusal(whole.dropLast(30)) == "stream.truncated")
        #expect(try await refusal(whole.prefix(line)) == "stream.malformed")
        #expect(try await refusal(whole + [1]) == "stream.altered")
        for (place, code) in [
            (2, "stream.malformed"), (line + 1, "stream.malformed"), (line + 30, "stream.foreign"),
            (line + 100, "stream.altered"), (whole.count - 1, "stream.altered"),
        ] {
            var altered = whole
            altered[place] ^= 1
            #expect(try await refusal(altered) == code, "\(place)")
        }
        let text = String(decoding: whole[..<line], as: UTF8.self)
        let later = Data(text.replacing("1800200000", with: "1900200000").utf8) + whole[line...]
        #expect(try await refusal(later) == "stream.foreign", "when it was made can't be changed")
        #expect(try await refusal(whole) == nil)
    }

    @Test("a folder with a store or a ring is not written over; one with a key file of the operator's keeps it")
    func occupied() async throws {
        let state = try await SecretState()
        try write(state)
        await #expect(throws: FileFault.self) { try await restore(state, to: state.path) }
        try await state.expectWhole()
        try Files.makeFolder(target)
        let key = MasterKey()
        try key.create(file: target + "/master.key")
        _ = try await restore(state)
        #expect(try KeyRingFile(in: target).head().master == key.fingerprint)
    }

    @Test("it can be put under another source") func source() async throws {
        let state = try await SecretState()
        try write(state)
        let phrase = KeySource.passphrase(try state.passphrase("a new passphrase", "new"))
        _ = try await restore(state, under: phrase)
        #expect(!Files.exist(target + "/master.key"))
        #expect(try await SQLiteStore(reading: StateFolder.database(in: target), keys: phrase).alterations().isEmpty)
    }

    @Test("windows that are over stay closed, and what has reached its limit does not come back") func late()
        async throws
    {
        let state = try await SecretState()
        try write(state)
        #expect(try await store(state.path).closedUntil(.day) == 1_800_057_600 + 86400)
        let restored = try await restore(state, at: 2_000_000_000)
        #expect(restored.expired > 0)
        #expect(try await store().releases(of: .day, from: 0).isEmpty)
        #expect(try await store().closedUntil(.day) == 2_000_000_000 - 2_000_000_000 % 86400)
        #expect(try await store().alterations().isEmpty, "the ledger stays")
    }

    @Test("what was removed since the backup was made is removed again, and the longer log stays") func deletions()
        async throws
    {
        let state = try await SecretState()
        try write(state)
        let ring = try KeyRingFile(in: state.path).open(with: state.source).ring
        let key = try SigningKey(file: state.path + "/signing.key", ring: ring, creating: false)
        let day = Deletion(
            .releases, dataClass: "aggregates", metric: "uses", length: .day, span: 1_800_057_600..<1_800_144_000,
            records: 1)
        let log = DeletionLog(in: target)
        try Files.makeFolder(target)
        _ = try log.append(Deletions([day], for: .purge), at: 1_800_200_001, signedBy: key)
        let written = try #require(Files.read(log.path))
        try Files.replace(log.path, with: written.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "2") : $0 })
        await #expect(throws: LogFault.self) { try await restore(state) }
        try Files.replace(log.path, with: written)
        #expect(try await restore(state).removed == 1)
        #expect(try await store().releases(of: .day, from: 0).isEmpty)
        #expect(try await store().alterations().isEmpty, "the ledger stays")
        #expect(Files.read(log.path) == written)
    }

    @Test("a log that does not go on from the backup's is refused, and nothing is restored") func otherLog()
        async throws
    {
        let state = try await SecretState()
        try Files.replace(state.path + "/deletions.log", with: "one\n".utf8)
        try write(state)
        try Files.makeFolder(target)
        try Files.replace(target + "/deletions.log", with: "two\n".utf8)
        let fault = await #expect(throws: FileFault.self) { try await restore(state) }
        #expect(fault?.place.hasSuffix("deletions.log") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["deletions.log", "lock"])
    }

    @Test("the keys alone come back into a folder that has lost them, and a backup of keys is no backup of a store")
    func keys() async throws {
        let state = try await SecretState()
        try Backup(file).write(keysOf: state.path, from: state.source, under: state.passphrase(), at: 1)
        let fault = await #expect(throws: StreamError.self) { try await restore(state) }
        #expect(fault?.remedy.contains("tacit keys restore") == true)
        func restoreKeys() throws {
            try Backup(file).restoreKeys(to: state.path, under: state.source, with: state.passphrase())
        }
        #expect(throws: FileFault.self) { try restoreKeys() }
        for name in ["keyring.json", "master.key"] { try Files.remove("\(state.path)/\(name)") }
        #expect(throws: StoreError.self) { try SQLiteStore(path: state.folder.database, keys: state.source) }
        try restoreKeys()
        try await state.expectWhole()
    }

    @Test("what a backup that was cut off has left in the folder goes") func sweep() async throws {
        let state = try await SecretState()
        try Files.replace(state.path + "/backup.sqlite", with: "left".utf8)
        try Files.makeFolder(state.path + "/restoring")
        try Files.replace(state.path + "/restoring/tacit.sqlite", with: "left".utf8)
        try Backup.sweep(state.path)
        #expect(!Files.exist(state.path + "/backup.sqlite") && !Files.exist(state.path + "/restoring"))
        try await state.expectWhole()
    }

    private func permissions(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}
