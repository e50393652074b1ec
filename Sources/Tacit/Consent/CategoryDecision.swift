/// The last decision about one category.
struct CategoryDecision: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// `since` holds, for each level from basic to full, the position from which on records of it may be sent.
        case granted(ConsentGrant, since: [Int])
        case refused(version: Int, digest: String)
        case withdrawn
        case objected
        case ended(version: Int)
    }

    /// How a day lies to the time for which consent was given.
    enum Timing { case early, running, over }

    let kind: Kind
    let day: ConsentDay
    /// Whether something may have been sent since the collector last heard of a withdrawal.
    var mayHaveSent = false

    var isGranted: Bool {
        if case .granted = kind { true } else { false }
    }

    /// The version of the category that was decided about, where that matters.
    var version: Int? {
        switch kind {
        case .granted(let grant, _): grant.version
        case .refused(let version, _), .ended(let version): version
        case .withdrawn, .objected: nil
        }
    }

    func timing(on today: ConsentDay) -> Timing {
        guard case .granted(let grant, _) = kind else { return .over }
        if let end = grant.end(givenOn: day), today >= end { return .over }
        // A clock that is set right at midnight may lose a day.
        return day > today.adding(days: 1) ? .early : .running
    }
}
