/// Finds names that no key announces: `Jane Doe`, `Jane M. Doe`, `JANE DOE`, `Doe, Jane`, `Hi Jane`.
///
/// What is only a list of known names is weighed: each word that is a name and nothing else counts for one, a word that
/// is a place or a thing as well (`Paris`, `May`) needs company, and what follows may speak against it
/// (`Victoria Station`). A name alone counts only behind a word that tells of one.
struct ProseName {
    private let text: Text
    private let start: Int

    /// The bytes that a capital letter may begin with.
    static func mayBegin(with byte: UInt8) -> Bool { byte.isUpper || 0xC3...0xC5 ~= byte }

    /// The name that begins at `start`.
    static func match(in text: Text, at start: Int) -> Match? {
        let name = ProseName(text: text, start: start)
        guard name.isAtBeginning, let first = NameWord(in: text, at: start), !first.isSmall,
            let end = name.end(first)
        else { return nil }
        return Match(.person, start, end, .proseName)
    }

    /// Whether no word, path, address or the like goes on here.
    private var isAtBeginning: Bool {
        let before = text[start - 1]
        if before.isBlank || before.isQuote { return true }
        switch before {
        case "(", "[", "<", ">", ",", ";", "*", "=", "|": return true
        // `::Name` is code; `user:Name` is not.
        case ":": return text[start - 2] != ":"
        // A dash, or a typographic quote.
        case 0x80...: return text[start - 3] == 0xE2
        default: return false
        }
    }

    private func end(_ first: NameWord) -> Int? {
        familyFirst(first) ?? inOrder(first) ?? alone(first)
    }

    // MARK: Given name, family name

    /// `Jane Doe`, `J. R. Doe`, `Jane van der Berg`: the longest run of words that weighs enough.
    private func inOrder(_ first: NameWord) -> Int? {
        var weight = first.givenWeight
        guard weight > 0, !first.isInitial || text[first.end - 1] == "." else { return nil }
        // Behind a given name, a middle initial, or `Ludwig van`, a family name may be one that nobody knows.
        var mayBeNew = first.uses.contains(.given)
        // Behind a title or `by`, two words that mean other things as well are a name.
        let hasCue = first.isKnown && (wordBefore?.uses.contains(.cue) ?? false)
        var best: Int?
        var end = first.end
        var hasFamilyName = false
        var hasInitial = first.isInitial
        var hasParticle = false
        for place in 1..<5 {
            guard text[end] == " ", let word = NameWord(in: text, at: end + 1) else { break }
            end = word.end
            if word.isSmall {
                guard word.uses.contains(.particle) else { break }
                if !hasParticle { weight += 1 }
                hasParticle = true
                if first.uses.contains(.family) { mayBeNew = true }
            } else if word.isInitial {
                guard text[end - 1] == "." || (place == 1 && first.isKnown) else { break }
                weight += 1
                hasInitial = true
                if !first.isInitial { mayBeNew = true }
            } else {
                guard word.isShouted == first.isShouted || (first.isInitial && !word.isShouted),
                    let more = hasFamilyName || hasInitial || first.isKnown
                        ? word.familyWeight(mayBeNew: mayBeNew && !hasFamilyName) : word.onlyFamilyWeight
                else { break }
                weight += more
                if hasCue, !hasFamilyName, word.isKnown { weight += 1 }
                hasFamilyName = true
                if weight >= Self.enough, ends(behind: word, isShouted: word.isShouted, weight: weight) { best = end }
            }
        }
        return best
    }

    /// Whether what follows goes with a name that ends here.
    private func ends(behind last: NameWord, isShouted: Bool, weight: Int) -> Bool {
        guard isClean(behind: last.end) else { return false }
        // `Apache Felix Shell`: a thing whose name is a person's.
        if weight == Self.enough, text[start - 2] != ".", text[start - 2] != ",", text[start - 2] != ":",
            let before = wordBefore, !before.isSmall, before.uses.contains(.noName), !before.uses.contains(.cue)
        {
            return false
        }
        if isShouted {
            // Not in the middle of a line in capitals.
            guard weight >= 2 * Self.sure else { return false }
            if let before = wordBefore, before.isShouted { return false }
        }
        guard text[last.end] == " ", let next = NameWord(in: text, at: last.end + 1), !next.isSmall else {
            return true
        }
        if isShouted, next.isShouted { return false }
        if next.uses.contains(.noName), next.uses.isDisjoint(with: .anyName) { return weight >= 2 * Self.sure + 1 }
        return true
    }

