#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The practice workspace: no account, no keyring, and a way out."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402


class Practice(Case):
    keyring = False

    def first_one_off(self, program):
        """The title of the first task of the view One-Off; it is chosen."""
        self.show_view(program, "One-Off")
        row = program.find_at_rest("list item", containing=", one-off")
        program.point_at(row)
        desktop.press()
        return program.find("heading").name

    def assert_above(self, one, other):
        _, top, _, height = one.extents()
        self.assertLess(top + height, other.extents()[1])

    def test_try_it_from_the_sign_in_page_and_leave(self):
        program = self.start()
        program.click("push button", "Try the Practice Workspace")
        program.wait_for_text("Nothing leaves this computer")
        self.first_one_off(program)
        program.click("push button", "Archive")
        self.assert_above(program.find_at_rest("push button", "Undo"), program.find("push button", "Leave"))
        program.click("push button", "Leave")
        program.find(name="Access token")

    def test_what_was_done_is_kept_until_a_reset(self):
        program = self.start("--practice")
        title = self.first_one_off(program)
        program.click("push button", "Archive")
        program.wait_for_text("Task archived")
        program.wait_gone("list item", containing=title)
        program.quit()
        again = self.start("--practice")
        self.show_view(again, "Archived")
        self.row(again, title)
        again.click(name="Main menu")
        again.click("menu item", "Reset Practice Workspace…")
        again.click("push button", containing="Reset")
        again.wait_gone("list item", containing=title)
        self.show_view(again, "One-Off")
        self.row(again, title)


class Views(Case):
    keyring = False

    def test_views_and_search_words(self):
        """The invented office has something in each view, at any time of the day."""
        program = self.start("--practice")
        for view, title in (("Overdue", "Pay the deposit"), ("Unassigned", "Ask about the humming light"),
                            ("Waiting for Others", "Book the trains")):
            self.show_view(program, view)
            self.row(program, title)
        program.wait_gone("list item", containing="Pay the deposit")
        self.show_view(program, "All")
        self.row(program, "Pay the deposit")
        self.open_search(program)
        desktop.type_text("owner:owen is:overdue permit")
        program.wait_gone("list item", containing="Pay the deposit")
        self.row(program, "Renew the parking permits")
        desktop.key("ctrl+a")
        desktop.type_text("annexes")
        program.wait_gone("list item", containing="Renew the parking permits")
        # The row says why it is here.
        program.find("list item", containing="the annexes", where=lambda node: node.name.startswith("Send the signed"))
        desktop.key("Escape")
        program.wait_gone("list item", containing="annexes")

    def is_above(self, program, one, other):
        """In the list, among the rows that show."""
        return self.row(program, one).extents()[1] < self.row(program, other).extents()[1]

    def choose_layout(self, program, menu, item):
        program.click("push button", "Main menu")
        program.click("menu item", menu)
        program.click(containing=item, where=lambda node: node.role.endswith("menu item"))
        program.wait_gone(name=item, where=lambda node: node.role.endswith("menu item"))

    def test_sort_and_group(self):
        """By title and without headings; a restart remembers it."""
        kept = {"GSETTINGS_BACKEND": "keyfile"}
        program = self.start("--practice", environment=kept)
        self.show_view(program, "All")
        program.find_at_rest("list item", containing="Overdue")
        self.choose_layout(program, "Sort By", "Title")
        wait_until(lambda: self.is_above(program, "Approve travel", "Renew the parking"), "the order of titles")
        self.choose_layout(program, "Group By", "None")
        program.wait_gone("list item", containing="Overdue")
        wait_until(lambda: self.is_above(program, "Approve travel", "Ask about the humming"), "one list")
        program.quit()
        again = self.start("--practice", environment=kept)
        again.find_at_rest("list item", containing="Approve")
        self.assertFalse(again.has("list item", containing="Overdue"))

    def test_the_list_follows_what_is_completed(self):
        """It goes to its place among the completed ones; the list does not jump to its beginning."""
        program = self.start("--practice")
        program.find("list item", containing="one-off")
        self.show_view(program, "All")
        desktop.key("End")
        program.find_at_rest("list item", containing="Set up the preview page")
        for _ in range(40):
            chosen = program.find("list item", where=lambda node: node.has("FOCUSED"))
            if ", " in chosen.name and "ompleted" not in chosen.name:
                break
            desktop.key("Up")
            wait_until(lambda: not program.has("list item", chosen.name, where=lambda node: node.has("FOCUSED")), "a step")
        title = chosen.name.split(", ")[0]
        program.find("heading", title)
        program.click("push button", "Complete")
        program.find("push button", "Reopen")
        program.find("list item", containing=title, where=lambda node: node.has("FOCUSED"))

    def test_a_view_shows_its_beginning(self):
        """Not the place where the rows have gone that showed before."""
        program = self.start("--practice")
        program.find("list item", containing="one-off")
        for view in ("Completed", "History", "All", "Tidy Up", "All"):
            self.show_view(program, view)
            if view == "All":
                program.find_at_rest("list item", containing="Renew the parking permits")
            desktop.key("Down")


if __name__ == "__main__":
    tap.main()
