extension Scanner {
    /// The digits that a message calls a code to log in or to pay with: `your verification code is 482913`, `OTP 4821`,
    /// `cvv 737`.
    ///
    /// Not `exit code 139`, `status code 200`, `area code`: a word must say what the code is for. Four to eight digits,
    /// of cards three or four.
    func oneTimeCode(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord || text[start] >= 0x80 else { return nil }
        let isCard = text.hasAnyCase("cv", at: start)
        let isPlain = end - start < 12 && Self.plainWords.contains { text.hasAnyCase($0, at: start) }
        let isVague = isPlain && !saysWhatFor(before: start)
        let isTold = isVague && isSomebodys(before: start, end)
        var i = end
        if isCard, text[i] == "2" { i += 1 }
        guard !text[i].isWord || text[end - 1] == " " || text[start] >= 0x80 else { return nil }
        var words = 0
        while words < 4, !text[i].isDigit {
            blanks: while i - end < 48 {
                // A colon of full width, and the verbs of other languages.
                if let verb = Self.verbs.first(where: { text.has($0, at: i) }) {
                    i += verb.utf8CodeUnitCount
                    continue
                }
                switch text[i] {
                case " ", "#", "(", ",", ":", "[": break
                default: if !text[i].isQuote { break blanks }
                }
                i += 1
            }
            if text[i].isDigit { break }
            if let code = letteredCode(at: i), !isCard, !isVague || isTold {
                return Match(.secret, code.lowerBound, code.upperBound, RuleID("spoken.code"))
            }
            let word = i
            while i - word < 16, text[i].isLetter { i += 1 }
            guard Self.fillers.contains(word..<i, in: text) else { return nil }
            words += 1
        }
        let digits = i
        while i - digits < 9, text[i].isDigit { i += 1 }
        guard (isCard ? 3...4 : 4...8).contains(i - digits),
            !text[i].isWord || text[start] >= 0x80 && text[i] >= 0x80,
            !isVague || saysWhatFor(behind: i) && !isOfMachine(before: start)
                || isTold && (words > 0 || (end - 2..<digits).contains { text[$0] == ":" || text[$0] >= 0x80 })
                    && endsSentence(at: i)
        else { return nil }
        switch text[i] {
        case ".", "-", ":": if text[i + 1].isAlphanumeric { return nil }
        case " ": if text[i + 1].isDigit { return nil }
        default: break
        }
        return Match(isCard ? .creditCard : .secret, digits, i, RuleID(isCard ? "card.code" : "spoken.code"))
    }

    /// Words that say nothing of what a code is for.
    private static let plainWords: [StaticString] = ["code", "código", "codice", "kod", "kód"]

    /// `Your code: 482913`, `Votre code : 482913`: whose it is stands before the word, or within it (`kodunuz`).
    private func isSomebodys(before start: Int, _ end: Int) -> Bool {
        if text.hasAnyCase("kodunuz", at: start) { return true }
        guard text[start - 1] == " " else { return false }
        var i = start - 1
        while start - i < 16, text[i - 1].isLetter || text[i - 1] >= 0x80 { i -= 1 }
        let word = i..<start - 1
        return Self.owners.contains(word, in: text)
            || Self.ownersOfOtherScripts.contains { text.has($0, at: i) && $0.utf8CodeUnitCount == word.count }
    }

    private static let owners: WordSet = [
        "your", "ihr", "dein", "euer", "votre", "ton", "tu", "su", "tuo", "suo", "seu", "teu", "vostro", "vuestro",
        "je", "jouw", "uw", "din", "ditt", "deres", "koodisi",
    ]

    private static let ownersOfOtherScripts: [StaticString] = [
        "Twój", "twój", "Váš", "váš", "Tvůj", "Ваш", "ваш", "Твой", "Твій",
    ]

