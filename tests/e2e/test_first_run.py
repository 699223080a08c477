#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The introduction: once, before the first sign-in, and for nobody else."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.program import FRESH_SETTINGS  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

WELCOME, ARCHIVE, HISTORY = "Welcome to Docket", "Archive First", "You Always Know What Happened"
FRESH = {"GSETTINGS_BACKEND": "keyfile", "GSETTINGS_SCHEMA_DIR": FRESH_SETTINGS}


class FirstRun(Case):
    keyring = False

    def find_page(self, program, title):
        return program.find_at_rest("heading", title)

    def assert_signing_in(self, program):
        """With the focus where the token is pasted."""
        program.find_at_rest(name="Access token")
        desktop.type_text("typed")
        self.show_token(program)
        wait_until(lambda: program.find(name="Access token").text() == "typed", "what was typed", details=program.describe)

    def test_the_keyboard_leads_through_it_once(self):
        program = self.start(environment=FRESH)
        self.find_page(program, WELCOME)
        program.find("push button", "Next", where=lambda node: node.has("FOCUSED"))
        desktop.key("Right")
        self.find_page(program, ARCHIVE)
        desktop.key("Left")
        self.find_page(program, WELCOME)
        desktop.key("Left")
        desktop.key("Right", "Right")
        self.find_page(program, HISTORY)
        program.wait_gone("push button", "Skip")
        desktop.key("Right")  # which leads no further
        self.find_page(program, HISTORY)
        program.find("push button", "Start", where=lambda node: node.has("FOCUSED"))
        desktop.key("Return")
        self.assert_signing_in(program)
        program.quit()
        again = self.start(environment=FRESH)
        self.assert_signing_in(again)

    def test_the_pointer_leads_through_it(self):
        program = self.start(environment=FRESH)
        for title in (WELCOME, ARCHIVE):
            self.find_page(program, title)
            program.click("push button", "Next")
        self.find_page(program, HISTORY)
        program.click("push button", "Start")
        self.assert_signing_in(program)

    def test_it_can_be_skipped(self):
        program = self.start(environment=FRESH)
        self.find_page(program, WELCOME)
        program.click("push button", "Skip")
        self.assert_signing_in(program)
        program.quit()
        self.assert_signing_in(self.start(environment=FRESH))

    def test_escape_skips_it(self):
        program = self.start(environment=FRESH)
        self.find_page(program, WELCOME)
        desktop.key("Escape")
        self.assert_signing_in(program)

    def test_tab_to_skip_on_the_way(self):
        """The focus is not lost where Skip goes."""
        program = self.start(environment=FRESH)
        self.find_page(program, WELCOME)
        while not program.has("push button", "Skip", where=lambda node: node.has("FOCUSED")):
            desktop.key("Tab")
        desktop.key("Right", "Right")
        program.find("push button", "Start", where=lambda node: node.has("FOCUSED"))

    def test_the_practice_workspace_opens_without_it(self):
        program = self.start("--practice", environment=FRESH)
        program.find("list item", containing=", one-off")
        self.assertFalse(program.has("heading", WELCOME))
        program.click("push button", "Leave")
        self.assert_signing_in(program)

    def test_it_can_be_used_in_the_smallest_window(self):
        program = self.start(environment=FRESH)
        self.find_page(program, WELCOME)
        program.resize(360, 294)
        for title in (WELCOME, ARCHIVE):
            self.find_page(program, title)
            program.click("push button", "Next")
        self.find_page(program, HISTORY)
        program.click("push button", "Start")
        program.find_at_rest(name="Access token")


if __name__ == "__main__":
    tap.main()
