/// Probes and results go from one process to another as JSON, one line each.
extension Probe {
    package var line: [UInt8] {
        var line = LineWriter()
        line.text("service", service)
        line.text("kind", kind.rawValue)
        if let host { line.text("host", host) }
        if let port { line.number("port", Int64(port)) }
        if let path { line.text("path", path) }
        line.bool("encrypted", isEncrypted)
        if let serverName { line.text("server_name", serverName) }
        if let name { line.text("name", name) }
        // No argument has a zero in it.
        if let command { line.text("command", command.joined(separator: "\0")) }
        if !readable.isEmpty { line.text("readable", readable.joined(separator: "\0")) }
        if let certificates { line.text("certificates", certificates) }
        line.number("slow", Int64(slow))
        line.number("timeout", Int64(timeout))
        return line.finished
    }

    package init?(line bytes: ArraySlice<UInt8>) {
        guard let line = Line(bytes), let service = line.text("service").flatMap(Name.init),
            let kind = line.text("kind").flatMap(Kind.init),
            let slow = line.integer("slow").flatMap(Int.init(exactly:)),
            let timeout = line.integer("timeout").flatMap(Int.init(exactly:)), let isEncrypted = line.bool("encrypted")
        else { return nil }
        self.init(service: service, kind: kind, slow: slow, timeout: timeout)
        host = line.text("host")
        port = line.integer("port").flatMap(Int.init(exactly:))
        path = line.text("path")
        self.isEncrypted = isEncrypted
        serverName = line.text("server_name")
        name = line.text("name")
        command = line.text("command")?.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
        readable = line.text("readable")?.split(separator: "\0").map(String.init) ?? []
        certificates = line.text("certificates")
    }
}

extension Probe.Result {
    package var line: [UInt8] {
        var line = LineWriter()
        line.text("service", service)
        line.number("ms", Int64(milliseconds))
        if let reason { line.text("reason", reason) }
        return line.finished
    }

    /// The result of one of these probes; `nil` where the line says anything else.
    init?(line: Line, of probes: [Probe]) {
        guard let service = line.text("service"), let probe = probes.first(where: { $0.service == service }),
            let milliseconds = line.integer("ms"), (0...1_000_000).contains(milliseconds)
        else { return nil }
        guard let text = line.text("reason") else {
            self.init(probe, milliseconds: Int(milliseconds))
            return
        }
        guard let reason = ServiceStatus.Reason(rawValue: text) else { return nil }
        self.init(probe, milliseconds: Int(milliseconds), reason: reason)
    }
}

extension Egress.Closed {
    package var line: [UInt8] {
        var line = LineWriter()
        line.bool("sockets_denied", socketsDenied)
        line.bool("ports_limited", portsLimited)
        line.bool("files_limited", filesLimited)
        if let remark { line.text("remark", remark) }
        return line.finished
    }

    init?(line: Line) {
        guard let socketsDenied = line.bool("sockets_denied"), let portsLimited = line.bool("ports_limited"),
            let filesLimited = line.bool("files_limited")
        else { return nil }
        self.init(
            socketsDenied: socketsDenied, portsLimited: portsLimited, filesLimited: filesLimited,
            remark: line.text("remark"))
    }
}
