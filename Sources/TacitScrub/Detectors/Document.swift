extension Scanner {
    /// Behind a word that names it: the number of a passport or driving licence, an IMEI with its check digit, another
    /// number of a device. British driving licences tell by their format alone.
    ///
    /// Not words without digits, and nothing where no word names the document.
    func document(_ groups: Groups, words: inout WordsBefore) -> Match? {
        if let match = britishLicense(groups, words: &words) ?? koreanLicense(groups) { return match }
        var n = 0
        for k in 1...min(groups.count, 6) where groups.ends(k) {
            // Spaces join groups only where digits follow on both sides.
            if k > 1, groups.joint(after: k - 1) == " ", !isDigitGroup(groups, k) { break }
            n = k
        }
        guard n > 0 else { return nil }
        let length = groups.length(n)
        guard (5...18).contains(length) else { return nil }
        let digits = (groups.digits & (1 << UInt64(length) - 1)).nonzeroBitCount
        let contexts = words.contexts(in: self, before: groups.start)
        // `4576 336891`, `45 76 336891`, `75 1234567`: series and number, as in Russia.
        if contexts.all.contains(.passport), let parts = partsOfPassport(groups, upTo: n) {
            return Match(.passport, groups.start, groups.end(parts), RuleID("passport"))
        }
        if contexts.near.contains(.passport) || contexts.all.contains(.passport) && digits >= 5,
            isUpper(groups.start..<groups.end(1)),
            (6...10).contains(groups.length(1)), digits > 0
        {
            return Match(.passport, groups.start, groups.end(1), RuleID("passport"))
        }
        if contexts.all.contains(.license), n == 1, (9...10).contains(length), digits > 0, digits < length,
            isUpper(groups.start..<groups.end(1)),
            text.has(". ", at: groups.start - 2) || text.has(": ", at: groups.start - 2)
        {
            return Match(.driverLicense, groups.start, groups.end(1), RuleID("driver-license"))
        }
        if length == 15, digits == 15, text[groups.start - 1].isLineEnd, isAnswerOfModem(groups.start) {
            return Match(.deviceID, groups.start, groups.end(n), RuleID("device"))
        }
        guard digits >= 3, digits * 2 >= length || digits >= 5 else { return nil }
        // `DL 92 690.6`: a fraction.
        let isFraction = n > 1 && groups.joint(after: n - 1) == "." && !groups.isUniform(n)
        // `v1.2.3`, `driver 550.54.14`
        let isVersion =
            n > 1 && groups.joint(after: 1) == "."
            && (text[groups.start] | 0x20 == "v" || isVersionOfProgram(before: groups.start))
        if contexts.all.contains(.license), length >= 5, !isFraction, !isVersion {
            return Match(.driverLicense, groups.start, groups.end(n), RuleID("driver-license"))
        }
        if contexts.all.contains(.device), length >= 8 {
            return Match(.deviceID, groups.start, groups.end(n), RuleID("device"))
        }
        return nil
    }

    /// `P<UTODOE<<JANE<<<…` and the line behind it: the machine-readable zone of a passport, two lines of 44
    /// characters. The name alone is taken, too, where the second line doesn't follow or its check digits are wrong.
    mutating func machineReadableZone(at start: Int) -> Match? {
        guard !text[start - 1].isAlphanumeric, let end = zoneLineEnd(at: start) else { return nil }
        let fillers = (start + 5..<end).filter { text[$0] == "<" }.count
        guard fillers > 2 else { return nil }
        if start + 90 > text.count, !isFinal {
            unfinished = start
            return nil
        }
        var second = end
        while second - end < 2, text[second] == "\r" || text[second] == "\n" || text[second] == " " { second += 1 }
        if text.has("\\n", at: end) { second = end + 2 }
        guard second > end, let last = zoneLineEnd(at: second), isZoneChecked(second..<second + 9),
            isZoneChecked(second + 13..<second + 19), isZoneChecked(second + 21..<second + 27)
        else { return Match(.passport, start, end, RuleID("passport.zone")) }
        return Match(.passport, start, last, RuleID("passport.zone"))
    }

    /// The end of 44 capitals, digits and `<`.
    private func zoneLineEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 45, text[i].isUpper || text[i].isDigit || text[i] == "<" { i += 1 }
        return i - start == 44 ? i : nil
    }

    /// ICAO 9303: weights 7, 3, 1; `<` counts 0, and the check digit stands behind.
    private func isZoneChecked(_ range: Range<Int>) -> Bool {
        var sum = 0
        for (k, i) in range.enumerated() {
            let value = text[i].isDigit ? Int(text[i]) - 0x30 : text[i].isUpper ? Int(text[i]) - 0x37 : 0
            sum += value * (k % 3 == 0 ? 7 : k % 3 == 1 ? 3 : 1)
        }
        return Int(text[range.upperBound]) - 0x30 == sum % 10
    }

    /// `11-22-123456-12`: the region, year, number and check of a Korean driving licence.
    private func koreanLicense(_ groups: Groups) -> Match? {
        guard groups.count >= 4, groups.shape(4) == 0x2262, groups.isUniform(4), groups.ends(4),
            groups.joint(after: 1) == "-" || groups.joint(after: 1) == " ", groups.isDigits(0..<12),
            (11...28).contains(groups.compact.number(0..<2))
        else { return nil }
        return Match(.driverLicense, groups.start, groups.end(4), RuleID("driver-license.kr"))
    }

    private func partsOfPassport(_ groups: Groups, upTo n: Int) -> Int? {
        let parts = n > 2 && groups.shape(3) == 0x226 ? 3 : 2
        guard n >= parts, groups.isDigits(0..<groups.length(parts)) else { return nil }
        return parts == 3 || groups.shape(2) == 0x46 || groups.shape(2) == 0x27 ? parts : nil
    }

    /// Whether the word for a program or its version stands right before.
    private func isVersionOfProgram(before start: Int) -> Bool {
        guard text[start - 1] == " " else { return false }
        return (["driver", "version", "release", "kernel", "nvidia", "cuda", "library", "module"] as [StaticString])
            .contains { text.hasAnyCase($0, at: start - 1 - $0.utf8CodeUnitCount) }
    }

    /// Whether the number on this line answers `AT+CGSN` on the one before, which asks for the IMEI.
    private func isAnswerOfModem(_ start: Int) -> Bool {
        (start - 8..<start).contains { text.has("CGSN", at: $0) || text.has("+GSN", at: $0) }
    }

    private func isUpper(_ range: Range<Int>) -> Bool { range.allSatisfy { !text[$0].isLower } }

    private func isDigitGroup(_ groups: Groups, _ k: Int) -> Bool {
        groups.isDigits(groups.length(k - 1)..<groups.length(k))
            && groups.compact[groups.length(k - 1) - 1].isDigit
    }

    /// `MORGA657054SM9IJ`: five letters of the surname, the birth date, initials and check characters (DVLA).
    func britishLicense(_ groups: Groups, words: inout WordsBefore) -> Match? {
        for n in 1...min(groups.count, 6) {
            let length = groups.length(n)
            guard length == 16 || length == 18, groups.ends(n) else { continue }
            let c = groups.compact
            guard groups.isDigits(5..<11), c[0].isUpper, c[1].isUpper, isUpper(groups.start..<groups.end(n))
            else { continue }
            var isPadding = false
            for i in 1..<5 {
                if c[i].isDigit {
                    guard c[i] == "9" else { return nil }
                    isPadding = true
                } else if isPadding {
                    return nil
                }
            }
            let month = c.number(6..<8) % 50
            guard (1...12).contains(month), c.number(6..<8) <= 62, (1...31).contains(c.number(8..<10)),
                c[11].isUpper, length == 16 || groups.isDigits(16..<18)
            else { continue }
            // Another group of two digits may be the issue number.
            var last = n
            if length == 16, n < groups.count, groups.length(n + 1) == 18, groups.isDigits(16..<18) { last = n + 1 }
            return Match(.driverLicense, groups.start, groups.end(last), RuleID("driver-license.uk"))
        }
        return nil
    }
}
