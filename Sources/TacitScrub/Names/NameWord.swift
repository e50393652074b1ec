/// One word of what may be a name: `Jane`, `O'Neil`, `Anne-Marie`, `SMITH`, `M.`
struct NameWord {
    /// Behind the word, and behind the point of an initial.
    let end: Int
    /// What its parts, which hyphens separate, may be.
    let uses: NameTable.Uses
    let isInitial: Bool
    /// Written in capitals: `SMITH`.
    let isShouted: Bool
    /// Written in small letters: `van`.
    let isSmall: Bool
    let letters: Int

    /// The word that stands at `start`; `nil` for what is no word of a name, such as `JavaClass`, `x86` and `a_b`.
    init?(in text: Text, at start: Int) {
        guard let first = LatinFolding.letter(in: text, at: start) else { return nil }
        var i = start
        var hash = NameTable.seed
        var uses: NameTable.Uses = []
        var letters = 0
        var capitals = 0
        var sinceJoint = 0
        var capitalsSinceJoint = 0
        while i - start < Self.longest {
            if let (letter, width) = LatinFolding.letter(in: text, at: i) {
                if letter.isUpper {
                    // `McDonald`, `DeVito`, `MacLeod`; but `JavaClass` is no word.
                    if capitals < letters, sinceJoint > 3 { return nil }
                    capitals += 1
                    capitalsSinceJoint += 1
                } else if sinceJoint > 1, capitalsSinceJoint == sinceJoint {
                    // `CAs`, `IDs`.
                    return nil
                }
                hash = NameTable.add(letter, to: hash)
                letters += 1
                sinceJoint += 1
                i += width
                continue
            }
            let joint = Self.joint(in: text, at: i)
            guard joint > 0, let next = LatinFolding.letter(in: text, at: i + joint) else { break }
            if text[i] == "-" {
                guard next.letter.isUpper else { break }
                uses.formUnion(NameTable.standard[hash])
                hash = NameTable.seed
            } else if next.letter | 0x20 == "s", LatinFolding.letter(in: text, at: i + joint + 1) == nil {
                // `Jane's` is Jane.
                break
            }
            sinceJoint = 0
            capitalsSinceJoint = 0
            i += joint
        }
        isInitial = letters == 1 && first.letter.isUpper
        if isInitial, text[i] == "." { i += 1 }
        // Goes on as something else than a word.
        guard i - start < Self.longest, !text[i].isDigit, text[i] != "_", text[i] < 0x80 || text[i] == 0xE2
        else { return nil }
        isSmall = capitals == 0
        isShouted = letters > 1 && capitals == letters
        guard isSmall || first.letter.isUpper, isSmall || isShouted || capitals <= 4 else { return nil }
        end = i
        self.letters = letters
        self.uses = uses.union(NameTable.standard[hash]).weighed
    }

    private static let longest = 40

    /// The width of a hyphen or apostrophe within a word.
    private static func joint(in text: Text, at i: Int) -> Int {
        if text[i] == "-" || text[i] == "'" { return 1 }
        return text.has("’", at: i) ? 3 : 0
    }
}
