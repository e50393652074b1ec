/// What stands at a fixed place of a record, a message or a command, where no key names it.
enum RecordField: Sendable {
    /// `CALLERID(name)=Jane Doe`, `Exif.Image.Artist  Ascii  9  Jane Doe`
    case name
    /// `guest Jane Doe checked in`
    case guest
    /// `<span itemprop="name">Jane Doe</span> <span itemprop="telephone">`
    case microdata
    /// `(0010,0010) PN [DOE^JANE]` of DICOM.
    case patient
    /// `(0010,0030) DA [19940609]`
    case birth
    /// `(0010,1040) LO [1 Main Street]`
    case home
    /// `(0010,2154) SH [4155550132]`, `COM+4155550132:TE'`, `*TE*4155550132`: a number of a telephone.
    case telephone
    /// `REF*SY*536228712` of ANSI X12.
    case socialSecurity
    /// `{"reference":"Patient/1","display":"Jane Doe"}` of FHIR.
    case display
    /// `name { given: "Jane" family: "Doe" }` of Protocol Buffers.
    case partOfName
    /// `phone_numbers { number: "4155550132" }`
    case numberOfPhone
    /// `"HSET" "user:12" "last_name" "Doe"`: names and values in turn, as Redis writes them.
    case pairs
    /// `author Jane Doe` above `author-mail <jane@example.com>`, as `git blame --porcelain` writes it.
    case author
    /// `SSR CTCM YY HK1/4155550132` of airlines.
    case contact
    /// `NAD+BY+++Jane Doe+1 Main Street+Springfield` of EDIFACT.
    case party
    /// `SSR DOCS XX HK1/P/UTO/X1234567/UTO/…` of airlines.
    case travelDocument
    /// `jdoe:x:1004:1004:Jane Doe,,,:/srv/jdoe:/bin/sh`
    case account
    /// `N:Doe;Jane;;;` of a vCard.
    case cardName
    /// `ADR;TYPE=HOME:;;1 Main Street;Springfield;;12345;USA`
    case cardAddress
    /// `PNOEE-38001085718`: a person's number, as certificates write it (ETSI EN 319 412-1).
    case identity
    /// `(("Jane Doe" NIL "jane" "example.com"))` of IMAP.
    case envelope
    /// `8=FIX.4.4|35=D|1=12345678|`: the account of an order.
    case order
    /// `DAQ12345678`, the number of a driving licence, and `DCSDOE`, `DACJANE` (AAMVA).
    case license
    case licenseName
    /// `[15550100123@from-trunk:1]` of Asterisk.
    case `extension`
    /// `destination_addr=15550100123` of SMPP.
    case subscriber
    /// `Device '0x00158d0001020304'` of Zigbee.
    case radio
    /// `solana wallet 7xKX…`: 32 bytes in base58, which have no check.
    case wallet
    /// `codecov -t UUID`
    case upload
    /// `set psksecret x`, `-setcookie X`: the word behind.
    case word
    /// `PSKsecrets: name:x`
    case named
    /// `passphrase for key '/root/.ssh/id': x`
    case ofFile
    /// `: PSK "x"`
    case quoted
    /// `Typing text 'x' into text field 'password'`
    case typed
    /// `&appid=` and 32 hexadecimal digits.
    case hexadecimal
    /// `login('jane', 'x')` in a stack trace.
    case secondArgument
    /// `F52=A1B2C3D4E5F60718`, `DE052 [A1B2C3D4E5F60718]`: the block of a PIN (ISO 8583, field 52).
    case pinBlock
    /// `<CV2>123</CV2>`, `CV2=123`
    case cardCode
    /// `?q=48.208144,16.374134` of a map.
    case mapQuery
    /// `? (192.0.2.7) at 0:1b:44:11:3a:b7 on en0`, as systems of BSD write addresses: without leading zeros.
    case shortHardware
}

