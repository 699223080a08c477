#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The list and the main job with the keyboard alone."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case, in_dialog  # noqa: E402
from docket_e2e.office import task  # noqa: E402

LATE, CONTRACT, LEASE, CHAIRS = "Water the plants", "Check the contract", "Send the signed lease", "Order new chairs"


class Keyboard(Case):
    def setUp(self):
        super().setUp()
        self.office.tasks.append(task(90, LATE, deadline="2026-01-02T12:00:00Z"))

    def press(self, program, key, title):
        """Press a key; the focus is then on the row of this task, and its detail shows."""
        desktop.key(key)
        program.find("heading", title)
        program.find("list item", containing=title, where=lambda node: node.has("FOCUSED"))

    def test_keys_cross_the_headings_of_groups(self):
        program = self.signed_in()
        self.choose(program, "Book the meeting room")
        self.press(program, "Up", LATE)
        self.press(program, "Down", "Book the meeting room")
        self.press(program, "End", LEASE)
        self.press(program, "Home", LATE)
        self.press(program, "Up", LATE)
        self.press(program, "Page_Down", LEASE)

    def test_a_click_on_a_heading_chooses_nothing(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.click("list item", name="Overdue")
        program.click("list item", name="Later")
        self.press(program, "Down", LEASE)

    def test_the_main_job(self):
        """Choose, archive, undo, open the dialog, go to Delete Permanently by Tab, and press it."""
        program = self.signed_in()
        desktop.key("ctrl+l")
        program.find("list item", containing="One-Off", where=lambda node: node.popover() is not None)
        desktop.key("Escape")
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_gone("list item", containing=CHAIRS)
        desktop.key("ctrl+z")
        program.find("heading", CHAIRS)
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))
        self.open_delete_dialog(program)
        program.find_at_rest("push button", "Delete Permanently", where=in_dialog)
        while not program.has("push button", "Delete Permanently",
                              where=lambda node: in_dialog(node) and node.has("FOCUSED")):
            desktop.key("Tab")
        self.press_until_gone(program, "Return")
        program.wait_dialog_gone(ASKING)
        program.wait_gone("list item", containing=CHAIRS)
        path = f"/organizations/0123456789abcdef0123456789abcdef/tasks/{2:032x}"
        self.assert_writes(("DELETE", path), ("PUT", f"{path}/restore"), ("DELETE", f"{path}/delete"))


if __name__ == "__main__":
    tap.main()
