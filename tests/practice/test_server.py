#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""docket-practice-server as a program: its file, its port, its options, its office, many at once, a sudden end."""
import json
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
import threading
import unittest
from datetime import datetime, timezone

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import tap  # noqa: E402
from wire import Server, fails  # noqa: E402


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="docket-practice-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = os.path.join(self.folder, "office.db")

    def start(self, *options, **more):
        """A server that must end without a word on its error output."""
        server = Server(*options, **more)
        self.addCleanup(lambda: server.process.returncode is None and self.assertEqual(server.stop(), ""))
        return server

    def start_office(self, *options):
        return self.start("--data", self.file, *options)


class Persistence(Case):
    def test_what_was_done_is_there_after_the_next_start(self):
        server = self.start_office()
        new = server.create("Buy stamps")
        badges = server.find("Order name badges for the trade fair")["id"]
        lease = server.find("Send the signed lease to the landlord")["id"]
        self.assertEqual(server.call("DELETE", f"{server.tasks}/{badges}").status, 204)
        self.assertEqual(server.call("DELETE", f"{server.tasks}/{lease}/delete").status, 204)
        before = server.get(server.tasks, archived="true", per_page=100)
        self.assertEqual(server.stop(), "")
        again = self.start_office()
        self.assertEqual(again.organization, server.organization)
        self.assertEqual(again.get(again.tasks, archived="true", per_page=100), before)
        self.assertEqual(again.get(f"{again.tasks}/{new}")["title"], "Buy stamps")
        self.assertIsNotNone(again.get(f"{again.tasks}/{badges}")["archived_at"])
        self.assertEqual(again.call("GET", f"{again.tasks}/{lease}").status, 404)

    def test_what_was_deleted_does_not_stay_in_the_file(self):
        server = self.start_office()
        new = [server.create(f"Buy stamps for the unmistakable number {n}") for n in range(20)]
        with open(self.file, "rb") as file:
            self.assertIn(b"unmistakable", file.read())
        for task in new:
            self.assertEqual(server.call("DELETE", f"{server.tasks}/{task}/delete").status, 204)
        with open(self.file, "rb") as file:
            self.assertNotIn(b"unmistakable", file.read())

    def test_only_an_administrator_deletes_a_process(self):
        server = self.start_office()
        runs = f"/organizations/{server.organization}/runs"
        old = server.get(runs, status="archived")[0]["id"]
        self.assertEqual(server.stop(), "")
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE users SET role = 'standard'")
        db.close()
        again = self.start_office()
        self.assertEqual(again.call("DELETE", f"{runs}/{old}/delete").status, 403)
        self.assertEqual(again.get(f"{runs}/{old}")["id"], old)

    def test_without_a_file_nothing_is_kept(self):
        server = self.start()
        new = server.create("Buy stamps")
        self.assertEqual(server.stop(), "")
        again = self.start()
        self.assertEqual(again.call("GET", f"{again.tasks}/{new}").status, 404)

    def test_every_answered_write_survives_a_kill(self):
        server = self.start_office()
        created, end = [], threading.Event()

        def create():
            try:
                while True:
                    created.append(server.create(f"Task {len(created)}"))
                    if len(created) == 5:
                        end.set()
            except (AssertionError, OSError):
                end.set()  # the kill came between a request and its answer

        writer = threading.Thread(target=create)
        writer.start()
        end.wait()
        server.kill()
        writer.join()
        again = self.start_office()
        self.assertGreaterEqual(len(created), 5)
        for task in created:
            self.assertEqual(again.get(f"{again.tasks}/{task}")["id"], task)

    def test_an_office_that_slept_for_weeks_wakes_in_this_week(self):
        server = self.start_office()
        new = server.create("Buy stamps")
        fresh = server.get(server.tasks, archived="true", per_page=100)
        self.assertEqual(server.stop(), "")
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE about SET value = date (value, '-22 days') WHERE key = 'day'")
        db.close()
        woken = {task["id"]: task for task in self.start_office().get(server.tasks, archived="true", per_page=100)}
        for task in fresh:
            self.assertEqual(self.days_between(task["deadline"], woken[task["id"]]["deadline"]), 21)
            self.assertLess(self.days_between(woken[task["id"]]["last_updated"], task["last_updated"]), 1)
        self.assertLess(woken[new]["last_updated"], woken[new]["deadline"], "what has happened is not to come")

    def days_between(self, first, last):
        """Whole days: by the office's clock, which may go from winter to summer time between them."""
        if first is None or last is None:
            self.assertEqual(first, last)
            return 21
        seconds = (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
        return round(seconds / 86400)


class Files(Case):
    def test_they_are_for_their_owner_alone(self):
        old = os.umask(0)
        self.addCleanup(os.umask, old)
        file, log = os.path.join(self.folder, "a", "b", "office.db"), os.path.join(self.folder, "requests")
        server = self.start("--data", file, "--log", log)
        server.create("Buy stamps")
        self.assertEqual({mode(os.path.join(folder, name)) for folder in (os.path.dirname(file),)
                          for name in os.listdir(folder)}, {0o600})
        self.assertEqual(mode(log), 0o600)
        self.assertEqual([mode(os.path.join(self.folder, "a", end)) for end in ("", "b")], [0o700, 0o700])

    def test_an_office_that_others_could_read_is_closed_to_them(self):
        self.assertEqual(self.start_office().stop(), "")
        os.chmod(self.file, 0o644)
        self.start_office()
        self.assertEqual(mode(self.file), 0o600)

    def check_left_alone(self, sentence):
        with open(self.file, "rb") as file:
            before = file.read()
        os.chmod(self.file, 0o640)
        status, said = fails("--data", self.file)
        self.assertEqual((status, said.count("\n")), (1, 1), said)
        self.assertRegex(said, f"^The practice office in “.*office.db” cannot be used: {sentence}\n$")
        with open(self.file, "rb") as file:
            self.assertEqual(file.read(), before)
        self.assertEqual(mode(self.file), 0o640)

    def test_a_file_that_is_no_database_is_left_alone(self):
        with open(self.file, "wb") as file:
            file.write(b"Dear diary, " * 100)
        self.check_left_alone("file is not a database")

    def test_a_database_of_another_program_is_left_alone(self):
        with sqlite3.connect(self.file) as db:
            db.execute("CREATE TABLE diary (day TEXT)")
        db.close()
        self.check_left_alone("it is a database of another program")

    def test_an_office_of_an_older_version_is_brought_up_to_this_one(self):
        server = self.start_office()
        new = server.create("Buy stamps")
        self.assertEqual(server.stop(), "")
        with sqlite3.connect(self.file) as db:
            for table, column in (("comments", "resolve_id"), ("runs", "due_date"), ("runs", "owner_id")):
                db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
            db.execute("PRAGMA user_version=1")
        db.close()
        again = self.start_office()
        problem = again.call("POST", f"{again.tasks}/{new}/problem", body={"content": "Sold out"})
        self.assertEqual((problem.status, problem.json()["data"]["resolve_id"]), (201, None))
        self.assertEqual(again.stop(), "")
        self.assertTrue(self.start_office().get(f"{again.tasks}/{new}")["problem"])

    def test_an_office_of_another_version_is_left_alone(self):
        self.assertEqual(self.start_office().stop(), "")
        with sqlite3.connect(self.file) as db:
            db.execute("PRAGMA user_version=999")
        db.close()
        self.check_left_alone("it was made by another version of Docket")

    def test_a_place_where_no_file_can_be(self):
        status, said = fails("--data", "/proc/nowhere/office.db")
        self.assertEqual(status, 1)
        self.assertRegex(said, "^The practice office cannot be kept in “/proc/nowhere/office.db”: .+\n$")

    def test_the_log_tells_what_came_without_the_token(self):
        log = os.path.join(self.folder, "requests")
        server = self.start("--log", log, "--data", self.file, token=None)
        server.create("Buy stamps")
        server.call("GET", "/me", {"with": "x"}, headers={"Authorization": "Bearer somebody-else"})
        with open(log, encoding="utf-8") as file:
            text = file.read()
        first, second = map(json.loads, text.splitlines())
        self.assertEqual((first["method"], first["path"], first["token_matched"], first["status"]),
                         ("POST", server.tasks, True, 201))
        self.assertEqual(json.loads(first["body"])["title"], "Buy stamps")
        self.assertIn(["X-Tallyfy-Client", "APIClient"], first["headers"])
        self.assertEqual((second["path"], second["token_matched"], second["status"]), ("/me?with=x", False, 401))
        with open(self.file, "rb") as file:
            text += file.read().decode("latin-1")
        self.assertNotIn(server.token, text)
        self.assertNotIn("somebody-else", text)


class Together(Case):
    def in_threads(self, *works):
        failures = []

        def guarded(work):
            try:
                work()
            except Exception as failure:  # pylint: disable=broad-except
                failures.append(failure)

        threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])

    def test_two_servers_that_make_one_office_at_once(self):
        servers = []
        self.in_threads(*[lambda: servers.append(self.start_office("--tasks", 200))] * 3)
        lists = [server.get(server.tasks, without_pagination="true", archived="true") for server in servers]
        self.assertEqual(len(lists[0]), 200)
        self.assertEqual(lists, [lists[0]] * 3)

    def test_two_servers_of_one_office_keep_each_others_writes(self):
        one, two = self.start_office(), self.start_office()
        made = []
        self.in_threads(*[lambda server=server: made.extend(server.create("Buy stamps") for _ in range(15))
                          for server in (one, two)])
        found = [task["id"] for task in two.get(two.tasks, q="Buy stamps", per_page=100)]
        self.assertEqual(sorted(found), sorted(made))
        self.assertEqual(len(set(made)), 30)
        self.assertEqual(one.call("DELETE", f"{one.tasks}/{made[0]}/delete").status, 204)
        self.assertEqual(two.call("GET", f"{two.tasks}/{made[0]}").status, 404)

    def test_many_requests_at_once(self):
        server = self.start()
        made = []

        def work():
            for _ in range(5):
                made.append(server.create("Buy stamps"))
                self.assertEqual(len(server.get(server.tasks, per_page=50)), 50)

        self.in_threads(*[work] * 12)
        self.assertEqual(len(set(made)), 60)
        self.assertEqual({task["id"] for task in server.get(server.tasks, q="Buy stamps", per_page=100)}, set(made))

    def test_one_of_many_that_delete_a_task_is_told_so(self):
        server = self.start()
        task = server.create("Buy stamps")
        statuses = []
        self.in_threads(*[lambda: statuses.append(server.call("DELETE", f"{server.tasks}/{task}/delete").status)] * 8)
        self.assertEqual(sorted(statuses), [204] + [404] * 7)

    def test_a_request_that_never_ends_holds_nobody_up(self):
        server = self.start()
        with server.connect() as slow:
            slow.sendall(b"GET /me HTTP/1.1\r\nHost: ")
            self.assertEqual(server.get("/me")["id"], 1001)


