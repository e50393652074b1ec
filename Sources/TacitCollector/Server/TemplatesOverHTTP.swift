import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TacitSeal
import TacitTemplates
import TacitWire

/// `POST /v1/templates`: the text of a newsletter in, an implementation template out, nothing kept.
///
/// The body is `{"text": …, "preferences": {…}}` in JSON, or the text itself as `text/plain`, `text/markdown` or `text/html`
/// with the preferences in the query. What reads requests from the network has buffers of its own: the body that was put
/// together here is wiped and looked at, and counts for `input_discarded`; theirs are used again without having been wiped.
///
/// | status | what happened |
/// |---|---|
/// | 200 | done, with the template in JSON |
/// | 400, 413, 415 | it can't be read, is too large, or says it is something else |
/// | 422 | no sentence of the text says enough |
/// | 503 | nothing was read: send it again after `Retry-After` |
struct TemplatesOverHTTP {
    static let path = "/v1/templates"

    let collector: Collector
    let bodies: BodyReader

    /// A text of the most bytes that a template is made of, and as much for what JSON escapes.
    private static let limit = BodyReader.Limit(
        bytes: 2 * TemplateGenerator.standardLimit, remedy: "send the letter alone, without pictures and attachments")
    private static let texts: Set<String> = ["text/plain", "text/markdown", "text/html"]

    func respond(to request: Request) async -> Response {
        do throws(HTTPRefusal) {
            guard request.method == .post else { throw .method(.post, "Send the text of a newsletter with POST.") }
            let preferences = try check(request)
            let share = bodies.budget.share()
            let body = try await bodies.read(request, nil, limit: Self.limit, share)
            // The text in secret memory, the memory to work in, and the numbers of its words.
            guard share.take(8 * body.readableBytes) else { throw bodies.busy }
            let json = try await bodies.work { make(body, preferences) }
            var response = Response(.ok, .json, json)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch {
            return error.response(.json)
        }
    }

    /// The preferences of the query where the body is the text itself; `nil` where it is JSON.
    private func check(_ request: Request) throws(HTTPRefusal) -> TemplatePreferences? {
        let type = request.headers[.contentType].map(mediaType)
        let compression = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard let type, type == OTLPEncoding.json.contentType || Self.texts.contains(type), compression == "identity"
        else {
            collector.counters.refuseRequest(nil, .requestUnsupported)
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument,
                "The content type must be application/json, text/plain, text/markdown or text/html, without a Content-Encoding."
            )
        }
        guard type != OTLPEncoding.json.contentType else { return nil }
        var preferences = TemplatePreferences()
        do throws(TemplateError) {
            for (name, value) in request.uri.queryParameters { try preferences.set(String(name), to: String(value)) }
        } catch {
            throw refusal(error)
        }
        return preferences
    }

    private func make(_ body: ByteBuffer, _ preferences: TemplatePreferences?) -> Result<Data, HTTPRefusal> {
        var body = body
        let generator = TemplateGenerator(now: Date(timeIntervalSince1970: TimeInterval(collector.clock.now)))
        let result = body.withUnsafeReadableBytes { bytes in
            Result { () throws(TemplateError) in
                if let preferences { return try TemplateRequest(text: bytes, preferences).run(generator) }
                return try TemplateRequest(json: bytes).run(generator)
            }
        }
        // A body that shares its memory with the network's buffers is copied by this, and the copy is what is wiped.
        let isClear = body.withUnsafeMutableReadableBytes { bytes in
            wipeBuffer(bytes)
            return isWiped(UnsafeRawBufferPointer(bytes))
        }
        return result.map { TemplateDocument($0, isBodyWiped: isClear).json }.mapError(refusal)
    }

    private func refusal(_ error: TemplateError) -> HTTPRefusal {
        let status: HTTPResponse.Status
        let code: RPCStatus.Code
        switch error.code {
        case .tooLarge: (status, code) = (.contentTooLarge, .resourceExhausted)
        case .nothingToSay: (status, code) = (.unprocessableContent, .invalidArgument)
        case .empty, .malformed, .unknownPreference: (status, code) = (.badRequest, .invalidArgument)
        }
        collector.counters.refuseRequest(nil, error.code == .tooLarge ? .requestTooLarge : .requestMalformed)
        return HTTPRefusal(status, code, error.description)
    }
}
