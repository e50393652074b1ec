/// Markup under construction. What stands in the source is markup; every value put into it is text and is escaped.
///
/// ```swift
/// let cell: HTML = "<td>\(message)</td>"      // escaped
/// let row: HTML = "<tr>\(cell)</tr>"          // as it is: it is markup already
/// ```
package struct HTML: Sendable, ExpressibleByStringInterpolation {
    package private(set) var markup: String

    package init(stringLiteral markup: String) { self.markup = markup }
    package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    /// A picture that ``Drawing`` finished, or another text of which is known that it is markup.
    package init(verbatim markup: String) { self.markup = markup }

    package static func + (left: HTML, right: HTML) -> HTML { HTML(verbatim: left.markup + right.markup) }
    package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { markup += literal }
        package mutating func appendInterpolation(_ text: String) { markup += Escaping.escaped(text) }
        package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.markup } }
    }
}
