import Synchronization
import TacitScrub

extension Name {
    /// How many digits may stand together, alone or in neighbouring groups: a telephone number or a birthday has more.
    private static let mostDigits = 6

    /// Whether nothing in a name or code looks like a person, an address, an account or a key.
    ///
    /// The scrubber knows these by how they are written in texts. A name has no blanks and may join them to a word, so it also
    /// looks at the name with its separators as blanks, and with letters and digits apart.
    static func looksHarmless(_ text: String) -> Bool {
        if harmless.withLock({ $0.contains(text) }) { return true }
        guard isHarmless(text) else { return false }
        harmless.withLock { known in
            if known.count >= mostKnown { known = [] }
            known.insert(text)
        }
        return true
    }

    /// What was found harmless before: a file has few names, on many lines. What is looked up never changes.
    private static let harmless = Mutex<Set<String>>([])
    private static let mostKnown = 1000

    private static func isHarmless(_ text: String) -> Bool {
        let groups = text.utf8.split { isSeparator($0) }.map(Array.init)
        guard !hasManyDigits(groups), !hasHardware(groups), !hasAddress(groups), !groups.contains(where: looksRandom)
        else { return false }
        return readings(of: text).allSatisfy { scrubber.scrub($0) == $0 }
    }

    private static func readings(of text: String) -> Set<String> {
        let blanks = String(text.map { $0 == "-" || $0 == "_" ? " " : $0 })
        let first = text.firstIndex { "-_.".contains($0) }.map { text[text.index(after: $0)...] } ?? ""
        return [
            text, blanks, apart(text), String(first),
            String(text.map { $0 == "-" || $0 == "." ? "_" : $0 }), String(text.map { "-_".contains($0) ? "." : $0 }),
        ]
    }

    /// `home db 1001` for `home-db1001`.
    private static func apart(_ text: String) -> String {
        var out = ""
        for character in text {
            let kind = kind(character)
            if kind == .separator {
                out.append(" ")
                continue
            }
            if let last = out.last, last != " ", Self.kind(last) != kind { out.append(" ") }
            out.append(character)
        }
        return out
    }

    private enum Kind { case letter, digit, separator }

    private static func kind(_ character: Character) -> Kind {
        "-_.".contains(character) ? .separator : character.isNumber ? .digit : .letter
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { [0x2D, 0x2E, 0x5F].contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    }

    private static func hasManyDigits(_ groups: [[UInt8]]) -> Bool {
        var together = 0
        for (index, group) in groups.enumerated() where !isSystemCode(group) && !isYear(index, groups) {
            if group.allSatisfy(isDigit) {
                together += group.count
            } else {
                // The digits with which a group begins continue those before it.
                together += group.prefix(while: isDigit).count
                guard together <= mostDigits,
                    group.split(whereSeparator: { !isDigit($0) }).allSatisfy({ $0.count <= mostDigits })
                else { return true }
                together = group.reversed().prefix(while: isDigit).count
            }
            if together > mostDigits { return true }
        }
        return false
    }

    /// The year of a code that is numbered by year, as in `LNX-2024-001`, and of no date.
    private static func isYear(_ index: Int, _ groups: [[UInt8]]) -> Bool {
        func isNumber(_ index: Int) -> Bool { groups.indices.contains(index) && groups[index].contains(where: isDigit) }
        return groups[index].count == 4 && groups[index].allSatisfy(isDigit)
            && (groups[index].starts(with: "19".utf8) || groups[index].starts(with: "20".utf8))
            && isNumber(index + 1) && groups[index + 1].count <= 3 && !isNumber(index - 1) && !isNumber(index + 2)
    }

    /// Four small numbers in a row are an address of the Internet.
    private static func hasAddress(_ groups: [[UInt8]]) -> Bool {
        var small = 0
        for group in groups {
            small = group.count <= 3 && group.allSatisfy(isDigit) ? small + 1 : 0
            if small == 4 { return true }
        }
        return false
    }

    /// A number as systems write their codes: `0x80070005`.
    private static func isSystemCode(_ group: [UInt8]) -> Bool {
        group.count <= 10 && group.starts(with: "0x".utf8) && group.dropFirst(2).allSatisfy(isHex)
    }

    /// Six pairs of hexadecimal digits are the address of a network card.
    private static func hasHardware(_ groups: [[UInt8]]) -> Bool {
        var pairs = 0
        for group in groups {
            pairs = group.count == 2 && group.allSatisfy(isHex) ? pairs + 1 : 0
            if pairs == 6 { return true }
        }
        return groups.contains { group in
            group.count == 12 && group.allSatisfy(isHex) && group.contains(where: isDigit)
        }
    }

    /// A word has few changes between letters and digits; a key has many.
    private static func looksRandom(_ group: [UInt8]) -> Bool {
        group.count >= 12 && zip(group, group.dropFirst()).count { isDigit($0) != isDigit($1) } >= 4
    }
}
