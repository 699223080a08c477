#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Several organizations and several people, practice beside them: one goes from one to the other, and nothing of the
one shows in the other."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case, stored_tokens  # noqa: E402
from docket_e2e.office import ME, TOKEN, Office, task  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, ROSES = "Send the signed lease", "Water the roses"
GARDEN = f"{1:032x}"
OTHER_TOKEN = "another-person-s-token"


class TwoOrganizations(Office):
    """The second one has tasks of its own."""

    def __init__(self):
        self.roses = [task(50, ROSES)]
        super().__init__(organizations=("Young & Co", "Garden Club"))

    def default(self, request):
        if not request.path.startswith(f"/organizations/{GARDEN}/"):
            return super().default(request)
        kept, self.tasks = self.tasks, self.roses
        try:
            return super().default(request)
        finally:
            self.tasks = kept


class Organizations(Case):
    def setUp(self):
        super().setUp()
        self.office.stop()
        self.office = TwoOrganizations()
        self.secrets.append(OTHER_TOKEN)

    def sign_in(self, organization):
        program = self.start()
        self.give_token(program)
        program.wait_for_text("Choose an Organization")
        program.click("list item", containing=organization)
        return program

    def open_switcher(self, program):
        program.click(containing="View: ")
        program.click("push button", "Switch Organization")
        return program.find_at_rest("push button", "Back to the Views")

    def switch(self, program, organization):
        self.open_switcher(program)
        program.click("list item", containing=organization, where=lambda node: node.popover() is not None)

    def test_another_organization_and_back(self):
        program = self.sign_in("Young & Co")
        self.row(program, LEASE)
        self.assertFalse(program.has("list item", containing=ROSES))
        self.choose(program, LEASE)
        desktop.key("Delete")
        program.wait_for_text("Task archived")
        self.assert_writes(("DELETE", self.office.path_of(LEASE)))
        self.switch(program, "Garden Club")
        self.row(program, ROSES)
        self.assertFalse(program.has("list item", containing="Order new chairs"))
        # An Undo of the other organization's would be one for a task that is not here.
        desktop.key("ctrl+z")
        self.show_view(program, "History")
        program.wait_for_text("No Removals Yet")
        self.assert_writes(("DELETE", self.office.path_of(LEASE)))
        program.quit()
        again = self.start()
        self.row(again, ROSES)
        self.switch(again, "Young & Co")
        self.show_view(again, "History")
        self.row(again, LEASE)

    def test_practice_beside_it(self):
        program = self.sign_in("Young & Co")
        self.row(program, LEASE)
        self.switch(program, "Practice Workspace")
        program.wait_for_text("Nothing leaves this computer")
        program.wait_gone("list item", containing=LEASE + ",")
        sent = len(self.office.requests)
        self.switch(program, "Garden Club")
        self.row(program, ROSES)
        self.assertTrue(all(GARDEN in request.path for request in self.office.requests[sent:]))

    def test_another_person(self):
        elsewhere = Office(token=OTHER_TOKEN, organizations=("Lindqvist Family",))
        self.addCleanup(elsewhere.stop)
        elsewhere.me = {**ME, "id": 77, "first_name": "Mara", "last_name": "Lindqvist", "full_name": "Mara Lindqvist"}
        elsewhere.tasks = [task(60, "Bake a cake", owners={"users": [77], "guests": [], "groups": []})]
        program = self.sign_in("Young & Co")
        self.row(program, LEASE)
        self.open_switcher(program)
        program.click("push button", containing="Add Account")
        program.find(name="Access token")
        program.click("push button", "Back")
        self.row(program, LEASE)
        self.open_switcher(program)
        program.click("push button", containing="Add Account")
        self.give_token(program, OTHER_TOKEN, elsewhere.address)
        self.row(program, "Bake a cake")
        program.wait_gone("list item", containing=LEASE)
        self.assertTrue(all(dict(r.headers)["Authorization"] == f"Bearer {TOKEN}" for r in self.office.requests))
        self.open_switcher(program)
        for name in ("Garden Club", "Lindqvist Family", "Young & Co"):
            program.find("list item", containing=name, where=lambda node: node.popover() is not None)
        program.click("push button", containing="Sign Out")
        self.answer(program, "Sign Out", "Sign Out?")
        # What was open before that is open again, with its own token; the other one is forgotten.
        self.row(program, LEASE)
        program.wait_gone("list item", containing="Bake a cake")
        self.open_switcher(program)
        self.assertFalse(program.has("list item", containing="Lindqvist Family"))
        self.assertNotIn(OTHER_TOKEN, stored_tokens())
        program.click("push button", containing="Sign Out")
        self.answer(program, "Sign Out", "Sign Out?")
        program.find(name="Access token")
        wait_until(lambda: TOKEN not in stored_tokens(), "the token is forgotten")


if __name__ == "__main__":
    tap.main()
