import Greeting
import Hummingbird
import Logging
import Metrics
import Tacit
import Tracing

/// A small web service with private telemetry: one line for logs, one for metrics, one for traces, one for its life.
///
/// ```
/// TACIT_CONSENT=operations TACIT_ENDPOINT=http://127.0.0.1:4318 greeter
/// curl 'http://127.0.0.1:8080/hello?name=Ada'
/// ```
@main
struct Greeter {
    static func main() async throws {
        let telemetry = try Tacit.bootstrap(.greeter, project: "greeter", version: "1.0.0")
        LoggingSystem.bootstrap { label in
            telemetry.logHandler(StreamLogHandler.standardError(label: label), label: label) { _, _, code in
                .faultSeen(code: code ?? "unknown")
            }
        }
        MetricsSystem.bootstrap(
            telemetry.metrics { map in
                map.counter("greetings") { count, _ in .greetingsMade(count: count) }
            })
        InstrumentationSystem.bootstrap(
            telemetry.tracer { map in
                map.span(kind: .server) { span in .requestServed(duration: span.duration, success: !span.hasFailed) }
            })

        let greeting = Greeting()
        let router = Router()
        router.middlewares.add(TracingMiddleware())
        router.get("hello") { request, _ in
            try greeting.text(for: request.uri.queryParameters["name"].map(String.init) ?? "")
        }
        let app = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8080)),
            services: [TelemetryService(telemetry)], logger: Logger(label: "greeter"))
        try await app.runService()
    }
}
