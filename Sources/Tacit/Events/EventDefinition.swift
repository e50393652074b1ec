/// One event of a catalog: what it is for, on what ground it is collected, and its fields in their order.
public struct EventDefinition: Sendable, Hashable, Codable {
    /// The name in the catalog.
    public let name: String
    /// The name that its OpenTelemetry log records carry.
    public let eventName: String
    public let description: String
    public let purpose: String
    /// The position of its consent category in ``TelemetryCatalog/categories``.
    public let category: Int
    public let level: ConsentLevel
    /// The first day, in days since 1970-01-01 UTC, on which it is no longer collected.
    public let expires: Int32
    /// At most ``maxFields``.
    public let fields: [FieldDefinition]

    public static let maxFields = FieldWriter.capacity

    public init(
        name: String, eventName: String, description: String, purpose: String, category: Int, level: ConsentLevel,
        expires: Int32, fields: [FieldDefinition]
    ) {
        precondition(fields.count <= Self.maxFields, "an event has at most 28 fields")
        self.name = name
        self.eventName = eventName
        self.description = description
        self.purpose = purpose
        self.category = category
        self.level = level
        self.expires = expires
        self.fields = fields
    }
}

/// One typed field of an event. There is no plain string type.
public struct FieldDefinition: Sendable, Hashable, Codable {
    /// The name in the catalog.
    public let name: String
    /// The attribute that carries it.
    public let key: String
    public let description: String
    public let kind: Kind
    /// Whether a record may lack it.
    public let isOptional: Bool
    /// The epsilon of the randomized response that the value goes through on this machine; `nil` where it goes as it is.
    public let localEpsilon: Double?

    public enum Kind: Sendable, Hashable, Codable {
        case bool
        /// The labels in the order of the generated enum's cases; `other` is the last of them where there is one.
        case enumeration([String])
        /// Clamped to its bounds and rounded to its granularity.
        case number(min: Double, max: Double, granularity: Double, unit: String)
        /// The same, in milliseconds.
        case duration(min: Double, max: Double, granularity: Double)
        /// Cut to one, two or three numbers.
        case version(numbers: Int)
        case code(maxLength: Int)
        case scrubbed(maxLength: Int)
    }

    public init(
        name: String, key: String, description: String, kind: Kind, isOptional: Bool = false,
        localEpsilon: Double? = nil
    ) {
        self.name = name
        self.key = key
        self.description = description
        self.kind = kind
        self.isOptional = isOptional
        self.localEpsilon = localEpsilon
    }
}
