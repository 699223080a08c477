#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Archive, undo and restore: what a person does, and what the server then receives."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

LEASE, CHAIRS, CONTRACT, RECEIPTS = "Send the signed lease", "Order new chairs", "Check the contract", "Old receipts"
REFUSED = Reply(403, {"error": True, "message": "Ask your administrator."})


class Archive(Case):
    def test_archive_with_the_button_and_undo_in_the_toast(self):
        program = self.signed_in()
        self.choose(program, LEASE)
        program.click("push button", "Archive")
        request = self.wait_for_write("DELETE", self.office.path_of(LEASE))
        self.assert_headers(request)
        program.wait_for_text("Task archived: ")
        program.wait_gone("list item", containing=LEASE)
        program.click("push button", "Undo")
        self.row(program, LEASE)
        request = self.wait_for_write("PUT", self.office.path_of(LEASE, "/restore"))
        self.assert_headers(request, ("Content-Length", "0"))
        self.assert_writes(("DELETE", self.office.path_of(LEASE)), ("PUT", self.office.path_of(LEASE, "/restore")))

    def test_archive_with_the_delete_key_and_undo_with_ctrl_z(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_gone("list item", containing=CHAIRS)
        program.wait_for_text("Task archived")
        desktop.key("ctrl+z")
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)), ("PUT", self.office.path_of(CHAIRS, "/restore")))

    def test_ctrl_z_brings_back_one_after_the_other(self):
        program = self.signed_in()
        for title in (CHAIRS, LEASE):
            self.choose(program, title)
            desktop.key("Delete")
            program.wait_gone("list item", containing=title)
        for title in (LEASE, CHAIRS):
            desktop.key("ctrl+z")
            self.row(program, title)  # the heading alone may be the one of before
            program.find("heading", title)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)), ("DELETE", self.office.path_of(LEASE)),
                           ("PUT", self.office.path_of(LEASE, "/restore")),
                           ("PUT", self.office.path_of(CHAIRS, "/restore")))

    def test_undo_does_not_reach_beyond_what_cannot_be_undone(self):
        """Else it would bring back something old that nobody sees."""
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_for_text("Task archived")
        self.wait_for_write("DELETE", self.office.path_of(CHAIRS))
        self.choose(program, LEASE)
        desktop.key("Delete")
        program.wait_gone("list item", containing=LEASE)
        self.show_view(program, "Archived")
        self.choose(program, LEASE)
        program.click("push button", "Restore")
        program.wait_for_text("Task restored")
        program.wait_gone("push button", "Undo")
        desktop.key("ctrl+z")
        program.click(name="Main menu")
        self.assertFalse(program.find("menu item", "Undo").sensitive)
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)), ("DELETE", self.office.path_of(LEASE)),
                           ("PUT", self.office.path_of(LEASE, "/restore")))

    def test_keys_work_while_a_button_of_the_header_has_the_focus(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Return")
        program.find("push button", where=lambda node: node.has("FOCUSED"))
        desktop.key("Delete")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_the_only_hit_is_archived(self):
        program = self.signed_in()
        self.open_search(program)
        desktop.type_text("chairs")
        program.wait_gone("list item", containing=LEASE)
        desktop.key("Down")
        program.find("heading", CHAIRS)
        desktop.key("Delete")
        program.wait_for_text("No Tasks Found")
        program.find("entry", "Search in To Do", where=lambda node: node.has("FOCUSED"))

    def test_archive_in_the_context_menu(self):
        program = self.signed_in()
        program.click("list item", button=3, containing=CHAIRS)
        program.click("menu item", "Archive")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_the_next_task_is_chosen(self):
        program = self.signed_in()
        titles = [n.name.split(",")[0] for n in program.all("list item") if any(
            n.name.startswith(t) for t in self.office.titles())]
        self.choose(program, titles[0])
        desktop.key("Delete")
        program.find("heading", titles[1])

    def test_restore_in_the_archived_view(self):
        program = self.signed_in()
        self.show_view(program, "Archived")
        self.choose(program, RECEIPTS)
        desktop.key("Delete")  # does nothing here
        program.click("push button", "Restore")
        program.wait_gone("list item", containing=RECEIPTS)
        self.assert_writes(("PUT", self.office.path_of(RECEIPTS, "/restore")))
        self.show_view(program, "One-Off")
        self.row(program, RECEIPTS)

    def test_refused_archive_says_what_the_server_said(self):
        self.office.on("DELETE", self.office.path_of(CHAIRS), REFUSED)
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.click("push button", "Archive")
        program.wait_for_text("Ask your administrator.")
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def archive_held(self, reply):
        """Archive a task; the server's answer, @reply, comes when the event that is returned is set."""
        held = reply.hold = threading.Event()
        self.addCleanup(held.set)
        self.office.on("DELETE", self.office.path_of(CHAIRS), reply)
        program = self.signed_in()
        self.choose(program, CHAIRS)
        desktop.key("Delete")
        program.wait_gone("list item", containing=CHAIRS)
        self.wait_for_write("DELETE", self.office.path_of(CHAIRS))
        return program, held

    def test_the_row_leaves_before_the_answer_and_comes_back_after_a_refusal(self):
        program, held = self.archive_held(Reply(403, {"error": True, "message": "Ask your administrator."}))
        program.find("list item", where=lambda node: node.has("SELECTED"))
        self.assertFalse(program.has(containing="Task archived"))
        held.set()
        program.dialog("Task Not Archived")
        program.wait_for_text("Ask your administrator.")
        self.answer(program, "Close", "Task Not Archived")
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_undo_before_the_answer(self):
        """The row is there again; the request waits for the answer: what is not archived yet cannot be restored."""
        path = self.office.path_of(CHAIRS)
        program, held = self.archive_held(Reply(204))
        desktop.key("ctrl+z")
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", path))
        self.office.by_title(CHAIRS)["archived_at"] = "2026-03-01T10:00:00Z"
        held.set()
        program.find("heading", CHAIRS)
        self.row(program, CHAIRS)
        self.assert_writes(("DELETE", path), ("PUT", f"{path}/restore"))

    def test_process_task_says_why(self):
        program = self.signed_in()
        self.choose(program, CONTRACT)
        button = program.find("push button", "Archive")
        self.assertFalse(button.sensitive)
        self.assertIn("Tallyfy removes such tasks only with their process", button.description)
        program.wait_for_text("Tallyfy removes such tasks only with their process")
        for keys in ("Delete", "shift+Delete"):
            desktop.key(keys)
            program.wait_for_text("Process tasks go only with their process")
        self.choose(program, LEASE)
        self.assertEqual(len(program.windows()), 1)
        self.assert_writes()


if __name__ == "__main__":
    tap.main()
