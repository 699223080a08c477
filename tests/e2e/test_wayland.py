#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The program on Wayland, which people have: all other tests are on X11, where a test has its hands on everything."""
import os
import subprocess
import sys
import unittest

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import wayland  # noqa: E402
from docket_e2e.case import ASKING, Case  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE = "Send the signed lease to the landlord"
MAIN = ("app.docket.Docket", "Docket")


@unittest.skipUnless(wayland.is_installed(), "Sway, wtype and grim are not installed (build-aux/packages).")
class Wayland(Case):
    keyring = False

    def setUp(self):
        super().setUp()
        self.compositor = wayland.Compositor()
        self.addCleanup(self.compositor.stop)
        self.compositor.start()

    def take_picture(self, path):
        self.compositor.screenshot(path)

    def practice(self):
        program = self.start("--practice", environment={"G_DEBUG": "gc-friendly", **self.compositor.for_program()})
        self.row(program, LEASE)
        wait_until(lambda: self.compositor.windows() == [MAIN], "its window", details=self.compositor.windows)
        program.find("list item", containing=LEASE, where=lambda node: node.has("FOCUSED"))
        return program

    def end(self, program):
        self.compositor.key("ctrl+q")
        self.assertEqual(program.process.wait(60), 0)
        self.assertEqual(program.said(), "")

    def test_the_main_job(self):
        """Choose, archive, undo, open the dialog and leave it, and a popover."""
        program = self.practice()
        self.compositor.key("Return")
        program.find("heading", LEASE)
        self.compositor.key("Delete")
        program.wait_for_text("Task archived")
        program.wait_gone("list item", containing=LEASE)
        self.compositor.key("ctrl+z")
        program.find("list item", containing=LEASE, where=lambda node: node.has("FOCUSED"))
        self.compositor.key("shift+Delete")
        program.dialog(ASKING)
        self.until_gone(program, ASKING, lambda: self.compositor.key("Escape"))
        wait_until(lambda: self.compositor.windows() == [MAIN], "one window", details=self.compositor.windows)
        self.row(program, LEASE)
        self.compositor.key("ctrl+l")
        program.find("list item", containing="One-Off", where=lambda node: node.popover() is not None)
        self.compositor.key("Escape")
        program.wait_gone(where=lambda node: node.popover() is not None)
        self.end(program)

    def test_a_new_task(self):
        program = self.practice()
        self.compositor.key("ctrl+n")
        program.dialog("New Task")
        program.find("text", "Title", where=lambda node: node.sensitive)
        self.compositor.type_text("Book the band")
        program.find("push button", "Create", where=lambda node: node.sensitive)
        self.compositor.key("Return")
        program.wait_dialog_gone("New Task")
        program.find("heading", "Book the band")
        self.end(program)

    def test_a_second_start_shows_the_same_window(self):
        program = self.practice()
        second = subprocess.run([os.path.join(BUILD, "src", "docket"), "--practice"], env=program.environment,
                                capture_output=True, text=True, check=True, timeout=60)
        self.assertEqual(second.stdout + second.stderr, "")
        self.assertEqual(self.compositor.windows(), [MAIN])
        self.end(program)


if __name__ == "__main__":
    tap.main()
