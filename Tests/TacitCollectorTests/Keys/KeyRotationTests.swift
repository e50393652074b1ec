import Foundation
import GRDB
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores
import Testing

@Suite("A rotation changes every key and no data, and wherever it is cut off nothing is lost")
struct KeyRotationTests {
    private struct Cut: Error {}

    private func rotate(
        _ state: SecretState, to source: KeySource? = nil, cutAfter last: KeyRotation.Step? = nil
    ) async throws -> KeyRotation.Rotated {
        let folder = try StateFolder(claiming: state.path)
        return try await KeyRotation(folder, from: state.source, to: source ?? state.source).run(at: 9) { step in
            if step == last { throw Cut() }
        }
    }

    @Test("everything opens after it, under a new generation and a new master key") func rotates() async throws {
        let state = try await SecretState()
        let before = try await KeyListing.read(in: state.path, with: state.source)
        let wraps = before.wraps
        #expect(wraps.exactWindows == 1 && wraps.runningTotals == 1)
        #expect(wraps.openWindows == 1 && wraps.signingKeys == 1)
        let rotated = try await rotate(state)
        #expect(rotated.generation == 2 && rotated.rewrapped == 4 && rotated.unopened == 0)
        try await state.expectWhole()
        let after = try await KeyListing.read(in: state.path, with: state.source)
        #expect(after.generations.map(\.number) == [2] && after.generations.map(\.made) == [9])
        #expect(after.master == rotated.master && after.master != before.master && after.root == before.root)
        #expect(after.generations[0].fingerprint != before.generations[0].fingerprint)
        #expect(try await rotate(state).generation == 3)
        try await state.expectWhole()
    }

    @Test("no box is written anew: only wrapped keys change") func onlyKeys() async throws {
        let state = try await SecretState()
        let store = try SQLiteStore(reading: state.folder.database)
        let before = try await store.sealedWindows(of: "asked", .day, in: 0..<Int64.max)
        _ = try await rotate(state)
        let after = try await store.sealedWindows(of: "asked", .day, in: 0..<Int64.max)
        #expect(before.map(\.envelope?.box) == after.map(\.envelope?.box))
        #expect(before.map(\.envelope?.wrappedKey) != after.map(\.envelope?.wrappedKey))
    }

    @Test("of the old keys nothing is left: no wrapped key, no ring, no master key, in no file") func destroyed()
        async throws
    {
        let state = try await SecretState()
        let key = try #require(try state.bytes()["master.key"])
        let (ring, _) = try KeyRingFile(in: state.path).open(with: state.source)
        let sealed = try await SQLiteStore(reading: state.folder.database).sealedWindows(
            of: "asked", .day, in: 0..<Int64.max)
        let wrapped = try #require(sealed.first?.envelope?.wrappedKey)
        _ = try await rotate(state)
        for (name, bytes) in try state.bytes() {
            #expect(bytes.range(of: key) == nil && bytes.range(of: wrapped) == nil, "\(name)")
        }
        // What an older copy of the folder would be opened with.
        #expect(throws: SealError.self) {
            let now = try KeyRingFile(in: state.path).open(with: state.source).ring
            _ = try now.unwrap(wrapped, context: Array(sealed[0].context.utf8), for: .exactFigures)
        }
        let context = Array(try sealed[0].context.utf8)
        #expect(try ring.unwrap(wrapped, context: context, for: .exactFigures).count == 32)
    }

    @Test("cut off after any step everything opens; the next one ends it", arguments: KeyRotation.Step.allCases)
    func cut(step: KeyRotation.Step) async throws {
        let state = try await SecretState()
        await #expect(throws: Cut.self) { try await rotate(state, cutAfter: step) }
        try await state.expectWhole(nil, "\(step)")
        let isMoved = step == .ringMoved
        let between = try await KeyListing.read(in: state.path, with: state.source)
        #expect(between.isUnfinished == !isMoved)
        let rotated = try await rotate(state)
        #expect(rotated.generation == (isMoved ? 3 : 2))
        try await state.expectWhole(nil, "\(step)")
        let names = try FileManager.default.contentsOfDirectory(atPath: state.path).sorted()
        #expect(
            names.filter { !$0.hasPrefix("tacit.sqlite") }
                == ["journal", "keyring.json", "keys.lock", "lock", "master.key", "signing.key"])
        #expect(try await KeyListing.read(in: state.path, with: state.source).generations.count == 1)
    }

    @Test("cut off at every step, one after the other, it still comes to its end") func cutOften() async throws {
        let state = try await SecretState()
        for step in KeyRotation.Step.allCases {
            await #expect(throws: Cut.self) { try await rotate(state, cutAfter: step) }
            try await state.expectWhole(nil, "\(step)")
        }
        _ = try await rotate(state)
        try await state.expectWhole()
    }

    @Test("while a collector runs it is refused, and nothing changes") func claimed() async throws {
        let state = try await SecretState()
        let collector = try StateFolder(claiming: state.path)
        let error = await #expect(throws: StoreError.self) { try await rotate(state) }
        #expect(error?.code == .inUse)
        try await state.expectWhole()
        withExtendedLifetime(collector) {}
    }

    @Test("it also changes where the master key comes from, and back") func sources() async throws {
        let state = try await SecretState()
        let phrase = KeySource.passphrase(try state.passphrase())
        _ = try await rotate(state, to: phrase)
        try await state.expectWhole(phrase)
        #expect(!Files.exist(state.path + "/master.key"))
        let wrong = KeySource.passphrase(try state.passphrase("another passphrase", "other"))
        await #expect(throws: KeyError.self) { try await KeyListing.read(in: state.path, with: wrong) }
        let folder = try StateFolder(claiming: state.path)
        _ = try await KeyRotation(folder, from: phrase, to: state.source).run(at: 9)
        try await state.expectWhole()
    }

    @Test("a key that does not open is counted and left; the rest goes on") func damaged() async throws {
        let state = try await SecretState()
        try await DatabaseQueue(path: state.folder.database).write {
            try $0.execute(sql: "UPDATE exact SET key = zeroblob(length(key))")
        }
        let rotated = try await rotate(state)
        #expect(rotated.unopened == 1 && rotated.rewrapped == 3)
    }

    @Test("a store under one ring and a ring of another folder don't go together, and that is said by name")
    func swapped() async throws {
        let (one, other) = (try await SecretState(), try await SecretState())
        for name in ["keyring.json", "master.key"] {
            let bytes = try #require(try other.bytes()[name])
            try bytes.write(to: URL(fileURLWithPath: "\(one.path)/\(name)"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(one.path)/\(name)")
        }
        let store = try SQLiteStore(reading: one.folder.database)
        #expect(try await !store.alterations().isEmpty)
        let windows = try await store.sealedWindows(of: "asked", .day, in: 0..<Int64.max)
        let error = #expect(throws: StoreError.self) { try store.open(windows[0]) }
        #expect(error?.code == .altered)
    }
}
