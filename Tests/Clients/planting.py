"""Puts personal values wherever a user of OpenTelemetry could: in each field of the wire format that holds text."""

from opentelemetry import context, trace
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.metrics.view import View
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import Link, SpanContext, SpanKind, Status, StatusCode, TraceFlags, TraceState
from opentelemetry.trace.span import NonRecordingSpan


def around(value):
    """Attributes that no catalog declares, as careless code sets them."""
    return {
        value: "as a key",
        f"baggage.{value}": "as part of a key",
        "baggage.user": value,
        "baggage": f"user={value},session={value}",
        "user.email": value,
        "user.name": value,
        "session.id": value,
        "client.address": value,
        "db.statement": f"select * from users where name = '{value}'",
        "http.request.header.authorization": f"Bearer {value}",
        "http.request.header.cookie": [f"session={value}", "theme=dark"],
        "url.full": f"https://{value}:{value}@shop.example.com/account/{value}?user={value}#{value}",
        "file.path": f"/home/{value}/notes.txt",
        "code.stacktrace": f'File "/home/{value}/app.py", line 1, in main',
        "tags": [value, "plain", f"user:{value}"],
    }


class Planting:
    """Telemetry that carries every value in every place, some of it valid by the catalog, some of it not.

    Valid items show that a value beside a declared field does not pass with it; the others, that a value in the place
    of a declared field does not pass in its stead.
    """

    ITEMS_PER_VALUE = 6

    def __init__(self, out, ids, time):
        self.out = out
        self.ids = ids
        self.time = time
        self.sent = {}

    def resource(self, value):
        personal = {
            "service.name": value,
            "service.version": value,
            "service.instance.id": value,
            "host.name": f"{value}-laptop",
            "process.command_line": f"app --user {value}",
            "process.owner": value,
            "telemetry.sdk.language": value,
            "telemetry.sdk.version": value,
            "enduser.id": value,
        }
        return Resource(personal | around(value), schema_url=f"https://example.com/schemas/{value}")

    def scope(self, value):
        """The name, version, schema and attributes of an instrumentation scope."""
        return value, f"1.0-{value}", f"https://example.com/schemas/{value}"

    def logs(self, values):
        for value in values:
            provider = LoggerProvider(resource=self.resource(value), shutdown_on_exit=False)
            provider.add_log_record_processor(self.out.logs)
            name, version, schema = self.scope(value)
            logger = provider.get_logger(name, version, schema_url=schema, attributes=around(value))
            declared = {"feature": "search", "duration_ms": 12, "success": True, "enduser.id": value}
            nested = {"list": [value, {value: [value.encode(), {"deeper": value}]}]}
            stolen = dict.fromkeys(["feature", "duration_ms", "success", "enduser.id", "app.version"], value)
            failure = {"exception.message": f"no such user: {value}", "exception.stacktrace": value}
            places = [
                # Valid by the catalog, with the value in all that is not declared.
                ("feature.used", f"{value} used search", declared | around(value)),
                (None, value, declared | {"event.name": "feature.used", "nested": nested, "raw": value.encode()}),
                # The value in the place of what is declared.
                ("feature.used", {"user": value, value: [value]}, stolen),
                (value, [value, {"of": value}], {"event.name": value, "exception.type": value}),
                (None, value.encode(), failure | {"event.name": value}),
            ]
            for event_name, body, attributes in places:
                self.count("logs")
                logger.emit(
                    LogRecord(
                        timestamp=self.time,
                        observed_timestamp=self.time,
                        context=context.Context(),
                        severity_number=SeverityNumber.ERROR,
                        severity_text=value,
                        body=body,
                        attributes=attributes,
                        event_name=event_name,
                    )
                )

    def traces(self, values):
        for value in values:
            provider = TracerProvider(resource=self.resource(value), id_generator=self.ids, shutdown_on_exit=False)
            provider.add_span_processor(self.out.traces)
            name, version, schema = self.scope(value)
            tracer = provider.get_tracer(name, version, schema, around(value))
            declared = {
                "http.request.method": "GET", "http.route": "/", "http.response.status_code": 200, "enduser.id": value,
            }  # fmt: skip
            stolen = {
                "http.request.method": value, "http.route": f"/users/{value}", "http.response.status_code": value,
                "error.type": value, "enduser.id": value, "url.path": f"/users/{value}", "url.query": f"name={value}",
                "user_agent.original": value, "server.address": value,
            }  # fmt: skip
            self.span(tracer, "GET /", declared | around(value), value)
            self.span(tracer, f"GET /users/{value}", stolen, value)
            self.span(tracer, value, declared | {"error.type": value}, value)

    def span(self, tracer, name, attributes, value):
        """A span with the value in its parent's trace state, a link, an exception, an event and its status."""
        self.count("traces")
        state = TraceState([("vendor", value)])
        remote = SpanContext(self.ids.generate_trace_id(), self.ids.generate_span_id(), True, TraceFlags(1), state)
        span = tracer.start_span(
            name,
            context=trace.set_span_in_context(NonRecordingSpan(remote), context.Context()),
            kind=SpanKind.SERVER,
            links=[Link(remote, around(value))],
            start_time=self.time,
            attributes=attributes,
        )
        try:
            raise type(value, (Exception,), {})(f"no such user: {value}")
        except Exception as error:
            span.record_exception(error, around(value), timestamp=self.time)
        span.add_event("exception", {"exception.type": value, "exception.message": value}, self.time)
        span.add_event(value, around(value), self.time)
        span.set_status(Status(StatusCode.ERROR, f"failed for {value}"))
        span.end(self.time + 5_000_000)

    def metrics(self, values):
        collected = []
        for value in values:
            reader = InMemoryMetricReader()
            # A view that keeps one attribute moves the others into the exemplars.
            exemplary = View(instrument_name="planted.exemplars", attribute_keys={"feature"})
            provider = MeterProvider([reader], self.resource(value), views=[exemplary], shutdown_on_exit=False)
            name, version, schema = self.scope(value)
            meter = provider.get_meter(name, version, schema, around(value))
            declared = {"http.request.method": "GET", "http.route": "/", "http.response.status_code": 200}
            stolen = {"http.request.method": value, "http.route": f"/users/{value}", "http.response.status_code": value}
            sampled = SpanContext(self.ids.generate_trace_id(), self.ids.generate_span_id(), False, TraceFlags(1))
            inside = trace.set_span_in_context(NonRecordingSpan(sampled), context.Context())
            latency = meter.create_histogram("http.server.request.duration", unit="s", description=f"for {value}")
            latency.record(0.01, declared | {"enduser.id": value} | around(value))
            latency.record(0.02, stolen | {"error.type": value})
            uses = meter.create_counter("shop.feature.uses", unit=value if len(value) < 64 else "1", description=value)
            uses.add(1, {"feature": value, "enduser.id": value})
            meter.create_counter("planted.exemplars").add(1, {"feature": "search"} | around(value), context=inside)
            # A name of letters is also a valid name of a metric.
            if value.isalpha():
                meter.create_gauge(value).set(1, {value: value})
            collected.append(reader.get_metrics_data())
            self.count("metrics")
        for first in range(0, len(collected), 50):
            self.out.metrics(*collected[first : first + 50])

    def count(self, signal):
        self.sent[signal] = self.sent.get(signal, 0) + 1
