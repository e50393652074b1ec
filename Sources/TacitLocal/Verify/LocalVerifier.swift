import TacitScrub
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks whether what is said of the folder is true, from its bytes.
package struct LocalVerifier: Sendable {
    private let folder: LocalFolder
    private let now: Moment

    package init(_ folder: LocalFolder, now: Moment) {
        self.folder = folder
        self.now = now
    }

    /// How far ahead of the clock a line may be: clocks are set.
    private static let ahead: Int64 = 86_400
    private static let shown = 10

    package func checks() -> [LocalCheck] {
        var reading = Reading()
        for file in folder.files { read(file, into: &reading) }
        let total = folder.files.reduce(0) { $0 + (Files.size(folder.path(of: $1)) ?? 0) }
        let evidence = "\(reading.lines) lines in \(folder.files.count) files, \(total) bytes"
        return [
            LocalCheck(
                "every line is a declared record and nothing else", evidence: evidence, faults: reading.undeclared),
            LocalCheck(
                "the scrubber finds nothing personal, financial or secret", evidence: evidence, faults: reading.found),
            LocalCheck(
                "no line is older than its part may be kept",
                evidence: Part.allCases.map { "\($0.rawValue) \($0.days) days" }.joined(separator: ", "),
                faults: reading.old),
            LocalCheck(
                "all files together stay within their limit", evidence: "\(total) of \(folder.limit) bytes",
                faults: total <= folder.limit ? [] : ["\(folder.path): more bytes than allowed; start the monitor"]),
            LocalCheck("nobody else may read it", evidence: "modes of the folder and its files", faults: exposed()),
            LocalCheck("nothing lies here that is not ours", evidence: "names in \(folder.path)", faults: foreign()),
        ]
    }

    private struct Reading {
        var lines = 0
        var undeclared: [String] = []
        var found: [String] = []
        var old: [String] = []
    }

    private func read(_ file: LocalFolder.File, into reading: inout Reading) {
        let bytes = folder.bytes(of: file)
        var number = 0
        func note(_ fault: String, _ faults: WritableKeyPath<Reading, [String]>) {
            guard reading[keyPath: faults].count < Self.shown else { return }
            reading[keyPath: faults].append("\(file.name):\(number): \(fault)")
        }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            number += 1
            reading.lines += 1
            // The bytes of the line lie still while the scrubber looks at them.
            let findings = line.withUnsafeBytes { Name.scrubber.findings(in: $0) }
            for finding in findings { note("\(finding.kind.label), \(finding.rule.name)", \.found) }
            guard let fields = Line(line), let record = file.part.record(fields),
                fields.keys.sorted() == Line(record.line.dropLast())?.keys.sorted()
            else {
                note("no record of \(file.part.rawValue); remove the line", \.undeclared)
                continue
            }
            if record.timestamp + file.part.days * 86_400 <= now {
                note("older than \(file.part.days) days; start the monitor, or delete the file", \.old)
            } else if record.timestamp > now + Self.ahead {
                note("dated in the future, so its limit can't be told; delete the file", \.old)
            }
        }
        if let last = bytes.last, last != UInt8(ascii: "\n") {
            number += 1
            note("cut short; the next line that is written mends it", \.undeclared)
        }
    }

    private func exposed() -> [String] {
        (["."] + Files.names(in: folder.path)).compactMap { name in
            let path = name == "." ? folder.path : "\(folder.path)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            if status.st_mode & S_IFMT == S_IFLNK { return "\(path): a link, which may lead anywhere; remove it" }
            if status.st_uid != geteuid() { return "\(path): belongs to somebody else; chown it" }
            return status.st_mode & 0o077 == 0 ? nil : "\(path): others may read it; chmod go= on it"
        }
    }

    private func foreign() -> [String] {
        Files.names(in: folder.path).filter { name in
            LocalFolder.File(name: name) == nil && !LocalFolder.others.contains(name) && name != "local.yaml"
        }.map { "\(folder.path)/\($0): not of this program; move it elsewhere" }
    }
}

extension Part {
    /// Reads a line as a record of this part.
    func record(_ line: Line) -> (any LocalRecord)? {
        switch self {
        case .health: SystemHealth(line)
        case .resources: ResourceAlert(line)
        case .services: ServiceStatus(line)
        case .levels: LevelStatus(line)
        case .errors: ErrorEvent(line)
        case .alerts: AlertEvent(line)
        }
    }
}
