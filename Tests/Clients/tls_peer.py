"""Shakes hands with a TLS listener, and says in one JSON line what came of it.

    tls_peer.py 127.0.0.1:4318 --ca ca.crt --alpn http/1.1
    tls_peer.py 127.0.0.1:4318 --ca ca.crt --classical
    tls_peer.py 127.0.0.1:4318 --ca ca.crt --certificate client.crt --key client.key

With --classical it offers P-256 alone, through Python's own ssl; else the groups of the newest OpenSSL. A server may refuse a
client only after that one has finished (TLS 1.3): so one request is sent, and its answer, or the alert, is waited for.
"""

import argparse
import json
import socket
import ssl

from OpenSSL import SSL

LIMIT = 10
REQUEST = b"GET /v1/none HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"


def modern(options, raw):
    context = SSL.Context(SSL.TLS_CLIENT_METHOD)
    if options.tls12:
        context.set_max_proto_version(SSL.TLS1_2_VERSION)
    context.load_verify_locations(options.ca)
    context.set_verify(SSL.VERIFY_PEER)
    if options.certificate:
        context.use_certificate_chain_file(options.certificate)
        context.use_privatekey_file(options.key)
    if options.alpn:
        context.set_alpn_protos([options.alpn.encode()])
    # The peer's own waiting has no limit: the socket blocks, with the limit of the system.
    connection = SSL.Connection(context, raw)
    connection.set_tlsext_host_name(b"localhost")
    connection.set_connect_state()
    connection.do_handshake()
    found = {
        "version": connection.get_protocol_version_name(),
        "group": connection.get_group_name(),
        "alpn": connection.get_alpn_proto_negotiated().decode(),
        "serial": str(connection.get_peer_certificate().get_serial_number()),
    }
    connection.sendall(REQUEST)
    found["answered"] = len(connection.recv(1)) == 1
    return found


def classical(options, raw):
    context = ssl.create_default_context(cafile=options.ca)
    context.set_ecdh_curve("prime256v1")
    if options.alpn:
        context.set_alpn_protocols([options.alpn])
    with context.wrap_socket(raw, server_hostname="localhost") as connection:
        found = {"version": connection.version(), "alpn": connection.selected_alpn_protocol()}
        connection.sendall(REQUEST)
        found["answered"] = len(connection.recv(1)) == 1
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--ca", required=True)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--alpn")
    parser.add_argument("--classical", action="store_true")
    parser.add_argument("--tls12", action="store_true")
    options = parser.parse_args()
    host, _, port = options.address.rpartition(":")
    raw = socket.create_connection((host, int(port)), timeout=LIMIT)
    if not options.classical:
        # pyOpenSSL reads from the descriptor itself, which must block, though not for ever.
        raw.setblocking(True)
        limit = LIMIT.to_bytes(8, "little") + bytes(8)
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
    try:
        print(json.dumps((classical if options.classical else modern)(options, raw)))
    except (SSL.Error, ssl.SSLError, OSError) as error:
        print(json.dumps({"refused": type(error).__name__, "reason": str(error)}))


main()
