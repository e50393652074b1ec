import Foundation
import TacitLocal
import Yams

/// Reads `local.yaml`: the services, levels, thresholds and alerts that a person declared of their system.
struct LocalConfigurationReader {
    /// One thing that is wrong, with its place and what to do about it. It never shows the value that was given.
    struct Fault: Error, CustomStringConvertible {
        let place: String
        let problem: String
        let remedy: String

        var description: String { "\(place): \(problem)\n  → \(remedy)" }
    }

    let path: String
    private(set) var faults: [Fault] = []
    /// What can be as it is, but probably should not: a path at which nothing is.
    private var warnings: [Fault] = []

    /// Reads all of it, or says all that is wrong.
    ///
    /// - Parameter warn: is told what does not stop it.
    static func read(
        _ text: String, path: String, warn: (String) -> Void = { _ in }
    ) throws -> LocalConfiguration {
        var reader = LocalConfigurationReader(path: path)
        let configuration = reader.configuration(text)
        guard reader.faults.isEmpty else {
            throw Failure(reader.faults.map(\.description).joined(separator: "\n"))
        }
        for warning in reader.warnings { warn(warning.description) }
        return configuration
    }

    private init(path: String) { self.path = path }

    private mutating func configuration(_ text: String) -> LocalConfiguration {
        var configuration = LocalConfiguration()
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            faults.append(Self.fault(error, path))
            return configuration
        }
        guard let root, root.null == nil else { return configuration }
        keys(root, "the file") { reader, key, node in
            switch key {
            case "round": reader.seconds(node, 1...3600).map { configuration.round = $0 }
            case "disk": reader.existing(node).map { configuration.disk = $0 }
            case "port": reader.integer(node, 1024...65_535).map { configuration.port = UInt16($0) }
            case "limit": reader.megabytes(node).map { configuration.limit = $0 }
            case "thresholds": configuration.thresholds.merge(reader.thresholds(node)) { _, new in new }
            case "services": configuration.services = reader.list(node) { $0.service($1) }
            case "levels": configuration.levels = reader.list(node) { $0.level($1) }
            case "alerts": reader.alerts(node, &configuration)
            default: return ["round", "disk", "port", "limit", "thresholds", "services", "levels", "alerts"]
            }
            return nil
        }
        unique(in: root, "services", "service")
        unique(in: root, "levels", "level")
        return configuration
    }

    // MARK: Services

    private mutating func service(_ node: Node) -> LocalConfiguration.Service? {
        var name: Name?
        var target: (kind: Probe.Kind, node: Node)?
        var (isCritical, slow, timeout): (Bool, Int?, Int?) = (false, nil, nil)
        var certificates: String?
        var serverName: String?
        var readable: (paths: [String], node: Node)?
        keys(node, "a service") { reader, key, value in
            switch key {
            case "name": name = reader.name(value)
            case "critical": reader.bool(value).map { isCritical = $0 }
            case "slow": slow = reader.milliseconds(value)
            case "timeout": timeout = reader.milliseconds(value)
            case "certificates": certificates = reader.existing(value)
            case "reads": readable = (reader.list(value) { $0.existing($1) }, value)
            case "server_name": serverName = reader.text(value)
            default:
                guard let kind = Probe.Kind(rawValue: key) else {
                    return ["name", "critical", "slow", "timeout", "certificates", "server_name", "reads"]
                        + Probe.Kind.allCases.map(\.rawValue)
                }
                if target != nil {
                    reader.fault(value, "a service has one probe", "leave one, and make another service")
                }
                target = (kind, value)
            }
            return nil
        }
        guard let name else {
            fault(node, "a service without a name", "add `name: home-db`")
            return nil
        }
        guard let target else {
            fault(node, "a service without a probe", "add one, such as `tcp: 127.0.0.1:5432`")
            return nil
        }
        guard var probe = probe(target.kind, target.node, of: name) else { return nil }
        if let slow { probe.slow = slow }
        probe.timeout = timeout ?? max(probe.timeout, probe.slow)
        probe.certificates = certificates
        probe.serverName = serverName
        if let readable {
            probe.readable = readable.paths
            if probe.kind != .command {
                fault(
                    readable.node, "`reads` is of a `command`", "leave it out: other probes start no program of yours")
            }
        }
        do throws(ProbeFault) {
            try probe.check()
        } catch {
            fault(node, "service \(name) can't be probed [\(error.code.rawValue)]", error.remedy)
            return nil
        }
        return LocalConfiguration.Service(name: name, probe: probe, isCritical: isCritical)
    }

    private mutating func probe(_ kind: Probe.Kind, _ node: Node, of service: Name) -> Probe? {
        var probe = Probe(service: service, kind: kind)
        switch kind {
        case .process, .systemd: probe.name = text(node)
        case .command: probe.command = words(node)
        case .tcp, .http, .tls, .redis, .postgres, .bolt:
            guard var target = text(node) else { return nil }
            if let end = target.range(of: "://") {
                guard let isEncrypted = Self.schemes(of: kind)[target[..<end.lowerBound].lowercased()] else {
                    let known = Self.schemes(of: kind).keys.sorted().map { "`\($0)://`" }.joined(separator: " or ")
                    fault(
                        node, "no scheme of `\(kind.rawValue)`",
                        known.isEmpty ? "leave it out: an address and a port are enough" : "write \(known), or none")
                    return nil
                }
                probe.isEncrypted = isEncrypted
                target = String(target[end.upperBound...])
            }
            if kind == .http, let slash = target.firstIndex(of: "/") {
                probe.path = String(target[slash...])
                target = String(target[..<slash])
            }
            guard let (host, port) = Self.place(target, standard: kind == .http ? (probe.isEncrypted ? 443 : 80) : nil)
            else {
                fault(
                    node, "no address and port",
                    "write it like `\(kind.rawValue): 127.0.0.1:6379`, an IPv6 address in brackets")
                return nil
            }
            (probe.host, probe.port) = (host, port)
        }
        return probe
    }

    /// What may stand before an address, and whether the connection is then encrypted.
    private static func schemes(of kind: Probe.Kind) -> [String: Bool] {
        switch kind {
        case .http: ["http": false, "https": true]
        case .redis: ["redis": false, "rediss": true, "tls": true]
        case .postgres: ["postgres": false, "postgresql": false, "tls": true]
        case .bolt: ["bolt": false, "bolt+s": true, "tls": true]
        case .tcp, .tls, .process, .systemd, .command: [:]
        }
    }

    /// `127.0.0.1:80`, `localhost:80`, `[::1]:80`
    private static func place(_ text: String, standard: Int?) -> (host: String, port: Int)? {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            guard let port = rest.isEmpty ? standard : rest.hasPrefix(":") ? Int(rest.dropFirst()) : nil else {
                return nil
            }
            return (host, port)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2,
            let port = parts.count == 2 ? Int(parts[1]) : standard
        else { return nil }
        return (String(host), port)
    }

    // MARK: Levels, thresholds, alerts

    private mutating func level(_ node: Node) -> LocalConfiguration.Level? {
        var name: Name?
        // Small letters are a name.
        var level = LocalConfiguration.Level(name: Name("unnamed")!)
        var hasSource = false
        keys(node, "a level") { reader, key, value in
            switch key {
            case "name": name = reader.name(value)
            case "functional": reader.fraction(value).map { level.functional = $0 }
            case "window": reader.seconds(value, 600...90 * 86_400).map { level.window = $0 }
            case "file", "command":
                if hasSource {
                    reader.fault(value, "a level has one source", "leave `file` or `command`")
                }
                hasSource = true
                if key == "file" {
                    reader.existing(value).map { level.source = .file($0) }
                } else {
                    reader.words(value).map { level.source = .command($0) }
                }
            default: return ["name", "functional", "window", "file", "command"]
            }
            return nil
        }
        guard let name else {
            fault(node, "a level without a name", "add `name: consciousness`")
            return nil
        }
        level.name = name
        return level
    }

    private mutating func thresholds(_ node: Node) -> [ResourceAlert.Resource: Int] {
        var thresholds: [ResourceAlert.Resource: Int] = [:]
        keys(node, "thresholds") { reader, key, value in
            guard let resource = ResourceAlert.Resource(rawValue: key) else {
                return ResourceAlert.Resource.allCases.map(\.rawValue)
            }
            thresholds[resource] = reader.integer(value, 10...100)
            return nil
        }
        return thresholds
    }

    private mutating func alerts(_ node: Node, _ configuration: inout LocalConfiguration) {
        var read = configuration
        keys(node, "alerts") { reader, key, value in
            switch key {
            case "raise_after": reader.integer(value, 1...60).map { read.raiseAfter = $0 }
            case "clear_after": reader.integer(value, 1...60).map { read.clearAfter = $0 }
            case "quiet_hours": read.quietHours = reader.quietHours(value)
            case "desktop": reader.bool(value).map { read.isOnDesktop = $0 }
            case "command": read.command = reader.words(value)
            default: return ["raise_after", "clear_after", "quiet_hours", "desktop", "command"]
            }
            return nil
        }
        configuration = read
    }

    private mutating func quietHours(_ node: Node) -> LocalConfiguration.QuietHours? {
        let ends = (text(node) ?? "").split(separator: "-").map { end -> Int? in
            let parts = end.split(separator: ":")
            guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
                (0...59).contains(minute)
            else { return nil }
            return hour * 60 + minute
        }
        guard ends.count == 2, let from = ends[0], let to = ends[1], from != to else {
            fault(node, "no span of the day", #"write it like `quiet_hours: "22:00-07:00"`, local time"#)
            return nil
        }
        return LocalConfiguration.QuietHours(from: from, to: to)
    }

    // MARK: Values

    /// Goes through a mapping. `read` answers `nil` where it knew the key, and otherwise those that there are.
    private mutating func keys(_ node: Node, _ what: String, _ read: (inout Self, String, Node) -> [String]?) {
        guard let mapping = node.mapping else {
            return fault(node, "\(what) is no mapping", "write `key: value` lines")
        }
        for (key, value) in mapping {
            guard let known = read(&self, key.string ?? "", value) else { continue }
            fault(key, "\(what) has no such key", "one of \(known.joined(separator: ", "))")
        }
    }

    private mutating func list<Element>(_ node: Node, _ read: (inout Self, Node) -> Element?) -> [Element] {
        guard let sequence = node.sequence else {
            fault(node, "no list", "begin each entry with `- `")
            return []
        }
        return sequence.compactMap { read(&self, $0) }
    }

    private mutating func text(_ node: Node) -> String? {
        guard let text = node.string, !text.isEmpty else {
            fault(node, "no text", "write a text")
            return nil
        }
        return text
    }

    private mutating func name(_ node: Node) -> Name? {
        guard let name = node.string.flatMap({ Name($0) }) else {
            fault(
                node, "no name",
                "lower-case letters, digits, `.`, `_` and `-`, a letter first, at most 40, and nobody's name or address"
            )
            return nil
        }
        return name
    }

    private mutating func words(_ node: Node) -> [String]? {
        let words = node.sequence?.compactMap(\.string) ?? []
        guard !words.isEmpty, words.count == node.sequence?.count, words[0].hasPrefix("/") else {
            fault(node, "no command", "write a list with the whole path of a program, such as `[/usr/bin/true]`")
            return nil
        }
        if access(words[0], X_OK) != 0 {
            warn(node, "there is no such program now", "install it, or mend its path")
        }
        return words
    }

    private mutating func path(_ node: Node) -> String? {
        guard let path = node.string, path.hasPrefix("/") else {
            fault(node, "no whole path", "write it from `/` on")
            return nil
        }
        return path
    }

    /// A path at which something should be. Where nothing is, that is worth a word: it may still come.
    private mutating func existing(_ node: Node) -> String? {
        guard let path = path(node) else { return nil }
        if access(path, F_OK) != 0 { warn(node, "nothing is there now", "make it, or mend the path") }
        return path
    }

    private mutating func bool(_ node: Node) -> Bool? {
        guard let value = node.bool else {
            fault(node, "neither true nor false", "write true or false")
            return nil
        }
        return value
    }

    private mutating func integer(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
        guard let value = node.int, range.contains(value) else {
            fault(node, "no number in range", "write one from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    private mutating func fraction(_ node: Node) -> Double? {
        guard let value = node.float, (0...1).contains(value) else {
            fault(node, "no number in range", "write one from 0 to 1")
            return nil
        }
        return value
    }

    private mutating func seconds(_ node: Node, _ range: ClosedRange<Int64>) -> Int64? {
        let units: [(String, Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
        guard let value = Self.quantity(node, units), range.contains(value) else {
            fault(
                node, "no duration in range",
                "write one from \(range.lowerBound)s to \(range.upperBound)s, such as 90s, 15m, 24h, 7d")
            return nil
        }
        return value
    }

    private mutating func milliseconds(_ node: Node) -> Int? {
        guard let value = Self.quantity(node, [("ms", 1), ("s", 1000)]), (1...60_000).contains(value) else {
            fault(node, "no duration in range", "write one from 1ms to 60s, such as 200ms")
            return nil
        }
        return Int(value)
    }

    private mutating func megabytes(_ node: Node) -> Int? {
        guard let value = Self.quantity(node, [("MB", 1_000_000), ("GB", 1_000_000_000)]),
            (1_000_000...1_000_000_000).contains(value)
        else {
            fault(node, "no size in range", "write one from 1MB to 1GB, such as 200MB")
            return nil
        }
        return Int(value)
    }

    private static func quantity(_ node: Node, _ units: [(String, Int64)]) -> Int64? {
        guard let text = node.string, let unit = units.first(where: { text.hasSuffix($0.0) }),
            let number = Int64(text.dropLast(unit.0.count)), number >= 0, number < 1_000_000_000
        else { return nil }
        return number * unit.1
    }

    /// Each name once; the second one has the fault.
    private mutating func unique(in root: Node, _ list: String, _ what: String) {
        var seen: Set<String> = []
        for entry in root.mapping?[Node(list)]?.sequence ?? [] {
            guard let node = entry.mapping?["name"], let name = node.string else { continue }
            if !seen.insert(name).inserted {
                fault(node, "a second \(what) of this name", "give each a name of its own")
            }
        }
    }

    private func place(_ node: Node) -> String { node.mark.map { "\(path):\($0.line):\($0.column)" } ?? path }

    private mutating func fault(_ node: Node, _ problem: String, _ remedy: String) {
        faults.append(Fault(place: place(node), problem: problem, remedy: remedy))
    }

    private mutating func warn(_ node: Node, _ problem: String, _ remedy: String) {
        warnings.append(Fault(place: place(node), problem: problem, remedy: remedy))
    }

    private static func fault(_ error: any Error, _ path: String) -> Fault {
        let unreadable = (problem: "it can't be read as YAML", remedy: "mend the line, or the one before")
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let keys, let context):
            let (line, column) = second(keys.first ?? "", after: context.mark, in: context.text)
            return Fault(place: "\(path):\(line):\(column)", problem: "a key stands here again", remedy: "leave one")
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return Fault(place: "\(path):\(mark.line)", problem: unreadable.problem, remedy: unreadable.remedy)
        default: return Fault(place: path, problem: unreadable.problem, remedy: unreadable.remedy)
        }
    }

    /// Where a key stands again that stands at `mark`: further down, as far to the right, before its mapping ends.
    private static func second(_ key: String, after mark: Mark, in text: String) -> (line: Int, column: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated().dropFirst(mark.line) {
            let words = line.drop { $0 == " " }
            if words.isEmpty || words.first == "#" { continue }
            let column = line.count - words.count + 1
            if column < mark.column { break }
            if column == mark.column, words.hasPrefix("\(key):") { return (place + 1, column) }
        }
        return (mark.line, mark.column)
    }
}
