import Foundation
import TacitSeal
import Testing

@Suite("A collector's signing key stays the same, sealed in its folder under the master key")
struct SigningKeyFileTests {
    private let folder: TemporaryFolder
    private let master: MasterKey
    private var path: String { folder.path + "/signing.key" }

    init() throws {
        folder = try TemporaryFolder()
        master = try MasterKey(file: folder.path + "/master.key", creating: true)
    }

    private func read(creating: Bool = false) throws -> SigningKey {
        try SigningKey(file: path, master: master, creating: creating)
    }

    @Test("it is made once, is the owner's alone, and signs the same way when it is read again") func again() throws {
        let key = try read(creating: true)
        #expect(try folder.mode(of: "signing.key") == 0o600)
        let text = SignedText("tacit receipt 1")
        let (first, second) = (try read(creating: true), try read())
        #expect(first.verifyingKey == key.verifyingKey && second.verifyingKey == key.verifyingKey)
        try key.verifyingKey.verify(second.sign(text), of: text)
    }

    @Test("under another master key, cut or altered it is refused, and never replaced") func refused() throws {
        _ = try read(creating: true)
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        func code(_ master: MasterKey) -> KeyError.Code? {
            do {
                _ = try SigningKey(file: path, master: master, creating: true)
                return nil
            } catch {
                return (error as? KeyError)?.code
            }
        }
        let other = try MasterKey(file: folder.path + "/other.key", creating: true)
        #expect(code(other) == .damaged)
        for place in [0, 4, 40, 70, content.count - 1] {
            var altered = content
            altered[place] ^= 1
            try altered.write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(code(master) == .damaged)
        }
        try content.dropLast().write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(code(master) == .damaged)
    }
}
