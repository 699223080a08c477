# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""docket-practice-server as a program of its own, and HTTP by hand over a plain socket: no library between the test and
the bytes."""
import json
import os
import signal
import socket
import subprocess
from urllib.parse import quote, urlencode

SERVER = os.environ["DOCKET_PRACTICE_SERVER"]
# Only ends what would never end.
PATIENCE = 60


class Server:
    """Options as on the command line; with a token of None it makes one itself."""

    def __init__(self, *options, token="practice-token"):
        command = [SERVER, *(["--token", token] if token else []), *map(str, options)]
        # The address sanitizer holds back what was freed, which would look like memory in use. Leaks are looked for
        # where the server runs within a test.
        env = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1:detect_leaks=0"}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
        # It prints these lines when it is ready.
        said = dict(line.rstrip("\n").split(": ", 1) for line in (self.process.stdout.readline() for _ in range(3)))
        self.address, self.token, self.organization = said["Address"], said["Token"], said["Organization"]
        self.port = int(self.address.rpartition(":")[2])
        self.tasks = f"/organizations/{self.organization}/tasks"

    def headers(self, changes=None):
        """What every request needs, with changes: None leaves one out, a list sends it so many times."""
        fields = {"Host": f"127.0.0.1:{self.port}", "Authorization": f"Bearer {self.token}",
                  "Accept": "application/json", "X-Tallyfy-Client": "APIClient", **(changes or {})}
        return "".join(f"{name}: {value}\r\n" for name, values in fields.items() if values is not None
                       for value in (values if isinstance(values, list) else [values]))

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE)

    def call(self, method, path, query=None, headers=None, body=None):
        """One request on a connection of its own; what came back on it until its end."""
        data = b"" if body is None else json.dumps(body).encode()
        fields = {"Connection": "close"}
        if body is not None:
            fields.update({"Content-Type": "application/json", "Content-Length": str(len(data))})
        target = quote(path, safe="/") + (f"?{urlencode(query)}" if query else "")
        return Answer(self.raw(f"{method} {target} HTTP/1.1\r\n{self.headers({**fields, **(headers or {})})}\r\n"
                               .encode() + data))

    def raw(self, request):
        """What comes back for these bytes, after which no more come, until the server closes the connection."""
        with self.connect() as connection:
            try:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # answered, and closed, before it had read all of it
            return read_to_the_end(connection)

    def get(self, path, **query):
        """What a list or an item holds: the member data of a 200."""
        answer = self.call("GET", path, query)
        assert answer.status == 200, answer.raw
        return answer.json()["data"]

    def create(self, title):
        """A new one-off task; its ID."""
        answer = self.call("POST", self.tasks, body={"title": title, "task_type": "task", "owners": {"users": [1001]},
                                                     "deadline": "2030-05-15 12:00:00"})
        assert answer.status == 201, answer.raw
        return answer.json()["data"]["id"]

    def find(self, title):
        """The task of this title, with its process."""
        for task in self.get(self.tasks, archived="true", per_page=100, q=title):
            if task["title"] == title:
                return task
        raise AssertionError(f"There is no task “{title}”")

    def memory(self):
        """How many bytes of memory it has in use now."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=PATIENCE)

    def stop(self):
        """Ends it; what it wrote to its error output."""
        self.process.terminate()
        _, errors = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0, (self.process.returncode, errors)
        return errors


def fails(*options):
    """A server that does not come up: its exit status and what it says."""
    ended = subprocess.run([SERVER, *map(str, options)], capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ended.stdout == "", ended.stdout
    return ended.returncode, ended.stderr


def read_to_the_end(connection):
    received = b""
    while True:
        try:
            part = connection.recv(65536)
        except ConnectionResetError:
            return received
        if not part:
            return received
        received += part


class Answer:
    def __init__(self, raw):
        self.raw = raw
        head, separator, self.body = raw.partition(b"\r\n\r\n")
        assert separator, f"no whole head: {raw!r}"
        line, *fields = head.decode("ascii").split("\r\n")
        self.version, status, self.reason = line.split(" ", 2)
        self.status = int(status)
        self.fields = [tuple(field.split(": ", 1)) for field in fields]

    def header(self, name):
        """All values of this header, whose name is written exactly so."""
        return [value for known, value in self.fields if known == name]

    def json(self):
        return json.loads(self.body.decode("utf-8"))
