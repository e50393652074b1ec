extension ConsentPrompt {
    /// Longer lines are hard to read, and eighty columns are common.
    private static let width = 76

    var introduction: String {
        let opening = """
            May \(project) collect telemetry? Nothing has been collected so far, and nothing will be without your yes. You can \
            take it back at any time, with `tacit off --project \(project)`.
            """
        return (["", Self.wrapped(opening)] + categories.map(text)).joined(separator: "\n") + "\n"
    }

    var question: String {
        let yes = categories.count == 1 ? "[y]es" : "[a]ll, [c]hoose"
        return "\n\(yes), [n]o, or [s]how exactly what would be sent (no): "
    }

    func question(about category: ConsentCategory) -> String {
        let highest = levels[category.name] ?? .basic
        let more = ConsentLevel.allCases.filter { $0 > .basic && $0 <= highest }.map(\.name)
        let choice = more.isEmpty ? "[y]es or [n]o" : "[y]es, \(more.joined(separator: ", ")) or [n]o"
        return "\(category.title)\(category.isEssential ? ", which the others build on" : ""): \(choice) (no): "
    }

    func conclusion(of answer: ConsentAnswer) -> String {
        let agreed = categories.filter { category in answer.grants.contains { $0.category == category.name } }
        let text =
            agreed.isEmpty
            ? "Nothing is collected. `tacit on --project \(project)` asks again."
            : "Agreed to: \(agreed.map(\.title).joined(separator: ", ")). `tacit off --project \(project)` takes it back."
        return "\n\(Self.wrapped(text))\n"
    }

    private func text(of category: ConsentCategory) -> String {
        let rows = [
            ("What", category.what), ("Why", category.why), ("For you", category.benefit),
            ("Kept", category.retention), ("Shared", category.sharing),
        ]
        let shown = rows.filter { !$0.1.isEmpty }.map { label, text in
            let head = "  \(label):" + String(repeating: " ", count: 8 - label.count)
            return Self.wrapped(head + text, indent: head.count)
        }
        return (["", category.title] + shown).joined(separator: "\n")
    }

    /// Text in lines; what follows the first is indented.
    static func wrapped(_ text: String, indent: Int = 0) -> String {
        var lines: [String] = []
        var line = ""
        let words = text.dropFirst(indent).split(whereSeparator: \.isWhitespace)
        for (index, word) in words.enumerated() {
            if index == 0 {
                line = String(text.prefix(indent)) + word
            } else if line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += " \(word)"
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
