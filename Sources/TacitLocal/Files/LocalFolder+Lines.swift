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
            bytes(of: file).forEachLine { bytes in
                if let record = Line(bytes).flatMap(Record.init) {
                    lines.records.append(record)
                } else {
                    lines.unreadable += 1
                }
            }
        }
        return lines
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
            bytes(of: file).forEachLine { line in
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
