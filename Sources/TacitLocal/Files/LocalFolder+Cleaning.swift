package import TacitSeal

extension LocalFolder {
    /// What a cleaning removed.
    package struct Cleaned: Sendable, Hashable {
        package var files: [File] = []
        /// Lines that had outlived their limit within a file that stays.
        package var lines = 0
    }

    /// Removes every file that holds nothing younger than its part may be kept for, and what a crash left of a replacement. One
    /// that can't be removed keeps no other.
    package func clean(at now: Moment) throws(FileFault) -> Cleaned {
        var cleaned = Cleaned()
        var fault: FileFault?
        try locked { () throws(FileFault) in
            for file in files where file.goes <= now {
                do throws(FileFault) {
                    try Files.remove(path(of: file))
                    cleaned.files.append(file)
                } catch {
                    fault = error
                }
            }
            for name in try leftovers() { try? Files.remove("\(path)/\(name)") }
        }
        if let fault { throw fault }
        return cleaned
    }

    /// What was to take the place of a file when its writer died.
    private func leftovers() throws(FileFault) -> [String] {
        try Files.names(in: path).filter { $0.hasSuffix(".new") && File(name: String($0.dropLast(4))) != nil }
    }

    /// Looks at every line, whatever its file is called, and removes those that have outlived their limit: an editor may have
    /// put them there.
    package func cleanLines(at now: Moment) throws(FileFault) -> Cleaned {
        var cleaned = try clean(at: now)
        for file in files {
            // Most files have nothing to remove: they are read without keeping anybody waiting.
            guard Self.hasExpired(bytes(of: file), file.part, now) else { continue }
            cleaned.lines += try removeExpiredLines(of: file, at: now)
        }
        return cleaned
    }

    /// Removes the lines of one file that have outlived their limit, and the line at its end that a crash cut short; answers how
    /// many have expired. A file that can't be read stays as it is.
    func removeExpiredLines(of file: File, at now: Moment) throws(FileFault) -> Int {
        try locked { () throws(FileFault) in
            guard Files.exist(path(of: file)) else { return 0 }
            var kept: [UInt8] = []
            var expired = 0
            try Files.content(of: path(of: file)).forEachLine { line in
                if Self.isExpired(line, file.part, now) { expired += 1 } else { kept += line + [UInt8(ascii: "\n")] }
            }
            try Files.replace(path(of: file), with: kept)
            return expired
        }
    }

    private static func hasExpired(_ bytes: [UInt8], _ part: Part, _ now: Moment) -> Bool {
        var found = false
        bytes.forEachLine { line in found = found || isExpired(line, part, now) }
        return found
    }

    private static func isExpired(_ line: ArraySlice<UInt8>, _ part: Part, _ now: Moment) -> Bool {
        Line.timestamp(of: line).map { $0 + part.days * 86_400 <= now } ?? false
    }

    /// Removes every byte that this program wrote here, and the folder where nothing else is left in it. Answers with the names.
    ///
    /// What a running monitor holds stays, and is empty.
    package func deleteAll() throws(FileFault) -> [String] {
        var names = try Files.names(in: path).filter { File(name: $0) != nil || Self.others.contains($0) }
        names += try leftovers()
        if !names.isEmpty {
            try locked { () throws(FileFault) in
                let monitor = try FileLock.takeIfFree("\(path)/monitor.lock")
                defer { withExtendedLifetime(monitor) {} }
                if monitor == nil { names.removeAll { Self.held.contains($0) } }
                for name in Set(names + ["lines.lock"] + (monitor == nil ? [] : ["monitor.lock"])) {
                    try Files.remove("\(path)/\(name)")
                }
            }
        }
        if try Files.names(in: path).isEmpty { try Files.removeAll(path) }
        return names
    }

    /// Removes the lines of one part. Answers with the names of their files.
    package func delete(_ part: Part) throws(FileFault) -> [String] {
        try locked { () throws(FileFault) in
            let gone = files.filter { $0.part == part }
            for file in gone { try Files.remove(path(of: file)) }
            return gone.map(\.name)
        }
    }

    /// What lies in the folder beside the lines, all of it made by this program. The configuration is its owner's own.
    package static let others = [
        "settings.json", "settings.json.new", "lines.lock", "monitor.lock", "page.port", "page.token", "page.token.new",
    ]

    /// What a running monitor needs.
    private static let held = ["monitor.lock", "page.port"]
}
