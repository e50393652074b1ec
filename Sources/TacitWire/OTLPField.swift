/// A field of an OTLP message: all that the readers and the JSON transcoder know of it.
package struct OTLPField: Sendable, Equatable {
    /// How a field's value is written.
    package enum Kind: Sendable, Equatable {
        case string
        /// Bytes; `hex` when OTLP/JSON writes them in hexadecimal (trace and span ids), else base64.
        case bytes(hex: Bool)
        case bool
        case int32, sint32, uint32, int64, uint64
        case fixed32, fixed64, sfixed64, double
        case enumeration(OTLPEnum)
        case message(OTLPMessage)
    }

    package var number: UInt8
    /// The name in the `.proto` file.
    package var name: String
    package var kind: Kind
    package var isRepeated: Bool

    /// The name in JSON: `timeUnixNano` for `time_unix_nano`, by protobuf's rule.
    package var jsonName: String {
        var out = ""
        var upper = false
        for letter in name {
            if letter == "_" {
                upper = true
            } else {
                out += upper ? letter.uppercased() : String(letter)
                upper = false
            }
        }
        return out
    }
}

/// An enumeration of OTLP. Numbers that it does not name are valid, as proto3 has it.
package enum OTLPEnum: Sendable, CaseIterable {
    case severityNumber, spanKind, statusCode, aggregationTemporality

    package var fullName: String {
        switch self {
        case .severityNumber: "opentelemetry.proto.logs.v1.SeverityNumber"
        case .spanKind: "opentelemetry.proto.trace.v1.Span.SpanKind"
        case .statusCode: "opentelemetry.proto.trace.v1.Status.StatusCode"
        case .aggregationTemporality: "opentelemetry.proto.metrics.v1.AggregationTemporality"
        }
    }

    /// The names in the order of their numbers, which begin at 0 and have no gaps.
    package var names: [String] {
        switch self {
        case .severityNumber:
            ["SEVERITY_NUMBER_UNSPECIFIED"]
                + ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"].flatMap { level in
                    ["", "2", "3", "4"].map { "SEVERITY_NUMBER_\(level)\($0)" }
                }
        case .spanKind:
            ["UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"].map { "SPAN_KIND_\($0)" }
        case .statusCode: ["STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"]
        case .aggregationTemporality:
            ["UNSPECIFIED", "DELTA", "CUMULATIVE"].map { "AGGREGATION_TEMPORALITY_\($0)" }
        }
    }
}
