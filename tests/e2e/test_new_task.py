#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A new task: what a person fills in, what the server receives, and that nothing typed is lost."""
import json
import os
import sys
from datetime import datetime, timedelta, timezone

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ME, ORGANIZATION  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

TASKS = f"/organizations/{ORGANIZATION}/tasks"
BAND, LEASE = "Book the band", "Send the signed lease"


class NewTask(Case):
    def open_form(self, program):
        program.click("push button", "New Task")
        program.dialog("New Task")

    def with_title(self, program, title=BAND):
        self.open_form(program)
        desktop.type_text(title)
        program.find("push button", "Create", where=lambda node: node.sensitive)

    def create(self, program, button="Create"):
        self.click_until(program, lambda: not program.has("push button", button) or self.posts(), "push button", button)

    def posts(self):
        return self.office.received("POST", TASKS)

    def bodies(self):
        return [json.loads(request.body) for request in self.posts()]

    def assert_made(self, program, title=BAND):
        program.wait_dialog_gone("New Task")
        self.row(program, title)
        self.assertEqual(self.office.titles().count(title), 1)

    def add_field(self, program, label):
        """A choice, with the focus in its choices."""
        program.click("list item", "Add Field")
        program.find_at_rest("text", "Label")
        desktop.type_text(label)
        program.find("label", label)
        program.click("combo box", "Kind of Answer")
        program.find_at_rest("label", "Long Text")
        desktop.key("Down", "Down", "Down", "Down", "Return")
        program.click("text", "Choices, With Commas Between Them")

    def test_everything_filled_in(self):
        self.office.members.append({**ME, "id": 8, "full_name": "Tomás Rivera", "email": "t@example.com"})
        self.office.guests.append({"email": "ruth@tax.example", "first_name": "Ruth", "last_name": "Okafor"})
        self.office.groups.append({"id": "g1", "name": "Events", "members": [7, 8], "guests": ["ruth@tax.example"]})
        self.office.tags += [{"id": "t1", "title": "Finance", "color": "#f9f06b"}, {"id": "t2", "title": "Büro"}]
        program = self.signed_in()
        self.with_title(program)
        program.click("list item", "Deadline")
        program.find("text", "Deadline in words", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("1 june 2031 15:30")
        desktop.key("Return")
        program.find("label", "Sunday, 1 June 2031, 15:30")
        program.click("list item", "Assignees")
        program.find("entry", "Find a person or group", where=lambda node: node.has("FOCUSED"))
        for typed, found in (("tomas", "Tomás Rivera"), ("@tax", "Ruth Okafor"), ("even", "Events")):
            desktop.type_text(typed)
            program.wait_gone("check box", "You")
            program.find("check box", found)
            desktop.key("Return")
            program.find("check box", "You")
        self.assertEqual(program.find("check box", "Ruth Okafor").description, "Guest · ruth@tax.example")
        self.assertEqual(program.find("check box", "Events").description, "Group · 3 people")
        program.find("label", "Tomás Rivera, Ruth Okafor (guest), Events (group) and you")
        desktop.key("Escape")
        program.wait_gone("check box", "Tomás Rivera")
        program.click(name="Tags: None")
        program.find("entry", "Find a tag", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("buro")
        program.wait_gone("check box", "Finance")
        desktop.key("Return")
        program.click("check box", "Finance")
        program.find(name="Tags: Büro, Finance")
        desktop.key("Escape")
        program.wait_gone("check box", "Finance")
        program.fill("text", "Description", "Four & more")
        desktop.key("Return", "Return")
        desktop.type_text("by <June>")
        self.add_field(program, "Which stage")
        program.find("push button", "Create", where=lambda node: not node.sensitive)
        desktop.type_text("Main, Harbour,")
        program.click("list item", "Required")
        program.find("label", "One Choice, required")
        self.create(program)
        program.wait_for_text("Task created")
        self.assert_made(program)
        deadline = datetime(2031, 6, 1, 15, 30).astimezone(timezone.utc)
        self.assertEqual(self.bodies(), [{
            "title": BAND, "deadline": f"{deadline:%Y-%m-%d %H:%M:%S}", "task_type": "task",
            "owners": {"users": [7, 8], "guests": ["ruth@tax.example"], "groups": ["g1"]}, "tags": ["t2", "t1"],
            "description": "<p>Four &amp; more</p><p>by &lt;June&gt;</p>",
            "form_fields": [{"label": "Which stage", "field_type": "radio", "required": True,
                             "options": [{"id": 1, "text": "Main"}, {"id": 2, "text": "Harbour"}]}]}])
        program.find("heading", BAND)
        program.find("label", containing="Ruth Okafor, Events and you")
        program.find("label", "Büro")

    def test_a_deadline_that_is_clicked_away_is_meant_and_escape_says_that_it_is_not(self):
        program = self.signed_in()
        self.with_title(program)
        for words, means, key in (("1 june 2031 15:30", "Sunday, 1 June 2031, 15:30", None),
                                  ("2 june 2031 9:00", "Monday, 2 June 2031, 09:00", "Escape")):
            program.click("list item", "Deadline")
            program.find("text", "Deadline in words", where=lambda node: node.has("FOCUSED"))
            desktop.type_text(words)
            program.find(containing=means)
            if key:
                desktop.key(key)
            else:
                program.click("text", "Title")
            program.wait_gone("text", "Deadline in words")
            program.find("label", "Sunday, 1 June 2031, 15:30")

    def test_with_keys_alone(self):
        program = self.signed_in()
        desktop.key("ctrl+n")
        program.dialog("New Task")
        desktop.type_text(BAND)
        program.find("push button", "Create", where=lambda node: node.sensitive)
        desktop.key("ctrl+Return")
        self.assert_made(program)
        body, = self.bodies()
        self.assertEqual(body["owners"]["users"], [7])
        self.assertNotIn("description", body)
        due = datetime.strptime(body["deadline"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc).astimezone()
        self.assertEqual((due.hour, due.weekday() < 5), (17, True))
        self.assertLess(due - datetime.now(timezone.utc), timedelta(days=4))

    def test_a_refusal_is_told_and_nothing_typed_is_lost(self):
        self.office.on("POST", TASKS, Reply(422, {"error": True, "errors": {"title": ["The title is taken."]}}), None)
        program = self.signed_in()
        self.with_title(program)
        self.create(program)
        program.wait_for_text("The title is taken.")
        program.find(containing="Task Not Created")
        self.assertEqual(self.office.titles().count(BAND), 0)
        self.click_until(program, lambda: len(self.posts()) == 2, "push button", "Create")
        self.assert_made(program)

    def lose(self, program, acts):
        """The first request gets no answer, whether it acts or not."""
        create = self.office.create

        def create_once(body):
            self.office.create = create
            if acts:
                create(body)
            return Reply(drop=True)

        self.office.create = create_once
        self.with_title(program)
        self.create(program)

    def test_a_lost_answer_whose_task_is_there(self):
        program = self.signed_in()
        self.lose(program, acts=True)
        self.assert_made(program)
        self.assertEqual(len(self.posts()), 1)

    def test_a_lost_answer_whose_task_is_not_there(self):
        program = self.signed_in()
        self.lose(program, acts=False)
        program.wait_for_text("there was no such task of yours")
        self.assertEqual(len(self.posts()), 1)
        self.click_until(program, lambda: len(self.posts()) == 2, "push button", "Send Again")
        self.assert_made(program)

    def test_a_lost_answer_that_cannot_be_looked_up(self):
        program = self.signed_in()
        self.office.on("GET", TASKS, Reply(403, {"message": "No."}))
        self.lose(program, acts=False)
        program.wait_for_text("looking it up failed")
        self.assertFalse(program.find("push button", "Create").sensitive)
        self.office.on("GET", TASKS, None)
        self.click_until(program, lambda: program.has("push button", "Send Again"), "push button", "Check Again")
        self.assertEqual(len(self.posts()), 1)

    def test_one_that_the_view_does_not_have_is_shown(self):
        program = self.signed_in()
        self.show_view(program, "Unassigned")
        self.with_title(program)
        self.create(program)
        program.wait_dialog_gone("New Task")
        self.assertFalse(program.has("list item", containing=BAND))
        program.click("push button", "Show")
        program.find(name="View: One-Off")
        self.row(program, BAND)
        program.find("heading", BAND)

    def test_a_deadline_that_was_moved_is_told(self):
        create = self.office.create
        self.office.create = lambda body: create({**body, "deadline": "2031-06-02 12:00:00"})
        program = self.signed_in()
        self.with_title(program)
        self.create(program)
        program.wait_for_text("Tallyfy moved the deadline to")

    def test_a_draft_is_kept(self):
        program = self.signed_in()
        self.with_title(program)
        program.click("push button", "Cancel")
        program.wait_dialog_gone("New Task")
        program.wait_for_text("Draft kept")
        self.open_form(program)
        self.assertEqual(program.find("text", "Title").text(), BAND)
        self.assertEqual(self.posts(), [])

    def test_a_draft_outlives_a_crash(self):
        program = self.signed_in()
        self.with_title(program)
        self.add_field(program, "Which stage")
        desktop.type_text("Main")
        wait_until(lambda: self.is_in_journal("'Which stage', 4, false, 'Main'"), "the draft in the journal")
        program.process.kill()
        program.process.wait()
        program = self.start()
        self.row(program, LEASE)
        self.open_form(program)
        self.assertEqual(program.find("text", "Title").text(), BAND)
        program.find("label", "Which stage")
        program.find("label", "One Choice")
        self.create(program)
        self.assert_made(program)
        self.assertEqual(self.bodies()[0]["form_fields"][0]["options"], [{"id": 1, "text": "Main"}])


if __name__ == "__main__":
    tap.main()
