"""Makes one gRPC call with the bytes of standard input as its message, whatever they are.

    raw_grpc.py --endpoint 127.0.0.1:4317 --method opentelemetry.proto.collector.logs.v1.LogsService/Export < body
    raw_grpc.py --endpoint 127.0.0.1:4317 --method no.such.Service/Export --compression gzip --zeros 1000000

One JSON line on standard output tells the status code, its message, and the answer's bytes in hexadecimal digits.
"""

import argparse
import json
import sys

import grpc


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoint", required=True, help="HOST:PORT of the collector")
    parser.add_argument("--method", required=True, help="SERVICE/METHOD, in full")
    parser.add_argument("--compression", choices=["none", "gzip", "deflate"], default="none")
    parser.add_argument("--zeros", type=int, help="send so many zero bytes instead of standard input")
    parser.add_argument("--timeout", type=float, default=30)
    options = parser.parse_args()
    compressions = {
        "none": grpc.Compression.NoCompression, "gzip": grpc.Compression.Gzip, "deflate": grpc.Compression.Deflate,
    }  # fmt: skip
    message = sys.stdin.buffer.read() if options.zeros is None else bytes(options.zeros)
    with grpc.insecure_channel(options.endpoint) as channel:
        # With no serializer the bytes go out, and come back, as they are.
        call = channel.unary_unary("/" + options.method)
        try:
            answer = call(message, timeout=options.timeout, compression=compressions[options.compression])
            told = {"code": "OK", "message": "", "answer": answer.hex()}
        except grpc.RpcError as error:
            told = {"code": error.code().name, "message": error.details(), "answer": ""}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
