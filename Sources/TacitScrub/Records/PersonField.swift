/// Whose name or address stands at a fixed place of a record, a message or a command, where no key tells it.
enum PersonField: Sendable {
    /// `CALLERID(name)=Jane Doe`, `Exif.Image.Artist  Ascii  9  Jane Doe`
    case name
    /// `Jane Doe, geb. 12.03.1984`, `Jane Doe (born 12 March 1984)`: the name before.
    case born
    /// `guest Jane Doe checked in`
    case guest
    /// `<span itemprop="name">Jane Doe</span> <span itemprop="telephone">`
    case microdata
    /// `(0010,0010) PN [DOE^JANE]` of DICOM.
    case patient
    /// `(0010,1040) LO [1 Main Street]`
    case home
    /// `{"reference":"Patient/1","display":"Jane Doe"}` of FHIR.
    case display
    /// `name { given: "Jane" family: "Doe" }` of Protocol Buffers.
    case partOfName
    /// `author Jane Doe` above `author-mail <jane@example.com>`, as `git blame --porcelain` writes it.
    case author
    /// `NAD+BY+++Jane Doe+1 Main Street+Springfield` of EDIFACT.
    case party
    /// `jdoe:x:1004:1004:Jane Doe,,,:/srv/jdoe:/bin/sh`
    case account
    /// `N:Doe;Jane;;;` of a vCard.
    case cardName
    /// `ADR;TYPE=HOME:;;1 Main Street;Springfield;;12345;USA`
    case cardAddress
    /// `(("Jane Doe" NIL "jane" "example.com"))` of IMAP.
    case envelope
    case licenseName
    /// `佐藤健一様`, `김민서 님`: the name before what Japanese and Koreans say behind it.
    case honored
    /// `顧客名「佐藤健一」`, `환자 김민서`: a name of Japan or Korea behind a word that says whose it is.
    case eastAsian
}

extension Scanner {
    /// The person that stands behind `end`; `start` is where what tells it begins.
    mutating func personField(_ field: PersonField, behind end: Int, from start: Int) -> Match? {
        switch field {
        case .name: return plainName(behind: end)
        case .born:
            guard text[end].isDigit, let name = nameStart(before: start), !isOrganization(name..<start),
                isKnownName(name..<start) || !isOfTeam(name..<start)
            else { return nil }
            return recordMatch(.person, name..<start)
        case .guest:
            guard !text[start - 1].isWord, let last = nameEnd(at: end, few: 2), !isOrganization(end..<last),
                isKnownName(end..<last) || text.has(" checked ", at: last)
            else { return nil }
            return Match(.person, end, last, RuleID("record"))
        case .microdata: return microdataName(at: end)
        case .patient: return partsOfName(at: end)
        case .home:
            let value = run(at: end, upTo: 120) { $0 != "]" && !$0.isLineEnd }
            let hasBoth = value.contains { text[$0].isDigit } && value.contains { text[$0].isLetter }
            return text[value.upperBound] == "]" && hasBoth ? recordMatch(.streetAddress, value) : nil
        case .display: return displayName(behind: end, from: start)
        case .partOfName:
            let name = run(at: end, upTo: 64) { $0 != "\"" && !$0.isLineEnd }
            guard text[name.upperBound] == "\"", nameEnd(at: end, few: 1) == name.upperBound,
                isBehindContact(start) || isInMessage(start, where: { text.hasAnyCase("name", at: $0.upperBound - 4) })
            else { return nil }
            return recordMatch(.person, name)
        case .author: return author(behind: end, from: start)
        case .party: return party(behind: end, from: start)
        case .account: return text[start - 1] == ":" ? accountsName(behind: start + 2) : nil
        case .cardName: return cardName(behind: end, from: start)
        case .cardAddress: return cardAddress(behind: end, from: start)
        case .envelope: return envelopeName(before: start)
        case .licenseName:
            let value = run(at: end, upTo: 30) { $0.isUpper || $0 == " " || $0 == "-" || $0 >= 0x80 }
            let isBeside = state.last == .driverLicense || state.last == .person
            guard isLineOfLicense(start), isBeside, start - text.lower < 3, value.count > 1,
                text[value.upperBound].isLineEnd
            else { return nil }
            return recordMatch(.person, value)
        case .honored:
            var first = start
            while start - first < 18, text[first - 1] >= 0x80 { first -= 1 }
            return isEastAsianName(first..<start) ? recordMatch(.person, first..<start) : nil
        case .eastAsian:
            let name = run(at: end, upTo: 18) { $0 >= 0x80 }
            // `「…」`: the bracket is a letter of its own.
            let last = name.first { text.has("」", at: $0) } ?? name.upperBound
            return last > end && isEastAsianName(end..<last) ? recordMatch(.person, end..<last) : nil
        }
    }

