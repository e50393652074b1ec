import TestHarness
import Testing

@testable import TacitLocal
@testable import TacitSeal

@Suite("Who may see the page")
struct PageAccessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func request(
        _ method: PageRequest.Method = .get, _ path: String = "/", query: [String: String] = [:],
        form: [String: String] = [:], host: String = "127.0.0.1:4711", origin: String? = nil, site: String? = nil,
        cookie: String? = nil
    ) -> PageRequest {
        PageRequest(
            method: method, path: path, query: query, form: form, host: host, origin: origin, site: site,
            cookies: cookie.map { ["tacit-4711": $0] } ?? [:])
    }

    private func routes() -> PageRoutes { PageRoutes(tokens: PageTokens(folder: folder.path), port: 4711) }

    /// The cookie and the token of its forms.
    private func entered(_ routes: inout PageRoutes, _ actions: Actions) throws -> (cookie: String, form: String) {
        let token = try PageTokens(folder: folder.path).issue()
        let answer = routes.answer(request(query: ["token": token]), actions)
        let header = try #require(answer.headers.first { $0.name == "Set-Cookie" }).value
        let cookie = String(try #require(header.split(separator: ";").first).dropFirst("tacit-4711=".count))
        let page = String(decoding: routes.answer(request(cookie: cookie), actions).body, as: UTF8.self)
        let form = try #require(page.firstRange(of: "name=\"form\" value=\"")).upperBound
        return (cookie, String(page[form...].prefix(32)))
    }

    @Test("a token works once, and leaves nothing behind")
    func once() throws {
        let tokens = PageTokens(folder: folder.path)
        let token = try tokens.issue()
        #expect(token.utf8.count == 32)
        #expect(try Files.names(in: folder.path) == ["page.token"])
        #expect(
            !tokens.redeem("") && !tokens.redeem(String(token.dropLast())) && !tokens.redeem(String(token.reversed())))
        #expect(tokens.redeem(token))
        #expect(!tokens.redeem(token))
        #expect(try Files.names(in: folder.path).isEmpty)
    }

    @Test("a new token takes the place of the one before")
    func replaced() throws {
        let tokens = PageTokens(folder: folder.path)
        let first = try tokens.issue()
        let second = try tokens.issue()
        #expect(first != second && !tokens.redeem(first) && tokens.redeem(second))
    }

    @Test("an empty or damaged file of a token opens nothing", arguments: ["", "0", String(repeating: "0", count: 31)])
    func damaged(_ text: String) throws {
        try Files.replace(folder.path + "/page.token", with: Array(text.utf8))
        #expect(!PageTokens(folder: folder.path).redeem(text))
    }

    @Test("the file of a token is its owner's alone")
    func mode() throws {
        _ = try PageTokens(folder: folder.path).issue()
        #expect(try folder.mode(of: "page.token") == 0o600)
    }

    @Test("whoever comes with a token gets a cookie that no script and no other site can use")
    func cookie() throws {
        var routes = routes()
        let token = try PageTokens(folder: folder.path).issue()
        let answer = routes.answer(request(query: ["token": token]), Actions())
        #expect(answer.status == 303 && answer.headers.contains { $0.name == "Location" && $0.value == "/" })
        let header = try #require(answer.headers.first { $0.name == "Set-Cookie" }).value
        #expect(header.hasPrefix("tacit-4711=") && header.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        #expect(routes.answer(request(query: ["token": token]), Actions()) == PageRoutes.forbidden)
    }

    @Test("without a cookie there is nothing but the way to one", arguments: ["/", "/delete", "/style.css", "/x"])
    func stranger(_ path: String) throws {
        var routes = routes()
        let actions = Actions()
        _ = try entered(&routes, actions)
        for cookie in [nil, "", "0", String(repeating: "0", count: 32)] {
            #expect(routes.answer(request(.get, path, cookie: cookie), actions) == PageRoutes.forbidden)
            #expect(
                routes.answer(request(.post, path, origin: "http://127.0.0.1:4711", cookie: cookie), actions)
                    == PageRoutes.forbidden)
        }
        #expect(String(decoding: PageRoutes.forbidden.body, as: UTF8.self).contains("tacit local link"))
        #expect(PageRoutes.forbidden.status == 403)
    }

    @Test(
        "another name that leads here is refused, even with a token or a cookie",
        arguments: [
            "example.com:4711", "127.0.0.1", "127.0.0.1:80", "localhost", "127.0.0.1:4711.example.com", "[::1]", "",
            "127.0.0.2:4711", "LOCALHOST.example:4711",
        ])
    func host(_ host: String) throws {
        var routes = routes()
        let (cookie, _) = try entered(&routes, Actions())
        let token = try PageTokens(folder: folder.path).issue()
        #expect(routes.answer(request(host: host, cookie: cookie), Actions()) == PageRoutes.forbidden)
        #expect(routes.answer(request(query: ["token": token], host: host), Actions()) == PageRoutes.forbidden)
        #expect(PageTokens(folder: folder.path).redeem(token), "the token was not spent")
    }

    @Test("its own names are taken", arguments: ["127.0.0.1:4711", "localhost:4711", "[::1]:4711"])
    func own(_ host: String) throws {
        var routes = routes()
        let (cookie, _) = try entered(&routes, Actions())
        #expect(routes.answer(request(host: host, cookie: cookie), Actions()).status == 200)
    }

    @Test("a form that another page sent changes nothing")
    func forged() throws {
        var routes = routes()
        let actions = Actions()
        let (cookie, form) = try entered(&routes, actions)
        let own = "http://127.0.0.1:4711"
        let forgeries: [(form: String?, origin: String?, site: String?)] = [
            (nil, own, "same-origin"), ("", own, nil), (String(form.reversed()), own, nil), (form, nil, nil),
            (form, "null", nil), (form, "http://example.com", nil), (form, "https://127.0.0.1:4711", nil),
            (form, "http://127.0.0.1:4712", "same-site"), (form, own, "cross-site"), (form, own, "same-site"),
            (form, nil, "none"), (form, "http://localhost:4711", nil),
        ]
        for path in ["/part", "/export", "/delete"] {
            for forgery in forgeries {
                var fields = ["part": "health", "on": "no"]
                fields["form"] = forgery.form
                let answer = routes.answer(
                    request(.post, path, form: fields, origin: forgery.origin, site: forgery.site, cookie: cookie),
                    actions)
                #expect(answer == PageRoutes.forbidden)
            }
        }
        #expect(actions.done.isEmpty)
    }

    @Test("buttons do what they say, and a look changes nothing")
    func buttons() throws {
        var routes = routes()
        let actions = Actions()
        let (cookie, form) = try entered(&routes, actions)
        func send(_ path: String, _ fields: [String: String] = [:]) -> PageAnswer {
            let all = fields.merging(["form": form]) { $1 }
            return routes.answer(
                request(.post, path, form: all, origin: "http://127.0.0.1:4711", site: "same-origin", cookie: cookie),
                actions)
        }
        for path in ["/part", "/export", "/delete"] { _ = routes.answer(request(.get, path, cookie: cookie), actions) }
        #expect(actions.done.isEmpty)
        let switched = send("/part", ["part": "levels", "on": "yes"])
        #expect(switched.status == 303 && switched.headers.contains { $0.value == "/#part-levels" })
        #expect(send("/part", ["part": "everything", "on": "yes"]).status == 400)
        #expect(send("/part", ["part": "levels", "on": "maybe"]).status == 400)
        let export = send("/export")
        #expect(export.body == Array("exported".utf8))
        #expect(export.headers.contains { $0.value == "attachment; filename=\"tacit-local-2026-11-21.jsonl\"" })
        #expect(String(decoding: send("/delete").body, as: UTF8.self).contains("health-2026-11-21.jsonl"))
        #expect(send("/other").status == 404)
        #expect(actions.done == ["levels on", "export", "delete"])
    }

    @Test("what could not be done is said with its remedy")
    func fault() throws {
        var routes = routes()
        let actions = Actions(fault: FileFault(.unwritable, at: "/folder/settings.json", remedy: "make room"))
        let (cookie, form) = try entered(&routes, actions)
        let answer = routes.answer(
            request(
                .post, "/part", form: ["form": form, "part": "levels", "on": "yes"], origin: "http://127.0.0.1:4711",
                cookie: cookie), actions)
        #expect(answer.status == 500)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("/folder/settings.json: make room."))
    }

    @Test("eight browsers are remembered; the ninth takes the place of the first")
    func sessions() throws {
        var sessions = PageSessions()
        let opened = (0..<9).map { _ in sessions.open() }
        #expect(sessions.session(opened[0].cookie) == nil)
        #expect(opened.dropFirst().allSatisfy { sessions.session($0.cookie)?.formToken == $0.formToken })
        #expect(Set(opened.flatMap { [$0.cookie, $0.formToken] }).count == 18)
    }

    @Test("no answer can be kept, framed, or guessed to be something else")
    func headers() {
        let text = String(decoding: PageAnswer.text(200, "x").bytes, as: UTF8.self)
        for header in [
            "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Connection: close", "Content-Length: 1",
            "Content-Security-Policy: default-src 'none';",
        ] { #expect(text.contains("\r\n\(header)")) }
        let policy = LocalPage.contentSecurityPolicy
        #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
    }
}

/// Writes down what the buttons did.
final class Actions: PageActions {
    private(set) var done: [String] = []
    private let fault: FileFault?

    init(fault: FileFault? = nil) { self.fault = fault }

    func picture() -> Picture { SamplePicture.critical.picture }

    func set(_ part: Part, isOn: Bool) throws(FileFault) { try act("\(part.rawValue) \(isOn ? "on" : "off")") }

    func export() throws(FileFault) -> [UInt8] {
        try act("export")
        return Array("exported".utf8)
    }

    func deleteAll() throws(FileFault) -> [String] {
        try act("delete")
        return ["health-2026-11-21.jsonl"]
    }

    private func act(_ name: String) throws(FileFault) {
        if let fault { throw fault }
        done.append(name)
    }
}
