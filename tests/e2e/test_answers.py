#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Form fields are answered: what the server receives for each kind, what two people do at once, what becomes of an answer
that the server drops, refuses or does not answer, and that nothing typed is lost."""
import json
import os
import sys
import urllib.request
from datetime import date

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ME, ORGANIZATION  # noqa: E402
from docket_e2e.practice import PracticeServer  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS, LEASE, CONTRACT = "Order new chairs", "Send the signed lease", "Check the contract"
OPTIONS = [{"id": 1, "text": "Oak"}, {"id": 2, "text": "Beech & <ash>"}, {"id": 3, "text": "Pine"}]
OAK, BEECH, PINE = OPTIONS


def offered(node):
    """Whether it is in the list that a choice has opened."""
    roles = [around.role for around in node.ancestors()]
    return "list item" in roles and "combo box" in roles


def is_in_row(name):
    return lambda node: any(around.name.startswith(name) and around.role in ("text", "list item")
                            for around in node.ancestors())


def field(name, label, kind, value=None, **more):
    return {"id": name, "label": label, "field_type": kind, "required": False, "value": value, **more}


class Answers(Case):
    def setUp(self):
        super().setUp()
        self.office.members.append({**ME, "id": 8, "full_name": "Tomás Rivera", "email": "t@example.com"})
        for title in (CHAIRS, CONTRACT):
            self.office.by_title(title)["summary"] = None
        self.path = self.office.path_of(CHAIRS)

    def opened(self, *fields, title=CHAIRS, **options):
        self.office.by_title(title)["form_fields"]["data"] = list(fields)
        program = self.signed_in(**options)
        self.choose(program, title)
        program.find("label", containing=f"of {len(fields)} answered")
        return program

    def stored(self, name="f1", title=CHAIRS):
        found, = (f for f in self.office.by_title(title)["form_fields"]["data"] if f["id"] == name)
        return found["value"]

    def set_stored(self, value, name="f1"):
        found, = (f for f in self.office.by_title(CHAIRS)["form_fields"]["data"] if f["id"] == name)
        found["value"] = value

    def puts(self, path=None):
        return [json.loads(request.body) for request in self.office.received("PUT", path or self.path)]

    def answers(self):
        """What was sent, request by request."""
        return [body["taskdata"] for body in self.puts()]

    def write(self, program, name, text):
        """Types in place of what is there."""
        program.fill("text", name, text)
        wait_until(lambda: program.find("text", name).text() == text, "the text", details=program.describe)

    def wait_for_value(self, value, name="f1", title=CHAIRS):
        wait_until(lambda: self.stored(name, title) == value, f"the answer {value!r}",
                   details=lambda: f"{self.office.writes()}\n{self.programs[-1].describe()}")

    def can_edit(self, program):
        """Newer versions tell of the row alone that it is insensitive."""
        return all(node.sensitive for node in program.all(containing="Number") if node.role in ("text", "list item"))

    def press_button(self, program, button):
        self.click_until(program, lambda: not program.has("push button", button), "push button", button)

    # Each kind of field.
    def test_a_line_of_text(self):
        program = self.opened(field("f1", "Number", "text", "12"), field("f2", "Colour", "text"))
        program.find("label", "1 of 2 answered")
        self.write(program, "Number", "14 & more")
        desktop.key("Delete", "shift+Delete")  # keys of the text, not of the task
        self.assertEqual(self.office.writes(), [])
        desktop.key("Return")
        self.wait_for_value("14 & more")
        self.assertEqual(self.puts(), [{"title": CHAIRS, "deadline": "2030-03-15 17:00:00",
                                        "owners": {"users": [7], "guests": [], "groups": []},
                                        "taskdata": {"f1": "14 & more"}}])
        self.write(program, "Colour", "red")
        desktop.key("Return")
        program.find("label", "2 of 2 answered")
        self.assertEqual(self.answers()[1:], [{"f2": "red"}])
        desktop.key("ctrl+a", "BackSpace", "Return")
        self.wait_for_value(None, "f2")
        program.find("label", "1 of 2 answered")

    def test_by_the_button_in_the_row(self):
        program = self.opened(field("f1", "Number", "email", "12"))
        self.write(program, "Number", "a@example.com")
        self.click_until(program, lambda: len(self.puts()) > 0, "push button", where=is_in_row("Number"))
        self.wait_for_value("a@example.com")

    def test_a_process_task_has_another_place(self):
        path = f"/organizations/{ORGANIZATION}/runs/r1/tasks/{self.office.by_title(CONTRACT)['id']}"
        program = self.opened(field("f1", "Number", "text", "12"), title=CONTRACT)
        self.write(program, "Number", "14")
        desktop.key("Return")
        self.wait_for_value("14", title=CONTRACT)
        self.assertEqual(self.puts(path), [{"taskdata": {"f1": "14"}}])

    def test_a_long_text(self):
        program = self.opened(field("f1", "Why", "textarea", "Old"))
        self.write(program, "Why", "One")
        desktop.key("Return")
        desktop.type_text("Two")
        self.assertEqual(self.puts(), [])
        desktop.key("ctrl+Return")
        self.wait_for_value("One\nTwo")
        self.write(program, "Why", "Three")
        self.click_until(program, lambda: len(self.puts()) > 1, "push button", "Save")
        self.wait_for_value("Three")

    def choose_option(self, program, name, option):
        self.click_until(program, lambda: program.has("label", option, where=offered), "combo box", name)
        program.click("label", option, where=offered)

    def test_a_choice(self):
        program = self.opened(field("f1", "Wood", "dropdown", OAK, options=OPTIONS),
                              field("f2", "Legs", "radio", options=OPTIONS))
        self.choose_option(program, "Wood", "Beech & <ash>")
        self.wait_for_value(BEECH)
        self.choose_option(program, "Legs", "Pine")
        self.wait_for_value("Pine", "f2")
        self.choose_option(program, "Wood", "Not set")
        self.wait_for_value(None)
        self.assertEqual(self.answers(), [{"f1": BEECH}, {"f2": "Pine"}, {"f1": None}])

    def open_popover(self, program, name, role, first):
        self.click_until(program, lambda: program.has(role, first), "list item", name)

    def test_several_choices(self):
        program = self.opened(field("f1", "Woods", "multiselect", [{**OAK, "selected": True}], options=OPTIONS))
        self.open_popover(program, "Woods", "check box", "Pine")
        program.click("check box", "Pine")
        program.click("check box", "Oak")
        program.click("check box", "Beech & <ash>")
        self.assertEqual(self.puts(), [])
        desktop.key("Escape")
        self.wait_for_value([{**BEECH, "selected": True}, {**PINE, "selected": True}])
        self.assertEqual(len(self.puts()), 1)
        program.find("label", "Beech & <ash>, Pine")

    def test_people(self):
        self.office.groups.append({"id": "g1", "name": "Events", "members": [7, 8]})
        program = self.opened(field("f1", "Helpers", "assignees_form", {"users": [7], "guests": ["g@example.com"],
                                                                        "groups": []}))
        self.open_popover(program, "Helpers", "check box", "You")
        program.click("check box", "Tomás Rivera")
        program.click("check box", "g@example.com")
        program.click("check box", "Events")
        desktop.key("Escape")
        self.wait_for_value({"users": [7, 8], "guests": [], "groups": ["g1"]})
        program.find("label", "Tomás Rivera, Events (group) and you")

    def test_a_day(self):
        program = self.opened(field("f1", "Handover", "date", "2031-06-02T12:00:00Z"))
        program.find("label", "Monday, 2 June 2031")
        self.open_popover(program, "Handover", "push button", "Set")
        desktop.key("Right", "Down")
        self.click_until(program, lambda: len(self.puts()) > 0, "push button", "Set")
        self.wait_for_value("2031-06-10T12:00:00Z")
        program.find("label", "Tuesday, 10 June 2031")
        self.open_popover(program, "Handover", "push button", "Set")
        self.click_until(program, lambda: len(self.puts()) > 1, "push button", "No Date")
        self.wait_for_value(None)
        program.find("label", "Not set")

    def test_what_cannot_be_answered_here_says_so(self):
        program = self.opened(
            field("f1", "Receipts", "table", [["1", "2"]]),
            field("f2", "Lease", "file", [{"filename": "lease.pdf", "url": "https://files.example/lease.pdf"}]))
        program.find("label", "This kind of field is filled in on Tallyfy’s website.")
        program.find("label", "lease.pdf")
        self.assertFalse(program.has("text", "Receipts"))

    def test_a_task_that_is_not_open_is_only_read(self):
        self.office.tasks[1].update(status="completed", completed_at="2026-03-01T10:00:00Z")
        self.office.by_title(CHAIRS)["form_fields"]["data"] = [field("f1", "Number", "text", "12")]
        program = self.signed_in()
        self.show_view(program, "Completed")
        self.choose(program, CHAIRS)
        program.find(name="Reopen the task to change its answers.")
        program.find("list item", "Number: 12")
        self.assertFalse(program.has("text", "Number"))
        self.show_view(program, "Archived")
        self.choose(program, "Old receipts")
        program.find(name="Restore the task to change its answers.")
        self.assertFalse(program.has("text", "Amount"))

    # Two people.
    def both(self, program):
        """They answer "13" while I type "14"."""
        self.write(program, "Number", "14")
        self.set_stored("13")
        desktop.key("Return")
        program.dialog("Keep Your Answer?")
        program.find(containing="while you were editing: “\u206813\u2069”")
        self.assertEqual(self.puts(), [])

    def test_keep_mine(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.both(program)
        self.answer(program, "Keep Mine", "Keep Your Answer?")
        self.wait_for_value("14")
        program.wait_gone(name="Not saved")

    def test_use_theirs(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.both(program)
        self.answer(program, "Use Theirs", "Keep Your Answer?")
        wait_until(lambda: program.find("text", "Number").text() == "13", "theirs", details=program.describe)
        self.assertEqual(self.puts(), [])

    def test_cancel_keeps_both(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.both(program)
        self.answer(program, "Cancel", "Keep Your Answer?")
        program.find(name="Not saved")
        self.assertEqual(program.find("text", "Number").text(), "14")
        self.press_button(program, "Keep Mine")
        self.wait_for_value("14")

    def test_what_somebody_else_answered_elsewhere_stays(self):
        program = self.opened(field("f1", "Number", "text", "12"), field("f2", "Colour", "text"))
        self.write(program, "Number", "14")
        self.set_stored("red", "f2")
        self.office.by_title(CHAIRS)["deadline"] = "2030-04-01T17:00:00Z"
        desktop.key("Return")
        self.wait_for_value("14")
        self.assertEqual([(body["deadline"], body["taskdata"]) for body in self.puts()],
                         [("2030-04-01 17:00:00", {"f1": "14"})])
        wait_until(lambda: program.find("text", "Colour").text() == "red", "theirs", details=program.describe)

    # What can go wrong.
    def test_what_the_server_drops_is_told(self):
        self.office.update = lambda found, body: Reply(200, {"data": found})
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "14")
        desktop.key("Return")
        program.find(name="Not saved")
        program.wait_for_text("Tallyfy does not have this answer")
        self.assertEqual(program.find("text", "Number").text(), "14")
        del self.office.update
        self.press_button(program, "Save Again")
        self.wait_for_value("14")
        program.wait_gone(name="Not saved")

    def test_a_refusal_keeps_the_answer(self):
        self.office.on("PUT", self.path, Reply(422, {"errors": {"f1": ["No such number."]}}), None)
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "14")
        desktop.key("Return")
        program.wait_for_text("No such number.")
        self.assertEqual(program.find("text", "Number").text(), "14")
        self.press_button(program, "Save")
        self.wait_for_value("14")

    def test_discard(self):
        self.office.on("PUT", self.path, Reply(403, {"message": "Not yours."}))
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "14")
        desktop.key("Return")
        program.wait_for_text("Not yours.")
        self.press_button(program, "Discard")
        wait_until(lambda: program.find("text", "Number").text() == "12", "the old", details=program.describe)
        program.wait_gone(name="Not saved")

    def lose(self, acts):
        update = self.office.update

        def once(found, body):
            self.office.update = update
            if acts:
                update(found, body)
            return Reply(drop=True)

        self.office.update = once

    def test_a_lost_answer_that_was_saved(self):
        program = self.opened(field("f1", "Number", "text", "12"), field("f2", "Colour", "text"))
        self.lose(acts=True)
        self.write(program, "Number", "14")
        desktop.key("Return")
        self.wait_for_value("14")
        self.write(program, "Colour", "red")
        desktop.key("Return")
        self.wait_for_value("red", "f2")
        self.assertEqual(self.answers(), [{"f1": "14"}, {"f2": "red"}])
        self.assertFalse(program.has(name="Not saved"))

    def test_a_lost_answer_that_was_not_saved(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.lose(acts=False)
        self.write(program, "Number", "14")
        desktop.key("Return")
        program.wait_for_text("Tallyfy does not have this answer")
        self.assertEqual(len(self.puts()), 1)
        self.press_button(program, "Save Again")
        self.wait_for_value("14")
        self.assertEqual(len(self.puts()), 2)

    def test_a_lost_answer_that_cannot_be_looked_up(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        update = self.office.update

        def once(found, body):
            self.office.update = update
            update(found, body)
            self.office.on("GET", self.path, Reply(403, {"message": "No."}))
            return Reply(drop=True)

        self.office.update = once
        self.write(program, "Number", "14")
        desktop.key("Return")
        program.find(name="Saving not confirmed")
        self.office.on("GET", self.path, None)
        self.press_button(program, "Check Again")
        program.wait_gone(name="Saving not confirmed")
        self.assertEqual((len(self.puts()), self.stored()), (1, "14"))

    def test_a_draft_stays_with_its_task_and_outlives_a_crash(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "half a thought")
        self.choose(program, LEASE)
        self.choose(program, CHAIRS)
        program.find(name="Not saved")
        self.assertEqual(program.find("text", "Number").text(), "half a thought")
        wait_until(lambda: self.is_in_journal("half a thought"), "the draft in the journal")
        program.process.kill()
        program.process.wait()
        self.set_stored("13")
        program = self.start()
        self.choose(program, CHAIRS)
        program.find(name="Not saved")
        self.assertEqual(program.find("text", "Number").text(), "half a thought")
        self.assertEqual(self.puts(), [])
        # It is known what it was about: somebody else's answer is not overwritten.
        self.click_until(program, lambda: program.has(containing="Keep Your Answer?"), "push button", "Save")
        self.assertEqual(self.puts(), [])

    def test_signed_out_it_cannot_be_edited_and_says_why(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "14")
        self.office.token = "another"
        desktop.key("Return")
        program.find(name="Sign in again to change answers.")
        program.find(name="Not saved")
        self.assertEqual((self.can_edit(program), program.find("text", "Number").text()), (False, "14"))
        self.assertFalse(program.find("push button", "Save").sensitive)
        self.assertEqual(self.puts(), [])

    def test_offline_it_cannot_be_edited_and_says_why(self):
        program = self.opened(field("f1", "Number", "text", "12"))
        self.write(program, "Number", "14")
        self.office.stop()
        desktop.key("Return")
        program.wait_for_text("Not available offline: answers can be read, and not changed.")
        program.wait_for_text("Tallyfy could not be reached. Your answer is kept here.")
        self.assertFalse(self.can_edit(program))
        self.office.start_again()
        program.click("push button", "Try Again")
        wait_until(lambda: self.can_edit(program), "the row", details=program.describe)
        self.press_button(program, "Save")
        self.wait_for_value("14")


class AgainstThePracticeServer(Case):
    """Which knows nothing of the client's code, and refuses what has another shape."""

    def setUp(self):
        super().setUp()
        self.server = PracticeServer(self.folder)
        self.addCleanup(self.server.stop)
        self.secrets.append(self.server.token)

    def ask(self, path):
        headers = {"Authorization": f"Bearer {self.server.token}", "Accept": "application/json",
                   "X-Tallyfy-Client": "APIClient"}
        url = f"{self.server.address}/organizations/{self.server.organization}/{path}"
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return json.load(answer)["data"]

    def task(self, title):
        found, = (t for t in self.ask("tasks?per_page=100") if t["title"].startswith(title))
        return self.ask(f"tasks/{found['id']}?with=form_fields")

    def wait_for(self, title, label, value):
        def stored():
            found, = (f for f in self.task(title)["form_fields"]["data"] if f["label"] == label)
            return found["value"] if "value" in found else found["field_value"]

        wait_until(lambda: stored() == value, f"the answer {value!r}",
                   details=lambda: f"{stored()}\n{self.programs[-1].describe()}")

    def opened(self, title, view="All"):
        program = self.start()
        self.give_token(program, self.server.token, self.server.address)
        program.find(containing="View: ")
        program.resize(1000, 860)
        self.show_view(program, view)
        self.open_search(program)
        desktop.type_text(title)
        program.click("list item", containing=title)
        program.find("heading", containing=title)
        return program

    def fill(self, program, name, text):
        program.fill("text", name, text)
        wait_until(lambda: program.find("text", name).text() == text, "the text", details=program.describe)
        desktop.key("Return")

    def pick(self, program, row, *checks):
        self.click_until(program, lambda: program.has("check box", checks[0]), "list item", row)
        for check in checks:
            program.click("check box", check)
        desktop.key("Escape")

    def test_a_one_off_task(self):
        title = "Send the signed lease to the landlord"
        program = self.opened(title)
        before = self.task(title)
        self.fill(program, "Tracking number", "RB 123 456")
        self.wait_for(title, "Tracking number", "RB 123 456")
        self.click_until(program, lambda: program.has("label", "City Post", where=offered), "combo box", "Courier")
        program.click("label", "City Post", where=offered)
        self.wait_for(title, "Courier", {"id": 2, "text": "City Post"})
        self.assertEqual([self.task(title)[name] for name in ("title", "deadline", "owners")],
                         [before[name] for name in ("title", "deadline", "owners")])

    def test_a_process_task_is_answered_and_completed(self):
        title = "Set up laptop and accounts"
        program = self.opened(title)
        program.click("push button", "Complete")
        program.wait_for_text("A required answer is missing. Nothing was sent.")
        self.assertEqual(self.server.writes(), [])
        self.fill(program, "Serial number (required)", "C02XJ0")
        self.wait_for(title, "Serial number", "C02XJ0")
        self.pick(program, "Accounts", "Calendar", "Drive")
        self.wait_for(title, "Accounts", [{"id": 1, "text": "Mail", "selected": True},
                                          {"id": 3, "text": "Drive", "selected": True}])
        program.click("push button", "Complete")
        program.wait_for_text("Task completed")
        self.assertEqual(self.task(title)["status"], "completed")

    def test_a_day_choices_and_people(self):
        title = "Plan the office party"
        program = self.opened(title)
        self.pick(program, "Rooms (required)", "Library")
        self.wait_for(title, "Rooms", [{"id": 2, "text": "Library", "selected": True}])
        self.pick(program, "Who helps", "You")
        self.wait_for(title, "Who helps", {"users": [1003, 1006, 1001], "guests": [], "groups": []})
        self.click_until(program, lambda: program.has("push button", "Set"), "list item", "Day of the party (required)")
        self.click_until(program, lambda: not program.has("push button", "Set"), "push button", "Set")
        self.wait_for(title, "Day of the party", f"{date.today()}T12:00:00Z")


if __name__ == "__main__":
    tap.main()
