import TacitSeal
import TestHarness
import Testing

@testable import TacitSessions

@Suite("A session's token")
struct SessionTokenTests {
    private static let body = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_" + "xPRCs"
    private static let text = SessionToken.prefix + body

    @Test("stands for one place and one key, by the labels of HKDF-SHA256 (worked out with another implementation)")
    func vector() throws {
        guard let token = SessionToken(Self.text) else { throw Failed(what: "the token") }
        let text = token.text
        #expect(text == Self.text)
        let keys = realm.keys(of: token)
        let id = keys.id
        #expect(id.hex == "37cbe50040a7c231f27202293b747d51")
        let key = keys.key.withBytes { Hex.text($0) }
        #expect(key == "be9bb81c302b636792bd8ee5789b06b025fffe95137588ab1840a57dcaf36e22")
    }

    @Test("is another each time, and reads back")
    func fresh() {
        var texts: Set<String> = []
        for _ in 0..<1000 {
            let token = SessionToken.random()
            texts.insert(token.text)
            guard let read = SessionToken(token.text) else {
                Issue.record("a token does not read back")
                return
            }
            let ids = [realm.keys(of: read).id, realm.keys(of: token).id]
            #expect(ids[0] == ids[1])
        }
        #expect(texts.count == 1000)
    }

    @Test("with one wrong letter is no token, wherever it is")
    func flippedLetters() {
        let letters = Array(Self.text)
        for place in letters.indices {
            for other in ["A", "b", "7", "_", "-", "=", "é"] where String(letters[place]) != other {
                var wrong = letters
                wrong[place] = Character(other)
                let isToken = SessionToken(String(wrong)) != nil
                // 2^-32 of all changes keep the checksum; none of these.
                #expect(!isToken, "letter \(place)")
            }
        }
    }

    @Test(
        "cut short, made longer or of another kind is no token",
        arguments: [
            "", " ", "tacit-session_", body, text.uppercased(), text + "A", text + "AAAA", text + "=", " " + text,
            text + "\n",
            "tacit-session_" + String(repeating: "A", count: 48), String(repeating: "A", count: 62),
            "tacit-session_" + String(repeating: "é", count: 24), String(text.dropLast()), String(text.dropLast(4)),
            "Bearer " + text, String(repeating: "A", count: 100_000),
        ])
    func malformed(_ text: String) {
        let isToken = SessionToken(text) != nil
        #expect(!isToken)
    }

    @Test("of another realm has another place and another key")
    func otherRealm() {
        let token = SessionToken.random()
        let ours = realm.keys(of: token)
        let theirs = SessionRealm("other").keys(of: token)
        let ids = [ours.id, theirs.id]
        #expect(ids[0] != ids[1])
        let keys = [ours.key.withBytes { Hex.text($0) }, theirs.key.withBytes { Hex.text($0) }]
        #expect(keys[0] != keys[1])
    }
}

@Suite("A pool of secrets")
struct SecretPoolTests {
    @Test("wipes a secret as it goes, and lends its place again as zeros")
    func wipes() {
        let pool = SecretPool(size: 32)
        do {
            let secret = pool.secret { $0.copyBytes(from: repeatElement(7, count: 32)) }
            let isWritten = secret.withBytes { $0.allSatisfy { $0 == 7 } }
            #expect(isWritten)
            #expect(pool.used == 1)
        }
        #expect(pool.used == 0)
        let next = pool.secret { _ in }
        let isZero = next.withBytes { $0.allSatisfy { $0 == 0 } }
        #expect(isZero)
    }

    @Test("never lends one place twice, from many threads at once")
    func concurrent() async {
        let pool = SecretPool(size: 32)
        let isIntact = await withTaskGroup(of: Bool.self) { group in
            for task in UInt8(0)..<8 {
                group.addTask {
                    (0..<2000).allSatisfy { _ in
                        let secret = pool.secret { $0.copyBytes(from: repeatElement(task, count: 32)) }
                        return secret.withBytes { $0.allSatisfy { $0 == task } }
                    }
                }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(isIntact)
        #expect(pool.used == 0)
    }
}
