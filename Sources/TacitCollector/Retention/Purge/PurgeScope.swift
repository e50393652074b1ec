import TacitStores

/// Of what everything may be purged, whether or not it has expired.
package enum PurgeScope: String, Codable, Sendable, CaseIterable {
    /// Sessions, in memory or in Redis.
    case sessions
    /// Open windows, with their keys and what the journal holds of them.
    case windows
    /// Exact figures that are kept for questions and running totals.
    case exact
    /// Released figures and answers to questions.
    case releases
    /// Counters of what came in.
    case counters
    /// Sealed detail, with the keys of all days.
    case detail

    /// All that tells of single people. Figures that were released tell of nobody.
    package static let personal: Set<PurgeScope> = [.sessions, .windows, .exact, .detail]

    /// What a store has of it.
    var stored: Set<Deletion.Kind> {
        switch self {
        case .sessions, .windows, .detail: []
        case .exact: [.exact, .totals]
        case .releases: [.releases, .answers]
        case .counters: [.counters]
        }
    }
}

/// What is to be purged.
package enum Purge: Sendable, Equatable {
    /// What has reached its limit.
    case expired
    case all(Set<PurgeScope>)
    /// Everything that tells of single people, at once.
    case emergency

    package var scopes: Set<PurgeScope> {
        switch self {
        case .expired: []
        case .all(let scopes): scopes
        case .emergency: PurgeScope.personal
        }
    }

    var reason: Deletions.Reason { self == .emergency ? .emergency : .purge }
}
