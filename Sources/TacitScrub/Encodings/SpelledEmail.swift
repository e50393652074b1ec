extension Literal {
    /// What stands for `@` and `.` where people spell addresses out.
    static let spelled: [Literal] =
        ["[at", "(at", "{at", "<at"].map { Literal($0, .spelledAt, anyCase: true) }
        + ["[dot", "(dot", "{dot", "<dot", "dot "].map { Literal($0, .spelledDot, anyCase: true) }
        + [
            "arroba", "arobase", "chiocciola", "małpa", "ät ", "ät)", "zavináč", "snabel-a",
        ].map { Literal($0, .spokenAt, anyCase: true) }
        + [
            Literal("[@]", .spelledAt), Literal("[.]", .defanged), Literal("(.)", .defanged),
            Literal("(a)", .spelledAt),
        ]
        + [Literal("dot_", .joinedEmail), Literal("dot-", .joinedEmail)]
}

extension Scanner {
    /// `jane [at] example.com`, `jane (at) example [dot] com`, from the bracket.
    func spelledEmail(at start: Int) -> Match? {
        if text.has("[@]", at: start) { return spelledEmail(from: start, behind: start + 3, needsDot: false) }
        if let end = text.spelledWord("at", at: start) {
            return spelledEmail(from: start, behind: end, needsDot: false)
        }
        return text.has("(a)", at: start) ? letteredEmail(at: start) : nil
    }

    /// `jane arroba example punto com`, `jane (arroba) example.com`, from the word.
    func spokenEmail(at word: Int) -> Match? {
        let start = text[word - 1] == "(" || text[word - 1] == "[" ? word - 1 : word
        for word in Self.signs {
            guard let end = text.spelledWord(word, at: start) else { continue }
            let isBracketed = text[start] == "(" || text[start] == "["
            return spelledEmail(from: start, behind: end, needsDot: !isBracketed)
        }
        return nil
    }

    /// What people call the sign where they don't say `at`.
    private static let signs: [StaticString] = [
        "arroba", "arobase", "chiocciola", "małpa", "ät", "zavináč", "snabel-a",
    ]

    /// `jane.doe(a)example.com`, `jane.doe (a) example.com`.
    ///
    /// Not `if(a)b.call()`, nor `(a) example.com` in a list.
    private func letteredEmail(at start: Int) -> Match? {
        let hasBlanks = text[start - 1] == " " && text[start + 3] == " "
        guard hasBlanks || isLocal(text[start - 1]) && text[start + 3].isAlphanumeric,
            let match = spelledEmail(from: start, behind: start + 3, needsDot: false)
        else { return nil }
        let local = match.start..<start - (hasBlanks ? 1 : 0)
        let label = (start + 3..<start + 8).count { text[$0].isAlphanumeric }
        let isNamed =
            local.contains { text[$0] == "." || text[$0] == "_" } && local.contains { text[$0].isLower }
        guard local.count > 2, label > 2, isNamed || !hasBlanks && !Self.statements.contains(local, in: text) else {
            return nil
        }
        switch text[match.end] {
        case "(", "=", "[", "_", ":": return nil
        default: return text.endsInCommonTopLevel(match.start..<match.end) ? match : nil
        }
    }

    private static let statements: WordSet = [
        "if", "for", "while", "with", "return", "switch", "typeof", "void", "function", "catch", "await", "new",
        "delete",
        "section", "sizeof", "assert", "print", "echo",
    ]

    /// `jane_dot_doe_at_example_dot_com`, `jane-at-example-dot-com`, as names of topics and accounts are made of
    /// addresses; from one of its dots.
    func joinedEmail(behind dot: Int) -> Match? {
        let sign = text[dot]
        guard sign == text[dot + 4] else { return nil }
        var start = dot
        while dot - start < 64, text[start - 1].isKey { start -= 1 }
        var end = dot
        while end - dot < 96, text[end].isKey { end += 1 }
        func isWord(_ word: StaticString, at i: Int) -> Bool {
            let behind = i + 1 + word.utf8CodeUnitCount
            return text[i] == sign && text[behind] == sign && text.has(word, at: i + 1)
        }
        guard let at = (start..<end).last(where: { isWord("at", at: $0) }), at > start,
            let last = (at + 4..<max(at + 4, end)).last(where: { isWord("dot", at: $0) }), last > at + 4
        else { return nil }
        let top = last + 5
        end = top
        while end - top < 12, text[end].isLetter { end += 1 }
        guard Text.commonTopLevels.contains(top..<end, in: text), !text[end].isDigit,
            (start..<at).contains(where: { text[$0].isLetter })
        else { return nil }
        return Match(.email, start, end, .email)
    }

