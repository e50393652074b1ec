/// Which number or date stands at a fixed place of a record, a message or a command, where no key tells it.
enum NumberField: Sendable {
    /// `(0010,0030) DA [19940609]`
    case birth
    /// `(0010,2154) SH [4155550132]`, `COM+4155550132:TE'`, `*TE*4155550132`: a number of a telephone.
    case telephone
    /// `REF*SY*536228712` of ANSI X12.
    case socialSecurity
    /// `phone_numbers { number: "4155550132" }`
    case numberOfPhone
    /// `SSR CTCM YY HK1/4155550132` of airlines.
    case contact
    /// `SSR DOCS XX HK1/P/UTO/X1234567/UTO/…` of airlines.
    case travelDocument
    /// `PNOEE-38001085718`: a person's number, as certificates write it (ETSI EN 319 412-1).
    case identity
    /// `8=FIX.4.4|35=D|1=12345678|`: the account of an order.
    case order
    /// `DAQ12345678`, the number of a driving licence, and `DCSDOE`, `DACJANE` (AAMVA).
    case license
    /// `[15550100123@from-trunk:1]` of Asterisk.
    case `extension`
    /// `destination_addr=15550100123` of SMPP.
    case subscriber
    /// `Device '0x00158d0001020304'` of Zigbee.
    case radio
    /// `solana wallet 7xKX…`: 32 bytes in base58, which have no check.
    case wallet
    /// `<CV2>123</CV2>`, `CV2=123`
    case cardCode
    /// `?q=48.208144,16.374134` of a map.
    case mapQuery
    /// `? (192.0.2.7) at 0:1b:44:11:3a:b7 on en0`, as systems of BSD write addresses: without leading zeros.
    case shortHardware
    /// `VPA jane@okbank`: what payments of India are sent to.
    case paymentAddress
    /// `:60F:C260411EUR80602,69` of SWIFT: a day, a currency and what an account held.
    case balance
    /// `fid=` and the 22 characters of an installation of Firebase.
    case installation
    /// `MRN 58065863`: the number of a patient in a hospital.
    case medicalRecord
    /// `NM1*IL*1*DOE*JANE****MI*88408481731~`, `cardholder ID W929663311`: the number of somebody insured.
    case member
    /// `Р/с 40817810099910004312`: twenty digits, as in Russia.
    case account
    /// `imsi-310260817873724`: the number of a SIM card.
    case card
    /// `B-number 4155550132`: who is called, in the records of networks.
    case callParty
}

