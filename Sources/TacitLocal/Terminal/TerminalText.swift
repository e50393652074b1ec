/// Lines for a terminal of a certain width, with or without colour.
///
/// All text goes through ``PlainText``, so that nothing in it can steer the terminal. Words wrap; what can't wrap is cut.
struct TerminalText {
    enum Style: String {
        case plain = "0"
        case strong = "1"
        case quiet = "2"
        case healthy = "32"
        case degraded = "33"
        case critical = "31"

        init(_ status: SystemHealth.Status) {
            switch status {
            case .healthy: self = .healthy
            case .degraded: self = .degraded
            case .critical: self = .critical
            }
        }
    }

    struct Piece {
        let text: String
        let style: Style
        /// Its spaces are kept, and it is not broken.
        var isFixed = false
    }

    let width: Int
    let isColoured: Bool
    private(set) var lines: [String] = []

    init(width: Int, isColoured: Bool) {
        self.width = min(max(width, 40), 120)
        self.isColoured = isColoured
    }

    mutating func empty() { if lines.last != "" { lines.append("") } }

    mutating func heading(_ text: String) {
        empty()
        line([Piece(text: text, style: .strong)])
    }

    /// Pieces with a space between them; further lines begin under the first one's text.
    mutating func line(_ pieces: [Piece], hanging: Int = 0) {
        var line = ""
        var used = 0
        for (word, style) in pieces.flatMap(Self.words) {
            let cells = Self.cells(word)
            if used > 0, used + 1 + cells > width {
                lines.append(line)
                line = String(repeating: " ", count: hanging)
                used = hanging
            }
            if used > hanging || used > 0 && line.last != " " {
                line += " "
                used += 1
            }
            let shown = Self.cut(word, to: width - used)
            line += styled(shown, style)
            used += Self.cells(shown)
        }
        lines.append(line)
    }

    private func styled(_ text: String, _ style: Style) -> String {
        isColoured && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    private static func words(_ piece: Piece) -> [(String, Style)] {
        let text = PlainText.plain(piece.text)
        return piece.isFixed ? [(text, piece.style)] : text.split(separator: " ").map { (String($0), piece.style) }
    }

    /// `text` with spaces behind it, `cells` wide; cut where it is wider.
    static func padded(_ text: String, to cells: Int) -> String {
        let text = cut(PlainText.plain(text), to: cells)
        return text + String(repeating: " ", count: max(0, cells - Self.cells(text)))
    }

    static func cut(_ text: String, to cells: Int) -> String {
        guard Self.cells(text) > cells else { return text }
        var out = ""
        var used = 0
        for character in text {
            let more = Self.cells(String(character))
            guard used + more < cells else { break }
            out.append(character)
            used += more
        }
        return cells > 0 ? out + "…" : ""
    }

    /// How many cells a terminal takes for a text.
    static func cells(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + cells($1) } }

    private static func cells(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
