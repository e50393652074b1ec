extension Scanner {
    /// The address at a sign, or first the name that stands before it: `Jane Doe <jane@example.com>`. Once that is
    /// found, the address is all that is in view, and is found next.
    func mailbox(at sign: Int) -> Match? {
        // `"+12025550165@192.0.2.1"`
        let isBeforeNumber = text[sign + 1].isDigit
        guard let address = email(at: sign, width: 1) ?? (isBeforeNumber ? calledNumber(before: sign) : nil) else {
            return nil
        }
        guard let name = nameBeside(address), isWanted(name) else { return address }
        return name
    }

    /// The name of two words or more before an address in brackets, or of one that people are called by and nothing
    /// else: `Signed-off-by: Jane Doe <jane@example.com>`, `"Doe, Jane" <…>`, and the first of two values,
    /// `User(Jane Doe,jane@example.com`.
    ///
    /// Not teams, roles and programs: `Release Team <…>`, `Acme Support <support@…>`.
    private func nameBeside(_ address: Match) -> Match? {
        var end = address.start
        for scheme in ["mailto:", "sip:", "sips:"] as [StaticString]
        where text.hasAnyCase(scheme, at: end - scheme.utf8CodeUnitCount) {
            end -= scheme.utf8CodeUnitCount
            break
        }
        let isListed = text[end - 1] == ","
        if text[end - 1] == "<" || isListed {
            end -= 1
        } else if text.has("&lt;", at: end - 4) {
            end -= 4
        } else {
            return nil
        }
        if text[end - 1] == " " {
            end -= 1
        } else if text[end - 1].isUpper, text[end - 2] == " " {
            // `Jane Doe C<jane@example.com>`, as POD marks it.
            end -= 2
        }
        if text[end - 1].isQuote { end -= 1 }
        if text[end - 1] == "\\" { end -= 1 }
        guard let start = nameStart(before: end), !isListed || text[start - 1] == "(" else { return nil }
        let name = start..<end
        let isKnown = isKnownName(name)
        guard isKnown || !isListed && !isOfTeam(name) && !isOfRole(address), !isOrganization(name) else { return nil }
        return Match(.person, start, end, RuleID("person.mailbox"))
    }

    /// Where the name begins that ends at `end`.
    func nameStart(before end: Int) -> Int? {
        var starts: [Int] = []
        var i = end
        let limit = max(state.floor, end - 72)
        while i > limit, starts.count < 5 {
            let word = i
            while i > limit, text[i - 1].isLetter || text[i - 1] >= 0x80 || Self.isSignOfName(text[i - 1]) {
                i -= 1
            }
            guard i < word, i > limit || limit == state.floor else { break }
            if text[i].isUpper || text[i] >= 0x80 { starts.append(i) }
            guard i > limit, text[i - 1] == " " else { break }
            i -= 1
        }
        for start in starts.reversed() where nameEnd(at: start, few: 2) == end {
            let first = start..<((start..<end).first { text[$0] == " " } ?? end)
            if !Self.openings.contains(first, in: text) { return start }
        }
        guard let start = starts.first, nameEnd(at: start, few: 1) == end else { return nil }
        // `"Doe, Jane"`
        if text.has(", ", at: start - 2) {
            var family = start - 2
            while start - family < 40, text[family - 1].isLetter || text[family - 1] >= 0x80 { family -= 1 }
            if text[family - 1] == "\"", nameEnd(at: family, few: 1) == start - 2 { return family }
        }
        let word = NameWord(in: text, at: start)
        return word.map { $0.end == end && $0.uses.contains(.given) && !$0.uses.contains(.noName) } == true
            ? start : nil
    }

    private static func isSignOfName(_ b: UInt8) -> Bool { b == "'" || b == "-" || b == "." }

    /// Whether one of the words says what several people are called, or none is a name and one is of other things.
    func isOfTeam(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start < name.upperBound {
            let end = (start..<name.upperBound).first { text[$0] == " " } ?? name.upperBound
            if Self.teams.contains(start..<end, in: text) { return true }
            if let word = NameWord(in: text, at: start), word.uses.contains(.noName) { return true }
            start = end + 1
        }
        return false
    }

    /// Whether the first word of an address says what its owner does: `support@example.com`, `no-reply@…`.
    private func isOfRole(_ address: Match) -> Bool {
        let end = (address.start..<address.end).first { !text[$0].isLetter } ?? address.end
        return Self.roles.contains(address.start..<end, in: text)
    }

    /// What stands before a name without a sign between.
    private static let openings: WordSet = [
        "author", "from", "by", "to", "cc", "thanks", "contact", "maintainer", "reported", "signed", "tested",
        "reviewed", "written", "copyright", "dear", "hi", "hello", "original", "committer", "patch", "suggested",
        "acked", "and", "or", "see", "email", "mail", "wrote", "thank", "also",
    ]

    private static let teams: WordSet = [
        "release", "engineering", "security", "workgroup", "developer", "developers", "authors", "contributors",
        "community", "build", "builds", "packaging", "labs", "packagers", "desk", "network", "society", "robot",
        "automation", "action", "actions", "research", "solutions", "studio", "digital", "media", "help", "care",
        "store", "shop", "news", "github", "gitlab", "google", "microsoft", "mailing", "discussion", "maintainer",
        "packages", "core", "web", "code", "open", "source", "linux", "gnu", "debian", "ubuntu", "fedora", "apache",
        "mozilla", "kernel", "free", "customer", "user", "users", "your", "our", "some", "first", "last", "your",
        "hotline", "message", "transfer", "mail", "confirmation", "digest", "invoice", "invoices", "orders", "reports",
        "monitoring", "backup", "no", "reply", "noreply", "do",
    ]

    private static let roles: WordSet = [
        "no", "noreply", "donotreply", "support", "info", "admin", "root", "postmaster", "webmaster", "hello",
        "contact", "sales", "security", "team", "help", "billing", "office", "press", "news", "newsletter",
        "notifications", "notification", "bot", "builds", "ci", "dev", "devel", "list", "lists", "announce", "users",
        "bugs", "issues", "maintainers", "packages", "hostmaster", "abuse", "marketing", "jobs", "hr", "service",
        "feedback", "mailer", "jenkins", "git", "github", "gitlab", "actions", "opensource", "bug", "orders", "alerts",
        "kundenservice", "kontakt", "contacto", "contatto", "soporte", "suporte", "ventas", "vertrieb",
    ]
}
