#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A key or button that is held down acts once, wherever it was pressed."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case, in_dialog  # noqa: E402

LEASE, CHAIRS = "Send the signed lease", "Order new chairs"


class HeldKeys(Case):
    def setUp(self):
        super().setUp()
        self.path = self.office.path_of(LEASE)

    def hold(self, key):
        desktop.key_down(key)
        try:
            desktop.hold_for_repeats()
        finally:
            desktop.key_up(key)

    def focus(self, program, name):
        """Move the focus from the list to this button with Tab."""
        while not program.has("push button", name, where=lambda node: node.has("FOCUSED")):
            desktop.key("Tab")

    def one_is_archived(self, program):
        """The first request is the only one, also when the next task is chosen and could be archived."""
        program.wait_gone("list item", containing=LEASE)
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", self.path))

    def test_delete_in_the_list(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        self.hold("Delete")
        self.one_is_archived(program)

    def test_return_on_the_archive_button(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        self.focus(program, "Archive")
        self.hold("Return")
        self.one_is_archived(program)

    def test_return_in_the_list(self):
        """Return opens the task: it does not go on to press what then has the focus."""
        program = self.signed_in()
        self.choose(program, LEASE)
        self.hold("Return")
        program.find("heading", LEASE)
        self.assertEqual(len(program.windows()), 1)
        self.assert_writes()

    def test_return_in_the_search_entry(self):
        program = self.signed_in()
        self.open_search(program)
        desktop.type_text("lease")
        program.wait_gone("list item", containing=CHAIRS)
        self.hold("Return")
        self.row(program, LEASE)
        self.assertEqual(len(program.windows()), 1)
        self.assert_writes()

    def test_a_pointer_that_leaps_is_heard_after_a_pause(self):
        """A pen's or a remote desktop's: it comes without a way, and does not move from there."""
        program = self.signed_in()
        self.choose(program, LEASE)
        self.open_delete_dialog(program)
        button = program.find_at_rest("push button", "Cancel", where=in_dialog)
        x, y, width, height = desktop.place_of(button, program)
        desktop.leap_pointer(x + width // 2, y + height // 2)

        def press():
            desktop.press()
            desktop.pause_between_clicks()

        self.until_gone(program, ASKING, press)
        self.assert_writes()
        self.row(program, LEASE)

    def test_a_click_that_was_under_way_confirms_nothing(self):
        """The button goes down where Delete Permanently will be, and up when the dialog is there. The next click counts."""
        program = self.signed_in()
        self.choose(program, LEASE)
        self.open_delete_dialog(program)
        button = program.find_at_rest("push button", "Delete Permanently", where=in_dialog)
        x, y, width, height = desktop.place_of(button, program)
        self.press_until_gone(program, "Escape")
        desktop.move_pointer(x + width // 2, y + height // 2)
        desktop.button_down()
        try:
            self.open_delete_dialog(program)
            program.find_at_rest("push button", "Delete Permanently", where=in_dialog)
        finally:
            desktop.button_up()
        program.find_at_rest("push button", "Delete Permanently", where=in_dialog)
        self.assert_writes()
        self.answer(program, "Delete Permanently")
        program.wait_gone("list item", containing=LEASE)
        self.assert_writes(("DELETE", f"{self.path}/delete"))


if __name__ == "__main__":
    tap.main()
