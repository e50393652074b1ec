import TacitPages

extension LocalPage {
    /// A sentence in which no date breaks at its hyphens at the end of a line.
    static func timed(_ text: String) -> HTML {
        var out: HTML = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: \.isNumber) {
            out += "\(String(rest[..<start]))"
            rest = rest[start...]
            let digits = rest.prefix { $0.isNumber || $0 == "-" }
            guard digits.count == 10, digits.split(separator: "-").map(\.count) == [4, 2, 2] else {
                out += "\(String(digits))"
                rest = rest[digits.endIndex...]
                continue
            }
            // The hour belongs to its day.
            let clock = rest[digits.endIndex...].prefix(6)
            let hasClock = clock.count == 6 && clock.first == " " && clock.dropFirst(3).first == ":"
            let end = hasClock ? clock.endIndex : digits.endIndex
            out += "<span class=\"time\">\(String(rest[..<end]))</span>"
            rest = rest[end...]
        }
        return out + "\(String(rest))"
    }
}
