#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Tidy Up: what is proposed, what the person leaves out, and what the server then has."""
import json
import os
import sys
import urllib.request
from datetime import datetime, timedelta, timezone

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import process_task, task  # noqa: E402
from docket_e2e.practice import PracticeServer  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

OLD, OLDER, RECENT, OF_PROCESS = "Paint the fence", "Count the chairs", "Wipe the board", "File the contract"


def days_ago(days):
    return f"{datetime.now(timezone.utc) - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"


class TidyUp(Case):
    def setUp(self):
        super().setUp()
        for number, title, days in ((11, OLD, 40), (12, OLDER, 400), (13, RECENT, 20)):
            self.office.tasks.append(task(number, title, status="completed", completed_at=days_ago(days)))
        self.office.tasks.append({**process_task(14, OF_PROCESS, "Onboarding of Bo"), "status": "completed",
                                  "completed_at": days_ago(50)})

    def tidying(self, **options):
        """All that is proposed is ticked."""
        program = self.signed_in(**options)
        self.show_view(program, "Tidy Up")
        self.row(program, OLDER)
        self.row(program, OLD)
        program.find("push button", "Archive 2 Tasks")
        return program

    def untick(self, program, title, left):
        self.click_until(program, lambda: program.has("push button", left), "list item", containing=title)

    def choose_days(self, program, words, n):
        """Open the drop-down and pick an entry; @n tasks are proposed then."""
        program.click("combo box", "Completed more than")
        program.click(None, words, where=lambda node: node.popover() is not None)
        # A press beside an open popover only closes it.
        program.wait_gone(where=lambda node: node.popover() is not None)
        program.find("push button", f"Archive {n} Task{'' if n == 1 else 's'}")

    def archived(self):
        return sorted(t["title"] for t in self.office.tasks if t["archived_at"])

    def test_only_what_is_ticked_is_archived_and_undo_brings_it_back(self):
        program = self.tidying()
        for title in (RECENT, OF_PROCESS, "Send the signed lease"):
            self.assertFalse(program.has("list item", containing=title))
        program.find(containing="1 to 3 Months Ago")
        program.find(containing="More Than a Year Ago")
        self.untick(program, OLD, "Archive 1 Task")
        self.assert_writes()
        program.click("push button", "Archive 1 Task")
        program.wait_for_text("1 task archived")
        program.wait_gone("list item", containing=OLDER)
        self.row(program, OLD)
        self.assert_writes(("DELETE", self.office.path_of(OLDER)))
        self.assertEqual(self.archived(), [OLDER, "Old receipts"])
        program.click("push button", "Undo")
        program.wait_for_text("1 task restored")
        self.row(program, OLDER)
        self.assertEqual(self.archived(), ["Old receipts"])

    def test_nothing_is_left_to_tidy_up(self):
        program = self.tidying()
        program.click("push button", "Archive 2 Tasks")
        program.wait_for_text("Nothing to Tidy Up")
        wait_until(lambda: self.archived() == [OLDER, "Old receipts", OLD], "two more are archived",
                   details=program.describe)
        self.assertEqual(sorted(r.target for r in self.office.writes()),
                         [self.office.path_of(OLD), self.office.path_of(OLDER)])
        self.show_view(program, "History")
        for title in (OLD, OLDER):
            program.find("list item", containing=title)

    def test_keys_delete_nothing_and_end_nothing(self):
        program = self.tidying()
        self.untick(program, OLD, "Archive 1 Task")
        desktop.key("shift+Delete")
        desktop.key("Escape")
        program.click(name="Select all tasks")
        program.find("push button", "Archive 2 Tasks")
        program.click(name="Select all tasks")
        program.find("push button", "Archive Tasks", where=lambda node: not node.has("SENSITIVE"))
        self.assertFalse(program.has("push button", "Delete Permanently…"))
        self.assert_writes()

    def test_history_does_nothing_to_what_was_proposed(self):
        """Another list takes the place of the tasks: what was ticked there is ticked no more."""
        program = self.tidying()
        self.show_view(program, "History")
        program.wait_for_text("No Removals Yet")
        program.wait_gone("push button", containing="Archive")
        self.assertFalse(program.has(name="Select all tasks"))
        self.assertFalse(program.has("push button", containing="Delete"))
        desktop.key("shift+Delete")
        desktop.key("Delete")
        self.show_view(program, "Tidy Up")
        program.find("push button", "Archive 2 Tasks")
        self.assert_writes()

    def test_the_age_is_chosen_and_remembered(self):
        environment = {"GSETTINGS_BACKEND": "keyfile"}
        program = self.tidying(environment=environment)
        self.choose_days(program, "7 Days Ago", 3)
        self.row(program, RECENT)
        program.quit()
        again = self.start(environment=environment)
        again.find("push button", "Archive 3 Tasks")
        self.choose_days(again, "A Year Ago", 1)
        again.wait_gone("list item", containing=OLD)
        self.assert_writes()

    def test_one_that_is_refused_comes_back(self):
        self.office.on("DELETE", self.office.path_of(OLD), Reply(403, {"error": True, "message": "Ask Bo."}))
        program = self.tidying()
        program.click("push button", "Archive 2 Tasks")
        program.wait_for_text("1 Task Archived, 1 Was Not")
        self.row(program, OLD)
        program.wait_gone("list item", containing=OLDER)
        self.assertEqual(self.archived(), [OLDER, "Old receipts"])
        program.click("push button", "Show Failed")
        program.find("heading", "1 Task Was Not Archived")
        program.find("list item", containing="Tallyfy refused: “\u2068Ask Bo.\u2069”")
        self.click_until(program, lambda: program.has("heading", OLD), "push button", "Open")
        program.find(name="View: Completed")
        self.assertEqual(len(self.office.writes()), 2)


class PracticeOffice(Case):
    def setUp(self):
        super().setUp()
        self.server = PracticeServer(self.folder)
        self.addCleanup(self.server.stop)
        self.secrets.append(self.server.token)

    def tasks(self, query):
        """The titles of what the server has."""
        request = urllib.request.Request(
            f"{self.server.address}/organizations/{self.server.organization}/tasks?per_page=100&{query}",
            headers={"Authorization": f"Bearer {self.server.token}", "Accept": "application/json",
                     "X-Tallyfy-Client": "APIClient"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
            return {t["title"] for t in json.load(answer)["data"]}

    def test_the_practice_office_is_tidied_up(self):
        before = self.tasks("archived=only")
        program = self.start()
        self.give_token(program, self.server.token, self.server.address)
        program.find(name="View: To Do")
        self.show_view(program, "Tidy Up")
        program.find("push button", "Archive 6 Tasks")
        program.find("list item", containing="Compare the phone contracts, Completed on", where=lambda node:
                     ", by Tomás Rivera, one-off, Tomás Rivera" in node.name)
        self.click_until(program, lambda: program.has("push button", "Archive 5 Tasks"), "list item",
                         containing="Frame the certificates")
        program.click("push button", "Archive 5 Tasks")
        program.wait_for_text("5 tasks archived")
        self.assertEqual(self.tasks("archived=only") - before,
                         {"Renew the parking permits", "Send the thank-you cards to partners",
                          "Compare the phone contracts", "Translate the welcome letter", "Choose a new print shop"})
        self.assertIn("Frame the certificates", self.tasks("status=complete"))
        self.assertEqual({(method, path.count("/")) for method, path in self.server.writes()}, {("DELETE", 4)})


if __name__ == "__main__":
    tap.main()
