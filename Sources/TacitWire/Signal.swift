/// One of the three kinds of telemetry that OTLP carries in an Export request.
///
/// ```swift
/// Signal.logs.path     // "/v1/logs"
/// Signal.logs.service  // "opentelemetry.proto.collector.logs.v1.LogsService"
/// ```
package enum Signal: Sendable, CaseIterable {
    case traces, logs, metrics

    /// The path of OTLP/HTTP.
    package var path: String {
        switch self {
        case .traces: "/v1/traces"
        case .logs: "/v1/logs"
        case .metrics: "/v1/metrics"
        }
    }

    /// The full name of the gRPC service; its one method is `Export`.
    package var service: String {
        switch self {
        case .traces: "opentelemetry.proto.collector.trace.v1.TraceService"
        case .logs: "opentelemetry.proto.collector.logs.v1.LogsService"
        case .metrics: "opentelemetry.proto.collector.metrics.v1.MetricsService"
        }
    }

    /// The message that a request of this signal is.
    package var request: OTLPMessage {
        switch self {
        case .traces: .exportTraceServiceRequest
        case .logs: .exportLogsServiceRequest
        case .metrics: .exportMetricsServiceRequest
        }
    }
}
