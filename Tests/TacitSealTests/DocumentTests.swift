import Foundation
import TacitSeal
import Testing

@Suite("What goes over the wire has one shape, and what was signed can't be changed in it")
struct DocumentTests {
    @Test("a receipt's signed text is a line for each field") func receiptText() throws {
        #expect(
            String(decoding: try receipt().signedText.bytes, as: UTF8.self) == """
                tacit receipt 1
                batch 000102030405060708090a0b0c0d0e0f
                digest 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                received 1764028860
                accepted 5
                refused 3
                reason field.type 1
                reason window.late 2
                key \(signer.verifyingKey.id)

                """)
    }

    @Test("a receipt's JSON is the vector") func receiptJSON() throws {
        let vector = """
            {"accepted":5,"batch":"000102030405060708090a0b0c0d0e0f",\
            "digest":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f","format":1,\
            "key":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",\
            "reasons":{"field.type":1,"window.late":2},"received_at":1764028860,"refused":3,\
            "signature":{"ed25519":"AQID","ml_dsa_65":"BAUG"}}
            """
        let receipt = try Receipt(json: Data(vector.utf8))
        #expect(String(decoding: receipt.json, as: UTF8.self) == vector)
        #expect(receipt.statement.reasons == ["field.type": 1, "window.late": 2])
        #expect(receipt.signature == DualSignature(ed25519: Data([1, 2, 3]), mlDSA65: Data([4, 5, 6])))
    }

    @Test(
        "each field of a receipt is signed",
        arguments: ["batch", "digest", "received_at", "accepted", "refused", "reasons", "key"])
    func receiptFields(field: String) throws {
        let other: [String: Any] = [
            "batch": BatchID.random().hex, "digest": String(repeating: "ab", count: 32), "received_at": 1_764_028_920,
            "accepted": 6, "refused": 2, "reasons": ["field.type": 1], "key": stranger.verifyingKey.id,
        ]
        let json = try changed(receipt().json) { $0[field] = other[field] }
        #expect(SealError.code { try Receipt(json: json).verify(by: signer.verifyingKey) } == .signatureInvalid)
    }

    @Test("a name that would make two texts one is refused") func names() throws {
        for name in ["field.type 1\nreason window.late", "", "a b", "ä", String(repeating: "a", count: 129)] {
            let json = try changed(receipt().json) { $0["reasons"] = [name: 1] }
            #expect(SealError.code { _ = try Receipt(json: json) } == .malformed)
        }
    }

    @Test("a field that is missing, of another type or too long is named, and its value is not said")
    func damage() throws {
        let json = try receipt().json
        for (field, value) in [
            ("batch", "planted-value"), ("digest", "00"), ("format", 2), ("accepted", "planted-value"),
            ("signature", 1),
        ] as [(String, Any)] {
            for json in [try changed(json) { $0[field] = value }, try changed(json) { $0[field] = nil }] {
                let error = #expect(throws: SealError.self) { try Receipt(json: json) }
                #expect(error?.code == .malformed && error?.description.contains(field) == true)
                #expect(error?.description.contains("planted-value") == false)
            }
        }
        #expect(SealError.code { _ = try Receipt(json: Data("{".utf8)) } == .malformed)
    }

    @Test("the keys of a collector are offered under its signature, and nobody can add one") func keys() throws {
        var sealing = SealingKeys(period: 100)
        try sealing.rotate(now: 0)
        try sealing.rotate(now: 100)
        let keys = try CollectorKeys(offering: sealing.offered, signedBy: signer)
        let read = try CollectorKeys(json: keys.json)
        #expect(read == keys)
        try read.verify(by: signer.verifyingKey)
        #expect(read.sealingKey(at: 150) == sealing.offered[0].key)
        #expect(read.sealingKey(at: 299) == sealing.offered[0].key)
        #expect(read.sealingKey(at: 300) == nil)

        let own = try CollectorKeys(
            offering: [OfferedKey(key: SealingKey().publicKey, notAfter: 1000)], signedBy: stranger)
        let ownJSON = try JSONSerialization.jsonObject(with: own.json) as! [String: Any]
        let added = try changed(keys.json) { $0["sealing"] = ownJSON["sealing"] }
        #expect(SealError.code { try CollectorKeys(json: added).verify(by: signer.verifyingKey) } == .signatureInvalid)
        #expect(SealError.code { try own.verify(by: signer.verifyingKey) } == .signatureInvalid)
        let order = try changed(keys.json) { $0["sealing"] = ($0["sealing"] as! [Any]).reversed() as [Any] }
        #expect(SealError.code { try CollectorKeys(json: order).verify(by: signer.verifyingKey) } == .signatureInvalid)
    }

    @Test("the JSON of a collector's keys has these fields, and a foreign suite is refused") func keysJSON() throws {
        var sealing = SealingKeys(period: 100)
        try sealing.rotate(now: 0)
        let json = try CollectorKeys(offering: sealing.offered, signedBy: signer).json
        let object = try JSONSerialization.jsonObject(with: json) as! [String: Any]
        #expect(object.keys.sorted() == ["format", "sealing", "signature", "signing"])
        #expect((object["signing"] as! [String: Any]).keys.sorted() == ["ed25519", "id", "ml_dsa_65"])
        let key = (object["sealing"] as! [[String: Any]])[0]
        #expect(key.keys.sorted() == ["id", "not_after", "public_key", "suite"])
        #expect(key["suite"] as? String == "x-wing-768-x25519-sha256-aes-256-gcm" && key["not_after"] as? Int == 200)
        for (field, value) in [("suite", "x25519"), ("id", "0011223344556677"), ("public_key", "AQID")] {
            let json = try changed(json) { object in
                var keys = object["sealing"] as! [[String: Any]]
                keys[0][field] = value
                object["sealing"] = keys
            }
            let error = #expect(throws: SealError.self) { try CollectorKeys(json: json) }
            #expect(error?.code == .malformed && error?.description.contains("sealing") == true)
        }
    }
}

