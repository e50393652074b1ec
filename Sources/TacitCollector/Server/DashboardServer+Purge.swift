import HTTPTypes
import Hummingbird
import Logging
import TacitWire

/// `POST /api/purge`: what has expired; with `scope=NAME`, once or more often, everything of that; with `emergency=true` everything that
/// tells of single people. Always with an officer's token, also where the page itself is open to all: no page of somebody else
/// can have a browser send one. A request that says `If-Match: "KEY"` is done by the collector alone that signs with that key.
extension DashboardServer {
    static let purgePath = "/api/purge"

    func purge(_ request: Request) async -> Response {
        guard request.method == .post else {
            var response = text(.methodNotAllowed, "Purge with POST.\n")
            response.headers[.allow] = "POST"
            return response
        }
        // Before the token is looked at: who asked the wrong collector has one of another's.
        guard request.headers[.ifMatch].map({ $0 == collector.signingKey.map { "\"\($0)\"" } }) ?? true else {
            return text(.preconditionFailed, "This is another folder's collector; nothing was removed.\n")
        }
        // A token that was made just now counts.
        access.refresh(log: collector.log)
        do throws(AccessControl.Refusal) {
            try access.admitOfficer(request.headers[.authorization], now: access.now)
        } catch {
            collector.counters.refuseRequest(nil, error.rule)
            let refusal = HTTPRefusal(error)
            var response = text(refusal.status, error.status.message + "\n")
            for field in refusal.headers { response.headers.append(field) }
            return response
        }
        guard let purge = Purge(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) else {
            return text(
                .badRequest,
                "Ask for nothing, for `emergency=true`, or for `scope=` with one of "
                    + PurgeScope.allCases.map(\.rawValue).joined(separator: ", ") + ".\n")
        }
        collector.log.notice("purge", metadata: ["what": "\(purge.words)"])
        return text(.ok, JSON.text(await collector.purge(purge)), type: "application/json")
    }
}

extension Purge {
    /// As it is asked for; `nil` where it is not asked for in this way.
    init?(_ query: [(name: String, value: String)]) {
        if query.isEmpty {
            self = .expired
        } else if query.count == 1, query[0] == ("emergency", "true") {
            self = .emergency
        } else {
            let scopes = query.compactMap { $0.name == "scope" ? PurgeScope(rawValue: $0.value) : nil }
            guard scopes.count == query.count else { return nil }
            self = .all(Set(scopes))
        }
    }

    /// The query that asks for it.
    package var query: String {
        switch self {
        case .expired: ""
        case .emergency: "?emergency=true"
        case .all(let scopes): "?" + scopes.map { "scope=\($0.rawValue)" }.sorted().joined(separator: "&")
        }
    }

    /// Names of scopes alone.
    package var words: String {
        switch self {
        case .expired: "what has expired"
        case .emergency: "emergency"
        case .all(let scopes): scopes.map(\.rawValue).sorted().joined(separator: ", ")
        }
    }
}
