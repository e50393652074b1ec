import TacitCatalog
import TacitScrub
import TacitStores

/// Finds the metric that answers a question.
///
/// Of those with the same event, kind and field that have all the dimensions, and whose windows make up the time, the one with
/// the fewest dimensions; of these the one with the longest window, then the one that is declared first.
struct QueryMatcher {
    let catalog: Catalog
    let question: Question
    let now: Int64
    /// For each length of windows the end of the last one that has closed.
    let closedUntil: [WindowLength: Int64]

    func plan() throws(QueryFault) -> QueryPlan {
        let event = try self.event()
        let candidates = try ofKind(event)
        let named = try withDimensions(candidates, event)
        let timed = try withTime(named)
        var plans: [QueryPlan] = []
        for metric in timed { plans.append(try plan(metric, event)) }
        if question.kind == .contributors {
            plans = plans.filter { $0.overlap == 1 }
            if plans.isEmpty { throw overlapping(timed) }
        }
        let best = plans.enumerated().min { a, b in
            let (first, second) = (a.element.metric, b.element.metric)
            return (first.dimensions.count, -first.guarantee.window.seconds, a.offset)
                < (second.dimensions.count, -second.guarantee.window.seconds, b.offset)
        }
        guard let best else { throw nothing(candidates) }
        return best.element
    }

    // MARK: Event, kind and field

    /// Metrics that answer questions.
    private var askable: [Metric] { catalog.metrics.filter { $0.mode.keepDays != nil } }

    private func event() throws(QueryFault) -> Event {
        if let event = catalog.event(named: question.event.text) { return event }
        let events = catalog.events.map(\.name).filter { name in askable.contains { $0.event == name } }
        let names = events.isEmpty ? catalog.events.map(\.name) : events
        throw fault(
            .unknownEvent, "the catalog declares no such event",
            guess(question.event.text, names) + "Events that can be asked about: \(QueryFault.choice(events)).",
            question.event.place)
    }

    private func ofKind(_ event: Event) throws(QueryFault) -> [Metric] {
        let all = catalog.metrics.filter { $0.event == event.name && $0.kind.label == question.kind.rawValue }
        let fields = all.compactMap(\.kind.field).uniqued
        if question.kind.needsField {
            guard let field = question.field else {
                throw fault(
                    .syntax, "a \(question.kind.rawValue) is of a field",
                    "Write `\(question.kind.rawValue) of FIELD in \(event.name)`; fields: \(QueryFault.choice(fields)).",
                    question.event.place)
            }
            if !all.isEmpty, !fields.contains(field.text) {
                throw fault(
                    .unknownField, "no metric is a \(question.kind.rawValue) of this field",
                    guess(field.text, fields) + "Fields: \(QueryFault.choice(fields)).", field.place)
            }
        }
        let candidates = all.filter { $0.kind.field == question.field?.text }
        if candidates.isEmpty { throw nothing([]) }
        return candidates
    }

    // MARK: Dimensions

    private func withDimensions(_ candidates: [Metric], _ event: Event) throws(QueryFault) -> [Metric] {
        let names = candidates.flatMap(\.dimensions).map(\.name).uniqued
        let words = question.dimensions + question.filters.map(\.dimension)
        for word in words where !names.contains(word.text) {
            throw fault(
                .unknownDimension, "no metric of this kind and event has the dimension",
                guess(word.text, names) + "Dimensions: \(QueryFault.choice(names)).", word.place)
        }
        let fitting = candidates.filter { metric in
            words.allSatisfy { word in metric.dimensions.contains { $0.name == word.text } }
        }
        let answering = fitting.filter { $0.mode.keepDays != nil }
        if !answering.isEmpty { return answering }
        if let released = fitting.first {
            throw fault(
                .released, "`\(released.name)` is released whenever a \(released.guarantee.window.rawValue) closes",
                "Its figures cost nothing more: `tacit report --metric \(released.name)`.",
                question.event.place)
        }
        throw nothing(candidates)
    }

    /// No metric has it all: says which questions there are.
    private func nothing(_ candidates: [Metric]) -> QueryFault {
        let metrics = candidates.filter { $0.mode.keepDays != nil }
        let shown = (metrics.isEmpty ? askable.filter { $0.event == question.event.text } : metrics).map(\.question)
        return fault(
            .noMetric, "no metric holds the answer",
            shown.isEmpty
                ? "No metric of this event answers questions; the catalog says `release: on-query` of those that do."
                : "What can be asked: \(QueryFault.choice(shown)).", 0..<question.timePlace.lowerBound - 1)
    }

    private func overlapping(_ metrics: [Metric]) -> QueryFault {
        let dimensions = metrics.first?.dimensions.map(\.name) ?? []
        return fault(
            .contributors, "a contributor that is in several cells would be counted several times",
            "Ask by all dimensions (\(QueryFault.choice(dimensions))), or choose one label of each that is left out.",
            0..<question.timePlace.lowerBound - 1)
    }

