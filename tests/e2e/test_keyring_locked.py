#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The keyring is there, locked, and nobody unlocks it."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.keyring import lock, unlock  # noqa: E402
from docket_e2e.office import TOKEN  # noqa: E402

HEADING = "Token Cannot Be Stored"
LOCKED = "Your keyring is locked, so Docket cannot sign in. Nothing is lost."


class KeyringLocked(Case):
    def setUp(self):
        super().setUp()
        lock()

    def tearDown(self):
        unlock()
        super().tearDown()

    def test_sign_in_for_this_session(self):
        program = self.start()
        self.give_token(program)
        program.dialog(HEADING)
        program.click("push button", "Go On for This Session")
        self.row(program, "Order new chairs")

    def test_cached_tasks_are_there_and_unlocking_is_offered(self):
        unlock()
        program = self.signed_in()
        program.quit()
        lock()
        asked = len(self.office.received())
        program = self.start()
        program.wait_for_text(LOCKED)
        self.choose(program, "Order new chairs")
        self.assertFalse(program.find("push button", "Archive").sensitive)
        self.assertTrue(program.find("push button", "Unlock…").sensitive)
        self.assertEqual(len(self.office.received()), asked)
        unlock()
        program.click("push button", "Unlock…")
        program.wait_gone(containing=LOCKED)
        program.find("push button", "Archive", where=lambda node: node.sensitive)
        self.assertEqual(self.office.received()[-1].headers.count(("Authorization", f"Bearer {TOKEN}")), 1)


if __name__ == "__main__":
    tap.main()
