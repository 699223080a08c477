#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""On each screen of the program, dialogs and popovers included, each thing that can be used has a name."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, in_dialog  # noqa: E402
from docket_e2e.names import NamesCase  # noqa: E402
from docket_e2e.program import FRESH_SETTINGS  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"


class AccessibleScreens(NamesCase):
    def test_introduction(self):
        program = self.start(environment={"GSETTINGS_SCHEMA_DIR": FRESH_SETTINGS})
        program.find_at_rest("heading", "Welcome to Docket")
        self.assert_all_are_named(program)

    def test_main_menu_and_filters(self):
        program = self.signed_in()
        for submenu in ("Sort By", "Group By"):
            program.click("push button", "Main menu")
            program.find_at_rest("menu item", "About Docket")
            self.assert_all_are_named(program)
            program.click("menu item", containing=submenu)
            program.find_at_rest(containing="Deadline", where=lambda node: node.role.endswith("menu item"))
            self.assert_all_are_named(program)
            desktop.key("Escape")
            desktop.key("Escape")
            program.wait_gone("menu item", "About Docket")
        self.open_search(program)
        program.click("push button", "Filter")
        program.click(containing="State", where=lambda node: node.role.endswith("menu item"))
        program.find_at_rest(containing="Overdue", where=lambda node: node.role.endswith("menu item"))
        self.assert_all_are_named(program)
        desktop.key("Escape")

    def test_organizations(self):
        program = self.signed_in()
        desktop.key("ctrl+l")
        program.click("push button", containing="Switch Organization")
        program.find_at_rest("push button", containing="Add Account…")
        self.assert_all_are_named(program)

    def test_new_task_and_its_deadline(self):
        program = self.signed_in()
        desktop.key("ctrl+n")
        program.dialog("New Task")
        program.find_at_rest("push button", "Cancel", where=in_dialog)
        self.assert_all_are_named(program)
        program.click("list item", containing="Deadline")
        program.find_at_rest("push button", "Set")
        self.assert_all_are_named(program)

    def test_preferences(self):
        program = self.signed_in()
        desktop.key("ctrl+comma")
        program.dialog("Preferences")
        for page in ("General", "Notifications", "Removal"):
            program.click(containing=page, where=lambda node: in_dialog(node) and node.role in (
                "push button", "toggle button", "radio button", "page tab"))
            self.assert_all_are_named(program)

    def test_signing_out(self):
        program = self.signed_in()
        program.click("push button", "Main menu")
        program.click("menu item", "Sign Out…")
        program.dialog("Sign Out?")
        program.find_at_rest("push button", "Cancel", where=in_dialog)
        self.assert_all_are_named(program)

    def test_history_and_a_kept_copy(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently", ASKING)
        program.wait_gone("list item", containing=CHAIRS)
        self.show_view(program, "History")
        program.click("list item", containing=CHAIRS)
        program.find("push button", "Open Copy")
        self.assert_all_are_named(program)
        program.click("push button", "Open Copy")
        program.find_at_rest("push button", "Create Again…")
        self.assert_all_are_named(program)
        program.click("push button", "Create Again…")
        program.dialog("Create This Task Again?")
        self.assert_all_are_named(program)

    def test_processes(self):
        program = self.signed_in()
        self.show_view(program, "Processes")
        program.click("list item", containing="Onboarding of Bo")
        program.find("list item", containing="Check the contract")
        self.assert_all_are_named(program)

    def test_tidy_up(self):
        self.office.by_title(CHAIRS).update(status="completed", completed_at="2026-01-05T10:00:00Z")
        program = self.signed_in()
        self.show_view(program, "Tidy Up")
        self.row(program, CHAIRS)
        self.assert_all_are_named(program)

    def test_signed_out(self):
        program = self.signed_in()
        self.office.token = "another"
        # One that falls into the first refresh comes to nothing.
        wait_until(lambda: program.has("push button", "Sign In Again") or desktop.key("F5"), "the end of the token",
                   details=program.describe)
        program.click("push button", "Sign In Again")
        program.dialog("Sign In Again")
        program.find_at_rest(name="Access token", where=in_dialog)
        self.assert_all_are_named(program)

    def test_about(self):
        program = self.signed_in()
        program.click("push button", "Main menu")
        program.click("menu item", "About Docket")
        program.wait_for_text("The Docket developers")
        self.assert_all_are_named(program)

    def test_practice_workspace(self):
        program = self.start("--practice")
        program.find("list item", containing=", one-off")
        program.click("list item", containing=", one-off")
        program.find("push button", "Leave")
        self.assert_all_are_named(program)


if __name__ == "__main__":
    tap.main()
