import TacitSeal

extension LocalFolder {
    /// What came of reading a part.
    package struct Lines<Record: LocalRecord>: Sendable {
        package var records: [Record] = []
        /// Lines that are no such record.
        package var unreadable = 0
    }

    /// The records of a part from a day on, in the order in which they were written.
    package func records<Record: LocalRecord>(of type: Record.Type, from day: Int64 = .min) -> Lines<Record> {
        var lines = Lines<Record>()
        for file in files where file.part == Record.part && file.day >= day {
            forEachLine(of: file) { bytes in
                if let record = Line(bytes).flatMap(Record.init) {
                    lines.records.append(record)
                } else {
                    lines.unreadable += 1
                }
            }
        }
        return lines
    }

    /// Calls `body` with each whole line that is not empty, without its newline; a block of the file is in memory at a time.
    func forEachLine(of file: File, _ body: (ArraySlice<UInt8>) -> Void) {
        // What can't be read has no lines; ``LocalVerifier`` says so.
        _ = try? Files.forEachLine(of: path(of: file)) { line in
            if !line.isEmpty { body(line) }
        }
    }

    /// How many lines of a part there are, and how many of them are no record of it.
    struct Tally: Sendable, Hashable {
        var lines = 0
        var unreadable = 0
    }

    /// Calls `body` with each record of a part that counts at this moment, one after the other.
    func forEachRecord<Record: LocalRecord>(
        of type: Record.Type, at now: Moment, _ body: (Record) -> Void
    ) -> Tally {
        var tally = Tally()
        for file in files where file.part == Record.part {
            forEachLine(of: file) { bytes in
                guard let record = Line(bytes).flatMap(Record.init) else {
                    tally.unreadable += 1
                    return
                }
                tally.lines += 1
                if Record.part.counts(record.timestamp, at: now) { body(record) }
            }
        }
        return tally
    }

    /// The last record of each subject, of those that count at this moment.
    package func latest<Record: LocalRecord, Subject: Hashable>(
        of type: Record.Type, by subject: (Record) -> Subject, at now: Moment
    ) -> [Record] {
        var latest: [Subject: Record] = [:]
        _ = forEachRecord(of: type, at: now) { latest[subject($0)] = $0 }
        return Array(latest.values)
    }
}

extension Part {
    /// By how much clocks of programs on one machine may differ.
    private static let ahead: Int64 = 300

    /// Whether what a line says of a moment is shown: not what is dated in the future, nor what should be gone.
    func counts(_ moment: Moment, at now: Moment) -> Bool {
        moment <= now + Self.ahead && moment + days * 86_400 > now
    }
}

extension Array where Element == UInt8 {
    /// Calls `body` with each whole line that is not empty, without its newline.
    func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
        var start = startIndex
        while let end = self[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if end > start { body(self[start..<end]) }
            start = end + 1
        }
    }
}

extension LocalFolder {
    /// Every whole line of every file as it is, with its part in front: `{"part":"health","timestamp":…}`.
    package func exported() -> [UInt8] {
        var out: [UInt8] = []
        for file in files {
            forEachLine(of: file) { line in
                // What is no JSON object has no place in a file of them.
                guard Line(line) != nil, let brace = line.firstIndex(of: UInt8(ascii: "{")) else { return }
                let rest = line[(brace + 1)...]
                let isEmpty = rest.first { $0 != 0x20 } == UInt8(ascii: "}")
                out +=
                    Array("{\"part\":\"\(file.part.rawValue)\"\(isEmpty ? "" : ",")".utf8) + rest + [UInt8(ascii: "\n")]
            }
        }
        return out
    }
}
