#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Kept copies of deleted tasks: read, saved, and used to create the task again."""
import json
import os
import sqlite3
import sys
import time

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402

CHAIRS = "Order new chairs"
SETTINGS = {"GSETTINGS_BACKEND": "keyfile"}  # which outlive the program


class Copies(Case):
    def with_copy(self, title=CHAIRS, environment=None):
        """A program that shows the history, in which the task was deleted and a copy of it kept."""
        program = self.signed_in(environment=environment)
        self.chairs = json.loads(json.dumps(self.office.by_title(title)))
        self.choose(program, title)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        program.wait_gone("list item", containing=title)
        program.quit()
        journal = sqlite3.connect(os.path.join(self.home, ".local/share/docket/journal.db"))
        with journal:
            journal.execute("INSERT OR REPLACE INTO copy SELECT id, ?, ? FROM removal",
                            (int(time.time()), json.dumps(self.chairs).encode()))
        journal.close()
        program = self.start(environment=environment)
        self.row(program, "Send the signed lease")
        self.show_view(program, "History")
        program.click("list item", containing=f"{title}, Deleted permanently, copy kept, ")
        program.find("heading", title)
        return program

    def test_is_read_and_cannot_be_edited(self):
        program = self.with_copy()
        program.find("list item", containing="Copy kept")
        program.click("push button", "Open Copy")
        program.wait_for_text("Copy of a deleted task, kept on ")
        program.find("heading", CHAIRS)
        program.find(None, "Deleted permanently")
        program.find("list item", containing="Amount")
        program.wait_for_text("Seen.")
        for name in ("Archive", "Restore", "Check Again"):
            self.assertFalse(program.has("push button", name), name)
        for keys in ("Delete", "shift+Delete"):
            desktop.key(keys)
        self.assertEqual(len(program.windows()), 1)
        program.resize(360, 640)
        program.click("list item", containing=CHAIRS)
        program.click("push button", "Back to the Removal")
        program.find("heading", "What Happened")
        program.find("push button", "Open Copy")
        self.assert_writes(("DELETE", f"/organizations/0123456789abcdef0123456789abcdef/tasks/{self.chairs['id']}/delete"))


if __name__ == "__main__":
    tap.main()
