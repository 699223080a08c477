#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What the window shows while it loads, where there is nothing, and after a refresh."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, task  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LIST = f"/organizations/{ORGANIZATION}/tasks"


class States(Case):
    def test_first_load(self):
        held = threading.Event()
        self.addCleanup(held.set)
        self.office.on("GET", LIST, Reply(200, {"data": []}, hold=held))
        program = self.start()
        self.give_token(program)
        program.wait_for_text("Loading Tasks")
        self.office.on("GET", LIST, None)
        held.set()
        program.wait_gone(containing="Loading Tasks")

    def test_nothing_to_do_is_not_the_same_as_nothing_found(self):
        self.office.tasks.clear()
        program = self.start()
        self.give_token(program)
        program.wait_for_text("All Done")
        self.show_view(program, "Archived")
        program.wait_for_text("Nothing Archived")
        self.open_search(program)
        desktop.type_text("lease")
        program.wait_for_text("No Tasks Found")

    def test_nothing_selected(self):
        program = self.signed_in()
        program.wait_for_text("No Task Selected")

    def test_selection_and_place_survive_a_refresh(self):
        for number in range(20, 60):
            self.office.tasks.append(task(number, f"Task number {number}", deadline="2031-01-01T12:00:00Z"))
        program = self.signed_in()
        self.choose(program, "Order new chairs")
        desktop.key("Page_Down", "Page_Down")
        title = program.find("heading", containing="Task number").name
        row = program.find_at_rest("list item", containing=title)
        place = desktop.place_of(row, program)
        # Somebody adds a task above, and removes one.
        self.office.tasks.append(task(90, "Added meanwhile", deadline="2026-01-02T12:00:00Z"))
        self.office.tasks.remove(self.office.by_title("Book the meeting room"))
        asked = len(self.office.received("GET", LIST))
        desktop.key("F5")
        wait_until(lambda: len(self.office.received("GET", LIST)) >= asked + 2, "both lists were read again")
        row = program.find_at_rest("list item", containing=title)
        self.assertEqual(desktop.place_of(row, program), place)
        self.assertEqual(program.find("heading", containing="Task number").name, title)
        desktop.key("Home")
        program.find("heading", "Added meanwhile")


if __name__ == "__main__":
    tap.main()
