extension Scanner {
    /// Where the value begins behind the sign at `separator` and what may stand between them: other signs, blanks, a type, the
    /// beginning of a block or an element. `nil` where there is none, or it is yet to come.
    mutating func valueStart(behind separator: Int, width: Int, of key: Range<Int>) -> Int? {
        var start = separator + width
        // `:=`, `=>`, `==`, `::=`
        var operators = start
        while operators < start + 3, text[operators] == ":" || text[operators] == "=" || text[operators] == ">",
            !text.has("=?", at: operators)
        {
            operators += 1
        }
        if operators > start, text[separator] == "=" || text[operators - 1] == "=" { start = operators }
        if isEncodedInEntry(key, separator: separator) { start = separator + 2 }
        let isColon = text[separator] == ":"
        // `Author:          Jane Doe`: columns are aligned behind a colon.
        let spaces = start + (isColon ? 24 : 4)
        while start < spaces, text[start] == " " || text[start] == "\t" { start += 1 }
        if start > separator + 1, isNextPair(at: start, behind: separator) { return nil }
        if text.has("string(", at: start) { start = behindDumpedLength(at: start) }
        if text.has("!!str ", at: start) { start += 6 }
        if text.has("&quot;", at: start) { start += 6 }
        if isColon {
            let block = behindBlockSign(at: start)
            if block > start, isCutOff(at: block, end: "\n") {
                unfinished = key.lowerBound
                return nil
            }
            start = behindType(at: behindTags(at: block))
        }
        return behindLevel(at: behindWrapper(at: behindTimeOfSignature(at: start)))
    }

    /// Where the value begins behind its quote, if it has one, and what ends it then. `nil` where the quote ends the string that
    /// the key stands in: `prompt='Password: '`.
    func opening(
        at place: Int, of key: Range<Int>, separator: Int
    ) -> (start: Int, terminator: ValueTerminator)? {
        // `\"`, and `\\\"` of JSON within JSON within JSON.
        var backslashes = 0
        while backslashes < 8, text[place + backslashes] == "\\" { backslashes += 1 }
        if backslashes > 0, text[place + backslashes].isQuote {
            return (place + backslashes + 1, .escapedQuote(text[place + backslashes]))
        }
        guard let quote = quote(at: place) else { return (place, .plain) }
        if text[quote] == text[key.lowerBound - 1], text[key.upperBound] != text[quote], !text[quote + 1].isWord {
            return nil
        }
        // JSON in a cell of CSV: `""password"":""x""`.
        let isDoubled = text.has("\"\"", at: quote) && text[separator - 1] == "\"" && text[separator - 2] == "\""
        return (quote + (isDoubled ? 2 : 1), .quote(text[quote]))
    }

    /// `password= user=jane`: the value is empty, and another pair follows.
    private func isNextPair(at start: Int, behind separator: Int) -> Bool {
        guard text[separator] == "=", !text[separator - 1].isBlank else { return false }
        var i = start
        while i - start < 24, text[i].isLetter || text[i] == "_" { i += 1 }
        return i > start && text[i] == "=" && (text[i + 1].isWord || text[i + 1].isQuote)
    }

    /// `Stripe-Signature: t=1492774577,v1=5257a8…`: when a hook was signed stands before the signature.
    private func behindTimeOfSignature(at start: Int) -> Int {
        guard text.has("t=", at: start) else { return start }
        var i = start + 2
        while i - start < 16, text[i].isDigit { i += 1 }
        return text.has(",v1=", at: i) ? i + 4 : start
    }

    /// Whether more is to come of what goes on from `start` to the byte `end`, and may stand on a line that the view shows in part.
    func isCutOff(at start: Int, end: Unicode.Scalar) -> Bool {
        !isFinal && text.count - start < Reach.shape
            && (start >= text.count || !(start..<text.count).contains { text[$0] == end })
    }

    /// `password: >-` and the value on the next line, as YAML writes a block: where it begins.
    private func behindBlockSign(at start: Int) -> Int {
        guard text[start] == ">" || text[start] == "|" else { return start }
        var i = start + 1
        if text[i] == "-" || text[i] == "+" { i += 1 }
        if text[i] == "\r" { i += 1 }
        guard text[i] == "\n" else { return i < text.count ? start : i }
        let line = i + 1
        i = line
        while i - line < 32, text[i] == " " { i += 1 }
        return i > line || i >= text.count ? i : start
    }

    /// `userPassword:: aHVudGVyMg==`: a line of LDIF whose value is in base64.
    func isEncodedInEntry(_ key: Range<Int>, separator: Int) -> Bool {
        let before = text[key.lowerBound - 1]
        return text.has(":: ", at: separator) && (before == 0 || before.isLineEnd)
    }

    /// `<b>Name:</b> Jane Doe`, `<td>Name:</td><td>Jane Doe`: where the value begins behind what ends the element of its
    /// key, and the beginning of another.
    private func behindTags(at start: Int) -> Int {
        guard text[start] == "<", text[start + 1] == "/" else { return start }
        var i = start
        for _ in 0..<4 {
            while i - start < 80, text[i] == " " { i += 1 }
            guard text[i] == "<" else { break }
            let tag = i
            i += 1
            while i - tag < 24, text[i] != ">", text[i] != "<", !text[i].isLineEnd { i += 1 }
            guard text[i] == ">" else { return start }
            i += 1
        }
        return i
    }

