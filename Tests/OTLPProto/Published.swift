// Written by scripts/generate-otlp-proto. Do not edit.
// swift-format-ignore-file

/// A field of a message as OTLP's published descriptors have it.
package struct PublishedField: Sendable {
    package var message: String, number: Int, name: String, jsonName: String
    package var type: String, typeName: String, isRepeated: Bool
}

/// Each line: message, number, name, JSON name, type, name of the type or -, and whether it is repeated.
package let publishedFields: [PublishedField] = """
    opentelemetry.proto.common.v1.AnyValue 1 string_value stringValue string - single
    opentelemetry.proto.common.v1.AnyValue 2 bool_value boolValue bool - single
    opentelemetry.proto.common.v1.AnyValue 3 int_value intValue int64 - single
    opentelemetry.proto.common.v1.AnyValue 4 double_value doubleValue double - single
    opentelemetry.proto.common.v1.AnyValue 5 array_value arrayValue message opentelemetry.proto.common.v1.ArrayValue single
    opentelemetry.proto.common.v1.AnyValue 6 kvlist_value kvlistValue message opentelemetry.proto.common.v1.KeyValueList single
    opentelemetry.proto.common.v1.AnyValue 7 bytes_value bytesValue bytes - single
    opentelemetry.proto.common.v1.AnyValue 8 string_value_strindex stringValueStrindex int32 - single
    opentelemetry.proto.common.v1.ArrayValue 1 values values message opentelemetry.proto.common.v1.AnyValue repeated
    opentelemetry.proto.common.v1.KeyValueList 1 values values message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.common.v1.KeyValue 1 key key string - single
    opentelemetry.proto.common.v1.KeyValue 2 value value message opentelemetry.proto.common.v1.AnyValue single
    opentelemetry.proto.common.v1.KeyValue 3 key_strindex keyStrindex int32 - single
    opentelemetry.proto.common.v1.InstrumentationScope 1 name name string - single
    opentelemetry.proto.common.v1.InstrumentationScope 2 version version string - single
    opentelemetry.proto.common.v1.InstrumentationScope 3 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.common.v1.InstrumentationScope 4 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.common.v1.EntityRef 1 schema_url schemaUrl string - single
    opentelemetry.proto.common.v1.EntityRef 2 type type string - single
    opentelemetry.proto.common.v1.EntityRef 3 id_keys idKeys string - repeated
    opentelemetry.proto.common.v1.EntityRef 4 description_keys descriptionKeys string - repeated
    opentelemetry.proto.resource.v1.Resource 1 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.resource.v1.Resource 2 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.resource.v1.Resource 3 entity_refs entityRefs message opentelemetry.proto.common.v1.EntityRef repeated
    opentelemetry.proto.logs.v1.LogsData 1 resource_logs resourceLogs message opentelemetry.proto.logs.v1.ResourceLogs repeated
    opentelemetry.proto.logs.v1.ResourceLogs 1 resource resource message opentelemetry.proto.resource.v1.Resource single
    opentelemetry.proto.logs.v1.ResourceLogs 2 scope_logs scopeLogs message opentelemetry.proto.logs.v1.ScopeLogs repeated
    opentelemetry.proto.logs.v1.ResourceLogs 3 schema_url schemaUrl string - single
    opentelemetry.proto.logs.v1.ScopeLogs 1 scope scope message opentelemetry.proto.common.v1.InstrumentationScope single
    opentelemetry.proto.logs.v1.ScopeLogs 2 log_records logRecords message opentelemetry.proto.logs.v1.LogRecord repeated
    opentelemetry.proto.logs.v1.ScopeLogs 3 schema_url schemaUrl string - single
    opentelemetry.proto.logs.v1.LogRecord 1 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.logs.v1.LogRecord 11 observed_time_unix_nano observedTimeUnixNano fixed64 - single
    opentelemetry.proto.logs.v1.LogRecord 2 severity_number severityNumber enum opentelemetry.proto.logs.v1.SeverityNumber single
    opentelemetry.proto.logs.v1.LogRecord 3 severity_text severityText string - single
    opentelemetry.proto.logs.v1.LogRecord 5 body body message opentelemetry.proto.common.v1.AnyValue single
    opentelemetry.proto.logs.v1.LogRecord 6 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.logs.v1.LogRecord 7 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.logs.v1.LogRecord 8 flags flags fixed32 - single
    opentelemetry.proto.logs.v1.LogRecord 9 trace_id traceId bytes - single
    opentelemetry.proto.logs.v1.LogRecord 10 span_id spanId bytes - single
    opentelemetry.proto.logs.v1.LogRecord 12 event_name eventName string - single
    opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest 1 resource_logs resourceLogs message opentelemetry.proto.logs.v1.ResourceLogs repeated
    opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse 1 partial_success partialSuccess message opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess single
    opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess 1 rejected_log_records rejectedLogRecords int64 - single
    opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess 2 error_message errorMessage string - single
    opentelemetry.proto.metrics.v1.MetricsData 1 resource_metrics resourceMetrics message opentelemetry.proto.metrics.v1.ResourceMetrics repeated
    opentelemetry.proto.metrics.v1.ResourceMetrics 1 resource resource message opentelemetry.proto.resource.v1.Resource single
    opentelemetry.proto.metrics.v1.ResourceMetrics 2 scope_metrics scopeMetrics message opentelemetry.proto.metrics.v1.ScopeMetrics repeated
    opentelemetry.proto.metrics.v1.ResourceMetrics 3 schema_url schemaUrl string - single
    opentelemetry.proto.metrics.v1.ScopeMetrics 1 scope scope message opentelemetry.proto.common.v1.InstrumentationScope single
    opentelemetry.proto.metrics.v1.ScopeMetrics 2 metrics metrics message opentelemetry.proto.metrics.v1.Metric repeated
    opentelemetry.proto.metrics.v1.ScopeMetrics 3 schema_url schemaUrl string - single
    opentelemetry.proto.metrics.v1.Metric 1 name name string - single
    opentelemetry.proto.metrics.v1.Metric 2 description description string - single
    opentelemetry.proto.metrics.v1.Metric 3 unit unit string - single
    opentelemetry.proto.metrics.v1.Metric 5 gauge gauge message opentelemetry.proto.metrics.v1.Gauge single
    opentelemetry.proto.metrics.v1.Metric 7 sum sum message opentelemetry.proto.metrics.v1.Sum single
    opentelemetry.proto.metrics.v1.Metric 9 histogram histogram message opentelemetry.proto.metrics.v1.Histogram single
    opentelemetry.proto.metrics.v1.Metric 10 exponential_histogram exponentialHistogram message opentelemetry.proto.metrics.v1.ExponentialHistogram single
    opentelemetry.proto.metrics.v1.Metric 11 summary summary message opentelemetry.proto.metrics.v1.Summary single
    opentelemetry.proto.metrics.v1.Metric 12 metadata metadata message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.Gauge 1 data_points dataPoints message opentelemetry.proto.metrics.v1.NumberDataPoint repeated
    opentelemetry.proto.metrics.v1.Sum 1 data_points dataPoints message opentelemetry.proto.metrics.v1.NumberDataPoint repeated
    opentelemetry.proto.metrics.v1.Sum 2 aggregation_temporality aggregationTemporality enum opentelemetry.proto.metrics.v1.AggregationTemporality single
    opentelemetry.proto.metrics.v1.Sum 3 is_monotonic isMonotonic bool - single
    opentelemetry.proto.metrics.v1.Histogram 1 data_points dataPoints message opentelemetry.proto.metrics.v1.HistogramDataPoint repeated
    opentelemetry.proto.metrics.v1.Histogram 2 aggregation_temporality aggregationTemporality enum opentelemetry.proto.metrics.v1.AggregationTemporality single
    opentelemetry.proto.metrics.v1.ExponentialHistogram 1 data_points dataPoints message opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint repeated
    opentelemetry.proto.metrics.v1.ExponentialHistogram 2 aggregation_temporality aggregationTemporality enum opentelemetry.proto.metrics.v1.AggregationTemporality single
    opentelemetry.proto.metrics.v1.Summary 1 data_points dataPoints message opentelemetry.proto.metrics.v1.SummaryDataPoint repeated
    opentelemetry.proto.metrics.v1.NumberDataPoint 7 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.NumberDataPoint 2 start_time_unix_nano startTimeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.NumberDataPoint 3 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.NumberDataPoint 4 as_double asDouble double - single
    opentelemetry.proto.metrics.v1.NumberDataPoint 6 as_int asInt sfixed64 - single
    opentelemetry.proto.metrics.v1.NumberDataPoint 5 exemplars exemplars message opentelemetry.proto.metrics.v1.Exemplar repeated
    opentelemetry.proto.metrics.v1.NumberDataPoint 8 flags flags uint32 - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 9 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.HistogramDataPoint 2 start_time_unix_nano startTimeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 3 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 4 count count fixed64 - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 5 sum sum double - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 6 bucket_counts bucketCounts fixed64 - repeated
    opentelemetry.proto.metrics.v1.HistogramDataPoint 7 explicit_bounds explicitBounds double - repeated
    opentelemetry.proto.metrics.v1.HistogramDataPoint 8 exemplars exemplars message opentelemetry.proto.metrics.v1.Exemplar repeated
    opentelemetry.proto.metrics.v1.HistogramDataPoint 10 flags flags uint32 - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 11 min min double - single
    opentelemetry.proto.metrics.v1.HistogramDataPoint 12 max max double - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 1 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 2 start_time_unix_nano startTimeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 3 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 4 count count fixed64 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 5 sum sum double - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 6 scale scale sint32 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 7 zero_count zeroCount fixed64 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 8 positive positive message opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 9 negative negative message opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 10 flags flags uint32 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 11 exemplars exemplars message opentelemetry.proto.metrics.v1.Exemplar repeated
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 12 min min double - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 13 max max double - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint 14 zero_threshold zeroThreshold double - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets 1 offset offset sint32 - single
    opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets 2 bucket_counts bucketCounts uint64 - repeated
    opentelemetry.proto.metrics.v1.SummaryDataPoint 7 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.SummaryDataPoint 2 start_time_unix_nano startTimeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint 3 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint 4 count count fixed64 - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint 5 sum sum double - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint 6 quantile_values quantileValues message opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile repeated
    opentelemetry.proto.metrics.v1.SummaryDataPoint 8 flags flags uint32 - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile 1 quantile quantile double - single
    opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile 2 value value double - single
    opentelemetry.proto.metrics.v1.Exemplar 7 filtered_attributes filteredAttributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.metrics.v1.Exemplar 2 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.metrics.v1.Exemplar 3 as_double asDouble double - single
    opentelemetry.proto.metrics.v1.Exemplar 6 as_int asInt sfixed64 - single
    opentelemetry.proto.metrics.v1.Exemplar 4 span_id spanId bytes - single
    opentelemetry.proto.metrics.v1.Exemplar 5 trace_id traceId bytes - single
    opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest 1 resource_metrics resourceMetrics message opentelemetry.proto.metrics.v1.ResourceMetrics repeated
    opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse 1 partial_success partialSuccess message opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess single
    opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess 1 rejected_data_points rejectedDataPoints int64 - single
    opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess 2 error_message errorMessage string - single
    opentelemetry.proto.trace.v1.TracesData 1 resource_spans resourceSpans message opentelemetry.proto.trace.v1.ResourceSpans repeated
    opentelemetry.proto.trace.v1.ResourceSpans 1 resource resource message opentelemetry.proto.resource.v1.Resource single
    opentelemetry.proto.trace.v1.ResourceSpans 2 scope_spans scopeSpans message opentelemetry.proto.trace.v1.ScopeSpans repeated
    opentelemetry.proto.trace.v1.ResourceSpans 3 schema_url schemaUrl string - single
    opentelemetry.proto.trace.v1.ScopeSpans 1 scope scope message opentelemetry.proto.common.v1.InstrumentationScope single
    opentelemetry.proto.trace.v1.ScopeSpans 2 spans spans message opentelemetry.proto.trace.v1.Span repeated
    opentelemetry.proto.trace.v1.ScopeSpans 3 schema_url schemaUrl string - single
    opentelemetry.proto.trace.v1.Span 1 trace_id traceId bytes - single
    opentelemetry.proto.trace.v1.Span 2 span_id spanId bytes - single
    opentelemetry.proto.trace.v1.Span 3 trace_state traceState string - single
    opentelemetry.proto.trace.v1.Span 4 parent_span_id parentSpanId bytes - single
    opentelemetry.proto.trace.v1.Span 16 flags flags fixed32 - single
    opentelemetry.proto.trace.v1.Span 5 name name string - single
    opentelemetry.proto.trace.v1.Span 6 kind kind enum opentelemetry.proto.trace.v1.Span.SpanKind single
    opentelemetry.proto.trace.v1.Span 7 start_time_unix_nano startTimeUnixNano fixed64 - single
    opentelemetry.proto.trace.v1.Span 8 end_time_unix_nano endTimeUnixNano fixed64 - single
    opentelemetry.proto.trace.v1.Span 9 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.trace.v1.Span 10 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.trace.v1.Span 11 events events message opentelemetry.proto.trace.v1.Span.Event repeated
    opentelemetry.proto.trace.v1.Span 12 dropped_events_count droppedEventsCount uint32 - single
    opentelemetry.proto.trace.v1.Span 13 links links message opentelemetry.proto.trace.v1.Span.Link repeated
    opentelemetry.proto.trace.v1.Span 14 dropped_links_count droppedLinksCount uint32 - single
    opentelemetry.proto.trace.v1.Span 15 status status message opentelemetry.proto.trace.v1.Status single
    opentelemetry.proto.trace.v1.Span.Event 1 time_unix_nano timeUnixNano fixed64 - single
    opentelemetry.proto.trace.v1.Span.Event 2 name name string - single
    opentelemetry.proto.trace.v1.Span.Event 3 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.trace.v1.Span.Event 4 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.trace.v1.Span.Link 1 trace_id traceId bytes - single
    opentelemetry.proto.trace.v1.Span.Link 2 span_id spanId bytes - single
    opentelemetry.proto.trace.v1.Span.Link 3 trace_state traceState string - single
    opentelemetry.proto.trace.v1.Span.Link 4 attributes attributes message opentelemetry.proto.common.v1.KeyValue repeated
    opentelemetry.proto.trace.v1.Span.Link 5 dropped_attributes_count droppedAttributesCount uint32 - single
    opentelemetry.proto.trace.v1.Span.Link 6 flags flags fixed32 - single
    opentelemetry.proto.trace.v1.Status 2 message message string - single
    opentelemetry.proto.trace.v1.Status 3 code code enum opentelemetry.proto.trace.v1.Status.StatusCode single
    opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest 1 resource_spans resourceSpans message opentelemetry.proto.trace.v1.ResourceSpans repeated
    opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse 1 partial_success partialSuccess message opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess single
    opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess 1 rejected_spans rejectedSpans int64 - single
    opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess 2 error_message errorMessage string - single
    """.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return PublishedField(
            message: words[0], number: Int(words[1])!, name: words[2], jsonName: words[3], type: words[4],
            typeName: words[5], isRepeated: words[6] == "repeated")
    }

