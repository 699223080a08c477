#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What somebody who does not see the window is told: each thing that can be used has a name, and it is the right one."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, in_dialog  # noqa: E402
from docket_e2e.names import NamesCase  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

CHAIRS, LEASE = "Order new chairs", "Send the signed lease"


class AccessibleNames(NamesCase):
    def test_sign_in_page(self):
        program = self.start()
        program.click("list item", "Advanced")
        program.find("text", "Access token")
        program.find("text", "Server address")
        program.find("push button", "Continue")
        program.find("push button", "Try the Practice Workspace")
        self.assert_all_are_named(program)
        program.click("push button", "Main menu")
        program.find_at_rest("menu item", "About Docket")
        self.assert_all_are_named(program)

    def test_list_and_views(self):
        program = self.signed_in()
        program.find("list", "Tasks")
        self.assertTrue(self.row(program, CHAIRS).name.startswith(CHAIRS))
        self.assert_all_are_named(program)
        self.open_search(program)
        self.assert_all_are_named(program)
        desktop.key("Escape")
        program.click("push button", containing="View: ")
        program.find_at_rest("list item", containing="Archived")
        self.assert_all_are_named(program)

    def test_task_and_its_menus(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("heading", CHAIRS)
        program.find("push button", "Archive")
        self.assert_all_are_named(program)
        program.click("push button", "Task menu")
        program.find_at_rest("menu item", "Delete Permanently…")
        self.assert_all_are_named(program)
        desktop.key("Escape")
        program.wait_gone("menu item", "Delete Permanently…")
        program.click("list item", button=3, containing=LEASE)
        program.find_at_rest("menu item", "Delete Permanently…")
        self.assert_all_are_named(program)

    def test_archive_and_restore(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.find("push button", "Undo")
        self.assert_all_are_named(program)
        self.show_view(program, "Archived")
        self.choose(program, "Old receipts")
        program.find("push button", "Restore")
        self.assert_all_are_named(program)

    def test_dialogs(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        for name in ("Cancel", "Delete Permanently", "Archive"):
            program.find("push button", name, where=in_dialog)
        self.assert_all_are_named(program)
        self.press_until_gone(program, "Escape")
        program.wait_dialog_gone(ASKING)
        self.show_view(program, "Archived")
        self.choose(program, "Old receipts")
        self.open_delete_dialog(program, "Keep It Archived Instead?")
        program.find("push button", "Keep Archived", where=in_dialog)
        self.assert_all_are_named(program)

    def test_many_tasks(self):
        self.office.on("DELETE", self.office.path_of(CHAIRS), Reply(403, {"error": True, "message": "Ask Bo."}))
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))
        desktop.key("ctrl+a")
        program.find("push button", "Select All")
        self.assert_all_are_named(program)
        desktop.key("shift+Delete")
        program.dialog("Archive These 3 Tasks Instead?")
        program.find_at_rest("check box", containing="Keep a copy on this computer", where=in_dialog)
        self.assert_all_are_named(program)
        self.answer(program, "Archive", "Archive These 3 Tasks Instead?")
        program.click("push button", "Show Failed")
        program.find_at_rest("push button", "Try These Again")
        self.assert_all_are_named(program)


if __name__ == "__main__":
    tap.main()