    /// `jane.doe at example dot com`, from the first dot. Not `look at the dot com bubble`: where no bracket tells, the
    /// name has a sign or a digit.
    func spelledEmail(dot: Int) -> Match? {
        guard text.spelledWord("dot", at: dot) != nil else { return nil }
        // Back over the label before it to the word `at`.
        var i = dot
        let limit = max(text.lower, dot - 68)
        while i > limit, text[i - 1] == " " { i -= 1 }
        while i > limit, text[i - 1].isAlphanumeric || text[i - 1] == "-" || text[i - 1] == "." { i -= 1 }
        guard i > limit, text[i - 1] == " " else { return nil }
        while i > limit, text[i - 1] == " " { i -= 1 }
        guard i - 2 > limit, text.hasAnyCase("at", at: i - 2), text[i - 3] == " " else { return nil }
        // `fatima AT example DOT com` shouts.
        let isBracketed =
            text[dot] != "d" && (text[dot] != "D" || text.has("DOT", at: dot) && text.has("AT", at: i - 2))
        return spelledEmail(from: i - 2, behind: i, needsDot: true, needsSign: !isBracketed)
    }

    /// `jane@example[.]com`, from the first bracket.
    func defangedEmail(dot: Int) -> Match? {
        var i = dot
        let limit = max(text.lower, dot - 68)
        while i > limit, text[i - 1].isAlphanumeric || text[i - 1] == "-" || text[i - 1] == "." { i -= 1 }
        guard i > limit, text[i - 1] == "@" else { return nil }
        return spelledEmail(from: i - 1, behind: i, needsDot: true)
    }

    private func spelledEmail(from at: Int, behind: Int, needsDot: Bool, needsSign: Bool = false) -> Match? {
        var end = at
        while end > at - 2, text[end - 1] == " " { end -= 1 }
        var start = end
        let limit = max(text.lower, end - 64)
        while start > limit, isLocal(text[start - 1]) { start -= 1 }
        // `jane (dot) doe (at) example`
        let isSpoken = text[at].isLetter || text[at] >= 0x80
        if text[at] != " ", let name = localPart(endingAt: start, from: limit, isSpoken: isSpoken) { start = name }
        while start < end, !text[start].isAlphanumeric, text[start] < 0x80 { start += 1 }
        guard start < end, let domain = spelledDomain(from: behind, needsDot: needsDot),
            !needsSign || (start..<end).contains(where: { !text[$0].isLetter })
                || isIntroduced(start, domain: behind, end: domain)
        else { return nil }
        return Match(.email, start, domain, .email)
    }

    /// `mail: jane at example dot com`: behind a colon, and no article stands where the host's name does.
    private func isIntroduced(_ start: Int, domain: Int, end: Int) -> Bool {
        guard text[start - 1] == " ", text[start - 2] == ":", end - start > 4,
            text.endsInCommonTopLevel(start..<end)
        else { return false }
        return !(["the", "a", "this", "that", "our", "your", "my", "every", "each", "one"] as [StaticString]).contains {
            text.hasAnyCase($0, at: domain + 1) && text[domain + 1 + $0.utf8CodeUnitCount] == " "
        }
    }

    /// Where the part of a name begins that `(dot)`, `[.]` or, where the sign is spoken, ` punto ` joins to what stands at
    /// `end`; three of them at most.
    private func localPart(endingAt end: Int, from limit: Int, isSpoken: Bool) -> Int? {
        var start = end
        for _ in 0..<3 {
            guard let joint = spelledDot(endingAt: start, from: limit, isSpoken: isSpoken) else { break }
            var i = joint
            while i > limit, isLocal(text[i - 1]) { i -= 1 }
            guard i < joint else { break }
            start = i
        }
        return start < end ? start : nil
    }