/// Each enumeration's names in the order of their numbers, which have no gaps.
package let publishedEnums: [String: [String]] = [
    "opentelemetry.proto.logs.v1.SeverityNumber": [
        "SEVERITY_NUMBER_UNSPECIFIED",
        "SEVERITY_NUMBER_TRACE",
        "SEVERITY_NUMBER_TRACE2",
        "SEVERITY_NUMBER_TRACE3",
        "SEVERITY_NUMBER_TRACE4",
        "SEVERITY_NUMBER_DEBUG",
        "SEVERITY_NUMBER_DEBUG2",
        "SEVERITY_NUMBER_DEBUG3",
        "SEVERITY_NUMBER_DEBUG4",
        "SEVERITY_NUMBER_INFO",
        "SEVERITY_NUMBER_INFO2",
        "SEVERITY_NUMBER_INFO3",
        "SEVERITY_NUMBER_INFO4",
        "SEVERITY_NUMBER_WARN",
        "SEVERITY_NUMBER_WARN2",
        "SEVERITY_NUMBER_WARN3",
        "SEVERITY_NUMBER_WARN4",
        "SEVERITY_NUMBER_ERROR",
        "SEVERITY_NUMBER_ERROR2",
        "SEVERITY_NUMBER_ERROR3",
        "SEVERITY_NUMBER_ERROR4",
        "SEVERITY_NUMBER_FATAL",
        "SEVERITY_NUMBER_FATAL2",
        "SEVERITY_NUMBER_FATAL3",
        "SEVERITY_NUMBER_FATAL4",
    ],
    "opentelemetry.proto.metrics.v1.AggregationTemporality": [
        "AGGREGATION_TEMPORALITY_UNSPECIFIED",
        "AGGREGATION_TEMPORALITY_DELTA",
        "AGGREGATION_TEMPORALITY_CUMULATIVE",
    ],
    "opentelemetry.proto.metrics.v1.DataPointFlags": [
        "DATA_POINT_FLAGS_DO_NOT_USE",
        "DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK",
    ],
    "opentelemetry.proto.trace.v1.Span.SpanKind": [
        "SPAN_KIND_UNSPECIFIED",
        "SPAN_KIND_INTERNAL",
        "SPAN_KIND_SERVER",
        "SPAN_KIND_CLIENT",
        "SPAN_KIND_PRODUCER",
        "SPAN_KIND_CONSUMER",
    ],
    "opentelemetry.proto.trace.v1.Status.StatusCode": [
        "STATUS_CODE_UNSET",
        "STATUS_CODE_OK",
        "STATUS_CODE_ERROR",
    ],
]
