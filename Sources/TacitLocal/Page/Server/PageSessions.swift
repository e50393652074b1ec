/// The browsers that were let in. They are forgotten when the server stops.
struct PageSessions: Sendable {
    struct Session: Sendable {
        let cookie: String
        /// Stands in the forms of this browser; no other page can know it.
        let formToken: String
    }

    private var sessions: [Session] = []
    private static let limit = 8

    /// The oldest makes room.
    mutating func open() -> Session {
        let session = Session(cookie: PageTokens.random(), formToken: PageTokens.random())
        sessions = sessions.suffix(Self.limit - 1) + [session]
        return session
    }

    /// Every session is compared, so that the time taken tells nothing of which agrees.
    func session(_ cookie: String?) -> Session? {
        guard let cookie else { return nil }
        return sessions.filter { PageTokens.isSame($0.cookie, cookie) }.first
    }
}
