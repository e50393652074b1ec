import Foundation

/// Puts a template together from what was chosen.
struct TemplateWriter {
    private let analysis: Analysis
    private let quoter: Quoter
    private let phrases: KeyPhrases
    private let category: TemplateCategory
    private let tone: TemplateTone
    private let length: TemplateLength
    private let words: TemplateWords

    init(_ analysis: Analysis, _ category: TemplateCategory, _ preferences: TemplatePreferences) {
        self.analysis = analysis
        self.category = category
        quoter = Quoter(analysis.text)
        phrases = KeyPhrases(analysis)
        tone = preferences.tone
        length = preferences.length
        words = TemplateWords(tone)
    }

    var keyPhrases: [String] {
        phrases.ranges.filter(quoter.isClean).prefix(8).map { quoter.quote($0) }
    }

    /// `nil` where no sentence says enough. It is undecided where the letter names no step.
    func template() -> (template: ImplementationTemplate, isUndecided: Bool)? {
        let heading = subjectHeading
        var selection = Selection(analysis, quoter, length, apartFrom: heading)
        guard !selection.insights.isEmpty || !selection.steps.isEmpty else { return nil }
        let named = Self.list(Array(keyPhrases.prefix(2)))
        let subject = heading.map(quoter.heading) ?? (named.isEmpty ? "a letter" : named)
        let metrics = metrics()
        let insights = insights(&selection, apartFrom: heading)
        var steps = steps(&selection)
        let isUndecided = steps.isEmpty
        if isUndecided {
            steps = insights.prefix(3).enumerated().map { index, insight in
                ImplementationTemplate.Step(
                    number: index + 1, action: "\(words.check) \u{201C}\(insight.statement)\u{201D}")
            }
        }
        let template = ImplementationTemplate(
            title: "\(words.title): \(subject)", summary: summary(insights, steps), insights: insights, steps: steps,
            metrics: metrics, firstWeek: firstWeek(steps, metrics), checklist: checklist(selection, metrics))
        return (template, isUndecided)
    }

    // MARK: Title and summary

    /// The heading that shares most with what the letter comes back to: the first ones may be the letter's own name.
    private var subjectHeading: Range<Int>? {
        let names = Set(phrases.ranges.flatMap { range in self.stems(in: range) })
        let headings = analysis.sentences.filter { $0.isHeading && $0.range.count <= 100 && quoter.isClean($0.range) }
        var best: (range: Range<Int>, score: Double)?
        for (place, heading) in headings.prefix(4).enumerated() {
            let shared = Set(analysis.words[heading.words].map(\.stem)).intersection(names).count
            // A later one must share more than the first does.
            guard case .heading(let level) = analysis.blocks[heading.block].kind else { continue }
            var range = heading.range
            if let mark = Self.issueMarks.first(in: analysis.text, range) {
                guard let topic = topic(of: range, behind: mark) else { continue }
                range = topic
            }
            let score =
                (shared > 0 ? 0.8 : 0) - 0.3 * Double(place) + [1.5, 1.2, 1, 0.2][min(level, 3)]
                - (heading.words.count < 3 ? 1 : 0)
            if shared > 0 || level <= 2 && heading.words.count >= 5, score > best?.score ?? 0 {
                best = (range, score)
            }
        }
        return best?.range
    }

    /// "Why it pays", of "The letter, no. 47: Why it pays".
    private func topic(of heading: Range<Int>, behind mark: Int) -> Range<Int>? {
        guard let colon = heading[mark...].first(where: { analysis.text.bytes[$0] == UInt8(ascii: ":") }) else {
            return nil
        }
        let topic = analysis.text.trimmed(colon + 1..<heading.upperBound)
        return stems(in: topic).count > 1 ? topic : nil
    }

    private static let issueMarks = PhraseSet(["volume ", "vol.", "issue ", "edition", "no. ", "nr. ", "#"])

