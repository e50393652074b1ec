import Foundation
import TacitScrub

/// Makes strings of what goes into an answer, and takes out of them what is personal or secret.
struct Quoter {
    let text: LentText
    private let scrubber: Scrubber

    init(_ text: LentText) {
        self.text = text
        scrubber = Self.scrubber
    }

    /// Figures are what a letter is read for: amounts of money stay.
    private static let scrubber: Scrubber = {
        var policy = ScrubPolicy.standard
        policy.findsNames = true
        // Amounts of money are on no floor, which is all that this can refuse.
        try? policy.set(.keep, for: .moneyAmount)
        return Scrubber(policy: policy)
    }()

    /// As it reads, scrubbed.
    func quote(_ range: Range<Int>) -> String { scrubber.scrub(text.string(range)) }

    /// Whether nothing in it had to be scrubbed.
    func isClean(_ range: Range<Int>) -> Bool {
        scrubber.isClean(UnsafeRawBufferPointer(start: text.bytes + range.lowerBound, count: range.count))
    }

    /// A title that is written in capitals is read as a sentence.
    func heading(_ range: Range<Int>) -> String {
        let hasSmall = range.contains { text.bytes[$0] >= 0x61 && text.bytes[$0] <= 0x7A }
        return hasSmall ? quote(range) : Self.capitalized(quote(range).lowercased())
    }

    /// Without the words that tie it to the sentence before, and with a capital.
    func statement(_ sentence: Sentence) -> String {
        var start = sentence.range.lowerBound
        while let length = Self.ties.prefix(of: text, start..<sentence.range.upperBound) { start += length }
        return Self.capitalized(quote(start..<sentence.range.upperBound))
    }

    /// What to do, verb first, and when or what for behind it.
    func action(_ sentence: Sentence, _ instruction: Sentence.Instruction) -> String {
        let range = instruction.verb..<sentence.range.upperBound
        var action = sentence.isHeading ? heading(range) : quote(range)
        if let last = action.last, ".!;:,".contains(last) { action.removeLast() }
        if let clause = instruction.clause, clause.upperBound <= instruction.verb {
            action += (action.contains(",") ? ", " : " ") + Self.uncapitalized(quote(clause))
        }
        return Self.capitalized(action)
    }

    static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A name keeps its capital, as far as the next letter tells: "AI", "I".
    private static func uncapitalized(_ string: String) -> String {
        let second = string.dropFirst().first
        return second.map(\.isLowercase) == true ? string.prefix(1).lowercased() + string.dropFirst() : string
    }

    private static let ties = PhraseSet([
        "but ", "and ", "so ", "yet ", "however, ", "also, ", "then, ", "second, ", "third, ", "first, ", "finally, ",
        "in short, ",
        "in fact, ", "of course, ", "still, ", "moreover, ", "furthermore, ", "in addition, ", "in other words, ",
        "that said, ", "now, ",
        "or ", "because of that, ", "as a result, ", "the result: ", "the lesson: ", "bottom line: ", "key takeaway: ",
        "takeaway: ",
    ])
}
