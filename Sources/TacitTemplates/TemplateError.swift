/// Why no template was made: what happened and what to do, never the text.
package struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case tooLarge = "template.too-large"
        case empty = "template.empty"
        case nothingToSay = "template.nothing-to-say"
        case malformed = "template.malformed"
        case unknownPreference = "template.unknown-preference"
    }

    package let code: Code
    package let message: String
    package let remedy: String

    package var description: String { "\(message); \(remedy) [\(code.rawValue)]" }

    static func tooLarge(limit: Int) -> TemplateError {
        TemplateError(
            code: .tooLarge, message: "the text has more than \(limit) bytes",
            remedy: "send the letter alone, without pictures and attachments")
    }

    static func malformed(at offset: Int, _ expected: String) -> TemplateError {
        TemplateError(
            code: .malformed, message: "the request can't be read at byte \(offset): \(expected) was expected",
            remedy: "send {\"text\": \"\u{2026}\", \"preferences\": {\"tone\": \"direct\"}} as JSON in UTF-8")
    }

    /// - Parameter place: the name of the preference, which is one of the three that there are; `nil` where it is another.
    static func unknownPreference(_ place: String?, _ allowed: [String]) -> TemplateError {
        TemplateError(
            code: .unknownPreference,
            message: place.map { "preferences.\($0) has a value that is not known" }
                ?? "there is a preference that is not known",
            remedy: "use one of: \(allowed.joined(separator: ", "))")
    }

    static let empty = TemplateError(code: .empty, message: "there is no text", remedy: "send the text of a newsletter")

    static let nothingToSay = TemplateError(
        code: .nothingToSay, message: "no sentence in the text says enough to make something of",
        remedy: "send a letter of some paragraphs, as plain text, Markdown or HTML")
}
