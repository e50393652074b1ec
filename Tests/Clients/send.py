"""Sends log records, spans and metric points with the OpenTelemetry SDK for Python, and says what it sent.

    send.py --endpoint http://127.0.0.1:4318 --count 1000 --contributors 50
    send.py --protocol grpc --endpoint http://127.0.0.1:4317 --compression gzip --signal traces --count 100
    send.py --endpoint http://127.0.0.1:4318 --planted values.txt

One JSON line on standard output tells the true figures, so that a test can compare what was released. The exit
code is 1 if an exporter reported a failure. One seed and one --start give the same telemetry every time.
"""

import random
import time

from opentelemetry import context
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import Counter, Histogram, MeterProvider
from opentelemetry.sdk.metrics.export import AggregationTemporality, InMemoryMetricReader, MetricsData
from opentelemetry.sdk.metrics.view import ExponentialBucketHistogramAggregation, View
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode
from planting import Planting
from telemetry import SIGNALS, SeededIds, arguments, exporters, finish, planted_values

FEATURES = ["search", "export", "share", "import", "settings"]
ROUTES = ["/", "/users/{name}", "/orders/{id}", "/search", "/health"]
METHODS = ["GET", "GET", "GET", "POST"]
SECOND = 1_000_000_000


class Traffic:
    """The ordinary telemetry of a small service: `count` items a signal, spread evenly over the contributors."""

    def __init__(self, options, out):
        self.options = options
        self.out = out
        self.random = random.Random(f"traffic {options.seed}")
        self.ids = SeededIds(options.seed)
        self.resource = Resource(
            {
                "service.name": "shop",
                "service.version": "2.4.1",
                "service.instance.id": "shop-1",
                "deployment.environment.name": "production",
                "telemetry.sdk.language": "python",
                "telemetry.sdk.name": "opentelemetry",
                "telemetry.sdk.version": "1.45.1",
                "os.type": "linux",
            }
        )
        self.truth = {}

    def contributor(self, number):
        return f"installation-{number % self.options.contributors:05d}"

    def time_of(self, number):
        """When the item happened, in nanoseconds: evenly from --start over --spread seconds."""
        return int((self.options.start + self.options.spread * number / max(self.options.count, 1)) * SECOND)

    def tally(self, *names):
        place = self.truth
        for name in names[:-1]:
            place = place.setdefault(name, {})
        place[names[-1]] = place.get(names[-1], 0) + 1

    def logs(self):
        provider = LoggerProvider(resource=self.resource, shutdown_on_exit=False)
        provider.add_log_record_processor(self.out.logs)
        logger = provider.get_logger("shop.features", "1.0.0")
        for number in range(self.options.count):
            feature, success = self.random.choice(FEATURES), self.random.random() < 0.9
            attributes = {
                "feature": feature,
                "duration_ms": self.random.randrange(1, 2000),
                "success": success,
                "enduser.id": self.contributor(number),
                "app.version": self.random.choice(["2.4.0", "2.4.1"]),
                "app.plan": self.random.choice(["free", "team"]),
                "screen.width": self.random.choice([390, 1280, 1920]),
                "thread.id": self.random.randrange(8),
            }
            # An event has its name in a field of its own; older SDKs put it into an attribute.
            named = number % 2 == 0
            logger.emit(
                LogRecord(
                    timestamp=self.time_of(number),
                    observed_timestamp=self.time_of(number),
                    context=context.Context(),
                    severity_number=SeverityNumber.INFO if success else SeverityNumber.WARN,
                    severity_text="INFO" if success else "WARN",
                    body=f"used {feature}",
                    attributes=attributes if named else attributes | {"event.name": "feature.used"},
                    event_name="feature.used" if named else None,
                )
            )
            self.tally("feature.used", feature, "success" if success else "failure")

    def traces(self):
        provider = TracerProvider(resource=self.resource, id_generator=self.ids, shutdown_on_exit=False)
        provider.add_span_processor(self.out.traces)
        tracer = provider.get_tracer("shop.http", "1.0.0")
        for number in range(self.options.count):
            route, method = self.random.choice(ROUTES), self.random.choice(METHODS)
            status = self.random.choices([200, 201, 302, 404, 500], [80, 5, 5, 6, 4])[0]
            begin = self.time_of(number)
            span = tracer.start_span(
                f"{method} {route}",
                context=context.Context(),
                kind=SpanKind.SERVER,
                start_time=begin,
                attributes={
                    "http.request.method": method,
                    "http.route": route,
                    "http.response.status_code": status,
                    "url.scheme": "http",
                    "url.path": route.replace("{name}", "someone").replace("{id}", str(number)),
                    "server.address": "shop.example.com",
                    "client.address": f"192.0.2.{number % 256}",
                    "user_agent.original": "example-browser/1.0",
                    "enduser.id": self.contributor(number),
                },
            )
            if status == 500:
                span.set_attribute("error.type", "ValueError")
                try:
                    raise ValueError("the order could not be priced")
                except ValueError as error:
                    span.record_exception(error, timestamp=begin)
                span.set_status(Status(StatusCode.ERROR, "the order could not be priced"))
            span.end(begin + self.random.randrange(1, 800) * 1_000_000)
            self.tally("http.server.request", route, f"{status // 100}xx")

    def metrics(self):
        temporality = AggregationTemporality[self.options.temporality.upper()]
        reader = InMemoryMetricReader(preferred_temporality={Counter: temporality, Histogram: temporality})
        exponential = View(instrument_name="shop.render.time", aggregation=ExponentialBucketHistogramAggregation())
        provider = MeterProvider([reader], self.resource, views=[exponential], shutdown_on_exit=False)
        meter = provider.get_meter("shop.metrics", "1.0.0")
        used = meter.create_counter("shop.feature.uses", unit="{use}")
        latency = meter.create_histogram("http.server.request.duration", unit="s")
        render = meter.create_histogram("shop.render.time", unit="ms")
        depth = meter.create_gauge("shop.queue.depth", unit="{order}")
        for part in range(self.options.collections):
            for number in range(part, self.options.count, self.options.collections):
                feature, route = self.random.choice(FEATURES), self.random.choice(ROUTES)
                who = {"enduser.id": self.contributor(number)}
                used.add(1, {"feature": feature, **who})
                latency.record(
                    self.random.expovariate(5),
                    {"http.request.method": "GET", "http.route": route, "http.response.status_code": 200, **who},
                )
                render.record(self.random.expovariate(0.02), {"feature": feature})
                depth.set(self.random.randrange(100), {"queue": "orders"})
                self.tally("shop.feature.uses", feature)
            self.out.metrics(reader.get_metrics_data())


