/// Why no template was made: what happened and what to do, never the text.
package struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case tooLarge = "template.too-large"
        case empty = "template.empty"
        case nothingToSay = "template.nothing-to-say"
    }

    package let code: Code
    package let message: String
    package let remedy: String

    package var description: String { "\(message); \(remedy) [\(code.rawValue)]" }

    static func tooLarge(_ size: Int, limit: Int) -> TemplateError {
        TemplateError(
            code: .tooLarge, message: "the text has \(size) bytes, over the \(limit) that are read",
            remedy: "send the letter alone, without pictures and attachments")
    }

    static let empty = TemplateError(code: .empty, message: "there is no text", remedy: "send the text of a newsletter")

    static let nothingToSay = TemplateError(
        code: .nothingToSay, message: "no sentence in the text says enough to make something of",
        remedy: "send a letter of some paragraphs, as plain text, Markdown or HTML")
}
