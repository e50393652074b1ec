import Foundation
import TacitSeal
import Testing

@Suite("A key ring wraps keys by generations, and none opens with another")
struct KeyRingTests {
    private let ring = KeyRing(at: 100)
    private let context = Array("window day 5".utf8)

    private func wrap(_ ring: KeyRing, _ byte: UInt8 = 9) throws -> Data {
        try [UInt8](repeating: byte, count: 32).withUnsafeBytes {
            try ring.wrap($0, context: context, for: .windowKeys)
        }
    }

    private func unwrapped(_ wrapped: Data, _ ring: KeyRing) throws -> [UInt8] {
        let key = try ring.unwrap(wrapped, context: context, for: .windowKeys)
        return key.withBytes { Array($0) }
    }

    private func code(_ body: () throws -> Void) -> SealError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SealError)?.code
        }
    }

    @Test("what was wrapped opens in its place, and says by which generation") func opens() throws {
        let wrapped = try wrap(ring)
        #expect(wrapped.count == 32 + KeyRing.overhead && KeyRing.generation(of: wrapped) == 1)
        #expect(try unwrapped(wrapped, ring) == [UInt8](repeating: 9, count: 32))
        #expect(try wrap(ring) != wrapped)
    }

    @Test("in another place, for another purpose, under another ring, or with one bit altered it does not")
    func refused()
        throws
    {
        let wrapped = try wrap(ring)
        #expect(code { _ = try ring.unwrap(wrapped, context: [1], for: .windowKeys) } == .unopened)
        #expect(code { _ = try ring.unwrap(wrapped, context: context, for: .signing) } == .unopened)
        #expect(code { _ = try unwrapped(wrapped, KeyRing(at: 100)) } == .unopened)
        for place in 0..<wrapped.count {
            var altered = wrapped
            altered[place] ^= 1
            #expect(code { _ = try unwrapped(altered, ring) } == (place < 4 ? .keyUnknown : .unopened))
        }
        for count in 0...KeyRing.overhead {
            #expect(code { _ = try unwrapped(wrapped.prefix(count), ring) } == .malformed)
        }
    }

    @Test("a next generation wraps the same key anew; without the past one the old wrapping opens nothing") func next()
        throws
    {
        let wrapped = try wrap(ring)
        let next = ring.adding(at: 200)
        #expect(next.current.number == 2 && next.current.made == 200 && next.fingerprint == ring.fingerprint)
        #expect(try unwrapped(wrapped, next) == unwrapped(wrapped, ring))
        let again = try #require(try next.rewrapped(wrapped, context: context, for: .windowKeys))
        #expect(KeyRing.generation(of: again) == 2)
        #expect(try next.rewrapped(again, context: context, for: .windowKeys) == nil)
        let last = next.withoutPast
        #expect(try unwrapped(again, last) == [UInt8](repeating: 9, count: 32))
        #expect(code { _ = try unwrapped(wrapped, last) } == .keyUnknown)
        #expect(last.codes(for: .ledger).code(of: [1]) == ring.codes(for: .ledger).code(of: [1]))
    }

    @Test("as bytes it is the same again, and bytes that are none are refused") func bytes() throws {
        let ring = ring.adding(at: 200)
        let read = KeyRing(ring.secret)
        let same = try #require(read)
        #expect(same.fingerprint == ring.fingerprint && same.generations.map(\.number) == [1, 2])
        #expect(same.generations.map(\.made) == [100, 200])
        #expect(same.generations.map(\.key.fingerprint) == ring.generations.map(\.key.fingerprint))
        let bytes = ring.secret.withBytes { Array($0) }
        for count in 1..<bytes.count where count != 32 + 44 {
            #expect(self.ring(of: bytes[..<count]) == nil)
        }
        // The same generation twice.
        #expect(self.ring(of: bytes[..<76] + bytes[32..<76]) == nil)
    }

    private func ring(of bytes: ArraySlice<UInt8>) -> KeyRing? {
        let secret = SecretBytes(copying: Array(bytes))
        return KeyRing(secret)
    }

    @Test("nothing that it says of itself is a key of it") func silence() {
        let secret = ring.secret.withBytes { Hex.text($0) }
        let said = "\(ring) \(ring.current) \(ring.fingerprint) \(ring.current.key.fingerprint) "
        for place in stride(from: 0, to: secret.count - 16, by: 2) {
            let start = secret.index(secret.startIndex, offsetBy: place)
            #expect(!said.contains(secret[start..<secret.index(start, offsetBy: 16)]))
        }
        #expect(ring.fingerprint.count == 16 && ring.fingerprint != ring.current.key.fingerprint)
    }
}
