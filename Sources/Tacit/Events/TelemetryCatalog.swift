/// What an app may collect: the code that is generated from `catalog.yaml` makes one.
///
/// ```swift
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop")     // `.shop` is generated
/// ```
public struct TelemetryCatalog: Sendable, Hashable, Codable {
    public let name: String
    /// A digest of all that is collected, in hexadecimal; another one means that something was added or changed.
    public let digest: String
    /// At most ``maxCategories``.
    public let categories: [ConsentCategory]
    public let events: [EventDefinition]

    /// Two bits of one word say how much of a category is granted.
    public static let maxCategories = 32

    public init(name: String, digest: String, categories: [ConsentCategory], events: [EventDefinition]) {
        precondition(categories.count <= Self.maxCategories, "a catalog has at most 32 consent categories")
        self.name = name
        self.digest = digest
        self.categories = categories
        self.events = events
    }

    public func category(named name: String) -> ConsentCategory? { categories.first { $0.name == name } }
    public func event(named name: String) -> EventDefinition? { events.first { $0.name == name } }

    /// The category of an event of this catalog.
    public func category(of event: EventDefinition) -> ConsentCategory { categories[event.category] }
}

/// What a person is asked to agree to: one purpose, with what comes of it for them.
public struct ConsentCategory: Sendable, Hashable, Codable {
    /// Such as `analytics`.
    public let name: String
    public let title: String
    public let what: String
    public let why: String
    public let benefit: String
    public let retention: String
    public let sharing: String
    /// Grows when the purpose does: then this category, and no other, is asked about again.
    public let version: Int
    public let isEssential: Bool

    public init(
        name: String, title: String, what: String, why: String, benefit: String, retention: String, sharing: String,
        version: Int = 1, isEssential: Bool = false
    ) {
        self.name = name
        self.title = title
        self.what = what
        self.why = why
        self.benefit = benefit
        self.retention = retention
        self.sharing = sharing
        self.version = version
        self.isEssential = isEssential
    }
}
