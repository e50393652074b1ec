/// A sentence, where it stands and what is known of it.
struct Sentence {
    let range: Range<Int>
    let block: Int
    /// The heading above it, among the blocks.
    let heading: Int?
    let isFirstOfBlock: Bool
    let isItem: Bool
    let isNumbered: Bool
    let isHeading: Bool
    var words = 0..<0
    /// How many of its words carry meaning.
    var contentWords = 0
    var figures: [Figure] = []
    var cues: Cues = []
    var instruction: Instruction?

    /// What a sentence tells its reader to do.
    struct Instruction {
        /// Where the verb starts.
        let verb: Int
        /// What stands before it and says when or what for.
        let clause: Range<Int>?
        let isProhibition: Bool
    }

    struct Cues: OptionSet {
        let rawValue: UInt16

        static let imperative = Cues(rawValue: 1)
        static let figure = Cues(rawValue: 2)
        static let evidence = Cues(rawValue: 4)
        static let advice = Cues(rawValue: 8)
        /// Starts with a word that points at the sentence before.
        static let dangling = Cues(rawValue: 16)
        static let question = Cues(rawValue: 32)
        static let shout = Cues(rawValue: 64)
        static let anecdote = Cues(rawValue: 128)
        /// Speaks of the letter itself, or sells.
        static let noise = Cues(rawValue: 256)
        static let prohibition = Cues(rawValue: 512)
        static let quotation = Cues(rawValue: 1024)
    }
}
