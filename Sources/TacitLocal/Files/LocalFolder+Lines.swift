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
