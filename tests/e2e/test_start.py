#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What is remembered from one start to the next, and what a second start does."""
import os
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

SIZE = (800, 600)


class Start(Case):
    keyring = False

    def size(self, program):
        return program.windows()[0].extents()[2:]

    def test_window_size_and_view_are_remembered(self):
        kept = {"GSETTINGS_BACKEND": "keyfile"}
        program = self.start("--practice", environment=kept)
        self.show_view(program, "Archived")
        program.resize(*SIZE)
        wait_until(lambda: self.size(program) == SIZE, "the new size", details=program.describe)
        program.quit()
        again = self.start("--practice", environment=kept)
        again.find(name="View: Archived")
        wait_until(lambda: self.size(again) == SIZE, "the size that was left", details=again.describe)

    def test_the_list_begins_with_its_first_heading(self):
        """It is above the first row, which has the focus."""
        program = self.start("--practice")
        program.find_at_rest("list item", containing="Send the signed lease to the landlord")
        program.find_at_rest("list item", containing="Overdue")
        program.quit()
        again = self.start("--practice")
        again.find_at_rest("list item", containing="Send the signed lease to the landlord")
        again.find_at_rest("list item", containing="Overdue")

    def test_a_second_start_raises_the_window(self):
        program = self.start("--practice")
        program.find("list item", containing=", one-off")
        [window] = desktop.windows_of(program)
        window.minimize()
        wait_until(lambda: not desktop.windows_of(program), "no window to be seen")
        second = subprocess.run([os.path.join(BUILD, "src", "docket"), "--practice"], env=program.environment,
                                capture_output=True, text=True, check=True, timeout=60)
        self.assertEqual(second.stdout + second.stderr, "")
        wait_until(lambda: [w.number for w in desktop.windows_of(program)] == [window.number],
                   "the same window again", details=program.describe)
        self.assertEqual(len(program.windows()), 1)
        program.find("list item", containing=", one-off")


if __name__ == "__main__":
    tap.main()
