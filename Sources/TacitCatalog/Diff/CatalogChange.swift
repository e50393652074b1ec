/// One thing that is different in a later catalog, in words.
package struct CatalogChange: Sendable, Equatable, Codable {
    package enum Direction: String, Sendable, Codable {
        /// More is collected, for another purpose, from more people, for longer or with less protection.
        case more
        /// The opposite.
        case less
        /// Neither: another wording, another figure of the same data.
        case other
    }

    package enum Subject: String, Sendable, Codable {
        case catalog, consent, event, metric
    }

    package var subject: Subject
    /// The event, metric or category that it is about; the catalog's name for the whole.
    package var name: String
    package var direction: Direction
    package var words: String
    /// What to do so that people are asked for it; `nil` where they are, or need not be.
    package var remedy: String?

    package init(subject: Subject, name: String, direction: Direction, words: String, remedy: String? = nil) {
        self.subject = subject
        self.name = name
        self.direction = direction
        self.words = words
        self.remedy = remedy
    }
}
