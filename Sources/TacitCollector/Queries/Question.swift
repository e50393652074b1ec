/// A question as somebody wrote it: well formed, but not yet held against a catalog.
///
/// ```swift
/// let question = try Question("count of feature.used by feature last 30 days")
/// question.kind                   // .count
/// question.event.text             // "feature.used"
/// ```
///
/// Each name keeps its place in the text, so that a complaint can point at it.
package struct Question: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case count, sum, mean, histogram, contributors

        /// Whether it is about a field: `mean of duration in http.request`.
        package var needsField: Bool {
            switch self {
            case .sum, .mean, .histogram: true
            case .count, .contributors: false
            }
        }
    }

    /// A name or label, and where it stands: the numbers of its first character and of the one behind it.
    package struct Word: Sendable, Equatable {
        package let text: String
        package let place: Range<Int>
    }

    /// `where DIMENSION = LABEL or LABEL`
    package struct Filter: Sendable, Equatable {
        package let dimension: Word
        package var labels: [Word]
    }

    package enum Time: Sendable, Equatable {
        /// The last whole windows that make up so many seconds.
        case last(seconds: Int64)
        /// From a moment, to the moment behind the last.
        case span(Range<Int64>)
    }

    /// As it was written.
    package let text: String
    package let kind: Kind
    package let field: Word?
    package let event: Word
    package let dimensions: [Word]
    package let filters: [Filter]
    package let time: Time
    /// Where the question says over which time.
    package let timePlace: Range<Int>

    /// Reads a question; a fault names the place, the rule, and what is possible there.
    package init(_ text: String) throws(QueryFault) {
        var parser = try QuestionParser(text)
        self = try parser.question()
    }

    init(
        text: String, kind: Kind, field: Word?, event: Word, dimensions: [Word], filters: [Filter], time: Time,
        timePlace: Range<Int>
    ) {
        self.text = text
        self.kind = kind
        self.field = field
        self.event = event
        self.dimensions = dimensions
        self.filters = filters
        self.time = time
        self.timePlace = timePlace
    }
}
