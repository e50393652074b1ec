import HTTPTypes
import Hummingbird
import TacitWire

/// The listener that takes data over HTTP: OTLP from any client, sealed batches and requests for erasure from Tacit's own.
struct IntakeOverHTTP: HTTPResponder {
    private let otlp: OTLPOverHTTP
    private let sealed: SealedOverHTTP
    private let access: AccessControl
    private let counters: IntakeCounters

    init(collector: Collector, budget: BodyBudget, access: AccessControl) {
        self.access = access
        counters = collector.counters
        let bodies = BodyReader(
            limits: collector.configuration.limits, budget: budget, counters: collector.counters)
        otlp = OTLPOverHTTP(collector: collector, bodies: bodies)
        sealed = SealedOverHTTP(collector: collector, bodies: bodies)
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let path = request.uri.path
        let signal = Signal.allCases.first { $0.path == path }
        do throws(AccessControl.Refusal) {
            try access.admitIntake(request.headers[.authorization], now: access.now)
        } catch {
            counters.refuseRequest(signal, error.rule)
            return HTTPRefusal(error).response(OTLPEncoding(request.headers[.contentType]) ?? .json)
        }
        if let signal {
            return await otlp.respond(to: request, signal)
        }
        if let endpoint = SealedOverHTTP.Endpoint(rawValue: path) {
            return await sealed.respond(to: request, endpoint)
        }
        return HTTPRefusal(
            .notFound, .unimplemented,
            "There is no such path; OTLP has /v1/traces, /v1/logs and /v1/metrics, Tacit /v1/keys, /v1/sealed and /v1/erasure."
        ).response(OTLPEncoding(request.headers[.contentType]) ?? .json)
    }
}
