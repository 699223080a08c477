#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Signing in where the token cannot be stored: no Secret Service, or a locked one that nobody unlocks."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import TOKEN  # noqa: E402

HEADING = "Token Cannot Be Stored"


class NoKeyring(Case):
    keyring = False

    def test_go_on_for_this_session(self):
        program = self.start()
        self.give_token(program)
        program.dialog(HEADING)
        program.click("push button", "Go On for This Session")
        self.row(program, "Order new chairs")
        program.quit()
        self.start().find(name="Access token")

    def test_cancel_leaves_what_was_typed(self):
        program = self.start()
        self.give_token(program)
        program.dialog(HEADING)
        program.click("push button", "Cancel")
        program.wait_dialog_gone(HEADING)
        self.assertEqual(self.typed_token(program), TOKEN)
        self.assertEqual(self.office.writes(), [])


if __name__ == "__main__":
    tap.main()
