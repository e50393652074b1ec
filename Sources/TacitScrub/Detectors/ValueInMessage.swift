/// How a message says which value of which field was refused.
struct RejectedValue: Sendable {
    /// What stands right before the value.
    let words: StaticString
    /// What closes it.
    let closing: Unicode.Scalar
    /// What stands right before the name of the field.
    let sign: StaticString
    /// The name stands behind the value.
    let isBehind: Bool

    /// Spring; GraphQL; MySQL; Mongoose; SQL Server; Elasticsearch.
    static let all = [
        RejectedValue(words: "rejected value [", closing: "]", sign: "field '", isBehind: false),
        RejectedValue(words: "got invalid value \"", closing: "\"", sign: " at \"", isBehind: true),
        RejectedValue(words: "got invalid value '", closing: "'", sign: " at '", isBehind: true),
        RejectedValue(words: "date value: '", closing: "'", sign: " for column '", isBehind: true),
        RejectedValue(words: "datetime value: '", closing: "'", sign: " for column '", isBehind: true),
        RejectedValue(words: "integer value: '", closing: "'", sign: " for column '", isBehind: true),
        RejectedValue(words: "decimal value: '", closing: "'", sign: " for column '", isBehind: true),
        RejectedValue(words: "string value: '", closing: "'", sign: " for column '", isBehind: true),
        RejectedValue(words: "failed for value \"", closing: "\"", sign: " at path \"", isBehind: true),
        RejectedValue(words: "duplicate key value is (", closing: ")", sign: "constraint '", isBehind: false),
        RejectedValue(words: "Truncated value: '", closing: "'", sign: "column '", isBehind: false),
        RejectedValue(words: "field's value: '", closing: "'", sign: "field [", isBehind: false),
    ]
}

extension Scanner {
    /// `"2025550165" is not a valid phone number`: the value that stands in quotes before what it should have been. `end` is
    /// behind the words, `start` where they begin.
    func refusedValue(behind end: Int, from start: Int) -> Match? {
        let close = start - 2
        let quote = text[close]
        guard quote.isQuote, text[start - 1] == " ", let rule = rule(ofWordsAt: end) else { return nil }
        var open = close
        while close - open < 96, text[open - 1] != quote, !text[open - 1].isLineEnd { open -= 1 }
        guard text[open - 1] == quote else { return nil }
        return value(open..<close, by: rule)
    }

    /// `changed salary from 37707 to 41000`, `email was changed from 'a' to 'b'`: both values, and what stands between them.
    /// `word` is where the verb begins, `end` where it ends.
    func changedValues(behind end: Int, from word: Int) -> Match? {
        var start = end
        let rule: KeyRule?
        if text.hasAnyCase("from ", at: end) {
            start = end + 5
            rule = self.rule(ofWordsBefore: word)
        } else {
            while start - end < 48, !text.hasAnyCase(" from ", at: start), !text[start].isLineEnd { start += 1 }
            guard text.hasAnyCase(" from ", at: start) else { return nil }
            rule = keys.rule(for: end..<start, in: text)
            start += 6
        }
        // An address is found by itself.
        guard let rule, rule.scope == .everywhere, rule.kind != .email, let old = quotedOrWord(at: start) else {
            return nil
        }
        var next = old.upperBound
        if text[next].isQuote { next += 1 }
        guard text.hasAnyCase(" to ", at: next), let new = quotedOrWord(at: next + 4),
            let first = value(old, by: rule), let last = value(new, by: rule)
        else { return nil }
        return Match(rule.kind, first.start, last.end, rule.rule)
    }

    /// `Duplicate entry '123456789' for key 'users.ssn_unique'`: the value that MySQL refuses, by the name of the index. `end` is
    /// behind the first quote.
    func duplicateValue(behind end: Int) -> Match? {
        guard let value = quotedOrWord(at: end - 1), text.has(" for key '", at: value.upperBound + 1) else {
            return nil
        }
        let start = value.upperBound + 11
        var last = start
        while last - start < 96, text[last].isKey { last += 1 }
        for suffix in ["_unique", "_uq", "_uk", "_key", "_idx", "_index"] as [StaticString]
        where text.hasAnyCase(suffix, at: last - suffix.utf8CodeUnitCount) {
            last -= suffix.utf8CodeUnitCount
            break
        }
        guard last > start, let rule = keys.rule(for: start..<last, in: text), rule.scope == .everywhere else {
            return nil
        }
        return self.value(value, by: rule)
    }

