#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A task is duplicated, its assignees are reminded: one request each, asked for once."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ME, ORGANIZATION  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CONTRACT, CHAIRS = "Send the signed lease", "Check the contract", "Order new chairs"


class Sending(Case):
    def with_somebody(self):
        """The lease is somebody else's, too."""
        self.office.members.append({**ME, "id": 8, "full_name": "Tomás Rivera", "email": "t@example.com"})
        self.office.by_title(LEASE)["owners"]["users"] = [7, 8]

    def in_menu(self, program, item, title=LEASE):
        self.choose(program, title)
        program.click(name="Task menu")
        program.click("menu item", item)

    def requests(self, method, suffix):
        return self.office.received(method, self.office.path_of(LEASE, suffix))

    def reminders(self):
        return self.requests("GET", "/email")

    def test_duplicate(self):
        program = self.signed_in()
        program.click("check box", where=self.in_row(CHAIRS))
        program.wait_for_text("Task completed")
        self.in_menu(program, "Duplicate")
        program.wait_for_text("Task duplicated")
        self.assertEqual(self.office.titles().count(LEASE), 2)
        self.assertEqual(len(self.requests("POST", "/clone")), 1)
        program.find("list item", containing=LEASE, where=lambda node: node.has("SELECTED"))
        program.wait_for_text("Task duplicated without its 1 answer")
        # Nobody else is there to be reminded.
        program.click(name="Task menu")
        program.find("menu item", "Duplicate")
        self.assertFalse(program.has("menu item", "Remind Assignees…"))
        desktop.key("Escape")
        program.wait_gone("menu item", "Duplicate")
        # What was done last is undone first.
        program.click("list item", containing=LEASE, where=lambda node: node.has("SELECTED"))
        desktop.key("ctrl+z")
        program.wait_for_text("Archived the duplicate")
        made = self.office.tasks[-1]
        self.wait_for_write("DELETE", f"/organizations/{ORGANIZATION}/tasks/{made['id']}")
        self.assertIsNone(self.office.by_title(LEASE)["archived_at"])
        desktop.key("ctrl+z")
        program.wait_for_text("Task reopened")

    def test_no_duplicate_of_a_process_task(self):
        program = self.signed_in()
        self.choose(program, CONTRACT)
        program.click(name="Task menu")
        program.find("menu item", "Edit…")
        self.assertFalse(program.has("menu item", "Duplicate"))

    def lose(self, acts):
        clone = self.office.clone

        def clone_once(found):
            self.office.clone = clone
            if acts:
                clone(found)
            return Reply(drop=True)

        self.office.clone = clone_once

    def test_a_lost_duplicate_that_was_made(self):
        program = self.signed_in()
        self.lose(acts=True)
        self.in_menu(program, "Duplicate")
        program.wait_for_text("Task duplicated")
        self.assertEqual(len(self.requests("POST", "/clone")), 1)

    def test_a_lost_duplicate_that_was_not_made(self):
        program = self.signed_in()
        self.lose(acts=False)
        self.in_menu(program, "Duplicate")
        program.find(containing="there is no such new task of yours")
        self.assertEqual(len(self.requests("POST", "/clone")), 1)
        self.click_until(program, lambda: len(self.requests("POST", "/clone")) == 2, "push button", "Send Again")
        program.wait_for_text("Task duplicated")
        self.assertEqual(self.office.titles().count(LEASE), 2)

    def test_remind_asks_first(self):
        self.with_somebody()
        program = self.signed_in()
        self.in_menu(program, "Remind Assignees…")
        program.dialog("Remind Assignees?")
        program.find(containing=f"{LEASE}")
        self.assertEqual(self.reminders(), [])
        self.click_until(program, lambda: not program.has("push button", "Cancel"), "push button", "Cancel")
        self.assertEqual(self.reminders(), [])
        self.in_menu(program, "Remind Assignees…")
        self.click_until(program, self.reminders, "push button", "Send Reminder")
        program.wait_for_text("Reminder sent")
        self.assertEqual(len(self.reminders()), 1)

    def test_a_lost_reminder_is_told_and_not_offered_again(self):
        self.with_somebody()
        program = self.signed_in()
        self.office.on("GET", self.office.path_of(LEASE, "/email"), Reply(drop=True))
        self.in_menu(program, "Remind Assignees…")
        self.click_until(program, self.reminders, "push button", "Send Reminder")
        program.find(containing="did not say whether the reminder went out")
        self.assertFalse(program.has("push button", "Send Again"))
        self.assertEqual(len(self.reminders()), 1)

    def test_a_refused_reminder(self):
        self.with_somebody()
        program = self.signed_in()
        self.office.on("GET", self.office.path_of(LEASE, "/email"), Reply(403, {"message": "Not today."}))
        self.in_menu(program, "Remind Assignees…")
        self.click_until(program, self.reminders, "push button", "Send Reminder")
        program.find(containing="Not today.")
        program.find(containing="Nobody was reminded")


if __name__ == "__main__":
    tap.main()
