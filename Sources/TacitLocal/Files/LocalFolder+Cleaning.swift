package import TacitSeal

extension LocalFolder {
    /// What a cleaning removed.
    package struct Cleaned: Sendable, Hashable {
        package var files: [File] = []
        /// Lines that had outlived their limit within a file that stays.
        package var lines = 0
    }

    /// Removes every file that holds nothing younger than its part may be kept for.
    package func clean(at now: Moment) throws(FileFault) -> Cleaned {
        try locked { () throws(FileFault) in
            var cleaned = Cleaned()
            for file in files where file.goes <= now {
                try Files.remove(path(of: file))
                cleaned.files.append(file)
            }
            return cleaned
        }
    }

    /// Looks at every line, whatever its file is called, and removes those that have outlived their limit: an editor may have
    /// put them there.
    package func cleanLines(at now: Moment) throws(FileFault) -> Cleaned {
        var cleaned = try clean(at: now)
        for file in files {
            try locked { () throws(FileFault) in
                let bytes = bytes(of: file)
                let lines = bytes.split(separator: UInt8(ascii: "\n"))
                let kept = lines.filter { line in
                    (Line.timestamp(of: line).map { $0 + file.part.days * 86_400 > now }) ?? true
                }
                guard kept.count < lines.count else { return }
                cleaned.lines += lines.count - kept.count
                try Files.replace(path(of: file), with: kept.flatMap { $0 + [UInt8(ascii: "\n")] })
            }
        }
        return cleaned
    }

    /// Removes every byte that this program wrote here, and the folder where nothing else is left in it. Answers with the names.
    package func deleteAll() throws(FileFault) -> [String] {
        let names = Files.names(in: path).filter { File(name: $0) != nil || Self.others.contains($0) }
        for name in names { try Files.remove("\(path)/\(name)") }
        if Files.names(in: path).isEmpty { try Files.removeAll(path) }
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
    static let others = [
        "settings.json", "settings.json.new", "lines.lock", "monitor.lock", "page.token", "page.token.new",
    ]
}
