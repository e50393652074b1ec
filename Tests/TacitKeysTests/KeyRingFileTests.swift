import Foundation
import TacitKeys
import TacitSeal
import TestHarness
import Testing

@Suite("A folder's key ring lies under its master key, and opens with nothing else")
struct KeyRingFileTests {
    private let folder: TemporaryFolder
    private let file: KeyRingFile

    init() throws {
        folder = try TemporaryFolder()
        file = KeyRingFile(in: folder.path)
    }

    private var standard: KeySource { .standard(in: folder.path) }

    private func code(_ body: () throws -> Void) -> KeyError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? KeyError)?.code
        }
    }

    private func opening(_ source: KeySource? = nil) -> KeyError.Code? {
        code { _ = try file.open(with: source ?? standard) }
    }

    @Test("of twenty who make it at once all have the same one, and the files are the owner's") func race() async throws
    {
        let roots = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try file.create(with: standard, at: 5).fingerprint } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(roots.count == 1)
        #expect(try folder.names == ["keyring.json", "master.key"])
        for name in try folder.names { #expect(try folder.mode(of: name) == 0o600) }
    }

    @Test("it opens as it was made, and says of itself what no key is needed for") func opens() throws {
        let ring = try file.create(with: standard, at: 5)
        let (same, master) = try file.open(with: standard)
        #expect(same.fingerprint == ring.fingerprint && same.current.made == 5)
        #expect(same.codes(for: .ledger).code(of: [1]) == ring.codes(for: .ledger).code(of: [1]))
        let head = try file.head()
        #expect(head.master == master.fingerprint && head.generation == 1 && head.lock == .file)
    }

    @Test("without its key, with another, or where others may read it, it does not open, and the fault has its name")
    func wrongKey() throws {
        #expect(opening() == .ringMissing)
        _ = try file.create(with: standard, at: 5)
        let key = try folder.read("master.key")
        let other = try folder.write([UInt8](repeating: 7, count: 32), to: "other.key")
        #expect(opening(.file(other)) == .wrong)
        #expect(opening(.file(folder.path + "/none.key")) == .missing)
        _ = try folder.write(key, to: "master.key", mode: 0o640)
        #expect(opening() == .exposed)
        _ = try folder.write(key, to: "master.key")
        let ring = try folder.read("keyring.json")
        _ = try folder.write(ring, to: "keyring.json", mode: 0o604)
        #expect(opening() == .exposed)
    }

    @Test("with anything of it altered it does not open") func altered() throws {
        _ = try file.create(with: standard, at: 5)
        let text = String(decoding: try folder.read("keyring.json"), as: UTF8.self)
        let sealed = try #require(text.firstMatch(of: /"ring" : "([0-9a-f]+)"/)).1
        for place in stride(from: 0, to: sealed.count, by: 17) {
            var digits = Array(sealed.utf8)
            digits[place] = digits[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            let altered = text.replacing(sealed, with: String(decoding: digits, as: UTF8.self))
            _ = try folder.write(Array(altered.utf8), to: "keyring.json")
            #expect(opening() == .ringDamaged)
        }
        _ = try folder.write(
            Array(text.replacing("\"generation\" : 1", with: "\"generation\" : 2").utf8), to: "keyring.json")
        #expect(opening() == .ringDamaged)
        for text in [
            "", "{}", "[1", text.replacing("\"format\" : 1", with: "\"format\" : 2"), String(text.dropLast(40)),
        ] {
            _ = try folder.write(Array(text.utf8), to: "keyring.json")
            #expect([.ringDamaged, .damaged].contains(opening()))
        }
    }

    @Test("one of another folder does not open with this folder's key") func foreign() throws {
        let other = try TemporaryFolder()
        _ = try file.create(with: standard, at: 5)
        _ = try KeyRingFile(in: other.path).create(with: .standard(in: other.path), at: 5)
        _ = try folder.write(other.read("keyring.json"), to: "keyring.json")
        #expect(opening() == .wrong)
    }

    @Test("a source that is not the one it lies under is told of, with what to do") func sources() throws {
        _ = try file.create(with: standard, at: 5)
        let phrase = try folder.write(Array("a passphrase of some length".utf8), to: "phrase")
        #expect(opening(.passphrase(Passphrase(.file(phrase), asking: ""))) == .sourceDiffers)
        #expect(opening(.vault(BrokenVault())) == .sourceDiffers)
    }

    @Test("under a vault it opens as long as that unwraps, and with the key itself") func vault() throws {
        let vault = MirrorVault()
        let ring = try file.create(with: .vault(vault), at: 5)
        let (same, master) = try file.open(with: .vault(vault))
        #expect(same.fingerprint == ring.fingerprint)
        #expect(opening(.vault(BrokenVault())) == .commandFailed)
        try master.create(file: folder.path + "/combined.key")
        #expect(opening(.file(folder.path + "/combined.key")) == nil)
        #expect(try folder.names == ["combined.key", "keyring.json"])
    }

    // MARK: The change of the master key

    private struct Cut: Error {}

    @Test("cut off after any step of a change, it opens: under the old key or the new, never neither")
    func steps() throws {
        for step in KeyRingFile.Step.allCases {
            let ring = try file.create(with: standard, at: 5)
            let before = try folder.read("master.key")
            #expect(throws: Cut.self) {
                try file.move(ring, from: standard, to: standard) { if $0 == step { throw Cut() } }
            }
            #expect(opening() == nil, "\(step)")
            try file.settle(standard)
            #expect(opening() == nil, "\(step)")
            #expect(try folder.names == ["keyring.json", "master.key"], "\(step)")
            #expect(try (folder.read("master.key") == before) == (step == .masterDrawn), "\(step)")
        }
    }

    @Test("cut off between destroying the old file and naming the new, it opens") func lastStep() throws {
        let ring = try file.create(with: standard, at: 5)
        #expect(throws: Cut.self) {
            try file.move(ring, from: standard, to: standard) { if $0 == .ringMoved { throw Cut() } }
        }
        try FileManager.default.removeItem(atPath: folder.path + "/master.key")
        #expect(opening() == nil)
        try file.settle(standard)
        #expect(opening() == nil)
        #expect(try folder.names == ["keyring.json", "master.key"])
    }

    @Test("after a change the old key opens nothing, and from a file to a passphrase no file is left") func moved()
        throws
    {
        let ring = try file.create(with: standard, at: 5)
        let old = try folder.write(folder.read("master.key"), to: "old.key")
        try file.move(ring, from: standard, to: standard)
        #expect(opening(.file(old)) == .wrong)
        let phrase = try folder.write(Array("a passphrase of some length".utf8), to: "phrase")
        try file.move(ring, from: standard, to: .passphrase(Passphrase(.file(phrase), asking: "")))
        #expect(try folder.names == ["keyring.json", "old.key", "phrase"])
        #expect(opening(.passphrase(Passphrase(.file(phrase), asking: ""))) == nil)
    }
}

/// Wraps by turning every bit.
private struct MirrorVault: KeyVault {
    func wrap(_ key: MasterKey) -> [UInt8] { key.withBytes { $0.map { ~$0 } } }

    func unwrap(_ wrapped: [UInt8]) throws(KeyError) -> MasterKey {
        try MasterKey(SecretBytes(copying: wrapped.map { ~$0 }))
    }
}

private struct BrokenVault: KeyVault {
    func wrap(_ key: MasterKey) throws(KeyError) -> [UInt8] {
        throw KeyError(.commandFailed, at: "vault", remedy: "none")
    }

    func unwrap(_ wrapped: [UInt8]) throws(KeyError) -> MasterKey {
        throw KeyError(.commandFailed, at: "vault", remedy: "none")
    }
}
