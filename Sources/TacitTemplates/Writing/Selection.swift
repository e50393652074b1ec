/// Which sentences go into a template, and as what.
struct Selection {
    private let analysis: Analysis
    private let quoter: Quoter
    private let length: TemplateLength
    private let subject: Range<Int>?
    private var used: Set<Int> = []
    private(set) var steps: [Int] = []
    private(set) var insights: [Int] = []
    private(set) var prohibitions: [Int] = []

    /// - Parameter subject: what the template is named after, which is no step of it.
    init(_ analysis: Analysis, _ quoter: Quoter, _ length: TemplateLength, apartFrom subject: Range<Int>?) {
        self.subject = subject
        self.analysis = analysis
        self.quoter = quoter
        self.length = length
        chooseSteps()
        chooseInsights()
        chooseProhibitions()
    }

    /// By descending score; equals in the order of the text.
    private func ranked(_ score: (Int) -> Double) -> [Int] {
        analysis.sentences.indices.map { ($0, score($0)) }.filter { $0.1 > 0 }
            .sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map(\.0)
    }

    private static let pronouns = WordSet("it them this that these those him her so one")

    private static let determiners = WordSet("that one")

    /// Whether it can't be understood without the sentence before.
    func leans(_ index: Int) -> Bool {
        let sentence = analysis.sentences[index]
        guard let instruction = sentence.instruction,
            let verb = sentence.words.first(where: { analysis.words[$0].range.lowerBound >= instruction.verb })
        else { return sentence.cues.contains(.dangling) }
        if let clause = instruction.clause,
            sentence.words.contains(where: {
                clause.contains(analysis.words[$0].range.lowerBound)
                    && Self.pronouns.contains(analysis.text, analysis.words[$0].range)
            })
        {
            return true
        }
        return (verb + 1..<min(verb + 3, sentence.words.upperBound)).contains {
            Self.pronouns.contains(analysis.text, analysis.words[$0].range)
                // "that plan" and "one reminder" are names.
                && !(Self.determiners.contains(analysis.text, analysis.words[$0].range)
                    && $0 + 1 < sentence.words.upperBound
                    && !analysis.words[$0 + 1].isStop)
        }
    }

    private mutating func chooseSteps() {
        let order = ranked { index in
            let sentence = analysis.sentences[index]
            // In a language that is not understood, what a list has is the likeliest to be done.
            let isAsked =
                sentence.cues.contains(.imperative) || !analysis.isEnglish && sentence.isItem && sentence.isFirstOfBlock
            guard isAsked, sentence.words.count <= 45, sentence.range != subject else { return 0 }
            let marked =
                sentence.isHeading
                ? (isBare(sentence) ? 0.5 : 1.5) : sentence.isNumbered ? 1.7 : sentence.isItem ? 1.3 : 1
            return analysis.scores[index] * marked
        }
        let standing = order.filter { !leans($0) }
        for (candidates, perSection) in [(standing, max(2, length.steps / 3)), (standing, Int.max), (order, Int.max)] {
            // What can't stand alone is better than hardly anything only.
            let wanted = candidates.count > standing.count ? min(3, length.steps) : length.steps
            for index in candidates where steps.count < wanted && !steps.contains(index) {
                let sentence = analysis.sentences[index]
                let ofSection = steps.count { analysis.sentences[$0].heading == sentence.heading }
                // What goes on from a step belongs to it, and a bare title adds nothing to what stands under it.
                let goesOn = steps.contains(index - 1) && analysis.sentences[index - 1].block == sentence.block
                if leans(index) && steps.contains(index - 1) || goesOn && perSection < .max { continue }
                if sentence.isHeading, isBare(sentence), ofSection > 0 { continue }
                if !sentence.isNumbered, ofSection >= perSection { continue }
                if isNew(index, among: steps, below: 0.6), quoter.isClean(sentence.range) { steps.append(index) }
            }
        }
        // In the author's order.
        steps.sort()
        used.formUnion(steps)
    }

