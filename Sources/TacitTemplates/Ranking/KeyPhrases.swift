import Foundation

/// The phrases that a text comes back to: runs of words that carry meaning, weighed by how often they and their words occur.
struct KeyPhrases {
    /// Best first.
    let ranges: [Range<Int>]
    private let stems: [[Int32]]
    private let areVague: [Bool]

    private struct Candidate {
        var count = 0.0
        var range: Range<Int>
        var stems: [Int32]
        var score = 0.0
        var isVague = false
    }

    init(_ analysis: Analysis, count: Int = 12) {
        var frequency: [Int32: Double] = [:]
        for sentence in analysis.sentences where !sentence.cues.contains(.noise) {
            for word in analysis.words[sentence.words] where !word.isStop { frequency[word.stem, default: 0] += 1 }
        }
        // Where the stop words of a language are unknown, what most sentences have is one.
        let sentences = Double(max(analysis.sentences.count, 1))
        let isCommon: (Word) -> Bool = { word in
            guard !analysis.isEnglish else { return false }
            return frequency[word.stem, default: 0] > max(3, sentences * 0.4) || word.length <= 2
                || Lexicon.otherStopWords.contains(analysis.text, word.range)
        }
        var candidates: [[Int32]: Candidate] = [:]
        for sentence in analysis.sentences where !sentence.cues.contains(.noise) {
            let weight = sentence.isHeading ? 1.5 : 1.0
            for run in Self.runs(analysis, sentence, isCommon) {
                for length in 1...3 where run.count >= length {
                    for start in 0...(run.count - length) {
                        let part = run[(run.startIndex + start)..<(run.startIndex + start + length)]
                        Self.add(part, weight, analysis, &candidates)
                    }
                }
            }
        }
        let least = analysis.isEnglish ? 3.0 : 2.0
        let scored = candidates.values.compactMap { Self.scored($0, frequency, least) }
            .sorted { ($0.score, $1.range.lowerBound) > ($1.score, $0.range.lowerBound) }
        var chosen: [Candidate] = []
        for candidate in scored where chosen.count < count {
            let set = Set(candidate.stems)
            let isNew = chosen.allSatisfy {
                set.intersection($0.stems).count * 2 < min(set.count, Set($0.stems).count) * 2
            }
            if isNew { chosen.append(candidate) }
        }
        ranges = chosen.map(\.range)
        stems = chosen.map(\.stems)
        areVague = chosen.map(\.isVague)
    }

    /// The best phrase of which a sentence has every word.
    func phrase(in stems: Set<Int32>) -> Range<Int>? {
        ranges.indices.prefix(8).first { !areVague[$0] && self.stems[$0].allSatisfy(stems.contains) }.map { ranges[$0] }
    }

    private static func add(
        _ part: ArraySlice<Word>, _ weight: Double, _ analysis: Analysis, _ candidates: inout [[Int32]: Candidate]
    ) {
        let stems = part.map(\.stem)
        guard let first = part.first, let last = part.last else { return }
        let range = first.range.lowerBound..<last.range.upperBound
        if part.count > 1, Set(stems).count < part.count { return }
        if analysis.isGerman, isSmall(last.range, analysis.text) { return }
        guard part.contains(where: { $0.length > 2 }) else { return }
        if analysis.isEnglish, isPoor(first.range, last.range, isOneWord: part.count == 1, analysis.text) { return }
        var candidate = candidates[stems] ?? Candidate(range: range, stems: stems)
        candidate.count += weight
        candidate.isVague = part.count == 1 && vague.contains(analysis.text, range)
        // Written small rather than as a heading writes it.
        if !isSmall(candidate.range, analysis.text), isSmall(range, analysis.text) { candidate.range = range }
        candidates[stems] = candidate
    }

    private static func isSmall(_ range: Range<Int>, _ text: LentText) -> Bool {
        range.allSatisfy { text.bytes[$0] == text.folded[$0] }
    }

    /// Verbs at the edges and adverbs make no name for a thing.
    private static func isPoor(
        _ first: Range<Int>, _ last: Range<Int>, isOneWord: Bool, _ text: LentText
    ) -> Bool {
        let isVerb = { (word: Range<Int>) in
            Lexicon.verbs.contains(text, word) && !Lexicon.ambiguous.contains(text, word)
        }
        func ends(_ word: Range<Int>, _ suffix: String) -> Bool {
            word.count > suffix.utf8.count + 2
                && text.matches(Array(suffix.utf8), at: word.upperBound - suffix.utf8.count, in: word.upperBound)
        }
        if isVerb(first) || isVerb(last) || ends(first, "ly") || ends(last, "ly") { return true }
        if ends(last, "ed") || ends(last, "n't") || isOneWord && ends(first, "ing") { return true }
        return isOneWord && Lexicon.ambiguous.contains(text, first)
    }

    private static func scored(_ candidate: Candidate, _ frequency: [Int32: Double], _ least: Double) -> Candidate? {
        guard candidate.count >= (candidate.stems.count > 1 ? 2 : least) else { return nil }
        var candidate = candidate
        let length = Double(candidate.stems.count)
        let weight = candidate.stems.reduce(0) { $0 + log(1 + frequency[$1, default: 1]) } / length
        candidate.score = candidate.count * weight * (length > 1 ? 1.6 + 0.4 * length : 1)
        if candidate.isVague { candidate.score *= 0.35 }
        return candidate
    }

    private static let vague = WordSet(
        """
        change changes action actions result results team teams customer customers product products people step \
        steps number numbers company companies case cases problem problems question questions minute minutes sample \
        screen figure figures data first thing reason reasons others group groups hour hours value values average \
        point points email today everyone person idea ideas work business businesses organization half line lines \
        meeting meetings bought paid sent made used
        """)

    /// Words that stand side by side, with nothing but a blank between them.
    private static func runs(_ analysis: Analysis, _ sentence: Sentence, _ isCommon: (Word) -> Bool) -> [ArraySlice<
        Word
    >] {
        var runs: [ArraySlice<Word>] = []
        var start = sentence.words.lowerBound
        for index in sentence.words {
            let word = analysis.words[index]
            let isBreak = word.isStop || word.isNumber || word.length > 60 || isCommon(word)
            let isApart =
                index > start
                && !(word.start - analysis.words[index - 1].start - analysis.words[index - 1].length == 1
                    && analysis.text.bytes[Int(word.start) - 1] == Mark.space)
            if isBreak || isApart {
                if index > start { runs.append(analysis.words[start..<index]) }
                start = isBreak ? index + 1 : index
            }
        }
        if sentence.words.upperBound > start { runs.append(analysis.words[start..<sentence.words.upperBound]) }
        return runs
    }
}
