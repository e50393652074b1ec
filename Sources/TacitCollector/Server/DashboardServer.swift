import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TacitCatalog
import TacitStores

/// The page, the report as JSON, and what operators' tools ask: `/livez`, `/readyz`, `/metrics`.
struct DashboardServer: HTTPResponder {
    let collector: Collector
    /// Where a demo leaves its figures.
    let demoDatabase: String
    let access: AccessControl
    let live = Dashboard()
    private let demo = Dashboard(base: "/demo")

    init(collector: Collector, demoDatabase: String, access: AccessControl) {
        self.access = access
        self.collector = collector
        self.demoDatabase = demoDatabase
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let path = request.uri.path
        guard isMeantForThis(request) else {
            return text(
                .misdirectedRequest,
                "This page answers to loopback names only; a proxy must send one, such as `Host: localhost`.\n"
            )
        }
        do {
            switch path {
            case "/sign-in" where access.protectsPage: return await signIn(request)
            case "/sign-out" where access.protectsPage: return signOut(request)
            case Self.purgePath: return await purge(request)
            default: break
            }
            if let refusal = refusal(of: request, path) { return refusal }
            if path == "/simulated-clock" { return await moveClock(request) }
            guard request.method == .get || request.method == .head else {
                var response = text(.methodNotAllowed, "Only GET is answered here.\n")
                response.headers[.allow] = "GET, HEAD"
                return response
            }
            switch path {
            case "/livez": return text(.ok, "ok\n")
            case "/readyz": return ready
            case "/metrics":
                return text(
                    .ok, Exposition.text(of: collector), type: "text/plain; version=0.0.4; charset=utf-8")
            case "/style.css": return text(.ok, Dashboard.stylesheet, type: "text/css; charset=utf-8")
            case "/favicon.svg": return text(.ok, Dashboard.icon, type: "image/svg+xml")
            case "/api/report": return text(.ok, try await collector.report().json, type: "application/json")
            case _ where path == "/demo" || path.hasPrefix("/demo/"):
                return try await demoPage(String(path.dropFirst("/demo".count)), request)
            default:
                return page(path, request, live, try await collector.report(), collector.catalog.dictionary())
            }
        } catch {
            return html(
                .serviceUnavailable,
                live.message(
                    status: 503, title: "The store can't be read just now",
                    body: "Nothing is lost. Try again in a moment; the log says what is wrong."))
        }
    }

    /// On the loopback interface only loopback names are answered: a web page that points its own name at 127.0.0.1 must not
    /// read what is shown here.
    private func isMeantForThis(_ request: Request) -> Bool {
        guard collector.configuration.listen.dashboard.isLoopback, let authority = request.head.authority else {
            return true
        }
        let host =
            authority.hasPrefix("[") ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
        return CollectorConfiguration.Endpoint(host: String(host), port: 0).isLoopback
    }

    private func page(
        _ path: String, _ request: Request, _ dashboard: Dashboard, _ report: Report, _ dictionary: DataDictionary
    ) -> Response {
        switch path {
        case "", "/": return html(.ok, dashboard.overview(report))
        case "/dictionary": return html(.ok, dashboard.dictionary(dictionary, report))
        case "/held": return html(.ok, dashboard.holdings(report))
        case "/api/report": return text(.ok, report.json, type: "application/json")
        case _ where path.hasPrefix("/metric/"):
            let name = path.dropFirst("/metric/".count).removingPercentEncoding ?? ""
            let cell = request.uri.queryParameters.getAll("cell").map { String($0) }
            if let page = dashboard.metric(report, named: name, cell: cell.isEmpty ? nil : cell) {
                return html(.ok, page)
            }
            return notFound(dashboard, "The catalog declares no such metric.")
        default: return notFound(dashboard, "There is no such page.")
        }
    }

    private func notFound(_ dashboard: Dashboard, _ body: String) -> Response {
        html(.notFound, dashboard.message(status: 404, title: "Not found", body: body))
    }

    private func demoPage(_ path: String, _ request: Request) async throws -> Response {
        guard let store = try? SQLiteStore(reading: demoDatabase) else {
            return notFound(live, "No demo has been played on this state folder; run tacit demo.")
        }
        let report = try await Report.read(from: store, now: collector.clock.now)
        let dictionary = try await store.document("dictionary").map { try JSON.value(DataDictionary.self, from: $0) }
        return page(path, request, demo, report, dictionary ?? collector.catalog.dictionary())
    }

    private var ready: Response {
        let failure = collector.failure.map { "\($0.code.rawValue): \($0.remedy)" }
        let journal = collector.journalRefusal.map { "\(Rule.journalUnavailable.id): \($0)" }
        let detail = collector.detailRefusal.map { "\(Rule.detailUnavailable.id): \($0)" }
        guard let reason = failure ?? journal ?? detail else {
            return text(.ok, "ready\n")
        }
        var response = text(.serviceUnavailable, "not ready: \(reason)\n")
        response.headers[.retryAfter] = "5"
        return response
    }

    /// Moves a simulated clock, and closes what is due then. With the system's clock there is no such path.
    private func moveClock(_ request: Request) async -> Response {
        guard let clock = collector.clock as? SimulatedClock else { return notFound(live, "There is no such page.") }
        guard request.method == .post, let now = request.uri.queryParameters["now"].flatMap({ Int64($0) }) else {
            return text(.badRequest, "POST /simulated-clock?now=SECONDS, in seconds since 1970.\n")
        }
        clock.advance(to: now)
        await collector.tick()
        return text(.ok, "\(clock.now)\n")
    }

    func html(_ status: HTTPResponse.Status, _ body: String) -> Response {
        text(status, body, type: "text/html; charset=utf-8")
    }

    func text(
        _ status: HTTPResponse.Status, _ body: String, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: type,
                .contentSecurityPolicy: Dashboard.contentSecurityPolicy,
                .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
                Self.referrerPolicy: "no-referrer",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }

    // A valid field name, by inspection.
    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