    /// Signs, and the type and length that Exif's tools print, may stand between.
    private func plainName(behind end: Int) -> Match? {
        var i = end
        while i - end < 48, text[i] == " " || text[i] == ":" || text[i] == "=" || text[i].isQuote { i += 1 }
        if text.has("Ascii ", at: i) {
            i += 6
            while i - end < 80, text[i] == " " || text[i].isDigit { i += 1 }
        }
        guard let last = nameEnd(at: i, few: 2), !isOrganization(i..<last) else { return nil }
        return Match(.person, i, last, RuleID("record"))
    }

    /// Three to five letters of Chinese, or three of Korean that a family name of Korea begins.
    private func isEastAsianName(_ name: Range<Int>) -> Bool {
        guard name.count % 3 == 0, !isCommonThere(name) else { return false }
        let letters = stride(from: name.lowerBound, to: name.upperBound, by: 3)
        if letters.allSatisfy({ 0xEA...0xED ~= text[$0] }) {
            return name.count == 9 && Self.familyNames.contains { text.has($0, at: name.lowerBound) }
        }
        return (9...15).contains(name.count) && letters.allSatisfy { 0xE3...0xE9 ~= text[$0] } && isHan(name.lowerBound)
    }

    private func isHan(_ i: Int) -> Bool { 0xE4...0xE9 ~= text[i] }

    /// Words of customers and specifications end in the same letter.
    private func isCommonThere(_ name: Range<Int>) -> Bool {
        (["仕", "同", "模", "多", "異", "客", "皆", "各位", "御中"] as [StaticString]).contains {
            text.has($0, at: name.upperBound - $0.utf8CodeUnitCount)
        }
    }

    private static let familyNames: [StaticString] = [
        "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍",
    ]

