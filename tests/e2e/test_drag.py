#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Dragging tasks out of the list: the places to drop them, and that each does what its action does."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, CHAIRS, ROOM, CONTRACT = ("Send the signed lease", "Order new chairs", "Book the meeting room",
                                 "Check the contract")


class Drag(Case):
    def middle(self, program, *arguments, **options):
        x, y, width, height = desktop.place_of(program.find_at_rest(*arguments, **options), program)
        return x + width // 2, y + height // 2

    def begin(self, program, title):
        """Take hold of a row, and draw it a little."""
        program.point_at_rest("list item", containing=title)
        x, y = self.middle(program, "list item", containing=title)
        desktop.button_down()
        desktop.drag_pointer((x + 30, y + 40))

    def drop(self, program, place):
        """Over a place that it can be dropped at, that place lights up: what is dropped sooner is dropped nowhere."""
        where = {"where": lambda node: not in_button(node)}
        x, y = self.middle(program, "label", place, **where)
        # Below the middle of the words: what is dragged hovers above the pointer.
        _, _, width, height = desktop.place_of(program.find("label", place, **where), program)
        below = x - width // 2, y + 1, width, height // 2
        dark = desktop.look_of(*below)
        desktop.drag_pointer((x, y))
        wait_until(lambda: desktop.look_of(*below) != dark, f"the place {place} to light up", details=program.describe)
        desktop.button_up()
        program.wait_gone("label", place, where=lambda node: not in_button(node))

    def places(self, program):
        return [name for name in ("Complete", "Reopen", "Assign To…", "Archive", "Restore")
                if program.has("label", name, where=lambda node: not in_button(node))]

    def test_one_task(self):
        program = self.signed_in()
        self.begin(program, LEASE)
        program.find("label", "Assign To…")
        self.assertEqual(self.places(program), ["Complete", "Assign To…", "Archive"])
        # Dropped where there is no place.
        desktop.button_up()
        program.wait_gone("label", "Assign To…")
        self.assertEqual(self.office.writes(), [])
        # A click is a click still.
        self.choose(program, CHAIRS)

        self.begin(program, LEASE)
        self.drop(program, "Archive")
        program.wait_for_text("Task archived")
        # What was open stays open.
        program.find("heading", CHAIRS)
        program.wait_gone("list item", containing=LEASE)
        self.wait_for_write("DELETE", self.office.path_of(LEASE))
        program.click("push button", "Undo")
        self.row(program, LEASE)
        self.wait_for_write("PUT", self.office.path_of(LEASE, "/restore"))

        self.begin(program, ROOM)
        self.drop(program, "Complete")
        program.wait_for_text("Task completed")
        self.wait_for_write("POST", f"/organizations/{ORGANIZATION}/completed-tasks")

        self.begin(program, CHAIRS)
        self.drop(program, "Assign To…")
        program.dialog("Edit Task")
        program.find("entry", "Find a person or group", where=lambda node: node.has("FOCUSED"))
        self.assertEqual(program.find("text", "Title").text(), CHAIRS)

    def test_several_tasks_and_what_cannot_be_removed(self):
        program = self.signed_in()
        self.show_view(program, "All")
        self.begin(program, CONTRACT)
        program.find("label", "Assign To…")
        self.assertEqual(self.places(program), ["Complete", "Assign To…"])
        desktop.button_up()
        program.wait_gone("label", "Assign To…")
        for title in (LEASE, CHAIRS):
            program.point_at_rest("list item", containing=title)
            desktop.key_down("ctrl")
            desktop.press()
            desktop.key_up("ctrl")
        program.wait_for_text("2 Tasks Selected")
        self.begin(program, CHAIRS)
        self.drop(program, "Archive")
        program.wait_for_text("2 tasks archived")
        program.wait_gone("list item", containing=LEASE)
        self.assertEqual(sorted((r.method, r.target) for r in self.office.writes()),
                         sorted(("DELETE", self.office.path_of(title)) for title in (LEASE, CHAIRS)))


def in_button(node):
    while node is not None:
        if node.role == "push button":
            return True
        node = node.parent
    return False


if __name__ == "__main__":
    tap.main()
