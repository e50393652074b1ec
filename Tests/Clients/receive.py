"""An OTLP/HTTP receiver that fails in every way a network can, and says what arrived.

    receive.py --faults 0.5

It prints its port. Of the requests to /v1/logs a share is answered with 503 before anything is taken, taken and then cut
off without an answer, or answered with garbage. `GET /result` tells, for each Idempotency-Key that was taken, the values of the
attribute `number`, and whether a key came with two different bodies.
"""

import argparse
import gzip
import json
import random
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest

taken = {}
conflicts = []
lock = threading.Lock()


def numbers(body):
    request = ExportLogsServiceRequest.FromString(body)
    for resource in request.resource_logs:
        for scope in resource.scope_logs:
            for record in scope.log_records:
                for attribute in record.attributes:
                    if attribute.key == "number":
                        yield attribute.value.int_value


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="application/x-protobuf"):
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path != "/result":
            return self.answer(404)
        with lock:
            result = {"batches": list(taken.values()), "conflicts": conflicts}
        self.answer(200, json.dumps({"numbers": [n for b in result["batches"] for n in b],
                                     "conflicts": len(conflicts)}).encode(), "application/json")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if self.path != "/v1/logs":
            return self.answer(404)
        fault = random.random() < self.server.faults
        kind = random.choice(["busy", "cut", "garbage"]) if fault else None
        if kind == "busy":
            return self.answer(503)
        with lock:
            key, found = self.headers["idempotency-key"], list(numbers(gzip.decompress(body)))
            if taken.setdefault(key, found) != found:
                conflicts.append(key)
        if kind == "cut":
            self.close_connection = True
            return self.connection.shutdown(socket.SHUT_RDWR)
        if kind == "garbage":
            return self.answer(200, b"\xff\xff\xff")
        self.answer(200)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--faults", type=float, default=0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.faults = parser.parse_args().faults
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
