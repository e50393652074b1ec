extension Scanner {
    /// `192.0.2.17`. Not loopback, unspecified, broadcast, multicast or a net mask; not a version (`v1.2.3.4`,
    /// `version 1.2.3.4`, `Chrome/1.2.3.4`) and not a part of a longer dotted number.
    mutating func dottedAddress(at start: Int) -> Match? {
        guard let (end, value) = octets(at: start) else { return nil }
        state.cursor = max(state.cursor, end)
        let next = text[end]
        if next == ".", isCaptured(start, portAt: end) {
            return AddressClass(ipv4: value).map { Match(.ipAddress, start, end, $0.ipv4Rule, addressClass: $0) }
        }
        if (next.isWord && next < 0x80) || (next == "." && text[end + 1].isDigit) { return nil }
        // `1.2.5.1-2`, `1.2.3.4+b1`: a package.
        if next == "+" || next == "~" || next == "-" && isRevision(at: end + 1) { return nil }
        guard let found = AddressClass(ipv4: value), !isVersion(before: start, private: found == .privateUse, end: end),
            found != .global
                || !Self.isObjectIdentifier(value) && !isRelease(behind: end)
                    && (value & 0xFF_FFFF != 0 || next == "/")
        else { return nil }
        return Match(.ipAddress, start, networkEnd(at: end, from: start, upTo: 32), found.ipv4Rule, addressClass: found)
    }

    /// `IP 192.0.2.7.52114 > 198.51.100.4.443: `: a port behind a dot, as tcpdump and BSD's netstat write it. `dot` is
    /// behind the address.
    private func isCaptured(_ start: Int, portAt dot: Int) -> Bool {
        var i = dot + 1
        while i - dot < 7, text[i].isDigit { i += 1 }
        guard (2...6).contains(i - dot), text[dot + 1] != "0" else { return false }
        if text.has(" > ", at: i) || text.has(" < ", at: i) {
            return octets(at: i + 3) != nil || text[start + 4] == ":" && text[i + 3].isHex
        }
        let isEnd = text[i] == ":" || text[i] == "," || text[i].isBlank
        if isEnd, text.has("> ", at: start - 2) || text.has("< ", at: start - 2) { return true }
        guard text[i] == " ", text[start - 1] == " " else { return false }
        // Behind the other address, which was found.
        var port = start - 1
        while start - port < 24, text[port - 1] == " " { port -= 1 }
        while start - port < 32, text[port - 1].isDigit { port -= 1 }
        if text[port - 1] == ".", port - 1 == text.lower, text.lower > 0 { return true }
        // `tcp4       0      0  192.0.2.7.52114        198.51.100.4.443       ESTABLISHED`
        return (start - 80..<start - 4).contains {
            (text.has("tcp4", at: $0) || text.has("udp4", at: $0) || text.has("tcp46", at: $0))
                && !text[$0 - 1].isWord
        }
    }

    /// `203[.]0[.]113[.]77`, as reports of attacks write addresses, from the first bracket.
    func defangedAddress(dot: Int) -> Match? {
        var start = dot
        while dot - start < 3, text[start - 1].isDigit { start -= 1 }
        guard start < dot, !text[start - 1].isWord, text[start - 1] != ".", text[start - 1] != "]" else {
            return nil
        }
        var value: UInt32 = 0
        var i = start
        for octet in 0..<4 {
            if octet > 0 {
                if text.has("[.]", at: i) || text.has("(.)", at: i) {
                    i += 3
                } else if text[i] == "." {
                    i += 1
                } else {
                    return nil
                }
            }
            let first = i
            var number: UInt32 = 0
            while text[i].isDigit, i - first < 3 {
                number = number * 10 + UInt32(text[i] & 15)
                i += 1
            }
            guard i > first, number < 256 else { return nil }
            value = value << 8 | number
        }
        guard !text[i].isWord, let found = AddressClass(ipv4: value) else { return nil }
        return Match(.ipAddress, start, i, found.ipv4Rule, addressClass: found)
    }

    /// The end of `/24` behind a network; not of a path behind a host.
    private func networkEnd(at end: Int, from start: Int, upTo most: Int) -> Int {
        guard text[end] == "/", text[start - 1] != "/", text[start - 1] != "[" else { return end }
        var i = end + 1
        var bits = 0
        while text[i].isDigit, i - end < 5 {
            bits = bits * 10 + Int(text[i] & 15)
            i += 1
        }
        let goesOn = text[i].isWord || text[i] == "/" || text[i] == "-" || text[i] == ":"
        return i > end + 1 && bits <= most && !goesOn ? i : end
    }

    /// A digit or two that nothing but a blank or a sign follows; not the end of a range of addresses.
    private func isRevision(at start: Int) -> Bool {
        var i = start
        while text[i].isDigit, i - start < 3 { i += 1 }
        return (1...2).contains(i - start) && text[i] != "." && !text[i].isDigit
    }

    /// Four numbers from 0 to 255, behind dots without leading zeros.
    func octets(at start: Int, dividedBy sign: Unicode.Scalar = ".") -> (end: Int, value: UInt32)? {
        var value: UInt32 = 0
        var i = start
        for octet in 0..<4 {
            if octet > 0 {
                guard text[i] == sign else { return nil }
                i += 1
            }
            let first = i
            var number: UInt32 = 0
            while text[i].isDigit, i - first < 3 {
                number = number * 10 + UInt32(text[i] & 15)
                i += 1
            }
            guard i > first, number < 256, i - first == 1 || text[first] != "0" || sign != "." else { return nil }
            value = value << 8 | number
        }
        return text[i].isDigit ? nil : (i, value)
    }

    /// The short ones of certificates and protocols: attributes of names (2.5.4), extensions (2.5.29), curves (1.3.132,
    /// 1.3.101), `iso.org.dod.internet`.
    private static func isObjectIdentifier(_ value: UInt32) -> Bool {
        switch value >> 8 {
        case 0x020504, 0x02051D, 0x010384, 0x010365, 0x01030E: true
        default: value == 0x0103_0601
        }
    }

    /// Whether a word behind the number makes it a version.
    private func isRelease(behind end: Int) -> Bool {
        for word in [
            " released", " build", " or later", " or newer", " or above", " and later", "-beta", "-rc", "-alpha",
        ]
            as [StaticString]
        where text.hasAnyCase(word, at: end) { return !text[end + word.utf8CodeUnitCount].isLetter }
        return false
    }

    /// Whether what stands before the number makes it a version.
    private func isVersion(before start: Int, private isPrivate: Bool, end: Int) -> Bool {
        // `Chrome%2F91.0.4472.124`: the sign may be escaped.
        let joint = text.escapedJoint(endingAt: start)
        let touching = joint?.sign ?? text[start - 1]
        let sign = start - (joint?.width ?? 1)
        let isBehindLetter = text[sign - 1].isLetter && text.escapedJoint(endingAt: sign) == nil
        if touching == "." || touching == "-" && isBehindLetter { return true }
        if touching == "/" {
            // `Chrome/91.0.4472.124`, but also `host/192.0.2.7:8020`: a port or a private address tells them apart.
            let hasPort = text[end] == ":" || text.escapedJoint(at: end)?.sign == 0x3A
            return !isPrivate && !hasPort && isBehindLetter && !isHierarchy(endingAt: sign)
        }
        // `pip install app==1.2.3.4`, `"app": "^1.2.3.4"`
        if touching == "=", text[sign - 1] == "=" || text[sign - 1] == "~" { return true }
        if joint == nil, touching == "^" || touching == "~" { return text[start - 2].isQuote }
        if touching == " ", isComparison(endingAt: sign - 1) { return true }
        let before = text.indexBeforeJoints(endingAt: start)
        var i = before - 1
        let limit = max(state.floor, before - 7)
        while i >= limit,
            text[i] == " " || text[i] == "_" || text[i] == ":" || text[i] == "=" || text[i].isQuote
        { i -= 1 }
        let wordEnd = i + 1
        while i >= max(state.floor, wordEnd - 16), text[i].isLetter {
            i -= 1
            // `AppVersion=1.2.3.4`
            if text[i + 1].isUpper, text[i].isLower { break }
        }
        let word = (i + 1)..<max(wordEnd, i + 1)
        if Self.chapterWords.contains(word, in: text) { return end - start < 10 || !hasLargeNumber(start..<end) }
        // `upgrading app from 1.2.3.4 to 1.2.3.5`
        let isFirst = text.equalsAnyCase("from", word) && text.has(" to ", at: end) && text[end + 4].isDigit
        let isSecond = text.equalsAnyCase("to", word) && text[word.lowerBound - 2].isDigit
        if isFirst || isSecond, !isPrivate, !hasLargeNumber(start..<end) {
            let line = max(state.floor, start - 56)..<word.lowerBound
            return line.contains { text.hasAnyCase("upgrad", at: $0) || text.hasAnyCase("downgrad", at: $0) }
        }
        return Self.versionWords.contains(word, in: text)
    }

    /// `HIER_DIRECT`, `FIRSTUP_PARENT`: how a proxy says where it had an answer from. Words in capitals.
    private func isHierarchy(endingAt end: Int) -> Bool {
        var i = end
        var joints = 0
        while end - i < 24, text[i - 1].isUpper || text[i - 1] == "_" {
            i -= 1
            if text[i] == "_" { joints += 1 }
        }
        return text[i - 1] == " " && (joints > 0 || text.equalsAnyCase("direct", i..<end))
    }

    /// `203.0.113.77`, not `5.3.2.11`: chapters have few parts.
    private func hasLargeNumber(_ range: Range<Int>) -> Bool {
        var run = 0
        for i in range {
            run = text[i].isDigit ? run + 1 : 0
            if run > 2 { return true }
        }
        return false
    }

    /// `<< 1.2.3.4`, `(>= 1.2.3.4)`, `1.2.3 -> 1.2.3.4`: how packages ask for versions and tell of them. The arrow
    /// may also point from another address or a port.
    private func isComparison(endingAt i: Int) -> Bool {
        switch text[i] {
        case "<": true
        case ">": text[i - 1] != "-" || isBehindNumber(arrow: i - 1)
        case "=": text[i - 1] == "<" || text[i - 1] == ">" || text[i - 1] == "("
        default: false
        }
    }

    /// Whether a number that is neither an address nor a port stands before an arrow.
    private func isBehindNumber(arrow: Int) -> Bool {
        var i = arrow
        while arrow - i < 4, text[i - 1] == " " { i -= 1 }
        let end = i
        while end - i < 6, text[i - 1].isDigit { i -= 1 }
        return i < end && text[i - 1] != ":"
    }

    private static let versionWords: WordSet = [
        "v", "ver", "version", "versions", "release", "build", "firmware", "upgrade", "oid", "python", "openssl",
        "java", "jdk", "jre", "php", "ruby", "perl", "kernel", "linux", "windows", "macos", "ios", "android", "chrome",
        "chromium", "firefox", "edge", "safari", "opera", "sqlite", "curl", "gcc", "clang", "llvm", "xcode", "gradle",
        "maven", "bootloader", "cuda", "dotnet", "electron", "webkit", "glibc", "openjdk", "bios", "uefi", "rev",
        "revision", "patch",
        "versión", "versione", "versão", "версия", "版本", "wersja", "tag", "sdk", "api",
    ]

    private static let chapterWords: WordSet = [
        "protocol", "section", "sections", "sect", "sec", "chapter", "clause", "clauses", "figure", "fig", "appendix",
        "paragraph", "abschnitt", "kapitel", "rfc", "cis", "requirement", "req", "step", "control",
    ]

    /// `ec2-198-51-100-7.compute.example`, `cpe-198-51-100-7.dyn.isp.example`: the address in the name that a provider gives a
    /// host. `first` is behind the word before it.
    func dashedAddress(at first: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord, let (end, value) = octets(at: first, dividedBy: "-") else { return nil }
        // The name of a host goes on with its domain. `pool-1-2-3-4.worker` counts something.
        guard end - first > 9, text[end] == ".", text[end + 1].isLetter, value >> 24 > 0,
            let found = AddressClass(ipv4: value)
        else {
            return nil
        }
        return Match(.ipAddress, first, end, found.ipv4Rule, addressClass: found)
    }

    /// What a colon may stand in: an IPv6 address or a MAC address. Leaves what was read behind.
    mutating func colonAddress(at colon: Int) -> Match? {
        var start = colon
        while start > state.floor, colon - start < 5, text[start - 1].isHex { start -= 1 }
        let width = colon - start
        guard width <= 4 else { return nil }
        guard text[colon + 1].isHex || text[colon + 1] == ":" else { return nil }
        let before = text[start - 1]
        if (before.isWord && before < 0x80) || before == "." { return nil }
        if width == 0, before == ":" { return nil }
        if width == 2 {
            if let match = hardwareAddress(at: start, separator: ":") ?? hexadecimalPairs(at: start) { return match }
        }
        return groupedAddress(at: start)
    }

    /// The end of a port of one to five digits with nothing of an address behind it.
    private func portEnd(at start: Int) -> Int? {
        var i = start
        var port = 0
        while i - start < 6, text[i].isDigit {
            port = port * 10 + Int(text[i] & 15)
            i += 1
        }
        guard i > start, port > 0, port < 65_536, text[start] != "0", !text[i].isWord,
            text[i] != ":" || !text[i + 1].isHex, text[i] != "." || !text[i + 1].isDigit
        else { return nil }
        return i
    }

    /// `2001:db8::17`, `fe80::1`, `::ffff:192.0.2.1`. Eight groups, or fewer with one `::`.
    private mutating func groupedAddress(at start: Int) -> Match? {
        guard var read = addressGroups(at: start) else { return nil }
        let end = read.end
        // A ninth group of digits is a port, and so are digits behind a dot in what tcpdump writes.
        let isNinth = read.count == 8 && !read.isCompressed && read.first >= 0x2000
        if isNinth, text[end] == ":", portEnd(at: end + 1) != nil { read.hasPort = true }
        if text[end] == ".", isCaptured(start, portAt: end) { read.hasPort = true }
        // What goes on as a word, or as more groups, is no address: a hash, a fingerprint, a scope `a::b::c`.
        let goesOn = !read.hasPort && goesOn(at: end)
        var rest = read.dotted ?? end
        while goesOn, read.dotted == nil, text[rest].isHex || text[rest] == ":" { rest += 1 }
        // What stands behind the last colon may be a number by itself: `d:4111 1111 1111 1111`.
        while text[rest - 1] != ":" { rest -= 1 }
        state.cursor = max(state.cursor, rest)
        guard !goesOn, read.isAddress, !isNoAddress(read, at: start) else { return nil }
        let isDocumentation =
            text.hasAnyCase("2001:db8:", at: start) || text.hasAnyCase("2001:0db8:", at: start)
        // An IPv4 address in the clothes of IPv6 is what it is: `::ffff:127.0.0.1` is loopback.
        let found: AddressClass? =
            if read.first == 0, let tail = read.tail {
                AddressClass(ipv4: tail)
            } else {
                AddressClass(ipv6: read.first, isDocumentation)
            }
        guard let found else { return nil }
        return Match(
            .ipAddress, start, networkEnd(at: end, from: start, upTo: 128), found.ipv6Rule, addressClass: found)
    }

    /// What a scanner read of an address in groups.
    private struct AddressGroups {
        var end: Int
        var count = 0
        /// Whether `::` stands for groups of zeros.
        var isCompressed = false
        var hasDigit = false
        var first = 0
        var last = 0
        var nonzero = 0
        /// The last two groups, if they are written with dots.
        var tail: UInt32?
        /// Where an address with dots begins, which may stand for itself.
        var dotted: Int?
        var hasPort = false

        var isAddress: Bool { hasDigit && (count == 8 ? !isCompressed : isCompressed && count <= 7) }
    }

    private func addressGroups(at start: Int) -> AddressGroups? {
        var read = AddressGroups(end: start)
        if text[start] == ":" {
            guard text[start + 1] == ":" else { return nil }
            read.end += 2
            read.isCompressed = true
        }
        while read.count < 8 {
            let group = read.end
            var i = group
            var value = 0
            while text[i].isHex, i - group < 4 {
                value = value << 4 | text[i].hexValue
                read.hasDigit = read.hasDigit || text[i].isDigit
                i += 1
            }
            if i == group { break }
            read.end = i
            if text[i] == ".", read.count <= 6, let (end, value) = octets(at: group) {
                (read.dotted, read.end, read.tail) = (group, end, value)
                read.count += 2
                read.nonzero += 2
                read.hasDigit = true
                break
            }
            // `2001:db8::7:41802`: more digits than a group has are a port.
            if i - group == 4, read.isCompressed, read.count > 1, text[group - 2] != ":", let end = portEnd(at: group),
                end > i
            {
                read.end = group - 1
                read.hasPort = true
                break
            }
            if read.count == 0, !read.isCompressed { read.first = value }
            read.last = value
            if value != 0 { read.nonzero += 1 }
            read.count += 1
            guard text[i] == ":" else { break }
            if text[i + 1] == ":" {
                if read.isCompressed { break }
                read.isCompressed = true
                read.end = i + 2
                if !text[read.end].isHex { break }
            } else if text[i + 1].isHex, read.count < 8 {
                read.end = i + 1
            } else {
                break
            }
        }
        return read
    }

    private func goesOn(at end: Int) -> Bool {
        let next = text[end]
        return next.isWord && next < 0x80 || groupsGoOn(at: end) || next == "." && text[end + 1].isDigit
            || next == ":" && text[end + 1] == ":"
    }

    /// Slices, loopback, groups that are too few to tell, and multicast, which names no machine.
    private func isNoAddress(_ read: AddressGroups, at start: Int) -> Bool {
        // `[::2]`, `[1::2]`
        if read.count == 1, text[start] == ":", read.last < 0x100 { return true }
        let isSmall = read.isCompressed && read.first < 0x100 && read.last < 0x100
        if read.count == 2, isSmall, text[start - 1] == "[", text[read.end] == "]" { return true }
        if read.nonzero == 0 || read.nonzero == 1 && read.last == 1 && read.first <= 1 { return true }
        // `::1:5432`: loopback and a port, as Node.js writes them.
        if read.count == 2, text.has("::1:", at: start), (start + 4..<read.end).allSatisfy({ text[$0].isDigit }) {
            return true
        }
        return read.count < 3 && read.first != 0 && read.first < 0x2000 || read.first & 0xFF00 == 0xFF00
    }
}

