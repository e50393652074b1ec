/// Why a question can't be answered as it stands, with the place, and what is possible there.
///
/// It shows what the asker wrote and what the catalog declares, never anything that was collected.
package struct QueryFault: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// It is not made as questions are.
        case syntax = "query.syntax"
        case unknownEvent = "query.unknown-event"
        case unknownField = "query.unknown-field"
        case unknownDimension = "query.unknown-dimension"
        case unknownLabel = "query.unknown-label"
        case unknownPartner = "query.unknown-partner"
        /// The catalog declares no metric that holds the answer.
        case noMetric = "query.no-metric"
        /// The metric is released when a window closes; nothing needs to be asked.
        case released = "query.released-on-close"
        /// Contributors of several cells can't be added up.
        case contributors = "query.contributors-overlap"
        case tooManyCells = "query.too-many-cells"
        /// The time does not consist of whole windows.
        case time = "query.time"
        /// No window of that time is kept.
        case nothingKept = "query.nothing-kept"
    }

    package let code: Code
    package let message: String
    /// What to do instead.
    package let remedy: String
    /// The question, and the characters of it that are at fault.
    package let question: String?
    package let place: Range<Int>

    init(_ code: Code, _ message: String, remedy: String, in question: String? = nil, at place: Range<Int> = 0..<0) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.question = question
        self.place = place
    }

    package var description: String {
        var lines = ["\(code.rawValue): \(message)"]
        if let question {
            // Long questions are shown around the fault.
            let characters = question.map { Self.isPlain($0) ? $0 : "·" }
            let start = max(0, min(place.lowerBound, characters.count) - Self.before)
            let shown = characters[start..<min(characters.count, start + Self.width)]
            let caret = String(repeating: " ", count: place.lowerBound - start)
            let length = max(1, min(place.count, start + Self.width - place.lowerBound))
            lines.append("  " + String(shown))
            lines.append("  " + caret + String(repeating: "^", count: length))
        }
        lines.append("  " + remedy)
        return lines.joined(separator: "\n")
    }

    private static let before = 80
    private static let width = 120

    /// Whether a terminal shows it as one character and does nothing else.
    private static func isPlain(_ character: Character) -> Bool {
        !character.isNewline
            && character.unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .format, .privateUse, .surrogate, .unassigned: false
                default: true
                }
            }
    }
}

extension QueryFault {
    /// A list of what is possible, cut where it gets long.
    static func choice(_ words: [String], most: Int = 24) -> String {
        words.isEmpty
            ? "none"
            : words.prefix(most).joined(separator: ", ") + (words.count > most ? " and \(words.count - most) more" : "")
    }
}
