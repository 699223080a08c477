#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Archiving, restoring and deleting a process: what a person does and sees, and what the server receives."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case, in_dialog  # noqa: E402
from docket_e2e.office import process, process_task  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

BO, FAIR, CONTRACT = "Onboarding of Bo", "Fair in May", "Check the contract"
ASKING = "Keep It Archived Instead?"
SINCE = "2026-02-01T10:00:00Z"


class ProcessRemoval(Case):
    def setUp(self):
        super().setUp()
        self.office.tasks.append(process_task(14, "Book the stand", FAIR, run="r3", archived_at=SINCE))
        self.office.processes.append(process("r3", FAIR, archived_at=SINCE))
        self.archive = ("DELETE", self.office.process_path("r1"))
        self.restore = ("PUT", self.office.process_path("r1", "/activate"))

    def open(self, name):
        program = self.signed_in()
        self.show_view(program, "Processes")
        self.choose(program, name)
        return program

    def test_archive_and_undo_in_the_toast(self):
        program = self.open(BO)
        program.click("push button", "Archive Process")
        program.wait_for_text("Process archived")
        self.row(program, f"{BO}, 0 of 1 done, Archived")
        program.find("push button", "Restore")
        self.assertTrue(self.office.by_title(CONTRACT)["archived_at"])
        program.click("push button", "Undo")
        program.wait_for_text("Process restored")
        program.find("push button", "Archive Process")
        self.assert_writes(self.archive, self.restore)
        self.assert_headers(self.office.writes()[0])

    def test_its_tasks_go_with_it_and_come_back(self):
        program = self.open(BO)
        program.click("push button", "Archive Process")
        program.wait_for_text("Process archived")
        self.show_view(program, "To Do")
        program.wait_gone("list item", containing=CONTRACT)
        desktop.key("ctrl+z")
        self.row(program, CONTRACT)
        self.assert_writes(self.archive, self.restore)

    def test_restore_what_is_in_the_archive(self):
        program = self.open(FAIR)
        self.assertFalse(program.has("check box", where=self.in_row("Book the stand")))
        program.click("push button", "Restore")
        program.wait_for_text("Process restored")
        self.row(program, f"{FAIR}, 0 of 1 done")
        program.find("check box", where=self.in_row("Book the stand"))
        self.assert_writes(("PUT", self.office.process_path("r3", "/activate")))

    def test_the_history_knows_it(self):
        program = self.open(BO)
        program.click("push button", "Archive Process")
        program.wait_for_text("Process archived")
        self.show_view(program, "History")
        self.choose(program, BO)
        program.wait_for_text("You asked to archive the process")

    def test_a_refusal_changes_nothing(self):
        self.office.on(*self.archive, Reply(403, {"error": True, "message": "Only its owner may."}))
        program = self.open(BO)
        program.click("push button", "Archive Process")
        program.dialog("Process Not Archived")
        program.wait_for_text("Only its owner may.")
        self.answer(program, "Close", "Process Not Archived")
        program.find("push button", "Archive Process")
        self.assert_writes(self.archive)

    def test_an_answer_without_proof_is_looked_up(self):
        """Where it was done, that is found out; it is not sent again."""
        lost = Reply(502, "<html>Bad gateway</html>")
        self.office.on(*self.archive, lost)
        program = self.open(BO)
        program.click("push button", "Archive Process")
        program.dialog("Process Not Archived")
        program.wait_for_text("It was still there, unchanged")
        self.answer(program, "Close", "Process Not Archived")
        self.assert_writes(self.archive)
        self.assertTrue(self.office.received("GET", self.office.process_path("r1")))

    def open_menu(self, program):
        program.click(name="Process menu")

    def ask_to_delete(self, program=None):
        program = program or self.open(FAIR)
        self.open_menu(program)
        program.click("menu item", "Delete Permanently…")
        program.dialog(ASKING)
        program.wait_for_text("also deletes its 1 task, 1 form field, 1 answer and 1 comment")
        return program

    def press_delete(self, program):
        """Click until it is taken: the dialog goes, and may come again."""
        button = program.find_at_rest("push button", "Delete Permanently", where=in_dialog)
        window = button.window().path

        def gone():
            program.point_at(button)
            desktop.press()
            return all(node.path != window for node in program.windows())

        wait_until(gone, "the dialog gone", details=program.describe)

    def test_deleted_for_ever_with_a_copy_of_all(self):
        program = self.open(FAIR)
        program.click("push button", "Restore")
        program.click("push button", "Archive Process")
        program.find("push button", "Restore")
        self.ask_to_delete(program)
        self.answer(program, "Delete Permanently", ASKING)
        program.wait_for_text("Process deleted permanently, copy kept")
        program.wait_gone("list item", containing=FAIR)
        self.assertEqual(len(self.office.writes()), 3)
        self.assertNotIn("Book the stand", self.office.titles())
        program.click(name="Main menu")
        program.find("menu item", "Undo", where=lambda node: not node.sensitive)
        desktop.key("Escape")
        program.click("push button", "Open")
        program.find("heading", FAIR)
        program.wait_for_text("Copy of a deleted process")
        program.click("list item", containing="Book the stand")
        program.find("heading", "Book the stand")
        self.assertTrue(self.is_in_journal("Book the stand"))

    def test_deleted_from_one_of_its_tasks(self):
        """What was opened of it closes; and the way there is in the menu of the task."""
        program = self.signed_in()
        self.show_view(program, "Archived")
        self.choose(program, "Book the stand")
        program.wait_for_text("This task was archived with its process, and comes back with it.")
        program.click(name="Task menu")
        program.click("menu item", "Open Process")
        program.find("heading", FAIR)
        program.wait_for_text("Not completed")
        self.open_menu(program)
        program.click("menu item", "Delete Permanently…")
        self.answer(program, "Delete Permanently", ASKING)
        program.wait_for_text("Process deleted permanently, copy kept")
        program.wait_gone("heading", FAIR)
        program.wait_gone("list item", containing="Book the stand")
        wait_until(lambda: not program.has("push button", "Back"), "what was opened closed", details=program.describe)
        self.assertFalse(program.has(containing="Process Not Found"))

    def test_enter_keeps_it_archived(self):
        program = self.ask_to_delete()
        self.press_until_gone(program, "Return", ASKING)
        self.row(program, FAIR)
        self.assertEqual(self.office.writes(), [])

    def test_what_changed_meanwhile_is_asked_again(self):
        program = self.ask_to_delete()
        self.office.by_title("Book the stand").update(title="Book two stands", last_updated="2026-03-02T09:00:00Z")
        self.press_delete(program)
        program.wait_for_text("This process was changed meanwhile, so nothing was deleted.")
        self.assertEqual(self.office.writes(), [])
        self.press_until_gone(program, "Escape", ASKING)
        self.assertEqual(self.office.writes(), [])

    def test_only_what_is_archived_can_be_deleted(self):
        program = self.open(BO)
        self.open_menu(program)
        program.find("menu item", "Delete Permanently… (Archive It First)", where=lambda node: not node.sensitive)

    def test_only_administrators_can_delete(self):
        self.office.role = "standard"
        program = self.open(FAIR)
        self.open_menu(program)
        program.find("menu item", "Delete Permanently… (Administrators Only)", where=lambda node: not node.sensitive)

    def test_offline_nothing_is_offered(self):
        program = self.open(BO)
        self.office.stop()
        desktop.key("F5")
        program.wait_for_text("Offline. You see the tasks as of")
        program.find("push button", "Archive Process", where=lambda node: not node.sensitive)


if __name__ == "__main__":
    tap.main()
