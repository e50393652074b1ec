/// How one kind of OpenTelemetry item becomes an event.
///
/// Every condition must hold. `fields` says where each field's value comes from: the first reading that is present.
package struct Source: Sendable, Equatable {
    package enum Signal: String, Sendable, CaseIterable {
        /// A log record.
        case log
        /// A span.
        case span
        /// An event within a span, such as `exception`.
        case spanEvent = "span_event"
        /// A metric's number data point: gauges, non-monotonic sums, and monotonic sums of delta temporality.
        case metric
        /// The resource that a request's records belong to, once for each request.
        case resource
    }

    package enum SpanKind: String, Sendable, CaseIterable {
        case `internal`, server, client, producer, consumer
    }

    package var signal: Signal
    /// A pattern for the log's event name (`event_name` or the attribute `event.name`), the span's, the span event's or
    /// the metric's name; `*` stands for any run of characters. `nil` matches all, also what has no name.
    package var name: String?
    package var spanKind: SpanKind?
    /// For log records: the lowest severity number (1 to 24).
    package var minSeverity: Int?
    /// Attributes that must be present (`nil`) or have one of these values.
    package var conditions: [Condition]
    package var fields: [Mapping]

    package init(
        signal: Signal, name: String?, spanKind: SpanKind?, minSeverity: Int?, conditions: [Condition],
        fields: [Mapping]
    ) {
        self.signal = signal
        self.name = name
        self.spanKind = spanKind
        self.minSeverity = minSeverity
        self.conditions = conditions
        self.fields = fields
    }

    /// The source of an event that names none: log records with the event's name, whose attributes are its fields.
    package static func implied(for event: String, fields: [Field]) -> Source {
        Source(
            signal: .log, name: event, spanKind: nil, minSeverity: nil, conditions: [],
            fields: fields.map { Mapping(field: $0.name, readings: [.attribute($0.name)]) })
    }

    package struct Condition: Sendable, Equatable {
        /// Any of these attribute names.
        package var attributes: [String]
        package var values: [String]?

        package init(attributes: [String], values: [String]?) {
            self.attributes = attributes
            self.values = values
        }
    }

    package struct Mapping: Sendable, Equatable {
        package var field: String
        package var readings: [Reading]

        package init(field: String, readings: [Reading]) {
            self.field = field
            self.readings = readings
        }
    }

    package enum Reading: Sendable, Equatable, Hashable {
        /// The record's own attribute, then (for a span event) its span's, then the resource's.
        case attribute(String)
        /// Span end minus start, in milliseconds.
        case duration
        /// Span status: `unset`, `ok` or `error`.
        case status
        /// Log severity as `trace`, `debug`, `info`, `warn`, `error` or `fatal`.
        case severity
        /// The name that `Source.name` matches against.
        case name
        /// A metric point's value.
        case value
        case scopeName
        case scopeVersion

        /// How the catalog writes an intrinsic reading: `$duration`, `$scope.name`, …
        package static let intrinsics: [String: Reading] = [
            "$duration": .duration, "$status": .status, "$severity": .severity, "$name": .name, "$value": .value,
            "$scope.name": .scopeName, "$scope.version": .scopeVersion,
        ]
    }
}
