#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The history: what was archived, restored or deleted, and how it ended, also after a restart."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CHAIRS, ROOM = "Send the signed lease", "Order new chairs", "Book the meeting room"
REFUSED = Reply(403, {"error": True, "message": "Ask your administrator."})
FAILED = Reply(502)
SETTINGS = {"GSETTINGS_BACKEND": "keyfile"}  # which outlive the program
REMOVE = "Remove From History?"


class History(Case):
    def delete(self, program, title):
        self.choose(program, title)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")

    def not_confirmed(self):
        """A program in which the deletion of the chairs has no proof and could not be looked up."""
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        program.wait_for_text("1 form field")
        self.office.on("DELETE", self.office.path_of(CHAIRS, "/delete"), FAILED)
        # The copy can be fetched.
        self.office.on("GET", self.office.path_of(CHAIRS), None, Reply(403, {"error": True, "message": "No."}))
        self.answer(program, "Delete Permanently")
        program.dialog("Deletion Not Confirmed")
        self.answer(program, "Close", "Deletion Not Confirmed")
        return program

    def test_what_was_done_is_listed_after_a_restart(self):
        self.office.on("DELETE", self.office.path_of(CHAIRS, "/delete"), REFUSED)
        program = self.signed_in(environment=SETTINGS)
        self.choose(program, LEASE)
        program.click("push button", "Archive")
        program.click("push button", "Undo")
        program.wait_for_text("Task restored")
        self.row(program, LEASE)
        self.delete(program, CHAIRS)
        program.dialog("Task Not Deleted")
        self.answer(program, "Close", "Task Not Deleted")
        self.delete(program, ROOM)
        program.wait_gone("list item", containing=ROOM)
        self.show_view(program, "History")
        program.find("list item", containing=f"{ROOM}, Deleted permanently, ")
        program.quit()

        program = self.start(environment=SETTINGS)
        program.find(name="View: History")
        program.find("list item", containing=f"{LEASE}, Archived, ")
        program.find("list item", containing=f"{LEASE}, Restored, ")
        program.find("list item", containing=f"{ROOM}, Deleted permanently, ")
        program.click("list item", containing=f"{CHAIRS}, Deletion refused by Tallyfy, ")
        program.find("heading", CHAIRS)
        program.wait_for_text("Permanent deletion, today at ")
        program.wait_for_text("The server’s words: “\u2068Ask your administrator.\u2069”")
        program.find("list item", containing="You pressed “Delete Permanently”")
        program.find("list item", containing="Tallyfy refused")
        self.assertFalse(program.has("push button", "Check Again"))
        titles = [node.name.split(",")[0] for node in program.all("list item", where=lambda n: ", " in n.name)
                  if node.name.startswith((LEASE, CHAIRS, ROOM))]
        self.assertEqual(titles, [ROOM, CHAIRS, LEASE, LEASE])

    def test_nothing_was_removed_yet(self):
        program = self.signed_in()
        self.show_view(program, "History")
        program.wait_for_text("No Removals Yet")
        program.wait_for_text("What you archive, restore or delete is listed here.")
        self.show_view(program, "To Do")
        self.row(program, LEASE)

    def test_keys_remove_nothing_here(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        desktop.key("Delete")
        program.wait_gone("list item", containing=LEASE)
        self.show_view(program, "History")
        program.click("list item", containing=f"{LEASE}, Archived")
        program.find("heading", LEASE)
        for keys in ("Delete", "shift+Delete"):
            desktop.key(keys)
        self.assertFalse(program.has("push button", "Archive"))
        desktop.key("ctrl+z")
        program.find("list item", containing=f"{LEASE}, Restored")
        self.assertEqual(len(program.windows()), 1)
        self.assert_writes(("DELETE", self.office.path_of(LEASE)), ("PUT", self.office.path_of(LEASE, "/restore")))

    def test_search(self):
        program = self.signed_in()
        for title in (LEASE, CHAIRS):
            self.choose(program, title)
            desktop.key("Delete")
            program.wait_gone("list item", containing=title)
        self.show_view(program, "History")
        program.find("list item", containing=f"{LEASE}, Archived")
        self.open_search(program)
        desktop.type_text("CHAIRS")
        program.wait_gone("list item", containing=f"{LEASE}, Archived")
        program.find("list item", containing=f"{CHAIRS}, Archived")
        program.wait_for_text("1 removal")
        desktop.type_text("x")
        program.wait_for_text("No Removals Found")
        desktop.key("Escape")
        program.find("list item", containing=f"{LEASE}, Archived")
        self.choose_filter(program, "Permanent Deletions")
        program.wait_for_text("No Such Removals")
        self.click_until(program, lambda: program.has("list item", containing=f"{LEASE}, Archived"),
                         "push button", "Show All Removals")
        self.choose_filter(program, "Archived and Restored")
        program.find("list item", containing=f"{LEASE}, Archived")

    def choose_filter(self, program, name):
        program.click("combo box", "Filter")
        program.click(None, name, where=lambda node: node.popover() is not None)
        # A press beside an open popover only closes it.
        program.wait_gone(where=lambda node: node.popover() is not None)

    def test_check_again(self):
        program = self.not_confirmed()
        program.quit()
        program = self.start()
        self.row(program, LEASE)
        self.show_view(program, "History")
        program.click("list item", containing=f"{CHAIRS}, Deletion not confirmed, ")
        program.wait_for_text("Tallyfy did not say whether this task was deleted")
        program.find("list item", containing="The server answered with an error (502)")
        # The task was deleted in spite of the answer, and can be looked up by now.
        path = self.office.path_of(CHAIRS, "/delete")
        self.office.on("GET", self.office.path_of(CHAIRS))
        self.office.tasks.remove(self.office.by_title(CHAIRS))
        program.click("push button", "Check Again")
        program.find("list item", containing=f"{CHAIRS}, Deleted permanently, found by look-up, ")
        program.wait_gone("push button", "Check Again")
        program.find("list item", containing="The task was no longer there")
        self.assert_writes(("DELETE", path))

    def test_remove_from_history(self):
        program = self.signed_in()
        for title in (LEASE, CHAIRS):
            self.choose(program, title)
            desktop.key("Delete")
            program.wait_gone("list item", containing=title)
        self.show_view(program, "History")
        program.click("list item", containing=f"{CHAIRS}, Archived")
        program.click(name="Removal menu")
        program.click("menu item", "Remove From History…")
        program.dialog(REMOVE)
        self.answer(program, "Cancel", REMOVE)
        program.find("list item", containing=f"{CHAIRS}, Archived")
        program.click(name="Removal menu")
        program.click("menu item", "Remove From History…")
        program.dialog(REMOVE)
        self.answer(program, "Remove", REMOVE)
        program.wait_gone("list item", containing=CHAIRS)
        program.find("list item", containing=f"{LEASE}, Archived")
        journal = os.path.join(self.home, ".local/share/docket")
        for name in os.listdir(journal):
            with open(os.path.join(journal, name), "rb") as file:
                self.assertNotIn(CHAIRS.encode(), file.read(), name)


if __name__ == "__main__":
    tap.main()
