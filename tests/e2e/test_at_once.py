#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What a person does is in the list before the server has answered: none of its answers to a write goes out here until a case
has seen what it is about."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, Office  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CHAIRS, ROOM = "Send the signed lease", "Order new chairs", "Book the meeting room"
COMPLETED = f"/organizations/{ORGANIZATION}/completed-tasks"


class LateOffice(Office):
    """Does what is asked for, and says so when it is allowed to."""

    def __init__(self):
        self.may_answer = threading.Event()
        super().__init__()

    def reply_to(self, request):
        reply = super().reply_to(request)
        if request.is_write:
            reply.hold = self.may_answer
        return reply


class AtOnce(Case):
    def setUp(self):
        super().setUp()
        self.office.stop()
        self.office = LateOffice()
        self.addCleanup(self.office.may_answer.set)

    def let_answer(self, program, said):
        """Nothing was answered so far; now all is."""
        self.assertFalse(program.has(containing=said))
        self.office.may_answer.set()
        program.wait_for_text(said)
        self.office.may_answer.clear()

    def test_complete_and_undo(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.wait_gone("list item", containing=LEASE)
        self.wait_for_write("POST", COMPLETED)
        self.let_answer(program, "Task completed")
        desktop.key("ctrl+z")
        self.row(program, LEASE)
        self.wait_for_write("DELETE", f"{COMPLETED}/{self.office.by_title(LEASE)['id']}")
        self.let_answer(program, "Task reopened")
        self.row(program, LEASE)

    def test_complete_where_it_stays(self):
        program = self.signed_in()
        self.show_view(program, "All")
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.find("push button", "Reopen")
        self.wait_for_write("POST", COMPLETED)
        self.let_answer(program, "Task completed")
        program.find("push button", "Reopen")

    def test_complete_is_refused(self):
        self.office.on("POST", COMPLETED, Reply(403, {"error": True, "message": "Ask your administrator."}))
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.wait_gone("list item", containing=LEASE)
        self.office.may_answer.set()
        program.dialog("Task Not Completed")
        self.answer(program, "Close", "Task Not Completed")
        self.row(program, LEASE)

    def archive(self, program):
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_gone("list item", containing=CHAIRS)
        self.wait_for_write("DELETE", self.office.path_of(CHAIRS))
        self.let_answer(program, "Task archived")

    def test_archive_and_undo(self):
        program = self.signed_in()
        self.archive(program)
        program.click("push button", "Undo")
        self.row(program, CHAIRS)
        self.wait_for_write("PUT", self.office.path_of(CHAIRS, "/restore"))
        self.let_answer(program, "Task restored")
        program.find("heading", CHAIRS)
        self.row(program, CHAIRS)

    def test_undo_is_refused(self):
        program = self.signed_in()
        self.office.on("PUT", self.office.path_of(CHAIRS, "/restore"),
                       Reply(403, {"error": True, "message": "Ask your administrator."}))
        self.archive(program)
        desktop.key("ctrl+z")
        self.row(program, CHAIRS)
        self.office.may_answer.set()
        program.dialog("Task Not Restored")
        self.answer(program, "Close", "Task Not Restored")
        program.wait_gone("list item", containing=CHAIRS)


if __name__ == "__main__":
    tap.main()