class Ports(Case):
    def test_a_port_that_is_taken(self):
        server = self.start()
        status, said = fails("--port", server.port)
        self.assertEqual(status, 1)
        self.assertEqual(said, f"Another program listens on port {server.port} already. Choose another port.\n")
        self.assertEqual(server.get("/me")["id"], 1001)

    def test_it_listens_on_loopback_alone(self):
        server = self.start()
        listening = []
        for table in ("/proc/net/tcp", "/proc/net/tcp6"):
            if os.path.exists(table):
                with open(table, encoding="ascii") as file:
                    listening += [line.split()[1] for line in file if line.split()[3] == "0A"]
        ours = [address for address in listening if address.endswith(f":{server.port:04X}")]
        self.assertEqual(ours, [f"0100007F:{server.port:04X}"])

    def test_the_port_is_free_again_after_a_stop(self):
        server = self.start()
        port = server.port
        self.assertEqual(server.stop(), "")
        self.assertEqual(self.start("--port", port).port, port)


class Options(Case):
    def test_a_token_of_its_own_is_another_each_time(self):
        one, two = self.start(token=None), self.start(token=None)
        self.assertRegex(one.token, "^[0-9a-f]{64}$")
        self.assertNotEqual(one.token, two.token)
        self.assertEqual(one.call("GET", "/me", headers={"Authorization": f"Bearer {two.token}"}).status, 401)

    def test_what_is_not_understood(self):
        for options in (("--port", "65536"), ("--port", "-1"), ("--port", "many"), ("--tasks", "-1"), ("office.db",),
                        ("--colour",)):
            status, said = fails(*options)
            self.assertEqual((status, said.count("\n")), (2, 1), said)