    private func labels(_ filter: Question.Filter, of metric: Metric, _ terms: ReleaseTerms) throws(QueryFault)
        -> (Int, [String])?
    {
        guard let position = terms.dimensions.firstIndex(where: { $0.name == filter.dimension.text }) else {
            return nil
        }
        let asked = Set(filter.labels.map(\.text))
        guard let domain = terms.dimensions[position].domain else {
            try checkOpenLabels(filter)
            return (position, asked.sorted())
        }
        for word in filter.labels where !domain.contains(word.text) {
            throw fault(
                .unknownLabel, "the dimension has no such label",
                guess(word.text, domain) + "Labels of `\(filter.dimension.text)`: \(QueryFault.choice(domain)).",
                word.place)
        }
        let kept = domain.filter(asked.contains)
        // All of them is no condition.
        return kept.count == domain.count ? nil : (position, kept)
    }

    /// Nobody says beforehand which labels an open dimension has; one that never came has no records. But none holds what the
    /// scrubber takes out on arrival, so nobody needs to write that into the ledger for ever.
    private func checkOpenLabels(_ filter: Question.Filter) throws(QueryFault) {
        let scrubber = Scrubber()
        for word in filter.labels where !scrubber.findings(in: word.text).isEmpty {
            throw fault(
                .unknownLabel, "no label looks like this: personal, financial and secret data is scrubbed on arrival",
                "Write the label as reports show it.", word.place)
        }
    }

    // MARK: Time

    private func withTime(_ metrics: [Metric]) throws(QueryFault) -> [Metric] {
        let fitting = metrics.filter { metric in
            let length = metric.guarantee.window.seconds
            return switch question.time {
            case .last(let seconds): seconds % length == 0
            case .span(let range): range.lowerBound % length == 0 && range.upperBound % length == 0
            }
        }
        guard fitting.isEmpty else { return fitting }
        let windows = metrics.map(\.guarantee.window.rawValue).uniqued
        throw fault(
            .time, "this time does not consist of whole windows",
            "Figures are kept by the \(windows.joined(separator: " or ")) (UTC): ask for whole "
                + "\(windows.joined(separator: "s or "))s.", question.timePlace)
    }

    private func range(_ length: WindowLength) -> (asked: Range<Int64>, settled: Range<Int64>) {
        let current = WindowID(length: length, containing: now).start
        let closed = min(closedUntil[length] ?? .min, current)
        let asked: Range<Int64>
        switch question.time {
        case .last(let seconds):
            // While the last window still waits for late data, the one before it is the last.
            let end = closed >= current - length.seconds ? closed : current
            asked = end - seconds..<end
        case .span(let range): asked = range
        }
        let end = min(asked.upperBound, max(asked.lowerBound, closed))
        return (asked, asked.lowerBound..<end)
    }

    // MARK: The plan

    private func plan(_ metric: Metric, _ event: Event) throws(QueryFault) -> QueryPlan {
        let terms = ReleaseTerms(metric, of: event)
        var filters: [Int: [String]] = [:]
        for filter in question.filters {
            if let (position, labels) = try labels(filter, of: metric, terms) { filters[position] = labels }
        }
        let (asked, settled) = range(metric.guarantee.window)
        let plan = QueryPlan(
            metric: metric, unit: catalog.unit(of: event), category: event.consent.category, terms: terms,
            dimensions: terms.dimensions.indices.filter { position in
                question.dimensions.contains { $0.text == terms.dimensions[position].name }
            }, filters: filters, asked: asked, settled: settled)
        let cells = plan.answerDimensions.compactMap(\.domain?.count).reduce(1) { $0.multipliedSaturating(by: $1) }
        guard cells <= Self.mostCells else {
            throw fault(
                .tooManyCells, "the answer would have \(cells) cells",
                "Ask for at most \(Self.mostCells): by fewer dimensions, or for fewer labels.",
                0..<question.timePlace.lowerBound - 1)
        }
        return plan
    }

    /// The most cells whose labels are known beforehand that an answer may have.
    private static let mostCells = 100_000

    private func fault(_ code: QueryFault.Code, _ message: String, _ remedy: String, _ place: Range<Int>) -> QueryFault
    {
        QueryFault(code, message, remedy: remedy, in: question.text, at: place)
    }

    private func guess(_ word: String, _ known: [String]) -> String {
        Spelling.suggestion(for: word, among: known).map { "Did you mean `\($0)`? " } ?? ""
    }
}

extension Metric {
    /// The widest question that it answers, without its time: `count of feature.used by feature`.
    fileprivate var question: String {
        let names = dimensions.map(\.name)
        let field = kind.field.map { "\($0) in " } ?? ""
        return "`\(kind.label) of \(field)\(event)" + (names.isEmpty ? "`" : " by \(names.joined(separator: ", "))`")
    }
}

extension Int {
    fileprivate func multipliedSaturating(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}

extension [String] {
    /// Each once, in the order of the first.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
