import TacitSeal

/// Which answer a request gets: who may look, and what a form does. Without sockets.
struct PageRoutes {
    let tokens: PageTokens
    /// The port that the page is served on.
    let port: UInt16
    private var sessions = PageSessions()

    init(tokens: PageTokens, port: UInt16) {
        self.tokens = tokens
        self.port = port
    }

    mutating func answer(_ request: PageRequest, _ actions: any PageActions) -> PageAnswer {
        // A name that somebody else's server gave to this address is not a name of this page.
        guard isOwn(host: request.host) else { return Self.forbidden }
        if request.method == .get, request.path == "/", let token = request.query["token"] { return open(token) }
        guard let session = sessions.session(request.cookies[cookieName]) else { return Self.forbidden }
        switch request.method {
        case .get: return page(request, session, actions)
        case .post:
            guard isOwn(request), let token = request.form["form"], PageTokens.isSame(token, session.formToken) else {
                return Self.forbidden
            }
            do throws(FileFault) {
                return try act(request, actions)
            } catch {
                let text = "\(error.place): \(error.remedy)."
                return .html(LocalPage.message("That did not work.", text, at: nil), status: 500)
            }
        }
    }

    // MARK: Who

    /// Cookies do not tell ports apart, so two pages on one machine need two names.
    private var cookieName: String { "tacit-\(port)" }

    private mutating func open(_ token: String) -> PageAnswer {
        guard tokens.redeem(token) else { return Self.forbidden }
        let cookie = "\(cookieName)=\(sessions.open().cookie); Path=/; HttpOnly; SameSite=Strict"
        return .seeOther("/", headers: [("Set-Cookie", cookie)])
    }

    private func isOwn(host: String) -> Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { host == "\($0):\(port)" || port == 80 && host == $0 }
    }

    /// A form of this page, sent by this page: browsers say so, and one that says neither is not believed.
    private func isOwn(_ request: PageRequest) -> Bool {
        guard request.origin != nil || request.site != nil else { return false }
        return (request.origin.map { $0 == "http://\(request.host)" } ?? true)
            && (request.site.map { $0 == "same-origin" } ?? true)
    }

    static let forbidden = PageAnswer.text(
        403,
        "This page is for the person who owns this machine.\n\nRun `\(Commands.link)` and open the address it prints.\n"
    )

    // MARK: What

    private func page(
        _ request: PageRequest, _ session: PageSessions.Session, _ actions: any PageActions
    ) -> PageAnswer {
        switch request.path {
        case "/": .html(LocalPage(actions.picture(), formToken: session.formToken).overview())
        case "/delete": .html(LocalPage(actions.picture(), formToken: session.formToken).deletion())
        case "/style.css": PageAnswer(200, type: "text/css; charset=utf-8", LocalPage.stylesheet.utf8)
        case "/favicon.svg": PageAnswer(200, type: "image/svg+xml", LocalPage.icon.utf8)
        default:
            .html(LocalPage.message("There is no such page.", "All there is stands on one page.", at: nil), status: 404)
        }
    }

    private func act(_ request: PageRequest, _ actions: any PageActions) throws(FileFault) -> PageAnswer {
        switch request.path {
        case "/part":
            guard let part = request.form["part"].flatMap(Part.init), let on = request.form["on"],
                ["yes", "no"].contains(on)
            else { return PageAnswer(.badRequest) }
            try actions.set(part, isOn: on == "yes")
            return .seeOther("/#part-\(part.rawValue)")
        case "/export":
            let name = "tacit-local-\(actions.picture().now.date).jsonl"
            return PageAnswer(
                200, type: "application/jsonl", try actions.export(),
                headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
        case "/delete":
            let names = try actions.deleteAll()
            return .html(LocalPage.deleted(names, at: actions.picture().now))
        default: return .html(LocalPage.message("There is no such page.", "Nothing was changed.", at: nil), status: 404)
        }
    }
}
