import Foundation
import TacitSeal
import Testing

@Suite("A signature counts only where both of its halves are of the same bytes and key")
struct SignatureTests {
    @Test("what a collector signed verifies") func valid() throws {
        let receipt = try receipt()
        try receipt.verify(by: signer.verifyingKey)
        try Receipt(json: receipt.json).verify(by: signer.verifyingKey)
    }

    @Test("one half of another key or of other bytes is refused") func halves() throws {
        let text = try receipt().signedText
        let (good, other) = (try signer.sign(text), try stranger.sign(text))
        let elsewhere = try signer.sign(SignedText("tacit collector keys 1"))
        for wrong in [other, elsewhere] {
            for signature in [
                DualSignature(ed25519: good.ed25519, mlDSA65: wrong.mlDSA65),
                DualSignature(ed25519: wrong.ed25519, mlDSA65: good.mlDSA65),
            ] {
                #expect(
                    SealError.code { try signer.verifyingKey.verify(signature, of: text) } == .signatureInvalid)
            }
        }
        try signer.verifyingKey.verify(good, of: text)
    }

    @Test("a changed bit or a missing half is refused") func altered() throws {
        let text = try receipt().signedText
        let good = try signer.sign(text)
        for place in [0, 31, 32, 63] {
            var half = good.ed25519
            half[place] ^= 1
            let signature = DualSignature(ed25519: half, mlDSA65: good.mlDSA65)
            #expect(SealError.code { try signer.verifyingKey.verify(signature, of: text) } == .signatureInvalid)
        }
        for place in [0, 1000, 3308] {
            var half = good.mlDSA65
            half[place] ^= 1
            let signature = DualSignature(ed25519: good.ed25519, mlDSA65: half)
            #expect(SealError.code { try signer.verifyingKey.verify(signature, of: text) } == .signatureInvalid)
        }
        for signature in [
            DualSignature(ed25519: Data(), mlDSA65: good.mlDSA65),
            DualSignature(ed25519: good.ed25519, mlDSA65: Data()),
        ] {
            #expect(SealError.code { try signer.verifyingKey.verify(signature, of: text) } == .signatureInvalid)
        }
    }

    @Test("the same lines under another label are another document") func label() throws {
        let signature = try signer.sign(SignedText("tacit receipt 1"))
        #expect(
            SealError.code { try signer.verifyingKey.verify(signature, of: SignedText("tacit erasure receipt 1")) }
                == .signatureInvalid)
    }

    @Test("a key whose id is not its fingerprint is refused") func fingerprint() throws {
        let json = try JSONEncoder().encode(signer.verifyingKey)
        #expect(try JSONDecoder().decode(VerifyingKey.self, from: json) == signer.verifyingKey)
        let forged = try changed(json) { $0["id"] = stranger.verifyingKey.id }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(VerifyingKey.self, from: forged) }
        #expect(VerifyingKey(ed25519: Data(count: 31), mlDSA65: Data(count: 1952)) == nil)
    }
}
