/// Tells where a sentence of English tells its reader to do something: "Cut the form", "You should cut the form", "To win
/// them back, cut the form", "The fix is to cut the form".
struct InstructionReader {
    let text: LentText
    let words: [Word]

    func instruction(in sentence: Range<Int>, _ range: Range<Int>) -> Sentence.Instruction? {
        guard range.count >= 2 else { return nil }
        let start = afterConjunctions(range)
        // "Ask ten managers and eight will describe …" asks nobody.
        if words[range].contains(where: { Self.foretelling.contains(text, $0.range) }), !isWord(start, "if") {
            return nil
        }
        if let verb = verb(at: start, range) { return at(verb, clause: nil) }
        if let verb = afterModal(start, range) ?? afterAdvice(start, range) { return at(verb, clause: nil) }
        // "If they leave, call them" and "Short loops: ask within a day".
        let isClause = Lexicon.clauseOpeners.contains(text, words[start].range)
        for index in start..<min(start + 16, range.upperBound - 1) {
            let end = words[index].range.upperBound
            let mark = end < sentence.upperBound ? text.bytes[end] : 0
            guard mark == UInt8(ascii: ",") && isClause || mark == UInt8(ascii: ":") && index - start < 7 else {
                continue
            }
            let next = afterConjunctions(index + 1..<range.upperBound)
            guard let verb = verb(at: next, range) ?? afterModal(next, range) else { continue }
            let clause = words[start].range.lowerBound..<end
            return at(verb, clause: mark == UInt8(ascii: ",") ? clause : nil)
        }
        return nil
    }

    private func at(_ index: Int, clause: Range<Int>?) -> Sentence.Instruction {
        Sentence.Instruction(
            verb: words[index].range.lowerBound, clause: clause,
            isProhibition: Lexicon.negations.contains(text, words[index].range)
                || isWord(index, "do") && index + 1 < words.count && isWord(index + 1, "not"))
    }

    private static let foretelling = WordSet("will you'll imagine")
    private static let skipped = WordSet(
        "please just simply always let's consciously deliberately quickly explicitly probably")

    private func afterConjunctions(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound - 1,
            Lexicon.conjunctions.contains(text, words[index].range) || Self.skipped.contains(text, words[index].range)
        { index += 1 }
        return index
    }

    private func isWord(_ index: Int, _ word: String) -> Bool {
        Words.hash(text, words[index].range) == Words.hash(word)
    }

    private static let movements = WordSet(
        """
        rose fell grew went rises falls grows became came shows show showed works helps means takes costs makes gets \
        suggests matters drops
        """)

    /// Whether the word is a verb that commands, rather than a noun.
    private func verb(at index: Int, _ range: Range<Int>) -> Int? {
        guard index < range.upperBound else { return nil }
        let word = words[index].range
        if Lexicon.negations.contains(text, word) { return index + 1 < range.upperBound ? index : nil }
        if isWord(index, "do"), index + 1 < range.upperBound {
            return isWord(index + 1, "not") || isWord(index + 1, "the") ? index : nil
        }
        guard Lexicon.verbs.contains(text, word) else {
            return Lexicon.ambiguous.contains(text, word) && commands(index, range) ? index : nil
        }
        guard index + 1 < range.upperBound else { return nil }
        if Lexicon.afterNoun.contains(text, words[index + 1].range) { return nil }
        return !Lexicon.ambiguous.contains(text, word) || commands(index, range) ? index : nil
    }

    private func commands(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound else { return false }
        if gap(after: index) != Mark.space { return false }
        if Lexicon.afterImperative.contains(text, words[index + 1].range) { return true }
        for next in index + 1..<min(index + 6, range.upperBound) {
            let word = words[next].range
            if Lexicon.afterNoun.contains(text, word) || Self.movements.contains(text, word) { return false }
            if word.count > 4, text.matches([0x65, 0x64], at: word.upperBound - 2, in: word.upperBound) {
                return false
            }
            if gap(after: next) == UInt8(ascii: ",") { break }
        }
        return true
    }

    private func gap(after index: Int) -> UInt8 {
        let end = words[index].range.upperBound
        return end < text.count ? text.bytes[end] : 0
    }

    private static let modals = WordSet("should must ought")
    private static let subjects = WordSet(
        """
        you we teams companies managers leaders founders marketers everyone one people businesses organizations \
        engineers designers
        """)
    private static let members = WordSet("team company manager leader founder engineer one person owner")
    private static let each = WordSet("every each")
    private static let adverbs = WordSet(
        "also always first therefore probably instead then only really regularly at least never not")

    /// "You should", "every team needs to".
    private func afterModal(_ start: Int, _ range: Range<Int>) -> Int? {
        guard start + 1 < range.upperBound else { return nil }
        let isEach = Self.each.contains(text, words[start].range) && Self.members.contains(text, words[start + 1].range)
        guard isEach || Self.subjects.contains(text, words[start].range) else { return nil }
        for index in start + 1..<min(start + 4, range.upperBound) {
            var next = index + 1
            if isWord(index, "need") || isWord(index, "needs") || isWord(index, "have") || isWord(index, "has") {
                guard next < range.upperBound, isWord(next, "to") else { continue }
                next += 1
            } else if !Self.modals.contains(text, words[index].range) {
                continue
            }
            if next < range.upperBound, isWord(next, "not") || isWord(next, "never") { return nil }
            while next < range.upperBound, Self.adverbs.contains(text, words[next].range) || isWord(next, "to") {
                next += 1
            }
            guard next < range.upperBound,
                Lexicon.verbs.contains(text, words[next].range) || Lexicon.ambiguous.contains(text, words[next].range)
            else { return nil }
            return next
        }
        return nil
    }

    private static let advised = WordSet(
        """
        step move fix trick key answer rule lesson advice goal job solution way thing point cure recommendation aim \
        pays worth better best important essential habit
        """)

    /// "The fix is to …", "It pays to …", "We recommend that you …".
    private func afterAdvice(_ start: Int, _ range: Range<Int>) -> Int? {
        var isAdvice = false
        for index in start..<min(start + 9, range.upperBound - 1) {
            isAdvice = isAdvice || Self.advised.contains(text, words[index].range)
            let isRecommending = isWord(index, "recommend") || isWord(index, "suggest") || isWord(index, "advise")
            if isRecommending, index + 2 < range.upperBound {
                var next = index + 1
                while next < range.upperBound - 1,
                    isWord(next, "that") || isWord(next, "you") || isWord(next, "to") || isWord(next, "teams")
                {
                    next += 1
                }
                if Lexicon.verbs.contains(text, words[next].range) { return next }
            }
            if isAdvice, isWord(index, "to"), index + 1 < range.upperBound,
                Lexicon.verbs.contains(text, words[index + 1].range)
            {
                return index + 1
            }
        }
        return nil
    }
}
