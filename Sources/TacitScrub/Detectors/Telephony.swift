/// What switches and telephones write of those who call: `"Jane Doe" <sip:14155550132@192.0.2.7>`.
enum CallField: Sendable {
    /// `sip:14155550132@192.0.2.7`, `to extension '0049301234567'`: digits right behind.
    case number
    /// `sofia/internal/14155550132@192.0.2.7`: digits behind the last slash.
    case channel
    /// `"Jane Doe" <sip:1001@192.0.2.7>`: the name in quotes before the address.
    case name
    /// `clid="Jane Doe" <4155550132>`: a name and a number behind a key.
    case nameAndNumber
}

extension Scanner {
    func callField(_ field: CallField, behind end: Int, from start: Int) -> Match? {
        switch field {
        case .number: return dialedNumber(at: end)
        case .channel:
            var i = end
            var first = end
            while i - end < 48, text[i].isKey || text[i] == "/" || text[i] == "+" {
                i += 1
                if text[i - 1] == "/" { first = i }
            }
            return dialedNumber(at: first)
        case .name: return name(before: start, mustBeQuoted: false)
        case .nameAndNumber:
            // `caller`, `callerid`, `caller_id`
            var i = text.hasAnyCase("id", at: end) ? end + 2 : text.hasAnyCase("_id", at: end) ? end + 3 : end
            let end = i
            while i - end < 6,
                text[i] == " " || text[i] == ":" || text[i] == "=" || text[i] == "\\" || text[i] == "\""
            {
                i += 1
            }
            while i - end < 72, text[i] != "\"", !text[i].isLineEnd { i += 1 }
            guard text.has("\" <", at: i) else { return nil }
            // The number first: what stands before it is looked at again.
            if let number = dialedNumber(at: i + 3), text[number.end] == ">", isWanted(number) { return number }
            return name(before: i + 2, mustBeQuoted: true)
        }
    }

    /// As many digits as a telephone number of some country has, not an extension.
    private func dialedNumber(at start: Int) -> Match? {
        let first = text[start] == "+" ? start + 1 : start
        var i = first
        while i - first < 17, text[i].isDigit { i += 1 }
        // `SIP/4155550132-00000012`: the number of a channel follows.
        let isEnd = !text[i].isAlphanumeric && text[i] != "_" && text[i] != "."
        guard (8...15).contains(i - first), isEnd, text[i] != "@" || email(at: i, width: 1) == nil else { return nil }
        return Match(.phone, start, i, RuleID("phone.call"))
    }

    /// The name that ends before a bracket at `end`, often in quotes: not a room, a desk or a queue.
    private func name(before bracket: Int, mustBeQuoted: Bool) -> Match? {
        var end = bracket
        if text[end - 1] == " " { end -= 1 }
        let isQuoted = text[end - 1].isQuote
        guard isQuoted || !mustBeQuoted else { return nil }
        if isQuoted { end -= 1 }
        if isQuoted, text[end - 1] == "\"" || text[end - 1] == "\\" { end -= 1 }
        guard let start = nameStart(before: end) ?? (isQuoted ? shoutedNameStart(before: end) : nil) else { return nil }
        let name = start..<end
        guard !isQuoted || text[start - 1].isQuote, isKnownName(name) || !isOfTeam(name), !isOrganization(name)
        else { return nil }
        return Match(.person, start, end, RuleID("person.caller"))
    }

    /// `"JANE DOE"`, as networks send names; one of the words must be one that people are called by.
    private func shoutedNameStart(before end: Int) -> Int? {
        var start = end
        while end - start < 40, text[start - 1] != "\"", text[start - 1].isUpper || text[start - 1] == " " {
            start -= 1
        }
        guard text[start - 1] == "\"", shoutedNameEnd(at: start) == end, isKnownName(start..<end) else { return nil }
        return start
    }
}