extension Scanner {
    /// The number that stands behind `end`; `start` is where what tells it begins.
    mutating func numberField(_ field: NumberField, behind end: Int, from start: Int) -> Match? {
        switch field {
        case .birth:
            guard let last = dateEnd(at: end), text[last] == "]" else { return nil }
            return Match(.dateOfBirth, end, last, RuleID("birth-date"))
        case .telephone:
            let value = run(at: end, upTo: 24) { $0.isDigit || $0 == "+" || $0 == "-" || $0 == " " }
            let digits = value.count(where: { text[$0].isDigit })
            let next = text[value.upperBound]
            return (7...15).contains(digits) && !next.isWord ? recordMatch(.phone, value) : nil
        case .socialSecurity:
            let value = run(at: end, upTo: 12) { $0.isDigit || $0 == "-" }
            let digits = value.count(where: { text[$0].isDigit })
            return digits == 9 && !text[value.upperBound].isWord ? recordMatch(.usSSN, value) : nil
        case .numberOfPhone:
            let isPhone = isInMessage(start) { word in
                let isPlural = text[word.upperBound - 1] == "s"
                return keys.rule(for: isPlural ? word.dropLast() : word, in: text)?.kind == .phone
            }
            return isPhone ? numberField(.telephone, behind: end, from: start) : nil
        case .contact:
            let line = run(at: end, upTo: 16) { !$0.isLineEnd }
            let number = line.last { text[$0] == "/" || text[$0] == " " }
            return number.flatMap { numberField(.telephone, behind: $0 + 1, from: start) }
        case .travelDocument: return travelDocument(behind: end)
        case .identity: return certifiedNumber(behind: end)
        case .order: return orderAccount(behind: end)
        case .license:
            let value = run(at: end, upTo: 20) { $0.isUpper || $0.isDigit }
            let digits = value.count { text[$0].isDigit }
            guard isLineOfLicense(start), value.count >= 6, digits >= 4, text[value.upperBound].isLineEnd else {
                return nil
            }
            return recordMatch(.driverLicense, value)
        case .extension:
            let word = run(at: end, upTo: 10) { $0.isLetter }
            return Self.contexts.contains(word, in: text) ? calledNumber(before: start) : nil
        case .subscriber:
            let value = run(at: end, upTo: 16) { $0.isDigit }
            return (8...15).contains(value.count) && !endsAsNumber(value.upperBound) ? recordMatch(.phone, value) : nil
        case .radio:
            let isAddress = (end..<end + 16).allSatisfy { text[$0].isHex } && text[end + 16] == "'"
            return isAddress ? recordMatch(.deviceID, end - 2..<end + 16) : nil
        case .wallet: return bareWallet(at: text.hasAnyCase("address ", at: end) ? end + 8 : end)
        case .cardCode:
            var i = end
            while i - end < 3, text[i] == " " || text[i] == "\"" { i += 1 }
            let value = run(at: i, upTo: 5) { $0.isDigit }
            return (3...4).contains(value.count) && !endsAsNumber(value.upperBound)
                ? Match(.creditCard, value.lowerBound, value.upperBound, RuleID("card.code")) : nil
        case .mapQuery:
            guard let last = coordinateEnd(at: end, decimals: 4),
                (end..<last).contains(where: { text[$0] == "," }), !text[last].isWord, text[last] != ","
            else { return nil }
            return Match(.geoCoordinate, end, last, RuleID("coordinate"))
        case .shortHardware:
            let address = run(at: end, upTo: 48) { $0 != ")" && !$0.isLineEnd }
            return text.has(") at ", at: address.upperBound) ? shortHardwareAddress(at: address.upperBound + 5) : nil
        case .paymentAddress:
            let value = run(at: end, upTo: 80) { $0.isKey || $0 == "@" }
            let isAddress = value.filter { text[$0] == "@" }.count == 1 && text[value.upperBound - 1] != "@"
            return isAddress && text[end] != "@" ? recordMatch(.bankAccount, value) : nil
        case .balance:
            let amount = run(at: end + 10, upTo: 18) { $0.isDigit || $0 == "," }
            let isDated = text[end] == "C" || text[end] == "D"
            let isDay = (end + 1..<end + 7).allSatisfy { text[$0].isDigit }
            let isCurrency = (end + 7..<end + 10).allSatisfy { text[$0].isUpper }
            return isDated && isDay && isCurrency && amount.contains { text[$0] == "," }
                ? recordMatch(.moneyAmount, amount) : nil
        case .installation:
            let value = run(at: end, upTo: 23) { $0.isBase64URL }
            return value.count == 22 && ("c"..."f" ~= text[end]) ? recordMatch(.deviceID, value) : nil
        case .medicalRecord:
            let value = run(at: end, upTo: 13) { $0.isDigit }
            return (5...12).contains(value.count) && !endsAsNumber(value.upperBound)
                ? recordMatch(.nationalID, value) : nil
        case .member:
            let value = run(at: end, upTo: 21) { $0.isDigit || $0.isUpper }
            let digits = value.count { text[$0].isDigit }
            return digits >= 6 && value.count <= 20 && !text[value.upperBound].isWord
                ? recordMatch(.nationalID, value) : nil
        case .account:
            let value = run(at: end, upTo: 21) { $0.isDigit }
            return value.count == 20 ? recordMatch(.bankAccount, value) : nil
        case .card:
            let value = run(at: end, upTo: 16) { $0.isDigit }
            return (14...15).contains(value.count) ? recordMatch(.deviceID, value) : nil
        case .callParty:
            let isParty = text[start - 1] == "A" || text[start - 1] == "B" || text[start - 1] == "C"
            return isParty && !text[start - 2].isWord ? numberField(.subscriber, behind: end, from: start) : nil
        }
    }