    /// `482913`, `482913.`, `482913, valid`, but not `2024 edition`.
    private func endsSentence(at i: Int) -> Bool {
        switch text[i] {
        case ".", ",", ";", "!", ")", "]", "<", "\\": true
        case " ": !text[i + 1].isLetter || text[i + 1] >= 0x80
        default: text[i].isLineEnd || text[i].isQuote
        }
    }

    /// `https://example.com/reset/x7Kd…`: the part of a path that lets in whoever has the link. `end` is behind the word
    /// that says so.
    func linkToken(behind end: Int, from start: Int) -> Match? {
        guard text[start - 1] == "/" || text[start - 1] == "-" || text[start - 1] == "_" else { return nil }
        var value = end
        var i = value
        for part in 0..<2 {
            value = i
            while i - value < 256, text[i].isBase64URL { i += 1 }
            // `reset/MTI/c5k3x1-8f3k…`: whose it is comes first.
            guard part == 0, i - value < 12, i > value, text[i] == "/" else { break }
            i += 1
        }
        let token = value..<i
        // A hash says what a path is about, unless it resets something.
        let isHex = token.count >= 32 && token.allSatisfy { text[$0].isHex }
        let isOfReset = text.hasAnyCase("reset", at: start) || text.hasAnyCase("magic", at: start)
        guard token.count >= 16, !text[i].isWord, text[i] != "%", text[i] != "." || !text[i + 1].isWord,
            !text.isUUID(token), isHex ? isOfReset : text.isOpaque(token) && !text.isName(token),
            hasDrawnPart(token), !holdsPlaceholder(token)
        else { return nil }
        return Match(.secret, value, i, RuleID("spoken.link"))
    }

    /// Whether twelve letters and digits or more stand in a row, both among them, not as in `order-20240101-000123`.
    private func hasDrawnPart(_ token: Range<Int>) -> Bool {
        var (run, digits) = (0, 0)
        for i in token {
            if text[i].isAlphanumeric {
                run += 1
                if text[i].isDigit { digits += 1 }
                if run >= 12, digits > 0, digits < run { return true }
            } else {
                (run, digits) = (0, 0)
            }
        }
        return false
    }

    /// `QCTJA6`: six to eight capitals and digits.
    private func letteredCode(at start: Int) -> Range<Int>? {
        var i = start
        var digits = 0
        while i - start < 9, text[i].isUpper || text[i].isDigit {
            if text[i].isDigit { digits += 1 }
            i += 1
        }
        let code = start..<i
        guard digits > 0, (6...8).contains(code.count), !text[i].isWord, text[i] != "-" else { return nil }
        return isNumbered(code) && !isAnnounced(before: start) ? nil : code
    }

    /// `SHA256`, `RFC6749`, `ERR404`: three capitals or more, and two digits or more behind them.
    private func isNumbered(_ code: Range<Int>) -> Bool {
        let digits = code.first { text[$0].isDigit } ?? code.upperBound
        return digits - code.lowerBound > 2 && code.upperBound - digits > 1
            && (digits..<code.upperBound).allSatisfy { text[$0].isDigit }
    }

    /// Whether a colon or a verb stands before a code, or a word that is not English.
    private func isAnnounced(before start: Int) -> Bool {
        var i = start
        while start - i < 8, Self.isOpening(text[i - 1]) { i -= 1 }
        let end = i
        while end - i < 8, text[i - 1].isLetter { i -= 1 }
        return text[end - 1] == ":" || text[end - 1] >= 0x80 || Self.announcements.contains(i..<end, in: text)
    }

    private static func isOpening(_ b: UInt8) -> Bool { b == " " || b == "(" || b == "[" || b.isQuote }

    private static let announcements: WordSet = ["is", "ist", "lautet", "est", "es", "e", "enter", "use"]

