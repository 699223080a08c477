#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Many tasks at once: choosing, archiving, deleting, and what becomes of the rest when one fails."""
import json
import os
import sqlite3
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case, in_dialog  # noqa: E402
from docket_e2e.office import Office  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, CHAIRS, ROOM, CONTRACT = "Send the signed lease", "Order new chairs", "Book the meeting room", "Check the contract"
ASKING_TWO = "Archive These 2 Tasks Instead?"


class Many(Case):
    def ctrl_click(self, program, title):
        program.point_at(program.find_at_rest("list item", containing=title))
        desktop.key_down("ctrl")
        try:
            desktop.press()
        finally:
            desktop.key_up("ctrl")

    def choose_many(self, program, *titles):
        """The first two with Ctrl, which begins it; then a plain click is enough."""
        for title in titles[:2]:
            self.ctrl_click(program, title)
        for title in titles[2:]:
            program.click("list item", containing=title)
        program.wait_for_text(f"{len(titles)} Tasks Selected")

    def wait_for_writes(self, *expected):
        """These and no others, in any order: several are under way at a time."""
        wait_until(lambda: len(self.office.writes()) >= len(expected), f"{len(expected)} writes",
                   details=self.programs[-1].describe)
        self.assertEqual(sorted((r.method, r.target) for r in self.office.writes()), sorted(expected))

    def test_archive_three_and_undo_all(self):
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS, ROOM, CONTRACT)
        self.assert_writes()
        program.click("push button", "Archive")
        program.wait_for_text("3 archived, 1 process task stays")
        for title in (LEASE, CHAIRS, ROOM):
            program.wait_gone("list item", containing=title)
        archived = [("DELETE", self.office.path_of(title)) for title in (LEASE, CHAIRS, ROOM)]
        self.wait_for_writes(*archived)
        program.click("push button", "Undo")
        program.wait_for_text("3 tasks restored")
        for title in (LEASE, CHAIRS, ROOM):
            self.row(program, title)
        program.find("list item", containing=", one-off", where=lambda node: node.has("SELECTED"))
        self.wait_for_writes(*archived, *(("PUT", self.office.path_of(title, "/restore"))
                                          for title in (LEASE, CHAIRS, ROOM)))

    def list_copies(self):
        """The tasks that the journal has a copy of."""
        journal = sqlite3.connect(f"file:{os.path.join(self.home, '.local/share/docket/journal.db')}?mode=ro", uri=True)
        try:
            return [json.loads(row[0])["data"]["title"] for row in journal.execute("SELECT json FROM copy")]
        finally:
            journal.close()

    def test_delete_two_of_three(self):
        """One of them is top secret: no copy of it is left unasked."""
        self.office.by_title(CHAIRS)["top_secret"] = True
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS, CONTRACT)
        program.wait_for_text("2 one-off tasks can be archived or deleted. 1 task belongs to a process and stays.")
        program.click("push button", "Delete Permanently…")
        program.dialog(ASKING_TWO)
        for title in (LEASE, CHAIRS):
            program.find("list item", where=in_dialog, containing=title)
        program.find("list item", where=in_dialog, containing="Belongs to the process")
        program.wait_for_text("at least 2 comments")
        program.wait_for_text("Off since 1 of the tasks is top secret.")
        paths = [self.office.path_of(title, "/delete") for title in (LEASE, CHAIRS)]
        self.answer(program, "Delete Permanently", ASKING_TWO)
        program.wait_for_text("2 tasks deleted permanently, 1 copy kept")
        self.row(program, CONTRACT)
        self.wait_for_writes(*(("DELETE", path) for path in paths))
        self.assertEqual(self.list_copies(), [LEASE])

    def test_no_copies_are_offered_of_what_is_secret_alone(self):
        """Where copies are off from the start, so is the switch for those of what is top secret."""
        settings = os.path.join(self.home, ".config/glib-2.0/settings")
        os.makedirs(settings)
        with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[app/docket/Docket]\nkeep-copies=false\n")
        self.office.by_title(CHAIRS)["top_secret"] = True
        program = self.signed_in(environment={"GSETTINGS_BACKEND": "keyfile"})
        self.choose_many(program, LEASE, CHAIRS)
        program.click("push button", "Delete Permanently…")
        program.dialog(ASKING_TWO)
        program.find(name="Keep copies of top secret tasks too", where=lambda node: not node.has("SENSITIVE"))
        program.click(name="Keep a copy on this computer")
        program.find(name="Keep copies of top secret tasks too", where=lambda node: node.has("SENSITIVE"))
        self.press_until_gone(program, "Escape", ASKING_TWO)
        self.assert_writes()

    def save_list(self, program):
        """What the file says."""
        program.click("push button", "Save List…")
        program.dialog("Save List")
        path = os.path.join(self.folder, "list.txt")
        desktop.key("ctrl+a")
        desktop.type_text(path)
        desktop.key("Return")
        program.wait_dialog_gone("Save List")
        program.wait_for_text("List saved")
        with open(path, encoding="utf-8") as file:
            return file.read()

    def test_one_fails(self):
        """All have left the list before the server has answered, and the one that it refuses comes back."""
        self.office.stop()
        self.office = Office(organizations=("Young &\n\u202eCo",))
        reply = Reply(403, {"error": True, "message": "Ask Bo."})
        held = reply.hold = threading.Event()
        self.addCleanup(held.set)
        self.office.on("DELETE", self.office.path_of(CHAIRS), reply, None)
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS, ROOM, CONTRACT)
        desktop.key("Delete")
        for title in (LEASE, CHAIRS, ROOM):
            program.wait_gone("list item", containing=title)
        held.set()
        self.row(program, CHAIRS)
        program.wait_for_text("2 Tasks Archived, 1 Was Not")
        program.find("push button", "Undo All 2")
        program.click("push button", "Show Failed")
        program.find("heading", "1 Task Was Not Archived")
        program.find("list item", containing="Tallyfy refused: “\u2068Ask Bo.\u2069”")
        self.assertRegex(self.save_list(program), "^1 Task Was Not Archived\n"
                         f"Young & Co, .+\n\n{CHAIRS}\n    Tallyfy refused: “\u2068Ask Bo.\u2069”.*\n$")
        program.click("push button", "Try These Again")
        program.wait_for_text("1 task archived")
        program.wait_gone("list item", containing=CHAIRS)
        self.wait_for_writes(*(("DELETE", self.office.path_of(title)) for title in (LEASE, CHAIRS, CHAIRS, ROOM)))

    def test_a_held_key_confirms_nothing(self):
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS)
        while not program.has("push button", "Delete Permanently…", where=lambda node: node.has("FOCUSED")):
            desktop.key("Tab")
        desktop.key_down("Return")
        try:
            program.dialog(ASKING_TWO)
            desktop.hold_for_repeats()
        finally:
            desktop.key_up("Return")
        program.dialog(ASKING_TWO)
        self.press_until_gone(program, "Escape", ASKING_TWO)
        program.wait_for_text("2 Tasks Selected")
        self.assert_writes()

    def test_a_refresh_keeps_the_choice(self):
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS, ROOM)
        self.office.by_title(ROOM)["archived_at"] = "2026-03-01T10:00:00Z"
        self.office.by_title(CHAIRS)["deadline"] = "2020-03-15T17:00:00Z"
        desktop.key("F5")
        program.wait_for_text("2 Tasks Selected")
        program.find("list item", containing=CHAIRS, where=lambda node: node.has("SELECTED"))
        program.find("list item", containing=LEASE, where=lambda node: node.has("SELECTED"))
        program.wait_for_text("Tasks are up to date")
        desktop.key("Escape", "Escape")  # the first one closes the toast
        program.wait_gone("push button", "Cancel")
        self.row(program, LEASE)
        self.assert_writes()

    def test_a_busy_server_is_waited_for(self):
        for title in (LEASE, CHAIRS):
            self.office.on("DELETE", self.office.path_of(title),
                           Reply(429, {"message": "Too many."}, headers=[("Retry-After", "4")]), None)
        program = self.signed_in()
        self.choose_many(program, LEASE, CHAIRS)
        program.click("push button", "Archive")
        program.wait_for_text("Tallyfy Asks to Wait")
        program.wait_for_text("0 of 2 · goes on in ")
        program.wait_for_text("2 tasks archived")
        self.wait_for_writes(*(("DELETE", self.office.path_of(title)) for title in (LEASE, LEASE, CHAIRS, CHAIRS)))


if __name__ == "__main__":
    tap.main()