@Suite("An erasure is asked for with tokens, and answered with a signed receipt")
struct ErasureDocumentTests {
    private static let token = String(repeating: "0a", count: 32)

    @Test("the request's JSON is the vector, with and without categories") func requestJSON() throws {
        let all = #"{"reason":"erasure","tokens":["\#(Self.token)"]}"#
        let some = #"{"categories":["usage"],"reason":"withdrawal","tokens":["\#(Self.token)"]}"#
        for vector in [all, some] {
            let request = try ErasureRequest(json: Data(vector.utf8))
            #expect(String(decoding: request.json, as: UTF8.self) == vector)
            #expect(request.tokens == [Self.token])
        }
        #expect(
            try ErasureRequest(json: Data(some.utf8))
                == ErasureRequest(tokens: [Self.token], categories: ["usage"], reason: .withdrawal))
        #expect(
            try ErasureRequest(json: Data(#"{"categories":null,"reason":"erasure","tokens":["\#(Self.token)"]}"#.utf8))
                .categories == nil)
    }

    @Test("its digest depends on what is asked, not on the order") func digest() throws {
        let other = String(repeating: "0b", count: 32)
        func digest(_ tokens: [String], _ categories: [String]?, _ reason: ErasureRequest.Reason = .erasure) throws
            -> [UInt8]
        {
            try ErasureRequest(tokens: tokens, categories: categories, reason: reason).digest
        }
        let base = try digest([Self.token, other], ["a", "b"])
        #expect(try digest([other, Self.token, other], ["b", "a"]) == base)
        let others = [
            try digest([other], ["a", "b"]), try digest([Self.token, other], ["a"]),
            try digest([Self.token, other], nil),
            try digest([Self.token, other], ["a", "b"], .withdrawal),
        ]
        #expect(Set(others + [base]).count == 5)
    }

    @Test("what is no token, no name or too much is refused") func refused() throws {
        for tokens in [
            [], ["0a"], ["planted-value"], [Self.token.uppercased()], Array(repeating: Self.token, count: 65),
        ] {
            #expect(
                SealError.code { _ = try ErasureRequest(tokens: tokens, categories: nil, reason: .erasure) }
                    == .malformed)
            let json = try JSONSerialization.data(withJSONObject: ["tokens": tokens, "reason": "erasure"])
            let error = #expect(throws: SealError.self) { try ErasureRequest(json: json) }
            #expect(error?.place == "erasure request.tokens" && error?.description.contains("planted-value") == false)
        }
        for body in [
            #"{"tokens":["\#(Self.token)"],"reason":"boredom"}"#, #"{"tokens":["\#(Self.token)"]}"#,
            #"{"tokens":["\#(Self.token)"],"reason":"erasure","categories":[]}"#,
            #"{"tokens":["\#(Self.token)"],"reason":"erasure","categories":["a b"]}"#, #"{"reason":"erasure"}"#, "[]",
            "",
        ] {
            #expect(SealError.code { _ = try ErasureRequest(json: Data(body.utf8)) } == .malformed, "\(body)")
        }
    }

    @Test("each field of its receipt is signed, and the JSON is the vector") func receipt() throws {
        let request = try ErasureRequest(tokens: [Self.token], categories: nil, reason: .erasure)
        let receipt = try ErasureReceipt(
            .init(request: request.digest, receivedAt: 1_764_028_861, windows: 2, contributions: 17), signedBy: signer)
        try ErasureReceipt(json: receipt.json).verify(by: signer.verifyingKey)
        for field in ["windows", "contributions", "received_at"] {
            let json = try changed(receipt.json) { $0[field] = 60 }
            #expect(
                SealError.code { try ErasureReceipt(json: json).verify(by: signer.verifyingKey) } == .signatureInvalid)
        }
        let vector = """
            {"contributions":17,"format":1,"key":"\(String(repeating: "a", count: 64))","received_at":1764028860,\
            "request":"\(String(repeating: "b", count: 64))","signature":{"ed25519":"AQID","ml_dsa_65":"BAUG"},"windows":2}
            """
        #expect(String(decoding: try ErasureReceipt(json: Data(vector.utf8)).json, as: UTF8.self) == vector)
    }
}
