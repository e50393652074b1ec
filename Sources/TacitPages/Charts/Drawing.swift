/// SVG text under construction. Everything is drawn by presentation attributes and classes: the pages' policy allows no
/// inline style. Text is escaped here, nowhere else.
package struct Drawing {
    package private(set) var markup = ""

    package init() {}

    /// One decimal is finer than any screen shows and keeps pages small.
    package static func number(_ value: Double) -> String {
        let tenths = Int64((value * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }

    package mutating func line(_ kind: String, x1: Double, y1: Double, x2: Double, y2: Double) {
        path(kind, "M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))")
    }

    package mutating func path(_ kind: String, _ commands: String, title: String? = nil) {
        markup += "<path class=\"\(kind)\" d=\"\(commands)\"" + closing("path", title)
    }

    package mutating func rectangle(
        _ kind: String, x: Double, y: Double, width: Double, height: Double, title: String? = nil
    ) {
        markup +=
            "<rect class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
            + "width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\""
            + closing("rect", title)
    }

    package mutating func circle(_ kind: String, x: Double, y: Double, radius: Double) {
        markup +=
            "<circle class=\"\(kind)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\"/>"
    }

    package mutating func text(_ kind: String, _ text: String, x: Double, y: Double) {
        markup +=
            "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\">\(Escaping.escaped(text))</text>"
    }

    /// The finished picture. With a title it is an image to screen readers; without one it is decoration beside its numbers.
    package func svg(
        _ kind: String, width: Double, height: Double, stretched: Bool = false, title: String? = nil,
        description: String = ""
    ) -> String {
        let box = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
        let aspect = stretched ? " preserveAspectRatio=\"none\"" : ""
        let open = "<svg class=\"\(kind)\" \(box)\(aspect) focusable=\"false\""
        guard let title else { return open + " aria-hidden=\"true\">\(markup)</svg>" }
        let label = Escaping.escaped(title)
        let more = description.isEmpty ? "" : "<desc>\(Escaping.escaped(description))</desc>"
        return open + " role=\"img\" aria-label=\"\(label)\"><title>\(label)</title>\(more)\(markup)</svg>"
    }

    private func closing(_ element: String, _ title: String?) -> String {
        title.map { "><title>\(Escaping.escaped($0))</title></\(element)>" } ?? "/>"
    }
}