    /// `482913 is your login code`, `use 4821 as your PIN`. `end` is where the number ends.
    func oneTimeCode(before end: Int, behind next: Int) -> Match? {
        var start = end
        while end - start < 9, text[start - 1].isDigit { start -= 1 }
        guard (4...8).contains(end - start), !text[start - 1].isWord, text[start - 1] != "." else { return nil }
        var i = next
        while i - next < 48, text[i].isAlphanumeric || text[i] == " " || text[i] == "-" {
            for word in ["code", "otp", "passcode", "pin", "password", "tan"] as [StaticString]
            where text.hasAnyCase(word, at: i) && !text[i - 1].isLetter {
                return Match(.secret, start, end, RuleID("spoken.code"))
            }
            i += 1
        }
        return nil
    }

    /// What a log was told to mask: `::add-mask::x`.
    func maskedValue(behind start: Int) -> Match? {
        var i = start
        while i - start < 256, !text[i].isBlank, !text[i].isQuote { i += 1 }
        let range = start..<i
        guard range.count >= 4, !text.isHarmless(range), !text.isReference(range), !holdsPlaceholder(range) else {
            return nil
        }
        return Match(.secret, start, i, RuleID("spoken.mask"))
    }

    private func saysWhatFor(before start: Int) -> Bool {
        word(before: start).map { Self.purposes.contains($0, in: text) } ?? false
    }

    /// `error code 5003 to reset`
    private func isOfMachine(before start: Int) -> Bool {
        word(before: start).map { Self.machines.contains($0, in: text) } ?? false
    }

    private func word(before start: Int) -> Range<Int>? {
        guard text[start - 1] == " " || text[start - 1] == "-" else { return nil }
        let end = start - 1
        var i = end
        while end - i < 20, text[i - 1].isAlphanumeric || text[i - 1] == "-" { i -= 1 }
        return i..<end
    }

    private static let machines: WordSet = [
        "error", "exit", "return", "status", "response", "result", "http", "reason",
    ]

    /// `code 482913 to sign in`
    private func saysWhatFor(behind end: Int) -> Bool {
        for purpose in [
            " to sign", " to log", " to verify", " to confirm", " to complete", " to reset", " to continue",
            " to activate",
        ] as [StaticString] where text.has(purpose, at: end) { return true }
        return false
    }

    private static let purposes: WordSet = [
        "verification", "security", "one-time", "onetime", "login", "sms", "auth", "authentication", "2fa", "mfa",
        "otp", "confirmation", "access", "recovery", "backup", "pin", "two-factor", "activation", "sign-in", "signin",
        "passcode", "unlock",
    ]

    private static let verbs: [StaticString] = ["：", "为", "是", "は", "은", "는", "è", "é", "【"]

    private static let fillers: WordSet = [
        "is", "was", "your", "the", "for", "login", "user", "number", "no", "sent", "code", "entered", "account",
        "lautet", "ist", "es", "est", "e", "to", "use", "enter", "nummer",
    ]

    /// `advertising id 38400000-8cf0-…`, `serial number C02XK1YZJGH5`: letters, digits and dashes, eight or more, at
    /// least two digits.
    func deviceID(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        var value = end
        // `device id (android_id) 5f1c…`
        if text[value] == "(" {
            let sign = value + (value..<value + 24).prefix { text[$0] != ")" }.count
            if text[sign] == ")", text[sign + 1] == " " { value = sign + 2 }
        }
        if text.hasAnyCase("is ", at: value) { value += 3 }
        if text[value].isQuote { value += 1 }
        if text.hasAnyCase("vin ", at: start) {
            let isNumber = isVehicleNumber(value..<value + 17) && !text[value + 17].isWord
            return isNumber ? Match(.deviceID, value, value + 17, RuleID("device.spoken")) : nil
        }
        var i = value
        var digits = 0
        while i - value < 64, text[i].isAlphanumeric || text[i] == "-" {
            if text[i].isDigit { digits += 1 }
            i += 1
        }
        guard i - value >= 8, digits >= 2, !text[i].isWord else { return nil }
        return Match(.deviceID, value, i, RuleID("device.spoken"))
    }
}
