"""Plays a script on one TCP connection, so that a test can be as slow or as wrong as a client can be.

    raw_http.py 127.0.0.1:4318 < script.json

The script is a list of steps: {"send": HEX} sends bytes, {"answer": true} reads one HTTP answer, {"head": true} one
that has no body, {"pause": SECONDS} sends nothing for a while, {"closed": SECONDS} waits so long at most for the other
side to close, {"touch": FILE} tells by a file that it has come so far, {"wait": FILE} waits until a file is there.

One JSON line on standard output tells the answers, as [status, headers, body in hexadecimal digits], the bytes that
were read and belong to no answer, whether the connection was found closed, and whether bytes that were sent came back
as undeliverable: then it is closed in both directions.
"""

import json
import socket
import sys
import time
from pathlib import Path


class Connection:
    def __init__(self, address):
        host, _, port = address.rpartition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=30)
        self.rest = b""
        self.closed = False
        self.undeliverable = False

    def more(self):
        try:
            part = self.socket.recv(65536)
        except ConnectionError:
            part = b""
        self.closed = self.closed or not part
        self.rest += part
        return bool(part)

    def send(self, data):
        try:
            self.socket.sendall(data)
        except ConnectionError:
            self.closed = self.undeliverable = True

    def answer(self, has_body):
        """The next answer, or nothing if the connection ends before it is complete."""
        while b"\r\n\r\n" not in self.rest:
            if not self.more():
                return None
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0)) if has_body else 0
        while len(self.rest) < length:
            if not self.more():
                return None
        body, self.rest = self.rest[:length], self.rest[length:]
        return [int(first.split()[1]), headers, body.hex()]

    def wait_for_end(self, seconds):
        self.socket.settimeout(seconds)
        try:
            while self.more():
                pass
        except TimeoutError:
            pass


def main():
    connection = Connection(sys.argv[1])
    answers = []
    for step in json.load(sys.stdin):
        if "send" in step:
            connection.send(bytes.fromhex(step["send"]))
        elif "pause" in step:
            time.sleep(step["pause"])
        elif "touch" in step:
            Path(step["touch"]).touch()
        elif "wait" in step:
            while not Path(step["wait"]).exists():
                time.sleep(0.01)
        elif "answer" in step or "head" in step:
            answers += filter(None, [connection.answer("answer" in step)])
        elif "closed" in step:
            connection.wait_for_end(step["closed"])
    told = {"answers": answers, "rest": connection.rest.hex()}
    print(json.dumps(told | {"closed": connection.closed, "undeliverable": connection.undeliverable}))


if __name__ == "__main__":
    main()