extension Scanner {
    /// The field that stands behind `end`; `start` is where what tells it begins.
    mutating func recordField(_ field: RecordField, behind end: Int, from start: Int) -> Match? {
        switch field {
        case .name: return plainName(behind: end)
        case .guest:
            guard !Byte.isWord(left(start - 1)), let last = nameEnd(at: end, few: 2), !isOrganization(end..<last),
                isKnownName(end..<last) || text.has(" checked ", at: last)
            else { return nil }
            return Match(.person, end, last, RuleID("record"))
        case .microdata: return microdataName(at: end)
        case .patient: return partsOfName(at: end)
        case .birth:
            guard let last = dateEnd(at: end), text[last] == 0x5D else { return nil }
            return Match(.dateOfBirth, end, last, RuleID("birth-date"))
        case .home:
            let value = run(at: end, upTo: 120) { $0 != 0x5D && !Byte.isLineEnd($0) }
            let hasBoth = value.contains { Byte.isDigit(text[$0]) } && value.contains { Byte.isLetter(text[$0]) }
            return text[value.upperBound] == 0x5D && hasBoth ? match(.streetAddress, value) : nil
        case .telephone:
            let value = run(at: end, upTo: 24) { Byte.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x20 }
            let digits = value.count(where: { Byte.isDigit(text[$0]) })
            let next = text[value.upperBound]
            return (7...15).contains(digits) && !Byte.isWord(next) ? match(.phone, value) : nil
        case .socialSecurity:
            let value = run(at: end, upTo: 12) { Byte.isDigit($0) || $0 == 0x2D }
            let digits = value.count(where: { Byte.isDigit(text[$0]) })
            return digits == 9 && !Byte.isWord(text[value.upperBound]) ? match(.usSSN, value) : nil
        case .partOfName:
            let name = run(at: end, upTo: 64) { $0 != 0x22 && !Byte.isLineEnd($0) }
            guard text[name.upperBound] == 0x22, nameEnd(at: end, few: 1) == name.upperBound,
                isBehindContact(start) || isInMessage(start, where: { text.hasAnyCase("name", at: $0.upperBound - 4) })
            else { return nil }
            return match(.person, name)
        case .numberOfPhone:
            let isPhone = isInMessage(start) { word in
                let isPlural = text[word.upperBound - 1] == 0x73
                return keys.rule(for: isPlural ? word.dropLast() : word, in: text)?.kind == .phone
            }
            return isPhone ? recordField(.telephone, behind: end, from: start) : nil
        case .pairs: return lastPair(behind: end)
        case .author: return author(behind: end, from: start)
        case .contact:
            let line = run(at: end, upTo: 16) { !Byte.isLineEnd($0) }
            let number = line.last { text[$0] == 0x2F || text[$0] == 0x20 }
            return number.flatMap { recordField(.telephone, behind: $0 + 1, from: start) }
        case .display: return displayName(behind: end, from: start)
        case .party: return party(behind: end, from: start)
        case .travelDocument: return travelDocument(behind: end)
        case .account: return left(start - 1) == 0x3A ? accountsName(behind: start + 2) : nil
        case .cardName: return cardName(behind: end, from: start)
        case .cardAddress: return cardAddress(behind: end, from: start)
        case .identity: return certifiedNumber(behind: end)
        case .envelope: return envelopeName(before: start)
        case .order: return orderAccount(behind: end)
        case .license:
            let value = run(at: end, upTo: 20) { Byte.isUpper($0) || Byte.isDigit($0) }
            let digits = value.count { Byte.isDigit(text[$0]) }
            guard isLineOfLicense(start), value.count >= 6, digits >= 4, Byte.isLineEnd(text[value.upperBound]) else {
                return nil
            }
            return match(.driverLicense, value)
        case .licenseName:
            let value = run(at: end, upTo: 30) { Byte.isUpper($0) || $0 == 0x20 || $0 == 0x2D || $0 >= 0x80 }
            let isBeside = state.last == .driverLicense || state.last == .person
            guard isLineOfLicense(start), isBeside, start - text.lower < 3, value.count > 1,
                Byte.isLineEnd(text[value.upperBound])
            else { return nil }
            return match(.person, value)
        case .extension:
            let word = run(at: end, upTo: 10) { Byte.isLetter($0) }
            return Self.contexts.contains(word, in: text) ? calledNumber(before: start) : nil
        case .subscriber:
            let value = run(at: end, upTo: 16) { Byte.isDigit($0) }
            return (8...15).contains(value.count) && !endsAsNumber(value.upperBound) ? match(.phone, value) : nil
        case .radio:
            let isAddress = (end..<end + 16).allSatisfy { Byte.isHex(text[$0]) } && text[end + 16] == 0x27
            return isAddress ? match(.deviceID, end - 2..<end + 16) : nil
        case .wallet: return bareWallet(at: text.hasAnyCase("address ", at: end) ? end + 8 : end)
        case .upload, .word:
            let value = end..<argumentEnd(at: end)
            let isLong = field == .word ? value.count >= 6 : text.isUUID(value)
            return isLong && isArgument(value) ? secret(value) : nil
        case .named:
            let name = run(at: end, upTo: 40) { Byte.isKey($0) }
            guard text[name.upperBound] == 0x3A else { return nil }
            let value = run(at: name.upperBound + 1, upTo: 256) { Byte.isHex($0) }
            return value.count >= 16 ? secret(value) : nil
        case .ofFile: return passphraseOfFile(behind: end)
        case .quoted:
            let value = run(at: end, upTo: 128) { $0 != 0x22 && !Byte.isLineEnd($0) }
            return text[value.upperBound] == 0x22 && value.count >= 6 && left(start - 1) == 0x20 ? secret(value) : nil
        case .typed: return typedSecret(at: end)
        case .hexadecimal:
            let value = run(at: end, upTo: 33) { Byte.isHex($0) }
            return value.count == 32 && !Byte.isWord(text[value.upperBound]) ? secret(value) : nil
        case .pinBlock:
            var i = end
            while i - end < 4,
                text[i] == 0x20 || text[i] == 0x3A || text[i] == 0x3D || text[i] == 0x5B || text[i] == 0x22
            {
                i += 1
            }
            let value = run(at: i, upTo: 17) { Byte.isDigit($0) || Byte.isUpper($0) && Byte.isHex($0) }
            return value.count == 16 && !Byte.isWord(text[i - 1]) && !Byte.isWord(text[value.upperBound])
                ? match(.secret, value) : nil
        case .cardCode:
            var i = end
            while i - end < 3, text[i] == 0x20 || text[i] == 0x22 { i += 1 }
            let value = run(at: i, upTo: 5) { Byte.isDigit($0) }
            return (3...4).contains(value.count) && !endsAsNumber(value.upperBound)
                ? Match(.creditCard, value.lowerBound, value.upperBound, RuleID("card.code")) : nil
        case .mapQuery:
            guard let last = coordinateEnd(at: end, decimals: 4),
                (end..<last).contains(where: { text[$0] == 0x2C }), !Byte.isWord(text[last]), text[last] != 0x2C
            else { return nil }
            return Match(.geoCoordinate, end, last, RuleID("coordinate"))
        case .shortHardware:
            let address = run(at: end, upTo: 48) { $0 != 0x29 && !Byte.isLineEnd($0) }
            return text.has(") at ", at: address.upperBound) ? shortHardwareAddress(at: address.upperBound + 5) : nil
        case .secondArgument:
            let first = run(at: end, upTo: 80) { $0 != 0x27 && !Byte.isLineEnd($0) }
            guard text.has("', '", at: first.upperBound), !first.isEmpty else { return nil }
            let value = run(at: first.upperBound + 4, upTo: 128) { $0 != 0x27 && !Byte.isLineEnd($0) }
            return text.has("')", at: value.upperBound) && text.isStrange(value) ? secret(value) : nil
        }
    }

