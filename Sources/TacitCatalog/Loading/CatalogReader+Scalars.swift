import Yams

extension CatalogReader {
    /// Text that says something: not empty, no line breaks or control characters, at most `limit` characters.
    mutating func text(_ value: Value, limit: Int = 500) -> String? {
        guard let scalar = value.node.scalar, !value.isNull else {
            note(.wrongType, at: value.place, "must be text", remedy: "write a text on this line")
            return nil
        }
        // A folded block ends with a line break that belongs to the way it is written, not to the text.
        var text = scalar.string[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        let isClean = text.unicodeScalars.allSatisfy { !$0.isControl }
        guard !text.isEmpty, text.unicodeScalars.count <= limit, isClean else {
            note(
                .invalidText, at: value.place,
                "must be 1 to \(limit) characters in one line, without control characters",
                remedy: "shorten it, or fold it with `>-`")
            return nil
        }
        return String(text)
    }

    mutating func flag(_ value: Value) -> Bool? {
        switch plain(value) {
        case "true": return true
        case "false": return false
        default:
            note(.wrongType, at: value.place, "must be true or false", remedy: "write `true` or `false`")
            return nil
        }
    }

    /// The decimal digits of a plain number as written, underscores taken out; the caller gives them their meaning.
    mutating func decimal(_ value: Value) -> String? {
        if let text = plain(value) {
            let digits = text.filter { $0 != "_" }
            if digits.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), Double(digits) != nil { return digits }
            if [".inf", "-.inf", "+.inf", ".nan"].contains(text.lowercased()) {
                note(.notFinite, at: value.place, "must be finite", remedy: "state a number")
                return nil
            }
        }
        note(.wrongType, at: value.place, "must be a number", remedy: "write a number without quotes or unit")
        return nil
    }

    mutating func number(_ value: Value) -> Double? {
        guard let digits = decimal(value), let number = Double(digits) else { return nil }
        guard number.isFinite else {
            note(.notFinite, at: value.place, "must be finite", remedy: "state a smaller number")
            return nil
        }
        return number
    }

    mutating func integer(_ value: Value, in range: ClosedRange<Int>, because reason: String) -> Int? {
        guard let digits = decimal(value) else { return nil }
        guard let number = Int(digits), range.contains(number) else {
            let isWhole = !digits.contains { ".eE".contains($0) }
            note(
                isWhole ? .numberRange : .wrongType, at: value.place,
                "must be a whole number from \(range.lowerBound) to \(range.upperBound): \(reason)",
                remedy: "state a number of that range")
            return nil
        }
        return number
    }

    /// One of a fixed set of words.
    mutating func choice<Choice>(_ value: Value, of type: Choice.Type) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        let words = type.allCases.map(\.rawValue)
        guard let word = self.word(value, among: words) else { return nil }
        return Choice(rawValue: word)
    }

    mutating func word(_ value: Value, among words: [String]) -> String? {
        guard let scalar = value.node.scalar, !value.isNull else {
            note(
                .wrongType, at: value.place, "must be one of \(words.joined(separator: ", "))",
                remedy: "write one of these words")
            return nil
        }
        if words.contains(scalar.string) { return scalar.string }
        note(
            .unknownValue, at: value.place, "must be one of \(words.joined(separator: ", "))",
            remedy: Spelling.remedy(for: scalar.string, among: words))
        return nil
    }

    private func plain(_ value: Value) -> String? {
        guard let scalar = value.node.scalar, scalar.style == .plain || scalar.style == .any else { return nil }
        return scalar.string
    }
}

extension Unicode.Scalar {
    /// Control and format characters and line breaks: what has no place in a label or a description.
    fileprivate var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
