import Foundation
import TacitSeal
import Testing

@Suite("A sealed batch opens for its collector alone, unaltered, and only as long as the key lives")
struct SealedBatchTests {
    private static let key = try! SealingKey()
    private static let content = Data("what was measured".utf8)

    private func sealed() throws -> SealedBatch {
        try SealedBatch(sealing: Self.content, id: batchID, to: Self.key.publicKey)
    }

    @Test("what was sealed comes out, and its identity with it") func roundTrip() throws {
        let batch = try SealedBatch(try sealed().bytes)
        #expect(batch.id == batchID && batch.keyID == Self.key.publicKey.id)
        #expect(try Self.key.open(batch) == Self.content)
        #expect(batch.bytes.count == Self.content.count + SealedBatch.overhead)
        #expect(batch.bytes.prefix(4) == Data("TSB1".utf8))
    }

    @Test("two batches of the same bytes have nothing in common behind their headers") func fresh() throws {
        let (first, second) = (try sealed(), try sealed())
        #expect(first.encapsulatedKey != second.encapsulatedKey && first.ciphertext != second.ciphertext)
        #expect(first.bytes.range(of: Self.content) == nil)
    }

    @Test("a changed bit in any part keeps it shut") func tampering() throws {
        let bytes = try sealed().bytes
        // Each byte of the header, the ends and some of the middle of the encapsulated key, the whole ciphertext and tag.
        let places = Array(0..<28) + stride(from: 28, to: 1148, by: 97) + [1147] + Array(1148..<bytes.count)
        for place in places {
            var altered = bytes
            altered[place] ^= 1
            let code = SealError.code { _ = try Self.key.open(SealedBatch(altered)) }
            let expected: SealError.Code =
                switch place {
                case 0..<4: .malformed
                case 4..<12: .keyUnknown
                default: .unopened
                }
            #expect(code == expected, "byte \(place)")
        }
    }

    @Test("what is cut short is refused before any key is asked", arguments: [0, 3, 4, 28, 1148, 1163])
    func short(count: Int) throws {
        let bytes = try sealed().bytes
        #expect(SealError.code { _ = try SealedBatch(bytes.prefix(count)) } == .malformed)
    }

    @Test("a slice of a larger buffer is read like any bytes") func slice() throws {
        let bytes = try sealed().bytes
        let batch = try SealedBatch((Data([1, 2, 3]) + bytes).dropFirst(3))
        #expect(batch.bytes == bytes)
        #expect(try Self.key.open(batch) == Self.content)
    }

    @Test("another key does not open it, even where it claims to be meant") func wrongKey() throws {
        let other = try SealingKey()
        #expect(SealError.code { _ = try other.open(sealed()) } == .keyUnknown)
        var bytes = try sealed().bytes
        bytes.replaceSubrange(4..<12, with: other.publicKey.id)
        #expect(SealError.code { _ = try other.open(SealedBatch(bytes)) } == .unopened)
    }

    @Test("an error shows nothing of the batch") func silent() throws {
        var bytes = try sealed().bytes
        bytes[bytes.count - 1] ^= 1
        let error = #expect(throws: SealError.self) { try Self.key.open(SealedBatch(bytes)) }
        #expect(error?.description.contains(batchID.hex) == false)
    }
}

@Suite("Sealing keys are offered for a period, open for one more, and are gone then")
struct SealingKeysTests {
    @Test("a batch sealed to the key before opens; to the one before that no more") func rotation() throws {
        var keys = SealingKeys(period: 100)
        #expect(try keys.rotate(now: 1000))
        let first = try #require(keys.offered.first)
        #expect(first.notAfter == 1200)
        let batch = try SealedBatch(sealing: [1, 2, 3], id: batchID, to: first.key)
        #expect(try !keys.rotate(now: 1099))
        #expect(try keys.rotate(now: 1100))
        #expect(keys.offered.map(\.notAfter) == [1300, 1200])
        #expect(try keys.key(batch.keyID, now: 1199).open(batch) == Data([1, 2, 3]))
        #expect(SealError.code { _ = try keys.key(batch.keyID, now: 1200) } == .keyUnknown)
        #expect(try keys.rotate(now: 1200))
        #expect(keys.offered.map(\.notAfter) == [1400, 1300])
        #expect(!keys.offered.map(\.key).contains(first.key))
    }

    @Test("after a long sleep there is one key, and none of the old") func sleep() throws {
        var keys = SealingKeys(period: 100)
        try keys.rotate(now: 0)
        let old = keys.offered.map(\.key)
        #expect(try keys.rotate(now: 10_000))
        #expect(keys.offered.count == 1 && !old.contains(keys.offered[0].key))
    }

    @Test("a destroyed key's memory is gone with its last holder") func destroyed() throws {
        var keys = SealingKeys(period: 100)
        try keys.rotate(now: 0)
        weak let key = try keys.key(keys.offered[0].key.id, now: 0)
        #expect(key != nil)
        try keys.rotate(now: 200)
        #expect(key == nil)
    }
}

@Suite("A batch's identity has one spelling")
struct BatchIDTests {
    @Test("hexadecimal and bytes lead back to it") func spelling() {
        #expect(batchID.hex == "000102030405060708090a0b0c0d0e0f")
        #expect(batchID.bytes == Array(0..<16))
        #expect(BatchID(batchID.bytes) == batchID)
        #expect(BatchID.random() != BatchID.random())
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "00", "000102030405060708090a0b0c0d0e0", "000102030405060708090A0B0C0D0E0F",
            "000102030405060708090a0b0c0d0e0f00", "g00102030405060708090a0b0c0d0e0f",
            " 00102030405060708090a0b0c0d0e0f",
        ])
    func refused(text: String) { #expect(BatchID(hex: text) == nil) }
}