    private func run(at start: Int, upTo limit: Int, while belongs: (UInt8) -> Bool) -> Range<Int> {
        var i = start
        while i - start < limit, text[i] != 0, belongs(text[i]) { i += 1 }
        return start..<i
    }

    private func match(_ kind: Kind, _ range: Range<Int>) -> Match? {
        range.isEmpty || holdsPlaceholder(range)
            ? nil : Match(kind, range.lowerBound, range.upperBound, RuleID("record"))
    }

    private func secret(_ range: Range<Int>) -> Match? {
        range.count < 3 || text.isHarmless(range) || text.isReference(range) ? nil : match(.secret, range)
    }

    private func shortHardwareAddress(at start: Int) -> Match? {
        var i = start
        var isShort = false
        for group in 0..<6 {
            let first = i
            while i - first < 3, Byte.isHex(text[i]) { i += 1 }
            guard (1...2).contains(i - first), group == 5 || text[i] == 0x3A else { return nil }
            if i - first == 1 { isShort = true }
            if group < 5 { i += 1 }
        }
        let isOne = (start..<i).contains { text[$0] != 0x30 && text[$0] != 0x3A }
        return isShort && isOne && text[i] == 0x20 ? match(.macAddress, start..<i) : nil
    }

    private func endsAsNumber(_ i: Int) -> Bool {
        Byte.isWord(text[i]) || text[i] == 0x2E && Byte.isDigit(text[i + 1])
    }