class Outlet:
    """Where telemetry leaves: the SDK's own batch processors in front of counting exporters.

    The queues hold everything, so that the SDK itself never drops an item and the true figures are true.
    """

    def __init__(self, options, capacity):
        self.exporters = exporters(options)
        batches = {"max_queue_size": capacity, "max_export_batch_size": options.batch, "schedule_delay_millis": 200}
        self.logs = BatchLogRecordProcessor(self.exporters["logs"], **batches)
        self.traces = BatchSpanProcessor(self.exporters["traces"], **batches)

    def metrics(self, *collected):
        resources = [resource for data in collected if data for resource in data.resource_metrics]
        self.exporters["metrics"].export(MetricsData(resource_metrics=resources))

    def close(self):
        # Closing a processor sends what it still holds, and closes its exporter.
        self.logs.shutdown()
        self.traces.shutdown()
        self.exporters["metrics"].shutdown()


def main():
    parser = arguments(__doc__.partition("\n")[0])
    parser.add_argument("--signal", choices=[*SIGNALS, "all"], default="all")
    parser.add_argument("--count", type=int, default=0, help="ordinary items for each signal")
    parser.add_argument("--contributors", type=int, default=10)
    parser.add_argument("--batch", type=int, default=100, help="items in one export")
    parser.add_argument("--start", type=float, default=None, help="when it all happened, in Unix seconds; else now")
    parser.add_argument("--spread", type=float, default=0, help="over how many seconds it happened")
    parser.add_argument("--temporality", choices=["cumulative", "delta"], default="cumulative")
    parser.add_argument("--collections", type=int, default=1, help="in how many exports the metrics are collected")
    options = parser.parse_args()
    options.start = time.time() if options.start is None else options.start

    values = planted_values(options)
    signals = SIGNALS if options.signal == "all" else [options.signal]
    out = Outlet(options, capacity=options.count + len(values) * Planting.ITEMS_PER_VALUE + options.batch)
    traffic = Traffic(options, out)
    planting = Planting(out, SeededIds(f"planted {options.seed}"), int(options.start * SECOND))
    for signal in signals:
        if options.count:
            getattr(traffic, signal)()
        if values:
            getattr(planting, signal)(values)
    out.close()
    finish(
        out.exporters,
        sent={signal: options.count for signal in signals},
        contributors=min(options.count, options.contributors),
        truth=traffic.truth,
        planted={"values": len(values), **planting.sent},
    )


if __name__ == "__main__":
    main()
