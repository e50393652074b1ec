/// Words and phrases are told by a hash of their bytes, so that none is copied out of lent memory to be looked up.
enum Words {
    static func hash(_ word: String) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return value
    }

    static func isSame(_ word: String, _ text: LentText, _ range: Range<Int>) -> Bool {
        hash(word) == hash(text, range)
    }

    static func hash(_ text: LentText, _ range: Range<Int>, isFolded: Bool = true) -> UInt64 {
        let source = isFolded ? text.folded : text.bytes
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { value = (value ^ UInt64(source[index])) &* 0x100_0000_01B3 }
        return value
    }
}

/// A fixed set of words in lower case.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// Words with blanks between them.
    init(_ words: String) { hashes = Set(words.split(separator: " ").map { Words.hash(String($0)) }) }

    func contains(_ text: LentText, _ range: Range<Int>) -> Bool { hashes.contains(Words.hash(text, range)) }
    func contains(_ word: String) -> Bool { hashes.contains(Words.hash(word)) }
}

/// A fixed set of phrases in lower case that are looked for where words begin.
struct PhraseSet: Sendable {
    private var byFirst: [[[UInt8]]]

    init(_ phrases: [String]) {
        byFirst = Array(repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            byFirst[Int(bytes[0])].append(bytes)
        }
    }

    /// Where the first of them stands.
    func first(in text: LentText, _ range: Range<Int>) -> Int? {
        var isInWord = false
        for index in range {
            let byte = text.folded[index]
            if !isInWord {
                for phrase in byFirst[Int(byte)] where text.matches(phrase, at: index, in: range.upperBound) {
                    return index
                }
            }
            isInWord = byte >= 0x61 && byte <= 0x7A || byte >= 0x80
        }
        return nil
    }

    /// How long the phrase is that the range starts with.
    func prefix(of text: LentText, _ range: Range<Int>) -> Int? {
        guard let byte = range.first.map({ text.folded[$0] }) else { return nil }
        return byFirst[Int(byte)].filter { text.matches($0, at: range.lowerBound, in: range.upperBound) }.map(\.count)
            .max()
    }
}
