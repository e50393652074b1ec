#if HTTPClient
    import TestHarness
    import Testing

    @testable import Tacit

    @Suite("A request over TLS to somebody who goes away")
    struct HTTPTransportTests {
        /// Listens, and does with each connection what the script says; `greeted` is one with TLS.
        private func reason(_ body: [String]) async throws -> TransportError.Reason? {
            let folder = try TestHarness.TemporaryFolder()
            let authority = try Authority(in: folder.path)
            let pair = try authority.signed("server")
            let port = try await Port.free()
            let script =
                [
                    "import socket, ssl",
                    "context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)",
                    "context.load_cert_chain('\(pair.certificate)', '\(pair.key)')",
                    "listener = socket.create_server(('127.0.0.1', \(port)))",
                    "print('listens', flush=True)",
                    "connection = listener.accept()[0]",
                ] + body
            let server = try Program(
                Tool.named("python3"), ["-c", script.joined(separator: "\n")], in: folder, named: "leaving")
            try await eventually("somebody listens") { server.output.contains("listens") }
            let transport = HTTPTransport(
                endpoint: "https://localhost:\(port)", certificates: authority.certificate)
            do throws(TransportError) {
                _ = try await transport.send(
                    OutgoingRequest(.post, "/v1/logs", body: Array("what was measured".utf8), timeout: .seconds(30)))
                return nil
            } catch {
                return error.reason
            }
        }

        @Test("in the middle of the greeting: nothing arrived, and nobody was refused")
        func greeting() async throws {
            #expect(try await reason(["connection.recv(65536)", "connection.close()"]) == .unreachable)
        }

        @Test("behind the request: it may have arrived")
        func request() async throws {
            #expect(
                try await reason([
                    "greeted = context.wrap_socket(connection, server_side=True)", "greeted.recv(65536)",
                    "greeted.shutdown(socket.SHUT_RDWR)", "greeted.close()",
                ]) == .interrupted)
        }

        @Test("that answers with a certificate of somebody else is not trusted")
        func stranger() async throws {
            let folder = try TestHarness.TemporaryFolder()
            let other = try Authority(named: "other", in: folder.path)
            let pair = try other.signed("stranger")
            #expect(
                try await reason([
                    "context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)",
                    "context.load_cert_chain('\(pair.certificate)', '\(pair.key)')",
                    "greeted = context.wrap_socket(connection, server_side=True)",
                ]) == .untrusted)
        }
    }
#endif
