extension Scanner {
    /// `DE89 3704 0044 0532 0130 00`: a country, its length and ISO 7064 MOD 97-10 (ISO 13616, the SWIFT registry).
    /// Spaces or dashes may stand after every fourth character; lower case counts too.
    ///
    /// Not what has the shape but fails the check.
    func iban(_ groups: Groups) -> Match? {
        let n = groups.compact
        guard n[0].isUpper, n[1].isUpper, n[2].isDigit, n[3].isDigit,
            groups.lowers == 0 || groups.lowers == groups.letters || groups.count > 1
        else { return nil }
        let length = Self.ibanLength(n[0], n[1])
        guard length > 0, n.count >= length else { return nil }
        for last in 1...groups.count where groups.length(last) == length {
            guard (1..<last).allSatisfy({ groups.length($0) % 4 == 0 && groups.joint(after: $0) != "/" }),
                groups.ends(last),
                CheckDigits.mod97(n.prefix(length), from: 4) == 1
            else { return nil }
            return Match(.iban, groups.start, groups.end(last), RuleID("iban"))
        }
        return nil
    }

    /// The end of an IBAN behind its key, with up to three signs between its groups: `DE89 - 3704 - 0044 …`.
    func ibanEnd(at start: Int) -> Int? {
        var number = Compact()
        var i = start
        var end = start
        var length = 0
        while i - start < 80 {
            if text[i].isAlphanumeric {
                number.append(text[i])
                i += 1
                end = i
                if number.count == 2 { length = Self.ibanLength(number[0], number[1]) }
                if number.count >= 2, number.count >= length { break }
            } else {
                guard end > start, i - end < 3, text[i] == " " || text[i] == "-" || text[i] == "\t" else { break }
                i += 1
            }
        }
        guard number.count > 14, number.count == length, !text[end].isAlphanumeric, number.isDigits(2..<4),
            CheckDigits.mod97(number, from: 4) == 1
        else { return nil }
        return end
    }

    /// `iban D E 8 9 3 7 0 4 …`, behind the word.
    func spokenIBAN(behind start: Int, from word: Int) -> Match? {
        guard !text[word - 1].isLetter, text[start].isLetter, text[start + 1] == " " else { return nil }
        return ibanEnd(at: start).map { Match(.iban, start, $0, RuleID("iban")) }
    }

    /// The two letters that an IBAN may begin with.
    static var ibanCountries: [(UInt8, UInt8)] {
        // Safe: as below.
        stride(from: 0, to: lengths.utf8CodeUnitCount, by: 4).map { (lengths.utf8Start[$0], lengths.utf8Start[$0 + 1]) }
    }

    private static func ibanLength(_ a: UInt8, _ b: UInt8) -> Int {
        var i = 0
        // Safe: the literal consists of entries of four bytes.
        while i < lengths.utf8CodeUnitCount {
            let entry = lengths.utf8Start + i
            if entry[0] == a, entry[1] == b { return Int(entry[2] & 15) * 10 + Int(entry[3] & 15) }
            i += 4
        }
        return 0
    }

    /// Country and length, four characters each.
    private static let lengths: StaticString = """
        AD24AE23AL28AO25AT20AZ28BA20BE16BF28BG22BH22BI27BJ28BR29BY28CF27CG27CH21CI28CM27CR22CV25CY28CZ24DE22DJ27\
        DK18DO28DZ26EE20EG29ES24FI18FK18FO18FR27GA27GB22GE22GI23GL18GN28GQ27GR27GT28GW25HN28HR21HU28IE22IL23IQ23\
        IR26IS26IT27JO30KM27KW30KZ20LB28LC32LI21LT20LU20LV21LY25MA28MC27MD24ME22MG27MK19ML28MN20MR27MT31MU30MZ25\
        NE28NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SN28SO23ST25SV28TD27TG28\
        TL23TN24TR26UA29VA22VG24XK20YE30
        """
}
