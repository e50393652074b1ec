/// Check sums that one country uses.
extension NationalID {
    static func mod11and10(_ n: Compact) -> Bool { CheckDigits.mod11and10(n) }

    /// The last digit is 11 less the weighted sum modulo 11; 10 and 11 count as 0.
    static func mod11Tail(_ n: Compact, _ weights: StaticString) -> Bool {
        let check = 11 - CheckDigits.weighted(n, weights) % 11
        return (check > 9 ? 0 : check) == n.value(n.count - 1)
    }

    private static func letter(of alphabet: StaticString, _ index: Int) -> UInt8 {
        precondition(index >= 0 && index < alphabet.utf8CodeUnitCount)
        // Safe: the precondition above.
        return alphabet.utf8Start[index]
    }

    /// EAN-13, as the Swiss number uses it.
    static func isEAN13(_ n: Compact) -> Bool {
        (10 - CheckDigits.weighted(n, "131313131313") % 10) % 10 == n.value(12)
    }

    /// One digit of the first ten stands twice or three times, all others once at most.
    static func isTaxID(_ n: Compact) -> Bool {
        var counts = SIMD16<UInt8>(repeating: 0)
        for i in 0..<10 { counts[n.value(i)] += 1 }
        var repeated = 0
        for digit in 0..<10 where counts[digit] > 1 {
            repeated += 1
            if counts[digit] > 3 { return false }
        }
        return repeated == 1
    }

    static func isGermanDocument(_ n: Compact) -> Bool {
        guard "CFGHJKLMNPRTVWXYZ".utf8.contains(n[0]) else { return false }
        // The cards before 2010: T and eight digits, without a check digit.
        if n[0] == "T", n.isDigits(1..<9) { return true }
        for i in 1..<9 where "ABDEIOQSU".utf8.contains(n[i]) { return false }
        return n[8].isDigit && CheckDigits.icao(n, 0..<8)
    }

    static func isGermanHealth(_ n: Compact) -> Bool {
        var digits = Compact()
        let letter = UInt8(n.value(0) - 9)
        digits.append(0x30 + letter / 10)
        digits.append(0x30 + letter % 10)
        for i in 1..<9 { digits.append(n[i]) }
        return crossSum(digits, "12") % 10 == n.value(9)
    }

    static func isGermanPension(_ n: Compact) -> Bool {
        guard n[8] != 0, CheckDigits.isDate(n, day: 2, month: 4, raisedDay: 50) else { return false }
        var digits = n.prefix(8)
        let letter = UInt8(n.value(8) - 9)
        digits.append(0x30 + letter / 10)
        digits.append(0x30 + letter % 10)
        for i in 9..<11 { digits.append(n[i]) }
        return crossSum(digits, "212571212121") % 10 == n.value(11)
    }

    /// The sum of the digits of each product.
    private static func crossSum(_ n: Compact, _ weights: StaticString) -> Int {
        (0..<n.count).reduce(0) { sum, i in
            // Safe: the index is taken modulo the length.
            let product = n.value(i) * Int(weights.utf8Start[i % weights.utf8CodeUnitCount] & 15)
            return sum + product / 10 + product % 10
        }
    }

    /// Sex, year, month, department, commune, order; 97 less the number modulo 97. Corsica writes 2A and 2B.
    static func isNIR(_ n: Compact) -> Bool {
        guard [1, 2, 3, 4, 7, 8].contains(n.value(0)), n.isDigits(7..<15), n.isDigits(1..<6) else { return false }
        let month = n.number(3..<5)
        guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
        var value = 0
        for i in 0..<13 { value = value * 10 + (n[i].isDigit ? n.value(i) : 0) }
        switch n[6] {
        case "A": value -= 1_000_000
        case "B": value -= 2_000_000
        case "0"..."9": break
        default: return false
        }
        return 97 - value % 97 == n.number(13..<15)
    }

    static func isSpanish(_ n: Compact, from start: Int, head: Int = 0) -> Bool {
        var number = head
        for i in start..<(n.count - 1) { number = number * 10 + n.value(i) }
        return letter(of: "TRWAGMYFPDXBNJZSQVHLCKE", number % 23) == n[n.count - 1]
    }