class Seed(Case):
    def test_as_many_tasks_as_were_asked_for(self):
        for n_tasks in (1, 300, 5000):
            server = self.start("--tasks", n_tasks)
            pagination = server.call("GET", server.tasks, {"archived": "true", "per_page": 100}).json()["meta"]["pagination"]
            self.assertEqual((pagination["total"], pagination["total_pages"]), (n_tasks, (n_tasks + 99) // 100))
            last = server.get(server.tasks, archived="true", per_page=100, page=pagination["total_pages"])
            self.assertEqual(len(last), (n_tasks - 1) % 100 + 1)

    def test_two_offices_of_one_size_are_alike(self):
        lists = [[(task["id"], task["title"], task["owners"]) for task in server.get(server.tasks, archived="true",
                                                                                     without_pagination="true")]
                 for server in (self.start("--tasks", 300), self.start("--tasks", 300))]
        self.assertEqual(lists[0], lists[1])
        self.assertEqual(len(set(lists[0][n][0] for n in range(300))), 300)

    def test_the_pages_of_a_list_hold_each_task_once(self):
        server = self.start("--tasks", 300)
        for sort in ("deadline", "newest", "-deadline", "position"):
            ids = [task["id"] for page in range(1, 5)
                   for task in server.get(server.tasks, archived="true", sort=sort, per_page=90, page=page)]
            self.assertEqual((len(ids), len(set(ids))), (300, 300), sort)


class Office(Case):
    """What the invented office must offer to somebody who looks around in it."""

    def setUp(self):
        super().setUp()
        server = self.start()
        self.all = server.get(server.tasks, archived="true", per_page=100, **{"with": "form_fields,threads,run,summary"})
        self.mine = [task for task in self.all if not task["archived_at"] and not task["completed_at"]
                     and 1001 in [user["id"] for user in task["owners"]["users"]]]

    def days(self, task):
        """From today to the deadline, by this computer's calendar."""
        deadline = datetime.fromisoformat(task["deadline"]).astimezone()
        return (deadline.date() - datetime.now().astimezone().date()).days

    def test_my_tasks_are_a_day_s_work_with_a_good_mix_of_deadlines(self):
        self.assertTrue(12 <= len(self.mine) <= 18, len(self.mine))
        self.assertGreaterEqual(sum(task["is_oneoff_task"] for task in self.mine), 6)
        days = [self.days(task) for task in self.mine if task["deadline"]]
        for name, found in (("overdue", [day for day in days if day < 0]), ("today", [day for day in days if day == 0]),
                            ("tomorrow", [day for day in days if day == 1]), ("later", [day for day in days if day > 1]),
                            ("none", [task for task in self.mine if not task["deadline"]])):
            self.assertGreaterEqual(len(found), 2, name)

    def test_it_has_something_of_everything(self):
        self.assertGreaterEqual(len(self.all), 55)
        self.assertEqual(len({task["run_id"] for task in self.all} - {None}), 4)
        self.assertGreaterEqual(sum(task["archived_at"] is not None for task in self.all), 6)
        self.assertGreaterEqual(sum(task["completed_at"] is not None for task in self.all), 12)
        self.assertGreaterEqual(sum(task["task_type"] == "approval" for task in self.all), 3)
        self.assertGreaterEqual(max(len(task["title"]) for task in self.all), 150)
        self.assertGreaterEqual(max(len(task["threads"]["data"]) for task in self.all), 10)
        fields = [field for task in self.all for field in task["form_fields"]["data"]]
        self.assertEqual({field["field_type"] for field in fields},
                         {"text", "textarea", "date", "radio", "dropdown", "multiselect", "table", "file", "email",
                          "assignees_form"})
        empty = {field["field_type"] for field in fields if field["required"] and field["value"] is None}
        self.assertGreaterEqual(empty, {"text", "date", "radio", "dropdown", "multiselect", "file", "email",
                                        "assignees_form"})
        self.assertGreaterEqual(sum(field["value"] is not None for field in fields), 10)
        for mark in ("<b>", "<i>", "<ul>", "<ol>", "<a href"):
            self.assertGreaterEqual(sum(mark in (task["summary"] or "") for task in self.all), 1, mark)

    def test_nothing_has_happened_that_is_still_to_come(self):
        now = datetime.now(timezone.utc)
        for task in self.all:
            times = [task[name] for name in ("created_at", "last_updated", "completed_at", "archived_at") if task[name]]
            times += [comment["created_at"] for comment in task["threads"]["data"]]
            for time in times:
                self.assertLess(datetime.fromisoformat(time), now, task["title"])
                self.assertLessEqual(task["created_at"], time, task["title"])


if __name__ == "__main__":
    tap.main()
