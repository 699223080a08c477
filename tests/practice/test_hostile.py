#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""docket-practice-server against requests that nobody should send: whatever comes, it answers with an error or closes the
connection, says nothing on its error output, changes nothing, and goes on to serve others."""
import json
import os
import random
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import tap  # noqa: E402
from wire import Answer, Server  # noqa: E402

TASK = {"title": "Buy stamps", "task_type": "task", "owners": {"users": [1001]}, "deadline": "2030-05-15 12:00:00"}
# What may stand where something else is expected.
ODD = [None, True, False, 0, -1, 1.5, 1e300, 2 ** 63, -2 ** 70, "", " ", "x", "\0", "a\0b", "😀", "\u202e", "9" * 400, [], {},
       [[]], [None], [{}], {"": ""}, {"users": None}, {"users": [None, {}, [], 1.5, "x", 2 ** 64, -1, ""]},
       {"users": {}}, {"guests": ["x"]}, {"groups": [1]}, "'; DROP TABLE tasks; --", "%s%n", "2030-02-30",
       "0000-00-00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00", "2030-05-15T12:00:00+99:99"]


class Case(unittest.TestCase):
    def setUp(self):
        self.server = Server("--tasks", 30)
        self.addCleanup(lambda: self.assertEqual(self.server.stop(), "", "it said something, or died"))
        self.before = self.everything()

    def everything(self):
        return self.server.get(self.server.tasks, archived="true", without_pagination="true",
                               **{"with": "form_fields,threads,summary,tags"})

    def check_unharmed(self):
        """It still serves, and holds what it held."""
        self.assertEqual(self.everything(), self.before)

    def refused(self, raw, *statuses):
        """What comes back for these bytes: nothing at all, or an answer with one of the statuses."""
        received = self.server.raw(raw)
        if received:
            self.assertIn(Answer(received).status, statuses, raw[:200])

    def request(self, line, headers="", body=b""):
        return f"{line}\r\n{self.server.headers({'Connection': 'close'})}{headers}\r\n".encode("latin-1") + body

    def send(self, body, path=None, method="POST", **headers):
        """A body of bytes as they are; the status of the answer."""
        fields = {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return Answer(self.server.raw(self.request(f"{method} {path or self.server.tasks} HTTP/1.1", lines, body))).status


class Parser(Case):
    def test_what_is_not_http(self):
        noise = random.Random(1)
        for raw in (b"\r\n\r\n", b"\0" * 4096 + b"\r\n\r\n", b"GET\r\n\r\n", b"GET /me\r\n\r\n", b"GET  HTTP/1.1\r\n\r\n",
                    b"GET /me HTTP/9.9\r\n\r\n", b"GET /me HTTP/1.1\r\n: x\r\n\r\n", b"GET /me HTTP/1.1\r\n\r\n",
                    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    *(noise.randbytes(500) + b"\r\n\r\n" for _ in range(50))):
            self.refused(raw, 400, 401, 404, 405, 501, 505)
        self.check_unharmed()

    def test_strange_targets(self):
        for target in ("*", "/", "//", "/me/", "//me", "/me/../you", "/%", "/%zz", "/%00", "/me%00", "/%ff", "/me?%", "me",
                       "http://127.0.0.1/nothing", "/" + "a/" * 2000, "/\xff", f"{self.server.tasks}/%ff",
                       f"{self.server.tasks}/%2e%2e", f"{self.server.tasks}/..%2f", f"{self.server.tasks}/a%2Fdelete"):
            for method in ("GET", "DELETE", "PUT", "OPTIONS", "PATCH", "TRACE", "CONNECT"):
                self.refused(self.request(f"{method} {target} HTTP/1.1"), 400, 404)
        self.check_unharmed()

    def test_an_encoded_slash_belongs_to_its_part(self):
        task = self.before[0]["id"]
        self.refused(self.request(f"DELETE {self.server.tasks}/{task}%2Fdelete HTTP/1.1"), 404)
        self.check_unharmed()

    def test_huge_heads(self):
        for headers in (f"X-Long: {'a' * 300000}\r\n", "X-Many: a\r\n" * 30000):
            self.refused(self.request("GET /me HTTP/1.1", headers), 400, 413, 431)
        self.refused(self.request(f"GET /{'a' * 300000} HTTP/1.1"), 400, 404, 414)
        self.check_unharmed()

    def test_queries_that_are_not_utf8(self):
        for query in ("q=%FF", "q=%C3", "%FF=x", "q=%ED%A0%80", "tag=%FF", "owners=%FF,1001", "created=%FF", "status=%FF",
                      "deadline_on=%FF", "sort=%FF", "page=%FF", "with=%FF"):
            self.refused(self.request(f"GET {self.server.tasks}?{query} HTTP/1.1"), 400)
        self.check_unharmed()

    def test_queries_with_odd_values(self):
        for name in ("q", "status", "owners", "guests", "groups", "tag", "created", "deadline_on", "deadline_before", "with",
                     "sort", "page", "per_page", "archived", "is_oneoff", "unassigned", "without_pagination"):
            for value in ("", ",", ":", "a:b", "-", "'", "\"", "%00", "*", "?", "9" * 400, "-1", "0", "1e3", "%F0%9F%98%80",
                          "0001-01-01", "2030-01-01:", "," * 3000):
                received = self.server.raw(self.request(f"GET {self.server.tasks}?{name}={value} HTTP/1.1"))
                self.assertIn(Answer(received).status, (200, 422), (name, value[:20]))
        self.check_unharmed()

    def test_lengths_that_lie(self):
        path = f"POST {self.server.tasks} HTTP/1.1"
        body = json.dumps(TASK).encode()
        json_type = "Content-Type: application/json\r\n"
        for headers, raw in ((f"Content-Length: {len(body) - 5}\r\n", body), ("Content-Length: -1\r\n", body),
                             ("Content-Length: many\r\n", body), ("Content-Length: 5\r\nContent-Length: 6\r\n", body),
                             ("Content-Length: 99999999999999999999999\r\n", body),
                             ("Content-Length: 2000000\r\n", b""), ("Content-Length: 1073741824\r\n", b""),
                             ("Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
                             ("Transfer-Encoding: chunked\r\n", b"ffffffffffffffff\r\n"),
                             ("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", body)):
            self.refused(self.request(path, json_type + headers, raw), 400, 411, 413, 422, 501)
        self.check_unharmed()

    def test_a_connection_that_ends_in_the_middle_of_a_request(self):
        whole = self.request(f"POST {self.server.tasks} HTTP/1.1", "Content-Type: application/json\r\nContent-Length: 150\r\n",
                             json.dumps(TASK).encode())
        for length in range(1, len(whole), 23):
            with self.server.connect() as connection:
                connection.sendall(whole[:length])
        self.check_unharmed()


class Bodies(Case):
    def test_what_is_not_a_json_object(self):
        for body in (b"{", b"}", b"[]", b"null", b"1", b'"x"', b"nonsense", b'{"title":', b'{"title": "x"', b"{'title': 'x'}",
                     b'{"title": "\xff"}', b'{"title": "\\ud800"}', b'{"\\udfff": 1}', b'{"title": "\\u12"}', b"\xef\xbb\xbf{}",
                     b'{"a":1}{"b":2}', b'{"a":1,}', b"\0", b"{}\0{}", b'{"title": "a\nb"', b"1e999", b"{" * 60, b"[" * 60):
            self.assertIn(self.send(body), (400, 422), body)
        self.check_unharmed()

    def test_half_a_surrogate_pair(self):
        for half in ("\\ud800", "\\udfff", "a\\ud83db"):
            self.assertEqual(self.send(json.dumps({**TASK, "title": "HALF"}).replace("HALF", half).encode()), 400)
        self.assertEqual(self.send(json.dumps({**TASK, "title": "PAIR"}).replace("PAIR", "\\ud83d\\ude00").encode()), 201)
        self.check_new_task()

    def test_deep_nesting(self):
        for depth in (65, 1000, 400000):
            for body in (b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth, b"[" * depth):
                if len(body) <= 1024 * 1024:
                    self.assertEqual(self.send(body), 400, depth)
        self.check_unharmed()

    def test_a_body_of_more_than_a_mebibyte(self):
        self.assertEqual(self.send(b'{"title": "' + b"a" * 2 ** 20 + b'"}'), 413)
        self.check_unharmed()

    def test_a_body_that_is_refused_is_not_kept_in_memory(self):
        with self.server.connect() as connection:
            connection.sendall(self.request(f"POST {self.server.tasks} HTTP/1.1", f"Content-Length: {2 ** 26}\r\n"))
            before = self.server.memory()
            for _ in range(2 ** 6):
                connection.sendall(b"a" * 2 ** 20)
            self.assertIn(b" 413 ", connection.recv(65536))
            self.assertLess(self.server.memory() - before, 2 ** 24)

    def test_a_body_of_nearly_a_mebibyte_is_read(self):
        self.assertEqual(self.send(b'{"title": "' + b"a" * (2 ** 20 - 100) + b'"}'), 422)
        self.check_unharmed()

    def test_odd_values_in_each_member_of_a_new_task(self):
        for member in ("title", "name", "summary", "description", "task_type", "owners", "deadline", "started_at", "webhook",
                       "top_secret", "tags", "form_fields"):
            for value in ODD:
                status = self.send(json.dumps({**TASK, member: value}).encode())
                self.assertIn(status, (201, 400, 422), (member, value))
                if status == 201:
                    self.check_new_task()

    def check_new_task(self):
        """What was accepted can be read back, and goes again."""
        known = {task["id"] for task in self.before}
        new = [task for task in self.everything() if task["id"] not in known]
        self.assertEqual(len(new), 1)
        self.assertEqual(self.server.call("DELETE", f"{self.server.tasks}/{new[0]['id']}/delete").status, 204)

    def test_odd_values_in_a_form_field(self):
        for member in ("label", "field_type", "required", "options"):
            for value in ODD:
                field = {"label": "How many", "field_type": "text", "required": False, member: value}
                status = self.send(json.dumps({**TASK, "form_fields": [field]}).encode())
                self.assertIn(status, (201, 400, 422), (member, value))
                if status == 201:
                    self.check_new_task()

    def test_odd_values_elsewhere(self):
        task = self.server.create("Buy stamps")
        answered = next(task["form_fields"]["data"][0]["id"] for task in self.before if task["form_fields"]["data"])
        base = f"/organizations/{self.server.organization}"
        for value in ODD:
            for method, path, body in (("POST", f"{base}/completed-tasks", {"task_id": value}),
                                       ("POST", f"{self.server.tasks}/{task}/comment", {"content": value}),
                                       ("PUT", f"{self.server.tasks}/{task}", {**TASK, "taskdata": value}),
                                       ("PUT", f"{self.server.tasks}/{task}", {**TASK, "taskdata": {answered: value}}),
                                       ("POST", f"{base}/completed-tasks", {"task_id": "x", "is_approved": value})):
                status = self.send(json.dumps(body).encode(), path, method)
                self.assertIn(status, (200, 201, 400, 404, 422), (path, value))
        self.assertEqual(self.server.call("DELETE", f"{self.server.tasks}/{task}/delete").status, 204)
        self.check_unharmed()


class Connections(Case):
    def get_me(self, connection):
        connection.sendall(f"GET /me HTTP/1.1\r\n{self.server.headers()}\r\n".encode())
        received = b""
        while not received.endswith(b"}}"):
            part = connection.recv(65536)
            self.assertTrue(part, "the server closed the connection")
            received += part
        self.assertEqual(Answer(received).status, 200)

    def test_several_requests_on_one_connection(self):
        with self.server.connect() as connection:
            for _ in range(5):
                self.get_me(connection)

    def test_an_answer_without_a_body_says_that_the_connection_ends(self):
        task = self.server.create("Buy stamps")
        request = f"DELETE {self.server.tasks}/{task} HTTP/1.1\r\n{self.server.headers()}\r\n".encode()
        answer = Answer(self.server.raw(request))
        self.assertEqual((answer.status, answer.header("Connection"), answer.body), (204, ["close"], b""))

    def test_many_connections_that_stay_open(self):
        idle = [self.server.connect() for _ in range(8)]
        for _ in range(100):
            idle.append(self.server.connect())
            self.get_me(idle[-1])
        self.check_unharmed()
        for connection in idle:
            connection.close()


if __name__ == "__main__":
    tap.main()
