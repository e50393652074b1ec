"""A small web application, instrumented by OpenTelemetry's own packages and driven by itself.

    flask_app.py --endpoint http://127.0.0.1:4318 --requests 200
    flask_app.py --endpoint http://127.0.0.1:4318 --requests 200 --planted values.txt

The application listens on a free loopback port and is asked by real requests, so that spans and metrics of both
ends and the application's log go out. The planted values come as names in the path, in the query, in headers and
cookies, and so in the log.
"""

import logging
import os
import random
import threading
from urllib.parse import quote

import requests
from flask import Flask, request
from opentelemetry import _logs, metrics, trace
from opentelemetry.instrumentation.flask import FlaskInstrumentor
from opentelemetry.instrumentation.logging import LoggingInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from telemetry import SeededIds, arguments, exporters, finish, planted_values
from werkzeug.serving import make_server

NAMES = ["alice", "bob", "carol", "dan", "erin"]

# The development server's own log of requests would only be in the way of what a test reads.
logging.getLogger("werkzeug").disabled = True


def application():
    app = Flask("guestbook")

    @app.get("/")
    def index():
        return "welcome\n"

    @app.get("/users/<name>")
    def user(name):
        app.logger.warning("%s was looked up by %s", name, request.headers.get("X-Forwarded-For", "someone"))
        return f"this is {name}\n"

    @app.get("/fail")
    def fail():
        raise RuntimeError(f"no page for {request.args.get('for', 'anyone')}")

    return app


def instrument(app, options, out):
    """Sets the SDK up the way its documentation says, with what it sends going to the collector."""
    resource = Resource.create({"service.name": "guestbook", "service.version": "1.2.3"})
    queue = {"max_queue_size": 20 * options.requests + 1000, "max_export_batch_size": 100}
    tracing = TracerProvider(resource=resource, id_generator=SeededIds(options.seed), shutdown_on_exit=False)
    tracing.add_span_processor(BatchSpanProcessor(out["traces"], **queue))
    trace.set_tracer_provider(tracing)
    logs = LoggerProvider(resource=resource, shutdown_on_exit=False)
    logs.add_log_record_processor(BatchLogRecordProcessor(out["logs"], **queue))
    _logs.set_logger_provider(logs)
    meters = MeterProvider([PeriodicExportingMetricReader(out["metrics"])], resource, shutdown_on_exit=False)
    metrics.set_meter_provider(meters)

    FlaskInstrumentor().instrument_app(app)
    RequestsInstrumentor().instrument()
    LoggingInstrumentor().instrument(log_code_attributes=True)
    return [tracing, logs, meters]


def drive(base, options, values):
    """Asks for pages, the same ones for one seed, and counts the answers by route and status."""
    rng = random.Random(f"flask {options.seed}")
    answers = {}
    # With values to plant, the first requests take one each, so that none is left out.
    for number in range(max(options.requests, 2 * len(values))):
        value = values[number % len(values)] if values else rng.choice(NAMES)
        route = ["/users/<name>", "/fail"][number // len(values) % 2] if number < 2 * len(values) else None
        route = route or rng.choices(["/", "/users/<name>", "/fail", None], [5, 4, 1, 1])[0]
        headers = {"User-Agent": f"browser of {value}", "X-Forwarded-For": value, "baggage": f"user={quote(value)}"}
        path = {"/": "/", "/fail": "/fail", None: f"/missing/{quote(value)}"}.get(route, f"/users/{quote(value)}")
        reply = requests.get(
            base + path,
            params={"for": value, "token": value},
            cookies={"session": quote(value)},
            headers=headers,
            timeout=10,
        )
        key = f"{route or 'none'} {reply.status_code}"
        answers[key] = answers.get(key, 0) + 1
    return answers


def main():
    parser = arguments(__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument(
        "--conventions", choices=["old", "stable", "both"], default="stable", help="which names of HTTP attributes"
    )
    options = parser.parse_args()
    os.environ["OTEL_SEMCONV_STABILITY_OPT_IN"] = {"old": "", "stable": "http", "both": "http/dup"}[options.conventions]

    app, out = application(), exporters(options)
    providers = instrument(app, options, out)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        answers = drive(f"http://127.0.0.1:{server.port}", options, planted_values(options))
    finally:
        server.shutdown()
        thread.join()
    for provider in providers:
        provider.shutdown()
    finish(out, requests=sum(answers.values()), answers=answers)


if __name__ == "__main__":
    main()
