#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Another workspace is opened while a removal is under way or asked about: nothing of the one reaches the other."""
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import dbus

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case, in_dialog  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"


class Switch(Case):
    def start_once_more(self, program, *arguments):
        """A second start hands its arguments to the first, and ends."""
        subprocess.run([os.path.join(BUILD, "src", "docket"), *arguments], env=program.environment, check=True,
                       timeout=60)

    def open_practice(self, program):
        self.start_once_more(program, "--practice")
        program.wait_for_text("Nothing leaves this computer")
        program.wait_gone("list item", containing=CHAIRS)

    def wait_for_journal(self, program, n_ended):
        """So many removals have ended, by the journal on the disk."""
        path = os.path.join(self.home, ".local/share/docket/journal.db")

        def count():
            journal = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            try:
                return journal.execute("SELECT count (*) FROM removal WHERE outcome IS NOT NULL").fetchone()[0]
            finally:
                journal.close()

        wait_until(lambda: count() == n_ended, f"{n_ended} removals ended", details=program.describe)

    def test_an_undo_that_fails_after_the_switch(self):
        path = self.office.path_of(CHAIRS, "/restore")
        held = threading.Event()
        self.addCleanup(held.set)
        self.office.on("PUT", path, Reply(403, {"error": True, "message": "Ask your administrator."}, hold=held))
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_for_text("Task archived")
        desktop.key("ctrl+z")
        self.wait_for_write("PUT", path)
        self.open_practice(program)
        held.set()
        self.wait_for_journal(program, 2)
        program.click("list item", containing=", one-off")  # what can be done is found out anew
        program.find("heading", where=lambda node: node.name != "")
        program.click("push button", "Main menu")
        self.assertFalse(program.find("menu item", "Undo").sensitive)
        self.assertEqual(len(program.windows()), 1)

    def test_a_question_goes_with_its_workspace(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        self.open_practice(program)
        program.wait_dialog_gone(ASKING)
        program.click("list item", containing=", one-off")
        self.open_delete_dialog(program)  # of the new one
        self.press_until_gone(program, "Escape")
        self.assert_writes()

    def test_a_second_start_leaves_the_question_open(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        self.start_once_more(program)
        program.dialog(ASKING)
        self.assertEqual(len(program.windows()), 2)
        self.assert_writes()
        self.press_until_gone(program, "Return")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_a_sign_out_that_was_overtaken(self):
        """The keyring does not answer, and the practice workspace is opened: that is no failure to tell."""
        bus = dbus.SessionBus()
        daemon = bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
        program = self.signed_in()
        program.click("push button", "Main menu")
        program.click("menu item", "Sign Out…")
        button = program.find_at_rest("push button", "Sign Out", where=in_dialog)
        os.kill(daemon, signal.SIGSTOP)
        try:
            program.point_at(button)
            desktop.press()
            program.wait_dialog_gone("Sign Out?")
            self.open_practice(program)
            self.assertEqual(len(program.windows()), 1)
        finally:
            os.kill(daemon, signal.SIGCONT)


if __name__ == "__main__":
    tap.main()
