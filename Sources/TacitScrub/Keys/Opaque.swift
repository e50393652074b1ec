extension Text {
    /// Whether a value looks drawn at random: letters and digits mixed, of one alphabet of tokens, with few
    /// repetitions. Not paths, file names, URLs, times, versions, templates nor calls.
    func isOpaque(_ range: Range<Int>) -> Bool {
        var digits = 0
        var letters = 0
        var lowers = 0
        var signs = 0
        var dots = 0
        var low: UInt64 = 0
        var high: UInt64 = 0
        var run = 0
        var longest = 0
        for i in range.prefix(256) {
            let b = self[i]
            if b.isDigit {
                digits += 1
                run = 0
            } else if b.isLetter {
                letters += 1
                run += 1
                longest = max(longest, run)
                if b.isLower { lowers += 1 }
            } else if b.isBase64URL || b == "+" || b == "=" || b == "~" || b == "/" || b == "." {
                signs += 1
                run = 0
                if b == "." { dots += 1 }
            } else {
                return false
            }
            if b < 64 { low |= 1 << UInt64(b) } else { high |= 1 << UInt64(b & 63) }
        }
        let first = self[range.lowerBound]
        if first == "/" || first == "." || hasAnyCase("0x", at: range.lowerBound) { return false }
        if hasAnyCase("http", at: range.lowerBound)
            || has("20", at: range.lowerBound) && self[range.lowerBound + 4] == "-"
        {
            return false
        }
        let distinct = low.nonzeroBitCount + high.nonzeroBitCount
        let length = range.count
        guard distinct >= min(8, length / 2 + 1), signs * 4 <= length, dots <= 2 else { return false }
        if digits >= 2, letters >= 2 { return letters >= digits || digits < 60 }
        if digits >= 16, length >= 20, letters == 0, signs == 0 { return length >= 32 }
        // Without digits only a long mix of cases is random.
        let uppers = letters - lowers
        return length >= 20 && uppers >= 4 && lowers >= 4 && longest >= 12 && distinct >= 12 && signs == 0
    }

    /// Whether a value holds a digit or a sign that no word of a sentence has, or letters that are none of a word:
    /// `hunter2`, `S3cr3t!`, `pa$$word`, `saddle_DbbrHDQW`.
    func isStrange(_ range: Range<Int>) -> Bool {
        var digits = 0
        var letters = 0
        var signs = 0
        var colons = 0
        var slashes = 0
        for i in range.prefix(128) {
            let b = self[i]
            if b.isDigit {
                digits += 1
            } else if b.isLetter {
                letters += 1
            } else {
                switch b {
                case "!", "#", "$", "%", "&", "*", "@", "^", "~", "?": signs += 1
                case "/": slashes += 1
                case "=" where i + 2 >= range.upperBound: break
                case "\\", "{", "[", "(", "=": colons += 1
                default: break
                }
            }
        }
        if colons > 0 || letters == 0 { return false }
        // `tqNp1jOo4/EB1kH3` is of base64, `srv/app2` a path.
        if slashes > 0 { return range.count >= 16 && isOpaque(range) && !isName(range) }
        return digits > 0 && letters > 1 && range.count >= 6 || isMixed(range) || hasDrawnPart(range)
            || signs > 0 && range.count >= 6 && self[range.upperBound - 1] != "?"
    }

    /// Whether a value reads as a name in a program or a path: `Certificate.PrivateKey`, `config.get(server`,
    /// `projects/app/secrets/db`. Half of the letters belong to words: four to sixteen small letters, with a vowel among
    /// them and no two in a row that words hardly have; in long ones, such as `postgresql`, once.
    func isName(_ range: Range<Int>) -> Bool {
        var digits = 0
        var letters = 0
        var lowers = 0
        var inWords = 0
        var run = 0
        var hasVowel = false
        var rarePairs = 0
        var hasJoint = false
        func wordLength(before next: UInt8) -> Int {
            let mayHaveRarePair = run >= 8 && !next.isAlphanumeric
            return (4...16).contains(run) && hasVowel && rarePairs <= (mayHaveRarePair ? 1 : 0) ? run + 1 : 0
        }
        for i in range.prefix(128) {
            let b = self[i]
            if b.isLower {
                letters += 1
                lowers += 1
                if run > 0, !Self.isPair(self[i - 1], b) { rarePairs += 1 }
                run += 1
                if Self.isVowel(b) { hasVowel = true }
                continue
            }
            inWords += wordLength(before: b)
            run = 0
            hasVowel = false
            rarePairs = 0
            if b.isUpper {
                letters += 1
            } else if b.isDigit {
                digits += 1
            } else {
                switch b {
                // A call or an index: what stands before it was a name.
                case "(", "[", "{": return letters > 1 && digits * 3 <= letters
                // `Ab!cdef`: within a word, no name has it.
                case "!" where self[i + 1].isAlphanumeric && i + 1 < range.upperBound: return false
                case ".", "_", "-", "/", ":", "\\", "?", "!": hasJoint = true
                default: return false
                }
            }
        }
        inWords += wordLength(before: 0)
        if digits * 4 > letters { return false }
        if lowers == 0 { return hasJoint && digits * 6 <= letters && letters > 3 }
        return inWords * 2 >= letters && !hasDrawnPart(range)
    }

    /// `K1TWx3ss` of `pickle_K1TWx3ss`: of what signs separate, a part of eight letters and digits or more in which both
    /// cases stand, and nowhere three small letters that could be a syllable.
    private func hasDrawnPart(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound {
            let part = (start..<range.upperBound).prefix { self[$0].isAlphanumeric }
            if part.count >= 8, part.contains(where: { self[$0].isUpper }),
                part.contains(where: { self[$0].isLower }), !part.contains(where: { isSyllable(at: $0) })
            {
                return true
            }
            start = part.upperBound + 1
        }
        return false
    }

    private func isSyllable(at i: Int) -> Bool {
        guard (i..<i + 3).allSatisfy({ self[$0].isLower }) else { return false }
        return Self.isPair(self[i], self[i + 1]) && Self.isPair(self[i + 1], self[i + 2])
            && (i..<i + 3).contains { Self.isVowel(self[$0]) }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }

    /// Whether small letters may be a word: there is a vowel among them, and no two in a row that words hardly have.
    func isWordLike(_ range: Range<Int>) -> Bool {
        range.contains { Self.isVowel(self[$0]) }
            && range.dropFirst().allSatisfy { Self.isPair(self[$0 - 1], self[$0]) }
    }

    /// Whether two small letters stand in a row in words.
    private static func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
        pairs[Int(first - 0x61)] >> UInt32(second - 0x61) & 1 == 1
    }

    /// The 400 pairs that are most frequent in the words of manuals, logs and sources, of which they are 98 in 100, and
    /// those of `sql`: for each first letter, a bit for each second one.
    private static let pairs: [UInt32] = [
        0x3FEBDFF, 0x11EDB5F, 0x13EDF9F, 0x17E7BDF, 0x1FFFFFF, 0x11E6939, 0x21EF9D5, 0x11E7911,
        0x2BFFE7F, 0x0144111, 0x05C6911, 0x17EFD7F, 0x114F93B, 0x13EFFFF, 0x3FEFFFF, 0x11EEDFD,
        0x0100800, 0x17EFD7F, 0x15DFDB5, 0x15EF9BD, 0x28EF97F, 0x0004111, 0x0166191, 0x1088115,
        0x04EF975, 0x2005911,
    ]

    /// `config.token`: names joined by dots, without a digit.
    func isDottedName(_ range: Range<Int>) -> Bool {
        var dots = 0
        for i in range {
            let b = self[i]
            if b == "." {
                dots += 1
            } else if !b.isLetter && b != "_" {
                return (b == "(" || b == "[") && i > range.lowerBound + 1
            }
        }
        return dots > 0
    }

    /// Whether capitals stand within a word again and again, as in no name: `cJtwGznzKvx`.
    func isMixed(_ range: Range<Int>) -> Bool {
        var turns = 0
        for i in range.dropFirst() where self[i].isUpper && self[i - 1].isLower { turns += 1 }
        return turns >= 2 && range.count >= 8 && !isName(range)
    }

    /// 8-4-4-4-12 hex digits.
    func isUUID(_ range: Range<Int>) -> Bool {
        guard range.count == 36 else { return false }
        for (k, i) in range.enumerated() {
            let isDash = k == 8 || k == 13 || k == 18 || k == 23
            if isDash ? self[i] != "-" : !self[i].isHex { return false }
        }
        return true
    }

    /// Twelve hex digits, perhaps with `:`, `-`, `.` or a space between them; not all alike.
    ///
    /// - Parameter isNamed: an attribute says so: it may have eight bytes, or leave zeros out.
    func isHardwareAddress(_ range: Range<Int>, isNamed: Bool = false) -> Bool {
        guard (isNamed ? 11...23 : 12...17).contains(range.count) else { return false }
        var signs = 0
        var digits = 0
        var isVaried = false
        for i in range {
            if self[i].isHex {
                digits += 1
                if self[i] != self[range.lowerBound] { isVaried = true }
            } else if self[i] != ":", self[i] != "-", self[i] != ".", self[i] != " " {
                return false
            } else {
                signs += 1
            }
        }
        return isVaried && (digits == 12 || isNamed && (digits == 16 || signs == 5 && digits > 6))
    }

    /// Forty or 64 hex digits, or any number of them in upper case: a hash or a fingerprint rather than a secret.
    func isFingerprint(_ range: Range<Int>) -> Bool {
        var lowers = 0
        for i in range {
            guard self[i].isHex else { return false }
            if self[i].isLower { lowers += 1 }
        }
        return lowers == 0 || range.count == 40 || range.count == 64
    }
}
