/// The check sums that numbers of persons, companies and accounts carry.
enum CheckDigits {
    /// ISO/IEC 7812-1 Annex B over a range of digits, the last one being the check digit.
    static func luhn(_ n: Compact, _ range: Range<Int>) -> Bool {
        var sum = 0
        for (k, i) in range.reversed().enumerated() {
            let digit = n.value(i)
            sum += k % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit
        }
        return sum % 10 == 0
    }

    static func luhn(_ n: Compact) -> Bool { luhn(n, 0..<n.count) }

    /// The sum of the first digits times their weights. Weights are given as the characters of a literal, `A` being 10.
    static func weighted(_ n: Compact, _ weights: StaticString, from start: Int = 0) -> Int {
        var sum = 0
        for i in 0..<weights.utf8CodeUnitCount {
            // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
            let weight = Int(weights.utf8Start[i])
            sum += n.value(start + i) * (weight > 0x40 ? weight - 0x37 : weight - 0x30)
        }
        return sum
    }

    /// ISO 7064 MOD 11,10: German tax id, Croatian OIB.
    static func mod11and10(_ n: Compact) -> Bool {
        var product = 10
        for i in 0..<(n.count - 1) {
            let sum = (n.value(i) + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10 == n.value(n.count - 1)
    }

    /// ISO 7064 MOD 97-10 over letters and digits, from `start` round to it.
    static func mod97(_ n: Compact, from start: Int) -> Int {
        var rest = 0
        for k in 0..<n.count {
            let value = n.value((start + k) % n.count)
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97
        }
        return rest
    }

    /// Verhoeff 1969: Aadhaar.
    static func verhoeff(_ n: Compact) -> Bool {
        var check = 0
        for k in 0..<n.count {
            var digit = n.value(n.count - 1 - k)
            for _ in 0..<(k % 8) { digit = Int(verhoeffStep.utf8Start[digit] & 15) }
            check = dihedral(check, digit)
        }
        return check == 0
    }

    // Safe above: ten characters, and a digit.
    private static let verhoeffStep: StaticString = "1576283094"

    /// The product in the dihedral group of order 10.
    private static func dihedral(_ a: Int, _ b: Int) -> Int {
        switch (a < 5, b < 5) {
        case (true, true): (a + b) % 5
        case (true, false): (a + b - 5) % 5 + 5
        case (false, true): (a - 5 + 5 - b) % 5 + 5
        case (false, false): (a - b + 5) % 5
        }
    }

    /// ICAO 9303: weights 7, 3, 1 over letters and digits; the character behind them is the check digit.
    static func icao(_ n: Compact, _ range: Range<Int>) -> Bool {
        var sum = 0
        for (k, i) in range.enumerated() { sum += n.value(i) * (k % 3 == 0 ? 7 : k % 3 == 1 ? 3 : 1) }
        return sum % 10 == n.value(range.upperBound)
    }

    /// Whether two digits each say a day and a month. `day` and `month` are offsets; both may be raised as some
    /// countries do for women, later centuries or persons who moved in.
    static func isDate(_ n: Compact, day: Int, month: Int, raisedDay: Int = 0, raisedMonths: [Int] = []) -> Bool {
        var d = n.number(day..<(day + 2))
        var m = n.number(month..<(month + 2))
        if raisedDay > 0, d > raisedDay { d -= raisedDay }
        for raise in raisedMonths where m > raise && m <= raise + 12 { m -= raise }
        guard (1...12).contains(m), d >= 1 else { return false }
        return d <= (m == 2 ? 29 : [4, 6, 9, 11].contains(m) ? 30 : 31)
    }
}