    /// `field 'phone': rejected value [2025550165]`, `invalid value "x" at "input.phone"`: the value that programs and stores
    /// refuse, by the name of its field, which stands at `sign` before or behind it on the line. `end` is where the value begins.
    func rejectedValue(at end: Int, from start: Int, _ form: RejectedValue) -> Match? {
        var last = end
        while last - end < 128, text[last] != form.closing, !text[last].isLineEnd { last += 1 }
        guard last > end, text[last] == form.closing else { return nil }
        var name = form.isBehind ? last : start
        let limit = name + (form.isBehind ? 48 : -240)
        while name != limit, !text.has(form.sign, at: name) {
            if text[name].isLineEnd && name != start { return nil }
            name += form.isBehind ? 1 : -1
        }
        guard text.has(form.sign, at: name) else { return nil }
        name += form.sign.utf8CodeUnitCount
        var behind = name
        while behind - name < 64, text[behind].isKey { behind += 1 }
        guard behind > name, let rule = keys.rule(for: name..<behind, in: text), rule.scope == .everywhere else {
            return nil
        }
        return value(end..<last, by: rule)
    }

    private func quotedOrWord(at start: Int) -> Range<Int>? {
        let quote = text[start]
        let first = quote.isQuote ? start + 1 : start
        var i = first
        while i - first < 96, !text[i].isLineEnd, first > start ? text[i] != quote : text[i] != " " { i += 1 }
        if first > start { return i > first && text[i] == quote ? first..<i : nil }
        while i > first, text[i - 1] == "." || text[i - 1] == "," || text[i - 1] == ";" { i -= 1 }
        return i > first ? first..<i : nil
    }

    /// What up to three words say that stand from `start` on: `phone number`.
    private func rule(ofWordsAt start: Int) -> KeyRule? {
        var i = start
        var words = 0
        var rule: KeyRule?
        while words < 3 {
            let word = i
            while i - word < 24, text[i].isKey && text[i] != "." || text[i] >= 0x80 { i += 1 }
            guard i > word else { break }
            words += 1
            rule = keys.rule(for: start..<i, in: text) ?? rule
            guard text[i] == " " else { break }
            i += 1
        }
        return rule.flatMap { $0.scope == .everywhere ? $0 : nil }
    }

    /// What up to two words say that end before ` was changed`, ` changed` at `end`.
    private func rule(ofWordsBefore end: Int) -> KeyRule? {
        var last = end
        for verb in [" was ", " has been ", " "] as [StaticString]
        where text.hasAnyCase(verb, at: end - verb.utf8CodeUnitCount) {
            last = end - verb.utf8CodeUnitCount
            break
        }
        var start = last
        while last - start < 48, text[start - 1].isKey || text[start - 1] == " " || text[start - 1] >= 0x80 {
            start -= 1
        }
        return start < last ? keys.rule(for: start..<last, in: text) : nil
    }

    private func value(_ range: Range<Int>, by rule: KeyRule) -> Match? {
        guard rule.form != .name, rule.form != .opaque || rule.kind == .secret else { return nil }
        // Without quotes a word may be said of the value: `from old to new`.
        guard rule.kind != .secret || text[range.upperBound].isQuote || text.isStrange(range) else { return nil }
        return cellValue(range, by: rule, ofPerson: false)
    }

    /// `date_of_birth`, and below it `Value error, too young [type=value_error, input_value='1994-06-09', …]`, as
    /// Pydantic refuses values.
    func refusedInput(at value: Int) -> Match? {
        let start = value - 1
        var line = start
        let limit = max(text.lower, start - 200)
        while line > limit, !text[line - 1].isLineEnd { line -= 1 }
        guard line > limit, text[line - 1] == "\n" else { return nil }
        var key = line - 1
        while line - key < 64, text[key - 1].isKey { key -= 1 }
        guard text[key - 1].isLineEnd, key < line - 1, let rule = keys.rule(for: key..<line - 1, in: text),
            rule.scope == .everywhere, rule.form == .plain || rule.form == .code
        else { return nil }
        let range = run(at: value, upTo: 256) { $0 != "'" && !$0.isLineEnd }
        guard text[range.upperBound] == "'",
            isPlausible(rule, from: value, terminator: .quote(UInt8(ascii: "'")), separator: value - 2)
        else { return nil }
        return recordMatch(rule.kind, range)
    }
}
