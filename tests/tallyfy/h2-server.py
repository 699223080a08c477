#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A scripted server that speaks HTTP/2 over TLS on a free port of 127.0.0.1.

    h2-server.py FOLDER ACTION...

Makes a certificate for "localhost" in FOLDER (cert.pem), says its port in a line, and then a line for each request
before it acts on it: the number of the connection, method, path, and the sorted names of the header fields. Each request
takes the next ACTION: a status to answer with, "close" (the connection, without an answer), "goaway" (says that it has
processed the request, then closes), "goaway-before" (says that it has not), "refuse" or "reset" (the stream), "stall"
(an answer without its end). Ends when its standard input does.
"""
import json
import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import RequestReceived
from h2.exceptions import ProtocolError


def make_context(folder):
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.set_alpn_protocols(["h2"])
    return context


class Server:
    def __init__(self, folder, actions):
        self.context = make_context(folder)
        self.actions = actions
        self.lock = threading.Lock()
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))

    def say(self, line):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            with self.context.wrap_socket(connection, server_side=True) as stream:
                with self.lock:
                    self.connections += 1
                    number = self.connections
                Conversation(self, number, stream).run()
        except (OSError, ProtocolError):
            connection.close()

    def take(self, number, headers):
        fields = dict(headers)
        names = ",".join(sorted(name for name, _ in headers if not name.startswith(":")))
        with self.lock:
            self.say(f"{number} {fields[':method']} {fields[':path']} {names}")
            return self.actions.pop(0) if self.actions else "599"


class Conversation:
    def __init__(self, server, number, stream):
        self.server, self.number, self.stream = server, number, stream
        self.is_post = False
        self.h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))

    def run(self):
        self.h2.initiate_connection()
        self.flush()
        while data := self.stream.recv(65536):
            for event in self.h2.receive_data(data):
                if isinstance(event, RequestReceived):
                    self.is_post = dict(event.headers)[":method"] == "POST"
                    if not self.act(self.server.take(self.number, event.headers), event.stream_id):
                        return
            self.flush()

    def flush(self):
        self.stream.sendall(self.h2.data_to_send())

    def drain(self):
        """Bytes that nobody read would make a reset of the close, which overtakes what was sent."""
        self.stream.shutdown(socket.SHUT_WR)
        while self.stream.recv(65536):
            pass

    def act(self, action, stream_id):
        """Whether the connection goes on."""
        if action == "close":
            return False
        if action in ("goaway", "goaway-before"):
            last = stream_id if action == "goaway" else 0
            self.h2.close_connection(ErrorCodes.NO_ERROR, last_stream_id=last)
            self.flush()
            self.drain()
            return False
        if action == "refuse":
            self.h2.reset_stream(stream_id, ErrorCodes.REFUSED_STREAM)
        elif action == "reset":
            self.h2.reset_stream(stream_id, ErrorCodes.INTERNAL_ERROR)
        elif action == "stall":
            self.h2.send_headers(stream_id, [(":status", "200"), ("content-length", "99")])
            self.h2.send_data(stream_id, b'{"data":')
        else:
            self.answer(stream_id, action)
        return True

    def answer(self, stream_id, status):
        if status == "204":
            self.h2.send_headers(stream_id, [(":status", status)], end_stream=True)
            return
        self.h2.send_headers(stream_id, [(":status", status)])
        body = {"data": {"id": "task1", "status": "completed" if self.is_post else "active"}}
        self.h2.send_data(stream_id, json.dumps(body).encode(), end_stream=True)


def main():
    server = Server(Path(sys.argv[1]), sys.argv[2:])
    server.say(server.listener.getsockname()[1])
    threading.Thread(target=server.accept, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
