package import Foundation

/// The answer in JSON, with what was seen of the memory that the text was in.
package struct TemplateDocument: Sendable, Encodable {
    private let done: EphemeralAnswer<TemplateAnswer>
    private let inputDiscarded: Bool

    /// - Parameter isBodyWiped: whether what the text came in, apart from secret memory, was wiped and looked at too.
    package init(_ done: EphemeralAnswer<TemplateAnswer>, isBodyWiped: Bool = true) {
        self.done = done
        inputDiscarded = done.inputDiscarded && isBodyWiped
    }

    private enum CodingKeys: String, CodingKey {
        case category, tone, length, language, insights, template, markdown
        case keyPhrases = "key_phrases"
        case generatedAt = "generated_at"
        case expiresAt = "expires_at"
        case inputDiscarded = "input_discarded"
        case memoryCleared = "memory_cleared"
    }

    package func encode(to encoder: any Encoder) throws {
        let answer = done.answer
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(answer.category, forKey: .category)
        try container.encode(answer.tone, forKey: .tone)
        try container.encode(answer.length, forKey: .length)
        try container.encode(answer.language, forKey: .language)
        try container.encode(answer.keyPhrases, forKey: .keyPhrases)
        try container.encode(answer.template.insights, forKey: .insights)
        try container.encode(Rest(answer.template), forKey: .template)
        try container.encode(answer.markdown, forKey: .markdown)
        try container.encode(answer.generatedAt.formatted(.iso8601), forKey: .generatedAt)
        try container.encode(answer.expiresAt.formatted(.iso8601), forKey: .expiresAt)
        try container.encode(inputDiscarded, forKey: .inputDiscarded)
        try container.encode(done.memoryCleared, forKey: .memoryCleared)
    }

    /// The insights stand beside the template.
    private struct Rest: Encodable {
        let title: String
        let summary: String
        let steps: [ImplementationTemplate.Step]
        let metrics: [ImplementationTemplate.Metric]
        let firstWeek: [ImplementationTemplate.Day]
        let checklist: [String]

        init(_ template: ImplementationTemplate) {
            title = template.title
            summary = template.summary
            steps = template.steps
            metrics = template.metrics
            firstWeek = template.firstWeek
            checklist = template.checklist
        }

        enum CodingKeys: String, CodingKey {
            case title, summary, steps, metrics, checklist
            case firstWeek = "first_week"
        }
    }

    package var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings, numbers and flags alone: there is nothing that can't be encoded.
        return (try? encoder.encode(self)) ?? Data("{}".utf8)
    }
}
