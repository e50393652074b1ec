/// A log record, span or metric point, in the terms that all three share. What a kind does not have stays at zero.
package struct Record: Sendable {
    package enum Kind: Sendable {
        case log, span, numberPoint
        /// Also of an exponential histogram.
        case histogramPoint
        case summaryPoint
    }

    package enum Number: Sendable, Equatable {
        case none
        case int(Int64)
        case double(Double)
    }

    package enum Temporality: Sendable {
        case unspecified, delta, cumulative
    }

    package var kind = Kind.log
    /// The log's event name, the span's or the metric's name.
    package var name = Slice.none
    /// The metric's unit.
    package var unit = Slice.none

    /// Nanoseconds since 1970 in UTC, 0 when absent. `time` of a span is its start.
    package var time: UInt64 = 0
    package var observedTime: UInt64 = 0
    package var startTime: UInt64 = 0
    package var endTime: UInt64 = 0

    package var severityNumber: Int32 = 0
    package var spanKind: Int32 = 0
    package var statusCode: Int32 = 0
    /// The flags of a log, span or point; bit 0 of a point's says that it has no value.
    package var flags: UInt32 = 0

    /// Into ``RecordReader/attributes``.
    package var attributes = 0..<0
    /// Into ``RecordReader/events``.
    package var events = 0..<0
    package var body = AttributeValue.empty

    package var number = Number.none
    /// Of a histogram or summary point.
    package var count: UInt64 = 0
    package var sum: Double?
    package var min: Double?
    package var max: Double?
    package var temporality = Temporality.unspecified
    package var isMonotonic = false

    /// Attributes of the record and its events, and events, that were over the limits.
    package var droppedForLimit = 0
}

/// An event of a span.
package struct SpanEvent: Sendable {
    package var name = Slice.none
    package var time: UInt64 = 0
    /// Into ``RecordReader/attributes``.
    package var attributes = 0..<0
}