    /// Signs, and the type and length that Exif's tools print, may stand between.
    private func plainName(behind end: Int) -> Match? {
        var i = end
        while i - end < 48, text[i] == 0x20 || text[i] == 0x3A || text[i] == 0x3D || Byte.isQuote(text[i]) { i += 1 }
        if text.has("Ascii ", at: i) {
            i += 6
            while i - end < 80, text[i] == 0x20 || Byte.isDigit(text[i]) { i += 1 }
        }
        guard let last = nameEnd(at: i, few: 2), !isOrganization(i..<last) else { return nil }
        return Match(.person, i, last, RuleID("record"))
    }

    private func microdataName(at start: Int) -> Match? {
        guard let end = nameEnd(at: start, few: 2), text[end] == 0x3C, !isOrganization(start..<end) else { return nil }
        let line = (end..<end + 96).prefix { !Byte.isLineEnd(text[$0]) }
        let isPerson = line.contains { i in
            (["telephone", "email", "birthDate", "jobTitle", "givenName"] as [StaticString]).contains {
                text.has("itemprop=\"", at: i) && text.has($0, at: i + 10)
            }
        }
        return isPerson ? Match(.person, start, end, RuleID("record")) : nil
    }

    private func partsOfName(at start: Int) -> Match? {
        let value = run(at: start, upTo: 96) { $0 != 0x5D && !Byte.isLineEnd($0) }
        guard text[value.upperBound] == 0x5D, value.contains(where: { text[$0] == 0x5E }) else { return nil }
        return match(.person, value)
    }

    /// Name and address of a buyer, seller or recipient, as one finding.
    private func party(behind end: Int, from start: Int) -> Match? {
        let (name, postcode) = (field(3, behind: end, sign: 0x2B), field(7, behind: end, sign: 0x2B))
        guard !Byte.isWord(left(start - 1)), field(0, behind: end, sign: 0x2B).count <= 3,
            let last = nameEnd(at: name.lowerBound, few: 2)
                ?? (isKnownName(name) ? shoutedNameEnd(at: name.lowerBound) : nil), last == name.upperBound,
            !isOrganization(name)
        else { return nil }
        let segment = run(at: name.lowerBound, upTo: 240) { $0 != 0x27 && !Byte.isLineEnd($0) }
        return match(.person, name.lowerBound..<min(max(name.upperBound, postcode.lowerBound - 1), segment.upperBound))
    }

    /// Whether the word before the nearest bracket that is open, up to 64 bytes before, is as asked for.
    private func isInMessage(_ start: Int, where isMeant: (Range<Int>) -> Bool) -> Bool {
        let limit = max(text.lower, start - 64)
        var i = start
        while i > limit, left(i - 1) != 0x7B {
            if left(i - 1) == 0x7D { return false }
            i -= 1
        }
        guard i > limit else { return false }
        i -= 1
        while i > limit, left(i - 1) == 0x20 || left(i - 1) == 0x3A { i -= 1 }
        let end = i
        while end - i < 40, Byte.isKey(left(i - 1)) { i -= 1 }
        return i < end && isMeant(i..<end)
    }

