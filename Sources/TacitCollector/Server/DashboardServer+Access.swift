import HTTPTypes
import Hummingbird
import NIOCore
import TacitWire

/// Who may read the page: `Authorization: Bearer TOKEN`, or a browser's cookie that it got for its token.
///
/// The cookie is sent with requests from this page alone (SameSite=Strict), can't be read by anything in the browser
/// (HttpOnly), and stands for a session of the collector's memory, not for the token.
extension DashboardServer {
    /// What the paths that everyone may ask for are: whether it lives, and what the form looks like.
    private static let openPaths: Set<String> = ["/livez", "/readyz", "/style.css", "/favicon.svg"]

    private static func role(for path: String) -> AccessRole {
        switch path {
        case "/metrics": .operator
        case "/simulated-clock": .officer
        default: .viewer
        }
    }

    /// Why a request is not answered; `nil` where it is.
    func refusal(of request: Request, _ path: String) -> Response? {
        guard access.protectsPage, !Self.openPaths.contains(path) else { return nil }
        do throws(AccessControl.Refusal) {
            try access.admitPage(
                request.headers[.authorization], cookie: cookie(of: request), needing: Self.role(for: path),
                now: access.now)
            return nil
        } catch {
            collector.counters.refuseRequest(nil, error.rule)
            if case .unauthenticated = error, request.headers[.accept]?.contains("text/html") == true {
                return form(isRefused: false)
            }
            var response = text(HTTPRefusal(error).status, error.status.message + "\n")
            for field in HTTPRefusal(error).headers { response.headers.append(field) }
            return response
        }
    }

    /// `POST /sign-in` with the form's field; with GET, the form.
    func signIn(_ request: Request) async -> Response {
        guard request.method == .post else { return form(isRefused: false) }
        // A browser says where a form was sent from. Nobody else's page signs anybody in here.
        if let site = request.headers[Self.fetchSite], site != "same-origin", site != "none" {
            return text(.forbidden, "The form must be this page's own.\n")
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: 1024)
        } catch is BodyDeadline.Passed {
            var response = text(.requestTimeout, "The form took too long; send it again.\n")
            response.headers[.connection] = "close"
            return response
        } catch {
            return text(.contentTooLarge, "The form holds a token and nothing else.\n")
        }
        let field = String(buffer: body)
        do throws(AccessControl.Refusal) {
            let session = try access.signIn(
                field.hasPrefix("token=") ? String(field.dropFirst("token=".count)) : "", now: access.now)
            var response = text(.seeOther, "")
            response.headers[.location] = "/"
            response.headers[.setCookie] = setCookie(session, lasting: PageSession.lasting)
            return response
        } catch {
            collector.counters.refuseRequest(nil, error.rule)
            return form(isRefused: true)
        }
    }

    /// `POST /sign-out` ends the browser's session.
    func signOut(_ request: Request) -> Response {
        guard request.method == .post else {
            var response = text(.methodNotAllowed, "Sign out with POST.\n")
            response.headers[.allow] = "POST"
            return response
        }
        if let cookie = cookie(of: request) { access.signOut(cookie) }
        var response = text(.seeOther, "")
        response.headers[.location] = "/"
        response.headers[.setCookie] = setCookie("", lasting: 0)
        return response
    }

    private func form(isRefused: Bool) -> Response {
        var response = html(.unauthorized, live.signIn(isRefused: isRefused))
        response.headers[.contentSecurityPolicy] = Dashboard.formPolicy
        response.headers[.wwwAuthenticate] = "Bearer realm=\"tacit\""
        return response
    }

    /// On this machine, without TLS, browsers keep no cookie that is for TLS alone.
    private var isSecure: Bool {
        let configuration = collector.configuration
        return configuration.tls.covers(.dashboard) || !configuration.listen.dashboard.isLoopback
    }

    private var cookieName: String { isSecure ? "__Host-tacit" : "tacit" }

    private func setCookie(_ value: String, lasting seconds: Int64) -> String {
        "\(cookieName)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    private func cookie(of request: Request) -> String? {
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0] == cookieName { return String(parts[1]) }
            }
        }
        return nil
    }

    // A valid field name, by inspection.
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
