import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TacitSeal
import TacitWire

/// What Tacit's own clients ask of a collector: `GET /v1/keys`, `POST /v1/sealed` and `POST /v1/erasure`, answered in JSON.
///
/// | status | what happened |
/// |---|---|
/// | 200 | done, with a signed document |
/// | 400, 413, 415 | it can't be read, is too large, or says it is something else |
/// | 409 | another batch of the same identity was taken |
/// | 410 | the key of the batch is gone: ask for `/v1/keys` and seal anew |
/// | 501 | this collector's system can't seal: send plain OTLP |
/// | 503 | nothing was taken: send it again after `Retry-After` |
struct SealedOverHTTP {
    let collector: Collector
    let bodies: BodyReader

    enum Endpoint: String {
        case keys = "/v1/keys"
        case sealed = "/v1/sealed"
        case erasure = "/v1/erasure"
    }

    func respond(to request: Request, _ endpoint: Endpoint) async -> Response {
        do {
            let document = try await document(request, endpoint)
            var response = Response(.ok, .json, document.json)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch {
            return error.response(.json)
        }
    }

    private func document(
        _ request: Request, _ endpoint: Endpoint
    ) async throws(HTTPRefusal) -> any WireDocument {
        guard let seals = collector.seals else {
            throw HTTPRefusal(
                .notImplemented, .unimplemented,
                "This collector's system has no post-quantum cryptography; send plain OTLP to /v1/logs.")
        }
        switch endpoint {
        case .keys:
            guard request.method == .get || request.method == .head else {
                throw .method(.get, "Ask for the keys with GET.")
            }
            return try await keys(seals)
        case .sealed:
            guard request.method == .post else { throw .method(.post, "Send sealed batches with POST.") }
            return try await receipt(request, seals)
        case .erasure:
            guard request.method == .post else { throw .method(.post, "Ask for erasure with POST.") }
            return try await erasure(request, seals)
        }
    }

    private func keys(_ seals: Seals) async throws(HTTPRefusal) -> any WireDocument {
        let now = collector.clock.now
        return try await bodies.work { Self.result { () throws(SealError) in try seals.offer(now: now) } }
    }

    // MARK: Sealed batches

    private func receipt(_ request: Request, _ seals: Seals) async throws(HTTPRefusal) -> any WireDocument {
        try check(request, SealedBatch.contentType, .logs)
        let share = bodies.budget.share()
        let body = try await bodies.read(request, .logs, limit: bodies.batch, share)
        let (receipt, answer) = try await bodies.work {
            Result { () throws(HTTPRefusal) in try take(body, seals, share) }
        }
        try await keep(answer.place)
        return receipt
    }

    /// Before anybody is told that something is done, it outlives this process.
    private func keep(_ place: Journal.Place?) async throws(HTTPRefusal) {
        do { try await collector.keep(place) } catch { throw HTTPRefusal(error) }
    }

    private func take(
        _ body: ByteBuffer, _ seals: Seals, _ share: BodyBudget.Share
    ) throws(HTTPRefusal) -> (Receipt, IngestAnswer) {
        // The ciphertext and what is in it are copies.
        guard share.take(2 * body.readableBytes) else { throw bodies.busy }
        let batch: SealedBatch
        let compressed: Data
        do throws(SealError) {
            batch = try SealedBatch(body.readableBytesView)
            compressed = try seals.open(batch, now: collector.clock.now)
        } catch {
            collector.counters.refuseRequest(.logs, Self.rule(error))
            throw HTTPRefusal(error)
        }
        let content = try compressed.withUnsafeBytes { bytes in
            Result { () throws(HTTPRefusal) in
                try bodies.inflate(
                    bytes, .logs, share, malformed: "What is in the sealed batch is not gzip, or is cut off.")
            }
        }.get()
        let answer = try content.withUnsafeBytes { bytes in
            Result { () throws(IngestRefusal) in
                try collector.ingest(bytes, signal: .logs, batch: batch.id, isSealed: true)
            }
        }.mapError(HTTPRefusal.init).get()
        let receipt = try Self.result { () throws(SealError) in
            try Receipt(Receipt.Statement(answer, of: batch.id, content: content), signedBy: seals.signing)
        }.get()
        return (receipt, answer)
    }

    private static func rule(_ error: SealError) -> Rule {
        switch error.code {
        case .keyUnknown: .sealedKeyUnknown
        case .unopened, .signatureInvalid: .sealedUnopened
        case .malformed, .unsupported: .requestMalformed
        }
    }

    // MARK: Erasure

    /// A request of the most tokens and categories has a quarter of this.
    private static let erasureLimit = BodyReader.Limit(
        bytes: 64 << 10, remedy: "ask for at most \(ErasureRequest.mostTokens) tokens at a time")

    private func erasure(_ request: Request, _ seals: Seals) async throws(HTTPRefusal) -> any WireDocument {
        try check(request, OTLPEncoding.json.contentType, nil)
        let share = bodies.budget.share()
        let body = try await bodies.read(request, nil, limit: Self.erasureLimit, share)
        let (receipt, place) = try await bodies.work {
            Self.result { () throws(SealError) in
                let asked: ErasureRequest
                do throws(SealError) {
                    asked = try ErasureRequest(json: Data(body.readableBytesView))
                } catch {
                    collector.counters.refuseRequest(nil, .requestMalformed)
                    throw error
                }
                return try collector.erase(asked, signedBy: seals.signing)
            }
        }
        try await keep(place)
        return receipt
    }

    private func check(_ request: Request, _ contentType: String, _ signal: Signal?) throws(HTTPRefusal) {
        let compression = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard request.headers[.contentType].map(mediaType) == contentType, compression == "identity" else {
            collector.counters.refuseRequest(signal, .requestUnsupported)
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument,
                "The content type must be \(contentType), without a Content-Encoding.")
        }
    }

    private static func result<T>(_ body: () throws(SealError) -> T) -> Result<T, HTTPRefusal> {
        Result { () throws(SealError) in try body() }.mapError(HTTPRefusal.init)
    }
}

extension Receipt.Statement {
    init(_ answer: IngestAnswer, of batch: BatchID, content: [UInt8]) {
        self.init(
            batch: batch, digest: Self.digest(of: content), receivedAt: answer.receivedAt,
            accepted: answer.received - answer.refused, refused: answer.refused,
            reasons: Dictionary(uniqueKeysWithValues: answer.reasons.map { ($0.rule.id, $0.count) }))
    }
}
