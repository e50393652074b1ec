/// What was found in a text, as offsets and numbers.
struct Analysis {
    let text: LentText
    let blocks: [Block]
    let sentences: [Sentence]
    let words: [Word]
    let isEnglish: Bool
    /// There what has a name is written with a capital.
    let isGerman: Bool
    /// By sentence; zero where one was not among the best that were compared.
    let scores: [Double]
    let title: Range<Int>?

    /// More are not compared with each other, whatever the text.
    static let compared = 400

    init(_ text: LentText, blocks: [Block]) {
        self.text = text
        self.blocks = blocks
        title = blocks.first { $0.isHeading }?.range
        var sentences = SentenceSplitter(text: text).sentences(in: blocks)
        var words: [Word] = []
        var vocabulary = Vocabulary(text)
        let reader = WordReader(text: text)
        var (englishMarks, germanMarks) = (0, 0)
        for index in sentences.indices {
            let start = words.count
            reader.forEachWord(in: sentences[index].range) { range, isNumber in
                if Lexicon.englishMarks.contains(text, range) { englishMarks += 1 }
                if Lexicon.germanMarks.contains(text, range) { germanMarks += 1 }
                words.append(
                    Word(
                        start: Int32(range.lowerBound), length: Int32(range.count), stem: vocabulary.number(of: range),
                        isStop: Lexicon.stopWords.contains(text, range), isNumber: isNumber))
            }
            sentences[index].words = start..<words.count
            sentences[index].contentWords = words[start...].count { !$0.isStop && !$0.isNumber }
        }
        isEnglish = englishMarks * 100 >= words.count * 12
        isGerman = !isEnglish && germanMarks * 100 >= words.count * 12
        let cues = CueReader(text: text, words: words, isEnglish: isEnglish)
        for index in sentences.indices { cues.read(&sentences[index]) }

        let weights = Weights(title: title, sentences: sentences, words: words)
        let first = sentences.map { weights.weight(of: $0) }
        let chosen = Self.best(first, Self.compared).filter { first[$0] > 0 }
        let graph = SentenceGraph(sentences: sentences, words: words, chosen: chosen)
        var scores = Array(repeating: 0.0, count: sentences.count)
        for (place, index) in chosen.enumerated() { scores[index] = (0.15 + graph.centrality[place]) * first[index] }
        (self.sentences, self.words, self.scores) = (sentences, words, scores)
    }

    /// The indices of the largest values, ascending.
    private static func best(_ values: [Double], _ count: Int) -> [Int] {
        guard values.count > count else { return Array(values.indices) }
        return values.indices.sorted { (values[$0], $1) > (values[$1], $0) }.prefix(count).sorted()
    }

    /// How alike two sentences are, from 0 to 1, by the words that they share.
    func likeness(_ a: Int, _ b: Int) -> Double {
        let (first, second) = (stems(of: a), stems(of: b))
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        return Double(first.intersection(second).count) / Double(min(first.count, second.count))
    }

    func stems(of index: Int) -> Set<Int32> {
        Set(words[sentences[index].words].filter { !$0.isStop && !$0.isNumber }.map(\.stem))
    }
}
