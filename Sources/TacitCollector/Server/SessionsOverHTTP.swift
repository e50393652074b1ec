import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TacitSeal
import TacitSessions
import TacitWire

/// Sessions: `POST`, `GET`, `PUT` and `DELETE /v1/sessions`, and what was consented to within one at `/v1/sessions/consent`.
///
/// The token stands in `Authorization: Bearer`, never in a path, which servers on the way may write down.
///
/// | status | what happened |
/// |---|---|
/// | 200, 201 | done |
/// | 400 | the token is no token, or something else can't be read |
/// | 404 | this collector keeps no sessions |
/// | 405, 413, 415 | another method, too much, or something that is not said to be of a type |
/// | 410 | no session opens with this token: deleted, expired, of elsewhere or never there, which is all the same |
/// | 429 | there are as many sessions as there may be: come back after `Retry-After` |
/// | 503 | the store is not available or full: send it again after `Retry-After` |
struct SessionsOverHTTP {
    let collector: Collector
    let bodies: BodyReader

    enum Endpoint: String {
        case session = "/v1/sessions"
        case consent = "/v1/sessions/consent"
    }

    func respond(to request: Request, _ endpoint: Endpoint) async -> Response {
        do throws(HTTPRefusal) {
            guard let sessions = collector.sessions else {
                throw HTTPRefusal(
                    .notFound, .unimplemented, "This collector keeps no sessions; set `sessions.enabled: true`.")
            }
            switch endpoint {
            case .session: return try await session(request, sessions)
            case .consent: return try await consent(request, sessions)
            }
        } catch {
            var response = error.response(.json)
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    // MARK: Content

    private func session(_ request: Request, _ sessions: Sessions) async throws(HTTPRefusal) -> Response {
        let now = collector.clock.now
        switch request.method {
        case .post:
            let (ttl, isSliding) = try wishes(request)
            let (type, content) = try await content(request, sessions)
            let (token, times) = try await Self.refusing { () throws(SessionRefusal) in
                try await sessions.create(content, type: type, ttl: ttl, isSliding: isSliding, now: now)
            }
            return Self.json(SessionAnswer(times, token: token), .created)
        case .get, .head:
            let token = try Self.token(request)
            let (response, times) = try await Self.refusing { () throws(SessionRefusal) in
                try await sessions.read(token, now: now) { type, bytes in
                    Response(
                        status: .ok, headers: [.contentType: type],
                        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
                }
            }
            return Self.shielded(response, times)
        case .put:
            let token = try Self.token(request)
            let (type, content) = try await content(request, sessions)
            return Self.json(
                SessionAnswer(
                    try await Self.refusing { () throws(SessionRefusal) in
                        try await sessions.write(token, content, type: type, now: now)
                    }))
        case .delete:
            let token = try Self.token(request)
            try await Self.refusing { () throws(SessionRefusal) in try await sessions.delete(token, now: now) }
            return Self.json(["deleted": true])
        default:
            throw HTTPRefusal(
                .methodNotAllowed, .unimplemented, "A session is made with POST, and then has GET, PUT and DELETE.",
                headers: [.allow: "POST, GET, PUT, DELETE"])
        }
    }

    /// What somebody else put there is nothing that a browser may run.
    private static func shielded(_ response: Response, _ times: Sessions.Times) -> Response {
        var response = response
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        if let name = HTTPField.Name("Tacit-Session-Expires") { response.headers[name] = text(times.expiresAt) }
        return response
    }

    private func wishes(_ request: Request) throws(HTTPRefusal) -> (ttl: Int64?, isSliding: Bool) {
        var (ttl, isSliding) = (Int64?.none, Bool?.none)
        for (name, value) in request.uri.queryParameters {
            switch name {
            case "ttl" where ttl == nil:
                guard let seconds = Int64(value) else { throw Self.malformed("ttl is a whole number of seconds.") }
                ttl = seconds
            case "sliding" where isSliding == nil && (value == "true" || value == "false"): isSliding = value == "true"
            default:
                throw Self.malformed(
                    "A session is made with ?ttl=SECONDS and ?sliding=true or false, each once at most.")
            }
        }
        return (ttl, isSliding ?? false)
    }

    private func content(
        _ request: Request, _ sessions: Sessions
    ) async throws(HTTPRefusal) -> (type: String, content: SessionBytes) {
        guard let type = request.headers[.contentType],
            request.headers[.contentEncoding]?.lowercased() ?? "identity" == "identity"
        else {
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument,
                "Say with Content-Type what it is, and send it without a Content-Encoding.")
        }
        let share = bodies.budget.share()
        var body = try await bodies.read(
            request, nil,
            limit: BodyReader.Limit(bytes: sessions.limits.maxBytes, remedy: "send less, or raise sessions.max_bytes"),
            share)
        let content = body.withUnsafeReadableBytes { SessionBytes(copying: $0) }
        // The clear text has been in this buffer; it goes before the buffer does.
        body.withUnsafeMutableReadableBytes { wipeBuffer($0) }
        return (type, content)
    }

    // MARK: Consent

    private struct Asked: Decodable {
        let categories: Set<String>
    }

    private struct Answered: Decodable {
        let consentID: String
        let decisions: [String: Bool]

        enum CodingKeys: String, CodingKey {
            case decisions
            case consentID = "consent_id"
        }
    }

    private func consent(_ request: Request, _ sessions: Sessions) async throws(HTTPRefusal) -> Response {
        let now = collector.clock.now
        switch request.method {
        case .post:
            let token = try Self.token(request)
            let asked = try await document(Asked.self, request, #"{"categories": ["analytics"]}"#)
            let categories = try asked.categories.map(Self.category)
            let pending = try await Self.refusing { () throws(SessionRefusal) in
                try await sessions.requestConsent(token, Set(categories), now: now)
            }
            return Self.json(ConsentAnswer.Pending(pending), .created)
        case .put:
            let token = try Self.token(request)
            let answered = try await document(
                Answered.self, request, #"{"consent_id": "…", "decisions": {"analytics": true}}"#)
            guard let id = BatchID(hex: answered.consentID) else {
                throw Self.malformed("consent_id is the one that the request for consent was answered with.")
            }
            var answers: [SessionConsent.Category: Bool] = [:]
            for (name, isGranted) in answered.decisions { answers[try Self.category(name)] = isGranted }
            let decided = answers
            return Self.json(
                ConsentAnswer(
                    try await Self.refusing { () throws(SessionRefusal) in
                        try await sessions.decideConsent(token, id, decided, now: now)
                    }, now))
        case .get, .head:
            let token = try Self.token(request)
            return Self.json(
                ConsentAnswer(
                    try await Self.refusing { () throws(SessionRefusal) in
                        try await sessions.consent(token, now: now)
                    }, now))
        default:
            throw HTTPRefusal(
                .methodNotAllowed, .unimplemented,
                "Consent is asked for with POST, answered with PUT, and shown with GET.",
                headers: [.allow: "POST, GET, PUT"])
        }
    }

    private static let consentLimit = BodyReader.Limit(bytes: 4 << 10, remedy: "there are three categories")

    private func document<T: Decodable>(
        _ type: T.Type, _ request: Request, _ example: String
    ) async throws(HTTPRefusal) -> T {
        guard request.headers[.contentType].map(mediaType) == OTLPEncoding.json.contentType,
            request.headers[.contentEncoding]?.lowercased() ?? "identity" == "identity"
        else {
            throw HTTPRefusal(
                .unsupportedMediaType, .invalidArgument,
                "The content type must be application/json, without a Content-Encoding.")
        }
        let share = bodies.budget.share()
        let body = try await bodies.read(request, nil, limit: Self.consentLimit, share)
        guard let document = try? JSONDecoder().decode(type, from: Data(body.readableBytesView)) else {
            throw Self.malformed("The body should be like \(example).")
        }
        return document
    }

    private static func category(_ name: String) throws(HTTPRefusal) -> SessionConsent.Category {
        guard let category = SessionConsent.Category(name: name) else {
            throw malformed("The categories are essential, analytics and performance.")
        }
        return category
    }

    // MARK: Requests and answers

    private static func token(_ request: Request) throws(HTTPRefusal) -> String {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw malformed("Send the session's token as `Authorization: Bearer TOKEN`.")
        }
        return String(words[1])
    }

    private static func malformed(_ message: String) -> HTTPRefusal {
        HTTPRefusal(.badRequest, .invalidArgument, message)
    }

    private static func refusing<T>(
        _ body: () async throws(SessionRefusal) -> T
    ) async throws(HTTPRefusal) -> T {
        do throws(SessionRefusal) { return try await body() } catch { throw HTTPRefusal(error) }
    }

    private static func json(_ document: some Encodable, _ status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Names, numbers and texts: nothing that could not be written.
        var response = Response(status, .json, (try? encoder.encode(document)) ?? Data("{}".utf8))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    fileprivate static func text(_ time: Int64) -> String {
        Date(timeIntervalSince1970: Double(time)).formatted(.iso8601)
    }
}

private struct SessionAnswer: Encodable {
    let token: String?
    let createdAt: String
    let expiresAt: String
    let sliding: Bool

    enum CodingKeys: String, CodingKey {
        case token, sliding
        case createdAt = "created_at"
        case expiresAt = "expires_at"
    }

    init(_ times: Sessions.Times, token: String? = nil) {
        self.token = token
        createdAt = SessionsOverHTTP.text(times.createdAt)
        expiresAt = SessionsOverHTTP.text(times.expiresAt)
        sliding = times.isSliding
    }
}

private struct ConsentAnswer: Encodable {
    let pending: Pending?
    let decisions: [String: Decision]

    struct Pending: Encodable {
        let consentID: String
        let categories: [String]
        let expiresAt: String
        let status = "pending"

        enum CodingKeys: String, CodingKey {
            case categories, status
            case consentID = "consent_id"
            case expiresAt = "expires_at"
        }

        init(_ request: SessionConsent.Request) {
            consentID = request.id.hex
            categories = request.categories.map(\.name).sorted()
            expiresAt = SessionsOverHTTP.text(request.expiresAt)
        }
    }

    struct Decision: Encodable {
        let granted: Bool
        let at: String
    }

    init(_ consent: SessionConsent, _ now: Int64) {
        pending = consent.pending(at: now).map(Pending.init)
        decisions = Dictionary(
            uniqueKeysWithValues: consent.decisions.map {
                ($0.key.name, Decision(granted: $0.value.isGranted, at: SessionsOverHTTP.text($0.value.at)))
            })
    }
}

extension HTTPRefusal {
    init(_ refusal: SessionRefusal) {
        switch refusal {
        case .malformedToken:
            self.init(.badRequest, .invalidArgument, "This is no token of a session.")
        case .gone:
            self.init(.gone, .notFound, "There is no session that this token opens; make a new one.")
        case .consentGone:
            self.init(
                .gone, .notFound,
                "This consent is not asked for (any more), or the answer is not to all of it; ask for it anew.")
        case .consentMalformed:
            self.init(.badRequest, .invalidArgument, "Name one or more of essential, analytics and performance.")
        case .tooLarge(let limit):
            self.init(
                .contentTooLarge, .resourceExhausted,
                "A session holds at most \(limit) bytes; send less, or raise sessions.max_bytes.")
        case .unsupportedType:
            self.init(
                .unsupportedMediaType, .invalidArgument,
                "The content type should have 1 to 127 visible ASCII characters.")
        case .lifetime(let most):
            self.init(.badRequest, .invalidArgument, "A session lives for 1 to \(most) seconds.")
        case .tooMany:
            self.init(
                .tooManyRequests, .resourceExhausted, "There are as many sessions as there may be; come back later.",
                headers: [.retryAfter: "60"])
        case .contended:
            self.init(
                .serviceUnavailable, .unavailable, "Others change this session at the same time; send it again.",
                headers: [.retryAfter: "1"])
        case .unavailable(let error):
            // Where the store is, is nothing for clients; the log has it.
            let message =
                error.code == .full
                ? "There is no room for more sessions just now." : "Sessions are not available just now."
            self.init(
                .serviceUnavailable, .unavailable, message, headers: [.retryAfter: error.code == .full ? "60" : "5"])
        }
    }
}