extension AddressClass {
    /// `nil` for addresses that name no machine of a person: loopback, unspecified, broadcast, masks, and the ranges of
    /// multicast that networks use (224.0/15 and 239.192/10; elsewhere a made-up or masked address is likelier).
    init?(ipv4 value: UInt32) {
        switch value >> 24 {
        case 0, 127, 255: return nil
        case 10: self = .privateUse
        default:
            switch value >> 16 {
            case 0xE000, 0xE001, 0xEFC0...0xEFFF: return nil
            case 0xA9FE: self = .linkLocal
            case 0xC0A8, 0xAC10...0xAC1F, 0x6440...0x647F: self = .privateUse
            default:
                switch value >> 8 {
                case 0xC00002, 0xC63364, 0xCB0071: self = .documentation
                default: self = .global
                }
            }
        }
    }

    init(ipv6 first: Int, _ isDocumentation: Bool) {
        if isDocumentation {
            self = .documentation
        } else if first & 0xFFC0 == 0xFE80 {
            self = .linkLocal
        } else if first & 0xFE00 == 0xFC00 {
            self = .privateUse
        } else {
            self = .global
        }
    }

    var ipv4Rule: RuleID {
        switch self {
        case .global: RuleID("ipv4.global")
        case .privateUse: RuleID("ipv4.private")
        case .linkLocal: RuleID("ipv4.link-local")
        case .documentation: RuleID("ipv4.documentation")
        }
    }

    var ipv6Rule: RuleID {
        switch self {
        case .global: RuleID("ipv6.global")
        case .privateUse: RuleID("ipv6.private")
        case .linkLocal: RuleID("ipv6.link-local")
        case .documentation: RuleID("ipv6.documentation")
        }
    }
}
