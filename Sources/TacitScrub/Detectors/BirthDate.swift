extension Scanner {
    /// Whether groups begin with a calendar date in digits: `2026-11-21`, `21/11/2026`, `21.11.2026`.
    func isDate(_ groups: Groups) -> Bool {
        guard groups.count >= 3, groups.joint(after: 1) == groups.joint(after: 2), groups.joint(after: 1) != "(" else {
            return false
        }
        let (a, b) = (groups.length(1), groups.length(2) - groups.length(1))
        let c = groups.length(3) - groups.length(2)
        let n = groups.compact
        if a == 4, b <= 2, c >= 1, n.isDigits(0..<(a + b)) {
            return (18...21).contains(n.number(0..<2)) && (1...12).contains(n.number(a..<(a + b)))
        }
        guard a <= 2, b <= 2, c == 4, n.isDigits(0..<(a + b + c)) else { return false }
        return (17...21).contains(n.number((a + b)..<(a + b + 2))) && n.number(0..<a) <= 31
            && n.number(a..<(a + b)) <= 31
    }

    /// A date behind a word such as `born`, `birth` or `dob`.
    ///
    /// Not a date that no word of birth stands before, and not a point in time.
    func birthDate(_ groups: Groups, words: inout WordsBefore) -> Match? {
        guard let end = dateEnd(at: groups.start),
            words.contexts(in: self, before: groups.start).all.contains(.birth)
        else { return nil }
        return Match(.dateOfBirth, groups.start, end, RuleID("birth-date"))
    }

    /// A date within the next few words behind `born`, `birthday` and their like, which also may be written in words.
    func birthDate(behind end: Int) -> Match? {
        var i = end
        while i - end < 48, !text[i].isLineEnd, text[i] != ";", text[i] != "{" {
            let isStart = !text[i - 1].isWord
            if isStart, text[i].isDigit || text[i].isLetter, let end = dateEnd(at: i) {
                return Match(.dateOfBirth, i, end, RuleID("birth-date"))
            }
            i += 1
        }
        return nil
    }

    /// The end of a date of a person's life: in digits, with the month in words (`9 June 1994`, `June 9th, 1994`,
    /// `22-nov-1972`), or as eight digits.
    func dateEnd(at start: Int) -> Int? {
        if text[start].isLetter {
            guard let month = monthEnd(at: start) else { return nil }
            var i = month
            while i < month + 2, text[i] == " " || text[i] == "." { i += 1 }
            guard i > month, let day = dayEnd(at: i) else { return nil }
            return yearEnd(behind: day)
        }
        var i = start
        while text[i].isDigit, i - start < 9 { i += 1 }
        switch i - start {
        case 8:
            let n = Groups(in: text, at: start).compact
            let isISO = (18...20).contains(n.number(0..<2)) && CheckDigits.isDate(n, day: 6, month: 4)
            let isReversed = (18...20).contains(n.number(4..<6)) && CheckDigits.isDate(n, day: 0, month: 2)
            return (isISO || isReversed) && !text[i].isWord ? i : nil
        case 4:
            return isoEnd(at: start)
        case 1, 2:
            return dayFirstEnd(at: start, digits: i)
        default:
            return nil
        }
    }

    /// `460080000000`: a day as the seconds or milliseconds from 1970 to it.
    func epochEnd(at start: Int) -> Int? {
        let first = text[start] == "-" ? start + 1 : start
        var i = first
        while i - first < 14, text[i].isDigit { i += 1 }
        return (9...13).contains(i - first) && text[first] != "0" && !text[i].isWord && text[i] != "." ? i : nil
    }

    private func isoEnd(at start: Int) -> Int? {
        if let end = eastAsianEnd(at: start) { return end }
        if text.isNobodysDate(start) { return nil }
        guard isYear(at: start) else { return nil }
        let sign = text[start + 4]
        guard sign == "-" || sign == "/" || sign == "." else { return nil }
        guard let month = twoDigits(at: start + 5, upTo: 12), text[month] == sign,
            let day = twoDigits(at: month + 1, upTo: 31)
        else { return nil }
        // With a time behind it, it may still be a birth date: at midnight, or before there were logs.
        if text[day] == "T" {
            let isOld = text[start] == "1" && !text.has("1970", at: start) && text[day + 1].isDigit
            return text.has("T00:00", at: day) ? midnightEnd(at: day) : isOld ? day : nil
        }
        return text[day].isWord ? nil : day
    }

    /// `T00:00:00.000Z`, `T00:00:00+02:00`
    private func midnightEnd(at start: Int) -> Int {
        var i = start + 1
        while i - start < 24,
            text[i].isDigit || text[i] == ":" && text[i + 1].isDigit
                || text[i] == "." && text[i + 1] == "0" || text[i] == "+" && text[i + 1].isDigit
        { i += 1 }
        return text[i] == "Z" ? i + 1 : i
    }

    /// `1990年5月4日`, `1990년 5월 4일`: signs for year, month and day behind the numbers.
    private func eastAsianEnd(at start: Int) -> Int? {
        var i = start + 4
        for (chinese, korean, limit) in Self.eastAsianSigns {
            let number = i
            if limit > 0 {
                while text[i] == " ", i - number < 2 { i += 1 }
                guard let end = twoDigits(at: i, upTo: limit) else { return nil }
                i = end
            }
            guard text.has(chinese, at: i) || text.has(korean, at: i) else { return nil }
            i += chinese.utf8CodeUnitCount
        }
        return i
    }

    /// The signs, and how high what stands before them may be; 0 for the year, which is known to have four digits.
    private static let eastAsianSigns: [(StaticString, StaticString, Int)] = [
        ("年", "년", 0), ("月", "월", 12), ("日", "일", 31),
    ]

    private func dayFirstEnd(at start: Int, digits end: Int) -> Int? {
        let sign = text[end]
        if let day = dayEnd(at: start) {
            var i = day
            while i < day + 4, text[i] == " " || text[i] == "-" || text[i] == "." || text[i] == "/" { i += 1 }
            if text.hasAnyCase("of ", at: i) { i += 3 }
            if text.hasAnyCase("de ", at: i) { i += 3 }
            if let month = monthEnd(at: i) { return yearEnd(behind: month) }
        }
        guard sign == "-" || sign == "/" || sign == "." || sign == " " else { return nil }
        // `9. 6. 1994`, as Czechs and others write it.
        let gap = sign == "." && text[end + 1] == " " ? 2 : 1
        guard twoDigits(at: start, upTo: 31) == end, let second = twoDigits(at: end + gap, upTo: 31),
            text[second] == sign, gap == 1 || text[second + 1] == " "
        else { return nil }
        if isYear(at: second + gap) { return second + gap + 4 }
        guard gap == 1 else { return nil }
        // `9/6/94`
        guard sign != " ", text[second + 1].isDigit, text[second + 2].isDigit else { return nil }
        return text[second + 3].isWord || text[second + 3] == ":" ? nil : second + 3
    }

    /// `9`, `09`, `9th`
    private func dayEnd(at start: Int) -> Int? {
        guard let end = twoDigits(at: start, upTo: 31) else { return nil }
        for ordinal in ["st", "nd", "rd", "th"] as [StaticString] where text.hasAnyCase(ordinal, at: end) {
            return end + 2
        }
        return end
    }

    private func yearEnd(behind end: Int) -> Int? {
        var i = end
        while i < end + 3, text[i] == " " || text[i] == "," || text[i] == "-" || text[i] == "." { i += 1 }
        if text.hasAnyCase("de ", at: i) { i += 3 }
        return i > end && isYear(at: i) ? i + 4 : nil
    }

    private func isYear(at i: Int) -> Bool {
        guard text[i + 2].isDigit, text[i + 3].isDigit, !text[i + 4].isAlphanumeric else {
            return false
        }
        switch (text[i], text[i + 1]) {
        case (0x31, 0x38), (0x31, 0x39), (0x32, 0x30): return true
        default: return false
        }
    }

    /// One or two digits that say a number from 1 to `limit`.
    private func twoDigits(at start: Int, upTo limit: Int) -> Int? {
        guard text[start].isDigit else { return nil }
        var value = Int(text[start] & 15)
        var end = start + 1
        if text[end].isDigit {
            value = value * 10 + Int(text[end] & 15)
            end += 1
        }
        return (1...limit).contains(value) && !text[end].isDigit ? end : nil
    }

    /// The end of the name of a month in English or a neighbouring language, or of its first three letters.
    private func monthEnd(at start: Int) -> Int? {
        for month in Self.months where text.hasAnyCase(month, at: start) {
            var end = start + month.utf8CodeUnitCount
            while end < start + 14, text[end].isLetter || text[end] >= 0x80 { end += 1 }
            return end
        }
        return nil
    }

    private static let months: [StaticString] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "okt", "dez", "janv",
        "févr", "avr", "juin", "juil", "août", "déc", "ene", "abr", "ago", "dic", "mär", "mei", "gen", "mag", "giu",
        "lug", "set", "ott", "fev", "out",
    ]
}

extension Text {
    /// What programs put where there is no date.
    func isNobodysDate(_ start: Int) -> Bool {
        (["0001-01-01", "1900-01-01", "9999-12-31"] as [StaticString]).contains { has($0, at: start) }
    }
}
