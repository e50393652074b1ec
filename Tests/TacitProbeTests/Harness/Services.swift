import Foundation
import TacitLocal
import TestHarness

/// Real servers on loopback, each in a folder of a test.
enum Services {
    static func redis(_ port: Int, _ settings: [String] = [], in folder: TemporaryFolder) throws -> Program {
        let ports = settings.contains("--tls-port") ? [] : ["--port", "\(port)"]
        return try Program(
            Tool.named("redis-server"),
            ports + ["--bind", "127.0.0.1", "--save", "", "--dir", folder.path, "--daemonize", "no"] + settings,
            in: folder,
            named: "redis-\(port)")
    }

    static func redis(_ port: Int, encryptedWith certificates: Certificates, in folder: TemporaryFolder) throws
        -> Program
    {
        try redis(
            port,
            [
                "--port", "0", "--tls-port", "\(port)", "--tls-cert-file", certificates.valid.certificate,
                "--tls-key-file",
                certificates.valid.key, "--tls-ca-cert-file", certificates.authority, "--tls-auth-clients", "no",
            ], in: folder)
    }

    /// Answers `GET /` in clear on one port and, for each certificate, encrypted on one more.
    static func nginx(
        _ port: Int, encrypted: [(port: Int, pair: Authority.Pair)], in folder: TemporaryFolder
    ) throws -> Program {
        let servers = encrypted.map { port, pair in
            """
            server { listen 127.0.0.1:\(port) ssl; ssl_certificate \(pair.certificate); ssl_certificate_key \(pair.key);
            location / { return 204; } }
            """
        }
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(folder.path)/\($0);"
        }
        let text = """
            daemon off; master_process off; pid \(folder.path)/nginx.pid; error_log \(folder.path)/nginx.log;
            events {}
            http { access_log off; \(places.joined(separator: " "))
            server { listen 127.0.0.1:\(port);
            location / { return 204; } location /moved { return 301 /; } location /broken { return 503; }
            location /closed { return 401; } }
            \(servers.joined(separator: "\n")) }
            """
        let file = try folder.write(text, to: "nginx-\(port).conf")
        return try Program(
            Tool.named("nginx"), ["-p", folder.path, "-c", file, "-e", "\(folder.path)/nginx.log"], in: folder,
            named: "nginx-\(port)")
    }

    /// The folder of a database that speaks TLS, and asks everybody for a password but one network, which it lets in nowhere.
    static func makePostgres(_ port: Int, _ certificates: Certificates, in folder: TemporaryFolder) async throws
        -> String
    {
        let place = "\(folder.path)/postgres"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try folder.write("password\n", to: "postgres/password")
        try FileManager.default.copyItem(atPath: certificates.valid.certificate, toPath: "\(place)/server.crt")
        try FileManager.default.copyItem(atPath: certificates.valid.key, toPath: "\(place)/server.key")
        if getuid() == 0 { try await Program.run("/bin/chown", "-R", "postgres", place, in: folder) }
        try await Program.run("/bin/chmod", "600", "\(place)/server.key", in: folder)
        let command = asDatabase(
            try Tool.named("initdb"),
            [
                "-D", "\(place)/data", "-U", "owner", "--auth=scram-sha-256", "--pwfile=\(place)/password", "-E",
                "UTF8",
                "--locale=C.UTF-8", "--no-sync",
            ])
        let made = try Program(command[0], Array(command.dropFirst()), in: folder, named: "initdb")
        guard try await made.exit() == .code(0) else { throw Failed(what: "initdb: \(made.output)") }
        try folder.append(
            """
            listen_addresses = '127.0.0.1'
            port = \(port)
            unix_socket_directories = ''
            ssl = on
            ssl_cert_file = '\(place)/server.crt'
            ssl_key_file = '\(place)/server.key'
            fsync = off
            shared_buffers = 16MB

            """, to: "postgres/data/postgresql.conf")
        return place
    }

    static func postgres(_ place: String, in folder: TemporaryFolder) throws -> Program {
        let command = asDatabase(try Tool.named("postgres"), ["-D", "\(place)/data"])
        return try Program(command[0], Array(command.dropFirst()), in: folder, named: "postgres", asksToEnd: true)
    }

    /// PostgreSQL refuses to run as root.
    private static func asDatabase(_ program: String, _ arguments: [String]) -> [String] {
        let user = ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        return (getuid() == 0 ? user : []) + [program] + arguments
    }
}
