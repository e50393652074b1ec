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
            if words > 0, text[word] == "=" || text[word] == ":" { break }
            words += 1
            end = word
            i = word
            // Initials and `Jr.`; behind a longer word, a sentence ends.
            if text[i] == ".", i - start < 4 || text[i - 2] == " " || text[i - 3] == " " { i += 1 }
            guard text[i] == " " else { break }
            i = behindSmallWord(at: i + 1)
        }
        let next = text[end]
        guard words >= few, end > start, !next.isAlphanumeric, next != "_", next != "=", next != "(",
            next != ":" || text[end + 1].isBlank, next != "." || !text[end + 1].isLetter, next != "["
        else { return nil }
        return end
    }

    /// Where the word begins that `van der` or its like stand before.
    func behindSmallWord(at start: Int) -> Int {
        let small = Self.smallWords.first { text.has($0, at: start) }
        return start + (small?.utf8CodeUnitCount ?? 0)
    }

    private static let smallWords: [StaticString] = [
        "van den ", "van der ", "van de ", "von der ", "von und zu ", "van ", "von ", "de la ", "de ", "da ", "dos ",
        "del ", "bin ", "al-", "al ",
    ]

    /// Whether a small letter of Latin or Cyrillic stands there: `ñ`, `о`.
    private func isSmallLetter(at i: Int) -> Bool {
        switch text[i] {
        case 0xC3: text[i + 1] >= 0x9F
        case 0xD0: text[i + 1] >= 0xB0
        case 0xD1: text[i + 1] < 0xA0
        default: false
        }
    }

    private func nameWordEnd(at start: Int) -> Int? {
        guard text[start].isUpper || text[start] >= 0xC3 && !isSmallLetter(at: start) else { return nil }
        var i = start
        var isShouted = true
        while i - start < 40, text[i].isLetter || text[i] >= 0x80 || text[i] == "'" || text[i] == "-" {
            if text[i].isLower || text[i] >= 0x80 { isShouted = false }
            if text[i] == "-", !text[i + 1].isUpper, text[i + 1] < 0x80, !isSyllable(at: i + 1) { break }
            // A quote that ends the name.
            if text[i] == "'", !text[i + 1].isLetter, text[i + 1] < 0x80 { break }
            i += 1
        }
        // `USB`, `HTTP`: not a name, but one letter is an initial.
        return isShouted && i - start > 1 ? nil : i
    }

    /// Whether the second half of a given name of Korea or China stands there: `Hye-jin`, `Mei-ling`.
    private func isSyllable(at start: Int) -> Bool {
        let end = start + (start..<start + 8).prefix { text[$0].isLower }.count
        return !text[end].isWord && text[end] != "-" && Self.syllables.contains(start..<end, in: text)
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
        if !isGreeting, text[end] == "_" { return nil }
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
                ?? (isPatient ? shoutedPatientEnd(at: i) : nil) ?? (cue == .role ? travellerEnd(at: i) : nil)
        else { return nil }
        // `Estimado Sr. García López:` at the end of a line; elsewhere a colon says that the word is a key.
        if cue == .salutation, text[name] == " ", let last = nameWordEnd(at: name + 1), text[last] == ":",
            text[last + 1].isLineEnd
        {
            name = last
        }
        if cue == .agent, !isKnownName(i..<name) || isOfTeam(i..<name) { return nil }
        if isGreeting, i == end {
            guard
                text[name] == "," || text[name] == "!" || text[name] == ":" || text[name] == "."
                    || text[name].isLineEnd
                    || text[name].isQuote || text[name] == "<" || text[name] == "\\"
            else { return nil }
        }
        // `hier ist Ihre Rechnung`: German writes all nouns with capitals.
        if cue == .speaker, Self.determiners.contains(i..<(i..<name).prefix { text[$0] != " " }.upperBound, in: text) {
            return nil
        }
        for other in Self.nobody where text.hasAnyCase(other, at: i) { return nil }
        if cue == .role || cue == .agent, isOrganization(i..<name) { return nil }
        return Match(.person, i, name, RuleID("person.named"))
    }

    /// `Patient DOE, JANE DOB 03/12/1984`: a family name and a given one in capitals, one of which is known.
    private func shoutedPatientEnd(at start: Int) -> Int? {
        var comma = start
        while comma - start < 24, text[comma].isUpper || text[comma] == "-" || text[comma] == "'" { comma += 1 }
        guard comma - start > 1, text[comma] == "," else { return nil }
        let given = text[comma + 1] == " " ? comma + 2 : comma + 1
        var end = given
        while end - given < 24, text[end].isUpper { end += 1 }
        guard end - given > 1, !text[end].isWord, isKnownName(given..<end) || isKnownName(start..<comma) else {
            return nil
        }
        return end
    }

    /// `<Nm>Jane Doe</Nm>`: a party to a payment, in the messages of ISO 20022; not a business.
    func partyName(behind start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 2), text[end] == "<", !isOrganization(start..<end) else { return nil }
        return Match(.person, start, end, RuleID("person.named"))
    }

    /// Whether one word stands there that people are called by and nothing else, with a comma or an exclamation mark
    /// behind it: `Hi Jane, …`.
    private func isGivenName(at start: Int) -> Bool {
        guard let word = NameWord(in: text, at: start), text[word.end] == "," || text[word.end] == "!" else {
            return false
        }
        return word.uses.contains(.given) && !word.uses.contains(.noName)
    }

    /// Whether `the` or the word for a thing ends before a blank.
    private func isName(ofThing blank: Int) -> Bool {
        var i = blank
        while blank - i < 12, text[i - 1].isLetter { i -= 1 }
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
            while end < name.upperBound, text[end] != " " { end += 1 }
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
