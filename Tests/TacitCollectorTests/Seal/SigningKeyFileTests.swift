import Foundation
import TacitSeal
import TestHarness
import Testing

@Suite("A collector's signing key stays the same, sealed in its folder under the key ring")
struct SigningKeyFileTests {
    private let folder: TemporaryFolder
    private let ring = KeyRing(at: 1)
    private var path: String { folder.path + "/signing.key" }

    init() throws { folder = try TemporaryFolder() }

    private func read(creating: Bool = false) throws -> SigningKey {
        try SigningKey(file: path, ring: ring, creating: creating)
    }

    @Test("it is made once, is the owner's alone, and signs the same way when it is read again") func again() throws {
        let key = try read(creating: true)
        #expect(try folder.mode(of: "signing.key") == 0o600)
        let text = SignedText("tacit receipt 1")
        let (first, second) = (try read(creating: true), try read())
        #expect(first.verifyingKey == key.verifyingKey && second.verifyingKey == key.verifyingKey)
        try key.verifyingKey.verify(second.sign(text), of: text)
    }

    @Test("under another key ring, cut or altered it is refused, and never replaced") func refused() throws {
        _ = try read(creating: true)
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        func code(_ ring: KeyRing) -> KeyError.Code? {
            do {
                _ = try SigningKey(file: path, ring: ring, creating: true)
                return nil
            } catch {
                return (error as? KeyError)?.code
            }
        }
        #expect(code(KeyRing(at: 1)) == .damaged)
        for place in [0, 4, 40, 70, content.count - 1] {
            var altered = content
            altered[place] ^= 1
            try altered.write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(code(ring) == .damaged)
        }
        try content.dropLast().write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(code(ring) == .damaged)
    }

    @Test("a next generation takes over, and the key stays; the one before opens it no more") func rewrapped() throws {
        let key = try read(creating: true)
        let next = ring.adding(at: 2)
        #expect(try SigningKey.rewrap(path, with: next))
        #expect(try !SigningKey.rewrap(path, with: next))
        #expect(try SigningKey(file: path, ring: next.withoutPast, creating: false).verifyingKey == key.verifyingKey)
        #expect(throws: KeyError.self) { try read() }
        #expect(try folder.mode(of: "signing.key") == 0o600)
    }
}