    /// Says too little to be done by itself.
    private func isBare(_ heading: Sentence) -> Bool {
        let counts = analysis.words[heading.words].contains {
            $0.isNumber || Lexicon.numbers.contains(analysis.text, $0.range)
        }
        return heading.words.count < 4 || heading.contentWords < 3 && !counts
    }

    private mutating func chooseInsights() {
        let findings = ranked { index in
            let sentence = analysis.sentences[index]
            guard !sentence.isHeading, sentence.instruction == nil, !sentence.cues.contains(.question),
                sentence.words.count <= 60
            else { return 0 }
            return analysis.scores[index] * (quoter.isClean(sentence.range) ? 1 : 0.3)
        }
        let standing = findings.filter { !analysis.sentences[$0].cues.contains(.dangling) }
        add(standing, perSection: length == .long ? 3 : 2)
        add(standing, perSection: .max)
        if insights.count < 3 { add(findings, perSection: .max) }
        add(ranked { analysis.sentences[$0].isHeading ? 0 : analysis.scores[$0] }, perSection: .max)
    }

    private mutating func add(_ order: [Int], perSection: Int) {
        for index in order where insights.count < length.insights && !used.contains(index) {
            let heading = analysis.sentences[index].heading
            let ofSection = insights.count { analysis.sentences[$0].heading == heading }
            if heading != nil, ofSection >= perSection { continue }
            if isNew(index, among: insights, below: 0.5), isNew(index, among: steps, below: 0.7) {
                insights.append(index)
                used.insert(index)
            }
        }
    }

    private mutating func chooseProhibitions() {
        let order = ranked {
            analysis.sentences[$0].cues.contains(.prohibition) ? analysis.scores[$0] * (leans($0) ? 0.3 : 1) : 0
        }
        for index in order.prefix(4) where prohibitions.count < 3 && !used.contains(index) {
            if isNew(index, among: prohibitions + steps, below: 0.6), quoter.isClean(analysis.sentences[index].range),
                !leans(index)
            {
                prohibitions.append(index)
            }
        }
        prohibitions.sort()
        used.formUnion(prohibitions)
    }

    private func isNew(_ index: Int, among others: [Int], below limit: Double) -> Bool {
        others.allSatisfy { analysis.likeness(index, $0) < limit }
    }

    /// What the text says right beside a sentence in its support.
    mutating func ground(of index: Int) -> Int? {
        let sentence = analysis.sentences[index]
        for other in [index + 1, index - 1, index + 2]
        where analysis.sentences.indices.contains(other) && !used.contains(other) {
            let candidate = analysis.sentences[other]
            guard candidate.heading == sentence.heading, !candidate.isHeading, candidate.instruction == nil,
                candidate.cues.isDisjoint(with: [.noise, .question]), candidate.words.count <= 45,
                !candidate.cues.isDisjoint(with: [.figure, .evidence]), abs(candidate.block - sentence.block) <= 1
            else { continue }
            used.insert(other)
            return other
        }
        return nil
    }

    /// The sentence behind a step, where it says why or goes on about it.
    mutating func follower(of index: Int) -> Int? {
        let sentence = analysis.sentences[index]
        let next = index + 1
        guard analysis.sentences.indices.contains(next), !used.contains(next) else { return nil }
        let candidate = analysis.sentences[next]
        let isNear = candidate.block == sentence.block || sentence.isHeading && candidate.heading == sentence.heading
        guard isNear, !candidate.isHeading, candidate.cues.isDisjoint(with: [.noise, .question, .anecdote]),
            candidate.words.count <= 36, candidate.words.count >= 3, quoter.isClean(candidate.range),
            !Words.isSame("for", analysis.text, analysis.words[candidate.words.lowerBound].range)
                || candidate.instruction != nil
        else { return nil }
        used.insert(next)
        return next
    }
}
