import Foundation
import TacitKeys
import TacitSeal
import TestHarness
import Testing

@Suite("A passphrase is read where it is needed, locks a key, and is never said")
struct PassphraseTests {
    private let folder: TemporaryFolder
    private static let phrase = "correct horse " + "battery staple"

    init() throws { folder = try TemporaryFolder() }

    private func passphrase(_ text: String, mode: Int = 0o600) throws -> Passphrase {
        Passphrase(.file(try folder.write(Array(text.utf8), to: "passphrase", mode: mode)), asking: "")
    }

    private func lock(_ key: MasterKey) throws -> PassphraseLock {
        try PassphraseLock(of: key, with: passphrase(Self.phrase), cost: 4)
    }

    private func code(_ body: () throws -> Void) -> KeyError.Code? {
        do {
            try body()
            return nil
        } catch {
            #expect(!"\(error)".contains("horse") && !"\(error)".contains("staple"))
            return (error as? KeyError)?.code
        }
    }

    @Test("the same one opens, however its line ends; another does not") func opens() throws {
        let key = MasterKey()
        let lock = try lock(key)
        for ending in ["", "\n", "\r\n", "\nanother line"] {
            let opened = try lock.open(with: passphrase(Self.phrase + ending), at: "here")
            #expect(opened.fingerprint == key.fingerprint)
        }
        let wrong = try passphrase(Self.phrase + "!")
        #expect(code { _ = try lock.open(with: wrong, at: "here") } == .passphraseWrong)
    }

    @Test("a lock with one letter altered, or that would cost all memory, does not open") func altered() throws {
        let lock = try lock(MasterKey())
        let text = String(decoding: try JSONEncoder().encode(lock), as: UTF8.self)
        func opened(_ text: String) throws -> KeyError.Code? {
            let altered = try JSONDecoder().decode(PassphraseLock.self, from: Data(text.utf8))
            let passphrase = try passphrase(Self.phrase)
            return code { _ = try altered.open(with: passphrase, at: "here") }
        }
        #expect(try opened(text) == nil)
        #expect(try opened(text.replacing("\"cost\":4", with: "\"cost\":5")) == .passphraseWrong)
        #expect(try opened(text.replacing("\"cost\":4", with: "\"cost\":40")) == .ringDamaged)
        let salt = try #require(text.firstMatch(of: /"salt":"([0-9a-f]+)"/)).1
        let other = (salt.first == "0" ? "1" : "0") + salt.dropFirst()
        #expect(try opened(text.replacing(salt, with: other)) == .passphraseWrong)
        #expect(try opened(text.replacing(salt, with: "zz")) == .ringDamaged)
    }

    @Test("a file that others may read, or that is empty or missing, is refused; a new one has twelve characters")
    func refused() throws {
        let key = MasterKey()
        let lock = try lock(key)
        let exposed = try passphrase(Self.phrase, mode: 0o644)
        #expect(code { _ = try lock.open(with: exposed, at: "here") } == .exposed)
        let empty = try passphrase("\n")
        #expect(code { _ = try lock.open(with: empty, at: "here") } == .passphraseMissing)
        let missing = Passphrase(.file(folder.path + "/none"), asking: "")
        #expect(code { _ = try lock.open(with: missing, at: "here") } == .passphraseMissing)
        let short = try passphrase("elevenchars")
        #expect(code { _ = try PassphraseLock(of: key, with: short, cost: 4) } == .passphraseShort)
        let long = try passphrase(String(repeating: "x", count: 1025))
        #expect(code { _ = try PassphraseLock(of: key, with: long, cost: 4) } == .damaged)
    }

    /// The story: bytes were counted, so that six letters of Cyrillic or four of Chinese were taken for twelve characters.
    @Test("a new one has twelve characters in any script, and marks on a letter are none of their own")
    func characters() throws {
        func isTaken(_ text: String) throws -> Bool {
            let passphrase = try passphrase(text)
            return code { try KeySource.passphrase(passphrase).prepare() } == nil
        }
        for letter in ["x", "я", "語", "🐚", "e\u{301}", "é"] {
            #expect(try !isTaken(String(repeating: letter, count: 11)))
            #expect(try isTaken(String(repeating: letter, count: 12)))
        }
    }

    @Test("a file that is not there is named, with what to do") func absent() throws {
        let missing = Passphrase(.file(folder.path + "/none"), asking: "")
        let error = #expect(throws: KeyError.self) { try KeySource.passphrase(missing).prepare() }
        #expect(error?.place == folder.path + "/none" && error?.remedy.contains("there is no such file") == true)
    }

    @Test("from a descriptor one line is read, and the next is somebody else's") func descriptor() throws {
        let key = MasterKey()
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("\(Self.phrase)\nanother passphrase\n".utf8))
        let number = pipe.fileHandleForReading.fileDescriptor
        let first = Passphrase(.descriptor(number), asking: "")
        let second = Passphrase(.descriptor(number), asking: "")
        let lock = try PassphraseLock(of: key, with: first, cost: 4)
        // It is read once and used as often as it is needed.
        #expect(try lock.open(with: first, at: "here").fingerprint == key.fingerprint)
        #expect(code { _ = try lock.open(with: second, at: "here") } == .passphraseWrong)
        try pipe.fileHandleForWriting.close()
        let third = Passphrase(.descriptor(number), asking: "")
        #expect(code { _ = try lock.open(with: third, at: "here") } == .passphraseMissing)
    }

    @Test("a descriptor that nobody writes to is not waited for without end") func silence() throws {
        let pipe = Pipe()
        let lock = try lock(MasterKey())
        let silent = Passphrase(.descriptor(pipe.fileHandleForReading.fileDescriptor), asking: "", patience: 0)
        #expect(code { _ = try lock.open(with: silent, at: "here") } == .passphraseMissing)
    }
}
