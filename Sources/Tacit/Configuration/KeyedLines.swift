/// A text of `key: value` lines, with empty lines and comments after `#`.
///
/// ```
/// # for all of this machine
/// telemetry: off
/// endpoint: https://telemetry.example.com    # ours
/// ```
///
/// A value may stand in double or single quotes, and then holds what would begin a comment.
package struct KeyedLines: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let key: String
        package let value: String
        /// Counts from 1.
        package let line: Int
    }

    package private(set) var entries: [Entry] = []
    /// The lines that are none, counted from 1.
    package private(set) var faults: [Int] = []

    package init(_ text: String) {
        // Swift takes \r\n for one character, which is a newline too.
        let lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let content = line.trimmed
            if content.isEmpty || content.hasPrefix("#") { continue }
            if let (key, value) = Self.pair(in: content) {
                entries.append(Entry(key: key, value: value, line: index + 1))
            } else {
                faults.append(index + 1)
            }
        }
    }

    private static func pair(in content: String) -> (String, String)? {
        guard let colon = content.firstIndex(of: ":") else { return nil }
        let key = content[..<colon].trimmed
        guard !key.isEmpty, key.utf8.allSatisfy(isKeyByte) else { return nil }
        let rest = content[content.index(after: colon)...].trimmed
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            return (key, uncommented(rest))
        }
        guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
        let after = rest[rest.index(after: end)...].trimmed
        guard after.isEmpty || after.hasPrefix("#") else { return nil }
        return (key, String(rest[rest.index(after: rest.startIndex)..<end]))
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// A comment begins at the value's start or after white space: `#` within an address is part of it.
    private static func uncommented(_ value: String) -> String {
        var last: Character = " "
        for index in value.indices {
            if value[index] == "#", last.isWhitespace { return value[..<index].trimmed }
            last = value[index]
        }
        return value
    }
}
