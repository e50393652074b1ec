import Foundation
import TacitCatalog
import TacitSeal
import TacitStores
import TestHarness
import Testing

@Suite("The deletion log: a chain of signed certificates in which no line can be altered unnoticed")
struct DeletionLogTests {
    private let folder: TemporaryFolder
    private let log: DeletionLog
    private let key: SigningKey
    private var keys: [VerifyingKey] { [key.verifyingKey] }

    init() throws {
        folder = try TemporaryFolder()
        log = DeletionLog(in: folder.path)
        key = try SigningKey()
    }

    private func deletion(_ number: Int64) -> Deletion {
        Deletion(
            .exact, dataClass: "aggregates", metric: "feature.uses", length: .day,
            span: number * 86400..<(number + 1) * 86400, records: 1, keys: 1,
            fingerprint: String(repeating: "ab", count: 32))
    }

    @discardableResult
    private func append(_ count: Int, signedBy key: SigningKey? = nil) throws -> [DeletionCertificate] {
        try (0..<count).map {
            try log.append(
                Deletions([deletion(Int64($0))], for: .retention), at: 100 + Int64($0), signedBy: key ?? self.key)
        }
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: log.path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String], tail: String = "") throws {
        let text = lines.map { $0 + "\n" }.joined() + tail
        try Data(text.utf8).write(to: URL(fileURLWithPath: log.path))
    }

    private func faults(head: DeletionLog.Head? = nil) throws -> [String] {
        try log.verify(trusting: keys, head: head).faults.map { "\($0.code) \($0.line)" }
    }

    @Test("what is appended is read back, numbered and sound, and the file is the owner's alone") func sound() throws {
        #expect(try log.read().lines.isEmpty)
        #expect(try log.verify(trusting: keys).holds)
        let written = try append(3)
        #expect(try log.read().entries == written)
        #expect(written.map(\.number) == [1, 2, 3])
        #expect(written.map { $0.signing != nil } == [true, false, false])
        let check = try log.verify(trusting: keys, head: DeletionLog.Head(written[2]))
        #expect(check.holds && check.lines == 3 && !check.isTorn)
        #expect(try folder.mode(of: DeletionLog.name) == 0o600)
    }

    @Test("every field of a line is signed: an altered one is named by its number, and no other is blamed")
    func altered() throws {
        try append(4)
        let sound = try lines()
        for (old, new) in [
            (#""records":1"#, #""records":2"#), (#""at":101"#, #""at":102"#), ("feature.uses", "feature.used"),
            (#""reason":"retention""#, #""reason":"purge""#), (#""kind":"exact""#, #""kind":"totals""#),
            (#""class":"aggregates""#, #""class":"detail""#), (#""length":"day""#, #""length":"hour""#),
            (#""from":86400"#, #""from":86399"#), (#""to":172800"#, #""to":172801"#), (#""keys":1"#, #""keys":0"#),
            (#""fingerprint":"ab"#, #""fingerprint":"cd"#), (#""number":2"#, #""number":3"#),
        ] {
            var lines = sound
            lines[1] = lines[1].replacing(old, with: new)
            #expect(lines[1] != sound[1], "\(old)")
            try write(lines)
            #expect(try faults() == ["deletions.altered 2"], "\(old)")
        }
    }

    @Test("a line needs both signatures: one that is broken is enough") func both() throws {
        try append(2)
        let sound = try lines()
        for field in ["ed25519", "ml_dsa_65"] {
            let certificate = try DeletionCertificate(json: Data(sound[1].utf8))
            var parts = ["ed25519": certificate.signature.ed25519, "ml_dsa_65": certificate.signature.mlDSA65]
            let before = try #require(parts[field])
            parts[field]?[10] ^= 1
            let after = try #require(parts[field])
            let broken = sound[1].replacing(before.base64EncodedString(), with: after.base64EncodedString())
            #expect(broken != sound[1])
            try write([sound[0], broken])
            #expect(try faults() == ["deletions.altered 2"], "\(field)")
        }
    }

    @Test("lines that are removed, swapped, repeated, or no certificates at all are named") func broken() throws {
        try append(4)
        let sound = try lines()
        try write([sound[0], sound[2], sound[3]])
        #expect(try faults() == ["deletions.broken 2"])
        try write([sound[0], sound[2], sound[1], sound[3]])
        #expect(try faults() == ["deletions.broken 2", "deletions.broken 4"])
        try write([sound[0], sound[1], sound[1], sound[2], sound[3]])
        #expect(try faults() == ["deletions.broken 3"])
        try write([sound[0], "{}", sound[2], sound[3]])
        #expect(try faults() == ["deletions.malformed 2"])
    }

    /// The story: the first line brings the key that signed all others. Without it each of them was said to be another key's.
    @Test("a first line that is gone or damaged is the one that is named, and the others are checked all the same")
    func first() throws {
        try append(4)
        let sound = try lines()
        try write(Array(sound.dropFirst()))
        #expect(try faults() == ["deletions.broken 1"])
        let remedy = try log.verify(trusting: keys).faults.first?.remedy
        #expect(remedy?.hasPrefix("what stood before it is missing") == true)
        try write(["{}"] + sound.dropFirst())
        #expect(try faults() == ["deletions.malformed 1"])
        try write(["{}", sound[1], sound[2].replacing(#""records":1"#, with: #""records":2"#), sound[3]])
        #expect(try faults() == ["deletions.malformed 1", "deletions.altered 3"])
    }

    @Test("a number that somebody altered is not counted on") func number() throws {
        try append(2)
        let sound = try lines()
        for number in [Int.max, Int.min, -5] {
            try write([sound[0], sound[1].replacing(#""number":2"#, with: "\"number\":\(number)")])
            #expect(try append(1).map(\.number) == [3])
            #expect(try faults() == ["deletions.altered 2"])
        }
    }

    @Test("what was cut off at the end is missed by who knows where it ended") func cut() throws {
        try append(3)
        let head = DeletionLog.Head(try #require(try log.read().entries.last))
        let sound = try lines()
        try write(Array(sound.prefix(2)))
        #expect(try faults() == [])
        #expect(try faults(head: head) == ["deletions.missing 3"])
        try write([])
        #expect(try faults(head: head) == ["deletions.missing 1"])
        try append(4)
        #expect(try faults() == [] && faults(head: head) == ["deletions.missing 3"], "others stand in their place")
        try write(sound)
        try append(1)
        #expect(try faults(head: head) == [], "a log grows")
    }

    @Test("a line that a crash cut short is left out, and goes with the next one") func torn() throws {
        try append(2)
        let sound = try lines()
        for length in [1, 100, sound[1].utf8.count] {
            try write([sound[0]], tail: String(decoding: sound[1].utf8.prefix(length), as: UTF8.self))
            let check = try log.verify(trusting: keys)
            #expect(check.holds && check.isTorn && check.lines == 1)
            try append(1)
            #expect(try log.verify(trusting: keys).holds && log.read().entries.map(\.number) == [1, 2])
        }
    }

    @Test("after an altered or foreign line the log goes on, and only that line is named") func goesOn() throws {
        try append(2)
        let sound = try lines()
        try write([sound[0], "nothing of ours"])
        try append(2)
        #expect(try faults() == ["deletions.malformed 2"])
        #expect(try log.read().entries.map(\.number) == [1, 3, 4])
    }

    @Test("a certificate of another key is not taken for one of the collector's") func otherKey() throws {
        try append(1)
        let other = try SigningKey()
        try append(1, signedBy: other)
        try append(1)
        #expect(try faults() == ["deletions.untrusted 2"])
        #expect(try log.verify(trusting: keys + [other.verifyingKey]).holds)
    }

    @Test("two that append at once both get their line") func concurrent() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<16 { group.addTask { _ = try? append(1) } }
        }
        #expect(try log.verify(trusting: keys).holds)
        #expect(try log.read().lines.count == 16)
    }

    @Test("who appends behind a line that it knows is shown what others have added since") func behind() throws {
        let written = try append(3)
        var shown: [[Int]] = []
        for head in [nil, written.first, written.last].map({ $0.map(DeletionLog.Head.init) }) {
            let none = try log.append(after: head, signedBy: key) { others in
                shown.append(others.map(\.number))
                return []
            }
            #expect(none.isEmpty)
        }
        #expect(shown == [[1, 2, 3], [2, 3], []])
        let more = try log.append(after: written.last.map(DeletionLog.Head.init), signedBy: key) { _ in
            (7..<9).map { (Deletions([deletion($0)], for: .purge), 200) }
        }
        #expect(more.map(\.number) == [4, 5])
        #expect(try log.verify(trusting: keys, head: more.last.map(DeletionLog.Head.init)).holds)
    }

    @Test("no fault quotes what stands in a line") func quotesNothing() throws {
        try write([#"{"format":1,"metric":"planted-value"}"#, "planted-value"])
        for fault in try log.verify(trusting: keys).faults {
            #expect(!fault.description.contains("planted") && fault.description.contains("line"))
        }
    }

    @Test("a fingerprint names keys in any order, and is of no use to find them") func fingerprint() {
        func fingerprint(_ keys: [[UInt8]]) -> String? {
            var fingerprint = KeyFingerprint()
            for key in keys { fingerprint.add(key) }
            return fingerprint.text
        }
        #expect(fingerprint([]) == nil)
        #expect(fingerprint([[1], [2]]) == fingerprint([[2], [1]]))
        #expect(fingerprint([[1], [2]]) != fingerprint([[1], [3]]))
        #expect(fingerprint([[1]])?.utf8.count == 64)
    }
}
