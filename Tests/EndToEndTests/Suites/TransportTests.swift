import Foundation
import NIOCore
import NIOPosix
import TacitSeal
import TacitWire
import TestHarness
import Testing

extension EndToEnd {
    @Suite("Who is on the way reads nothing, and who may not come in does not")
    struct TransportTests {
        private static func withCertificates<T>(_ body: (Certificates) async throws -> T) async throws -> T {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let certificates = try Certificates(in: folder)
            try certificates.install(certificates.server)
            return try await body(certificates)
        }

        private static func setup(_ certificates: Certificates, _ more: String...) -> CollectorSetup {
            let pair = certificates.installed
            let keys = ["certificate: \"\(pair.certificate)\"", "key: \"\(pair.key)\""] + more
            return CollectorSetup(lines: ["tls: {\(keys.joined(separator: ", "))}"])
        }

        @Test("all listeners speak TLS 1.3 with X25519MLKEM768; TLS 1.2 and plain HTTP are refused")
        func negotiated() async throws {
            try await Self.withCertificates { certificates in
                try await RunningCollector.run(Self.setup(certificates)) { collector in
                    for (url, alpn) in [
                        (collector.otlpHTTP, "http/1.1"), (collector.otlpGRPC, "h2"), (collector.dashboard, "http/1.1"),
                    ] {
                        #expect(url.hasPrefix("https://"))
                        let modern = try await TLSPeer.meet(url, certificates, alpn: alpn)
                        #expect(modern.version == "TLSv1.3" && modern.group == "X25519MLKEM768")
                        #expect(modern.alpn == alpn && modern.answered == true)
                        let classical = try await TLSPeer.meet(url, certificates, alpn: alpn, "--classical")
                        #expect(classical.version == "TLSv1.3" && classical.answered == true)
                        #expect(try await TLSPeer.meet(url, certificates, "--tls12").isRefused)
                    }
                    for url in [collector.otlpHTTP, collector.dashboard] {
                        let plain = url.replacing("https://", with: "http://")
                        await #expect(throws: (any Error).self) { try await collector.send("GET", plain + "/livez") }
                    }
                }
            }
        }

        @Test("where it is required, a client without post-quantum keys gets no connection")
        func required() async throws {
            try await Self.withCertificates { certificates in
                let setup = Self.setup(
                    certificates, "require_post_quantum: true", "listeners: [otlp_http, otlp_grpc]")
                try await RunningCollector.run(setup) { collector in
                    #expect(collector.dashboard.hasPrefix("http://"))
                    for url in [collector.otlpHTTP, collector.otlpGRPC] {
                        let modern = try await TLSPeer.meet(url, certificates)
                        let classical = try await TLSPeer.meet(url, certificates, "--classical")
                        #expect(modern.group == "X25519MLKEM768" && modern.answered == true)
                        #expect(classical.isRefused)
                    }
                }
            }
        }

        /// The story: whatever was wrong with the file, it was said that no collector answers, in an emergency too.
        @Test("an authority's file that is none is named before anybody is asked, and one that has not signed is told")
        func authorities() async throws {
            try await Self.withCertificates { certificates in
                try await RunningCollector.withFolder(Self.setup(certificates)) { folder in
                    let collector = try await folder.start()
                    let purge = ["purge", "--emergency", "--yes", "--config", folder.configurationFile]
                    func run(_ command: [String], trusting file: String) async throws -> Outcome {
                        try await Program.run(
                            Project.tacit(),
                            command + ["--collector", collector.dashboard, "--ca", file, "--state", folder.state.path])
                    }
                    let place = certificates.folder.url
                    for (name, content, why) in [
                        ("none.crt", nil, "can't be read"), ("empty.crt", "", "holds no certificate in PEM"),
                        ("words.crt", "planted words\n", "holds no certificate in PEM"),
                    ] {
                        let file = place.appendingPathComponent(name)
                        if let content { try Data(content.utf8).write(to: file) }
                        for command in [["status"], purge] {
                            let outcome = try await run(command, trusting: file.path)
                            #expect(outcome.status == 64 && outcome.errors.contains("--ca \(file.path): it \(why); "))
                            #expect(!outcome.errors.contains("planted"))
                        }
                    }
                    #expect(try await run(["status"], trusting: certificates.authority).status == 0)
                    let stranger = certificates.stranger.certificate
                    for command in [["status"], purge] {
                        let outcome = try await run(command, trusting: stranger)
                        #expect(outcome.status == 1, "\(outcome.output)")
                        #expect(outcome.errors.contains("no certificate signed by \(stranger)"), "\(outcome.errors)")
                    }
                }
            }
        }

