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
///
/// What it can't read, or does not know, speaks against a claim: only what was looked at holds.
package struct LocalVerifier: Sendable {
    let folder: LocalFolder
    private let now: Moment

    package init(_ folder: LocalFolder, now: Moment) {
        self.folder = folder
        self.now = now
    }

    /// How far ahead of the clock a line may be: clocks are set.
    private static let ahead: Int64 = 86_400
    static let shown = 10

    package func checks() -> [LocalCheck] {
        var reading = Reading()
        let names = names(&reading)
        for name in names {
            if let file = LocalFolder.File(name: name) {
                read(file, into: &reading)
            } else {
                read(other: name, into: &reading)
            }
        }
        let files = names.compactMap(LocalFolder.File.init)
        let total = files.reduce(0) { $0 + (Files.size(folder.path(of: $1)) ?? 0) }
        let evidence = "\(reading.lines) lines in \(files.count) files, \(total) bytes"
        return [
            LocalCheck(
                "every line is a declared record and nothing else", evidence: evidence, faults: reading.undeclared),
            LocalCheck(
                "the scrubber finds nothing personal, financial or secret",
                evidence: "\(evidence), and all else here but \(Self.unscanned.joined(separator: ", "))",
                faults: reading.found),
            LocalCheck(
                "no line is older than its part may be kept",
                evidence: Part.allCases.map { "\($0.rawValue) \($0.days) days" }.joined(separator: ", "),
                faults: reading.old),
            LocalCheck(
                "all files together stay within their limit", evidence: "\(total) of \(folder.limit) bytes",
                faults: total <= folder.limit ? [] : ["\(folder.path): more bytes than allowed; start the monitor"]),
            LocalCheck(
                "nobody else may read it", evidence: "modes, owners and kinds of the folder and its files",
                faults: exposed(names)),
            LocalCheck(
                "nothing lies here that is not ours", evidence: "names in \(folder.path), and what is in them",
                faults: reading.foreign),
        ]
    }

    struct Reading {
        var lines = 0
        var undeclared: [String] = []
        var found: [String] = []
        var old: [String] = []
        var foreign: [String] = []
    }

    /// The names in the folder; a fault where they can't be told.
    private func names(_ reading: inout Reading) -> [String] {
        do throws(FileFault) { return try Files.names(in: folder.path) } catch {
            reading.undeclared.append("\(folder.path): can't be looked into; \(error.remedy)")
            return []
        }
    }

    private func read(_ file: LocalFolder.File, into reading: inout Reading) {
        var number = 0
        var faults = reading
        func note(_ fault: String, _ list: WritableKeyPath<Reading, [String]>) {
            guard faults[keyPath: list].count < Self.shown else { return }
            faults[keyPath: list].append("\(file.name):\(number): \(fault)")
        }
        do throws(FileFault) {
            let rest = try Files.forEachLine(of: folder.path(of: file)) { line in
                number += 1
                faults.lines += 1
                // The bytes of the line lie still while the scrubber looks at them.
                let findings = line.withUnsafeBytes { Name.scrubber.findings(in: $0) }
                for finding in findings { note("\(finding.kind.label), \(finding.rule.name)", \.found) }
                guard let fields = Line(line), let record = file.part.record(fields),
                    let canonical = Line(record.line.dropLast()), fields.says(the: canonical)
                else { return note("no record of \(file.part.rawValue); remove the line", \.undeclared) }
                if record.timestamp + file.part.days * 86_400 <= now {
                    note("older than \(file.part.days) days; start the monitor, or delete the file", \.old)
                } else if record.timestamp > now + Self.ahead {
                    note("dated in the future, so its limit can't be told; delete the file", \.old)
                }
            }
            if rest > 0 {
                number += 1
                note("cut short; the next line that is written mends it", \.undeclared)
            }
        } catch {
            // More than the usual number: that a file was not read must never be lost among its faults.
            faults.undeclared.append("\(file.name): can't be read: \(error.remedy)")
        }
        reading = faults
    }

    private func exposed(_ names: [String]) -> [String] {
        (["."] + names).compactMap { name in
            let path = name == "." ? folder.path : "\(folder.path)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else {
                // A file that went while this looks is no fault.
                return errno == ENOENT ? nil : "\(path): can't be looked at; check the mode of the folder"
            }
            let kind = status.st_mode & S_IFMT
            if kind == S_IFLNK { return "\(path): a link, which may lead anywhere; remove it" }
            if kind != (name == "." ? S_IFDIR : S_IFREG) {
                return "\(path): no \(name == "." ? "folder" : "regular file"); move it elsewhere"
            }
            if name != ".", status.st_nlink > 1 {
                return "\(path): has another name elsewhere, under which it would stay; copy it, and remove both"
            }
            if status.st_uid != geteuid() { return "\(path): belongs to somebody else; chown it" }
            if status.st_mode & 0o600 != 0o600 { return "\(path): its owner can't read and write it; chmod u=rw on it" }
            return status.st_mode & 0o077 == 0 ? nil : "\(path): others may read it; chmod go= on it"
        }
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
