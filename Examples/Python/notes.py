"""A plain OpenTelemetry app that reports to the same collector, under the same catalog, as the Swift example.

    OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 python notes.py add --times 3

It needs opentelemetry-sdk and opentelemetry-exporter-otlp-proto-http and nothing of Tacit. The name of the installation is in an
attribute; the collector replaces it on arrival by a pseudonym under a key that is destroyed with the window.
"""

import argparse
import time
import uuid

from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.resources import Resource


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["add", "list", "search"])
    parser.add_argument("--times", type=int, default=1)
    options = parser.parse_args()
    installation = str(uuid.uuid4())
    provider = LoggerProvider(Resource({"service.name": "notes", "tacit.contributor": installation}))
    provider.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))
    logger = provider.get_logger("notes")
    for _ in range(options.times):
        logger.emit(
            LogRecord(
                timestamp=time.time_ns(),
                severity_number=SeverityNumber.INFO,
                event_name="command.run",
                attributes={"command": options.command, "success": True, "duration": 12, "notes": 40},
            )
        )
    provider.shutdown()


if __name__ == "__main__":
    main()
