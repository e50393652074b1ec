extension Scanner {
    /// The end of a name of two to four words in capitals: `Jane Doe`, `José García`, `Anne-Marie O'Neil`, `Ludwig van
    /// Beethoven`, `Ana M. Silva`; scripts without capitals count. `few` is the least number of words.
    func nameEnd(at start: Int, few: Int) -> Int? {
        // `van der Meulen`
        var i = behindSmallWord(at: start)
        var end = start
        var words = 0
        while words < 4, let word = nameWordEnd(at: i) {
            // `Vorname: Jane Nachname: Doe`: the next key.
            if words > 0, text[word] == 0x3D || text[word] == 0x3A { break }
            words += 1
            end = word
            i = word
            // Initials and `Jr.`; behind a longer word, a sentence ends.
            if text[i] == 0x2E, i - start < 4 || text[i - 2] == 0x20 || text[i - 3] == 0x20 { i += 1 }
            guard text[i] == 0x20 else { break }
            i = behindSmallWord(at: i + 1)
        }
        let next = text[end]
        guard words >= few, end > start, !Byte.isAlphanumeric(next), next != 0x5F, next != 0x3D, next != 0x28,
            next != 0x3A || Byte.isBlank(text[end + 1]), next != 0x2E || !Byte.isLetter(text[end + 1]), next != 0x5B
        else { return nil }
        return end
    }

    /// Where the word begins that `van der` or its like stand before.
    private func behindSmallWord(at start: Int) -> Int {
        let small = Self.smallWords.first { text.has($0, at: start) }
        return start + (small?.utf8CodeUnitCount ?? 0)
    }

    private static let smallWords: [StaticString] = [
        "van den ", "van der ", "van de ", "von der ", "von und zu ", "van ", "von ", "de la ", "de ", "da ", "dos ",
        "del ", "bin ", "al-", "al ",
    ]

    private func nameWordEnd(at start: Int) -> Int? {
        guard Byte.isUpper(text[start]) || text[start] >= 0xC3 else { return nil }
        var i = start
        var isShouted = true
        while i - start < 40, Byte.isLetter(text[i]) || text[i] >= 0x80 || text[i] == 0x27 || text[i] == 0x2D {
            if Byte.isLower(text[i]) || text[i] >= 0x80 { isShouted = false }
            if text[i] == 0x2D, !Byte.isUpper(text[i + 1]), text[i + 1] < 0x80, !isSyllable(at: i + 1) { break }
            // A quote that ends the name.
            if text[i] == 0x27, !Byte.isLetter(text[i + 1]), text[i + 1] < 0x80 { break }
            i += 1
        }
        // `USB`, `HTTP`: not a name, but one letter is an initial.
        return isShouted && i - start > 1 ? nil : i
    }

    /// Whether the second half of a given name of Korea or China stands there: `Hye-jin`, `Mei-ling`.
    private func isSyllable(at start: Int) -> Bool {
        let end = start + (start..<start + 8).prefix { Byte.isLower(text[$0]) }.count
        return !Byte.isWord(text[end]) && text[end] != 0x2D && Self.syllables.contains(start..<end, in: text)
    }

    private static let syllables: WordSet = [
        "ah", "ae", "bae", "beom", "bin", "bok", "chae", "chan", "chang", "cheol", "cheon", "chul", "chun", "dae",
        "dong", "eun", "gi", "gil", "goo", "gu", "gyu", "ha", "hae", "hee", "heon", "ho", "hong", "hoon", "hui", "hun",
        "hwa", "hwan", "hye", "hyeok", "hyeon", "hyo", "hyuk", "hyun", "hyung", "il", "ja", "jae", "jeong", "ji", "jin",
        "jong", "joo", "joon", "ju", "jun", "jung", "keun", "ki", "kook", "koo", "kwan", "kwang", "kyu", "kyung", "mi",
        "min", "mo", "moon", "mun", "myung", "na", "nam", "ok", "ra", "ran", "ri", "rim", "sang", "seo", "seob", "seok",
        "seon", "seong", "seop", "seul", "seung", "shik", "sik", "sol", "soo", "sook", "soon", "suk", "sun", "sung",
        "tae", "taek", "uk", "woo", "won", "woong", "yeon", "yeong", "yong", "yoo", "yoon", "young", "yul", "yun",
        "chen", "cheng", "chi", "chia", "chieh", "chien", "chih", "chin", "ching", "chu", "chuan", "fang", "fen",
        "feng", "fu", "hao", "hsiang", "hsin", "hsiung", "hsuan", "hua", "huan", "huang", "hung", "jen", "kai", "kuo",
        "lan", "lin", "ling", "lung", "mei", "ming", "nan", "ning", "pei", "peng", "ping", "shan", "shen", "sheng",
        "shih", "shu", "ting", "tsung", "tung", "wei", "wen", "wu", "ya", "yen", "yi", "yin", "ying", "yu", "yuan",
        "yueh", "zhen",
    ]

    /// What stands before a name: a greeting that other words may follow too, a title that nothing but a name follows,
    /// what somebody says at the telephone, or a role (`customer`, `approved by`), which things may have as well.
    enum NameCue {
        case greeting
        case salutation
        case speaker
        case role
        /// Who did something (`opened by`, `Assigned to`), which teams and programs do as well: only a known name is taken.
        case agent
    }

    /// The name behind `Hello `, `Dear `, `Mr. `, `patient ` and their like; behind a role, two words at least.
    ///
    /// Not `Hello World`, and no names in free prose: those are the optional name detector's.
    func personName(behind end: Int, _ cue: NameCue) -> Match? {
        let isGreeting = cue == .greeting
        if !isGreeting, text[end] == 0x5F { return nil }
        var i = end
        for title in Self.titles where text.has(title, at: i) {
            i += title.utf8CodeUnitCount
            break
        }
        // `my name is Jane`, but `the file name is Foo`.
        let saysWhose = !text.hasAnyCase("name", at: end - 8) || !isName(ofThing: end - 9)
        let few = i > end || cue == .salutation && saysWhose || isGreeting && isGivenName(at: i) ? 1 : 2
        let isHolder = cue == .role && text.hasAnyCase("holder ", at: end - 7)
        let isPatient = cue == .role && text.hasAnyCase("patient ", at: end - 8)
        guard
            var name = nameEnd(at: i, few: few) ?? (isHolder ? shoutedNameEnd(at: i) : nil)
                ?? (isPatient ? shoutedPatientEnd(at: i) : nil)
        else { return nil }
        // `Estimado Sr. García López:` at the end of a line; elsewhere a colon says that the word is a key.
        if cue == .salutation, text[name] == 0x20, let last = nameWordEnd(at: name + 1), text[last] == 0x3A,
            Byte.isLineEnd(text[last + 1])
        {
            name = last
        }
        if cue == .agent, !isKnownName(i..<name) || isOfTeam(i..<name) { return nil }
        if isGreeting, i == end {
            guard
                text[name] == 0x2C || text[name] == 0x21 || text[name] == 0x3A || text[name] == 0x2E
                    || Byte.isLineEnd(text[name])
                    || Byte.isQuote(text[name]) || text[name] == 0x3C || text[name] == 0x5C
            else { return nil }
        }
        // `hier ist Ihre Rechnung`: German writes all nouns with capitals.
        if cue == .speaker, Self.determiners.contains(i..<(i..<name).prefix { text[$0] != 0x20 }.upperBound, in: text) {
            return nil
        }
        for other in Self.nobody where text.hasAnyCase(other, at: i) { return nil }
        if cue == .role || cue == .agent, isOrganization(i..<name) { return nil }
        return Match(.person, i, name, RuleID("person.named"))
    }

    /// `Patient DOE, JANE DOB 03/12/1984`: a family name and a given one in capitals, one of which is known.
    private func shoutedPatientEnd(at start: Int) -> Int? {
        var comma = start
        while comma - start < 24, Byte.isUpper(text[comma]) || text[comma] == 0x2D || text[comma] == 0x27 { comma += 1 }
        guard comma - start > 1, text[comma] == 0x2C else { return nil }
        let given = text[comma + 1] == 0x20 ? comma + 2 : comma + 1
        var end = given
        while end - given < 24, Byte.isUpper(text[end]) { end += 1 }
        guard end - given > 1, !Byte.isWord(text[end]), isKnownName(given..<end) || isKnownName(start..<comma) else {
            return nil
        }
        return end
    }

    /// `<Nm>Jane Doe</Nm>`: a party to a payment, in the messages of ISO 20022; not a business.
    func partyName(behind start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 2), text[end] == 0x3C, !isOrganization(start..<end) else { return nil }
        return Match(.person, start, end, RuleID("person.named"))
    }

    /// `PID|1||77^^^H||DOE^JANE||19940609|F|||1 Main St`: name, mother's maiden name, birth date and address of a patient,
    /// in the messages of HL7 version 2, as one finding. `end` is behind the name of the segment.
    func patient(behind end: Int, from start: Int) -> Match? {
        guard !Byte.isWord(left(start - 1)) else { return nil }
        // The last one first: what stands before it is looked at again.
        if let number = lastNumber(ofPatientBehind: end) { return number }
        let (name, birth) = (field(4, behind: end, sign: 0x7C), field(6, behind: end, sign: 0x7C))
        let isDated = birth.count >= 8 && birth.prefix(8).allSatisfy { Byte.isDigit(text[$0]) }
        let address = field(10, behind: end, sign: 0x7C)
        let isAddress = address.contains { Byte.isLetter(text[$0]) }
        return nameOfParts(name, to: isAddress ? address.upperBound : isDated ? birth.upperBound : name.upperBound)
    }

    /// The number that stands last in a patient's segment: a telephone (PID-13 and 14), or nine digits of a social security number
    /// (PID-19) or an account (PID-18).
    private func lastNumber(ofPatientBehind end: Int) -> Match? {
        for (number, kind) in [(18, Kind.usSSN), (17, .usSSN), (13, .phone), (12, .phone)] {
            var value = field(number, behind: end, sign: 0x7C)
            if kind == .phone, let part = value.first(where: { text[$0] == 0x5E || text[$0] == 0x7E }) {
                value = value.lowerBound..<part
            }
            let digits = value.count(where: { Byte.isDigit(text[$0]) })
            guard kind == .phone ? (7...15).contains(digits) : digits == 9,
                !value.contains(where: { Byte.isLetter(text[$0]) }), !holdsPlaceholder(value)
            else { continue }
            let match = Match(kind, value.lowerBound, value.upperBound, RuleID("segment"))
            if isWanted(match) { return match }
        }
        return nil
    }

    /// The last name in the fields of a segment of HL7 that hold one, behind a number (`0148^Doe^Jane`) or alone: the doctor of a
    /// visit, who ordered something, who is insured. The birth date of somebody insured, too.
    func nameInSegment(behind end: Int, from start: Int) -> Match? {
        guard !Byte.isWord(left(start - 1)) else { return nil }
        let (fields, birth) = Self.fieldsOfNames(text[start], text[start + 1])
        if birth > 0 {
            let date = field(birth - 1, behind: end, sign: 0x7C)
            let match = Match(.dateOfBirth, date.lowerBound, date.upperBound, RuleID("segment"))
            if date.count == 8, dateEnd(at: date.lowerBound) == date.upperBound, isWanted(match) { return match }
        }
        for number in fields {
            let value = field(number - 1, behind: end, sign: 0x7C)
            var name = value
            let isNumbered = !value.prefix { text[$0] != 0x5E }.contains { Byte.isLower(text[$0]) || text[$0] == 0x20 }
            if isNumbered, let sign = value.first(where: { text[$0] == 0x5E }),
                sign == value.lowerBound
                    || value.prefix(sign - value.lowerBound).contains(where: { Byte.isDigit(text[$0]) })
            {
                name = sign + 1..<value.upperBound
            }
            // Family name, given name and others, up to an empty part.
            var last = name.lowerBound
            while last < name.upperBound,
                Byte.isLetter(text[last]) || text[last] >= 0x80 || text[last] == 0x5E && text[last + 1] != 0x5E
                    || text[last] == 0x27 || text[last] == 0x2D || text[last] == 0x20 || text[last] == 0x2E
            { last += 1 }
            while last > name.lowerBound, text[last - 1] == 0x5E { last -= 1 }
            guard last - name.lowerBound > 2, text[last] == 0x5E || last == value.upperBound,
                let match = nameOfParts(name.lowerBound..<last, to: last), isWanted(match)
            else { continue }
            return match
        }
        return nil
    }

    /// The numbers of the fields that hold names, the last one first, and of the birth date, of a segment by its first letters.
    private static func fieldsOfNames(_ first: UInt8, _ second: UInt8) -> (names: [Int], birth: Int) {
        switch (first, second) {
        // `PV1`, `OBR`, `ORC`, `IN1`, `GT1`
        case (0x50, _): ([17, 9, 8, 7], 0)
        case (0x4F, 0x42): ([16], 0)
        case (0x4F, _): ([12, 11, 10], 0)
        case (0x49, _): ([16], 18)
        default: ([3], 8)
        }
    }

    /// `NK1|1|DOE^JANE|SPO|1 Main St`: name and address of a relative, as one finding.
    func nextOfKin(behind end: Int, from start: Int) -> Match? {
        let (name, address) = (field(1, behind: end, sign: 0x7C), field(3, behind: end, sign: 0x7C))
        let isAddress = address.contains { Byte.isLetter(text[$0]) }
        guard !Byte.isWord(left(start - 1)) else { return nil }
        return nameOfParts(name, to: isAddress ? address.upperBound : name.upperBound)
    }

    /// A name in HL7, the parts of which `^` joins, with what follows up to `end`.
    private func nameOfParts(_ name: Range<Int>, to end: Int) -> Match? {
        guard name.contains(where: { Byte.isLetter(text[$0]) }), name.contains(where: { text[$0] == 0x5E }),
            !holdsPlaceholder(name.lowerBound..<end)
        else { return nil }
        return Match(.person, name.lowerBound, end, RuleID("person.named"))
    }

    /// `NM1*IL*1*DOE*JANE`, `DMG*D8*19851224`, `N3*12 MAPLE STREET`: name, birth date and street of somebody insured,
    /// in the messages of ANSI X12.
    func segment(at start: Int, behind end: Int) -> Match? {
        let before = left(start - 1)
        guard !Byte.isWord(before) else { return nil }
        let first = field(0, behind: end, sign: 0x2A)
        let kind: Kind
        var found = first
        switch text[end - 2] {
        case 0x31:
            // One is a person, two a company.
            let (type, last) = (field(1, behind: end, sign: 0x2A), field(2, behind: end, sign: 0x2A))
            guard type.count == 1, text[type.lowerBound] == 0x31, last.contains(where: { Byte.isLetter(text[$0]) })
            else {
                return nil
            }
            (kind, found) = (.person, last.lowerBound..<field(3, behind: end, sign: 0x2A).upperBound)
        case 0x33:
            // `x = N3*w2 + b1` is a sum.
            guard before == 0x7E || Byte.isQuote(before) || Byte.isLineEnd(before),
                first.contains(where: { text[$0] == 0x20 }), first.contains(where: { Byte.isLetter(text[$0]) }),
                first.contains(where: { Byte.isDigit(text[$0]) })
            else { return nil }
            kind = .streetAddress
        default:
            guard first.count == 8, first.allSatisfy({ Byte.isDigit(text[$0]) }) else { return nil }
            kind = .dateOfBirth
        }
        return holdsPlaceholder(found) ? nil : Match(kind, found.lowerBound, found.upperBound, RuleID("segment"))
    }

    /// A field of a segment of HL7 or X12, the first of which begins at `start` and which `sign` parts; where there are
    /// fewer, an empty one at the end, or at the end of what is looked at.
    func field(_ number: Int, behind start: Int, sign: UInt8) -> Range<Int> {
        var (first, count) = (start, 0)
        let limit = start + 400
        for i in start..<limit {
            // In HL7, `~` parts names within a field.
            let isEnd = text[i] == 0x7E && sign == 0x2A || Byte.isLineEnd(text[i])
            guard isEnd || text[i] == sign else { continue }
            if count == number { return first..<i }
            if isEnd { return i..<i }
            first = i + 1
            count += 1
        }
        return limit..<limit
    }

    /// `"name":[{"family":"Doe","given":["Jane", "Ann"]}]`: either part of a name, as FHIR writes it, where the other
    /// is near or what stands before says that it is one.
    func humanName(behind end: Int, from start: Int) -> Match? {
        guard let first = nameMember(behind: end) else { return nil }
        let isGiven = text[start + 1] == 0x67
        let isList = left(first - 2) == 0x5B || left(first - 3) == 0x5B
        let other: StaticString = isGiven ? "\"family\"" : "\"given\""
        // A stream may not have the next line yet.
        let line = (end..<end + 96).prefix { text[$0] != 0x0A }
        let isNear = (max(text.lower, start - 96)..<line.upperBound).contains {
            text.has(other, at: $0) && nameMember(behind: $0 + other.utf8CodeUnitCount) != nil
                || $0 < start && isListOfNames(at: $0)
        }
        // `"family":"[PERSON]","given":"Jane"`: the member before was found.
        let isBehindFinding = text.lower > 0 && left(text.lower) == 0x22 && (2...3).contains(start - text.lower)
        guard isNear || isBehindFinding || isGiven && isList,
            let last = endOfNames(at: first, isList: isList, each: !isNear),
            !holdsPlaceholder(first..<last)
        else { return nil }
        return Match(.person, first, last, RuleID("person.named"))
    }

    /// `"name":[{`, with blanks and line ends between.
    private func isListOfNames(at start: Int) -> Bool {
        guard text.has("\"name\":", at: start) else { return false }
        var i = start + 7
        while i - start < 32, text[i] == 0x5B || Byte.isBlank(text[i]) { i += 1 }
        return text[i] == 0x7B
    }

    /// Where the first name begins behind the key of a member that holds one or a list of them.
    private func nameMember(behind end: Int) -> Int? {
        var i = end
        while i - end < 8, text[i] == 0x20 || text[i] == 0x3A || text[i] == 0x5B { i += 1 }
        // `van der Berg`, but not `"family":"sans-serif"`.
        let name = behindSmallWord(at: i + 1)
        return i > end && text[i] == 0x22 && !Byte.isLower(text[name]) ? i + 1 : nil
    }

    /// The end of a name in quotes, or of the last of a list of them. `each` says that each of their words must have a
    /// capital, as those of sentences don't.
    private func endOfNames(at start: Int, isList: Bool, each mustHaveCapitals: Bool) -> Int? {
        var end: Int?
        var i = start
        while i - start < 128 {
            let first = i
            while i - first < 64, text[i] != 0x22, !Byte.isLineEnd(text[i]), !Byte.isDigit(text[i]) {
                if mustHaveCapitals, Byte.isLower(text[i]), left(i - 1) == 0x20, behindSmallWord(at: i) == i {
                    return nil
                }
                i += text[i] == 0x5C && !Byte.isLineEnd(text[i + 1]) ? 2 : 1
            }
            guard text[i] == 0x22, i - first >= 2 || end != nil else { break }
            end = i
            guard text[i + 1] == 0x2C else { break }
            i += text[i + 2] == 0x20 ? 3 : 2
            // The next name of the list, or the next member.
            guard isList, text[i] == 0x22 else { break }
            i += 1
        }
        return end
    }

    /// Whether one word stands there that people are called by and nothing else, with a comma or an exclamation mark
    /// behind it: `Hi Jane, …`.
    private func isGivenName(at start: Int) -> Bool {
        guard let word = NameWord(in: text, at: start), text[word.end] == 0x2C || text[word.end] == 0x21 else {
            return false
        }
        return word.uses.contains(.given) && !word.uses.contains(.noName)
    }

    /// Whether `the` or the word for a thing ends before a blank.
    private func isName(ofThing blank: Int) -> Bool {
        var i = blank
        while blank - i < 12, Byte.isLetter(left(i - 1)) { i -= 1 }
        return Self.namedThings.contains(i..<blank, in: text)
    }

    private static let namedThings: WordSet = [
        "the", "file", "package", "host", "class", "field", "module", "branch", "service", "table", "variable",
        "function", "method", "type", "event", "image", "project", "its", "whose", "this", "display",
    ]

    /// `Creative Commons`, `Acme Foundation`, `Portal Login`: one of the words is none of a name.
    func isOrganization(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start < name.upperBound {
            var end = start
            while end < name.upperBound, text[end] != 0x20 { end += 1 }
            let word = start..<end
            if Self.organizations.contains(where: { $0.utf8CodeUnitCount == word.count && text.has($0, at: start) }) {
                return true
            }
            start = end + 1
        }
        return isOfThing(name) && !isKnownName(name)
    }

    /// `Print Spooler`, `Acme Industries`: a word stands where a person has a family name that nobody is called by.
    func isOfThing(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start < name.upperBound, let word = NameWord(in: text, at: start) {
            // `Saskia van der Meer User Principal Name: `
            if word.isSmall, word.uses.contains(.particle) { return false }
            let isOfName = !word.uses.isDisjoint(with: [.given, .family, .ambiguousGiven, .ambiguousFamily])
            if !isOfName, word.uses.contains(.noName) || Self.things.contains(start..<word.end, in: text) {
                return true
            }
            start = word.end + 1
        }
        return false
    }

    private static let things: WordSet = [
        "access", "account", "accounts", "actions", "adapter", "agent", "agents", "analytics", "anonymous", "antivirus",
        "app", "application", "applications", "apps", "argument", "array", "attribute", "automatic", "automation",
        "avatar", "banner", "battery", "blog", "bluetooth", "boolean", "builder", "button", "cafe", "calendar",
        "camera",
        "cart", "channel", "checkout", "client", "clinic", "clock", "clusters", "collector", "command", "compliance",
        "conference", "configuration", "console", "container", "containers", "continuous", "controller", "course",
        "customer", "customers", "demo", "detail", "details", "device", "devices", "dialog", "disk", "division",
        "document", "documents", "drive", "drivers", "electronics", "email", "engineering", "enterprise", "enterprises",
        "exam", "example", "explorer", "exporter", "extension", "factory", "finance", "firewall", "folder", "footer",
        "form", "forum", "fund", "game", "generator", "generic", "handler", "header", "helper", "home", "host", "hosts",
        "icon", "image", "images", "industries", "instance", "integer", "integration", "interface", "internal",
        "internet", "inventory", "invoice", "invoices", "item", "items", "keyboard", "legal", "lesson", "level",
        "listener", "loader", "log", "logistics", "logo", "logs", "machine", "mall", "market", "marketing", "media",
        "meeting", "member", "members", "menu", "message", "messages", "metric", "metrics", "microphone", "modem",
        "motors", "mouse", "navigation", "networks", "node", "nodes", "number", "observer", "operations", "overview",
        "panel", "parameter", "parser", "partners", "password", "payment", "payments", "pharmaceuticals", "phone",
        "placeholder", "plan", "plans", "platform", "platforms", "player", "plugin", "preferences", "premium",
        "primary",
        "printer", "private", "processor", "product", "products", "professional", "profile", "property", "provider",
        "proxy", "quiz", "recipient", "reference", "registry", "reliability", "reminder", "remote", "renderer",
        "reporter", "repository", "resources", "restaurant", "router", "runner", "runtime", "scanner", "score",
        "screen",
        "search", "secondary", "secret", "security", "sender", "settings", "shared", "shipping", "shop", "sidebar",
        "site", "society", "speaker", "spooler", "status", "store", "stream", "studio", "studios", "subscriber",
        "subscription", "summary", "switch", "terminal", "theme", "timer", "token", "toolbar", "tools", "topic",
        "trace",
        "tracking", "translation", "trial", "tutorial", "unassigned", "undefined", "unknown", "untitled", "validator",
        "valued", "variable", "ventures", "video", "visitor", "volume", "volumes", "warehouse", "website", "widget",
        "widgets", "wifi", "wiki", "wizard", "worker", "workers", "zone",
    ]

    private static let organizations: [StaticString] = [
        "Commons", "Foundation", "Inc", "Inc.", "Ltd", "Ltd.", "LLC", "GmbH", "AG", "SA", "Corp", "Corporation",
        "Company", "Committee", "Board", "Team", "Group", "Council", "Association", "Institute", "University",
        "Department", "Agency", "Office", "Service", "Services", "Support", "Systems", "Software", "Technologies",
        "Bank", "Court", "Commission", "Authority", "Administration", "Center", "Centre", "Alliance", "Consortium",
        "Initiative", "Project", "Union", "Policy", "License", "Order", "Id", "ID", "Name", "Address", "Account",
        "Number", "Data", "Record", "Records", "Portal", "Login", "New", "My", "Test", "Default", "Dashboard", "Page",
        "View", "Success", "Manager", "Role", "Type", "Class", "State", "Request", "Response", "Error", "System",
        "Daemon", "Bot", "Mailer", "Delivery", "Subsystem", "Notification", "Notifications", "Alert", "Alerts",
        "Administrator", "Admin", "Maintainers", "Developers", "Users", "List", "Newsletter", "Billing", "Sales",
        "Info", "Postmaster", "Root", "Jenkins", "Cron", "Nightly", "Daily", "Weekly", "Monthly", "Hourly", "Backup",
        "Backups", "Jobs", "Task", "Tasks", "Pipeline", "Workflow", "Sync", "Report", "Reports", "Import",
        "Export", "Cleanup", "Migration", "Build", "Builds", "Deploy", "Deployment", "Release", "Monitor",
        "Monitoring", "Check", "Checks", "Server", "Cluster", "Database", "Queue", "Scheduler", "Template", "Gateway",
        "Cache", "Update", "Updater", "Schedule", "Snapshot", "Archive", "Restore", "Desk", "Room", "Reception",
        "Community", "Authors", "Contributors", "Cannot",
    ]

    private static let titles: [StaticString] = [
        "Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Prof. ", "Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Frau ", "Herr ", "Herrn ",
    ]

    private static let determiners: WordSet = [
        "das", "der", "die", "den", "dem", "des", "ein", "eine", "einer", "eines", "kein", "keine", "keiner", "mein",
        "meine", "dein", "deine", "sein", "seine", "ihr", "ihre", "ihrer", "unser", "unsere", "euer", "eure", "dieser",
        "diese", "dieses", "jeder", "jede", "jedes", "alles", "nichts", "noch", "nun",
    ]

    private static let nobody: [StaticString] = [
        "none", "true", "false", "nil", "null", "world", "there", "kitty", "team", "all ", "everyone", "user",
        "customer", "sir", "madam", "friend", "debian", "python", "swift", "docker", "the ", "to ", "back", "john q. ",
        "robot", "bean", "president", "speaker", "chairman", "chair", "minister", "chairperson", "secretary",
        "moderator",
    ]
}