    /// Where a dot in brackets or in a word begins that ends at `end`, with the blanks around it.
    private func spelledDot(endingAt end: Int, from limit: Int, isSpoken: Bool) -> Int? {
        var i = end
        while i > limit, end - i < 2, text[i - 1] == " " { i -= 1 }
        let isBracketed = text[i - 1] == ")" || text[i - 1] == "]" || text[i - 1] == "}" || text[i - 1] == ">"
        guard isBracketed || isSpoken && i < end else { return nil }
        let last = isBracketed ? i - 1 : i
        for dot in ["."] + Self.dots {
            let first = last - dot.utf8CodeUnitCount
            guard first > limit + 1, text.hasAnyCase(dot, at: first) else { continue }
            switch text[first - 1] {
            case "(", "[", "{", "<": i = first - 1
            case " " where !isBracketed && dot.utf8CodeUnitCount > 1: i = first
            default: continue
            }
            if text[i - 1] == " " { i -= 1 }
            return i
        }
        return nil
    }

    private func isLocal(_ b: UInt8) -> Bool {
        b.isWord || b == "." || b == "+" || b == "-" || b == "%"
    }

    private static let dots: [StaticString] = [
        "dot", "punto", "ponto", "punkt", "point", "kropka", "tečka", "bodka", "pont", "prick", "punct", "piste",
        "nokta", "točka", "точка", "крапка",
    ]

    /// The end of two labels or more, the last of letters only.
    private func spelledDomain(from start: Int, needsDot: Bool) -> Int? {
        var i = start
        var labels = 0
        var isSpelled = !needsDot
        var end: Int?
        while labels < 8 {
            var label = i
            while label < i + 2, text[label] == " " { label += 1 }
            i = label
            var letters = 0
            while i - label < 63, text[i].isAlphanumeric || text[i] == "-" || text[i] >= 0x80 {
                if !text[i].isDigit, text[i] != "-" { letters += 1 }
                i += 1
            }
            guard i > label else { break }
            labels += 1
            if labels > 1, letters == i - label, letters >= 2 { end = i }
            if text[i] == "." {
                i += 1
                continue
            }
            var dot = i
            while dot < i + 2, text[dot] == " " { dot += 1 }
            if text.has("[.]", at: dot) {
                isSpelled = true
                i = dot + 3
                continue
            }
            guard let behind = Self.dots.lazy.compactMap({ [text] in text.spelledWord($0, at: dot) }).first else {
                break
            }
            isSpelled = true
            i = behind
        }
        return isSpelled ? end : nil
    }
}

extension Text {
    /// Whether an address ends in one of the domains that most do.
    fileprivate func endsInCommonTopLevel(_ address: Range<Int>) -> Bool {
        var start = address.upperBound
        while start > address.lowerBound, self[start - 1].isLetter { start -= 1 }
        return Self.commonTopLevels.contains(start..<address.upperBound, in: self)
    }

    fileprivate static let commonTopLevels: WordSet = [
        "com", "net", "org", "edu", "gov", "io", "info", "biz", "me", "tv", "ai", "app", "dev", "online", "site",
        "email",
        "example", "de", "fr", "uk", "nl", "be", "it", "es", "pt", "pl", "ru", "ua", "by", "kz", "cz", "sk", "hu", "ro",
        "bg", "gr", "tr", "se", "no", "dk", "fi", "ch", "at", "ie", "us", "ca", "mx", "br", "ar", "cl", "co", "pe",
        "in",
        "cn", "jp", "kr", "tw", "hk", "sg", "my", "th", "vn", "id", "ph", "au", "nz", "za", "ng", "ke", "il", "ae",
        "sa",
        "ir", "eu", "lt", "lv", "ee", "si", "hr", "rs", "is", "lu",
    ]

    /// The end of `word`, which stands in brackets or between spaces.
    fileprivate func spelledWord(_ word: StaticString, at start: Int) -> Int? {
        switch self[start] {
        case "[", "(", "{", "<":
            var i = start + 1
            if self[i] == " " { i += 1 }
            guard hasAnyCase(word, at: i) else { return nil }
            i += word.utf8CodeUnitCount
            if self[i] == " " { i += 1 }
            switch self[i] {
            case "]", ")", "}", ">": return i + 1
            default: return nil
            }
        default:
            guard self[start - 1] == " ", hasAnyCase(word, at: start) else { return nil }
            let end = start + word.utf8CodeUnitCount
            return self[end] == " " ? end : nil
        }
    }
}
