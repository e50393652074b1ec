package import Yams

/// The tree of a YAML text in which a key that stands twice does not hide what else is wrong.
///
/// The parser gives up at the first duplicate. So the earlier of the two is renamed to a placeholder of the same length
/// and the text parsed again; whoever walks the tree finds the placeholder and knows what stood there.
package struct ConfigurationText {
    /// `nil` for an empty text.
    package let root: Node?
    /// The lines of keys that stand again further down in their section, by the placeholders that replaced them.
    package private(set) var shadowed: [String: (key: String, line: Int)] = [:]

    package init(_ text: String) throws(SyntaxError) {
        var text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        while true {
            do {
                root = try compose(yaml: text, .basic, .default, .utf8)
                return
            } catch {
                guard case YamlError.duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
                    let placeholder = Self.placeholder(for: key, number: shadowed.count),
                    let renamed = Self.replacing(key, at: context.mark, by: placeholder, in: text)
                else { throw SyntaxError(error) }
                shadowed[placeholder] = (key, context.mark.line)
                text = renamed
            }
        }
    }

    /// As many characters of private use as the key has, so that no column moves; `nil` once their supply is at an end.
    private static func placeholder(for key: String, number: Int) -> String? {
        guard number < 4096, !key.isEmpty, let first = Unicode.Scalar(0xE000 + UInt32(number)) else { return nil }
        return String(Character(first)) + String(repeating: "\u{F8FF}", count: key.unicodeScalars.count - 1)
    }

    /// `nil` where the text at that mark isn't the key as written: an alias, a tag or an escape.
    private static func replacing(_ key: String, at mark: Mark, by placeholder: String, in text: String) -> String? {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        var start = mark.column - 1
        let line = lines[mark.line - 1]
        if line.indices.contains(start), line[start] == "\"" || line[start] == "'" { start += 1 }
        let end = start + key.unicodeScalars.count
        guard start >= 0, end <= line.count, line[start..<end].elementsEqual(key.unicodeScalars) else { return nil }
        lines[mark.line - 1].replaceSubrange(start..<end, with: placeholder.unicodeScalars)
        return String(String.UnicodeScalarView(lines.joined(separator: CollectionOfOne("\n"))))
    }

    /// Why a text can't be read at all. The parser's own words name nothing of the text; its excerpt is left out.
    package struct SyntaxError: Error {
        var code = ConfigurationFault.Code.yamlSyntax
        package private(set) var line = 1
        package private(set) var column = 1
        package private(set) var problem = "can't be read as YAML"

        fileprivate init(_ error: any Error) {
            switch error {
            case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                (line, column, self.problem) = (mark.line, mark.column, problem)
            case YamlError.duplicatedKeysInMapping(_, let context):
                (line, column) = (context.mark.line, context.mark.column)
                (code, problem) = (.duplicateKey, "stands more than once in its section")
            case YamlError.reader(let problem, _, _, _):
                self.problem = problem
            default:
                break
            }
        }
    }
}
