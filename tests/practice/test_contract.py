#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Each row of contract.json against docket-practice-server, byte for byte over a plain socket."""
import json
import os
import re
import sys
import unittest
from datetime import datetime, timezone

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import tap  # noqa: E402
from wire import Server  # noqa: E402

with open(os.path.join(HERE, "contract.json"), encoding="utf-8") as file:
    CONTRACT = json.load(file)
ROWS = {row["name"]: row for row in CONTRACT["rows"]}
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NAME = re.compile(r"\{(\w+)\}")


def only_reads(row):
    return (row["call"]["method"] == "GET" and all(only_reads(ROWS[name]) for name in row.get("before", []))
            and all(only_reads(step) for step in row.get("then", [])))


def is_past(value):
    return bool(DATE.fullmatch(value)) and value < datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


KINDS = {
    "$text": lambda value: isinstance(value, str) and value != "",
    "$integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "$boolean": lambda value: isinstance(value, bool),
    "$date": lambda value: isinstance(value, str) and DATE.fullmatch(value),
    "$past": lambda value: isinstance(value, str) and is_past(value),
    "$id": lambda value: isinstance(value, str) and re.fullmatch(r"[0-9a-f]{32}", value),
    "$url": lambda value: isinstance(value, str) and re.fullmatch(r"http://127\.0\.0\.1:\d+/\S+", value),
}


class Row(unittest.TestCase):
    """The cases are made from the rows below."""

    shared = None

    @classmethod
    def setUpClass(cls):
        cls.shared = Server()

    @classmethod
    def tearDownClass(cls):
        assert cls.shared.stop() == ""

    def begin(self, row):
        """Rows that only read share a server; each other row has one for itself."""
        self.server = self.shared
        if not only_reads(row):
            self.server = Server()
            self.addCleanup(lambda: self.assertEqual(self.server.stop(), ""))
        self.names = {"org": self.server.organization, "token": self.server.token,
                      "me": self.server.get("/me")["id"]}
        self.follow(row)

    def value(self, name):
        """What {name} stands for."""
        if name not in self.names:
            task = self.server.find(CONTRACT["things"]["process_task" if name == "run" else name])
            self.names[name] = task["run_id" if name == "run" else "id"]
        return self.names[name]

    def fill(self, node):
        if isinstance(node, dict):
            return {self.fill(name): self.fill(value) for name, value in node.items()}
        if isinstance(node, list):
            return [self.fill(value) for value in node]
        if not isinstance(node, str):
            return node
        whole = NAME.fullmatch(node)
        return self.value(whole[1]) if whole else NAME.sub(lambda match: str(self.value(match[1])), node)

    def follow(self, row):
        for name in row.get("before", []):
            self.follow(ROWS[name])
        answer = self.step(row)
        for name, path in row.get("keep", {}).items():
            value = answer.json()
            for part in path.split("."):
                value = value[int(part) if part.isdigit() else part]
            self.names[name] = value
        for step in row.get("then", []):
            self.step(step)

    def step(self, step):
        call, expected = self.fill(step["call"]), self.fill(step["answer"])
        answer = self.server.call(**call)
        self.assertEqual(answer.status, expected["status"], answer.raw)
        self.check_head(answer)
        if "body" in expected:
            self.check(answer.json(), expected["body"], f'{call["method"]} {call["path"]}: ')
        return answer

    def check_head(self, answer):
        self.assertEqual(answer.version, "HTTP/1.1")
        self.assertRegex("".join(answer.header("X-Request-Id")), "^[0-9a-f]{32}$")
        if answer.status == 200 and answer.body == b"":
            self.assertEqual(answer.header("Content-Length"), ["0"])
            return
        if answer.status == 204:
            self.assertEqual(answer.body, b"")
            self.assertEqual(answer.header("Content-Type") + answer.header("Content-Length"), [])
            return
        self.assertEqual(answer.header("Content-Type"), ["application/json"])
        self.assertEqual(answer.header("Content-Length"), [str(len(answer.body))])
        self.assertNotIn(self.server.token.encode(), answer.raw)

    def check(self, value, expected, where):
        if isinstance(expected, dict) and "$each" in expected:
            self.check_list(value, expected, where)
        elif isinstance(expected, dict):
            self.assertIsInstance(value, dict, where)
            for name, part in expected.items():
                if part == "$absent":
                    self.assertNotIn(name, value, where)
                else:
                    self.assertIn(name, value, where)
                    self.check(value[name], part, f"{where}.{name}")
        elif isinstance(expected, list):
            self.assertIsInstance(value, list, where)
            self.assertEqual(len(value), len(expected), f"{where}: {value}")
            for number, part in enumerate(expected):
                self.check(value[number], part, f"{where}.{number}")
        elif isinstance(expected, str) and expected.startswith("$"):
            self.check_kind(value, expected, where)
        else:
            self.assertEqual((type(value), value), (type(expected), expected), where)

    def check_list(self, value, expected, where):
        self.assertIsInstance(value, list, where)
        if not expected.get("$empty"):
            self.assertNotEqual(value, [], where)
        for number, entry in enumerate(value):
            self.check(entry, expected["$each"], f"{where}.{number}")
        if "$count" in expected:
            self.assertEqual(len(value), expected["$count"], where)
        member = expected.get("$sorted", "")
        if member:
            keys = [entry[member.lstrip("-")] for entry in value if entry[member.lstrip("-")] is not None]
            self.assertGreater(len(set(keys)), 1, where)
            self.assertEqual(keys, sorted(keys, reverse=member.startswith("-")), where)

    def check_kind(self, value, expected, where):
        kind, _, other = expected.partition(":")
        if kind == "$any" or (kind.endswith("?") and value is None):
            return
        if kind == "$other":
            self.assertNotEqual(value, other, where)
            kind = "$id"
        self.assertTrue(KINDS[kind.rstrip("?")](value), f"{where} is {value!r}, not {expected}")


class Contract(unittest.TestCase):
    def test_every_row_names_its_source(self):
        self.assertEqual(len(ROWS), len(CONTRACT["rows"]), "two rows of one name")
        for row in CONTRACT["rows"]:
            source = CONTRACT["sources"][row["source"]]
            self.assertRegex(source["url"], r"^https://(tallyfy\.com/products/pro/|developers\.tallyfy\.com/)")
            self.assertTrue(source["title"])


def case_of(row):
    return lambda self: self.begin(row)


for row_of_contract in CONTRACT["rows"]:
    slug = re.sub(r"\W+", "_", row_of_contract["name"])
    setattr(Row, f"test_{slug}", case_of(row_of_contract))

if __name__ == "__main__":
    tap.main()
