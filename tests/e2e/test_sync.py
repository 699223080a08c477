#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Many tasks are read: what a person sees of it, and how they pause and stop it."""
import datetime
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, Office, task  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LIST = f"/organizations/{ORGANIZATION}/tasks"
PER_PAGE = 100
N_TASKS = 1200


class ManyTasks(Office):
    """Gives the tasks page by page, as Tallyfy does; pages from the third on when the test lets it."""

    def __init__(self):
        super().__init__()
        self.let_go = threading.Event()
        self.tasks += [task(number, f"Task number {number}", last_updated=None) for number in range(10, N_TASKS + 5)]

    def stop(self):
        self.let_go.set()
        super().stop()

    def default(self, request):
        reply = super().default(request)
        if request.path != LIST or request.is_write:
            return reply
        found, page = self.chosen(request.query), int(request.query["page"])
        return Reply(200, {"data": found[(page - 1) * PER_PAGE:page * PER_PAGE], "meta": {"pagination": {
            "total": len(found), "per_page": PER_PAGE, "current_page": page,
            "total_pages": max(-(-len(found) // PER_PAGE), 1), "links": []}}},
            hold=self.let_go if page > 2 else None)

    def pages(self):
        return [request.query["page"] for request in self.received("GET", LIST) if "archived" not in request.query]


class Sync(Case):
    def setUp(self):
        super().setUp()
        self.office.stop()
        self.office = ManyTasks()

    def test_rows_show_while_more_are_loading(self):
        program = self.signed_in()
        program.wait_for_text("200 of about 1199")
        self.choose(program, "Order new chairs")
        program.find("heading", "Order new chairs")
        self.office.let_go.set()
        program.wait_gone("push button", "Pause Loading")
        self.show_view(program, "All")
        desktop.key("End")
        wait_until(lambda: len(set(self.office.pages())) == 12, "all pages were read")

    def test_what_comes_later_does_not_push_the_first_rows_out(self):
        """Tasks of later pages are due sooner."""
        now = datetime.datetime.now(datetime.timezone.utc)
        for number, one in enumerate(self.office.tasks[200:]):
            one["deadline"] = (now - datetime.timedelta(days=number + 1)).strftime("%Y-%m-%d %H:%M:%S")
        program = self.signed_in()
        program.wait_for_text("200 of about 1199")
        self.office.let_go.set()
        program.wait_gone("push button", "Pause Loading")
        program.find_at_rest("list item", containing=self.office.tasks[-1]["title"])

    def test_pause(self):
        program = self.signed_in()
        program.wait_for_text("200 of about 1199")
        self.click_until(program, lambda: program.has(containing="Paused:"), "push button", "Pause Loading")
        self.office.let_go.set()
        # What was under way comes; nothing else is asked for.
        program.wait_for_text("Paused: 700 of about 1199")
        self.assertEqual(len(self.office.pages()), 7)
        self.click_until(program, lambda: not program.has("push button", "Continue Loading"), "push button",
                         "Continue Loading")
        program.wait_gone("push button", "Pause Loading")
        self.assertEqual(len(self.office.pages()), 12)

    def test_stop_and_go_on(self):
        program = self.signed_in()
        program.wait_for_text("200 of about 1199")
        self.click_until(program, lambda: not program.has("push button", "Stop Loading"), "push button",
                         "Stop Loading")
        self.row(program, "Send the signed lease")
        self.office.let_go.set()
        asked = len(self.office.pages())
        desktop.key("F5")
        wait_until(lambda: "12" in self.office.pages(), "the last page was read")
        # It went on with the second page, which was the last one that had come.
        self.assertEqual(self.office.pages()[asked], "2")
        program.wait_gone("push button", "Stop Loading")


if __name__ == "__main__":
    tap.main()
