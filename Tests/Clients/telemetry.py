"""What the client programs share: exporters of either protocol, and a count of what became of each export."""

import argparse
import json
import random
import sys
import threading
from pathlib import Path

import grpc
from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter as GRPCLogExporter
from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter as GRPCMetricExporter
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter as GRPCSpanExporter
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter as HTTPLogExporter
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter as HTTPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter as HTTPSpanExporter
from opentelemetry.sdk.trace.id_generator import IdGenerator

SIGNALS = ["logs", "traces", "metrics"]


def arguments(description):
    """A parser with the options that every client has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--protocol", choices=["http", "grpc"], default="http")
    parser.add_argument(
        "--endpoint", required=True, help="http://HOST:PORT of the collector, without /v1/…; a loopback address"
    )
    parser.add_argument("--compression", choices=["none", "gzip", "deflate"], default="none")
    parser.add_argument("--timeout", type=float, default=10, help="seconds for one export, its retries included")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--planted", type=Path, metavar="FILE", help="personal values to plant, one a line")
    return parser


def planted_values(options):
    return options.planted.read_text(encoding="utf-8").split("\n")[:-1] if options.planted else []


class Counted:
    """An exporter that counts its outcomes; all else is the exporter's own."""

    def __init__(self, exporter):
        self._exporter = exporter
        self._lock = threading.Lock()
        self.outcomes = {"success": 0, "failure": 0}

    def export(self, batch, *rest, **options):
        result = self._exporter.export(batch, *rest, **options)
        with self._lock:
            self.outcomes["success" if result.name == "SUCCESS" else "failure"] += 1
        return result

    def __getattr__(self, name):
        return getattr(self._exporter, name)


def exporters(options):
    """The OTLP exporter of each signal, by signal."""
    if options.protocol == "grpc":
        compressions = {"none": None, "gzip": grpc.Compression.Gzip, "deflate": grpc.Compression.Deflate}
        # With TLS and tokens: OTEL_EXPORTER_OTLP_CERTIFICATE and OTEL_EXPORTER_OTLP_HEADERS, as the SDK reads them.
        insecure = not options.endpoint.startswith("https://")
        common = {"insecure": insecure, "timeout": options.timeout, "compression": compressions[options.compression]}
        made = {
            "logs": GRPCLogExporter(endpoint=options.endpoint, **common),
            "traces": GRPCSpanExporter(endpoint=options.endpoint, **common),
            "metrics": GRPCMetricExporter(endpoint=options.endpoint, **common),
        }
    else:
        compressions = {"none": Compression.NoCompression, "gzip": Compression.Gzip, "deflate": Compression.Deflate}
        common = {"timeout": options.timeout, "compression": compressions[options.compression]}
        endpoint = options.endpoint.rstrip("/")
        made = {
            "logs": HTTPLogExporter(endpoint=f"{endpoint}/v1/logs", **common),
            "traces": HTTPSpanExporter(endpoint=f"{endpoint}/v1/traces", **common),
            "metrics": HTTPMetricExporter(endpoint=f"{endpoint}/v1/metrics", **common),
        }
    return {signal: Counted(exporter) for signal, exporter in made.items()}


class SeededIds(IdGenerator):
    """Trace and span ids that are the same in every run with one seed."""

    def __init__(self, seed):
        self._random = random.Random(f"ids {seed}")

    def generate_trace_id(self):
        return self._random.getrandbits(128) | 1

    def generate_span_id(self):
        return self._random.getrandbits(64) | 1


def finish(exporters, **facts):
    """Prints the one line that a test reads, and leaves with 1 if any export failed or none was made."""
    outcomes = {signal: exporter.outcomes for signal, exporter in exporters.items()}
    made = sum(sum(outcome.values()) for outcome in outcomes.values())
    failed = sum(outcome["failure"] for outcome in outcomes.values())
    ok = made > 0 and failed == 0
    print(json.dumps({"ok": ok, "exports": outcomes, **facts}, sort_keys=True))
    sys.exit(0 if ok else 1)
