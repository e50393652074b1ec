import HTTPTypes
import Hummingbird
import TacitWire

/// The listener that takes data over HTTP: OTLP from any client, sealed batches and requests for erasure from Tacit's own,
/// sessions, and newsletters of which templates are made.
struct IntakeOverHTTP: HTTPResponder {
    private let otlp: OTLPOverHTTP
    private let sealed: SealedOverHTTP
    private let sessions: SessionsOverHTTP
    private let templates: TemplatesOverHTTP
    private let access: AccessControl
    private let counters: IntakeCounters

    init(collector: Collector, budget: BodyBudget, access: AccessControl) {
        self.access = access
        counters = collector.counters
        let bodies = BodyReader(
            limits: collector.configuration.limits, budget: budget, counters: collector.counters)
        otlp = OTLPOverHTTP(collector: collector, bodies: bodies)
        sealed = SealedOverHTTP(collector: collector, bodies: bodies)
        sessions = SessionsOverHTTP(collector: collector, bodies: bodies)
        templates = TemplatesOverHTTP(collector: collector, bodies: bodies)
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let path = request.uri.path
        let signal = Signal.allCases.first { $0.path == path }
        let session = SessionsOverHTTP.Endpoint(rawValue: path)
        // Whoever has a session is known by its token; to make one takes what sending takes.
        if session == nil || request.method == .post && session == .session {
            do throws(AccessControl.Refusal) {
                try access.admitIntake(request.headers[.authorization], now: access.now)
            } catch {
                counters.refuseRequest(signal, error.rule)
                return HTTPRefusal(error).response(OTLPEncoding(request.headers[.contentType]) ?? .json)
            }
        }
        if let signal { return await otlp.respond(to: request, signal) }
        if let session { return await sessions.respond(to: request, session) }
        if let endpoint = SealedOverHTTP.Endpoint(rawValue: path) {
            return await sealed.respond(to: request, endpoint)
        }
        if path == TemplatesOverHTTP.path { return await templates.respond(to: request) }
        return HTTPRefusal(
            .notFound, .unimplemented,
            "There is no such path; OTLP has /v1/traces, /v1/logs and /v1/metrics, Tacit /v1/keys, /v1/sealed, /v1/erasure, /v1/sessions and /v1/templates."
        ).response(OTLPEncoding(request.headers[.contentType]) ?? .json)
    }
}