        /// The story: it was said of a collector that was being stopped that it is not trusted.
        @Test("a collector that goes away while it is greeted is not there; that is no distrust") func leaving()
            async throws
        {
            let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65536))
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Leaving()) }
                }
                .bind(host: "127.0.0.1", port: 0).get()
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let state = folder.url.appendingPathComponent("state").path
            let address = "https://localhost:\(try #require(listener.localAddress?.port))"
            for command in [["status"], ["report"], ["purge", "--emergency", "--yes"]] {
                let outcome = try await Program.run(
                    Project.tacit(), command + ["--state", state, "--collector", address],
                    environment: ["TACIT_TOKEN": "tacit_made_up"])
                #expect(outcome.status == 1, "\(outcome.output)")
                #expect(outcome.errors.contains("No collector answers at \(address)"), "\(command) \(outcome.errors)")
                #expect(!outcome.errors.contains("trusted"))
            }
            try await listener.close()
        }

        @Test("a client without a certificate, or with that of another authority, does not come in")
        func mutual() async throws {
            try await Self.withCertificates { certificates in
                let setup = Self.setup(
                    certificates, "client_ca: \"\(certificates.authority)\"",
                    "client_ca_listeners: [otlp_http, otlp_grpc]")
                try await RunningCollector.run(setup) { collector in
                    for url in [collector.otlpHTTP, collector.otlpGRPC] {
                        let nobody = try await TLSPeer.meet(url, certificates)
                        let stranger = try await TLSPeer.meet(url, certificates, as: certificates.stranger)
                        let client = try await TLSPeer.meet(url, certificates, as: certificates.client)
                        #expect(nobody.isRefused && stranger.isRefused && client.answered == true)
                    }
                    let page = try await TLSPeer.meet(collector.dashboard, certificates)
                    #expect(page.answered == true)
                }
            }
        }

        @Test("a certificate is renewed without a restart, and one that is of no use is told and left")
        func renewed() async throws {
            try await Self.withCertificates { certificates in
                try await RunningCollector.run(Self.setup(certificates)) { collector in
                    let urls = [collector.otlpHTTP, collector.otlpGRPC, collector.dashboard]
                    let first = try await TLSPeer.meet(urls[0], certificates).serial
                    try certificates.install(
                        .init(certificate: certificates.next.certificate, key: certificates.client.key))
                    try await eventually("the complaint") { try collector.log.contains("tls.key-mismatched") }
                    for url in urls { #expect(try await TLSPeer.meet(url, certificates).serial == first) }
                    try certificates.install(certificates.next)
                    try await eventually("the renewal") { try collector.log.contains("the certificate was renewed") }
                    for url in urls {
                        let peer = try await TLSPeer.meet(url, certificates)
                        #expect(peer.answered == true && peer.serial != first)
                    }
                }
            }
        }

        @Test("the real OpenTelemetry clients send through TLS with a token", arguments: ["http", "grpc"])
        func realClients(wire: String) async throws {
            try await Self.withCertificates { certificates in
                var setup = Self.setup(certificates)
                setup.lines.append("access: {require_token: true}")
                try await RunningCollector.run(setup) { collector in
                    let token = try await Self.token(collector, "--project", "shop")
                    func send(_ header: String?) async throws -> Outcome {
                        var environment = ["OTEL_EXPORTER_OTLP_CERTIFICATE": certificates.authority]
                        environment["OTEL_EXPORTER_OTLP_HEADERS"] = header
                        let url = wire == "grpc" ? collector.otlpGRPC : collector.otlpHTTP
                        return try await Client.run(
                            "send",
                            [
                                "--protocol", wire, "--endpoint", url.replacing("127.0.0.1", with: "localhost"),
                                "--count",
                                "5", "--start", "\(Moment.seconds)",
                            ], environment: environment)
                    }
                    try await Self.admitted(token, by: collector)
                    #expect(try await send("authorization=Bearer%20\(token)").status == 0)
                    #expect(try await send(nil).status == 1)
                    #expect(try await send("authorization=Bearer%20\(token.dropLast())0x").status == 1)
                    #expect(try await collector.refused("access.unauthenticated").map { $0 > 0 } == true)
                    let log = try collector.log
                    #expect(!log.contains(token) && !log.contains("tacit_"))
                }
            }
        }

        // MARK: Tokens

        private static func token(_ collector: RunningCollector, _ arguments: String...) async throws -> String {
            let outcome = try await Program.run(
                Project.tacit(), ["token", "create", "--state", collector.state] + arguments)
            guard outcome.status == 0 else { throw ToolFailed("tacit token create", outcome) }
            return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        /// A collector takes up tokens from the next second on.
        private static func admitted(_ token: String, by collector: RunningCollector) async throws {
            try await eventually("the token") { try await post(collector, token).status == 200 }
        }

        private static func post(
            _ collector: RunningCollector, _ token: String?, path: String = Signal.logs.path
        ) async throws -> Answer {
            var headers = [("content-type", "application/x-protobuf")]
            if let token { headers.append(("authorization", "Bearer \(token)")) }
            return try await collector.send(
                "POST", collector.otlpHTTP + path, headers: headers, Requests.logs(1))
        }

        @Test("from the first ingest token on, sending needs one, which reads nothing and can be revoked")
        func ingestTokens() async throws {
            try await RunningCollector.run { collector in
                #expect(try await Self.post(collector, nil).status == 200)
                let viewer = try await Self.token(collector, "--project", "jane", "--role", "viewer")
                let token = try await Self.token(collector, "--project", "shop", "--role", "ingest", "--expires", "90d")
                try await eventually("the need of a token") { try await Self.post(collector, nil).status == 401 }
                for path in [Signal.traces.path, "/v1/keys", "/v1/sealed", "/v1/erasure", "/v1/none"] {
                    let answer = try await Self.post(collector, nil, path: path)
                    #expect(answer.status == 401 && Status(answer)?.code == 16)
                    #expect(answer.header("www-authenticate") == "Bearer realm=\"tacit\"")
                }
                #expect(try await Self.post(collector, token).status == 200)
                let reading = try await Self.post(collector, viewer)
                #expect(reading.status == 403 && Status(reading)?.code == 7)

                let kept = try Data(contentsOf: URL(fileURLWithPath: collector.state + "/tokens.json"))
                #expect(!String(decoding: kept, as: UTF8.self).contains(token.suffix(64)))
                let list = try await Program.tacit("token", "list", "--state", collector.state)
                #expect(list.output.contains("shop") && !list.output.contains(token.suffix(64)))

                let id = String(token.dropFirst("tacit_".count).prefix(8))
                #expect(try await Program.tacit("token", "revoke", id, "--state", collector.state).status == 0)
                try await eventually("the end of the token") { try await Self.post(collector, token).status == 401 }
                // Nobody opens a collector by revoking its last token.
                #expect(try await Self.post(collector, nil).status == 401)
                #expect(try await Program.tacit("token", "revoke", "00000000", "--state", collector.state).status == 1)
            }
        }

        @Test("making a session takes a token for sending, and its own token all else")
        func sessions() async throws {
            let setup = CollectorSetup(lines: ["access: {require_token: true}", "sessions: {enabled: true}"])
            try await RunningCollector.run(setup) { collector in
                let token = try await Self.token(collector, "--project", "shop")
                try await Self.admitted(token, by: collector)
                func send(_ method: String, _ bearer: String?) async throws -> Answer {
                    try await collector.send(
                        method, collector.otlpHTTP + "/v1/sessions",
                        headers: [("content-type", "text/plain")]
                            + (bearer.map { [("authorization", "Bearer \($0)")] } ?? []),
                        method == "POST" ? Array("a draft".utf8) : nil)
                }
                #expect(try await send("POST", nil).status == 401)
                let made = try await send("POST", token)
                #expect(made.status == 201)
                let document = try JSONSerialization.jsonObject(with: Data(made.bytes)) as? [String: Any]
                let session = try #require(document?["token"] as? String)
                #expect(try await send("POST", session).status == 401)
                #expect(try await send("GET", token).status == 400)
                #expect(try await send("GET", session).text == "a draft")
                #expect(try await send("DELETE", session).status == 200)
            }
        }

        @Test("one token sends as many requests as it may, and is told when to go on")
        func rates() async throws {
            let setup = CollectorSetup(limits: ["requests_per_second: 1"], lines: ["access: {require_token: true}"])
            try await RunningCollector.run(setup) { collector in
                let token = try await Self.token(collector, "--project", "shop")
                let other = try await Self.token(collector, "--project", "press")
                try await Self.admitted(token, by: collector)
                var refused: Answer?
                for _ in 0..<40 where refused == nil {
                    let answer = try await Self.post(collector, token)
                    if answer.status != 200 { refused = answer }
                }
                let answer = try #require(refused)
                #expect(answer.status == 429 && Status(answer)?.code == 8)
                #expect(answer.header("retry-after").flatMap { Int($0) }.map { $0 >= 1 } == true)
                #expect(try await Self.post(collector, other).status == 200)
                #expect(try await collector.refused("access.too-many") == 1)
            }
        }

        @Test(
            "a token is for a program or a role: what is personal is no name, and is not repeated",
            arguments: ["bob@example.com", "192.0.2.17", "+1-202-555-0143"])
        func personalNames(name: String) async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let outcome = try await Program.tacit("token", "create", "--state", folder.path, "--project", name)
            #expect(outcome.status == 64 && outcome.errors.contains("--project reads like"), "\(outcome.errors)")
            let said = outcome.errors + outcome.output
            #expect(!said.contains(name) && !FileManager.default.fileExists(atPath: folder.path + "/tokens.json"))
        }

        @Test("the page is read by role, by token or by the cookie of a form")
        func page() async throws {
            try await RunningCollector.run(CollectorSetup(lines: ["access: {page: token}"])) { collector in
                let viewer = try await Self.token(collector, "--project", "jane", "--role", "viewer")
                let operators = try await Self.token(collector, "--project", "ops", "--role", "operator")
                let ingest = try await Self.token(collector, "--project", "shop")
                func get(_ path: String, _ headers: [(String, String)]) async throws -> Answer {
                    try await collector.send("GET", collector.dashboard + path, headers: headers)
                }
                func bearer(_ token: String) -> [(String, String)] { [("authorization", "Bearer \(token)")] }
                try await eventually("the tokens") { try await get("/", bearer(ingest)).status == 403 }
                #expect(try await get("/", []).status == 401)
                #expect(try await get("/livez", []).status == 200)
                #expect(try await get("/", bearer(viewer)).status == 200)
                #expect(try await get("/api/report", bearer(viewer)).status == 200)
                #expect(try await get("/metrics", bearer(viewer)).status == 403)
                #expect(try await get("/metrics", bearer(operators)).status == 200)

                let form = try await get("/held", [("accept", "text/html")])
                #expect(form.status == 401 && form.text.contains("<form") && form.text.contains("method=\"post\""))
                #expect(form.header("content-security-policy")?.contains("form-action 'self'") == true)
                // What is said there to make one does make one.
                let unsigned = try await Program.tacit("report", "--collector", collector.dashboard)
                let said = [form.text, unsigned.errors, try await get("/", []).text]
                for (place, text) in said.enumerated() {
                    let command = try #require(text.firstMatch(of: /tacit (token create [^`<]+)[`<]/), "\(text)")
                    let made = try await Program.run(
                        Project.tacit(),
                        command.1.split(separator: " ").map(String.init) + ["--state", collector.state])
                    #expect(made.status == 0 && (place == 2 || command.1.contains("viewer")), "\(made.errors)")
                }
                func signIn(_ text: String, site: String = "same-origin") async throws -> Answer {
                    try await collector.send(
                        "POST", collector.dashboard + "/sign-in",
                        headers: [
                            ("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", site),
                        ], Array("token=\(text)".utf8))
                }
                #expect(try await signIn(viewer, site: "cross-site").status == 403)
                #expect(try await signIn("nonsense").status == 401)
                #expect(try await signIn(ingest).status == 401)
                // The client follows to the page, which it may not read without the cookie.
                let signedIn = try await Program.run(
                    Project.tool("curl"),
                    ["-s", "-i", "-m", "20", "-d", "token=\(viewer)", collector.dashboard + "/sign-in"])
                let cookie = try #require(signedIn.output.firstMatch(of: /Set-Cookie: ([^;]+);([^\r]*)/))
                #expect(signedIn.output.contains("303 ") && cookie.2.contains("HttpOnly"))
                #expect(cookie.2.contains("SameSite=Strict") && !cookie.1.contains(viewer.suffix(64)))
                let session = [("cookie", String(cookie.1))]
                #expect(try await get("/held", session).status == 200)
                #expect(try await get("/metrics", session).status == 403)
                let id = String(viewer.dropFirst("tacit_".count).prefix(8))
                _ = try await Program.tacit("token", "revoke", id, "--state", collector.state)
                try await eventually("the end of the session") { try await get("/held", session).status == 401 }
            }
        }
    }
}

/// Ends a connection as soon as something came.
private final class Leaving: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { context.close(promise: nil) }
}
