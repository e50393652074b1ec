/// Escapes text for HTML and SVG scalar by scalar.
///
/// Whoever goes by character takes a quote with a combining mark behind it for another character, and lets it pass:
/// `"` + U+0301 ends an attribute. Here it doesn't. Control characters and those that reorder text across their
/// surroundings become U+FFFD.
package enum Escaping {
    package static func escaped(_ text: String) -> String {
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
