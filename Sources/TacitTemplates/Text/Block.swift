/// A heading, a paragraph or an item of a list.
struct Block {
    enum Kind: Equatable {
        case heading(level: Int)
        case paragraph
        /// `isNumbered` where the author gave it a place in an order.
        case item(isNumbered: Bool)
        case rule
    }

    var kind: Kind
    var range: Range<Int>
    /// How many of its bytes stand in links.
    var linkBytes = 0
    var links = 0

    var isHeading: Bool { if case .heading = kind { true } else { false } }
    var isItem: Bool { if case .item = kind { true } else { false } }
}
