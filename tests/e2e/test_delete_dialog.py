#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Delete Permanently…: the dialog, and what confirms it and what does not."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case, in_dialog  # noqa: E402
from docket_e2e.office import task  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS, RECEIPTS = "Order new chairs", "Old receipts"
KEEPING = "Keep It Archived Instead?"


class DeleteDialog(Case):
    def dialog(self, title=CHAIRS, heading=ASKING):
        program = self.signed_in()
        self.choose(program, title)
        self.open_delete_dialog(program, heading)
        return program

    def test_dialog_names_the_task_and_counts_what_is_lost(self):
        program = self.dialog()
        body = program.wait_for_text("cannot be undone").name
        self.assertIn(f"“\u2068{CHAIRS}\u2069”", body)
        self.assertRegex(body, r"1 form field.*1 answer.*1 comment")
        desktop.key("Escape")

    def test_enter_in_the_dialog_archives(self):
        program = self.dialog()
        program.find_at_rest("push button", "Archive", where=in_dialog)
        self.press_until_gone(program, "Return")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_escape_in_the_dialog_does_nothing(self):
        program = self.dialog()
        self.press_until_gone(program, "Escape")
        self.row(program, CHAIRS)
        self.assert_writes()

    def test_cancel_does_nothing(self):
        program = self.dialog()
        self.answer(program, "Cancel")
        self.row(program, CHAIRS)
        self.assert_writes()

    def test_archive_in_the_dialog_archives(self):
        program = self.dialog()
        self.answer(program, "Archive")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_delete_permanently_sends_one_request(self):
        path = self.office.path_of(CHAIRS, "/delete")
        program = self.dialog()
        self.answer(program, "Delete Permanently")
        request = self.wait_for_write("DELETE", path)
        self.assertEqual(request.raw.split(b"\r\n")[0], f"DELETE {path} HTTP/1.1".encode())
        self.assert_headers(request)
        program.wait_for_text("Task deleted permanently")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", path))

    def test_archived_task_can_be_kept(self):
        program = self.signed_in()
        self.show_view(program, "Archived")
        self.choose(program, RECEIPTS)
        self.open_delete_dialog(program, KEEPING)
        self.answer(program, "Keep Archived", KEEPING)
        self.row(program, RECEIPTS)
        self.assert_writes()

    def test_archived_task_can_be_deleted(self):
        path = self.office.path_of(RECEIPTS, "/delete")
        program = self.signed_in()
        self.show_view(program, "Archived")
        self.choose(program, RECEIPTS)
        program.click(name="Task menu")
        program.click("menu item", "Delete Permanently…")
        program.dialog(KEEPING)
        self.answer(program, "Delete Permanently", KEEPING)
        program.wait_for_text("Task deleted permanently")
        self.assert_writes(("DELETE", path))

    def test_a_held_key_confirms_nothing(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.click(name="Task menu")
        program.point_at(program.find_at_rest("menu item", "Delete Permanently…"))
        program.find("menu item", "Delete Permanently…", where=lambda node: node.has("FOCUSED"))
        desktop.key_down("Return")
        try:
            program.dialog(ASKING)
            desktop.hold_for_repeats()
            self.assertTrue(any(node.name == ASKING for node in program.windows()))
        finally:
            desktop.key_up("Return")
        self.press_until_gone(program, "Escape")
        self.assert_writes()

    def test_a_double_click_on_the_menu_item_confirms_nothing(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.click(name="Task menu")
        program.double_click("menu item", "Delete Permanently…")
        program.dialog(ASKING)
        self.press_until_gone(program, "Escape")
        self.assert_writes()

    def test_clicking_on_and_on_at_one_place_confirms_nothing(self):
        """The dialog opens where the menu was; a button of it may come to lie under the pointer."""
        program = self.dialog()
        program.point_at(program.find_at_rest("push button", "Delete Permanently", where=in_dialog))
        self.press_until_gone(program, "Escape")
        n_windows = len(desktop.windows_of(program))
        desktop.key("shift+Delete")
        # As soon as it shows: a first click that comes later than a pause of somebody who reads is heard, and is to be.
        wait_until(lambda: len(desktop.windows_of(program)) > n_windows
                   or any(node.name == ASKING for node in program.windows()), "the dialog", details=program.describe)
        desktop.press_on_and_on(80)
        self.assertTrue(any(node.name == ASKING for node in program.windows()))
        self.answer(program, "Cancel")
        self.assert_writes()

    def test_foreign_text_is_text(self):
        title = "<b>A & B</b> %s \u202eevil"
        self.office.tasks.append(task(9, title))
        program = self.signed_in()
        program.click("list item", containing="<b>A & B</b> %s")
        program.find("heading", "<b>A & B</b> %s evil")
        self.open_delete_dialog(program)
        self.assertIn("“\u2068<b>A & B</b> %s evil\u2069”", program.wait_for_text("cannot be undone").name)
        self.press_until_gone(program, "Escape")
        desktop.key("Delete")
        program.wait_for_text("Task archived")


if __name__ == "__main__":
    tap.main()
