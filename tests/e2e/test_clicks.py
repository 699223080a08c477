#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A click counts, also where the layout changes while the button is down and the machine is busy."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case, in_dialog  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LIBRARY = os.path.join(BUILD, "tests", "e2e", "liblate-release.so")
LEASE = "Send the signed lease"


class Clicks(Case):
    def setUp(self):
        super().setUp()
        self.asked = os.path.join(self.folder, "asked")

    def with_late_releases(self):
        return self.signed_in(environment={"LD_PRELOAD": LIBRARY, "DOCKET_LATE_FILE": self.asked})

    def click(self, program, *arguments, **options):
        """Let the button go once GTK is asking what is down."""
        program.point_at_rest(*arguments, **options)
        desktop.button_down()
        try:
            wait_until(lambda: os.path.exists(self.asked), "a question for what is down", details=program.describe)
        finally:
            desktop.button_up()
        wait_until(lambda: not os.path.exists(self.asked), "the answer", details=program.describe)

    def test_in_the_window_and_in_a_popover(self):
        program = self.with_late_releases()
        self.click(program, "list item", containing=LEASE)
        program.find("heading", LEASE)
        self.click(program, containing="View: ")
        self.click(program, where=lambda node: node.popover() is not None and node.name.startswith("One-Off"))
        program.find(name="View: One-Off")
        self.click(program, "list item", containing=LEASE)
        program.find("heading", LEASE)
        self.click(program, "push button", "Archive")
        self.wait_for_write("DELETE", self.office.path_of(LEASE))

    def test_in_a_menu_and_in_a_dialog(self):
        program = self.with_late_releases()
        self.choose(program, LEASE)
        self.click(program, name="Task menu")
        self.click(program, "menu item", "Delete Permanently…")
        program.dialog(ASKING)
        program.find("push button", "Archive", where=in_dialog)
        desktop.pause_between_clicks()  # it takes no press at first
        self.click(program, "push button", "Archive", where=in_dialog)
        self.wait_for_write("DELETE", self.office.path_of(LEASE))


if __name__ == "__main__":
    tap.main()
