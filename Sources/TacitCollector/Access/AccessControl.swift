package import Logging
import NIOCore
import Synchronization
package import TacitSeal

/// Who may send, and who may read.
///
/// Without tokens everyone may send, as long as nothing says otherwise. From the first ingest token on, whoever sends needs
/// one. Tokens that are made and revoked while the collector runs count from the next second on.
package final class AccessControl: Sendable {
    private let file: TokenFile
    private let settings: CollectorConfiguration.Access
    private let rate: Int
    private let isPageLocal: Bool
    private let clock = SystemClock()
    private let state: Mutex<State>

    private struct State {
        var tokens: [String: TokenRecord]
        var identity: Files.Identity?
        var buckets: [String: RateBucket] = [:]
        var sessions: [[UInt8]: PageSession] = [:]
    }

    /// Why a request is not admitted.
    package enum Refusal: Error, Sendable, Equatable {
        /// It brings no token that is valid.
        case unauthenticated
        /// The token is for something else.
        case forbidden
        /// Too many came with this token; the next is admitted after so many seconds.
        case tooMany(seconds: Int)
    }

    /// A token file that can't be read stops the start: nobody would know whom to admit.
    package init(_ configuration: CollectorConfiguration) throws(FileFault) {
        file = TokenFile(in: configuration.state)
        settings = configuration.access
        rate = configuration.limits.requestsPerSecond
        isPageLocal = configuration.listen.dashboard.isLoopback
        let identity = Files.identity(file.path)
        state = Mutex(State(tokens: Self.byID(try file.read()), identity: identity))
    }

    /// The machine's time, also where windows go by a simulated clock: tokens expire by it.
    package var now: Int64 { clock.now }

    private static func byID(_ tokens: [TokenRecord]) -> [String: TokenRecord] {
        Dictionary(tokens.map { ($0.id, $0) }) { $1 }
    }

    // MARK: Sending

    /// Whether whoever sends needs a token.
    private var protectsIntake: Bool {
        settings.requireToken || state.withLock { $0.tokens.values.contains { $0.role == .ingest } }
    }

    /// Admits a request that brings data.
    ///
    /// - Parameters:
    ///   - authorization: the header of that name.
    ///   - now: in seconds since 1970.
    package func admitIntake(_ authorization: String?, now: Int64) throws(Refusal) {
        guard protectsIntake else { return }
        let token = try holder(of: authorization, now: now)
        guard token.role == .ingest else { throw .forbidden }
        try pace(token)
    }

    private func holder(of authorization: String?, now: Int64) throws(Refusal) -> TokenRecord {
        guard let authorization, authorization.utf8.count <= 256,
            authorization.prefix(7).lowercased() == "bearer ",
            let token = AccessToken(String(authorization.dropFirst(7).drop { $0 == " " }))
        else { throw .unauthenticated }
        return try holder(of: token, now: now)
    }

    private func holder(of token: AccessToken, now: Int64) throws(Refusal) -> TokenRecord {
        let digest = token.digest
        guard let record = state.withLock({ $0.tokens[token.id] }), record.matches(digest), record.isValid(at: now)
        else { throw .unauthenticated }
        return record
    }

    private func pace(_ token: TokenRecord) throws(Refusal) {
        guard rate > 0 else { return }
        let now = Double(NIODeadline.now().uptimeNanoseconds) / 1e9
        let wait = state.withLock { state in
            state.buckets[token.id, default: RateBucket(rate: rate, now: now)].take(now: now)
        }
        if let wait { throw .tooMany(seconds: wait) }
    }

    // MARK: Reading

    /// Whether the page asks for a token.
    package var protectsPage: Bool {
        switch settings.page {
        case .auto: !isPageLocal
        case .token: true
        case .open: false
        }
    }

    /// Admits a request to the page, by its token or by the cookie that was given for one.
    package func admitPage(
        _ authorization: String?, cookie: String?, needing role: AccessRole, now: Int64
    ) throws(Refusal) {
        guard protectsPage else { return }
        let token =
            if authorization == nil, let cookie {
                try holder(ofCookie: cookie, now: now)
            } else {
                try holder(of: authorization, now: now)
            }
        guard token.role.covers(role) else { throw .forbidden }
        try pace(token)
    }

    /// Admits a request that can't be undone: by an officer's token alone, also where the page asks for none.
    package func admitOfficer(_ authorization: String?, now: Int64) throws(Refusal) {
        let token = try holder(of: authorization, now: now)
        guard token.role.covers(.officer) else { throw .forbidden }
        try pace(token)
    }

    /// Begins a browser's session with a token, and answers its cookie.
    package func signIn(_ text: String, now: Int64) throws(Refusal) -> String {
        guard let token = AccessToken(text) else { throw .unauthenticated }
        let record = try holder(of: token, now: now)
        guard record.role.covers(.viewer) else { throw .forbidden }
        try pace(record)
        let cookie = PageCookie()
        state.withLock { state in
            state.sessions = state.sessions.filter { $0.value.ends > now }
            if state.sessions.count >= PageSession.most,
                let oldest = state.sessions.min(by: { $0.value.ends < $1.value.ends })?.key
            {
                state.sessions[oldest] = nil
            }
            state.sessions[cookie.digest] = PageSession(token: record.id, ends: now + PageSession.lasting)
        }
        return cookie.text
    }

    package func signOut(_ cookie: String) {
        guard let cookie = PageCookie(cookie) else { return }
        state.withLock { $0.sessions[cookie.digest] = nil }
    }

    private func holder(ofCookie text: String, now: Int64) throws(Refusal) -> TokenRecord {
        guard let cookie = PageCookie(text) else { throw .unauthenticated }
        // Found by its digest: nobody can choose where a digest begins to differ.
        let record = state.withLock { state in
            state.sessions[cookie.digest].flatMap { $0.ends > now ? state.tokens[$0.token] : nil }
        }
        guard let record, record.isValid(at: now) else { throw .unauthenticated }
        return record
    }

    // MARK: Changes

    /// Reads the tokens anew where they have changed. Where they can't be read, those that were known still count.
    package func refresh(log: Logger) {
        guard let identity = Files.identity(file.path), identity != state.withLock({ $0.identity }) else { return }
        do {
            let tokens = Self.byID(try file.read())
            state.withLock { state in
                state.tokens = tokens
                state.buckets = state.buckets.filter { tokens[$0.key] != nil }
            }
        } catch {
            log.error(
                "the tokens can't be read; those that were known still count",
                metadata: ["file": "\(error.place)", "remedy": "\(error.remedy)"])
        }
        state.withLock { $0.identity = identity }
    }
}
