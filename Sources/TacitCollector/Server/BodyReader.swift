import HTTPTypes
import Hummingbird
import NIOCore
import TacitWire

/// Reads the bodies of requests: within the limits, in time, and decompressed.
struct BodyReader {
    let limits: CollectorConfiguration.Limits
    let budget: BodyBudget
    let counters: IntakeCounters

    /// What a body may hold, and what to do where it is more.
    struct Limit {
        let bytes: Int
        let remedy: String
    }

    /// Of what is taken apart: logs, spans, metrics.
    var batch: Limit { Limit(bytes: limits.bodyBytes, remedy: "send smaller batches, or raise limits.body_bytes") }

    /// - Parameter signal: for the counters; `nil` where the request is about none.
    func read(
        _ request: Request, _ signal: Signal?, limit: Limit, _ share: BodyBudget.Share
    ) async throws(HTTPRefusal) -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit.bytes {
            throw tooLarge(signal, limit)
        }
        var body = ByteBuffer()
        do {
            for try await part in request.body {
                guard body.readableBytes + part.readableBytes <= limit.bytes else { throw tooLarge(signal, limit) }
                guard share.take(part.readableBytes) else { throw busy }
                // The first part is taken as it is; most requests have no other.
                if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
            }
        } catch let refusal as HTTPRefusal {
            throw refusal
        } catch is BodyDeadline.Passed {
            // What is half sent holds its share of the budget, so that it must neither stop nor come drop by drop.
            throw slow
        } catch {
            counters.refuseRequest(signal, .requestMalformed)
            throw HTTPRefusal(.badRequest, .invalidArgument, "The body ended before it was complete.")
        }
        return body
    }

    /// Decompresses within the limit and the budget.
    func inflate(
        _ bytes: UnsafeRawBufferPointer, _ signal: Signal, _ share: BodyBudget.Share, malformed: String
    ) throws(HTTPRefusal) -> [UInt8] {
        let inflated: [UInt8]
        do {
            inflated = try Inflation.inflate(bytes, limit: batch.bytes)
        } catch {
            guard case .malformed = error else { throw tooLarge(signal, batch) }
            counters.refuseRequest(signal, .requestMalformed)
            throw HTTPRefusal(.badRequest, .invalidArgument, malformed)
        }
        guard share.take(inflated.count) else { throw busy }
        return inflated
    }

    /// Work that takes long, on a thread of its own.
    func work<T: Sendable>(
        _ body: @escaping @Sendable () -> Result<T, HTTPRefusal>
    ) async throws(HTTPRefusal) -> T {
        let result: Result<T, HTTPRefusal>
        do {
            result = try await Workers.run(body)
        } catch {
            throw HTTPRefusal(.unavailable("the collector is stopping"))
        }
        return try result.get()
    }

    private func tooLarge(_ signal: Signal?, _ limit: Limit) -> HTTPRefusal {
        counters.refuseRequest(signal, .requestTooLarge)
        return HTTPRefusal(
            .contentTooLarge, .resourceExhausted,
            "The body is over \(limit.bytes) bytes, as sent or decompressed; \(limit.remedy).")
    }

    private var slow: HTTPRefusal {
        HTTPRefusal(
            .requestTimeout, .deadlineExceeded,
            "The body took longer than \(limits.bodySeconds) s; send smaller batches, or raise limits.body_seconds.",
            headers: [.connection: "close"])
    }

    var busy: HTTPRefusal {
        HTTPRefusal(
            .serviceUnavailable, .unavailable, "Too many bytes are in flight; try again shortly.",
            headers: [.retryAfter: "1"])
    }
}
