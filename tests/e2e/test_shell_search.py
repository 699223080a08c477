#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What GNOME Shell's search asks and is answered, on a bus of its own: each method, with a window and without one."""
import configparser
import contextlib
import glob
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import dbus  # noqa: E402
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.service import ID, Service  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

INTERFACE = "org.gnome.Shell.SearchProvider2"
LEASE, CHAIRS, CONTRACT, RECEIPTS = "Send the signed lease", "Order new chairs", "Check the contract", "Old receipts"


def strings(*values):
    return dbus.Array(values, "s")


class ShellSearch(Case):
    def setUp(self):
        super().setUp()
        self.path = self.entry()["ObjectPath"]

    @staticmethod
    def entry():
        file = configparser.RawConfigParser()
        file.optionxform = str
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, os.pardir, "data")
        file.read(os.path.join(source, f"{ID}.search-provider.ini"), encoding="utf-8")
        return dict(file["Shell Search Provider"])

    def kept(self):
        """Signed in, with the tasks in the cache, and closed again: the service, which does not run."""
        program = self.signed_in()
        self.row(program, CHAIRS)
        program.quit()
        service = Service(self.home).install()
        self.programs.append(service)
        self.assertFalse(service.is_running())
        return service

    def ask(self, service, method, signature, *arguments):
        return service.call(self.path, INTERFACE, method, signature, *arguments)

    def find(self, service, *terms):
        return [str(found) for found in self.ask(service, "GetInitialResultSet", "as", strings(*terms))]

    def narrow(self, service, among, *terms):
        return [str(found) for found in self.ask(service, "GetSubsearchResultSet", "asas", strings(*among),
                                                 strings(*terms))]

    def metas(self, service, *found):
        return self.ask(service, "GetResultMetas", "as", strings(*found))

    def id_of(self, title):
        return self.office.by_title(title)["id"]

    def assert_no_window(self, service):
        service.adopt()
        self.assertEqual(desktop.windows_of(service), [])

    def test_is_where_the_shell_looks(self):
        entry = self.entry()
        self.assertEqual(entry, {"DesktopId": f"{ID}.desktop", "BusName": ID, "Version": "2",
                                 "ObjectPath": "/app/docket/Docket/SearchProvider"})

    def test_answers_from_what_is_kept(self):
        """Without a window, a request to the server, or a question to the keyring."""
        service = self.kept()
        self.office.requests.clear()
        subprocess.run(["secret-tool", "clear", "xdg:schema", ID], check=True, timeout=60)
        before = self.content()
        self.assertEqual(self.find(service, "lease"), [self.id_of(LEASE)])
        self.assertEqual(self.find(service, "the", "SIGNED"), [self.id_of(LEASE)])
        self.assertEqual(self.find(service, "lease", "chairs"), [])
        self.assertEqual(self.find(service, "receipts"), [])
        self.assertEqual(self.find(service), [])
        self.assert_no_window(service)
        self.assertEqual(self.office.requests, [])
        self.assertTrue(self.content() == before, "all as it was")

    def content(self):
        """What is kept, row for row, whether it is in a file already or in the journal beside it."""
        found = {}
        for base in self.own_folders:
            for path in glob.glob(os.path.join(self.home, base, "*.db")):
                with tempfile.TemporaryDirectory() as copy:
                    for part in glob.glob(f"{path}*"):
                        shutil.copy(part, copy)
                    with contextlib.closing(sqlite3.connect(os.path.join(copy, os.path.basename(path)))) as file:
                        tables = [name for name, in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                                                 " AND sql NOT LIKE 'CREATE VIRTUAL%'")]
                        found[path] = {name: list(file.execute(f'SELECT * FROM "{name}"')) for name in tables}
        self.assertEqual(len(found), 2)
        return found

    def test_narrows_what_was_found(self):
        service = self.kept()
        both = self.find(service, "the")
        self.assertEqual(set(both), {self.id_of(title) for title in (LEASE, CONTRACT, "Book the meeting room")})
        self.assertEqual(self.narrow(service, both, "the", "contract"), [self.id_of(CONTRACT)])
        self.assertEqual(self.narrow(service, [self.id_of(LEASE)], "contract"), [])
        self.assertEqual(self.narrow(service, ["0" * 32, "", "more or less", self.id_of(LEASE)], "lease"),
                         [self.id_of(LEASE)])

    def test_tells_what_it_found(self):
        service = self.kept()
        metas = self.metas(service, self.id_of(CONTRACT), "0" * 32, self.id_of(LEASE))
        self.assertEqual([(meta["id"], meta["name"]) for meta in metas],
                         [(self.id_of(CONTRACT), CONTRACT), (self.id_of(LEASE), LEASE)])
        self.assertRegex(metas[0]["description"], r"^Due on 15 March 2030 · \u2068Onboarding of Bo\u2069$")
        self.assertEqual(metas[1]["description"], "Due on 15 March 2030")
        self.assertEqual(metas[0]["icon"][0], "themed")

    def test_a_result_opens_the_task(self):
        service = self.kept()
        self.ask(service, "ActivateResult", "sasu", self.id_of(CONTRACT), strings("contract"), dbus.UInt32(0))
        program = service.adopt()
        wait_until(program.look, "a window")
        program.find("heading", CONTRACT)
        self.ask(service, "ActivateResult", "sasu", self.id_of(CHAIRS), strings("chairs"), dbus.UInt32(0))
        program.find("heading", CHAIRS)
        self.assertEqual(len(program.windows()), 1)

    def test_one_that_is_gone_is_said(self):
        program = self.signed_in()
        self.ask(Service(self.home), "ActivateResult", "sasu", "0" * 32, strings("x"), dbus.UInt32(0))
        program.wait_for_text("The task is no longer there")

    def test_the_whole_search_goes_on_in_the_window(self):
        service = self.kept()
        self.ask(service, "LaunchSearch", "asu", strings("contract"), dbus.UInt32(0))
        program = service.adopt()
        wait_until(program.look, "a window")
        program.find(name="View: All")
        self.row(program, CONTRACT)
        program.wait_gone("list item", containing=LEASE)

    def test_asks_the_workspace_that_is_open(self):
        """Practice only as long as it is open."""
        program = self.start("--practice")
        program.find("list item", containing=", one-off")
        service = Service(self.home)
        found = wait_until(lambda: self.find(service, "the"), "tasks of practice")
        self.assertTrue(self.metas(service, *found[:5]))
        program.quit()
        wait_until(lambda: not service.is_running(), "the end")
        self.programs.append(service.install())
        self.assertEqual(self.find(service, "the"), [])

    def test_finds_nothing_where_nobody_is_signed_in(self):
        service = Service(self.home).install()
        self.programs.append(service)
        self.assertEqual(self.find(service, "lease"), [])
        self.assertEqual(len(self.metas(service, self.id_of(LEASE))), 0)
        self.assert_no_window(service)
        self.assertFalse(os.path.exists(os.path.join(self.home, ".local/share/docket")))


if __name__ == "__main__":
    tap.main()
