#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Processes: what is listed, the tasks of one in their order, and the way there and back."""
import json
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, process, process_task  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402

BO, MOVE, FAIR = "Onboarding of Bo", "Office move", "Fair in May"
CONTRACT, DESK, BADGE = "Check the contract", "Set up the desk", "Order the badge"
DONE = {"status": "completed", "completed_at": "2026-03-01T10:00:00Z"}
LATE = "2026-02-01T10:00:00Z"


class Processes(Case):
    def setUp(self):
        super().setUp()
        self.office.tasks[3].update(position=2)
        self.office.tasks += [process_task(11, DESK, BO, position=3, deadline=LATE),
                              process_task(12, BADGE, BO, position=1, **DONE),
                              process_task(13, "Label the boxes", MOVE, run="r2", position=1, **DONE)]
        self.office.processes += [process("r2", MOVE), process("r3", FAIR, archived_at="2026-02-01T10:00:00Z")]

    def in_processes(self):
        program = self.signed_in()
        self.show_view(program, "Processes")
        self.row(program, BO)
        return program

    def id_of(self, title):
        return self.office.by_title(title)["id"]

    def rows(self, program):
        return [node.name for node in program.all("list item") if not node.has("DEFUNCT")]

    def rows_with(self, program, *titles):
        """The titles in the order in which rows begin with them."""
        found = [(row.extents()[1], title) for row in program.all("list item") for title in titles
                 if row.name.startswith(title)]
        return [title for _, title in sorted(found)]

    def test_what_is_listed(self):
        program = self.in_processes()
        self.row(program, f"{BO}, 1 of 3 done, 1 late")
        self.row(program, f"{MOVE}, 1 of 1 done")
        self.row(program, f"{FAIR}, No tasks, Archived on")
        self.assertEqual(self.rows_with(program, "Running", BO, "Finished", MOVE, "Archived", FAIR),
                         ["Running", BO, "Finished", MOVE, "Archived", FAIR])
        program.find("label", "No Process Selected")

    def test_tasks_in_their_order(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.row(program, DESK)
        self.assertEqual(self.rows_with(program, CONTRACT, DESK, BADGE), [BADGE, CONTRACT, DESK])
        program.find("label", "Started on 1 January by you")

    def click_check(self, program, title):
        program.click("check box", where=self.in_row(title))

    def test_a_task_is_done_with_its_check_and_reopened(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.click_check(program, CONTRACT)
        program.wait_for_text("Task completed")
        self.row(program, f"{BO}, 2 of 3 done")
        self.click_check(program, CONTRACT)
        program.wait_for_text("Task reopened")
        self.row(program, f"{BO}, 1 of 3 done")
        base = f"/organizations/{ORGANIZATION}/runs/r1/completed-tasks"
        self.assert_writes(("POST", base), ("DELETE", f"{base}/{self.id_of(CONTRACT)}"))
        self.assertEqual(json.loads(self.office.writes()[0].body), {"task_id": self.id_of(CONTRACT)})
        program.find("heading", BO)

    def test_a_double_click_on_a_check_does_it_once(self):
        program = self.in_processes()
        self.choose(program, BO)
        program.double_click("check box", where=self.in_row(DESK))
        self.row(program, f"{BO}, 2 of 3 done")
        program.wait_for_text("Task completed")
        self.assert_writes(("POST", f"/organizations/{ORGANIZATION}/runs/r1/completed-tasks"))

    def test_one_that_is_finished_stays_chosen(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.click_check(program, CONTRACT)
        self.row(program, f"{BO}, 2 of 3 done")
        self.click_check(program, DESK)
        row = program.find("list item", containing=f"{BO}, 3 of 3 done", where=lambda node: node.has("SELECTED"))
        self.assertGreater(row.extents()[1], program.find("list item", "Finished").extents()[1])
        program.find("heading", BO)
        self.assertFalse(program.has("list item", "Running"))

    def test_a_task_and_the_way_back(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.choose(program, CONTRACT)
        program.click("push button", "Back")
        program.find("heading", BO)
        self.assertTrue(self.row(program, CONTRACT).has("FOCUSED"))
        desktop.key("Return")
        program.find("heading", CONTRACT)
        desktop.key("alt+Left")
        program.find("heading", BO)
        self.choose(program, CONTRACT)
        self.choose(program, f"{MOVE}")  # what is chosen in the list takes the place of all that was opened
        self.assertFalse(program.has("push button", "Back"))

    def test_a_click_on_what_is_chosen_brings_it_back(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.choose(program, CONTRACT)
        self.choose(program, BO)

    def test_narrow_there_and_back(self):
        program = self.in_processes()
        program.resize(400, 640)
        self.choose(program, BO)
        self.choose(program, CONTRACT)
        desktop.key("alt+Left")
        program.find("heading", BO)
        program.click("push button", "Back")
        self.choose(program, MOVE)

    def test_a_task_completed_beside_the_list_keeps_its_place(self):
        program = self.in_processes()
        self.choose(program, BO)
        self.choose(program, CONTRACT)
        desktop.key("ctrl+Return")
        program.find("push button", "Reopen")
        program.find("heading", CONTRACT)
        desktop.key("alt+Left")
        program.find("heading", BO)

    def test_the_process_of_a_task_and_back_to_it(self):
        program = self.signed_in()
        self.choose(program, CONTRACT)
        program.click("push button", "Open Process")
        program.find("heading", BO)
        self.row(program, DESK)
        program.click("push button", "Back")
        program.find("heading", CONTRACT)
        program.click("list item", containing=f"Process: {BO}")
        program.find("heading", BO)
        # The check takes the task out of the list, but nobody out of the process.
        program.click("check box", where=lambda node: self.in_row(CONTRACT)(node)
                      and node.extents()[0] > 380)
        program.wait_for_text("Task completed")
        program.wait_gone("list item", containing=CONTRACT, where=lambda node: node.extents()[0] < 380)
        program.find("heading", BO)
        program.wait_for_text("2 of 3 done")

    def test_a_key_that_cannot_remove_leads_to_the_process(self):
        program = self.signed_in()
        self.choose(program, CONTRACT)
        program.point_at(self.row(program, CONTRACT))
        desktop.press()
        desktop.key("Delete")
        program.wait_for_text("Process tasks go only with their process")
        program.click("push button", "Open Process", where=lambda node: node.extents()[1] > 400)
        program.find("heading", BO)
        self.assertEqual(self.office.writes(), [])

    def test_search(self):
        program = self.in_processes()
        self.open_search(program)
        desktop.type_text("move")
        program.wait_gone("list item", containing=BO)
        program.wait_for_text("1 process")
        desktop.type_text("xyz")
        program.wait_for_text("No Processes Found")

    def test_without_any(self):
        self.office.tasks = self.office.tasks[:3]
        self.office.processes = []
        program = self.signed_in()
        self.show_view(program, "Processes")
        program.wait_for_text("No Processes")

    def test_who_may_not_list_them_knows_them_by_their_tasks(self):
        self.office.on("GET", f"/organizations/{ORGANIZATION}/runs", Reply(403, {"message": "No."}), None)
        program = self.in_processes()
        self.row(program, f"{BO}, 1 of 3 done, 1 late")
        self.choose(program, BO)
        self.row(program, DESK)


if __name__ == "__main__":
    tap.main()
