#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Keys that act on tasks must not do so while somebody writes."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"
KEYS = ("Delete", "shift+Delete", "ctrl+z")


class TextEntries(Case):
    def press_all_keys_in(self, program, name):
        """Write, press the keys at the start of the text, write again: what is there tells that all of them came."""
        desktop.type_text("order")
        wait_until(lambda: program.find(name=name).text() == "order", "the text", details=program.describe)
        for keys in KEYS:
            desktop.key("Home", keys)
        desktop.key("ctrl+a")
        desktop.type_text("chairs")
        wait_until(lambda: program.find(name=name).text() == "chairs", "the new text", details=program.describe)

    def test_search_entry(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_search(program)
        self.press_all_keys_in(program, "Search in To Do")
        self.row(program, CHAIRS)
        program.wait_gone("list item", containing="Send the signed lease")
        self.assertEqual(len(program.windows()), 1)
        desktop.key("Escape")
        self.assert_writes()

    def test_token_entry_while_a_task_is_chosen(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.office.token = "another-token-55d0c2"
        desktop.key("F5")
        program.click("push button", "Sign In Again")
        self.show_token(program)
        program.click(name="Access token")
        self.press_all_keys_in(program, "Access token")
        self.assert_writes()

    def test_entries_of_the_sign_in_page(self):
        program = self.start()
        self.show_token(program)
        program.click(name="Access token")
        self.press_all_keys_in(program, "Access token")
        self.open_advanced(program)
        program.click(name="Server address")
        desktop.key("ctrl+a")
        self.press_all_keys_in(program, "Server address")
        self.assertEqual(self.office.received(), [])

    def test_after_an_archive_ctrl_z_in_the_search_entry_undoes_only_text(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_for_text("Task archived")
        self.open_search(program)
        self.press_all_keys_in(program, "Search in To Do")
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))


if __name__ == "__main__":
    tap.main()
