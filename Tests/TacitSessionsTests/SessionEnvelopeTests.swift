import Foundation
import TacitSeal
import Testing

@testable import TacitSessions

@Suite("A session's envelope")
struct SessionEnvelopeTests {
    private let header = SessionEnvelope.Header(createdAt: start, expiresAt: start + 3600, idle: 600)

    private func sealed(_ keys: borrowing SessionKeys, _ text: String = "what is planted") throws -> [UInt8] {
        try Array(text.utf8).withUnsafeBytes { try SessionEnvelope.seal($0, header, with: keys) }
    }

    private func opens(_ envelope: [UInt8], _ keys: borrowing SessionKeys) -> Bool {
        SessionEnvelope.open(envelope, with: keys) != nil
    }

    @Test("opens with its key, and says when it ends")
    func opens() throws {
        let keys = realm.keys(of: .random())
        let envelope = try sealed(keys)
        let result = SessionEnvelope.open(envelope, with: keys)
        let opened = try #require(result)
        #expect(opened.header == header)
        #expect(opened.plaintext == Data("what is planted".utf8))
    }

    @Test("does not open once a bit of it has changed, whichever, its times included")
    func flippedBits() throws {
        let keys = realm.keys(of: .random())
        let envelope = try sealed(keys)
        for place in envelope.indices {
            for bit in 0..<8 {
                var changed = envelope
                changed[place] ^= 1 << bit
                let isOpen = opens(changed, keys)
                #expect(!isOpen, "byte \(place), bit \(bit)")
            }
        }
    }

    @Test("does not open cut short, nor with more behind it")
    func cut() throws {
        let keys = realm.keys(of: .random())
        let envelope = try sealed(keys)
        for count in 0..<envelope.count {
            let isOpen = opens(Array(envelope.prefix(count)), keys)
            #expect(!isOpen)
        }
        let isOpen = opens(envelope + [0], keys)
        #expect(!isOpen)
    }

    @Test("does not open in the place of another, nor with the key of another")
    func swapped() throws {
        let first = realm.keys(of: .random())
        let second = realm.keys(of: .random())
        let isOpenWithOther = opens(try sealed(first), second)
        #expect(!isOpenWithOther)
        // The right key at a wrong place.
        let moved = SessionKeys(
            id: second.id,
            key: first.key.withBytes { bytes in
                SecretPoolSample.pool.secret { $0.copyMemory(from: bytes) }
            })
        let isOpenElsewhere = opens(try sealed(first), moved)
        #expect(!isOpenElsewhere)
    }

    @Test("of the same content is never the same twice, and ends differently each time")
    func fresh() throws {
        let keys = realm.keys(of: .random())
        var envelopes: [[UInt8]] = []
        for _ in 0..<500 { envelopes.append(try sealed(keys)) }
        #expect(Set(envelopes).count == 500)
        #expect(Set(envelopes.map { Array($0.suffix(StoredSession.markSize)) }).count == 500)
        #expect(
            Set(envelopes.map { Array($0[SessionEnvelope.headerSize..<SessionEnvelope.headerSize + 12]) }).count == 500)
    }

    @Test("is dead at its end, and a day after its making at the latest, whatever it says")
    func ends() {
        #expect(header.isAlive(at: start + 3599))
        #expect(!header.isAlive(at: start + 3600))
        let long = SessionEnvelope.Header(createdAt: start, expiresAt: start + 90_000, idle: 0)
        #expect(!long.isAlive(at: start))
    }
}

private enum SecretPoolSample {
    static let pool = SecretPool(size: 32)
}
