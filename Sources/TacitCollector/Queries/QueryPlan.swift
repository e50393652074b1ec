import TacitCatalog
import TacitPages
import TacitPrivacy
import TacitStores

/// A question that was found in the catalog: which metric answers it, which of its cells are added up, and over which time.
///
/// It follows from the question, the catalog and the clock alone, never from what was collected.
struct QueryPlan: Sendable {
    let metric: Metric
    let unit: ContributorUnit
    let category: String
    /// The metric's own terms. Windows that were kept under others are not added up.
    let terms: ReleaseTerms
    /// The positions, among the metric's dimensions, of those that divide the answer.
    let dimensions: [Int]
    /// The labels that are let through, by position; all where there are none.
    let filters: [Int: [String]]
    /// The time that was asked for: whole windows.
    let asked: Range<Int64>
    /// What of it has closed for good. Nothing is added to it any more, so the question will mean the same for ever.
    let settled: Range<Int64>

    var length: WindowLength { metric.guarantee.window }

    // MARK: The answer's cells

    /// The dimensions of the answer. One whose labels the asker has named is closed: its cells are known beforehand.
    var answerDimensions: [ReleaseTerms.Dimension] {
        dimensions.map { position in
            let dimension = terms.dimensions[position]
            return ReleaseTerms.Dimension(name: dimension.name, domain: filters[position] ?? dimension.domain)
        }
    }

    /// In how many of the cells that are added up to one cell of the answer a contributor of one window may be.
    ///
    /// One where nothing is added up but windows; else as many as are added up, but no more than the metric's bounds allow.
    var overlap: Int { Self.overlap(terms, dimensions: dimensions, filters: filters) }

    static func overlap(_ terms: ReleaseTerms, dimensions: [Int], filters: [Int: [String]]) -> Int {
        var cells = 1
        for position in terms.dimensions.indices where !dimensions.contains(position) {
            guard let labels = filters[position] ?? terms.dimensions[position].domain else { return terms.maxCells }
            cells = min(terms.maxCells, cells * labels.count)
        }
        return cells
    }

    /// The terms of an answer that adds up so many windows: the metric's bounds with the question's epsilon.
    ///
    /// Bounds are per contributor and window, and a contributor of another window is another unit, so adding up windows leaves
    /// them as they are. Only k grows: somebody who is there in every window is counted in each, and in each of the cells that
    /// are added up, and k such counts must not be one person's.
    func answerTerms(epsilon: Epsilon, windows: Int) throws(PrivacyError) -> ReleaseTerms {
        var answer = terms
        answer.dimensions = answerDimensions
        answer.epsilonMillionths = epsilon.millionths
        answer.deltaUnits = answer.isClosed ? 0 : deltaUnits(epsilon)
        answer.k = terms.k * windows * overlap
        if terms.kind == Metric.Kind.contributors.label, windows > 1 {
            answer.unit = "\(unit.noun)-\(length.rawValue)s"
        }
        if !answer.isClosed, overlap > 1, let least = try answer.protection().noise?.threshold.least {
            // That threshold is for a cell in which one contributor counts once.
            answer.k = max(answer.k, Int(least) + overlap - 1)
        }
        return answer
    }

    /// The part of the metric's delta that the epsilon is of the metric's, rounded up. More than the metric has altogether is
    /// refused by its limit; until then it must only be a number.
    private func deltaUnits(_ epsilon: Epsilon) -> Int64 {
        let whole = UInt128(max(1, terms.epsilonMillionths))
        let part = (UInt128(terms.deltaUnits) * UInt128(epsilon.millionths) + whole - 1) / whole
        return Int64(min(UInt128(Delta.unitsPerOne - 1), max(1, part)))
    }

    /// What a count of contributors over these windows counts: `contributors`, or `contributor-days`.
    func contributors(windows: Int) -> String {
        windows == 1 ? "\(unit.noun)s" : "\(unit.noun)-\(length.rawValue)s"
    }
}

// MARK: - One text for one question

extension QueryPlan {
    /// The question in its canonical form, which can be asked itself: two that mean the same are the same text.
    var canonical: String {
        var text = terms.kind + " of "
        if let field = metric.kind.field { text += "\(field) in " }
        text += metric.event
        let names = dimensions.map { terms.dimensions[$0].name }.sorted()
        if !names.isEmpty { text += " by " + names.joined(separator: ", ") }
        let conditions = filters.map { position, labels in
            terms.dimensions[position].name + " = " + labels.sorted().map(Self.quoted).joined(separator: " or ")
        }.sorted()
        if !conditions.isEmpty { text += " where " + conditions.joined(separator: " and ") }
        return text + " " + Self.time(settled.isEmpty ? asked : settled)
    }

    /// The canonical question with the metric and the bounds of its terms: an answer is given again to this text alone, so that a
    /// catalog whose bounds or labels have changed gets an answer of its own.
    var key: String { "\(canonical) [\(metric.name) \(terms.mark)]" }

    private static func quoted(_ label: String) -> String {
        let isWord =
            !label.isEmpty && !label.hasPrefix("'") && !label.hasPrefix("\"")
            && !label.contains(where: QuestionToken.endsWord)
        return isWord ? label : "'" + label.replacing("'", with: "''") + "'"
    }

    private static func time(_ range: Range<Int64>) -> String {
        let (from, to) = (range.lowerBound, range.upperBound)
        guard from % 86_400 == 0, to % 86_400 == 0 else {
            return "from \(moment(from)) to \(moment(to))"
        }
        let last = TimeText.day(to - 86_400)
        return to - from == 86_400 ? "on \(last)" : "from \(TimeText.day(from)) to \(last)"
    }

    private static func moment(_ seconds: Int64) -> String { "\(TimeText.day(seconds))T\(TimeText.clock(seconds))" }
}

extension ReleaseTerms {
    /// What has to be the same for exact figures of two windows to be added up. How the metric is described, and what may be
    /// spent of it, may differ.
    func addsUp(with other: ReleaseTerms) -> Bool { bounded == other.bounded }

    private var bounded: ReleaseTerms {
        var terms = self
        (terms.description, terms.epsilonMillionths, terms.deltaUnits, terms.k) = ("", 0, 0, 0)
        return terms
    }

    /// A short mark of all that decides what is added up.
    var mark: String {
        var terms = bounded
        terms.k = k
        // FNV-1a over the terms as text. It tells terms apart, and protects nothing.
        let hash = JSON.text(terms).utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash & 0xffff_ffff, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
