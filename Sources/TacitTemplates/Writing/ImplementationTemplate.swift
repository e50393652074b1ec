package import Foundation

/// What a newsletter becomes: what it says, what to do about it, and how to see whether it helped.
package struct ImplementationTemplate: Sendable, Codable, Equatable {
    package struct Insight: Sendable, Codable, Equatable {
        /// What it is about: the letter's own heading, or one of its key phrases.
        package var topic: String?
        package var statement: String
        /// What the letter says in support, word by word.
        package var ground: String
    }

    package struct Step: Sendable, Codable, Equatable {
        package var number: Int
        /// Starts with a verb.
        package var action: String
        package var reason: String?
    }

    package struct Metric: Sendable, Codable, Equatable {
        package var name: String
        /// As the letter has it.
        package var figure: String
        package var quote: String
    }

    package struct Day: Sendable, Codable, Equatable {
        package var day: Int
        package var tasks: [String]
    }

    package var title: String
    package var summary: String
    package var insights: [Insight]
    package var steps: [Step]
    package var metrics: [Metric]
    package var firstWeek: [Day]
    package var checklist: [String]

    enum CodingKeys: String, CodingKey {
        case title, summary, insights, steps, metrics
        case firstWeek = "first_week"
        case checklist
    }
}

/// A template with all that belongs to it.
package struct TemplateAnswer: Sendable, Equatable {
    package var category: TemplateCategory
    package var tone: TemplateTone
    package var length: TemplateLength
    /// `en`; `de` or, for any other language, `und`, which are ranked only.
    package var language: String
    package var keyPhrases: [String]
    package var template: ImplementationTemplate
    /// The template as a page.
    package var markdown: String
    package var generatedAt: Date
    package var expiresAt: Date
}