    private func microdataName(at start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 2), text[end] == "<", !isOrganization(start..<end) else { return nil }
        let line = (end..<end + 96).prefix { !text[$0].isLineEnd }
        let isPerson = line.contains { i in
            (["telephone", "email", "birthDate", "jobTitle", "givenName"] as [StaticString]).contains {
                text.has("itemprop=\"", at: i) && text.has($0, at: i + 10)
            }
        }
        return isPerson ? Match(.person, start, end, RuleID("record")) : nil
    }

    private func partsOfName(at start: Int) -> Match? {
        let value = run(at: start, upTo: 96) { $0 != "]" && !$0.isLineEnd }
        guard text[value.upperBound] == "]", value.contains(where: { text[$0] == "^" }) else { return nil }
        return recordMatch(.person, value)
    }

    /// Name and address of a buyer, seller or recipient, as one finding.
    private func party(behind end: Int, from start: Int) -> Match? {
        let (name, postcode) = (field(3, behind: end, sign: "+"), field(7, behind: end, sign: "+"))
        guard !text[start - 1].isWord, field(0, behind: end, sign: "+").count <= 3,
            let last = nameEnd(at: name.lowerBound, few: 2)
                ?? (isKnownName(name) ? shoutedNameEnd(at: name.lowerBound) : nil), last == name.upperBound,
            !isOrganization(name)
        else { return nil }
        let segment = run(at: name.lowerBound, upTo: 240) { $0 != "'" && !$0.isLineEnd }
        return recordMatch(
            .person, name.lowerBound..<min(max(name.upperBound, postcode.lowerBound - 1), segment.upperBound))
    }

    private mutating func author(behind end: Int, from start: Int) -> Match? {
        let before = text[start - 1]
        guard before == 0 || before.isLineEnd, let last = nameEnd(at: end, few: 1) else { return nil }
        let next = text[last] == "\r" ? last + 2 : last + 1
        guard text[next - 1] == "\n" || last >= text.count else { return nil }
        if next + 15 > text.count, !isFinal {
            unfinished = start
            return nil
        }
        let name = end..<last
        guard text.has("author-mail ", at: next) || text.has("committer-mail ", at: next), !isOrganization(name),
            isKnownName(name) || !isOfTeam(name)
        else { return nil }
        return recordMatch(.person, name)
    }

    /// The name that a reference to a person is shown by.
    private func displayName(behind end: Int, from start: Int) -> Match? {
        var i = end
        while i - end < 4, text[i] == " " || text[i] == ":" { i += 1 }
        guard i > end, text[i] == "\"" else { return nil }
        let name = run(at: i + 1, upTo: 80) { $0 != "\"" && $0 != "\\" && !$0.isDigit && !$0.isLineEnd }
        let isOfPerson = (max(text.lower, start - 120)..<start).contains { k in
            text[k] == "/" && text[k - 1] != "}"
                && (["Patient", "Practitioner", "RelatedPerson", "Person"] as [StaticString]).contains {
                    text.has($0, at: k - $0.utf8CodeUnitCount)
                }
        }
        guard isOfPerson, text[name.upperBound] == "\"", name.count > 2,
            !(max(text.lower, start - 120)..<start).contains(where: { text[$0] == "}" })
        else { return nil }
        return recordMatch(.person, name)
    }

    /// The words about a person in the file of accounts, up to the first comma.
    private func accountsName(behind end: Int) -> Match? {
        let user = run(at: end, upTo: 10) { $0.isDigit }
        let group = run(at: user.upperBound + 1, upTo: 10) { $0.isDigit }
        guard user.count > 2, text[user.upperBound] == ":", !group.isEmpty, text[group.upperBound] == ":",
            let last = nameEnd(at: group.upperBound + 1, few: 2), text[last] == "," || text[last] == ":"
        else { return nil }
        let name = group.upperBound + 1..<last
        return isOrganization(name) || user.count < 4 && !isKnownName(name) ? nil : recordMatch(.person, name)
    }

    /// The family name and the given ones, on the line below the version.
    private mutating func cardName(behind end: Int, from start: Int) -> Match? {
        guard text[start - 1].isLineEnd, text[end].isDigit, text[end + 1] == "." else { return nil }
        var i = end + 3
        if text[i] == "\r" { i += 1 }
        guard text[i] == "\n" || i >= text.count else { return nil }
        var line = run(at: i + 1, upTo: 160) { !$0.isLineEnd }
        if line.upperBound >= text.count, !isFinal {
            unfinished = start
            return nil
        }
        guard text.has("N:", at: i + 1) || text.has("N;", at: i + 1),
            let colon = line.first(where: { text[$0] == ":" })
        else { return nil }
        line = colon + 1..<line.upperBound
        while let last = line.last, text[last] == ";" { line = line.dropLast() }
        return line.contains { text[$0] == ";" } && line.contains { text[$0].isWord }
            ? recordMatch(.person, line) : nil
    }

    private func cardAddress(behind end: Int, from start: Int) -> Match? {
        let before = text[start - 1]
        guard before.isLineEnd || before == "." else { return nil }
        var i = end
        while i - end < 80, text[end - 1] != ":", text[i - 1] != ":", !text[i].isLineEnd { i += 1 }
        while text[i] == ";" { i += 1 }
        let value = run(at: i, upTo: 240) { !$0.isLineEnd }
        guard value.contains(where: { text[$0].isDigit }), value.count(where: { text[$0].isLetter }) > 3,
            value.contains(where: { text[$0] == ";" })
        else { return nil }
        return recordMatch(.streetAddress, value)
    }

    private func envelopeName(before end: Int) -> Match? {
        guard text.has("\" ", at: end - 2) else { return nil }
        let last = end - 2
        var start = last
        while last - start < 64, text[start - 1] != "\"", !text[start - 1].isLineEnd { start -= 1 }
        guard text.has("(\"", at: start - 2), nameEnd(at: start, few: 1) == last else { return nil }
        return recordMatch(.person, start..<last)
    }
}