    /// The last value of a command whose name says something. The ones before it are found next, as the line is looked at again.
    private func lastPair(behind end: Int) -> Match? {
        var i = end
        var words: [Range<Int>] = []
        while words.count < 64, i - end < Reach.shape {
            while i - end < Reach.shape,
                text[i] == 0x20 || text[i] == 0x2C
                    || Byte.isQuote(text[i]) && words.isEmpty
                        && (text[i + 1] == 0x20 || text[i + 1] == 0x2C)
            { i += 1 }
            let quote = text[i]
            let first = Byte.isQuote(quote) ? i + 1 : i
            i = first
            while i - end < Reach.shape, !Byte.isLineEnd(text[i]), text[i] != 0,
                first > 0 && Byte.isQuote(quote) && left(first - 1) == quote
                    ? text[i] != quote : text[i] > 0x20 && text[i] != 0x2C
            { i += text[i] == 0x5C && text[i + 1] != 0 ? 2 : 1 }
            guard i > first || text[i] == quote else { break }
            words.append(first..<i)
            if text[i] == quote, Byte.isQuote(quote) { i += 1 }
            guard text[i] == 0x20 || text[i] == 0x2C else { break }
        }
        for number in stride(from: 2, to: words.count, by: 2).reversed() {
            let value = words[number]
            guard let rule = keys.rule(for: words[number - 1], in: text), rule.scope == .everywhere,
                rule.form == .plain || rule.form == .code, let found = cellValue(value, by: rule, ofPerson: true),
                isWanted(found)
            else { continue }
            return found
        }
        return nil
    }

    private mutating func author(behind end: Int, from start: Int) -> Match? {
        let before = left(start - 1)
        guard before == 0 || Byte.isLineEnd(before), let last = nameEnd(at: end, few: 1) else { return nil }
        let next = text[last] == 0x0D ? last + 2 : last + 1
        guard text[next - 1] == 0x0A || last >= text.count else { return nil }
        if next + 15 > text.count, !isFinal {
            unfinished = start
            return nil
        }
        let name = end..<last
        guard text.has("author-mail ", at: next) || text.has("committer-mail ", at: next), !isOrganization(name),
            isKnownName(name) || !isOfTeam(name)
        else { return nil }
        return match(.person, name)
    }

    /// The name that a reference to a person is shown by.
    private func displayName(behind end: Int, from start: Int) -> Match? {
        var i = end
        while i - end < 4, text[i] == 0x20 || text[i] == 0x3A { i += 1 }
        guard i > end, text[i] == 0x22 else { return nil }
        let name = run(at: i + 1, upTo: 80) { $0 != 0x22 && $0 != 0x5C && !Byte.isDigit($0) && !Byte.isLineEnd($0) }
        let isOfPerson = (max(text.lower, start - 120)..<start).contains { k in
            text[k] == 0x2F && text[k - 1] != 0x7D
                && (["Patient", "Practitioner", "RelatedPerson", "Person"] as [StaticString]).contains {
                    text.has($0, at: k - $0.utf8CodeUnitCount)
                }
        }
        guard isOfPerson, text[name.upperBound] == 0x22, name.count > 2,
            !(max(text.lower, start - 120)..<start).contains(where: { text[$0] == 0x7D })
        else { return nil }
        return match(.person, name)
    }

    private func travelDocument(behind end: Int) -> Match? {
        let line = run(at: end, upTo: 64) { !Byte.isLineEnd($0) }
        guard
            let type = line.first(where: {
                text.has("/P/", at: $0)
                    || text.has(" P/", at: $0) && (text[$0 - 1] == 0x31 || Byte.isDigit(text[$0 - 1]))
            })
        else { return nil }
        // The last one first: what stands before it is looked at again.
        let fields = fields(ofDocumentAt: type + 3)
        if fields.count > 7, let name = match(.person, fields[6].lowerBound..<fields[7].upperBound), isWanted(name),
            [fields[6], fields[7]].allSatisfy({
                !$0.isEmpty && $0.allSatisfy { Byte.isUpper(text[$0]) || text[$0] == 0x20 }
            })
        {
            return name
        }
        if fields.count > 3, dateOfDocument(fields[3]), let birth = match(.dateOfBirth, fields[3]), isWanted(birth) {
            return birth
        }
        let country = run(at: type + 3, upTo: 4) { Byte.isUpper($0) }
        guard text[country.upperBound] == 0x2F else { return nil }
        let value = run(at: country.upperBound + 1, upTo: 20) { Byte.isUpper($0) || Byte.isDigit($0) }
        return value.count >= 6 && text[value.upperBound] == 0x2F ? match(.passport, value) : nil
    }

