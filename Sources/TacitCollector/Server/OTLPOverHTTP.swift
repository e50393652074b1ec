import HTTPTypes
import Hummingbird
import NIOCore
import TacitSeal
import TacitWire

/// OTLP/HTTP: `POST /v1/traces`, `/v1/logs` and `/v1/metrics`, as protobuf or JSON, plain, gzip or deflate.
///
/// Answers are those of the OTLP specification: refusals carry a `google.rpc.Status` in the request's own content type,
/// and only 429, 502, 503 and 504 ask for a retry. A request with an `Idempotency-Key` counts once, however often it comes.
struct OTLPOverHTTP {
    let collector: Collector
    let bodies: BodyReader

    func respond(to request: Request, _ signal: Signal) async -> Response {
        let encoding = OTLPEncoding(request.headers[.contentType])
        do {
            return try await answer(request, encoding, signal)
        } catch {
            return error.response(encoding ?? .json)
        }
    }

    private func answer(
        _ request: Request, _ encoding: OTLPEncoding?, _ signal: Signal
    ) async throws(HTTPRefusal) -> Response {
        guard request.method == .post else { throw .method(.post, "Send OTLP with POST.") }
        guard let encoding else {
            collector.counters.refuseRequest(signal, .requestUnsupported)
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument,
                "The content type must be application/x-protobuf or application/json.")
        }
        let batch = try batch(request, signal)
        let share = bodies.budget.share()
        let body = try await bodies.read(request, signal, limit: bodies.batch, share)
        let compression = request.headers[.contentEncoding]
        let answer = try await bodies.work {
            body.withUnsafeReadableBytes { bytes in
                Result { () throws(HTTPRefusal) in try take(bytes, compression, encoding, signal, batch, share) }
            }
        }
        do { try await collector.keep(answer) } catch { throw HTTPRefusal(error) }
        let response = ExportResponse(signal: signal, rejected: Int(answer.refused), message: answer.message)
        return Response(.ok, encoding, encoding == .protobuf ? response.protobuf : response.json)
    }

    /// The identity under which a repeat is known. A key that can't be read is refused: its sender relies on it.
    private func batch(_ request: Request, _ signal: Signal) throws(HTTPRefusal) -> BatchID? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard let batch = BatchID(hex: key.filter { $0 != "\"" && $0 != "-" }.lowercased()) else {
            collector.counters.refuseRequest(signal, .requestMalformed)
            throw HTTPRefusal(
                .badRequest, .invalidArgument, "The Idempotency-Key must be 32 hexadecimal digits or a UUID.")
        }
        return batch
    }

    private func take(
        _ bytes: UnsafeRawBufferPointer, _ compression: String?, _ encoding: OTLPEncoding, _ signal: Signal,
        _ batch: BatchID?, _ share: BodyBudget.Share
    ) throws(HTTPRefusal) -> IngestAnswer {
        switch compression?.lowercased() ?? "identity" {
        case "identity", "": return try ingest(bytes, encoding, signal, batch)
        case "gzip", "x-gzip", "deflate":
            let inflated = try bodies.inflate(
                bytes, signal, share, malformed: "The body is not what its Content-Encoding says, or is cut off.")
            return try inflated.withUnsafeBytes { bytes in
                Result { () throws(HTTPRefusal) in try ingest(bytes, encoding, signal, batch) }
            }.get()
        default:
            collector.counters.refuseRequest(signal, .requestUnsupported)
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument, "The Content-Encoding must be gzip, deflate or identity.")
        }
    }

    private func ingest(
        _ bytes: UnsafeRawBufferPointer, _ encoding: OTLPEncoding, _ signal: Signal, _ batch: BatchID?
    ) throws(HTTPRefusal) -> IngestAnswer {
        do throws(IngestRefusal) {
            guard encoding == .json else { return try ingest(bytes, signal, batch) }
            return try transcode(bytes, signal).withUnsafeBytes { bytes in
                Result { () throws(IngestRefusal) in try ingest(bytes, signal, batch) }
            }.get()
        } catch {
            throw HTTPRefusal(error)
        }
    }

    private func ingest(
        _ bytes: UnsafeRawBufferPointer, _ signal: Signal, _ batch: BatchID?
    ) throws(IngestRefusal) -> IngestAnswer {
        guard let batch else { return try collector.ingest(bytes, signal: signal) }
        return try collector.ingest(bytes, signal: signal, batch: batch)
    }

    private func transcode(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(IngestRefusal) -> [UInt8] {
        do {
            return try OTLPJSON.protobuf(from: bytes, signal: signal, limits: collector.configuration.limits.wire)
        } catch {
            throw collector.refusal(of: signal, error)
        }
    }
}

extension HTTPField.Name {
    static let idempotencyKey = Self("Idempotency-Key")!
}
