#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The server goes away in mid-use, fails, or is slow."""
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

CHAIRS, LEASE = "Order new chairs", "Send the signed lease"


class Connection(Case):
    def test_server_gone_in_mid_use_and_back(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.office.stop()
        desktop.key("F5")
        program.wait_for_text("Offline.")
        self.row(program, LEASE)
        self.assertFalse(program.find("push button", "Archive").sensitive)
        program.click("list item", containing=CHAIRS)
        desktop.key("Delete")
        desktop.key("shift+Delete")
        self.choose(program, LEASE)
        self.assertEqual(len(program.windows()), 1)
        self.office.start_again()
        program.click("push button", "Try Again")
        program.wait_gone(containing="Offline.")
        wait_until(lambda: program.find("push button", "Archive").sensitive, "Archive can be pressed again")
        self.assert_writes()

    def test_when_the_list_was_brought_up_to_date(self):
        program = self.signed_in()
        program.wait_gone(containing="Loading")
        self.office.tasks.append(task(99, "Fetch the new sign", last_updated=None))
        desktop.key("F5")
        program.wait_for_text("Tasks are up to date")
        self.row(program, "Fetch the new sign")
        desktop.key("ctrl+l")
        label = program.find("label", containing="Updated ")
        self.assertRegex(label.name, r"^Updated \d\d:\d\d$")
        self.office.tasks.append(task(98, "Fetch the old sign", last_updated=None))
        program.click("push button", "Refresh")
        self.row(program, "Fetch the old sign")
        program.wait_gone("push button", "Refresh")
        self.office.stop()
        desktop.key("F5")
        program.wait_for_text("Offline.")

    def test_cached_tasks_are_shown_without_a_network(self):
        program = self.signed_in()
        program.quit()
        self.office.stop()
        again = self.start()
        self.row(again, CHAIRS)
        again.wait_for_text("Offline.")
        desktop.key_down("ctrl")
        try:
            again.click("list item", containing=CHAIRS)
        finally:
            desktop.key_up("ctrl")
        again.wait_for_text("1 Task Selected")
        button = again.find("push button", "Delete Permanently…",
                            where=lambda node: node.description == "Not available offline")
        self.assertFalse(button.sensitive)

    def test_a_slow_list_does_not_hold_up_an_archive(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        held = threading.Event()
        self.addCleanup(held.set)
        for path in ("tasks", "me/tasks"):
            self.office.on("GET", f"/organizations/{ORGANIZATION}/{path}", Reply(200, {"data": []}, hold=held))
        desktop.key("F5")
        program.click("push button", "Archive")
        self.wait_for_write("DELETE", self.office.path_of(CHAIRS))

    def test_first_list_that_fails_can_be_tried_again(self):
        broken = Reply(500, "<html>Bad day</html>", [("Content-Type", "text/html")])
        paths = [f"/organizations/{ORGANIZATION}/{path}" for path in ("tasks", "me/tasks")]
        for path in paths:
            self.office.on("GET", path, broken)
        program = self.start()
        self.give_token(program)
        program.wait_for_text("Tasks Could Not Be Loaded")
        for path in paths:
            self.office.on("GET", path, None)
        program.click("push button", "Try Again")
        self.row(program, CHAIRS)


if __name__ == "__main__":
    tap.main()