    private func shortHardwareAddress(at start: Int) -> Match? {
        var i = start
        var isShort = false
        for group in 0..<6 {
            let first = i
            while i - first < 3, text[i].isHex { i += 1 }
            guard (1...2).contains(i - first), group == 5 || text[i] == ":" else { return nil }
            if i - first == 1 { isShort = true }
            if group < 5 { i += 1 }
        }
        let isOne = (start..<i).contains { text[$0] != "0" && text[$0] != ":" }
        return isShort && isOne && text[i] == " " ? recordMatch(.macAddress, start..<i) : nil
    }

    private func travelDocument(behind end: Int) -> Match? {
        let line = run(at: end, upTo: 64) { !$0.isLineEnd }
        guard
            let type = line.first(where: {
                text.has("/P/", at: $0)
                    || (text.has(" P/", at: $0) || text.has(" P-", at: $0)) && text[$0 - 1].isDigit
            })
        else { return nil }
        let fields = fields(ofDocumentAt: type + 3, dividedBy: text[type + 2])
        guard fields.count > 2, fields[0].count < 4, fields[1].count >= 6 else { return nil }
        // The last one first: what stands before it is looked at again.
        if fields.count > 7, let name = recordMatch(.person, fields[6].lowerBound..<fields[7].upperBound),
            isWanted(name), !(fields[6].isEmpty || fields[7].isEmpty),
            (fields[6].lowerBound..<fields[7].upperBound).allSatisfy({ !text[$0].isDigit })
        {
            return name
        }
        if fields.count > 3, dateOfDocument(fields[3]), let birth = recordMatch(.dateOfBirth, fields[3]),
            isWanted(birth)
        {
            return birth
        }
        return recordMatch(.passport, fields[1])
    }

    /// Country, number, nationality, birth, sex, expiry and names, with slashes or dashes between.
    private func fields(ofDocumentAt start: Int, dividedBy sign: UInt8) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var i = start
        while fields.count < 9, i - start < 128 {
            let field = run(at: i, upTo: 40) { $0.isUpper || $0.isDigit || $0 == " " }
            fields.append(field)
            guard text[field.upperBound] == sign else { break }
            i = field.upperBound + 1
        }
        return fields
    }

    /// `12MAR84`
    private func dateOfDocument(_ range: Range<Int>) -> Bool {
        range.count == 7
            && range.enumerated().allSatisfy { place, i in
                (2...4).contains(place) ? text[i].isUpper : text[i].isDigit
            }
    }

    private func certifiedNumber(behind end: Int) -> Match? {
        guard text[end].isUpper, text[end + 1].isUpper, text[end + 2] == "-" else { return nil }
        let value = run(at: end + 3, upTo: 24) { $0.isAlphanumeric || $0 == "-" }
        let digits = value.count { text[$0].isDigit }
        return digits >= 6 && !text[value.upperBound].isWord ? recordMatch(.nationalID, value) : nil
    }

    private func orderAccount(behind end: Int) -> Match? {
        let line = run(at: end, upTo: 400) { !$0.isLineEnd }
        guard let sign = line.first(where: { text.has("1=", at: $0) && (text[$0 - 1] == "|" || text[$0 - 1] == 1) })
        else { return nil }
        let value = run(at: sign + 2, upTo: 24) { $0.isAlphanumeric || $0 == "-" }
        guard text[value.upperBound] == text[sign - 1], value.count(where: { text[$0].isDigit }) >= 5 else {
            return nil
        }
        return recordMatch(.bankAccount, value)
    }

    private func bareWallet(at start: Int) -> Match? {
        let value = run(at: start, upTo: 45) { Base58.digit($0) != nil }
        guard (32...44).contains(value.count), !text[value.upperBound].isWord,
            value.count(where: { text[$0].isDigit }) > 1, value.contains(where: { text[$0].isLower }),
            value.contains(where: { text[$0].isUpper })
        else { return nil }
        return recordMatch(.cryptoWallet, value)
    }

    /// How Asterisk names what a call comes from.
    private static let contexts: WordSet = ["trunk", "internal", "pstn", "external"]

    func calledNumber(before sign: Int) -> Match? {
        var start = sign
        while sign - start < 16, text[start - 1].isDigit { start -= 1 }
        if text[start - 1] == "+" { start -= 1 }
        let before = text[start - 1]
        guard (8...16).contains(sign - start), before == "[" || before == "\"" || before == "/" else { return nil }
        return recordMatch(.phone, start..<sign)
    }
}
