/// What sessions may hold, how many there may be, and how long they live.
package struct SessionLimits: Sendable, Equatable {
    /// No session lives longer, whatever is configured or asked for.
    package static let longest: Int64 = 86_400

    /// Seconds that a session lives where nothing else is asked for.
    package var ttl: Int64 = 4 * 3600
    /// Seconds that may be asked for.
    package var maxTTL = longest
    /// Bytes of content.
    package var maxBytes = 64 << 10
    package var maxCount = 1_000_000

    package init() {}
}