    static func isCIF(_ n: Compact) -> Bool {
        guard "ABCDEFGHJKLMNPQRSUVW".utf8.contains(n[0]) else { return false }
        var sum = 0
        for i in 1...7 {
            let digit = n.value(i)
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10
        }
        let check = (10 - sum % 10) % 10
        return n.value(8) == check || n[8] == letter(of: "JABCDEFGHI", check)
    }

    /// Surname, given name, birth date, place and check letter; digits may be letters where two codes were equal.
    static func isFiscalCode(_ n: Compact) -> Bool {
        guard "ABCDEHLMPRST".utf8.contains(n[8]) else { return false }
        for i in [6, 7, 9, 10, 12, 13, 14] where !n[i].isDigit && !"LMNPQRSTUV".utf8.contains(n[i]) {
            return false
        }
        var sum = 0
        for i in 0..<15 {
            let value = n[i].isDigit ? n.value(i) : n.value(i) - 10
            sum += i % 2 == 0 ? oddFiscalValues[value] : value
        }
        return sum % 26 == n.value(15) - 10
    }

    private static let oddFiscalValues = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]

    static func isBSN(_ n: Compact) -> Bool { (CheckDigits.weighted(n, "98765432") - n.value(8)) % 11 == 0 }

    static func isBelgian(_ n: Compact) -> Bool {
        let body = n.number(0..<9)
        let check = n.number(9..<11)
        guard n.number(4..<6) <= 31, n.number(2..<4) % 20 <= 12 else { return false }
        return 97 - body % 97 == check || 97 - (2_000_000_000 + body) % 97 == check
    }

    static func isSwedish(_ n: Compact, from start: Int) -> Bool {
        CheckDigits.isDate(n, day: start + 4, month: start + 2, raisedDay: 60)
            && CheckDigits.luhn(n, start..<(start + 10))
    }

    static func isNorwegian(_ n: Compact) -> Bool {
        guard CheckDigits.isDate(n, day: 0, month: 2, raisedDay: 40, raisedMonths: [40, 80]) else { return false }
        return (11 - CheckDigits.weighted(n, "376189452") % 11) % 11 == n.value(9)
            && (11 - CheckDigits.weighted(n, "5432765432") % 11) % 11 == n.value(10)
    }

    /// `serial` is where the three digits behind the sign of the century begin.
    static func isFinnish(_ n: Compact, serial: Int) -> Bool {
        guard CheckDigits.isDate(n, day: 0, month: 2), n.isDigits(serial..<(serial + 3)) else { return false }
        if serial == 7, !"ABCDEFUVWXY".utf8.contains(n[6]) { return false }
        let number = n.number(0..<6) * 1000 + n.number(serial..<(serial + 3))
        return letter(of: "0123456789ABCDEFHJKLMNPRSTUVWXY", number % 31) == n[n.count - 1]
    }

    static func isPESEL(_ n: Compact) -> Bool {
        CheckDigits.isDate(n, day: 4, month: 2, raisedMonths: [20, 40, 60, 80])
            && (10 - CheckDigits.weighted(n, "1379137913") % 10) % 10 == n.value(10)
    }

    static func isPolishCard(_ n: Compact) -> Bool {
        let weights = [7, 3, 1, 0, 7, 3, 1, 7, 3]
        return (0..<9).reduce(0) { $0 + n.value($1) * weights[$1] } % 10 == n.value(3)
    }

    static func isCzech(_ n: Compact) -> Bool {
        CheckDigits.isDate(n, day: 4, month: 2, raisedMonths: [20, 50, 70])
            // Up to 1985, what left a rest of 10 was given a 0.
            && (n.number(0..<10) % 11 == 0 || n.value(9) == 0 && n.number(0..<9) % 11 == 10)
    }

    static func isRomanian(_ n: Compact) -> Bool {
        guard n.value(0) > 0, CheckDigits.isDate(n, day: 5, month: 3) else { return false }
        let rest = CheckDigits.weighted(n, "279146358279") % 11
        return (rest == 10 ? 1 : rest) == n.value(12)
    }

    /// The number of Serbia, Slovenia (EMŠO) and their neighbours.
    static func isJMBG(_ n: Compact) -> Bool {
        guard CheckDigits.isDate(n, day: 0, month: 2), n.value(4) == 9 || n.value(4) == 0 else { return false }
        return (11 - CheckDigits.weighted(n, "765432765432") % 11) % 11 % 10 == n.value(12)
    }

    static func isBaltic(_ n: Compact) -> Bool {
        guard (1...6).contains(n.value(0)), CheckDigits.isDate(n, day: 5, month: 3) else { return false }
        var rest = CheckDigits.weighted(n, "1234567891") % 11
        if rest == 10 { rest = CheckDigits.weighted(n, "3456789123") % 11 % 10 }
        return rest == n.value(10)
    }

    static func isLatvian(_ n: Compact) -> Bool {
        if n.value(0) == 3, n.value(1) > 1 { return true }
        return CheckDigits.isDate(n, day: 0, month: 2)
            && (1101 - CheckDigits.weighted(n, "16379A5842") % 11) % 11 % 10 == n.value(10)
    }

    static func isGreekTax(_ n: Compact) -> Bool {
        let sum = (0..<8).reduce(0) { $0 + n.value($1) << (8 - $1) }
        return sum % 11 % 10 == n.value(8)
    }

    static func isPPS(_ n: Compact) -> Bool {
        var sum = CheckDigits.weighted(n, "8765432")
        if n.count == 9 {
            guard "ABHTWX".utf8.contains(n[8]) else { return false }
            sum += n[8] == "W" ? 0 : (n.value(8) - 9) * 9
        }
        return letter(of: "WABCDEFGHIJKLMNOPQRSTUV", sum % 23) == n[7]
    }

    static func isTurkish(_ n: Compact) -> Bool {
        guard n.value(0) > 0 else { return false }
        let odd = [0, 2, 4, 6, 8].reduce(0) { $0 + n.value($1) }
        let even = [1, 3, 5, 7].reduce(0) { $0 + n.value($1) }
        return (odd * 7 - even + 100) % 10 == n.value(9) && (odd + even + n.value(9)) % 10 == n.value(10)
    }

    static func isUkrainian(_ n: Compact) -> Bool {
        let weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7]
        let sum = (0..<9).reduce(0) { $0 + n.value($1) * weights[$1] }
        return (sum + 1100) % 11 % 10 == n.value(9)
    }

    static func isRussian(_ n: Compact) -> Bool {
        CheckDigits.weighted(n, "724A359468") % 11 % 10 == n.value(10)
            && CheckDigits.weighted(n, "3724A359468") % 11 % 10 == n.value(11)
    }

    /// HMRC: no D, F, I, Q, U, V; no O in the second place; some pairs are never given out.
    static func isNINO(_ n: Compact) -> Bool {
        let (first, second) = (n[0], n[1])
        if "DFIQUV".utf8.contains(first) || "DFIOQUV".utf8.contains(second) { return false }
        let pair = UInt16(first) << 8 | UInt16(second)
        for never in ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"] as [StaticString] {
            // Safe: two letters each.
            if pair == UInt16(never.utf8Start[0]) << 8 | UInt16(never.utf8Start[1]) { return false }
        }
        return (0x41...0x44).contains(n[8])
    }

    /// The identifier on the cards of Medicare: digits and letters in fixed places, no S, L, O, I, B, Z.
    static func isMBI(_ n: Compact) -> Bool {
        guard n.value(0) > 0, n[3].isDigit, n[6].isDigit else { return false }
        for i in 0..<11 where "SLOIBZ".utf8.contains(n[i]) { return false }
        return true
    }

    static func isNPI(_ n: Compact) -> Bool {
        var card = Compact()
        for digit in "80840".utf8 { card.append(digit) }
        for i in 0..<10 { card.append(n[i]) }
        return (1...2).contains(n.value(0)) && CheckDigits.luhn(card)
    }

    static func isCPF(_ n: Compact) -> Bool {
        CheckDigits.weighted(n, "A98765432") * 10 % 11 % 10 == n.value(9)
            && CheckDigits.weighted(n, "BA98765432") * 10 % 11 % 10 == n.value(10)
    }

    static func isCNPJ(_ n: Compact) -> Bool {
        mod11Tail(n.prefix(13), "543298765432") && mod11Tail(n, "6543298765432")
    }

    static func isRUT(_ n: Compact) -> Bool {
        var sum = 0
        for (k, i) in (0..<(n.count - 1)).reversed().enumerated() { sum += n.value(i) * (k % 6 + 2) }
        let check = 11 - sum % 11
        return check == 10 ? n[n.count - 1] == "K" : check % 11 == n.value(n.count - 1)
    }

    /// The weights 41, 37, 29, 23, 19, 17, 13, 7 and 3, modulo 11.
    static func isColombianTax(_ n: Compact) -> Bool {
        let rest = CheckDigits.weighted(n, "847186273") % 11
        return (rest < 2 ? rest : 11 - rest) == n.value(9)
    }

    static func isUruguayan(_ n: Compact) -> Bool {
        (10 - CheckDigits.weighted(n, "2987634") % 10) % 10 == n.value(7)
    }

    /// GB 11643: birth date, sequence and ISO 7064 MOD 11-2.
    static func isChinese(_ n: Compact) -> Bool {
        guard (18...20).contains(n.number(6..<8)), CheckDigits.isDate(n, day: 12, month: 10),
            (11...82).contains(n.number(0..<2))
        else { return false }
        return letter(of: "10X98765432", CheckDigits.weighted(n, "79A584216379A5842") % 11) == n[17]
    }

    static func isHongKong(_ n: Compact) -> Bool {
        var sum = n.count == 8 ? 36 * 9 : 0
        for i in 0..<(n.count - 1) { sum += n.value(i) * (n.count - i) }
        let check = (11 - sum % 11) % 11
        return check == 10 ? n[n.count - 1] == "A" : check == n.value(n.count - 1)
    }

    static func isTaiwanese(_ n: Compact) -> Bool {
        guard [1, 2, 8, 9].contains(n.value(1)) else { return false }
        let letter = taiwaneseLetters[n.value(0) - 10]
        return (letter / 10 + letter % 10 * 9 + CheckDigits.weighted(n, "876543211", from: 1)) % 10 == 0
    }

    private static let taiwaneseLetters = [
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
    ]

    static func isNRIC(_ n: Compact) -> Bool {
        let sum = CheckDigits.weighted(n, "2765432", from: 1)
        switch n[0] {
        case "S": return letter(of: "JZIHGFEDCBA", sum % 11) == n[8]
        case "T": return letter(of: "JZIHGFEDCBA", (sum + 4) % 11) == n[8]
        case "F": return letter(of: "XWUTRQPNMLK", sum % 11) == n[8]
        case "G": return letter(of: "XWUTRQPNMLK", (sum + 4) % 11) == n[8]
        case "M": return letter(of: "KLJNPQRTUWX", 10 - (sum + 3) % 11) == n[8]
        default: return false
        }
    }

    /// Birth date, century and sex; numbers given out since October 2020 have no check digit.
    static func isKorean(_ n: Compact) -> Bool {
        (1...8).contains(n.value(6)) && CheckDigits.isDate(n, day: 4, month: 2)
    }

    static func koreanCheck(_ n: Compact) -> Bool {
        (11 - CheckDigits.weighted(n, "234567892345") % 11) % 10 == n.value(12)
    }

    static func isMyNumber(_ n: Compact) -> Bool {
        let rest = CheckDigits.weighted(n, "65432765432") % 11
        return (rest < 2 ? 0 : 11 - rest) == n.value(11)
    }

    static func isAustralianMedicare(_ n: Compact) -> Bool {
        (2...6).contains(n.value(0)) && CheckDigits.weighted(n, "13791379") % 10 == n.value(8)
    }

    static func isIRD(_ n: Compact) -> Bool {
        let offset = n.count == 8 ? 1 : 0
        func rest(_ weights: StaticString) -> Int {
            var sum = 0
            for i in 0..<(n.count - 1) { sum += n.value(i) * (Int(weights.utf8Start[i + offset]) - 0x30) }
            return (11 - sum % 11) % 11
        }
        // Safe above: eight weights, and an index of at most 7.
        let first = rest("32765432")
        return (first == 10 ? rest("74325276") : first) == n.value(n.count - 1)
    }
}
