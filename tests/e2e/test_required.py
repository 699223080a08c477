#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A task whose required answers are missing is completed: nothing is sent, and it is said where they are missing."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS, LEASE = "Order new chairs", "Send the signed lease"
COMPLETED = f"/organizations/{ORGANIZATION}/completed-tasks"
NOTHING_SENT = "Two required answers are missing. Nothing was sent."
REFUSED = Reply(422, {"error": True, "errors": {"f1": ["The field “Number” is required."]}})


def field(name, label, kind="text", value=None, required=True):
    return {"id": name, "label": label, "field_type": kind, "required": required, "value": value}


class Required(Case):
    def setUp(self):
        super().setUp()
        chairs = self.office.by_title(CHAIRS)
        chairs["summary"] = None
        self.fields = chairs["form_fields"]["data"] = [field("f0", "Colour", value="red"), field("f1", "Number"),
                                                       field("f2", "Day", "date"), field("f3", "Remark", required=False)]

    def complete(self, program):
        program.click("push button", "Complete")

    def typed_where(self):
        """Where what is typed goes to."""
        desktop.type_text("x")
        return wait_until(lambda: [node.name for node in self.programs[-1].all("text") if node.text() == "x"],
                          "what was typed", details=self.programs[-1].describe)

    def n_missing(self, program):
        return len(program.all(name="Answer missing"))

    def assert_shown(self, program, words=NOTHING_SENT):
        program.wait_for_text(words)
        program.find("label", "Not Completed Yet")
        wait_until(lambda: self.n_missing(program) == 2, "what is said at the fields", details=program.describe)

    def test_it_is_said_where_it_is_missing(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("text", "Number (required)")
        self.complete(program)
        self.assert_shown(program)
        self.assertEqual(self.office.writes(), [])
        self.assertEqual(self.typed_where(), ["Number (required)"])
        desktop.key("Return")
        wait_until(lambda: self.n_missing(program) == 1, "one answer less", details=program.describe)
        program.wait_for_text("A required answer is missing. Nothing was sent.")
        self.click_until(program, lambda: program.has("push button", "Set"), "list item", "Day (required)")
        self.click_until(program, lambda: not program.has("push button", "Set"), "push button", "Set")
        program.wait_gone("label", "Not Completed Yet")
        self.complete(program)
        program.wait_for_text("Task completed")
        self.assertEqual([request.method for request in self.office.writes()], ["PUT", "PUT", "POST"])

    def test_by_the_check_of_a_row(self):
        """The task is opened, and stays open."""
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("text", "Number (required)")
        self.choose(program, LEASE)
        program.click("check box", where=self.in_row(CHAIRS))
        program.find("heading", CHAIRS)
        self.assert_shown(program)
        self.assertEqual(self.typed_where(), ["Number (required)"])
        self.assertFalse(program.find("check box", where=self.in_row(CHAIRS)).has("CHECKED"))
        self.choose(program, LEASE)
        self.choose(program, CHAIRS)
        program.find("text", "Number (required)")
        self.assertEqual(self.n_missing(program), 0)
        self.assertEqual(self.office.writes(), [])

    def test_what_only_the_server_knows(self):
        """The task was never opened, so that it is asked."""
        self.office.on("POST", COMPLETED, REFUSED)
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("check box", where=self.in_row(CHAIRS))
        program.find("heading", CHAIRS)
        self.assert_shown(program, "Two required answers are missing. Tallyfy left the task open.")
        self.assert_writes(("POST", COMPLETED))

    def test_somebody_else_has_given_them(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("text", "Number (required)")
        for each in self.fields:
            each["value"] = each["value"] or "2030-01-01T12:00:00Z"
        self.complete(program)
        program.wait_for_text("Task completed")
        self.assert_writes(("POST", COMPLETED))

    def test_an_answer_on_its_way_is_waited_for(self):
        del self.fields[2:]
        update, may_answer = self.office.update, threading.Event()
        self.addCleanup(may_answer.set)

        def wait_and_update(found, body):
            may_answer.wait(60)
            return update(found, body)

        self.office.update = wait_and_update
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.fill("text", "Number (required)", "12")
        wait_until(lambda: program.find("text", "Number (required)").text() == "12", "the text")
        desktop.key("Return")
        wait_until(lambda: self.office.received("PUT"), "the answer on its way")
        self.complete(program)
        program.find(name="Saving")
        self.assertFalse(program.has("label", "Not Completed Yet"))
        may_answer.set()
        program.wait_for_text("Task completed")
        self.assertEqual([request.method for request in self.office.writes()], ["PUT", "POST"])

    def test_what_was_typed_is_saved_first(self):
        """Nobody presses Enter in a form; and what cannot be saved keeps the task open."""
        del self.fields[2:]
        self.office.on("PUT", f"/organizations/{ORGANIZATION}/tasks/{self.office.by_title(CHAIRS)['id']}",
                       Reply(403, {"message": "Only coordinators change answers."}))
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.fill("text", "Number (required)", "12")
        wait_until(lambda: program.find("text", "Number (required)").text() == "12", "the text")
        self.complete(program)
        program.wait_for_text("An answer could not be saved, so the task was left open. What you typed is kept.")
        program.wait_for_text("Only coordinators change answers.")
        self.assertEqual([request.method for request in self.office.writes()], ["PUT"])
        self.office.replies.clear()
        self.complete(program)
        self.assertEqual(len(self.office.writes()), 1)
        program.click("push button", "Save")
        program.wait_gone("label", "Not Completed Yet")
        program.fill("text", "Colour (required)", "blue")
        wait_until(lambda: program.find("text", "Colour (required)").text() == "blue", "the text")
        self.complete(program)
        program.wait_for_text("Task completed")
        self.assertEqual([request.method for request in self.office.writes()], ["PUT", "PUT", "PUT", "POST"])
        self.assertEqual([each["value"] for each in self.fields], ["blue", "12"])

    def test_what_cannot_be_answered_here_is_missing_too(self):
        self.fields[1:] = [field("f1", "Receipts", "table")]
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("list item", "Receipts (required): No answer")
        self.complete(program)
        program.wait_for_text("A required answer is missing. Nothing was sent. "
                              "Files and tables are filled in on Tallyfy’s website.")
        program.find("list item", "Receipts (required): Answer missing")
        self.assertEqual(self.office.writes(), [])


if __name__ == "__main__":
    tap.main()
