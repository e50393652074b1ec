/// A message of OTLP, by its name in the `.proto` files.
package enum OTLPMessage: UInt8, Sendable, CaseIterable {
    case exportTraceServiceRequest, exportLogsServiceRequest, exportMetricsServiceRequest
    case resourceSpans, resourceLogs, resourceMetrics
    case scopeSpans, scopeLogs, scopeMetrics
    case resource, entityRef, instrumentationScope
    case span, spanEvent, spanLink, spanStatus
    case logRecord
    case metric, gauge, sum, histogram, exponentialHistogram, summary
    case numberDataPoint, histogramDataPoint, exponentialHistogramDataPoint, buckets
    case summaryDataPoint, valueAtQuantile, exemplar
    // The four that nest without end stand last: `isValue` relies on it.
    case keyValue, anyValue, arrayValue, keyValueList

    /// Whether it is a part of an attribute's or a body's value, which may be nested without end.
    package var isValue: Bool { rawValue >= OTLPMessage.keyValue.rawValue }

    /// The short name, as in `LogRecord`.
    package var name: String { String(fullName[fullName.lastIndex(of: ".")!...].dropFirst()) }

    /// The full protobuf name.
    package var fullName: String {
        switch self {
        case .exportTraceServiceRequest: "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest"
        case .exportLogsServiceRequest: "opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest"
        case .exportMetricsServiceRequest: "opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest"
        case .resourceSpans: "opentelemetry.proto.trace.v1.ResourceSpans"
        case .resourceLogs: "opentelemetry.proto.logs.v1.ResourceLogs"
        case .resourceMetrics: "opentelemetry.proto.metrics.v1.ResourceMetrics"
        case .scopeSpans: "opentelemetry.proto.trace.v1.ScopeSpans"
        case .scopeLogs: "opentelemetry.proto.logs.v1.ScopeLogs"
        case .scopeMetrics: "opentelemetry.proto.metrics.v1.ScopeMetrics"
        case .resource: "opentelemetry.proto.resource.v1.Resource"
        case .entityRef: "opentelemetry.proto.common.v1.EntityRef"
        case .instrumentationScope: "opentelemetry.proto.common.v1.InstrumentationScope"
        case .span: "opentelemetry.proto.trace.v1.Span"
        case .spanEvent: "opentelemetry.proto.trace.v1.Span.Event"
        case .spanLink: "opentelemetry.proto.trace.v1.Span.Link"
        case .spanStatus: "opentelemetry.proto.trace.v1.Status"
        case .logRecord: "opentelemetry.proto.logs.v1.LogRecord"
        case .metric: "opentelemetry.proto.metrics.v1.Metric"
        case .gauge: "opentelemetry.proto.metrics.v1.Gauge"
        case .sum: "opentelemetry.proto.metrics.v1.Sum"
        case .histogram: "opentelemetry.proto.metrics.v1.Histogram"
        case .exponentialHistogram: "opentelemetry.proto.metrics.v1.ExponentialHistogram"
        case .summary: "opentelemetry.proto.metrics.v1.Summary"
        case .numberDataPoint: "opentelemetry.proto.metrics.v1.NumberDataPoint"
        case .histogramDataPoint: "opentelemetry.proto.metrics.v1.HistogramDataPoint"
        case .exponentialHistogramDataPoint: "opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint"
        case .buckets: "opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets"
        case .summaryDataPoint: "opentelemetry.proto.metrics.v1.SummaryDataPoint"
        case .valueAtQuantile: "opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile"
        case .exemplar: "opentelemetry.proto.metrics.v1.Exemplar"
        case .keyValue: "opentelemetry.proto.common.v1.KeyValue"
        case .anyValue: "opentelemetry.proto.common.v1.AnyValue"
        case .arrayValue: "opentelemetry.proto.common.v1.ArrayValue"
        case .keyValueList: "opentelemetry.proto.common.v1.KeyValueList"
        }
    }
}
