/// Reads off a sentence what kind it is.
struct CueReader {
    let text: LentText
    let words: [Word]
    let isEnglish: Bool

    func read(_ sentence: inout Sentence) {
        let range = sentence.range
        sentence.figures = FigureReader(text: text).figures(in: range)
        if sentence.figures.contains(where: \.isMeasure) { sentence.cues.insert(.figure) }
        guard let last = range.last else { return }
        if text.bytes[last] == UInt8(ascii: "?") { sentence.cues.insert(.question) }
        if text.bytes[last] == UInt8(ascii: "!") { sentence.cues.insert(.shout) }
        // What leads over to a list or a link is nothing without it.
        if text.bytes[last] == UInt8(ascii: ":"), !sentence.isHeading { sentence.cues.insert(.noise) }
        if range.contains(where: { text.bytes[$0] == UInt8(ascii: "@") }) { sentence.cues.insert(.noise) }
        guard isEnglish, let first = sentence.words.first else { return }
        if Lexicon.noise.first(in: text, range) != nil { sentence.cues.insert(.noise) }
        if Lexicon.evidence.first(in: text, range) != nil { sentence.cues.insert(.evidence) }
        if Lexicon.advice.first(in: text, range) != nil { sentence.cues.insert(.advice) }
        if text.bytes[range.lowerBound] == UInt8(ascii: "\"") { sentence.cues.insert(.quotation) }
        var start = first
        while start < sentence.words.upperBound - 1, Lexicon.conjunctions.contains(text, words[start].range) {
            start += 1
        }
        if Lexicon.dangling.contains(text, words[start].range) { sentence.cues.insert(.dangling) }
        if Words.isSame("we", text, words[start].range) { sentence.cues.insert(.anecdote) }
        if words[sentence.words].contains(where: { Lexicon.firstPerson.contains(text, $0.range) }) {
            sentence.cues.insert(.anecdote)
        }
        if !sentence.cues.contains(.question),
            let instruction = InstructionReader(text: text, words: words).instruction(in: range, sentence.words)
        {
            sentence.instruction = instruction
            sentence.cues.insert(instruction.isProhibition ? .prohibition : .imperative)
        }
    }
}
