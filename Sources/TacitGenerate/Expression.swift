/// An expression of generated Swift, and how it lies within 120 columns.
indirect enum Expression {
    case atom(String)
    /// A literal of any text.
    case text(String)
    /// A literal that a comment explains.
    case noted(String, comment: String)
    case call(String, [(label: String, value: Expression)])
    case list([Expression])

    static let columns = 120

    /// The lines of the expression: the first begins with `prefix`, the last ends with `suffix`.
    func lines(indent: Int, prefix: String = "", suffix: String = "") -> [String] {
        let margin = String(repeating: " ", count: indent)
        if let flat = self.flat {
            let line = margin + prefix + flat + suffix
            if line.count <= Self.columns { return [line] }
        }
        switch self {
        case .atom(let text): return [margin + prefix + text + suffix]
        case .noted(let text, let comment): return [margin + prefix + text + suffix + "  // " + comment]
        case .text(let text): return Self.folded(text, indent: indent, prefix: prefix, suffix: suffix)
        case .call(let name, let arguments):
            guard !arguments.isEmpty else { return [margin + prefix + name + "()" + suffix] }
            return [margin + prefix + name + "("]
                + arguments.enumerated().flatMap { index, argument in
                    argument.value.lines(
                        indent: indent + 4, prefix: argument.label.isEmpty ? "" : argument.label + ": ",
                        suffix: index == arguments.count - 1 ? ")" + suffix : ",")
                }
        case .list(let elements):
            let comma = elements.count > 1 ? "," : ""
            return [margin + prefix + "["]
                + elements.enumerated().flatMap { index, element in
                    element.lines(indent: indent + 4, suffix: index == elements.count - 1 ? comma : ",")
                } + [margin + "]" + suffix]
        }
    }

    /// The expression in one line; `nil` where it must have several.
    private var flat: String? {
        switch self {
        case .atom(let text): return text
        case .text(let text): return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .noted: return nil
        case .call(let name, let arguments):
            let parts = arguments.map { argument in
                argument.value.flat.map { argument.label.isEmpty ? $0 : "\(argument.label): \($0)" }
            }
            return parts.contains(nil) ? nil : "\(name)(\(parts.compactMap(\.self).joined(separator: ", ")))"
        case .list(let elements):
            let parts = elements.map(\.flat)
            return parts.contains(nil) ? nil : "[\(parts.compactMap(\.self).joined(separator: ", "))]"
        }
    }

    /// A literal of several lines that is a text of one.
    private static func folded(_ text: String, indent: Int, prefix: String, suffix: String) -> [String] {
        let margin = String(repeating: " ", count: indent + 4)
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"\"\"", with: "\\\"\"\"")
        let parts = Words.folded(escaped, width: columns - margin.count - 2)
        return [String(repeating: " ", count: indent) + prefix + "\"\"\""]
            + parts.enumerated().map { margin + $1 + ($0 == parts.count - 1 ? "" : " \\") }
            + [margin + "\"\"\"" + suffix]
    }
}

enum Words {
    /// Lines of at most `width` characters; a longer word has a line of its own.
    static func folded(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
