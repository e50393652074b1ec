/// What a request may hold before it is refused, or before the rest of a record is left out.
///
/// ```swift
/// var limits = WireLimits()
/// limits.maxAttributesPerRecord = 64
/// ```
package struct WireLimits: Sendable, Equatable {
    /// How many `AnyValue` messages may be inside each other: an attribute's own value counts as one.
    /// One more refuses the request with ``WireError/Code/tooDeep``.
    package var maxDepth: Int

    /// Attributes that are kept of one record, resource, scope or span event, in their order. The rest is checked, left out
    /// and counted in ``Record/droppedForLimit`` or ``RecordReader/sourceDroppedForLimit``.
    package var maxAttributesPerRecord: Int

    /// Events that are kept of one span. The rest is checked, left out and counted.
    package var maxEventsPerRecord: Int

    /// Records, spans and data points of one request, with the blocks that they stand in. One more refuses the request with
    /// ``WireError/Code/tooManyItems`` before anything of it is read.
    package var maxItems: Int

    /// `maxDepth` is taken as at least 1 and at most 64, so that no input decides how much memory nesting costs.
    package init(
        maxDepth: Int = 32, maxAttributesPerRecord: Int = 128, maxEventsPerRecord: Int = 128, maxItems: Int = 1_000_000
    ) {
        self.maxDepth = min(max(maxDepth, 1), 64)
        self.maxAttributesPerRecord = max(maxAttributesPerRecord, 0)
        self.maxEventsPerRecord = max(maxEventsPerRecord, 0)
        self.maxItems = max(maxItems, 1)
    }
}
