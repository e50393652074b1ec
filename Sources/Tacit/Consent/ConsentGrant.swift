/// What somebody agreed to, and for how long.
public struct ConsentGrant: Sendable, Hashable {
    public let category: String
    public let level: ConsentLevel
    /// Of the category, when it was agreed to.
    public let version: Int
    /// Of the category's texts, when it was agreed to.
    public let digest: String
    public let conditions: Set<ConsentCondition>
    /// The first day on which it is no longer in force, where somebody said so.
    public let expires: ConsentDay?
    public let origin: ConsentOrigin

    /// Agrees to a category as it stands now.
    public init(
        _ category: ConsentCategory, level: ConsentLevel, conditions: Set<ConsentCondition> = [],
        expires: ConsentDay? = nil, origin: ConsentOrigin
    ) {
        self.init(
            category: category.name, level: level, version: category.version, digest: category.digest,
            conditions: conditions, expires: expires, origin: origin)
    }

    init(
        category: String, level: ConsentLevel, version: Int, digest: String, conditions: Set<ConsentCondition>,
        expires: ConsentDay?, origin: ConsentOrigin
    ) {
        self.category = category
        self.level = level
        self.version = version
        self.digest = digest
        self.conditions = conditions
        self.expires = expires
        self.origin = origin
    }

    /// Whether it was given to the category as it stands now.
    func covers(_ category: ConsentCategory) -> Bool {
        self.category == category.name && version == category.version && digest == category.digest
    }

    /// The first day on which it is no longer in force, if it was given on a day.
    func end(givenOn day: ConsentDay) -> ConsentDay? {
        let review = conditions.contains(.reviewAnnually) ? day.adding(days: 365) : nil
        return [expires, review].compactMap(\.self).min()
    }
}

/// What consent was tied to.
public enum ConsentCondition: String, Sendable, Hashable, CaseIterable, Codable {
    /// It ends after 365 days unless it is given again.
    case reviewAnnually = "review_annually"
}

/// How a decision came to be known.
public enum ConsentOrigin: String, Sendable, Hashable, CaseIterable, Codable {
    /// An answer to the question in a terminal.
    case prompt
    /// A command, such as `tacit on`.
    case command
    /// A view or another place of the program where a person decided.
    case program
    /// The configuration of whoever runs the program, a service for example.
    case configuration
    /// An export that the person brought along.
    case imported
}
