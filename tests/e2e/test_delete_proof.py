#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A permanent deletion whose answer is a refusal or no proof, or does not come."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e.case import ASKING, Case  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

CHAIRS = "Order new chairs"
REFUSED = Reply(403, {"error": True, "message": "Ask your administrator."})
NO_PROOF = Reply(200, {"message": "The task is being deleted."})
LOST = Reply(drop=True)


class DeleteProof(Case):
    def dialog(self, title=CHAIRS, heading=ASKING):
        program = self.signed_in()
        self.choose(program, title)
        self.open_delete_dialog(program, heading)
        return program

    def delete(self, *replies, title=CHAIRS):
        self.office.on("DELETE", self.office.path_of(title, "/delete"), *replies)
        program = self.dialog(title)
        self.answer(program, "Delete Permanently")
        return program

    def gone_after_the_copy(self):
        """The task is fetched once more, and is no longer there then."""
        chairs = self.office.by_title(CHAIRS)
        program = self.dialog()
        program.wait_for_text("1 form field, 1 answer and 1 comment")
        self.office.on("GET", self.office.path_of(CHAIRS), Reply(200, {"data": chairs}), None)
        self.office.tasks.remove(chairs)
        return program

    def assert_sent_once(self, title=CHAIRS):
        self.assert_writes(("DELETE", self.office.path_of(title, "/delete")))

    def test_200_is_not_a_deletion(self):
        program = self.delete(NO_PROOF)
        program.wait_for_text("was still there, unchanged, at")
        self.assertFalse(program.has(containing="Task deleted permanently"))
        self.row(program, CHAIRS)
        self.assert_sent_once()
        self.assertTrue(self.office.received("GET", self.office.path_of(CHAIRS)))

    def test_403_shows_the_servers_sentence(self):
        program = self.delete(REFUSED)
        program.dialog("Task Not Deleted")
        program.wait_for_text("Ask your administrator.")
        program.wait_for_text("is still there, unchanged")
        self.answer(program, "Close", "Task Not Deleted")
        self.row(program, CHAIRS)
        self.assert_sent_once()

    def test_404_is_looked_up(self):
        path = self.office.path_of(CHAIRS, "/delete")
        program = self.gone_after_the_copy()
        self.answer(program, "Delete Permanently")
        program.dialog("Task Already Gone")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", path))

    def test_lost_answer_is_looked_up_and_not_sent_again(self):
        program = self.delete(LOST)
        program.wait_for_text("was still there, unchanged, at")
        self.row(program, CHAIRS)
        self.assert_sent_once()

    def test_lost_answer_of_a_deletion_that_was_done(self):
        path = self.office.path_of(CHAIRS, "/delete")
        self.office.on("DELETE", path, LOST)
        program = self.gone_after_the_copy()
        self.answer(program, "Delete Permanently")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", path))


if __name__ == "__main__":
    tap.main()
