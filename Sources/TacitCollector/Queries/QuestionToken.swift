/// A piece of a question, and where it stands.
struct QuestionToken: Equatable {
    enum Kind: Equatable {
        /// A name, a label, a number or a keyword.
        case word
        /// A label in quotes, which is never a keyword.
        case quoted
        case equals
        case comma
        case end
    }

    let kind: Kind
    /// Without its quotes.
    let text: String
    let place: Range<Int>

    /// Whether it is this keyword; capitals make no difference.
    func isKeyword(_ word: String) -> Bool { kind == .word && text.lowercased() == word }

    var word: Question.Word { Question.Word(text: text, place: place) }

    /// The most characters that a question may have.
    static let mostCharacters = 4000

    /// The pieces of a text, the last one being its end.
    static func tokens(of text: String) throws(QueryFault) -> [QuestionToken] {
        let characters = Array(text)
        guard characters.count <= mostCharacters else {
            throw QueryFault(
                .syntax, "the question has \(characters.count) characters",
                remedy: "Ask with at most \(mostCharacters), or in several questions.")
        }
        var tokens: [QuestionToken] = []
        var index = 0
        while index < characters.count {
            let start = index
            switch characters[index] {
            case let character where character.isWhitespace:
                index += 1
            case "=", ",":
                index += 1
                let kind: Kind = characters[start] == "=" ? .equals : .comma
                tokens.append(QuestionToken(kind: kind, text: String(characters[start]), place: start..<index))
            case "'", "\"":
                let label = try quoted(characters, &index, text)
                tokens.append(QuestionToken(kind: .quoted, text: label, place: start..<index))
            default:
                while index < characters.count, !endsWord(characters[index]) { index += 1 }
                tokens.append(
                    QuestionToken(kind: .word, text: String(characters[start..<index]), place: start..<index))
            }
        }
        tokens.append(QuestionToken(kind: .end, text: "", place: characters.count..<characters.count + 1))
        return tokens
    }

    static func endsWord(_ character: Character) -> Bool {
        character.isWhitespace || character == "=" || character == ","
    }

    /// The text between two quotes of one sort; a quote within it is doubled.
    private static func quoted(
        _ characters: [Character], _ index: inout Int, _ text: String
    ) throws(QueryFault) -> String {
        let (start, quote) = (index, characters[index])
        var label = ""
        index += 1
        while index < characters.count {
            if characters[index] == quote {
                index += 1
                guard index < characters.count, characters[index] == quote else { return label }
            }
            label.append(characters[index])
            index += 1
        }
        throw QueryFault(
            .syntax, "a quote is not closed", remedy: "Close it with \(quote); a quote within a label is doubled.",
            in: text, at: start..<characters.count)
    }
}
