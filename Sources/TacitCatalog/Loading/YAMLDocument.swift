import Yams

/// A file's YAML tree in which a key that stands twice in one mapping does not hide what else is wrong.
///
/// The parser gives up at the first duplicate. So the earlier of the two is renamed to a placeholder of the same length
/// and the text is parsed again; whoever walks the tree finds the placeholder and can name the line of both.
struct YAMLDocument {
    /// A key that stands again further down in its mapping.
    struct Shadowed {
        let key: String
        let line: Int
    }

    /// `nil` for an empty file.
    let root: Node?
    /// By the placeholder that stands in the tree for the earlier one.
    let shadowed: [String: Shadowed]

    init(_ text: String) throws(SyntaxFault) {
        var text = text
        var shadowed: [String: Shadowed] = [:]
        while true {
            do {
                root = try compose(yaml: text, .basic, .default, .utf8)
                self.shadowed = shadowed
                return
            } catch let error as YamlError {
                guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
                    let placeholder = Self.placeholder(for: key, number: shadowed.count),
                    let renamed = Self.replacing(key, at: context.mark, by: placeholder, in: text)
                else { throw SyntaxFault(error) }
                shadowed[placeholder] = Shadowed(key: key, line: context.mark.line)
                text = renamed
            } catch {
                throw SyntaxFault(line: 1, column: 1, rule: .yamlSyntax, problem: "can't be read as YAML")
            }
        }
    }

    /// As many private-use characters as the key has, so that no column moves; `nil` once their supply is at an end.
    private static func placeholder(for key: String, number: Int) -> String? {
        guard number < 4096, !key.isEmpty, let first = Unicode.Scalar(0xE000 + UInt32(number)) else { return nil }
        return String(Character(first)) + String(repeating: "\u{F8FF}", count: key.unicodeScalars.count - 1)
    }

    /// `nil` where the text at that mark isn't the key as written: an alias, a tag or an escape.
    private static func replacing(_ key: String, at mark: Mark, by placeholder: String, in text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        var index = 0
        for _ in 1..<max(1, mark.line) {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = end + 1
        }
        guard mark.column > 0 else { return nil }
        index += mark.column - 1
        if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
        let range = index..<(index + key.unicodeScalars.count)
        guard range.upperBound <= scalars.count, Array(key.unicodeScalars) == Array(scalars[range]) else { return nil }
        scalars.replaceSubrange(range, with: Array(placeholder.unicodeScalars))
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    /// Why a file can't be read at all.
    struct SyntaxFault: Error {
        let line: Int
        let column: Int
        let rule: CatalogRule
        let problem: String
    }
}

extension YAMLDocument.SyntaxFault {
    /// The parser's own words name no content of the file; its excerpt of the file is left out.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, column: mark.column, rule: .yamlSyntax, problem: problem)
        case .duplicatedKeysInMapping(_, let context):
            self.init(
                line: context.mark.line, column: context.mark.column, rule: .duplicateKey,
                problem: "stands more than once in its mapping")
        case .reader(let problem, _, _, _):
            self.init(line: 1, column: 1, rule: .yamlSyntax, problem: problem)
        default:
            self.init(line: 1, column: 1, rule: .yamlSyntax, problem: "can't be read as YAML")
        }
    }
}