    // MARK: Other orders

    /// `Doe, Jane` and `Doe, Jane M.` at the beginning of a line or field.
    private func familyFirst(_ last: NameWord) -> Int? {
        guard last.uses.contains(.family), text[last.end] == ",", text[last.end + 1] == " " else { return nil }
        switch text[start - 1] {
        case " ":
            let before = text[start - 2]
            guard before == ":" || before == ";" || before == "=" else { return nil }
        case 0, 0x0A, 0x0D, 0x09, 0x22, 0x27, 0x28, 0x3A, 0x3B, 0x3D: break
        default: return nil
        }
        guard let given = NameWord(in: text, at: last.end + 2), given.uses.contains(.given),
            given.isShouted == last.isShouted, isClean(behind: given.end), text[given.end] != ","
        else { return nil }
        guard text[given.end] == " ", let middle = NameWord(in: text, at: given.end + 1) else { return given.end }
        if middle.isInitial { return middle.end }
        return middle.isSmall ? given.end : nil
    }

    /// `Hi Jane,`, `signed by Jane`.
    private func alone(_ first: NameWord) -> Int? {
        guard !first.isShouted, first.letters > 2, isClean(behind: first.end), let before = wordBefore,
            before.uses.contains(.title)
                ? !first.uses.contains(.noName) : first.uses.contains(.given) && before.uses.contains(.cue)
        else { return nil }
        if text[first.end] == " ", let next = NameWord(in: text, at: first.end + 1), !next.isSmall { return nil }
        return first.end
    }

    // MARK: Around

    /// Whether a word ends here, and not the first part of an expression, address or file name.
    private func isClean(behind end: Int) -> Bool {
        switch text[end] {
        case ".", ":": !text[end + 1].isWord && text[end + 1] != ":"
        case "(", "=", "@", "[", "/", "\\", "-", "_", "{", "$", "%", "+", "#", "&": false
        default: true
        }
    }

    /// The word right before, with at most a point, comma or colon between.
    private var wordBefore: NameWord? {
        guard text[start - 1] == " " else { return nil }
        var end = start - 1
        if text[end - 1] == "." || text[end - 1] == "," || text[end - 1] == ":" { end -= 1 }
        var i = end
        while end - i < 16, text[i - 1].isLetter { i -= 1 }
        guard i < end, !text[i - 1].isWord, text[i - 1] != "-", let word = NameWord(in: text, at: i) else {
            return nil
        }
        return word
    }

    fileprivate static let sure = 2
    fileprivate static let enough = 3
}

extension NameTable.Uses {
    fileprivate static let anyName: NameTable.Uses = [.given, .family, .ambiguousGiven, .ambiguousFamily]
}

extension NameWord {
    /// Whether people are called so.
    fileprivate var isKnown: Bool { !uses.isDisjoint(with: .anyName) && !isInitial }

    /// What the word weighs as a given name. One that nobody knows may be one.
    fileprivate var givenWeight: Int {
        if isInitial { return 1 }
        if uses.contains(.given) { return ProseName.sure }
        if uses.contains(.noName) { return uses.contains(.ambiguousGiven) ? 1 : 0 }
        return uses.contains(.ambiguousGiven) || (letters > 2 && !isShouted) ? 1 : 0
    }

    /// What the word weighs as a family name or a further given name, or `nil` if it ends the name. `mayBeNew` says
    /// that it may be one that nobody knows.
    fileprivate func familyWeight(mayBeNew: Bool) -> Int? {
        if uses.contains(.family) || uses.contains(.given) { return ProseName.sure }
        if uses.contains(.ambiguousFamily) || uses.contains(.ambiguousGiven) { return 1 }
        if uses.contains(.noName) { return nil }
        return mayBeNew && letters > 2 && !isShouted ? 1 : nil
    }

    /// What the word weighs behind one that nobody knows.
    fileprivate var onlyFamilyWeight: Int? {
        uses.contains(.family) && uses.isDisjoint(with: [.given, .ambiguousGiven]) ? ProseName.sure : nil
    }
}

extension RuleID {
    static let proseName = RuleID("name.prose")
}
