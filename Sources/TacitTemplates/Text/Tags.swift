/// What HTML's tags mean for a reader of plain lines.
enum Tags {
    enum Kind: Equatable {
        case block, rule, item, link, inline, hidable, unread
        case heading(UInt8)

        var canHide: Bool { self == .block || self == .hidable }
    }

    static let comment = Array("<!--".utf8)
    static let commentEnd = Array("-->".utf8)
    static let openings = ["<!doctype", "<html", "<body", "<head", "<table", "<div", "<center", "<p>", "<p ", "<meta"]
        .map { Array($0.utf8) }
    static let common = [
        "</p>", "<br", "</div>", "</td>", "<a href", "</a>", "</li>", "</h", "<p>", "<li>", "</strong>", "</em>",
    ]
    .map { Array($0.utf8) }
    static let hiding = PhraseSet(
        ["display:none", "display: none", "mso-hide:all", "mso-hide: all", "visibility:hidden", "visibility: hidden"])

    static func kind(_ text: LentText, _ name: Range<Int>) -> Kind { kinds[Words.hash(text, name)] ?? .inline }

    private static let kinds: [UInt64: Kind] = {
        var kinds: [UInt64: Kind] = [Words.hash("hr"): .rule, Words.hash("li"): .item, Words.hash("a"): .link]
        for level in 1...6 { kinds[Words.hash("h\(level)")] = .heading(UInt8(level)) }
        for name in [
            "script", "style", "head", "svg", "template", "select", "iframe", "object", "noscript", "textarea",
        ] {
            kinds[Words.hash(name)] = .unread
        }
        for name in [
            "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figcaption",
            "figure", "footer", "form", "header", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
            "th", "thead", "tr", "ul",
        ] { kinds[Words.hash(name)] = .block }
        kinds[Words.hash("span")] = .hidable
        return kinds
    }()
}

/// The characters that mails write by name or number.
enum Entities {
    static func scalar(_ text: LentText, _ name: Range<Int>) -> Unicode.Scalar? {
        guard !name.isEmpty else { return nil }
        guard text.bytes[name.lowerBound] == UInt8(ascii: "#") else {
            return named[Words.hash(text, name, isFolded: false)]
        }
        var digits = name.dropFirst()
        guard let first = digits.first else { return nil }
        let isHex = text.folded[first] == UInt8(ascii: "x")
        if isHex { digits = digits.dropFirst() }
        var value: UInt32 = 0
        for index in digits {
            guard let digit = Character(Unicode.Scalar(text.folded[index])).hexDigitValue, isHex || digit < 10,
                value < 0x20000
            else { return nil }
            value = value * (isHex ? 16 : 10) + UInt32(digit)
        }
        return digits.isEmpty ? nil : Unicode.Scalar(value)
    }

    private static let named: [UInt64: Unicode.Scalar] = {
        let names: KeyValuePairs<String, UInt32> = [
            "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ndash": 0x2013,
            "mdash": 0x2014,
            "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D, "hellip": 0x2026, "bull": 0x2A,
            "middot": 0xB7, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5,
            "cent": 0xA2, "times": 0xD7, "deg": 0xB0, "frac12": 0xBD, "zwnj": 0x200C, "zwj": 0x200D, "shy": 0xAD,
            "rarr": 0x2192, "larr": 0x2190, "raquo": 0xBB, "laquo": 0xAB, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20,
            "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF,
            "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "agrave": 0xE0, "aacute": 0xE1, "ccedil": 0xE7,
            "iacute": 0xED,
            "oacute": 0xF3, "uacute": 0xFA, "ntilde": 0xF1,
        ]
        // Each number above is a scalar's.
        return Dictionary(
            names.map { (Words.hash($0.key), Unicode.Scalar($0.value)!) }, uniquingKeysWith: { a, _ in a })
    }()
}
