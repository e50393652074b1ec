/// The schema of OTLP as data. The string walker, the JSON transcoder and the readers' checks are driven by this table, and
/// a test compares it, field by field, with the published descriptors: no string can be forgotten in one of them.
package enum OTLPSchema {
    /// The fields of a message, in the order of the `.proto` files.
    package static func fields(of message: OTLPMessage) -> [OTLPField] {
        switch message {
        case .exportTraceServiceRequest: [.many(1, "resource_spans", .resourceSpans)]
        case .exportLogsServiceRequest: [.many(1, "resource_logs", .resourceLogs)]
        case .exportMetricsServiceRequest: [.many(1, "resource_metrics", .resourceMetrics)]
        case .resourceSpans: block(.scopeSpans, "scope_spans")
        case .resourceLogs: block(.scopeLogs, "scope_logs")
        case .resourceMetrics: block(.scopeMetrics, "scope_metrics")
        case .scopeSpans: scopeBlock(.span, "spans")
        case .scopeLogs: scopeBlock(.logRecord, "log_records")
        case .scopeMetrics: scopeBlock(.metric, "metrics")
        case .resource, .entityRef, .instrumentationScope: source(message)
        case .span, .spanEvent, .spanLink, .spanStatus: trace(message)
        case .logRecord: logRecord
        case .metric, .gauge, .sum, .histogram, .exponentialHistogram, .summary: metric(message)
        case .numberDataPoint, .histogramDataPoint, .exponentialHistogramDataPoint, .buckets, .summaryDataPoint,
            .valueAtQuantile, .exemplar:
            point(message)
        case .keyValue, .anyValue, .arrayValue, .keyValueList: value(message)
        }
    }

    private static func block(_ scopes: OTLPMessage, _ name: String) -> [OTLPField] {
        [.one(1, "resource", .message(.resource)), .many(2, name, scopes), .one(3, "schema_url", .string)]
    }

    private static func scopeBlock(_ records: OTLPMessage, _ name: String) -> [OTLPField] {
        [.one(1, "scope", .message(.instrumentationScope)), .many(2, name, records), .one(3, "schema_url", .string)]
    }

    private static func source(_ message: OTLPMessage) -> [OTLPField] {
        switch message {
        case .resource:
            [
                .many(1, "attributes", .keyValue), .one(2, "dropped_attributes_count", .uint32),
                .many(3, "entity_refs", .entityRef),
            ]
        case .entityRef:
            [
                .one(1, "schema_url", .string), .one(2, "type", .string), .list(3, "id_keys", .string),
                .list(4, "description_keys", .string),
            ]
        default:
            [
                .one(1, "name", .string), .one(2, "version", .string), .many(3, "attributes", .keyValue),
                .one(4, "dropped_attributes_count", .uint32),
            ]
        }
    }

    private static func value(_ message: OTLPMessage) -> [OTLPField] {
        switch message {
        case .keyValue:
            [.one(1, "key", .string), .one(2, "value", .message(.anyValue)), .one(3, "key_strindex", .int32)]
        case .arrayValue: [.many(1, "values", .anyValue)]
        case .keyValueList: [.many(1, "values", .keyValue)]
        default:
            [
                .one(1, "string_value", .string), .one(2, "bool_value", .bool), .one(3, "int_value", .int64),
                .one(4, "double_value", .double), .one(5, "array_value", .message(.arrayValue)),
                .one(6, "kvlist_value", .message(.keyValueList)), .one(7, "bytes_value", .bytes(hex: false)),
                .one(8, "string_value_strindex", .int32),
            ]
        }
    }

    private static func trace(_ message: OTLPMessage) -> [OTLPField] {
        switch message {
        case .spanEvent:
            [
                .one(1, "time_unix_nano", .fixed64), .one(2, "name", .string), .many(3, "attributes", .keyValue),
                .one(4, "dropped_attributes_count", .uint32),
            ]
        case .spanLink:
            [
                .one(1, "trace_id", .bytes(hex: true)), .one(2, "span_id", .bytes(hex: true)),
                .one(3, "trace_state", .string), .many(4, "attributes", .keyValue),
                .one(5, "dropped_attributes_count", .uint32), .one(6, "flags", .fixed32),
            ]
        case .spanStatus: [.one(2, "message", .string), .one(3, "code", .enumeration(.statusCode))]
        default:
            [
                .one(1, "trace_id", .bytes(hex: true)), .one(2, "span_id", .bytes(hex: true)),
                .one(3, "trace_state", .string), .one(4, "parent_span_id", .bytes(hex: true)),
                .one(16, "flags", .fixed32), .one(5, "name", .string), .one(6, "kind", .enumeration(.spanKind)),
                .one(7, "start_time_unix_nano", .fixed64), .one(8, "end_time_unix_nano", .fixed64),
                .many(9, "attributes", .keyValue), .one(10, "dropped_attributes_count", .uint32),
                .many(11, "events", .spanEvent), .one(12, "dropped_events_count", .uint32),
                .many(13, "links", .spanLink), .one(14, "dropped_links_count", .uint32),
                .one(15, "status", .message(.spanStatus)),
            ]
        }
    }

    private static var logRecord: [OTLPField] {
        [
            .one(1, "time_unix_nano", .fixed64), .one(11, "observed_time_unix_nano", .fixed64),
            .one(2, "severity_number", .enumeration(.severityNumber)), .one(3, "severity_text", .string),
            .one(5, "body", .message(.anyValue)), .many(6, "attributes", .keyValue),
            .one(7, "dropped_attributes_count", .uint32), .one(8, "flags", .fixed32),
            .one(9, "trace_id", .bytes(hex: true)), .one(10, "span_id", .bytes(hex: true)),
            .one(12, "event_name", .string),
        ]
    }

    private static func metric(_ message: OTLPMessage) -> [OTLPField] {
        let temporality = OTLPField.one(2, "aggregation_temporality", .enumeration(.aggregationTemporality))
        return switch message {
        case .gauge: [.many(1, "data_points", .numberDataPoint)]
        case .sum: [.many(1, "data_points", .numberDataPoint), temporality, .one(3, "is_monotonic", .bool)]
        case .histogram: [.many(1, "data_points", .histogramDataPoint), temporality]
        case .exponentialHistogram: [.many(1, "data_points", .exponentialHistogramDataPoint), temporality]
        case .summary: [.many(1, "data_points", .summaryDataPoint)]
        default:
            [
                .one(1, "name", .string), .one(2, "description", .string), .one(3, "unit", .string),
                .one(5, "gauge", .message(.gauge)), .one(7, "sum", .message(.sum)),
                .one(9, "histogram", .message(.histogram)),
                .one(10, "exponential_histogram", .message(.exponentialHistogram)),
                .one(11, "summary", .message(.summary)), .many(12, "metadata", .keyValue),
            ]
        }
    }

    private static func point(_ message: OTLPMessage) -> [OTLPField] {
        let times: [OTLPField] = [.one(2, "start_time_unix_nano", .fixed64), .one(3, "time_unix_nano", .fixed64)]
        return switch message {
        case .numberDataPoint:
            [.many(7, "attributes", .keyValue)] + times + [
                .one(4, "as_double", .double), .one(6, "as_int", .sfixed64), .many(5, "exemplars", .exemplar),
                .one(8, "flags", .uint32),
            ]
        case .histogramDataPoint:
            [.many(9, "attributes", .keyValue)] + times + [
                .one(4, "count", .fixed64), .one(5, "sum", .double), .list(6, "bucket_counts", .fixed64),
                .list(7, "explicit_bounds", .double), .many(8, "exemplars", .exemplar), .one(10, "flags", .uint32),
                .one(11, "min", .double), .one(12, "max", .double),
            ]
        case .exponentialHistogramDataPoint:
            [.many(1, "attributes", .keyValue)] + times + [
                .one(4, "count", .fixed64), .one(5, "sum", .double), .one(6, "scale", .sint32),
                .one(7, "zero_count", .fixed64), .one(8, "positive", .message(.buckets)),
                .one(9, "negative", .message(.buckets)), .one(10, "flags", .uint32),
                .many(11, "exemplars", .exemplar), .one(12, "min", .double), .one(13, "max", .double),
                .one(14, "zero_threshold", .double),
            ]
        case .buckets: [.one(1, "offset", .sint32), .list(2, "bucket_counts", .uint64)]
        case .summaryDataPoint:
            [.many(7, "attributes", .keyValue)] + times + [
                .one(4, "count", .fixed64), .one(5, "sum", .double),
                .many(6, "quantile_values", .valueAtQuantile), .one(8, "flags", .uint32),
            ]
        case .valueAtQuantile: [.one(1, "quantile", .double), .one(2, "value", .double)]
        default:
            [
                .many(7, "filtered_attributes", .keyValue), .one(2, "time_unix_nano", .fixed64),
                .one(3, "as_double", .double), .one(6, "as_int", .sfixed64), .one(4, "span_id", .bytes(hex: true)),
                .one(5, "trace_id", .bytes(hex: true)),
            ]
        }
    }
}

extension OTLPField {
    fileprivate static func one(_ number: UInt8, _ name: String, _ kind: Kind) -> OTLPField {
        OTLPField(number: number, name: name, kind: kind, isRepeated: false)
    }

    fileprivate static func list(_ number: UInt8, _ name: String, _ kind: Kind) -> OTLPField {
        OTLPField(number: number, name: name, kind: kind, isRepeated: true)
    }

    fileprivate static func many(_ number: UInt8, _ name: String, _ message: OTLPMessage) -> OTLPField {
        OTLPField(number: number, name: name, kind: .message(message), isRepeated: true)
    }
}
