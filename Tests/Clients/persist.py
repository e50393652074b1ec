"""Sends log records with the OpenTelemetry exporters for Python until each batch was acknowledged, however often that takes.

    persist.py --endpoint http://127.0.0.1:4318 --name one --stop FILE --start SECONDS

It goes on with new batches until the file is there, and then ends when the last one was acknowledged. Each record is of a
contributor of its own. One JSON line on standard output tells how many records were acknowledged, in how many batches, and how many
exports failed before.
"""

import json
import time
from pathlib import Path

from opentelemetry import context
from opentelemetry._logs import LogRecord
from opentelemetry.sdk._logs import LoggerProvider, LogRecordProcessor
from opentelemetry.sdk.resources import Resource
from telemetry import arguments, exporters

RECORDS = 50


class Gathered(LogRecordProcessor):
    """Keeps what is emitted, for an export by hand."""

    def __init__(self):
        self.records = []

    def on_emit(self, log_record):
        self.records.append(log_record)

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=0):
        return True

    def take(self):
        taken, self.records = self.records, []
        return taken


def main():
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--name", required=True, help="of this client; its contributors begin with it")
    parser.add_argument("--stop", type=Path, required=True, help="the file that ends it")
    parser.add_argument("--start", type=int, required=True, help="the time of the records, in seconds since 1970")
    options = parser.parse_args()

    gathered = Gathered()
    provider = LoggerProvider(resource=Resource({"service.name": "shop"}), shutdown_on_exit=False)
    provider.add_log_record_processor(gathered)
    logger = provider.get_logger("shop.features", "1.0.0")
    exporter = exporters(options)["logs"]
    batches = 0
    while not options.stop.exists():
        for number in range(RECORDS):
            logger.emit(
                LogRecord(
                    timestamp=options.start * 1_000_000_000,
                    observed_timestamp=options.start * 1_000_000_000,
                    context=context.Context(),
                    event_name="feature.used",
                    attributes={
                        "feature": "search",
                        "success": True,
                        "duration_ms": 12,
                        "enduser.id": f"{options.name}-{batches}-{number}",
                    },
                )
            )
        batch = gathered.take()
        while exporter.export(batch).name != "SUCCESS":
            time.sleep(0.01)
        batches += 1
    told = {"batches": batches, "records": batches * RECORDS, "failed": exporter.outcomes["failure"]}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
