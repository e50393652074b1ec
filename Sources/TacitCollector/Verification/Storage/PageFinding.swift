import TacitScrub

/// What the scrubber found in a page of a store. What is sealed is known only later: a ciphertext may look like anything.
struct PageFinding: Sendable {
    let kind: Kind
    let place: String
    let page: SQLiteImage.Place
    /// Offsets in the page.
    let range: Range<Int>

    /// So many of each part of the work may turn out to be ciphertext, of which there is one in ten megabytes; more are somebody's.
    static let most = 100
}
