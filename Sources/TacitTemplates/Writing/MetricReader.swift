/// Finds what a sentence measures: "Activation rose from 22% to 31%", "cut churn by 18 percent", "a 12% drop in refunds".
struct MetricReader {
    let analysis: Analysis
    let phrases: KeyPhrases

    struct Reading {
        let name: Range<Int>
        /// "Share of …", where the figure is a share of them.
        let isShareOf: Bool
        var predicate: Range<Int>?
        let figure: Range<Int>
    }

    private var text: LentText { analysis.text }

    func readings(_ sentence: Int) -> [Reading] {
        let range = analysis.sentences[sentence].range
        let words = analysis.sentences[sentence].words
        // The figure with a way, "from … to …", says most.
        let figures = analysis.sentences[sentence].figures.filter(\.isMeasure).sorted {
            $0.range.count > $1.range.count
        }
        let isTold = analysis.sentences[sentence].instruction == nil
        let phrase = phrases.phrase(in: analysis.stems(of: sentence))
        guard analysis.isEnglish else {
            guard let phrase, figures.count == 1, let figure = figures.first else { return [] }
            return [Reading(name: phrase, isShareOf: false, figure: figure.range)]
        }
        return figures.compactMap { figure in
            guard !isLeft(figure.range) else { return nil }
            if let name = changeIn(words, figure.range) ?? object(words, figure.range)
                ?? (isTold ? subject(words, figure.range, range) : nil)
            {
                return Reading(name: name, isShareOf: false, figure: withBy(figure.range))
            }
            return figure.isShare ? share(words, figure.range) : nil
        }
    }

    /// "from 14% of sign-ups": where something was before is no figure of its own; what matters is where it went.
    private func isLeft(_ figure: Range<Int>) -> Bool {
        let start = figure.lowerBound - 5
        return start >= 0 && text.matches(Array("from ".utf8), at: start, in: figure.lowerBound)
    }

    /// "by 18 percent": the figure is a change, not a level.
    private func withBy(_ figure: Range<Int>) -> Range<Int> {
        let start = figure.lowerBound - 3
        return start >= 0 && text.matches(Array("by ".utf8), at: start, in: figure.lowerBound)
            ? start..<figure.upperBound : figure
    }

    private static let movements = WordSet(
        """
        rose rises rise fell falls fall dropped drops grew grows increased increases decreased decreases declined \
        jumped jumps climbed climbs doubled tripled halved shrank went goes moved improved improves slipped reached \
        reaches hit hits averaged averages stood stands was were is are takes took costs cost came comes ran runs \
        stays stayed lasts lasted grown risen fallen gone sits amounted
        """)
    private static let actions = WordSet(
        """
        cut cuts cutting reduced reduces reduce reducing raised raises raise raising lifted lifts lift lifting \
        increased increases increase increasing lowered lowers lower shortened shortens shorten trimmed boosted \
        boosts boost grew improved improves improve brought brings pushed drove dropped doubled keep kept hold held \
        shrink shrank saved saves save saw sees
        """)
    private static let changes = WordSet(
        "lift increase rise drop decline reduction fall decrease improvement gain growth jump cut change difference")
    private static let turns = WordSet("fall rise drop grow climb jump double triple shrink go")
    private static let determiners = WordSet("the a an our their its this that these those his her your my")
    private static let auxiliaries = WordSet("had has have was were is are been be did then also now even only")
    private static let sayings = WordSet("found showed shows saw reported means said say says finds report")
    private static let relatives = WordSet("that which who whose whom where")
    private static let copulas = WordSet("is are was were")
    private static let between = WordSet(
        "about roughly down up at now only just still nearly almost over under around back least by to some already")
    private static let spans = WordSet("day days week weeks month months quarter quarters year years")
    private static let stops = WordSet(
        """
        by from to in at on with within over after before since when while because and but or per than among across \
        for who that which is are was were where as if until into has have had almost nearly about only just
        """)

    /// "a 12% drop in refunds", "growth in refunds of 12%".
    private func changeIn(_ words: Range<Int>, _ figure: Range<Int>) -> Range<Int>? {
        for index in words.dropLast(2) where Self.changes.contains(text, word(index)) {
            guard isWord(index + 1, "in"), abs(word(index).lowerBound - figure.upperBound) < 30 else { continue }
            return name(from: index + 2, words)
        }
        return nil
    }

    /// "cut churn by 18 percent".
    private func object(_ words: Range<Int>, _ figure: Range<Int>) -> Range<Int>? {
        for index in words.dropLast()
        where Self.actions.contains(text, word(index)) && word(index).upperBound <= figure.lowerBound {
            guard let found = name(from: index + 1, words), found.upperBound <= figure.lowerBound else { continue }
            // Up to the figure there is nothing but "by", "from" or "to".
            let between = words.count {
                word($0).lowerBound >= found.upperBound && word($0).upperBound <= figure.lowerBound
            }
            if between <= 3 { return found }
        }
        return nil
    }

