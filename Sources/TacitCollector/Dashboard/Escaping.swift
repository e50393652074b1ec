import Mustache

/// Escapes text for HTML and SVG scalar by scalar.
///
/// The templates' own escaping goes by character, so that a quote with a combining mark behind it is another character
/// and would pass: `"` + U+0301 ends an attribute. Here it doesn't. Control characters and those that reorder text
/// across their surroundings become U+FFFD.
struct Escaping: MustacheContentType {
    /// As templates name it in `{{% CONTENT_TYPE: … }}`.
    static let name = "TACIT_HTML"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n": out += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}",
                "\u{FFFF}":
                out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
