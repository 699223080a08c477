# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""An HTTP server that answers as a test tells it to, and keeps every request byte for byte."""
import json
import socket
import ssl
import threading
from urllib.parse import parse_qs, urlsplit


class Request:
    def __init__(self, head, body):
        self.raw = head + body
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.target, self.version = lines[0].split(" ")
        self.headers = [tuple(line.split(": ", 1)) for line in lines[1:] if line]
        self.body = body
        parts = urlsplit(self.target)
        self.path, self.query = parts.path, {k: v[0] for k, v in parse_qs(parts.query).items()}

    @property
    def is_write(self):
        return self.method not in ("GET", "HEAD")

    def __repr__(self):
        return f"{self.method} {self.target}"


class Reply:
    """What to answer. hold: an Event to wait for first; drop: close the connection in place of an answer; cut: send
    half of the body and close."""

    def __init__(self, status=200, body=None, headers=(), hold=None, drop=False, cut=False):
        self.status, self.hold, self.drop, self.cut = status, hold, drop, cut
        self.headers = list(headers)
        if isinstance(body, (dict, list)):
            self.headers.append(("Content-Type", "application/json"))
            body = json.dumps(body)
        self.body = body.encode() if isinstance(body, str) else body or b""

    def bytes(self):
        lines = [f"HTTP/1.1 {self.status} Scripted"] + [f"{name}: {value}" for name, value in self.headers]
        if self.status != 204:
            lines.append(f"Content-Length: {len(self.body)}")
        body = self.body[:len(self.body) // 2] if self.cut else self.body
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


class ScriptedServer:
    """Listens on a free loopback port from the start. Replies are looked up by method and path: those that a test
    set (once or for good), else what default() says."""

    def __init__(self, certificate=None):
        self.requests = []
        self.replies = {}
        self.lock = threading.Lock()
        self.connections = set()
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.listen()

    @property
    def address(self):
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def listen(self):
        threading.Thread(target=self.accept, args=(self.socket,), daemon=True).start()

    def refuse(self):
        """Nothing listens any more; what is connected goes on."""
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.socket.close()

    def stop(self):
        """As if the machine had gone: nothing listens, and open connections break."""
        self.refuse()
        with self.lock:
            for connection in self.connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def start_again(self):
        """At the same port."""
        self.socket = socket.create_server(("127.0.0.1", self.port))
        self.listen()

    def on(self, method, path, *replies):
        """Answer with these, one after the other; the last one stays. None among them means the default."""
        with self.lock:
            self.replies[method, path] = list(replies)

    def default(self, request):
        return Reply(404, {"error": True, "message": "No such endpoint.", "code": "ENDPOINT_NOT_FOUND"})

    def reply_to(self, request):
        with self.lock:
            self.requests.append(request)
            queue = self.replies.get((request.method, request.path))
            reply = (queue.pop(0) if len(queue) > 1 else queue[0]) if queue else None
        return reply or self.default(request)

    def received(self, method=None, path=None):
        with self.lock:
            return [r for r in self.requests if method in (None, r.method) and path in (None, r.path)]

    def writes(self):
        return [r for r in self.received() if r.is_write]

    def accept(self, listener):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            with self.lock:
                self.connections.add(connection)
            with connection, connection.makefile("rb") as stream:
                while self.answer_one(connection, stream):
                    pass
        except OSError:
            pass  # the other side went away, or stop() broke the connection
        finally:
            with self.lock:
                self.connections.discard(connection)

    def answer_one(self, connection, stream):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = stream.readline()
            if not line:
                return False
            head += line
        length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n")
                       if line.startswith(b"content-length:")), 0)
        reply = self.reply_to(Request(head, stream.read(length)))
        if reply.hold:
            reply.hold.wait(120)
        if reply.drop:
            return False
        connection.sendall(reply.bytes())
        return not reply.cut
