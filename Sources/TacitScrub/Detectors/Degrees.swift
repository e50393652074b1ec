extension Scanner {
    /// `52°31'12.8"N 13°24'17.3"E`, `52 deg 31' 12.8" N`: degrees, minutes, perhaps seconds, and a direction; a pair of
    /// them is one finding. `start` is the sign or word for degrees, `end` is behind it.
    ///
    /// Not temperatures, angles, nor degrees without a direction.
    func degrees(at start: Int, behind end: Int) -> Match? {
        let last = text.has("deg ", at: start) && text[start - 1] == " " ? start - 1 : start
        var first = last
        while last - first < 3, text[first - 1].isDigit { first -= 1 }
        guard first < last, !text[first - 1].isWord, text[first - 1] != "." else { return nil }
        // The literal may hold the first digit of the minutes.
        guard let latitude = directionEnd(from: text[end - 1].isDigit ? end - 1 : end) else { return nil }
        var i = latitude
        while i - latitude < 4, text[i] == " " || text[i] == "," || text[i] == "/" { i += 1 }
        let second = i
        while i - second < 3, text[i].isDigit { i += 1 }
        guard i > second, let sign = degreeSignEnd(at: i), let longitude = directionEnd(from: sign) else {
            return Match(.geoCoordinate, first, latitude, RuleID("coordinate"))
        }
        return Match(.geoCoordinate, first, longitude, RuleID("coordinate"))
    }

    private func degreeSignEnd(at i: Int) -> Int? {
        if text.has("°", at: i) { return i + 2 }
        return text.has(" deg ", at: i) ? i + 5 : nil
    }

    /// The end of `31'12.8"N`.
    private func directionEnd(from start: Int) -> Int? {
        var i = start
        var numbers = 0
        while numbers < 2 {
            while i - start < 24, text[i] == " " { i += 1 }
            let number = i
            while i - number < 9, text[i].isDigit || text[i] == "." { i += 1 }
            guard i > number else { break }
            numbers += 1
            guard let sign = minuteSignEnd(at: i) else { return nil }
            i = sign
        }
        while i - start < 32, text[i] == " " { i += 1 }
        switch text[i] {
        case "N", "S", "E", "W", "O": return numbers > 0 && !text[i + 1].isAlphanumeric ? i + 1 : nil
        default: return nil
        }
    }

    /// The end of `'`, `"` or their typographic kin, also with a backslash before.
    private func minuteSignEnd(at start: Int) -> Int? {
        let i = text[start] == "\\" ? start + 1 : start
        if text[i] == "'", text[i + 1] == "'" { return i + 2 }
        if text[i] == "'" || text[i] == "\"" { return i + 1 }
        for sign in ["′", "″", "’", "”"] as [StaticString] where text.has(sign, at: i) { return i + 3 }
        return nil
    }

    /// `<+48.20814410,+16.37413400> +/- 65.00m`, as Core Location prints a place. `end` is the closing bracket.
    func angledCoordinate(before end: Int) -> Match? {
        var start = end
        while end - start < 40, Self.isOfCoordinate(text[start - 1]) { start -= 1 }
        guard text[end] == ">", text[start - 1] == "<", coordinateEnd(at: start, decimals: 2) == end else {
            return nil
        }
        return Match(.geoCoordinate, start, end, RuleID("coordinate"))
    }

    private static func isOfCoordinate(_ b: UInt8) -> Bool {
        b.isDigit || b == "+" || b == "-" || b == "." || b == ","
    }

    /// Latitude and longitude in a sentence of NMEA 0183: `$GPGGA,082241.00,5231.2,N,01324.2,E,…`. `end` is behind the
    /// name of the sentence.
    func navigationCoordinate(behind end: Int) -> Match? {
        var i = end
        while i - end < 24 {
            let latitude = i
            i = decimalEnd(at: i)
            if i > latitude, text[i] == ",", text[i + 1] == "N" || text[i + 1] == "S", text[i + 2] == "," {
                i = decimalEnd(at: i + 3)
                guard text[i] == ",", text[i + 1] == "E" || text[i + 1] == "W" else { return nil }
                return Match(.geoCoordinate, latitude, i + 2, RuleID("coordinate"))
            }
            if text[i].isUpper { i += 1 }
            guard text[i] == "," else { return nil }
            i += 1
        }
        return nil
    }

    private func decimalEnd(at start: Int) -> Int {
        var i = start
        while i - start < 14, text[i].isDigit || text[i] == "." { i += 1 }
        return i
    }
}
