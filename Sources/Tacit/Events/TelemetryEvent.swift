/// An event that the catalog declares. The types that conform are generated from it.
///
/// ```swift
/// telemetry.record(.featureUsed(feature: .export, success: true, duration: .milliseconds(40)))
/// ```
///
/// Its fields are Bool, closed enums, bounded numbers, durations, versions, codes or ``Scrubbed`` text: a plain String
/// does not compile.
public protocol TelemetryEvent: Sendable {
    /// Which event it is, and what must be granted for it.
    static var gate: EventGate { get }
    /// Writes every field, in the order of the definition.
    func write(to fields: inout FieldWriter)
}

/// What decides on the caller's thread whether an event is recorded: constants that fold into the call.
public struct EventGate: Sendable, Hashable {
    /// The catalog that the event belongs to, as ``catalog(_:)`` tells it.
    public let catalog: UInt64
    /// The position of the event in ``TelemetryCatalog/events``.
    public let event: UInt16
    /// The position of its category in ``TelemetryCatalog/categories``.
    public let category: UInt8
    public let level: ConsentLevel
    /// The first day, in days since 1970-01-01 UTC, on which it is no longer collected.
    public let expires: Int32

    @inlinable
    public init(catalog: UInt64, event: UInt16, category: UInt8, level: ConsentLevel, expires: Int32) {
        self.catalog = catalog
        self.event = event
        self.category = category
        self.level = level
        self.expires = expires
    }

    /// The first 16 hexadecimal digits of a catalog's digest, as a number.
    public static func catalog(_ digest: String) -> UInt64 { UInt64(digest.prefix(16), radix: 16) ?? 0 }
}