    private func stems(in range: Range<Int>) -> [Int32] {
        var low = 0
        var high = analysis.words.count
        while low < high {
            let middle = (low + high) / 2
            if analysis.words[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return analysis.words[low...].prefix { $0.range.upperBound <= range.upperBound }.map(\.stem)
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private func summary(
        _ insights: [ImplementationTemplate.Insight], _ steps: [ImplementationTemplate.Step]
    ) -> String {
        var parts: [String] = []
        let about = keyPhrases.prefix(4)
        if !about.isEmpty { parts.append("\(words.about): \(Self.list(Array(about))).") }
        if let first = insights.first { parts.append("\(words.mainPoint): \(first.statement)") }
        if let step = steps.first { parts.append("\(words.firstStep): \(Self.ended(step.action))") }
        return parts.joined(separator: " ")
    }

    private static func ended(_ text: String) -> String {
        text.last.map { ".!?\u{201D}\u{3002}".contains($0) } == true ? text : text + "."
    }

    // MARK: Insights and steps

    private func insights(_ selection: inout Selection, apartFrom subject: Range<Int>?) -> [ImplementationTemplate
        .Insight]
    {
        var topics: Set<String> = []
        return selection.insights.map { index in
            let sentence = analysis.sentences[index]
            let ground = selection.ground(of: index) ?? index
            let topic = self.topics(of: index, apartFrom: subject).first { topics.insert($0.lowercased()).inserted }
            return ImplementationTemplate.Insight(
                topic: topic, statement: Self.ended(quoter.statement(sentence)),
                ground: quoter.quote(analysis.sentences[ground].range))
        }
    }

    /// The heading above it, or else a phrase in it.
    private func topics(of index: Int, apartFrom subject: Range<Int>?) -> [String] {
        let sentence = analysis.sentences[index]
        var topics: [String] = []
        if let heading = sentence.heading.map({ analysis.blocks[$0].range }), heading != analysis.title,
            heading != subject,
            heading.count <= 60, quoter.isClean(heading)
        {
            topics.append(quoter.heading(heading))
        }
        if let phrase = phrases.phrase(in: analysis.stems(of: index)), quoter.isClean(phrase) {
            topics.append(Quoter.capitalized(quoter.quote(phrase)))
        }
        return topics
    }

    private func steps(_ selection: inout Selection) -> [ImplementationTemplate.Step] {
        var steps: [ImplementationTemplate.Step] = []
        for index in selection.steps {
            let sentence = analysis.sentences[index]
            let action = sentence.instruction.map { quoter.action(sentence, $0) } ?? quoter.statement(sentence)
            var step = ImplementationTemplate.Step(number: steps.count + 1, action: action)
            if let next = selection.follower(of: index) {
                let follower = analysis.sentences[next]
                if follower.instruction != nil {
                    // It goes on: "Replace it with a written update."
                    step.action = Self.ended(step.action) + " " + quoter.statement(follower)
                } else if length.givesReasons {
                    step.reason = Self.ended(quoter.statement(follower))
                }
            }
            step.action = Self.ended(step.action)
            steps.append(step)
        }
        return steps
    }

    // MARK: Metrics

    private func metrics() -> [ImplementationTemplate.Metric] {
        let reader = MetricReader(analysis: analysis, phrases: phrases)
        let order = analysis.sentences.indices.filter {
            analysis.scores[$0] > 0 && analysis.sentences[$0].cues.contains(.figure)
        }
        .sorted { (analysis.scores[$0], $1) > (analysis.scores[$1], $0) }
        var metrics: [ImplementationTemplate.Metric] = []
        var names: Set<String> = []
        for index in order where metrics.count < length.metrics {
            for reading in reader.readings(index) where metrics.count < length.metrics {
                guard quoter.isClean(reading.name), reading.name.count <= 80 else { continue }
                let plain = quoter.quote(reading.name)
                let name =
                    reading.isShareOf
                    ? "Share of \(plain)" + (reading.predicate.map { " that \(quoter.quote($0))" } ?? "")
                    : Quoter.capitalized(plain)
                guard names.insert(name.lowercased()).inserted else { continue }
                metrics.append(
                    ImplementationTemplate.Metric(
                        name: name, figure: quoter.quote(reading.figure),
                        quote: quoter.quote(analysis.sentences[index].range)))
            }
        }
        return metrics
    }

    // MARK: First week and checklist

    private func firstWeek(
        _ steps: [ImplementationTemplate.Step], _ metrics: [ImplementationTemplate.Metric]
    ) -> [ImplementationTemplate.Day] {
        var first = [category.firstDay(tone)]
        if !metrics.isEmpty {
            first.append("\(words.noted) \(Self.list(metrics.prefix(3).map { Self.lowered($0.name) })).")
        }
        var days = [ImplementationTemplate.Day(day: 1, tasks: first)]
        let planned = steps.prefix(5).map { "\($0.number). \(Self.short($0.action))" }
        // The first step has a day of its own; the others share two.
        let parts = [Array(planned.prefix(1)), Array(planned.dropFirst().prefix(2)), Array(planned.dropFirst(3))]
        for (index, tasks) in parts.enumerated() where !tasks.isEmpty {
            days.append(ImplementationTemplate.Day(day: index + 2, tasks: tasks))
        }
        var last = [words.compare]
        if steps.count > 5 {
            let numbers = steps.count == 6 ? "step 6" : "steps 6 \(steps.count == 7 ? "and" : "to") \(steps.count)"
            last.append("\(words.later) \(numbers).")
        }
        days.append(ImplementationTemplate.Day(day: 5, tasks: last))
        return days
    }

    private static func lowered(_ name: String) -> String {
        let second = name.dropFirst().first
        return second.map { $0.isLowercase } == true ? name.prefix(1).lowercased() + name.dropFirst() : name
    }

    /// The first sentence, or as many words as fit.
    private static func short(_ action: String) -> String {
        var text = action
        if let end = text.range(of: ". ") { text = String(text[..<end.lowerBound]) }
        guard text.count > 100 else { return ended(text) }
        var cut = text.prefix(100)
        while let last = cut.last, last != " " { cut.removeLast() }
        return (cut.isEmpty ? text.prefix(100) : cut.dropLast()) + "\u{2026}"
    }

    private func checklist(_ selection: Selection, _ metrics: [ImplementationTemplate.Metric]) -> [String] {
        var checks = [words.owner]
        for metric in metrics.prefix(length == .short ? 1 : 2) {
            checks.append("\(metric.name): value before and after noted.")
        }
        for index in selection.prohibitions {
            let sentence = analysis.sentences[index]
            if let instruction = sentence.instruction {
                checks.append(Self.ended(quoter.action(sentence, instruction)))
            }
        }
        checks = Array(checks.prefix(length.checks - 2))
        return checks + [category.lastCheck, words.review]
    }
}
