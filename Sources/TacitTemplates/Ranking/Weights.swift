/// What a sentence is worth before it is compared with others.
struct Weights {
    private let titleStems: Set<Int32>
    private let words: [Word]

    init(title: Range<Int>?, sentences: [Sentence], words: [Word]) {
        let heading = title.flatMap { title in sentences.first { $0.range == title } }
        titleStems = Set(heading.map { words[$0.words].filter { !$0.isStop }.map(\.stem) } ?? [])
        self.words = words
    }

    func weight(of sentence: Sentence) -> Double {
        let cues = sentence.cues
        let length = sentence.words.count
        guard length >= (sentence.isItem || sentence.isHeading ? 3 : 4), sentence.contentWords >= 2 else { return 0 }
        guard !cues.contains(.noise) else { return 0 }
        if sentence.isHeading, !cues.contains(.imperative) { return 0 }
        var weight = 1.0
        if cues.contains(.imperative) { weight *= 1.35 }
        if cues.contains(.figure) { weight *= 1.3 }
        if cues.contains(.evidence) { weight *= 1.12 }
        if cues.contains(.advice) { weight *= 1.25 }
        if cues.contains(.dangling) { weight *= 0.6 }
        if cues.contains(.question) { weight *= 0.35 }
        if cues.contains(.shout) { weight *= 0.7 }
        if cues.contains(.anecdote) { weight *= 0.6 }
        if cues.contains(.quotation) { weight *= 0.8 }
        if sentence.isFirstOfBlock { weight *= 1.12 }
        if length < 7, !cues.contains(.imperative) { weight *= 0.6 }
        if length > 34 { weight *= 0.75 }
        if length > 55 { weight *= 0.4 }
        let shared = words[sentence.words].count { titleStems.contains($0.stem) && !$0.isStop }
        return weight * (1 + 0.08 * Double(min(shared, 3)))
    }
}