    /// "Activation rose from 22% to 31%", within the clause of the figure.
    private func subject(_ words: Range<Int>, _ figure: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
        var start = words.lowerBound
        for index in words where word(index).upperBound <= figure.lowerBound {
            if index > start, Self.movements.contains(text, word(index)), states(index, words, figure) {
                var first = start
                while first < index,
                    Self.determiners.contains(text, word(first)) || Lexicon.conjunctions.contains(text, word(first))
                        || isWord(first, "that") || isWord(first, "while") || isWord(first, "when")
                { first += 1 }
                var last = index
                while last > first, Self.auxiliaries.contains(text, word(last - 1)) { last -= 1 }
                // "After eight weeks pages per shift were": the time is not part of the name.
                if let time = (first..<last).last(where: { Self.spans.contains(text, word($0)) }), time + 1 < last,
                    Lexicon.clauseOpeners.contains(text, word(first))
                {
                    first = time + 1
                }
                guard first < last, isName(first..<last),
                    !(first..<last).contains(where: { Self.relatives.contains(text, word($0)) })
                else { return nil }
                return word(first).lowerBound..<word(last - 1).upperBound
            }
            let end = word(index).upperBound
            let mark = end < sentence.upperBound ? text.bytes[end] : 0
            if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":") { start = index + 1 }
            let isSaid =
                isWord(index, "that") && index > words.lowerBound && Self.sayings.contains(text, word(index - 1))
            if isSaid || isWord(index, "while") || isWord(index, "because") || isWord(index, "and") {
                start = index + 1
            }
        }
        return nil
    }

    /// Whether the verb says of its subject what the figure is, rather than something else beside it.
    private func states(_ verb: Int, _ words: Range<Int>, _ figure: Range<Int>) -> Bool {
        guard word(verb).upperBound + 60 > figure.lowerBound else { return false }
        guard Self.copulas.contains(text, word(verb)) else { return true }
        return (verb + 1..<words.upperBound).prefix { word($0).upperBound <= figure.lowerBound }
            .allSatisfy { Self.between.contains(text, word($0)) || Self.movements.contains(text, word($0)) }
    }

    /// "62% of managers spend".
    private func share(_ words: Range<Int>, _ figure: Range<Int>) -> Reading? {
        guard let index = words.first(where: { word($0).lowerBound >= figure.upperBound }), isWord(index, "of"),
            let name = name(from: index + 1, words)
        else { return nil }
        var reading = Reading(name: name, isShareOf: true, figure: figure)
        if let predicate = predicate(behind: name, words), isSubject(figure, words) {
            reading.predicate = predicate
            return reading
        }
        // "64% of employees" alone says nothing of what they do.
        return analysis.words[words].count { name.contains($0.range.lowerBound) } > 1 ? reading : nil
    }

    /// "were never used again", up to the end of the clause, if that is near.
    private func predicate(behind name: Range<Int>, _ words: Range<Int>) -> Range<Int>? {
        let rest = words.drop { word($0).lowerBound < name.upperBound }.prefix { gap(before: $0) == Mark.space }
        guard let first = rest.first, let last = rest.last, rest.count < 14,
            !Self.stops.contains(text, word(first)) || Self.copulas.contains(text, word(first))
        else { return nil }
        return word(first).lowerBound..<word(last).upperBound
    }

    /// Whether nothing stands before the figure that makes it a part of something else: "followed up on at least 80% of".
    private func isSubject(_ figure: Range<Int>, _ words: Range<Int>) -> Bool {
        words.last { word($0).upperBound <= figure.lowerBound }.map { !Self.leading.contains(text, word($0)) } ?? true
    }

    private static let leading = WordSet("on at least to by for of with about most than over under between in until")

    /// Up to six words that name a thing.
    private func name(from start: Int, _ words: Range<Int>) -> Range<Int>? {
        var first = start
        while first < words.upperBound,
            Self.determiners.contains(text, word(first)) || isWord(first, "of") || isWord(first, "all")
        {
            first += 1
        }
        var index = first
        while index < words.upperBound, index - first < 6 {
            if index > first, gap(before: index) != Mark.space { break }
            let isOf = isWord(index, "of") && index > first && index + 1 < words.upperBound
            // "time to first result", but not "to 9 minutes".
            let isTo =
                isWord(index, "to") && index > first && index + 1 < words.upperBound
                && !analysis.words[index + 1].isNumber
            if !isOf, !isTo, Self.stops.contains(text, word(index)) || analysis.words[index].isNumber { break }
            if index > first, Self.turns.contains(text, word(index)) { break }
            if index > first, Lexicon.verbs.contains(text, word(index)), !Lexicon.ambiguous.contains(text, word(index))
            {
                break
            }
            index += 1
        }
        while index > first + 1, isWord(index - 1, "of") || isWord(index - 1, "to") { index -= 1 }
        guard index > first, isName(first..<index) else { return nil }
        return word(first).lowerBound..<word(index - 1).upperBound
    }

    private func isName(_ part: Range<Int>) -> Bool {
        guard part.count <= 9, let first = part.first else { return false }
        if part.count == 1, analysis.words[first].isStop || analysis.words[first].length < 4 { return false }
        if Lexicon.dangling.contains(text, word(first)) || Lexicon.firstPerson.contains(text, word(first)) {
            return false
        }
        if isWord(first, "we") || isWord(first, "you") || isWord(first, "there") || isWord(first, "what") {
            return false
        }
        if Lexicon.clauseOpeners.contains(text, word(first)) { return false }
        return part.contains { !analysis.words[$0].isStop && !analysis.words[$0].isNumber }
            && !part.contains { analysis.words[$0].isNumber }
    }

    private func word(_ index: Int) -> Range<Int> { analysis.words[index].range }
    private func gap(before index: Int) -> UInt8 { text.bytes[word(index).lowerBound - 1] }
    private func isWord(_ index: Int, _ word: String) -> Bool {
        index < analysis.words.count && Words.hash(text, self.word(index)) == Words.hash(word)
    }
}
