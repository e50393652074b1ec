extension Scanner {
    /// The end of a postal address that begins with a house number or a street: `123 Maple Street, Apt 4B, Austin, TX
    /// 78701`, `Hauptstraße 5, 10115 Berlin`, `12 rue de la Paix`. Words in capitals, numbers and a few small words go
    /// on; a word in lower case, another sign or the line's end stops it.
    func addressEnd(at start: Int) -> Int? {
        var i = start
        var end = start
        var names = 0
        var numbers = 0
        while i - start < 160 {
            let word = i
            let longest = text[word].isEastAsian ? 96 : 40
            while text[i].isWord || text[i] == "'" || text[i] == "-", i - word < longest { i += 1 }
            guard i > word else { break }
            let first = text[word]
            if first.isDigit || first == "#" {
                numbers += 1
            } else if first.isUpper || first >= 0xC3 {
                names += 1
                // `東京都渋谷区神南1-2-3`: street and numbers in one word.
                if first.isEastAsian, (word..<i).contains(where: { text[$0].isDigit }) { numbers += 1 }
            } else if !isSmallWord(word..<i) {
                break
            }
            // `25/2`, `972/7`: house and flat.
            if first.isDigit, text[i] == "/", text[i + 1].isDigit {
                i += 1
                while i - word < 12, text[i].isAlphanumeric { i += 1 }
            }
            let isSmall = first.isLower
            // `Atatürk Cad. No: 7`
            if text[i] == ":", text[i + 1] == " ", text[i + 2].isDigit, Self.parts.contains(word..<i, in: text) {
                i += 1
            }
            // `No:156 D:3`
            if text[i] == ":", text[i + 1].isDigit, Self.parts.contains(word..<i, in: text) {
                i += 1
                continue
            }
            // A key or a pair that follows is not part of the address.
            if text[i] == "=" || (text[i] == ":" && text[i + 1] != " ") || text[i] == "(" { break }
            if !isSmall { end = i }
            if text[i] == ".", text[i + 1] == "," || text[i + 1] == " " && !text[i + 2].isLower {
                i += 1
                end = i
            }
            if text[i] == "," { i += 1 }
            // `São Paulo - SP`, `Kadıköy/İstanbul`
            if text.has(" - ", at: i), text[i + 3].isUpper || text[i + 3].isDigit { i += 2 }
            if text[i] == " " || text[i] == "/" && !isSmall && (text[i + 1].isUpper || text[i + 1] >= 0xC3) {
                i += 1
            } else {
                break
            }
            if text[i] == "#", text[i + 1].isDigit { i += 1 }
        }
        return names > 0 && numbers > 0 && end - start >= 6 ? end : nil
    }

    /// Whether a word in the range says street.
    private func isStreet(_ range: Range<Int>) -> Bool {
        for word in Self.streets {
            for i in range where text.hasAnyCase(word, at: i) { return true }
        }
        for word in Self.streetEnds {
            for i in range where text.hasAnyCase(word, at: i) && !text[i + word.utf8CodeUnitCount].isWord {
                return true
            }
        }
        // `Am Ring`, not `Spring`, `String`, `Engineering`.
        return range.contains {
            text.hasAnyCase("ring", at: $0) && !text[$0 - 1].isWord && !text[$0 + 4].isWord
        }
    }

    /// What names of streets end in: `Schiffbauerdamm`.
    private static let streetEnds: [StaticString] = ["kade", "ufer", "damm"]

    private static let streets: [StaticString] = [
        "straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "straat", "laan", "plein", "vej", "gade", "gata",
        "gatan", "vägen", "veien", "ulica", "ul.", "via ", "viale", "piazza", "calle ", "avenida", "plaza", "rue ",
        "rua ", "avenue", "boulevard", "street", "road", "lane", "utca", "sokak", "cadde", "katu", "tie ", "gracht",
        "singel", "dijk", "steig", "gränd", "náměstí", "nábřeží", "körút", "prospekt", "проспект", "улица",
    ]

    private func isSmallWord(_ range: Range<Int>) -> Bool {
        for word in Self.smallWords where text.equalsAnyCase(word, range) { return true }
        return false
    }

    /// What stands before the number of a house, a floor or a flat.
    private static let parts: WordSet = ["no", "nr", "d", "daire", "kat", "k", "blok", "apt", "lt", "rt", "rw"]

    private static let smallWords: [StaticString] = [
        "das", "den", "zum", "zur", "de", "la", "le", "les", "du", "des", "del", "della", "di", "da", "do", "dos", "of",
        "the", "van", "von", "der", "am", "an", "im", "rue", "via", "calle", "avenue", "bis", "apt", "suite", "ul",
        "st", "y", "rua", "av", "utca", "út", "tér", "nr", "no", "ulica", "katu", "sokak", "boulevard", "bd", "al",
        "aleja", "place", "quai", "chemin", "impasse", "allée", "cours", "lgh", "apto", "avenida", "piazza", "viale",
        "corso", "strada", "calea", "cad", "mah", "os", "pl", "piso", "escalera", "puerta", "interno", "etage", "étage",
        "bâtiment",
    ]

    /// A postal address within the next bytes behind `address`, `lives at`, `ship to` and their like.
    ///
    /// Not memory and network addresses, and not addresses that no such word stands before.
    func streetAddress(behind end: Int) -> Match? {
        // A quoted value is the key's.
        if text[end] == "=" || text[end] == ":", text[end + 1].isQuote { return nil }
        var i = end
        while i < end + 12, text[i] == " " || text[i] == ":" || text[i] == "=" || text[i].isQuote { i += 1 }
        for word in ["is ", "at ", "to ", "in ", "changed to "] as [StaticString] where text.hasAnyCase(word, at: i) {
            i += word.utf8CodeUnitCount
        }
        // `Deliver to: Jane Doe, 123 Maple Street`, `Deliver to Jane Doe at 123 Maple Street`: the name belongs to it.
        let start = i
        if let name = nameEnd(at: i, few: 2) {
            if text[name] == ",", text[name + 1] == " ", text[name + 2].isDigit {
                i = name + 2
            } else if text.has(" at ", at: name), text[name + 4].isDigit, isKnownName(i..<name) {
                i = name + 4
            }
        }
        let isNumber = text[i].isDigit
        guard isNumber || text[i].isUpper else { return nil }
        // A house number stands first and a name next, or the street first and its number soon.
        var k = i
        while text[k].isAlphanumeric, k - i < 7, isNumber { k += 1 }
        if isNumber {
            if text[k] == "," { k += 1 }
            guard text[k] == " ", text[k + 1].isUpper || text[k + 1] >= 0xC3 || isStreetFirst(at: k + 1) else {
                return nil
            }
        } else {
            while k - i < 40,
                text[k].isWord || text[k] == " " && !text[k + 1].isDigit || text[k] == "."
                    || text[k] == ","
            {
                k += 1
            }
            guard text[k] == " ", text[k + 1].isDigit, k - i >= 4, isStreet(i..<k) else { return nil }
        }
        guard let end = addressEnd(at: i), !isNumber || end > k && isMoreThanOneWord(k + 1..<end) else { return nil }
        return Match(.streetAddress, start, end, RuleID("street-address"))
    }

    /// `"line1": "12 Maple Street"`, as payment services write addresses. `end` is behind the name.
    func addressLine(behind end: Int) -> Match? {
        var i = end
        while i - end < 4, text[i] == " " || text[i] == ":" { i += 1 }
        guard i > end, text[i] == "\"" else { return nil }
        let start = i + 1
        i = start
        var digits = 0
        var letters = 0
        while i - start < 160, text[i] != "\"", !text[i].isLineEnd {
            if text[i].isDigit { digits += 1 }
            if text[i].isLetter { letters += 1 }
            i += 1
        }
        // The number of a house stands first or last.
        guard text[i] == "\"", digits > 0, letters > 2, text[start].isDigit || text[i - 1].isDigit,
            !holdsPlaceholder(start..<i)
        else { return nil }
        return Match(.streetAddress, start, i, RuleID("street-address"))
    }

    /// `5 avenue Victor Hugo`
    private func isStreetFirst(at start: Int) -> Bool {
        for word in [
            "bis ", "ter ", "impasse ", "square ", "route ", "rue ", "avenue ", "boulevard ", "place ", "chemin ",
            "allée ", "quai ", "via ", "calle ",
        ]
            as [StaticString] where text.has(word, at: start)
        { return true }
        return false
    }

    /// `12 Maple Street`, not `5 Bytes`.
    private func isMoreThanOneWord(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] == " " || text[$0] == "," } || isStreet(range)
    }
}
