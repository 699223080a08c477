#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Completing, approving and reopening: what a person does and sees, and what the server receives."""
import json
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, task  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CHAIRS, CONTRACT = "Send the signed lease", "Order new chairs", "Check the contract"
COMPLETED = f"/organizations/{ORGANIZATION}/completed-tasks"
IN_PROCESS = f"/organizations/{ORGANIZATION}/runs/r1/completed-tasks"


class Complete(Case):
    def id_of(self, title):
        return self.office.by_title(title)["id"]

    def bodies(self):
        return [json.loads(request.body) for request in self.office.writes() if request.body]

    def test_complete_with_the_button_and_undo(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=LEASE)
        self.assertEqual(self.bodies(), [{"task_id": self.id_of(LEASE)}])
        program.click("push button", "Undo")
        self.row(program, LEASE)
        program.wait_for_text("Task reopened")
        self.assert_writes(("POST", COMPLETED), ("DELETE", f"{COMPLETED}/{self.id_of(LEASE)}"))

    def click_check(self, program, title):
        program.click("check box", where=self.in_row(title))

    def test_with_the_check_of_a_row_and_back(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.click_check(program, LEASE)
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=LEASE)
        program.find("heading", CHAIRS)  # what was open stays open
        self.show_view(program, "Completed")
        self.click_check(program, LEASE)
        program.wait_gone("list item", containing=LEASE)
        program.wait_for_text("Task reopened")
        self.assert_writes(("POST", COMPLETED), ("DELETE", f"{COMPLETED}/{self.id_of(LEASE)}"))

    def test_a_double_click_completes_one(self):
        program = self.signed_in()
        program.double_click("check box", where=self.in_row(CONTRACT))
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=CONTRACT)
        self.assert_writes(("POST", IN_PROCESS))

    def test_the_next_task_is_chosen(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.click("push button", "Complete")
        program.wait_gone("list item", containing=CHAIRS)
        program.find("heading", LEASE)

    def test_the_task_stays_chosen_where_it_stays_in_the_list(self):
        program = self.signed_in()
        self.show_view(program, "All")
        self.choose(program, CHAIRS)
        program.click("push button", "Complete")
        program.find("push button", "Reopen")
        program.find("heading", CHAIRS)

    def test_a_process_task_with_the_keyboard(self):
        program = self.signed_in()
        self.choose(program, CONTRACT)
        desktop.key("ctrl+Return")
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=CONTRACT)
        desktop.key("ctrl+z")
        self.row(program, CONTRACT)
        program.wait_for_text("Task reopened")
        self.assert_writes(("POST", IN_PROCESS), ("DELETE", f"{IN_PROCESS}/{self.id_of(CONTRACT)}"))

    def test_reopen_in_the_completed_view(self):
        self.office.by_title(CHAIRS).update(status="completed", completed_at="2026-03-01T10:00:00Z")
        program = self.signed_in()
        self.show_view(program, "Completed")
        self.choose(program, CHAIRS)
        program.click("push button", "Reopen")
        program.wait_gone("list item", containing=CHAIRS)
        program.wait_for_text("Task reopened")
        self.assert_writes(("DELETE", f"{COMPLETED}/{self.id_of(CHAIRS)}"))

    def test_an_approval_is_approved_or_rejected(self):
        self.office.tasks += [task(6, "Approve the trip", task_type="approval"),
                              task(7, "Approve the fair", task_type="approval"),
                              task(8, "Approve the bill", task_type="approval")]
        program = self.signed_in()
        self.choose(program, "Approve the trip")
        program.click("push button", "Approve")
        program.wait_for_text("Task approved")
        self.choose(program, "Approve the fair")
        self.assertFalse(program.has("push button", "Complete"))
        program.click(name="Task menu")
        program.click("menu item", "Reject")
        program.wait_for_text("Task rejected")
        program.click(name="Approve or Reject", where=self.in_row("Approve the bill"))
        program.click("menu item", "Reject")
        program.wait_gone("list item", containing="Approve the bill")
        self.assertEqual([body["is_approved"] for body in self.bodies()], [True, False, False])

    def test_a_required_answer_is_missing(self):
        self.office.on("POST", COMPLETED, Reply(422, {"error": True, "errors": {"f1": ["The amount is required."]}}))
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.dialog("Task Not Completed")
        program.wait_for_text("The amount is required.")
        self.answer(program, "Close", "Task Not Completed")
        self.row(program, LEASE)
        self.assert_writes(("POST", COMPLETED))

    def test_a_lost_answer_is_looked_up_and_sent_again_only_when_asked(self):
        self.office.on("POST", COMPLETED, Reply(drop=True), None)
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Complete")
        program.dialog("Task Not Completed")
        program.wait_for_text("still open")
        self.assert_writes(("POST", COMPLETED))
        self.answer(program, "Send Again", "Task Not Completed")
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=LEASE)
        self.assert_writes(("POST", COMPLETED), ("POST", COMPLETED))


if __name__ == "__main__":
    tap.main()
