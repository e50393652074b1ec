extension Scanner {
    /// `PID|1||77^^^H||DOE^JANE||19940609|F|||1 Main St`: name, mother's maiden name, birth date and address of a patient,
    /// in the messages of HL7 version 2, as one finding. `end` is behind the name of the segment.
    func patient(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        // The last one first: what stands before it is looked at again.
        if let number = lastNumber(ofPatientBehind: end) { return number }
        let (name, birth) = (field(4, behind: end, sign: "|"), field(6, behind: end, sign: "|"))
        let isDated = birth.count >= 8 && birth.prefix(8).allSatisfy { text[$0].isDigit }
        let address = field(10, behind: end, sign: "|")
        let isAddress = address.contains { text[$0].isLetter }
        return nameOfParts(name, to: isAddress ? address.upperBound : isDated ? birth.upperBound : name.upperBound)
    }

    /// The number that stands last in a patient's segment: a telephone (PID-13 and 14), or nine digits of a social security number
    /// (PID-19) or an account (PID-18).
    private func lastNumber(ofPatientBehind end: Int) -> Match? {
        for (number, kind) in [(18, Kind.usSSN), (17, .usSSN), (13, .phone), (12, .phone)] {
            var value = field(number, behind: end, sign: "|")
            if kind == .phone, let part = value.first(where: { text[$0] == "^" || text[$0] == "~" }) {
                value = value.lowerBound..<part
            }
            let digits = value.count(where: { text[$0].isDigit })
            guard kind == .phone ? (7...15).contains(digits) : digits == 9,
                !value.contains(where: { text[$0].isLetter }), !holdsPlaceholder(value)
            else { continue }
            let match = Match(kind, value.lowerBound, value.upperBound, RuleID("segment"))
            if isWanted(match) { return match }
        }
        return nil
    }

    /// The last name in the fields of a segment of HL7 that hold one, behind a number (`0148^Doe^Jane`) or alone: the doctor of a
    /// visit, who ordered something, who is insured. The birth date of somebody insured, too.
    func nameInSegment(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        let (fields, birth) = Self.fieldsOfNames(text[start], text[start + 1])
        if birth > 0 {
            let date = field(birth - 1, behind: end, sign: "|")
            let match = Match(.dateOfBirth, date.lowerBound, date.upperBound, RuleID("segment"))
            if date.count == 8, dateEnd(at: date.lowerBound) == date.upperBound, isWanted(match) { return match }
        }
        for number in fields {
            let value = field(number - 1, behind: end, sign: "|")
            var name = value
            let isNumbered = !value.prefix { text[$0] != "^" }.contains { text[$0].isLower || text[$0] == " " }
            if isNumbered, let sign = value.first(where: { text[$0] == "^" }),
                sign == value.lowerBound
                    || value.prefix(sign - value.lowerBound).contains(where: { text[$0].isDigit })
            {
                name = sign + 1..<value.upperBound
            }
            // Family name, given name and others, up to an empty part.
            var last = name.lowerBound
            while last < name.upperBound,
                text[last].isLetter || text[last] >= 0x80 || text[last] == "^" && text[last + 1] != "^"
                    || text[last] == "'" || text[last] == "-" || text[last] == " " || text[last] == "."
            { last += 1 }
            while last > name.lowerBound, text[last - 1] == "^" { last -= 1 }
            guard last - name.lowerBound > 2, text[last] == "^" || last == value.upperBound,
                let match = nameOfParts(name.lowerBound..<last, to: last), isWanted(match)
            else { continue }
            return match
        }
        return nil
    }

    /// The numbers of the fields that hold names, the last one first, and of the birth date, of a segment by its first letters.
    private static func fieldsOfNames(_ first: UInt8, _ second: UInt8) -> (names: [Int], birth: Int) {
        switch (first, second) {
        // `PV1`, `OBR`, `ORC`, `IN1`, `GT1`
        case (0x50, _): ([17, 9, 8, 7], 0)
        case (0x4F, 0x42): ([16], 0)
        case (0x4F, _): ([12, 11, 10], 0)
        case (0x49, _): ([16], 18)
        default: ([3], 8)
        }
    }

    /// `NK1|1|DOE^JANE|SPO|1 Main St`: name and address of a relative, as one finding.
    func nextOfKin(behind end: Int, from start: Int) -> Match? {
        let (name, address) = (field(1, behind: end, sign: "|"), field(3, behind: end, sign: "|"))
        let isAddress = address.contains { text[$0].isLetter }
        guard !text[start - 1].isWord else { return nil }
        return nameOfParts(name, to: isAddress ? address.upperBound : name.upperBound)
    }

    /// A name in HL7, the parts of which `^` joins, with what follows up to `end`.
    private func nameOfParts(_ name: Range<Int>, to end: Int) -> Match? {
        guard name.contains(where: { text[$0].isLetter }), name.contains(where: { text[$0] == "^" }),
            !holdsPlaceholder(name.lowerBound..<end)
        else { return nil }
        return Match(.person, name.lowerBound, end, RuleID("person.named"))
    }

    /// `NM1*IL*1*DOE*JANE`, `DMG*D8*19851224`, `N3*12 MAPLE STREET`: name, birth date and street of somebody insured,
    /// in the messages of ANSI X12.
    func segment(at start: Int, behind end: Int) -> Match? {
        let before = text[start - 1]
        guard !before.isWord else { return nil }
        let first = field(0, behind: end, sign: "*")
        let kind: Kind
        var found = first
        switch text[end - 2] {
        case "1":
            // One is a person, two a company.
            let (type, last) = (field(1, behind: end, sign: "*"), field(2, behind: end, sign: "*"))
            guard type.count == 1, text[type.lowerBound] == "1", last.contains(where: { text[$0].isLetter })
            else {
                return nil
            }
            (kind, found) = (.person, last.lowerBound..<field(3, behind: end, sign: "*").upperBound)
        case "3":
            // `x = N3*w2 + b1` is a sum.
            guard before == "~" || before.isQuote || before.isLineEnd,
                first.contains(where: { text[$0] == " " }), first.contains(where: { text[$0].isLetter }),
                first.contains(where: { text[$0].isDigit })
            else { return nil }
            kind = .streetAddress
        default:
            guard first.count == 8, first.allSatisfy({ text[$0].isDigit }) else { return nil }
            kind = .dateOfBirth
        }
        return holdsPlaceholder(found) ? nil : Match(kind, found.lowerBound, found.upperBound, RuleID("segment"))
    }

    /// A field of a segment of HL7 or X12, the first of which begins at `start` and which `sign` parts; where there are
    /// fewer, an empty one at the end, or at the end of what is looked at.
    func field(_ number: Int, behind start: Int, sign: Unicode.Scalar) -> Range<Int> {
        var (first, count) = (start, 0)
        let limit = start + 400
        for i in start..<limit {
            // In HL7, `~` parts names within a field.
            let isEnd = text[i] == "~" && sign == "*" || text[i].isLineEnd
            guard isEnd || text[i] == sign else { continue }
            if count == number { return first..<i }
            if isEnd { return i..<i }
            first = i + 1
            count += 1
        }
        return limit..<limit
    }

    /// `"name":[{"family":"Doe","given":["Jane", "Ann"]}]`: either part of a name, as FHIR writes it, where the other
    /// is near or what stands before says that it is one.
    func humanName(behind end: Int, from start: Int) -> Match? {
        guard let first = nameMember(behind: end) else { return nil }
        let isGiven = text[start + 1] == "g"
        let isList = text[first - 2] == "[" || text[first - 3] == "["
        let other: StaticString = isGiven ? "\"family\"" : "\"given\""
        // A stream may not have the next line yet.
        let line = (end..<end + 96).prefix { text[$0] != "\n" }
        let isNear = (max(text.lower, start - 96)..<line.upperBound).contains {
            text.has(other, at: $0) && nameMember(behind: $0 + other.utf8CodeUnitCount) != nil
                || $0 < start && isListOfNames(at: $0)
        }
        // `"family":"[PERSON]","given":"Jane"`: the member before was found.
        let isBehindFinding = text.lower > 0 && text[text.lower] == "\"" && (2...3).contains(start - text.lower)
        guard isNear || isBehindFinding || isGiven && isList,
            let last = endOfNames(at: first, isList: isList, each: !isNear),
            !holdsPlaceholder(first..<last)
        else { return nil }
        return Match(.person, first, last, RuleID("person.named"))
    }

    /// `"name":[{`, with blanks and line ends between.
    private func isListOfNames(at start: Int) -> Bool {
        guard text.has("\"name\":", at: start) else { return false }
        var i = start + 7
        while i - start < 32, text[i] == "[" || text[i].isBlank { i += 1 }
        return text[i] == "{"
    }

    /// Where the first name begins behind the key of a member that holds one or a list of them.
    private func nameMember(behind end: Int) -> Int? {
        var i = end
        while i - end < 8, text[i] == " " || text[i] == ":" || text[i] == "[" { i += 1 }
        // `van der Berg`, but not `"family":"sans-serif"`.
        let name = behindSmallWord(at: i + 1)
        return i > end && text[i] == "\"" && !text[name].isLower ? i + 1 : nil
    }

    /// The end of a name in quotes, or of the last of a list of them. `each` says that each of their words must have a
    /// capital, as those of sentences don't.
    private func endOfNames(at start: Int, isList: Bool, each mustHaveCapitals: Bool) -> Int? {
        var end: Int?
        var i = start
        while i - start < 128 {
            let first = i
            while i - first < 64, text[i] != "\"", !text[i].isLineEnd, !text[i].isDigit {
                if mustHaveCapitals, text[i].isLower, text[i - 1] == " ", behindSmallWord(at: i) == i {
                    return nil
                }
                i += text[i] == "\\" && !text[i + 1].isLineEnd ? 2 : 1
            }
            guard text[i] == "\"", i - first >= 2 || end != nil else { break }
            end = i
            guard text[i + 1] == "," else { break }
            i += text[i + 2] == " " ? 3 : 2
            // The next name of the list, or the next member.
            guard isList, text[i] == "\"" else { break }
            i += 1
        }
        return end
    }
}
