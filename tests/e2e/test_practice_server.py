#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The program against docket-practice-server, which knows nothing of the client's code."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.practice import PracticeServer  # noqa: E402


class AgainstThePracticeServer(Case):
    def setUp(self):
        super().setUp()
        self.server = PracticeServer(self.folder, tasks=300)
        self.addCleanup(self.server.stop)
        self.secrets.append(self.server.token)

    def choose_first(self, program):
        """The title of the first task of the view One-Off; it is chosen."""
        self.show_view(program, "One-Off")
        program.point_at(program.find_at_rest("list item", containing=", one-off"))
        desktop.press()
        return program.find("heading").name

    def test_archive_restore_and_delete_among_three_hundred_tasks(self):
        program = self.start()
        self.give_token(program, self.server.token, self.server.address)
        title = self.choose_first(program)
        program.click("push button", "Archive")
        program.wait_for_text("Task archived")
        self.show_view(program, "Archived")
        self.choose(program, title)
        program.click("push button", "Restore")
        program.wait_for_text("Task restored")
        title = self.choose_first(program)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        program.wait_for_text("Task deleted permanently")
        writes = [r for r in self.server.requests() if r["method"] != "GET"]
        self.assertEqual([(r["method"], r["path"].rpartition("/")[2] in ("restore", "delete")) for r in writes],
                         [("DELETE", False), ("PUT", True), ("DELETE", True)])
        self.assertEqual([r["status"] for r in writes], [204, 200, 204])
        for request in self.server.requests():
            headers = [name.lower() for name, _ in request["headers"]]
            self.assertEqual(len(headers), len(set(headers)), headers)
            self.assertTrue(request["token_matched"])
            self.assertIn(["X-Tallyfy-Client", "APIClient"], request["headers"])
            self.assertNotIn("cookie", headers)


if __name__ == "__main__":
    tap.main()
