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
