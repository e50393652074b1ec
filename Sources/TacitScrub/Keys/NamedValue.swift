extension Scanner {
    /// The rule for the `value` at a separator, by the field beside it that names it: `{name: DB_PASSWORD, value: x}`,
    /// `<add key="password" value="x"/>`, and the entry of a list in YAML whose `value` stands on a line of its own.
    func neighbour(of separator: Int) -> KeyRule? {
        var i = separator
        let limit = max(state.floor, separator - 160)
        func skip(while belongs: (UInt8) -> Bool) { while i > limit, belongs(text[i - 1]) { i -= 1 } }
        // The word itself, and the `"value": {` that it may stand in.
        skip { !$0.isKey }
        skip { $0.isKey }
        skip { Self.isBetweenFields($0) }
        if text.hasAnyCase("value", at: i - 5) {
            i -= 5
            skip { Self.isBetweenFields($0) }
        }
        let end = i
        skip { $0.isKey }
        let name = i..<end
        guard (2...64).contains(name.count) else { return nil }
        // `"path":"/spec/password"`
        if i > limit, text[i - 1] == "/" { skip { $0.isKey || $0 == "/" } }
        skip { $0.isQuote || $0 == "\\" || $0 == " " }
        guard i > limit, text[i - 1] == ":" || text[i - 1] == "=" else { return nil }
        i -= 1
        skip { $0.isQuote || $0 == "\\" || $0 == " " }
        let word = i
        skip { $0.isLetter }
        guard let rule = keys.rule(for: name, in: text), rule.scope == .everywhere,
            !rule.isCommon || rule.form == .opaque && rule.kind == .secret
        else { return nil }
        if Self.names.contains(i..<word, in: text) { return rule }
        // `{"type":"password","value":"hunter2"}`: tokens have types, too.
        let isCredential = rule.rule == .password && rule.form == .plain || rule.kind == .secret && rule.form == .code
        return isCredential && text.equalsAnyCase("type", i..<word) ? rule : nil
    }

    /// The rule for the `value` of an element of a form, by its name: `<input name="first_name" id="fn" value="Jane">`.
    /// Other attributes may stand between, and the name behind the value.
    func ruleOfField(_ separator: Int) -> KeyRule? {
        let quote = text[separator + 1]
        guard text[separator] == "=", quote.isQuote else { return nil }
        var start = separator
        let limit = max(state.floor, separator - 200)
        while start > limit, text[start] != "<", text[start] != ">", !text[start].isLineEnd { start -= 1 }
        guard text.hasAnyCase("<input", at: start) else { return nil }
        var end = separator + 2
        while end - separator < 128, text[end] != quote, !text[end].isLineEnd { end += 1 }
        let value = separator + 2..<end
        while end - separator < 300, text[end] != ">", !text[end].isLineEnd { end += 1 }
        guard let sign = (start..<end).first(where: { text.hasAnyCase(" name=", at: $0) }) else { return nil }
        let name = text[sign + 6].isQuote ? sign + 7 : sign + 6
        var i = name
        while i - name < 64, text[i].isKey { i += 1 }
        return keys.rule(for: name..<i, in: text).flatMap { isNamed(value, by: $0) ? $0 : nil }
    }

    /// The same by the label of a field that was filled in: `{"label":"Full name","type":"INPUT_TEXT","value":"Jane Doe"}`.
    func ruleOfLabel(_ separator: Int) -> KeyRule? {
        guard text[separator] == ":" else { return nil }
        var value = separator + 1
        while value - separator < 3, text[value] == " " { value += 1 }
        guard text[value] == "\"" else { return nil }
        var end = value + 1
        while end - value < 128, text[end] != "\"", !text[end].isLineEnd { end += 1 }
        var i = separator
        let limit = max(state.floor, separator - 160)
        while i > limit, text[i] != "{", text[i] != "}", !text[i].isLineEnd {
            i -= 1
            guard text.has("\"label\":", at: i) || text.has("\"title\":", at: i) else { continue }
            let sign = text[i + 8] == " " ? i + 9 : i + 8
            let name = sign + 1
            var last = name
            while last - name < 40, text[last] != "\"", !text[last].isLineEnd { last += 1 }
            guard text[sign] == "\"", text[last] == "\"", last < separator else { return nil }
            return keys.rule(for: name..<last, in: text).flatMap { isNamed(value + 1..<end, by: $0) ? $0 : nil }
        }
        return nil
    }

    /// Whether a value that a form shows is one that was filled in, and none of the words that forms show in its place.
    private func isNamed(_ value: Range<Int>, by rule: KeyRule) -> Bool {
        guard rule.scope == .everywhere else { return false }
        switch rule.kind {
        case .person: return isKnownName(value)
        case .secret:
            return (rule.form == .plain || rule.form == .code) && (text.isStrange(value) || rule.form == .code)
        default: return !rule.isCommon
        }
    }

    private static func isBetweenFields(_ b: UInt8) -> Bool {
        switch b {
        case ",", ":", ";", "{", "\\": true
        default: b.isBlank && b != 0 || b.isQuote
        }
    }

    private static let names: WordSet = [
        "name", "key", "id", "field", "parameter", "param", "option", "property", "variable", "setting", "header",
        "attribute", "attr", "k", "path",
    ]

    /// The value in `<property name="password">…</property>`, also with attributes behind, and within `<value>`.
    /// `separator` is the sign behind `name`.
    mutating func contentOfElement(namedBehind separator: Int) -> Match? {
        guard text[separator] == "=", text[separator + 1] == "\"" || text[separator + 1] == "'" else { return nil }
        let start = separator + 2
        var i = start
        while i - start < 96, text[i].isKey || text[i] == ":" || text[i] == "/" { i += 1 }
        guard i > start, text[i] == text[separator + 1], text[i + 1] == ">" || text[i + 1] == " ",
            let rule = rule(ofAttribute: start..<i)
        else { return nil }
        i += 1
        let name = i
        while i - name < 160, text[i] != ">", text[i] != "<", !text[i].isLineEnd { i += 1 }
        guard text[i] == ">", text[i - 1] != "/" else { return nil }
        return content(at: behindValueTag(at: i + 1), by: rule, closing: "<")
    }

    /// What the name of an attribute says, which may be a URI: `http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname`.
    private func rule(ofAttribute range: Range<Int>) -> KeyRule? {
        if text.has("urn:oid:", at: range.lowerBound) {
            let number = range.dropFirst(8)
            return Self.attributesOfNames.contains {
                number.count == $0.utf8CodeUnitCount && text.has($0, at: number.lowerBound)
            }
                ? Self.familyName : nil
        }
        let name = (range.last { text[$0] == "/" || text[$0] == ":" } ?? range.lowerBound - 1) + 1..<range.upperBound
        if text.equalsAnyCase("sn", name) { return Self.familyName }
        return keys.rule(for: name, in: text)
    }

    private static let familyName = KeyRule(
        kind: .person, rule: RuleID("key.person"), scope: .everywhere, form: .plain)

    /// `sn`, `givenName` and `displayName` by their numbers, as SAML writes them.
    private static let attributesOfNames: [StaticString] = ["2.5.4.4", "2.5.4.42", "2.16.840.1.113730.3.1.241"]

    /// `Content-Disposition: form-data; name="password"`, an empty line, and the value on the line below.
    mutating func formField(name: Int) -> Match? {
        var quote = name
        while quote - name < 64, text[quote].isKey { quote += 1 }
        guard quote > name, text[quote] == "\"", let rule = keys.rule(for: name..<quote, in: text),
            rule.scope == .everywhere, rule.form == .plain || rule.form == .code
        else { return nil }
        if quote + 5 >= text.count, !isFinal {
            unfinished = name
            return nil
        }
        let start = text.has("\r\n\r\n", at: quote + 1) ? quote + 5 : text.has("\n\n", at: quote + 1) ? quote + 3 : 0
        guard start > 0 else { return nil }
        var end = start
        while end - start < Reach.shape, end < text.count, !text[end].isLineEnd { end += 1 }
        if end == text.count, !isFinal {
            unfinished = name
            return nil
        }
        let shape = ValueShape(in: text, from: start, terminator: .quote(UInt8(ascii: "\n")))
        guard end > start, text[end].isLineEnd, !shape.hasPlaceholder, !text.isHarmless(start..<end),
            isPlausible(rule, from: start, terminator: .quote(UInt8(ascii: "\n")), separator: name - 1)
        else { return nil }
        return Match(rule.kind, start, end, rule.rule)
    }

    /// Where the value begins if `<value>` or `<saml:AttributeValue xsi:type="…">` stands before it.
    private func behindValueTag(at start: Int) -> Int {
        guard text[start] == "<" else { return start }
        var i = start + 1
        while i - start < 40, text[i].isKey || text[i] == ":" { i += 1 }
        guard text.hasAnyCase("value", at: i - 5) else { return start }
        let name = i
        while i - name < 64, text[i] != ">", text[i] != "<", !text[i].isLineEnd { i += 1 }
        return text[i] == ">" && text[i - 1] != "/" ? i + 1 : start
    }

    /// The second of two strings, the first of which is a key: `define('DB_PASSWORD', 'x')`. `bracket` is
    /// behind the bracket.
    mutating func namedArgument(at bracket: Int) -> Match? {
        var start = bracket
        while start - bracket < 4, text[start] == " " { start += 1 }
        let quote = text[start]
        guard quote.isQuote else { return nil }
        var i = start + 1
        while i - start < 64, text[i].isKey { i += 1 }
        guard text[i] == quote, let rule = keys.rule(for: start + 1..<i, in: text), rule.scope == .everywhere,
            rule.form == .plain || rule.form == .code
        else { return nil }
        let sign = i
        i += 1
        while i - sign < 32, text[i] == " " || text[i] == "," { i += 1 }
        guard text[i].isQuote, i > sign + 1 else { return nil }
        let terminator = ValueTerminator.quote(text[i])
        guard isPlausible(rule, from: i + 1, terminator: terminator, separator: sign) else { return nil }
        let end = valueEnd(from: i + 1, terminator: terminator, kind: rule.kind, rule: rule.rule)
        guard end > i + 1, rule.kind != .secret || !isLabel(i + 1..<end, of: start + 1..<sign) else { return nil }
        return Match(rule.kind, i + 1, end, rule.rule)
    }

    /// `define('TEXT_PASSWORD', 'Kennwort')`: what a program shows. A word alone is a value of passwords only.
    private func isLabel(_ value: Range<Int>, of key: Range<Int>) -> Bool {
        if Self.labels.contains(where: { text.hasAnyCase($0, at: key.lowerBound) }) { return !text.isStrange(value) }
        return value.allSatisfy { text[$0].isLetter || text[$0] >= 0x80 } && !text.isMixed(value)
            && !text.hasAnyCase("password", at: key.upperBound - 8)
    }

    private static let labels: [StaticString] = ["text_", "entry_", "label_", "lang_", "module_"]

    /// The value of `<password>…</password>`, `<token type="…">…`, `&lt;token&gt;…`, if the name of the element names a
    /// class. `name` is where it begins.
    mutating func elementValue(name: Int) -> Match? {
        var i = name
        while i - name < 64, text[i].isKey { i += 1 }
        guard i > name, let rule = keys.rule(for: name..<i, in: text) else { return nil }
        if text.has("&gt;", at: i) { return content(at: i + 4, by: rule, closing: "&") }
        if text.hasAnyCase("\\u003e", at: i) { return content(at: i + 6, by: rule, closing: "\\") }
        guard text[i] == " " || text[i] == ">" else { return nil }
        // The attributes.
        var quote: UInt8 = 0
        while i - name < 256, quote != 0 || text[i] != ">", !text[i].isLineEnd {
            if quote == 0 {
                if text[i] == "<" { return nil }
                if text[i] == "\"" || text[i] == "'" { quote = text[i] }
            } else if text[i] == quote {
                quote = 0
            }
            i += 1
        }
        guard text[i] == ">", text[i - 1] != "/" else { return nil }
        if text.has("<![CDATA[", at: i + 1) { return content(at: i + 10, by: rule, closing: "]") }
        return content(at: i + 1, by: rule, closing: "<")
    }

    private mutating func content(at start: Int, by rule: KeyRule, closing: Unicode.Scalar) -> Match? {
        guard rule.scope == .everywhere, start < text.count else { return nil }
        if rule.form == .name {
            guard let end = nameEnd(at: start, few: 2), text[end] == closing, !isOrganization(start..<end),
                isKnownName(start..<end)
            else { return nil }
            return Match(.person, start, end, RuleID("key.name"))
        }
        guard rule.form == .plain || rule.form == .code else { return nil }
        // Where names of elements come again and again and no value ends, none is read to its end. A long token is.
        let shown = start..<min(start + Reach.shape, text.count)
        let isShort = text.firstIndex(of: closing, in: shown) != nil
        guard isShort || shown.count == Reach.shape && text.firstIndex(of: " ", in: shown) == nil,
            isPlausible(rule, from: start, terminator: .quote(UInt8(ascii: closing)), separator: start - 1)
        else { return nil }
        let end = valueEnd(from: start, terminator: .quote(UInt8(ascii: closing)), kind: rule.kind, rule: rule.rule)
        guard end > start, !isShort || text[end] == closing else { return nil }
        return Match(rule.kind, start, end, rule.rule)
    }

    /// The same from the end of the name on, whatever the name begins with: `<db_password>…`, and `…</wsse:Password>`.
    mutating func elementValue(endOfName end: Int) -> Match? {
        var i = end
        while end - i < 64, text[i - 1].isKey { i -= 1 }
        let name = i..<end
        if text[i - 1] == "/", Self.namingElements.contains(name, in: text) {
            return contentOfNext(namedBefore: i - 2, behind: end)
        }
        if text[i - 1] == ":" {
            i -= 1
            while end - i < 80, text[i - 1].isKey { i -= 1 }
        }
        guard let rule = keys.rule(for: name, in: text) else { return nil }
        if text[i - 1] == "<" { return content(at: end + 1, by: rule, closing: "<") }
        guard text[i - 1] == "/", text[i - 2] == "<" else { return nil }
        let close = i - 2
        var start = close
        while close - start < 256, text[start - 1] != ">", !text[start - 1].isLineEnd { start -= 1 }
        guard text[start - 1] == ">", text[start - 2] != "/", start < close else { return nil }
        let match = content(at: start, by: rule, closing: "<")
        return match?.end == close ? match : nil
    }

    /// `<key>Password</key><string>hunter2</string>`, `<Name>password</Name><Value>hunter2</Value>`: what the next element
    /// holds, which this one names. `end` is where the bracket of its last tag stands.
    private mutating func contentOfNext(namedBefore close: Int, behind end: Int) -> Match? {
        var start = close
        while close - start < 64, text[start - 1].isKey { start -= 1 }
        guard text[start - 1] == ">", start < close, let rule = keys.rule(for: start..<close, in: text), !rule.isCommon
        else { return nil }
        var i = end + 1
        for _ in 0..<2 {
            while i - end < 24, text[i].isBlank { i += 1 }
            guard let tag = Self.valueTags.first(where: { text.hasAnyCase($0, at: i) }) else { break }
            i += tag.utf8CodeUnitCount
        }
        if isCutOff(at: i, end: "<") || i + 8 >= text.count && !isFinal {
            unfinished = start
            return nil
        }
        return text[i - 1] == ">" && i > end + 1 ? content(at: i, by: rule, closing: "<") : nil
    }

    private static let namingElements: WordSet = ["key", "name", "th"]
    private static let valueTags: [StaticString] = ["<string>", "<value>", "<td>"]

    /// `"password": ["x", "y"]`, whole from the first value to the last, and `Authorization:[Bearer x]` as Go prints
    /// it. `start` is the bracket.
    mutating func listedValue(by rule: KeyRule, at start: Int, separator: Int) -> Match? {
        var i = start + 1
        while i - start < 9, text[i] == " " { i += 1 }
        guard rule.form == .plain || rule.form == .code || rule.form == .authorization else { return nil }
        if text[i] == "\\", text[i + 1].isQuote { i += 1 }
        let quote = text[i]
        if quote.isQuote {
            let first = i + 1
            let scheme = rule.form == .authorization ? schemeEnd(at: first) : first
            guard isPlausible(rule, from: scheme, terminator: .quote(quote), separator: separator) else { return nil }
            var end = valueEnd(from: scheme, terminator: .escapedQuote(quote), kind: rule.kind, rule: rule.rule)
            while end - start < Reach.shape, let next = nextListed(behind: end, quote) {
                end = valueEnd(from: next, terminator: .escapedQuote(quote), kind: rule.kind, rule: rule.rule)
            }
            return end > scheme ? Match(rule.kind, scheme, end, rule.rule) : nil
        }
        guard rule.kind == .secret, i == start + 1 else { return nil }
        let scheme = rule.form == .authorization ? schemeEnd(at: i) : i
        let shape = ValueShape(in: text, from: scheme, terminator: .quote(UInt8(ascii: "]")))
        let value = scheme..<shape.end
        if rule.rule != RuleID("key.token"), let end = endOfBytes(at: i) { return Match(.secret, i, end, rule.rule) }
        guard !value.isEmpty, text[shape.end] == "]", !shape.hasPlaceholder, !isHarmless(value), !shape.hasBlank,
            scheme > i && value.count >= 6 || text.isOpaque(value) && value.count >= 8
        else { return nil }
        return Match(.secret, scheme, shape.end, rule.form == .authorization ? .authorization : rule.rule)
    }

    /// `[1, 3, 5, 7, 9, 11, 13, 15, …]`: sixteen bytes or more of a key, written as numbers.
    private func endOfBytes(at start: Int) -> Int? {
        var i = start
        var count = 0
        while i - start < 640 {
            let number = i
            while i - number < 4, text[i].isDigit { i += 1 }
            guard (1...3).contains(i - number) else { return nil }
            count += 1
            if text[i] == "]" { return count >= 16 ? i : nil }
            guard text[i] == "," else { return nil }
            i += text[i + 1] == " " ? 2 : 1
        }
        return nil
    }

    /// Where the next string of a list begins.
    private func nextListed(behind end: Int, _ quote: UInt8) -> Int? {
        var i = end
        while text[i] == "\\" { i += 1 }
        guard text[i] == quote else { return nil }
        i += 1
        while i - end < 16, text[i] == " " || text[i] == "," { i += 1 }
        while i - end < 16, text[i] == "\\" { i += 1 }
        return text[i] == quote && text[i - 1] != quote ? i + 1 : nil
    }

    /// `cn=Jane Doe,ou=Sales,dc=example,dc=com`: the name of a person in a directory, which `dc=` tells from the
    /// subject of a certificate. `start` is where the value begins.
    ///
    /// Not accounts of services and groups.
    func directoryName(at start: Int) -> Match? {
        var end = start
        while end - start < 64 {
            let width = Self.isInName(text[end]) ? 1 : widthOfEscapedComma(at: end)
            guard width > 0 else { break }
            end += width
        }
        while end > start, text[end - 1] == " " || text[end - 1] == "\\" { end -= 1 }
        guard end - start > 1, !text.isSystemAccount(start..<end) else { return nil }
        if isAttendee(start..<end) { return Match(.person, start, end, RuleID("key.attendee")) }
        // Somebody's certificate says an address, too.
        for sign in ["/emailaddress=", ", emailaddress=", ",emailaddress=", "/e=", ",e=", ", e="] as [StaticString]
        where text.hasAnyCase(sign, at: end) && nameEnd(at: start, few: 2) == end && !isOrganization(start..<end) {
            return Match(.person, start, end, RuleID("key.directory"))
        }
        for group in Self.groups {
            for k in start..<end where text.hasAnyCase(group, at: k) { return nil }
        }
        if text[end] == ")" { return nameInFilter(start..<end) }
        guard text[end] == "," || text[end] == "\\" || text[end] == "+" else { return nil }
        var i = end
        var isDirectory = false
        while i - start < 256, !text[i].isLineEnd, !text[i].isQuote {
            if text.hasAnyCase("dc=", at: i), !text[i - 1].isWord {
                isDirectory = true
                break
            }
            i += 1
        }
        // `cn=web-01,ou=servers,dc=…`, `CN=Sites,CN=Configuration,DC=…`
        for unit in Self.unitsOfThings where text.hasAnyCase(unit, at: end + 4) { return nil }
        // The subject of a certificate, if the name is one that people have.
        let isSubject =
            text.hasAnyCase(",ou=", at: end) && nameEnd(at: start, few: 2) == end && isKnownName(start..<end)
        return isDirectory || isSubject ? Match(.person, start, end, RuleID("key.directory")) : nil
    }

    private static let groups: [StaticString] = [
        "admins", "users", "group", "computers", "builtin", "service", "replicat", "policies", "system",
        "configuration",
        "schema", "-site-name",
    ]
    private static let unitsOfThings: [StaticString] = [
        "server", "computer", "host", "device", "machine", "service", "site", "system", "polic", "configuration",
        "schema", "domain controller", "printer", "network", "group", "role", "application", "sudoers",
    ]

    /// `CN=Doe\\, Jane`, `CN=Doe\\2C Jane`; in a string of JSON, with two backslashes.
    private func widthOfEscapedComma(at i: Int) -> Int {
        guard text[i] == "\\" else { return 0 }
        let sign = text[i + 1] == "\\" ? i + 2 : i + 1
        let end = text[sign] == "," ? sign + 1 : text.hasAnyCase("2c", at: sign) ? sign + 2 : i
        return end > i && (text[end] == " " || text[end].isLetter) ? end - i : 0
    }

    /// `(&(objectClass=person)(cn=Jane Doe))`: a name that a directory is asked for.
    private func nameInFilter(_ name: Range<Int>) -> Match? {
        let isFamilyName = text.hasAnyCase("(sn=", at: name.lowerBound - 4)
        guard isFamilyName || text.hasAnyCase("(cn=", at: name.lowerBound - 4),
            nameEnd(at: name.lowerBound, few: isFamilyName ? 1 : 2) == name.upperBound, !isOrganization(name),
            !isFamilyName && isKnownName(name) || isFilterOfPersons(around: name)
                || isBehindContact(name.lowerBound - 3)
        else { return nil }
        return Match(.person, name.lowerBound, name.upperBound, RuleID("key.directory"))
    }

    private func isFilterOfPersons(around name: Range<Int>) -> Bool {
        let line = (name.upperBound..<name.upperBound + 96).prefix { !text[$0].isLineEnd }
        return (max(text.lower, name.lowerBound - 96)..<line.upperBound).contains { i in
            text[i] == "(" && Self.personsInFilters.contains { text.hasAnyCase($0, at: i) }
        }
    }

    private static let personsInFilters: [StaticString] = [
        "(objectclass=person)", "(objectclass=inetorgperson)", "(objectclass=user)",
        "(objectclass=organizationalperson)",
        "(objectcategory=person)", "(objectcategory=user)", "(givenname=", "(mail=",
    ]

    /// `ATTENDEE;ROLE=CHAIR;CN="Jane Doe":mailto:jane@example.com`, of a calendar.
    private func isAttendee(_ name: Range<Int>) -> Bool {
        guard text.has(";CN=", at: name.lowerBound - (text[name.lowerBound - 1] == "\"" ? 5 : 4)) else { return false }
        let line = (name.upperBound..<name.upperBound + 160).prefix { !text[$0].isLineEnd }
        return line.contains { text.hasAnyCase(":mailto:", at: $0) }
    }

    private static func isInName(_ b: UInt8) -> Bool {
        b.isWord || b == " " || b == "." || b == "-" || b == "'"
    }
}
