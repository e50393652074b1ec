/// The digits of a phone number and how they are written.
struct PhoneDigits {
    private(set) var count = 0
    private(set) var end: Int
    private(set) var groups = 0
    private(set) var firstGroup = 0
    /// What stands between the first two groups; 0 if nothing does.
    private(set) var separator: UInt8 = 0
    private(set) var isUniform = true
    /// The digits, four bits each, the last one lowest.
    private var digits: UInt64 = 0

    /// Reads whole groups, until there are `limit` digits or something else comes.
    init(in text: Text, at start: Int, limit: Int) {
        end = start
        var i = start
        while true {
            let group = i
            var number = digits
            while text[i].isDigit, i - group < 20 {
                number = number << 4 | UInt64(text[i] & 15)
                i += 1
            }
            guard i > group, count + i - group <= max(limit, 3) || count == 0 else { break }
            count += i - group
            digits = number
            groups += 1
            if groups == 1 { firstGroup = i - group }
            end = i
            if count >= limit { break }
            let gap = Self.gap(in: text, at: i)
            guard gap > 0, text[i + gap].isDigit else { break }
            if groups == 1 { separator = text[i] } else if text[i] != separator { isUniform = false }
            i += gap
        }
    }

    /// How wide the separator at `i` is: one sign, or a space or bracket with one.
    private static func gap(in text: Text, at i: Int) -> Int {
        var gap = 0
        while gap < 4 {
            switch text[i + gap] {
            case " ", "-", ".", "(", ")", "/": gap += 1
            case 0xC2 where text[i + gap + 1] == 0xA0: gap += 2
            // `276\\-0161`, as Markdown and patterns write signs.
            case "\\"
            where gap < 3 && (text[i + gap + 1] == "-" || text[i + gap + 1] == "." || text[i + gap + 1] == ")"):
                gap += 1
            case 0xE2 where text[i + gap + 1] == 0x80 && (0x90...0x93).contains(text[i + gap + 2]): gap += 3
            default: return gap > 3 || (gap == 2 && text[i] == text[i + 1]) ? 0 : gap
            }
        }
        return 0
    }

    /// Two groups with a point: `6073641856.9`.
    var isDecimal: Bool { groups == 2 && separator == "." }

    /// The number that a range of the first sixteen digits stands for.
    func value(of range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(digits >> UInt64(4 * (min(count, 16) - 1 - $1)) & 15) }
    }

    /// Ten digits whose area and exchange don't begin with 0 or 1.
    func isNorthAmerican(in text: Text) -> Bool {
        guard count == 10 else { return false }
        return value(of: 0..<1) > 1 && value(of: 3..<4) > 1 && endsNumber(in: text)
    }

    /// What stands behind a dash in a list of somebody's numbers.
    private static let uses: [StaticString] = ["fax", "office", "home", "mobile", "cell", "work", "private"]

    /// The end of the number with its extension: `x769`, ` ext. 12`.
    func endOfExtension(in text: Text) -> Int {
        var i = end
        for sign in [" ext. ", " ext.", " ext ", " x", "x", " extension ", ", ext. "] as [StaticString]
        where text.hasAnyCase(sign, at: i) {
            i += sign.utf8CodeUnitCount
            break
        }
        let first = i
        while i - first < 6, text[i].isDigit { i += 1 }
        return i > first && first > end && i - first < 6 && !text[i].isWord ? i : end
    }

    func endsNumber(in text: Text) -> Bool {
        let next = text[end]
        if next | 0x20 == "x", text[end + 1].isDigit { return true }
        if next.isAlphanumeric || next == "_" || next == "@" { return false }
        if next == "-", Self.uses.contains(where: { text.hasAnyCase($0, at: end + 1) }) { return true }
        if next == "-" || next == "." || next == "/" || next == ":" { return !text[end + 1].isAlphanumeric }
        return !(next == " " && groups == 1 && text[end + 1].isDigit && count < 7)
    }
}

/// Country calling codes, and how many digits numbers under them have (country code included).
enum CallingCode {
    /// By the first three digits; 0...0 for codes that are not given out.
    static func lengths(_ head: Int) -> ClosedRange<Int> {
        switch head / 100 {
        case 1, 7: return head % 100 < 20 ? 0...0 : 11...11
        case 0: return 0...0
        default: break
        }
        switch head / 10 {
        case 66: return 10...12
        case 20, 31, 33, 34, 41, 48, 61, 51, 56: return 11...12
        case 27, 32, 36, 40, 90, 91, 92, 98, 57, 58, 63: return 10...13
        case 30: return 12...12
        case 44: return 11...12
        case 45, 47, 65: return 10...10
        case 46, 39, 64, 43, 60, 62, 93, 94, 95, 53: return 9...14
        case 49: return 10...14
        case 52, 54, 55: return 12...13
        case 81, 82, 84, 86: return 10...13
        default: break
        }
        switch head {
        case 211...213, 216, 218, 220...258, 260...269, 290, 291, 297...299, 350...359, 370...378, 380...383, 385...387,
            389, 420, 421, 423, 500...509, 590...599, 670, 672...683, 685...692, 850, 852, 853, 855, 856, 880, 886,
            960...968, 970...977, 992...996, 998:
            return 9...13
        default: return 0...0
        }
    }
}