    /// `secret: String = "x7Kd…"`: where the quote is, behind a type and `=`.
    private func behindType(at start: Int) -> Int {
        var i = start
        while i - start < 32, text[i].isLetter || text[i] == "." { i += 1 }
        // `password: hunter = "x"`: the word itself is the value.
        let isType =
            text[start].isUpper || text.equalsAnyCase("string", start..<i) || text.equalsAnyCase("str", start..<i)
        guard isType else { return start }
        if text[i] == "?" { i += 1 }
        return text.has(" = ", at: i) && text[i + 3].isQuote ? i + 3 : start
    }

    /// `Some("x7Kd…")`, `ISODate('1994-06-09')`, `<<"x7Kd…">>` of Erlang, `STRING: "x7Kd…"` of SNMP: where the quote is.
    private func behindWrapper(at start: Int) -> Int {
        // Most values begin otherwise.
        guard text[start].isLetter || text[start] == "#" || text[start] == "<" else { return start }
        for wrapper in Self.wrappers where text.has(wrapper, at: start) {
            let end = start + wrapper.utf8CodeUnitCount
            if text[end] == "\"" || text[end] == "'" || text[end] == "\\" && text[end + 1] == "\"" { return end }
        }
        return start
    }

    private static let wrappers: [StaticString] = [
        "Some(", "Optional(", "Just ", "Ok(", "Secret(", "SecretString(", "ISODate(", "new Date(", "Date(",
        "Timestamp(", "LocalDate(", "String(", "#inst ", "<<", "STRING: ", "SecretStr(",
        "MD5(", "SHA1(", "SHA(", "SHA2(", "PASSWORD(", "ENCRYPT(", "CRYPT(", "UPPER(", "LOWER(", "TRIM(", "DATE(",
        "md5(",
        "sha1(", "sha2(", "crypt(", "upper(", "lower(", "trim(", "to_date(", "TO_DATE(", "STR_TO_DATE(",
    ]

    /// `{"fullName":{"S":"Jane Doe"}}`, `{"full_name":{"query":"Jane Doe"}}`, `"name":[{"text":"Jane Doe"}]`, `"address":[{"line":["1 Main Street"]`: the value
    /// stands one level below its key, with its type, or what it is asked for, between them. Where its quote is.
    private func behindLevel(at start: Int) -> Int {
        var i = start
        if text[i] == "[" { i += 1 }
        guard text[i] == "{" else { return start }
        i += 1
        while i - start < 8, text[i] == " " { i += 1 }
        let quote = text[i]
        guard quote == "\"" || quote == "'" else { return start }
        let word = i + 1
        i = word
        while i - word < 16, text[i].isLetter || text[i] == "$" || text[i] == "_" { i += 1 }
        guard text[i] == quote, Self.levels.contains(word..<i, in: text) || Self.changes.contains(word..<i, in: text)
        else { return start }
        let end = i + 1
        i = end
        while i - end < 4, text[i] == " " || text[i] == ":" { i += 1 }
        if text[i] == "[" { i += 1 }
        return i > end && text[i] == quote ? i : start
    }

    private static let levels: WordSet = [
        "s", "n", "string", "query", "value", "stringvalue", "text", "$eq", "eq", "_value", "term", "equals", "content",
        "long", "$date", "literal", "_text", "line",
    ]

    /// The same from the value on, which PHP writes on a line of its own: `["password"]=>`, and below it `string(7)
    /// "hunter2"`.
    mutating func dumpedValue(at start: Int) -> Match? {
        var i = start
        while start - i < 24, text[i - 1].isBlank, text[i - 1] != 0 { i -= 1 }
        guard text[i - 1] == ">", text[i - 2] == "=", text[i - 3] == "]" else { return nil }
        return keyedValue(separator: i - 2, width: start - i + 2)
    }

    /// `string(7) "hunter2"`, as PHP dumps a string: where the quote is.
    private func behindDumpedLength(at start: Int) -> Int {
        var i = start + 7
        while i - start < 12, text[i].isDigit { i += 1 }
        return text[i] == ")" && text[i + 1] == " " && text[i + 2] == "\"" ? i + 2 : start
    }

    /// The quote that a string begins with; programs may write a sign before it: `@"x"`, `b'x'`, `rb"x"`.
    private func quote(at start: Int) -> Int? {
        if text[start].isQuote { return start }
        var i = start
        while i - start < 2 {
            switch text[i] {
            case "@", "$", "b", "r", "u", "f", "L", "B", "R", "U", "F", "N": i += 1
            default: return nil
            }
            if text[i] == "\"" || text[i] == "'" { return isPattern(behind: i) ? nil : i }
        }
        return nil
    }

    /// Whether a string holds the brackets and backslashes of a regular expression or a template.
    private func isPattern(behind quote: Int) -> Bool {
        var i = quote + 1
        while i - quote < 128, text[i] != text[quote], !text[i].isLineEnd {
            if text[i] == "[" || text[i] == "(" || text[i] == "{" || text[i] == "\\" { return true }
            i += 1
        }
        return false
    }
}
