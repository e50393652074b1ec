package import Foundation

/// Makes an implementation template of a newsletter: what it says, what to do, what to watch. No model, no network, and the same
/// text always gives the same template.
///
/// ```swift
/// let done = try TemplateGenerator(now: .now).run(input, TemplatePreferences(tone: .friendly))
/// print(done.answer.markdown)
/// ```
///
/// The text is worked on in lent memory, by offset. Strings are made of what goes into the answer, scrubbed, and of some
/// words around it; of such a string that was built and not used the language's heap may keep a copy until it is used again.
package struct TemplateGenerator: EphemeralProcessor {
    /// How long an answer is meant to be kept.
    package static let lifetime: TimeInterval = 4 * 3600
    package static let standardLimit = 1 << 20

    private let now: Date
    private let limit: Int

    /// - Parameter limit: the most bytes that a text may have.
    package init(now: Date, limit: Int = standardLimit) {
        self.now = now
        self.limit = limit
    }

    package func workingBytes(forInput count: Int) -> Int {
        count > limit ? 1 : LentText.workingBytes(forInput: count)
    }

    package func process(
        _ input: UnsafeRawBufferPointer, _ preferences: TemplatePreferences, in memory: UnsafeMutableRawBufferPointer
    ) throws(TemplateError) -> TemplateAnswer {
        guard input.count <= limit else { throw .tooLarge(limit: limit) }
        let (text, blocks) = NewsletterReader.read(input, in: memory)
        guard text.count > 0 else { throw .empty }
        let analysis = Analysis(text, blocks: blocks)
        let category = preferences.category ?? .detected(in: analysis)
        let writer = TemplateWriter(analysis, category, preferences)
        guard let (template, isUndecided) = writer.template() else { throw .nothingToSay }
        var answer = TemplateAnswer(
            category: category, tone: preferences.tone, length: preferences.length,
            language: analysis.isEnglish ? "en" : analysis.isGerman ? "de" : "und", keyPhrases: writer.keyPhrases,
            template: template,
            markdown: "",
            generatedAt: now, expiresAt: now + Self.lifetime)
        answer.markdown = TemplatePage.markdown(answer, isUndecided: isUndecided)
        return answer
    }
}
