import HTTPTypes
import Hummingbird
import NIOCore
import TacitWire

/// OTLP/HTTP: `POST /v1/traces`, `/v1/logs` and `/v1/metrics`, as protobuf or JSON, plain, gzip or deflate.
///
/// Answers are those of the OTLP specification: refusals carry a `google.rpc.Status` in the request's own content type,
/// and only 429, 502, 503 and 504 ask for a retry.
struct OTLPOverHTTP: HTTPResponder {
    let collector: Collector
    let limits: CollectorConfiguration.Limits
    let budget: BodyBudget

    private var limit: Int { limits.bodyBytes }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let encoding = Encoding(request.headers[.contentType])
        do {
            return try await answer(request, encoding)
        } catch {
            return error.response(encoding ?? .json)
        }
    }

    private func answer(_ request: Request, _ encoding: Encoding?) async throws(Refusal) -> Response {
        guard let signal = Signal.allCases.first(where: { $0.path == request.uri.path }) else {
            throw Refusal(
                .notFound, .unimplemented, "There is no such path; OTLP has /v1/traces, /v1/logs and /v1/metrics.")
        }
        guard request.method == .post else {
            throw Refusal(.methodNotAllowed, .unimplemented, "Send OTLP with POST.", headers: [.allow: "POST"])
        }
        guard let encoding else {
            collector.counters.refuseRequest(signal, .requestUnsupported)
            throw Refusal(
                .unsupportedMediaType, .invalidArgument,
                "The content type must be application/x-protobuf or application/json.")
        }
        let share = budget.share()
        let body = try await read(request, signal, share)
        let compression = request.headers[.contentEncoding]
        let answer = try await work {
            body.withUnsafeReadableBytes { bytes in
                Result { () throws(Refusal) in try take(bytes, compression, encoding, signal, share) }
            }
        }.get()
        let response = ExportResponse(signal: signal, rejected: Int(answer.refused), message: answer.message)
        return Response(.ok, encoding, encoding == .protobuf ? response.protobuf : response.json)
    }

    private func work<T: Sendable>(_ body: @escaping @Sendable () -> T) async throws(Refusal) -> T {
        do { return try await Workers.run(body) } catch { throw Refusal(.unavailable("the collector is stopping")) }
    }

    private func read(_ request: Request, _ signal: Signal, _ share: BodyBudget.Share) async throws(Refusal)
        -> ByteBuffer
    {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge(signal) }
        var body = ByteBuffer()
        // What is half sent holds its share of the budget, so that it must not come drop by drop.
        let deadline = ContinuousClock.now + .seconds(limits.bodySeconds)
        do {
            for try await part in request.body {
                guard body.readableBytes + part.readableBytes <= limit else { throw tooLarge(signal) }
                guard share.take(part.readableBytes) else { throw busy }
                guard ContinuousClock.now < deadline else { throw slow }
                // The first part is taken as it is; most requests have no other.
                if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            collector.counters.refuseRequest(signal, .requestMalformed)
            throw Refusal(.badRequest, .invalidArgument, "The body ended before it was complete.")
        }
        return body
    }

    private func take(
        _ bytes: UnsafeRawBufferPointer, _ compression: String?, _ encoding: Encoding, _ signal: Signal,
        _ share: BodyBudget.Share
    ) throws(Refusal) -> IngestAnswer {
        switch compression?.lowercased() ?? "identity" {
        case "identity", "": return try ingest(bytes, encoding, signal)
        case "gzip", "x-gzip", "deflate":
            let inflated = try inflate(bytes, signal)
            guard share.take(inflated.count) else { throw busy }
            return try inflated.withUnsafeBytes { bytes in
                Result { () throws(Refusal) in try ingest(bytes, encoding, signal) }
            }.get()
        default:
            collector.counters.refuseRequest(signal, .requestUnsupported)
            throw Refusal(
                .unsupportedMediaType, .invalidArgument, "The Content-Encoding must be gzip, deflate or identity.")
        }
    }

    private func inflate(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(Refusal) -> [UInt8] {
        do {
            return try Inflation.inflate(bytes, limit: limit)
        } catch {
            guard case .malformed = error else { throw tooLarge(signal) }
            collector.counters.refuseRequest(signal, .requestMalformed)
            throw Refusal(
                .badRequest, .invalidArgument, "The body is not what its Content-Encoding says, or is cut off.")
        }
    }

    private func ingest(
        _ bytes: UnsafeRawBufferPointer, _ encoding: Encoding, _ signal: Signal
    ) throws(Refusal) -> IngestAnswer {
        do throws(IngestRefusal) {
            guard encoding == .json else { return try collector.ingest(bytes, signal: signal) }
            return try transcode(bytes, signal).withUnsafeBytes { bytes in
                Result { () throws(IngestRefusal) in try collector.ingest(bytes, signal: signal) }
            }.get()
        } catch {
            throw Refusal(error)
        }
    }

    private func transcode(_ bytes: UnsafeRawBufferPointer, _ signal: Signal) throws(IngestRefusal) -> [UInt8] {
        do {
            return try OTLPJSON.protobuf(from: bytes, signal: signal, limits: collector.configuration.limits.wire)
        } catch {
            throw collector.refusal(of: signal, error)
        }
    }

    private func tooLarge(_ signal: Signal) -> Refusal {
        collector.counters.refuseRequest(signal, .requestTooLarge)
        return Refusal(
            .contentTooLarge, .resourceExhausted,
            "The body is over \(limit) bytes, as sent or decompressed; send smaller batches, or raise limits.body_bytes."
        )
    }

    private var slow: Refusal {
        Refusal(
            .requestTimeout, .deadlineExceeded,
            "The body took longer than \(limits.bodySeconds) s; send smaller batches, or raise limits.body_seconds.",
            headers: [.connection: "close"])
    }

    private var busy: Refusal {
        Refusal(
            .serviceUnavailable, .unavailable, "Too many bytes are in flight; try again shortly.",
            headers: [.retryAfter: "1"])
    }

    enum Encoding {
        case protobuf, json

        init?(_ contentType: String?) {
            let type = contentType?.prefix { $0 != ";" }.trimmingSpaces.lowercased()
            switch type {
            case "application/x-protobuf", "application/protobuf": self = .protobuf
            case "application/json": self = .json
            default: return nil
            }
        }

        var contentType: String { self == .protobuf ? "application/x-protobuf" : "application/json" }
    }

    struct Refusal: Error {
        let status: HTTPResponse.Status
        let body: RPCStatus
        let headers: HTTPFields

        init(_ status: HTTPResponse.Status, _ code: RPCStatus.Code, _ message: String, headers: HTTPFields = [:]) {
            self.status = status
            body = RPCStatus(code: code, message: message)
            self.headers = headers
        }

        init(_ refusal: IngestRefusal) {
            switch refusal {
            case .malformed(let error): self.init(.badRequest, .invalidArgument, error.description)
            case .tooLarge(let error): self.init(.contentTooLarge, .resourceExhausted, error.description)
            case .unavailable(let reason):
                self.init(
                    .serviceUnavailable, .unavailable, "Try again later: \(reason).", headers: [.retryAfter: "5"])
            }
        }

        func response(_ encoding: Encoding) -> Response {
            var response = Response(status, encoding, encoding == .protobuf ? body.protobuf : body.json)
            for field in headers { response.headers.append(field) }
            return response
        }
    }
}

extension Response {
    fileprivate init(_ status: HTTPResponse.Status, _ encoding: OTLPOverHTTP.Encoding, _ bytes: [UInt8]) {
        self.init(
            status: status, headers: [.contentType: encoding.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return text
    }
}
