#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The main thread waits for no disk, server or keyring, whatever a person does: which functions it calls is looked at, not
how long they take."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402

LIBRARY = os.path.join(BUILD, "tests", "e2e", "libmain-thread.so")
LEASE, CHAIRS, ROOM = "Send the signed lease", "Order new chairs", "Book the meeting room"


class MainThread(Case):
    def watched(self):
        return self.signed_in(environment={"LD_PRELOAD": LIBRARY})

    def check_what_is_left(self):
        super().check_what_is_left()
        for program in self.programs:
            self.assertIn("The main thread is watched", program.said())
            self.assertNotIn("was called in the main thread", program.said())

    def test_start_search_and_open(self):
        program = self.watched()
        self.choose(program, LEASE)
        desktop.key("ctrl+f")
        program.find(name="Search in To Do")
        desktop.type_text("chairs")
        program.wait_gone("list item", containing=LEASE)
        desktop.key("Escape")
        self.row(program, LEASE)
        self.show_view(program, "Processes")
        self.show_view(program, "History")

    def test_complete_archive_and_undo(self):
        program = self.watched()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.wait_for_text("Task completed")
        program.click("push button", "Undo")
        self.row(program, LEASE)
        self.choose(program, CHAIRS)
        program.click("push button", "Archive")
        program.wait_gone("list item", containing=CHAIRS)
        self.wait_for_write("DELETE", self.office.path_of(CHAIRS))

    def test_a_comment_and_a_refresh(self):
        program = self.watched()
        self.choose(program, ROOM)
        program.click("text", "Add a comment")
        desktop.type_text("Seen")
        program.click("push button", "Send")
        self.wait_for_write("POST", None)
        desktop.key("F5")
        self.row(program, ROOM)


if __name__ == "__main__":
    tap.main()
