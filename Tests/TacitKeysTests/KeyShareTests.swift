import Foundation
import TacitSeal
import Testing

@testable import TacitKeys

@Suite("Shares of a key: enough make it again, and one that does not belong is named")
struct KeyShareTests {
    private let key = MasterKey()

    private func code(_ shares: [KeyShare]) -> (code: KeyError.Code, place: String)? {
        do throws(KeyError) {
            _ = try KeyShare.combine(shares.map { ("share \($0.number)", $0) })
            return nil
        } catch {
            for share in shares { #expect(!"\(error)".contains(share.part)) }
            return (error.code, error.place)
        }
    }

    @Test("the field is AES's: FIPS 197's example, the laws, and an inverse for everything but zero") func field() {
        #expect(Field256.product(0x57, 0x83) == 0xC1 && Field256.product(0x57, 0x13) == 0xFE)
        for a in UInt8.min...UInt8.max {
            #expect(Field256.product(a, Field256.inverse(a)) == (a == 0 ? 0 : 1))
            for b in stride(from: UInt8.min, to: 250, by: 7) {
                #expect(Field256.product(a, b) == Field256.product(b, a))
                let sum = Field256.product(a, b ^ 0x1D)
                #expect(sum == Field256.product(a, b) ^ Field256.product(a, 0x1D))
            }
        }
    }

    @Test("any k of n make the key, for all k ≤ n ≤ 10; fewer are told how many it takes") func all() throws {
        for count in 1...10 {
            for threshold in 1...count {
                let shares = KeyShare.split(key, threshold: threshold, shares: count)
                #expect(Set(shares.map(\.number)) == Set(1...count))
                for _ in 0..<4 {
                    let some = shares.shuffled().prefix(threshold)
                    let made = try KeyShare.combine(some.map { ("", $0) })
                    #expect(made.fingerprint == key.fingerprint)
                }
                let all = try KeyShare.combine(shares.map { ("", $0) })
                #expect(all.withBytes { Array($0) } == key.withBytes { Array($0) })
                if threshold > 1 { #expect(code(Array(shares.prefix(threshold - 1)))?.code == .sharesTooFew) }
            }
        }
    }

    @Test("with one missing, every key is as likely: what a byte would be takes all values") func secrecy() throws {
        // A share less than the threshold, and every value that the missing one could have, gives every value of the key's byte.
        let shares = KeyShare.split(key, threshold: 2, shares: 2)
        let first = try #require(Hex.bytes(shares[0].part))[0]
        let factor = { (x: UInt8, other: UInt8) in Field256.product(other, Field256.inverse(other ^ x)) }
        let made = Set(
            (UInt8.min...UInt8.max).map { second in
                Field256.product(factor(1, 2), first) ^ Field256.product(factor(2, 1), second)
            })
        #expect(made.count == 256)
    }

    @Test("the same share twice counts once") func repeated() {
        let shares = KeyShare.split(key, threshold: 2, shares: 3)
        #expect(code([shares[0], shares[0]])?.code == .sharesTooFew)
    }

    @Test("an altered share is named, whatever of it was altered") func altered() throws {
        let shares = KeyShare.split(key, threshold: 2, shares: 3)
        let text = String(decoding: try JSONEncoder().encode(shares[1]), as: UTF8.self)
        let digest = shares[1].digests[2]
        for (from, to) in [
            (shares[1].part, flipped(shares[1].part)), (digest, flipped(digest)), ("\"number\":2", "\"number\":3"),
            ("\"number\":2", "\"number\":9"), ("\"threshold\":2", "\"threshold\":1"),
            (key.fingerprint, flipped(key.fingerprint)),
            ("\"format\":1", "\"format\":2"), (shares[1].set, flipped(shares[1].set)),
        ] {
            let altered = try JSONDecoder().decode(KeyShare.self, from: Data(text.replacing(from, with: to).utf8))
            #expect(altered != shares[1])
            let found = code([shares[0], altered])
            #expect(found?.code == .shareAltered && found?.place == "share \(altered.number)", "\(from)")
        }
    }

    @Test("one of another set, of the same key too, is named") func mixed() {
        let shares = KeyShare.split(key, threshold: 2, shares: 3)
        let others = KeyShare.split(key, threshold: 2, shares: 3)
        let found = code([shares[0], others[1]])
        #expect(found?.code == .shareForeign && found?.place == "share 2")
    }

    private func flipped(_ digits: String) -> String { (digits.first == "0" ? "1" : "0") + digits.dropFirst() }
}
