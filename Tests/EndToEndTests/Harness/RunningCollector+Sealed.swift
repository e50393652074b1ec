import Foundation
import TacitSeal
import TacitWire

extension RunningCollector {
    /// The keys that it offers, whose signature has been checked.
    func keys() async throws -> CollectorKeys {
        let answer = try await send("GET", otlpHTTP + "/v1/keys")
        guard answer.status == 200 else { throw UnexpectedAnswer(answer) }
        let keys = try CollectorKeys(json: Data(answer.bytes))
        try keys.verify(by: keys.signing)
        return keys
    }

    /// Log records sealed to the key that comes first.
    func seal(_ logs: [UInt8], as id: BatchID) async throws -> SealedBatch {
        let key = try await keys().sealing[0].key
        return try SealedBatch(sealing: try await Compression.gzip.compress(logs), id: id, to: key)
    }

    func post(sealed bytes: Data, type: String = SealedBatch.contentType) async throws -> Answer {
        try await send("POST", otlpHTTP + "/v1/sealed", headers: [("content-type", type)], Array(bytes))
    }

    /// Sends a batch that must be taken.
    func receipt(_ batch: SealedBatch) async throws -> Receipt {
        let answer = try await post(sealed: batch.bytes)
        guard answer.status == 200 else { throw UnexpectedAnswer(answer) }
        return try Receipt(json: Data(answer.bytes))
    }

    func erase(_ body: Data, type: String = "application/json") async throws -> Answer {
        try await send("POST", otlpHTTP + "/v1/erasure", headers: [("content-type", type)], Array(body))
    }

    /// How many requests were refused by a rule.
    func refused(_ rule: String, signal: String = "logs") async throws -> Int? {
        let sample = try Regex(
            "tacit_refused_requests_total\\{signal=\"\(signal)\",rule=\"\(rule)\"\\} ([0-9]+)",
            as: (Substring, Substring).self)
        return Int(try await get("/metrics").text.firstMatch(of: sample)?.1 ?? "")
    }
}
