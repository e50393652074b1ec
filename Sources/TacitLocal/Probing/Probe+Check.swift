#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Probe {
    /// Makes sure that the probe can be asked as it is declared.
    package func check() throws(ProbeFault) {
        guard slow > 0, slow <= timeout, timeout <= 60_000 else {
            throw fault(.time, "`slow` is at most `timeout`, and that is at most a minute, both in milliseconds")
        }
        if kind.isAsked { try checkPlace() }
        switch kind {
        case .http: try checkPath()
        case .process:
            guard let name, !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else {
                throw fault(.name, "give the name of the program, as `ps -e` shows it")
            }
        case .systemd:
            guard let name, let first = name.utf8.first, first != UInt8(ascii: "-"), Self.isPlain(name) else {
                throw fault(.name, "give the unit, as `systemctl list-units` shows it")
            }
        case .command:
            guard let command, let program = command.first, program.utf8.first == UInt8(ascii: "/"),
                command.allSatisfy({ !$0.utf8.contains(0) })
            else { throw fault(.command, "give the program by its whole path, then its arguments") }
            guard readable.allSatisfy({ $0.utf8.first == UInt8(ascii: "/") && !$0.utf8.contains(0) }) else {
                throw fault(.path, "give what the program may read by whole paths")
            }
        case .tcp, .tls, .redis, .postgres, .bolt: break
        }
    }

    /// The port, where one is connected to.
    package var connectPort: UInt16? { kind.isAsked ? port.flatMap(UInt16.init(exactly:)) : nil }

    /// The addresses of the host, in the order in which they are tried. No name is looked up: that would send a packet to a server
    /// that was not declared.
    package var addresses: [String] {
        guard let host else { return [] }
        return host == "localhost" ? ["127.0.0.1", "::1"] : [host]
    }

    private func checkPlace() throws(ProbeFault) {
        guard let host, host == "localhost" || Self.isAddress(host) else {
            throw fault(
                .host, "give an IP address or `localhost`: looking up a name would ask a server that was not declared")
        }
        guard let port, (1...65535).contains(port) else { throw fault(.port, "give a port from 1 to 65535") }
        if let serverName, serverName.isEmpty || Self.isAddress(serverName) || !Self.isPlain(serverName) {
            throw fault(.name, "give the name that is in the certificate, such as nas.example")
        }
    }

    private func checkPath() throws(ProbeFault) {
        if let path, path.utf8.first != UInt8(ascii: "/") || path.utf8.count > 2000 || !Self.isPlain(path) {
            throw fault(.path, "give a path that begins with `/`, percent-encoded, without a space")
        }
    }

    private func fault(_ code: ProbeFault.Code, _ remedy: String) -> ProbeFault {
        ProbeFault(code: code, service: service, remedy: remedy)
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

    private static func isAddress(_ text: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }
}

extension Probe.Kind {
    /// Whether it is asked by a program that may have to talk with other programs of this machine.
    package var runsAProgram: Bool { self == .systemd || self == .command }

    /// Whether there is a place to connect to.
    package var isAsked: Bool {
        switch self {
        case .tcp, .http, .tls, .redis, .postgres, .bolt: true
        case .process, .systemd, .command: false
        }
    }
}