    /// Country, number, nationality, birth, sex, expiry and names, with slashes between.
    private func fields(ofDocumentAt start: Int) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var i = start
        while fields.count < 9, i - start < 128 {
            let field = run(at: i, upTo: 40) { Byte.isUpper($0) || Byte.isDigit($0) || $0 == 0x20 }
            fields.append(field)
            guard text[field.upperBound] == 0x2F else { break }
            i = field.upperBound + 1
        }
        return fields
    }

    /// `12MAR84`
    private func dateOfDocument(_ range: Range<Int>) -> Bool {
        range.count == 7
            && range.enumerated().allSatisfy { place, i in
                (2...4).contains(place) ? Byte.isUpper(text[i]) : Byte.isDigit(text[i])
            }
    }

    /// The words about a person in the file of accounts, up to the first comma.
    private func accountsName(behind end: Int) -> Match? {
        let user = run(at: end, upTo: 10) { Byte.isDigit($0) }
        let group = run(at: user.upperBound + 1, upTo: 10) { Byte.isDigit($0) }
        guard user.count > 2, text[user.upperBound] == 0x3A, !group.isEmpty, text[group.upperBound] == 0x3A,
            let last = nameEnd(at: group.upperBound + 1, few: 2), text[last] == 0x2C || text[last] == 0x3A
        else { return nil }
        let name = group.upperBound + 1..<last
        return isOrganization(name) || user.count < 4 && !isKnownName(name) ? nil : match(.person, name)
    }

    /// The family name and the given ones, on the line below the version.
    private mutating func cardName(behind end: Int, from start: Int) -> Match? {
        guard Byte.isLineEnd(left(start - 1)), Byte.isDigit(text[end]), text[end + 1] == 0x2E else { return nil }
        var i = end + 3
        if text[i] == 0x0D { i += 1 }
        guard text[i] == 0x0A || i >= text.count else { return nil }
        var line = run(at: i + 1, upTo: 160) { !Byte.isLineEnd($0) }
        if line.upperBound >= text.count, !isFinal {
            unfinished = start
            return nil
        }
        guard text.has("N:", at: i + 1) || text.has("N;", at: i + 1),
            let colon = line.first(where: { text[$0] == 0x3A })
        else { return nil }
        line = colon + 1..<line.upperBound
        while let last = line.last, text[last] == 0x3B { line = line.dropLast() }
        return line.contains { text[$0] == 0x3B } && line.contains { Byte.isWord(text[$0]) }
            ? match(.person, line) : nil
    }

    private func cardAddress(behind end: Int, from start: Int) -> Match? {
        let before = left(start - 1)
        guard Byte.isLineEnd(before) || before == 0x2E else { return nil }
        var i = end
        while i - end < 80, text[end - 1] != 0x3A, left(i - 1) != 0x3A, !Byte.isLineEnd(text[i]) { i += 1 }
        while text[i] == 0x3B { i += 1 }
        let value = run(at: i, upTo: 240) { !Byte.isLineEnd($0) }
        guard value.contains(where: { Byte.isDigit(text[$0]) }), value.count(where: { Byte.isLetter(text[$0]) }) > 3,
            value.contains(where: { text[$0] == 0x3B })
        else { return nil }
        return match(.streetAddress, value)
    }

    private func certifiedNumber(behind end: Int) -> Match? {
        guard Byte.isUpper(text[end]), Byte.isUpper(text[end + 1]), text[end + 2] == 0x2D else { return nil }
        let value = run(at: end + 3, upTo: 24) { Byte.isAlphanumeric($0) || $0 == 0x2D }
        let digits = value.count { Byte.isDigit(text[$0]) }
        return digits >= 6 && !Byte.isWord(text[value.upperBound]) ? match(.nationalID, value) : nil
    }

    private func envelopeName(before end: Int) -> Match? {
        guard text.has("\" ", at: end - 2) else { return nil }
        let last = end - 2
        var start = last
        while last - start < 64, left(start - 1) != 0x22, !Byte.isLineEnd(left(start - 1)) { start -= 1 }
        guard text.has("(\"", at: start - 2), nameEnd(at: start, few: 1) == last else { return nil }
        return match(.person, start..<last)
    }

    private func orderAccount(behind end: Int) -> Match? {
        let line = run(at: end, upTo: 400) { !Byte.isLineEnd($0) }
        guard let sign = line.first(where: { text.has("1=", at: $0) && (text[$0 - 1] == 0x7C || text[$0 - 1] == 1) })
        else { return nil }
        let value = run(at: sign + 2, upTo: 24) { Byte.isAlphanumeric($0) || $0 == 0x2D }
        guard text[value.upperBound] == text[sign - 1], value.count(where: { Byte.isDigit(text[$0]) }) >= 5 else {
            return nil
        }
        return match(.bankAccount, value)
    }

    private func bareWallet(at start: Int) -> Match? {
        let value = run(at: start, upTo: 45) { Base58.digit($0) != nil }
        guard (32...44).contains(value.count), !Byte.isWord(text[value.upperBound]),
            value.count(where: { Byte.isDigit(text[$0]) }) > 1, value.contains(where: { Byte.isLower(text[$0]) }),
            value.contains(where: { Byte.isUpper(text[$0]) })
        else { return nil }
        return match(.cryptoWallet, value)
    }

    /// The fields of a licence stand on lines of their own; the first follows the head of the file.
    private func isLineOfLicense(_ start: Int) -> Bool {
        let before = left(start - 1)
        return Byte.isLineEnd(before) || before == 0x4C
    }

    /// How Asterisk names what a call comes from.
    private static let contexts: WordSet = ["trunk", "internal", "pstn", "external"]

    func calledNumber(before sign: Int) -> Match? {
        var start = sign
        while sign - start < 16, Byte.isDigit(left(start - 1)) { start -= 1 }
        if left(start - 1) == 0x2B { start -= 1 }
        let before = left(start - 1)
        guard (8...16).contains(sign - start), before == 0x5B || before == 0x22 || before == 0x2F else { return nil }
        return match(.phone, start..<sign)
    }

    private func passphraseOfFile(behind end: Int) -> Match? {
        let quote = text[end]
        guard quote == 0x27 || quote == 0x22 else { return nil }
        let file = run(at: end + 1, upTo: 160) { $0 != quote && !Byte.isLineEnd($0) }
        guard text[file.upperBound] == quote, text.has(": ", at: file.upperBound + 1) else { return nil }
        let value = run(at: file.upperBound + 3, upTo: 128) { !Byte.isBlank($0) }
        return Byte.isLineEnd(text[value.upperBound]) ? secret(value) : nil
    }

    private func typedSecret(at start: Int) -> Match? {
        let value = run(at: start, upTo: 128) { $0 != 0x27 && !Byte.isLineEnd($0) }
        guard text.has("' into ", at: value.upperBound) else { return nil }
        let line = run(at: value.upperBound + 7, upTo: 64) { !Byte.isLineEnd($0) }
        guard let last = line.last(where: { Byte.isQuote(text[$0]) }) else { return nil }
        var key = last
        while last - key < 40, Byte.isKey(left(key - 1)) { key -= 1 }
        guard keys.rule(for: key..<last, in: text)?.kind == .secret else { return nil }
        return secret(value)
    }

    /// `date_of_birth`, and below it `Value error, too young [type=value_error, input_value='1994-06-09', …]`, as
    /// Pydantic refuses values.
    func refusedInput(at value: Int) -> Match? {
        let start = value - 1
        var line = start
        let limit = max(text.lower, start - 200)
        while line > limit, !Byte.isLineEnd(left(line - 1)) { line -= 1 }
        guard line > limit, left(line - 1) == 0x0A else { return nil }
        var key = line - 1
        while line - key < 64, Byte.isKey(left(key - 1)) { key -= 1 }
        guard Byte.isLineEnd(left(key - 1)), key < line - 1, let rule = keys.rule(for: key..<line - 1, in: text),
            rule.scope == .everywhere, rule.form == .plain || rule.form == .code
        else { return nil }
        let range = run(at: value, upTo: 256) { $0 != 0x27 && !Byte.isLineEnd($0) }
        guard text[range.upperBound] == 0x27,
            isPlausible(rule, from: value, terminator: .quote(0x27), separator: value - 2)
        else { return nil }
        return match(rule.kind, range)
    }
}
