#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Each way in which a permanent deletion can go wrong on the network, as the person at the window sees it."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CHAIRS, ROOM = "Send the signed lease", "Order new chairs", "Book the meeting room"
NO = {"error": True, "message": "The server says no."}
REFUSED = ("Task Not Deleted", "The server says no.", "is still there, unchanged")
UNPROVEN = ("Task Not Deleted", "was still there, unchanged, at")
BUSY = ("Task Not Deleted", "Tallyfy is busy. Nothing was deleted.")
# What the server does, how often it is asked, and what the person reads.
FAULTS = {
    "reset": (Reply(drop=True), 1, UNPROVEN),
    "cut": (Reply(200, {"data": {"id": "1"}}, cut=True), 1, UNPROVEN),
    "200 with a message": (Reply(200, {"message": "Deleted."}), 1, UNPROVEN),
    "200 with a page": (Reply(200, "<html>", [("Content-Type", "text/html")]), 1, UNPROVEN),
    "400": (Reply(400, NO), 1, REFUSED),
    "403": (Reply(403, NO), 1, REFUSED),
    "409": (Reply(409, NO), 1, REFUSED),
    "422": (Reply(422, NO), 1, REFUSED),
    "429 with seconds": (Reply(429, NO, [("Retry-After", "1")]), 2, BUSY),
    "429 with a date": (Reply(429, NO, [("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")]), 2, BUSY),
    "500": (Reply(500, NO), 1, UNPROVEN),
    "502": (Reply(502, NO), 1, UNPROVEN),
    "503": (Reply(503, NO), 1, UNPROVEN),
    "redirect": (Reply(307, "", [("Location", "/elsewhere")]), 1, UNPROVEN),
}


class Faults(Case):
    def test_each_fault_is_told_and_sent_no_more_than_that(self):
        path = self.office.path_of(CHAIRS, "/delete")
        program = self.signed_in()
        for name, (reply, times, (heading, *texts)) in FAULTS.items():
            with self.subTest(name):
                before = len(self.office.writes())
                self.office.on("DELETE", path, reply)
                self.choose(program, CHAIRS)
                self.open_delete_dialog(program)
                self.answer(program, "Delete Permanently")
                program.dialog(heading)
                for text in texts:
                    program.wait_for_text(text)
                self.assertEqual([(r.method, r.target) for r in self.office.writes()[before:]],
                                 [("DELETE", path)] * times)
                self.answer(program, "Close", heading)
                self.row(program, CHAIRS)
        self.assertFalse(self.office.received(path="/elsewhere"))

    def delete_while_it_goes(self, program, title, reply):
        """The task goes once the request has arrived, and only then the reply comes, or does not. Returns: the path"""
        path = self.office.path_of(title, "/delete")
        reply.hold = threading.Event()
        self.office.on("DELETE", path, reply)
        self.choose(program, title)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        try:
            self.wait_for_write("DELETE", path)
            self.office.tasks.remove(self.office.by_title(title))
        finally:
            reply.hold.set()
        return path

    def test_404_and_an_answer_that_is_late_and_a_connection_that_is_refused(self):
        program = self.signed_in()
        missed = self.delete_while_it_goes(program, ROOM, Reply(404, NO))
        program.dialog("Task Already Gone")
        program.wait_for_text("Somebody else may have deleted it.")
        self.answer(program, "Close", "Task Already Gone")
        program.wait_gone("list item", containing=ROOM)
        late = self.delete_while_it_goes(program, LEASE, Reply(204, drop=True))
        program.wait_for_text("Task deleted permanently, found by look-up")
        program.wait_gone("list item", containing=LEASE)
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        program.wait_for_text("1 form field")
        fetched = len(self.office.received("GET", self.office.path_of(CHAIRS)))
        self.office.refuse()
        self.answer(program, "Delete Permanently")
        program.dialog("Task Not Deleted")
        program.wait_for_text("You are offline. Nothing was sent.")
        program.wait_for_text("is still there, unchanged")
        self.answer(program, "Close", "Task Not Deleted")
        self.row(program, CHAIRS)
        self.assertEqual(len(self.office.received("GET", self.office.path_of(CHAIRS))), fetched + 1, "the copy")
        self.assert_writes(("DELETE", missed), ("DELETE", late))

    def test_signed_out(self):
        path = self.office.path_of(CHAIRS, "/delete")
        self.office.on("DELETE", path, Reply(401, NO))
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        program.find("push button", "Sign In Again")
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", path))
        desktop.key("Escape")


if __name__ == "__main__":
    tap.main()
