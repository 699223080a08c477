#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Each key of the program's own list does what the list says."""
import os
import re
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHAIRS = "Order new chairs"
IN_TEST = {
    "test_tasks": "<Control>N <Control>E <Control>Return Delete <Shift>Delete <Control>Z",
    "test_menu_of_a_row": "Menu",
    "test_menu_of_a_row_by_another_key": "<Shift>F10",
    "test_many_tasks": "<Control>A space <Shift>Down <Shift>Up Escape",
    "test_finding": "<Control>F <Control>L <Control>R F5",
    "test_back_to_the_list": "<Alt>Left",
    "test_general": "F1 F10 <Control>comma <Control>question",
    "test_closing": "<Control>W <Control>Q",
}


class Shortcuts(Case):
    def press(self, accelerator):
        """As X calls it."""
        desktop.key(re.sub(r"<(\w+)>(.*)", lambda part: f"{part[1].lower().replace('control', 'ctrl')}+"
                           + (part[2].lower() if len(part[2]) == 1 else part[2]), accelerator))

    def list_focused(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))
        return program

    def refreshed_by(self, accelerator):
        before = len(self.office.received())
        self.press(accelerator)
        wait_until(lambda: len(self.office.received()) > before, f"a refresh by {accelerator}")

    def test_all_are_tried(self):
        with open(os.path.join(ROOT, "src", "ui", "compat", "docket-shortcuts.ui.in"), encoding="utf-8") as file:
            listed = re.findall(r'<property name="accelerator">(.*)</property>', file.read())
        listed = " ".join(listed).replace("&lt;", "<").replace("&gt;", ">")
        self.assertEqual(sorted(listed.split()), sorted(" ".join(IN_TEST.values()).split()))
        self.assertEqual([name for name in IN_TEST if not hasattr(self, name)], [])

    def test_tasks(self):
        program = self.list_focused()
        for accelerator, dialog in (("<Control>N", "New Task"), ("<Control>E", "Edit Task")):
            self.press(accelerator)
            program.dialog(dialog)
            self.press_until_gone(program, "Escape", dialog)
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))
        for accelerator in ("<Control>Return", "Delete"):
            self.press(accelerator)
            program.wait_gone("list item", containing=CHAIRS)
            self.press("<Control>Z")
            self.row(program, CHAIRS)
            self.choose(program, CHAIRS)
        self.press("<Shift>Delete")
        program.dialog(ASKING)
        self.press_until_gone(program, "Escape")

    def open_and_close_menu(self, accelerator):
        """The row has the focus again then: what comes next in the window would be Complete."""
        program = self.list_focused()
        self.press(accelerator)
        program.find("menu item", "Delete Permanently…")
        desktop.key("Escape")
        program.wait_gone("menu item", "Delete Permanently…")
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))

    def test_menu_of_a_row(self):
        self.open_and_close_menu("Menu")

    def test_menu_of_a_row_by_another_key(self):
        self.open_and_close_menu("<Shift>F10")

    def test_many_tasks(self):
        program = self.list_focused()
        self.press("<Control>A")
        program.wait_for_text("4 Tasks Selected")
        self.press("space")
        program.wait_for_text("3 Tasks Selected")
        self.press("space")
        program.wait_for_text("4 Tasks Selected")
        self.press("Escape")
        program.wait_gone(containing="4 Tasks Selected")
        self.choose(program, CHAIRS)
        self.press("<Shift>Down")
        program.wait_for_text("2 Tasks Selected")
        self.press("<Shift>Up")
        program.wait_gone(containing="2 Tasks Selected")

    def test_finding(self):
        program = self.list_focused()
        self.press("<Control>F")
        program.find("entry", containing="Search", where=lambda node: node.has("FOCUSED"))
        desktop.key("Escape")
        self.press("<Control>L")
        program.find_at_rest("list item", containing="Archived", where=lambda node: node.popover() is not None)
        desktop.key("Escape")
        program.wait_gone("list item", containing="Archived", where=lambda node: node.popover() is not None)
        for accelerator in ("<Control>R", "F5"):
            self.refreshed_by(accelerator)

    def test_back_to_the_list(self):
        program = self.signed_in()
        program.resize(360, 640)
        wait_until(lambda: program.windows()[0].extents()[2] == 360, "a narrow window", details=program.describe)
        self.choose(program, CHAIRS)
        self.press("<Alt>Left")
        program.wait_gone("heading", CHAIRS)
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("FOCUSED"))

    def test_general(self):
        program = self.list_focused()
        self.press("F1")
        program.dialog("Help Cannot Be Shown")
        self.press_until_gone(program, "Escape", "Help Cannot Be Shown")
        self.press("F10")
        program.find_at_rest("menu item", "About Docket")
        desktop.key("Escape")
        program.wait_gone("menu item", "About Docket")
        self.press("<Control>comma")
        program.dialog("Preferences")
        self.press_until_gone(program, "Escape", "Preferences")
        self.press("<Control>question")
        program.wait_for_text("Open a row’s menu")
        desktop.key("Escape")
        program.wait_gone(containing="Open a row’s menu")
        self.row(program, CHAIRS)

    def test_closing(self):
        for accelerator in ("<Control>W", "<Control>Q"):
            program = self.signed_in()
            self.press(accelerator)
            self.assertEqual(program.process.wait(60), 0, program.said())


if __name__ == "__main__":
    tap.main()
