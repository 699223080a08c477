#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Kept copies of deleted tasks: read, saved, and used to create the task again."""
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"
CREATE = "Create This Task Again?"
REMOVE = "Remove From History?"
SETTINGS = {"GSETTINGS_BACKEND": "keyfile"}  # which outlive the program


class Copies(Case):
    def with_copy(self, title=CHAIRS, environment=None, age=0, said="copy kept"):
        """A program that shows the history, in which the task was deleted and a copy of it kept. age: days"""
        program = self.signed_in(environment=environment)
        self.chairs = json.loads(json.dumps(self.office.by_title(title)))
        self.choose(program, title)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        program.wait_gone("list item", containing=title)
        if age > 0:
            program.quit()
            self.make_older(age)
            program = self.start(environment=environment)
            self.row(program, "Send the signed lease")
        self.show_view(program, "History")
        program.click("list item", containing=f"{title}, Deleted permanently, {said}, ")
        program.find("heading", title)
        return program

    def open_copy(self, program):
        program.click(name="Removal menu")
        program.click("menu item", "Open Copy")
        program.wait_for_text("Copy of a deleted task, kept on ")

    def make_older(self, days):
        """Every copy that is kept."""
        journal = sqlite3.connect(os.path.join(self.home, ".local/share/docket/journal.db"))
        with journal:
            journal.execute("UPDATE copy SET kept_at = kept_at - ?", (days * 24 * 60 * 60,))
        journal.close()

    def test_is_read_and_cannot_be_edited(self):
        program = self.with_copy()
        program.find("list item", containing="Copy kept")
        self.open_copy(program)
        program.wait_for_text("Copy of a deleted task, kept on ")
        program.find("heading", CHAIRS)
        program.find(None, "Deleted permanently")
        program.find("list item", containing="Amount")
        program.wait_for_text("Seen.")
        for name in ("Archive", "Restore", "Check Again"):
            self.assertFalse(program.has("push button", name), name)
        for keys in ("Delete", "shift+Delete"):
            desktop.key(keys)
        self.assertEqual(len(program.windows()), 1)
        program.resize(360, 640)
        program.click("list item", containing=CHAIRS)
        program.click("push button", "Back to the Removal")
        program.find("heading", "What Happened")
        program.click(name="Removal menu")
        program.click("menu item", "Remove From History…")
        program.dialog(REMOVE)
        program.wait_for_text("removes its copy: the task can then be neither read nor created again")
        self.press_until_gone(program, "Escape", REMOVE)
        self.assert_writes(("DELETE", f"/organizations/{ORGANIZATION}/tasks/{self.chairs['id']}/delete"))

    def test_the_toast_opens_it(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        self.answer(program, "Delete Permanently")
        program.wait_for_text("Task deleted permanently, copy kept")
        program.click("push button", "Open")
        program.wait_for_text("Copy of a deleted task, kept on ")
        program.find("heading", CHAIRS)
        program.wait_for_text("Seen.")
        program.find(name="View: History")
        program.quit()

    def save(self, program, item, title, name):
        """Choose it in the menu and save under this name. What is written is returned."""
        program.click(name="Removal menu")
        program.click("menu item", item)
        program.dialog(title)
        path = os.path.join(self.folder, name)
        desktop.key("ctrl+a")
        desktop.type_text(path)
        desktop.key("Return")
        program.wait_dialog_gone(title)
        wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 0, path, details=program.describe)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, "rb") as file:
            return file.read()

    def test_copy_and_receipt_are_saved(self):
        program = self.with_copy()
        saved = json.loads(self.save(program, "Save Copy…", "Save Copy", "copy.json"))
        self.assertEqual(saved["task"], {"data": self.chairs})
        self.assertEqual((saved["format"], saved["organization"]["name"], saved["user"], saved["removal"]["outcome"]),
                         ("docket-task-copy", "Young & Co", {"id": 7, "name": "Ada Young"}, "deleted"))
        program.wait_for_text("Copy saved")
        receipt = self.save(program, "Save Receipt…", "Save Receipt", "receipt.pdf")
        words = subprocess.run(["pdftotext", "-", "-"], input=receipt, capture_output=True, check=True).stdout.decode()
        for fact in (CHAIRS, "Young & Co", "Ada Young", "Status 204", "Deleted permanently, copy kept"):
            self.assertIn(fact, words)

    def ask_to_create(self, program):
        program.click("push button", "Create Again…")
        program.dialog(CREATE)
        program.find("list item", "1 comment")

    def test_task_is_created_again(self):
        program = self.with_copy()
        self.open_copy(program)
        self.ask_to_create(program)
        self.answer(program, "Cancel", CREATE)
        self.ask_to_create(program)
        program.find("list item", "1 form field with 1 answer")
        self.answer(program, "Create Again", CREATE)
        program.wait_for_text("Task created again")
        created = self.office.by_title(CHAIRS)
        self.assertEqual(created["owners"], {"users": [7], "guests": [], "groups": []})
        self.assertEqual(created["form_fields"]["data"][0]["value"], "12")
        self.assertEqual([(r.method, r.path.rpartition("/")[2]) for r in self.office.writes()],
                         [("DELETE", "delete"), ("POST", "tasks"), ("PUT", created["id"])])
        self.ask_to_create(program)
        program.wait_for_text("It was created again before, ")
        self.answer(program, "Cancel", CREATE)
        # Its history tells of it, and leads there, also where only one pane is shown.
        program.click("push button", "Back to the Removal")
        program.resize(360, 640)
        program.click("list item", containing=f"{CHAIRS}, Deleted permanently")
        program.find("list item", containing="Created again, As a new task, from the copy, ")
        program.click("push button", "Open")
        program.find("heading", CHAIRS)
        program.find("push button", "Archive")
        program.click("push button", "Back")
        program.find(name="View: All")

    def test_created_task_is_found_in_a_new_list(self):
        """The cache, which may be thrown away at any time, had it whole; a list is enough."""
        program = self.with_copy()
        self.open_copy(program)
        self.ask_to_create(program)
        self.answer(program, "Create Again", CREATE)
        program.wait_for_text("Task created again")
        program.quit()
        shutil.rmtree(os.path.join(self.home, ".cache/docket"))
        program = self.start()
        self.row(program, "Send the signed lease")
        self.show_view(program, "History")
        program.click("list item", containing=f"{CHAIRS}, Deleted permanently")
        program.click("push button", "Open")
        program.find(name="View: All")
        program.find("heading", CHAIRS)

    def test_lost_creation_is_told_and_not_sent_again(self):
        program = self.with_copy()
        path = f"/organizations/{ORGANIZATION}/tasks"
        self.office.on("POST", path, Reply(drop=True))
        self.open_copy(program)
        self.ask_to_create(program)
        self.answer(program, "Create Again", CREATE)
        program.dialog("Task Not Created")
        program.wait_for_text("there was no such task of yours. The copy still has everything.")
        self.assertEqual(len(self.office.received("POST", path)), 1)
        self.office.replies.clear()
        self.answer(program, "Try Again…", "Task Not Created")
        self.answer(program, "Create Again", CREATE)
        program.wait_for_text("Task created again")
        self.assertEqual(len(self.office.received("POST", path)), 2)

    def preferences(self, program):
        desktop.key("ctrl+comma")
        program.dialog("Preferences")
        program.click(None, "Removal", where=lambda node: node.role in ("radio button", "toggle button", "page tab"))
        program.find("label", "Space Used")

    def test_preferences(self):
        program = self.with_copy(age=100)
        self.preferences(program)
        program.find("label", "1 copy")
        program.click("check box", containing="Keep a Copy by Default")
        self.choose_period(program, "For 90 Days")
        program.dialog("Keep Copies for 90 Days?")
        program.wait_for_text("1 copy is older and is removed now.")
        self.answer(program, "Cancel", "Keep Copies for 90 Days?")
        wait_until(lambda: "Always" in [node.name for node in program.find("combo box", "Keep Copies").walk()],
                   "the period as it was", details=program.describe)
        self.choose_period(program, "For 30 Days")
        self.answer_when_there(program, "Remove Them", "Keep Copies for 30 Days?")
        program.find("label", "0 copies")
        program.click("push button", "Clear…")
        self.answer_when_there(program, "Clear", "Clear the History?")
        program.wait_for_text("0 bytes")
        desktop.key("Escape")
        program.wait_dialog_gone("Preferences")
        program.wait_for_text("No Removals Yet")
        self.assert_forgotten(CHAIRS)
        self.show_view(program, "To Do")
        self.choose(program, "Send the signed lease")
        self.open_delete_dialog(program)
        program.wait_for_text("No copy will exist anywhere")

    def test_sign_out_removes_the_history_where_asked(self):
        program = self.with_copy()
        program.click("push button", "Main menu")
        program.click("menu item", "Sign Out…")
        program.dialog("Sign Out?")
        program.find(None, "1 removal, 1 copy")
        program.click("check box", containing="Also remove the history")
        self.answer(program, "Sign Out", "Sign Out?")
        program.find(name="Access token")
        program.quit()
        self.assert_forgotten(CHAIRS)

    def assert_forgotten(self, title):
        """No file of the data folder holds it."""
        folder = os.path.join(self.home, ".local/share/docket")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                self.assertNotIn(title.encode(), file.read(), name)

    def test_what_is_too_old_goes_at_the_next_start(self):
        settings = os.path.join(self.home, ".config/glib-2.0/settings")
        os.makedirs(settings)
        with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[app/docket/Docket]\nkeep-copies-for=30\n")
        program = self.with_copy(environment=SETTINGS, age=31, said="copy removed")
        program.find("list item", containing="Its copy was removed, From this computer, ")
        self.assertFalse(program.has("push button", "Open Copy"))

    def choose_period(self, program, period):
        program.click("combo box", "Keep Copies")
        program.click(None, period, where=lambda node: node.popover() is not None)

    def answer_when_there(self, program, button, heading):
        program.dialog(heading)
        self.answer(program, button, heading)


if __name__ == "__main__":
    tap.main()
