#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A task is edited: what the server receives, what two people do at once, and that nothing typed is lost."""
import json
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case, in_dialog  # noqa: E402
from docket_e2e.office import ME, ORGANIZATION  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, NEW = "Send the signed lease", "Send the lease by post"
CONTRACT = "Check the contract"


class EditTask(Case):
    def open_form(self, program, title=LEASE):
        self.choose(program, title)
        desktop.key("ctrl+e")
        program.dialog("Edit Task")

    def with_title(self, program, title=LEASE):
        self.open_form(program, title)
        self.path = self.office.path_of(title)
        program.fill("text", "Title", NEW)

    def puts(self, path=None):
        return [json.loads(request.body) for request in self.office.received("PUT", path or self.path)]

    def save(self, program, button="Save", n=1):
        self.click_until(program, lambda: not program.has("push button", button) or len(self.puts()) >= n,
                         "push button", button)

    def assert_saved(self, program, title=NEW):
        program.wait_dialog_gone("Edit Task")
        self.row(program, title)
        self.assertIn(title, self.office.titles())

    def somebody(self, **changes):
        self.office.by_title(LEASE).update(changes)

    def test_all_parts(self):
        self.office.members.append({**ME, "id": 8, "full_name": "Tomás Rivera", "email": "t@example.com"})
        self.somebody(owners={"users": [7], "guests": [{"email": "g@example.com"}], "groups": []},
                      tags={"data": [{"id": "t1", "title": "Finance", "color": "#f9f06b"}]})
        program = self.signed_in()
        self.choose(program, LEASE)
        self.path = self.office.path_of(LEASE)
        program.click(name="Task menu")
        program.click("menu item", "Edit…")
        program.dialog("Edit Task")
        program.find(containing="g@example.com")
        # Tallyfy has no call that changes the tags of a task.
        program.find("label", "Finance", where=in_dialog)
        program.find("label", containing="These stay as they are")
        self.assertFalse(program.has(containing="Tags: "))
        program.fill("text", "Title", NEW)
        program.click("list item", "Deadline")
        program.find("text", "Deadline in words", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("1 june 2031 15:30")
        desktop.key("Return")
        program.find("label", "Sunday, 1 June 2031, 15:30")
        program.click("list item", "Assignees")
        program.find("entry", "Find a person or group", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("tomas")
        program.find("check box", "Tomás Rivera")
        desktop.key("Return")
        program.find("label", containing="Tomás Rivera")
        desktop.key("Escape")
        program.wait_gone("check box", "Tomás Rivera")
        program.fill("text", "Description", "By <post>")
        self.save(program)
        program.wait_for_text("Task saved")
        self.assert_saved(program)
        body, = self.puts()
        body["owners"]["users"].sort()
        self.assertEqual({**body, "deadline": body["deadline"][:10]}, {
            "title": NEW, "deadline": "2031-06-01", "summary": "<p>By &lt;post&gt;</p>",
            "owners": {"users": [7, 8], "guests": ["g@example.com"], "groups": []}})
        program.find("heading", NEW)
        program.find(containing="By <post>")

    def test_nothing_changed_is_not_sent(self):
        program = self.signed_in()
        self.path = self.office.path_of(LEASE)
        self.open_form(program)
        program.click("push button", "Save")
        program.wait_dialog_gone("Edit Task")
        self.assertEqual(self.office.writes(), [])
        self.assertFalse(program.has(containing="Draft kept"))

    def test_a_process_task(self):
        """Only what changes is named."""
        program = self.signed_in()
        self.with_title(program, CONTRACT)
        self.path = f"/organizations/{ORGANIZATION}/runs/r1/tasks/{self.office.by_title(CONTRACT)['id']}"
        self.save(program)
        self.assert_saved(program)
        self.assertEqual(self.puts(), [{"title": NEW}])

    def test_a_formatted_description_stays(self):
        formatted = "<ul><li>One</li></ul><img src='https://x.example/p.png'>"
        self.somebody(summary=formatted)
        program = self.signed_in()
        self.with_title(program)
        program.find(containing="formatting that Docket cannot edit")
        self.save(program)
        self.assert_saved(program)
        self.assertNotIn("summary", self.puts()[0])
        self.assertEqual(self.office.by_title(NEW)["summary"], formatted)

    def test_what_somebody_else_changed_stays(self):
        program = self.signed_in()
        self.with_title(program)
        self.somebody(deadline="2030-04-01T17:00:00Z", owners={"users": [7, 9], "guests": [], "groups": []})
        self.save(program)
        self.assert_saved(program)
        self.assertEqual(self.puts(), [{"title": NEW, "deadline": "2030-04-01 17:00:00",
                                        "owners": {"users": [7, 9], "guests": [], "groups": []}}])

    def test_undo_puts_back_what_was_changed_and_no_more(self):
        self.somebody(summary="<p>As it was</p>")
        program = self.signed_in()
        self.with_title(program)
        program.fill("text", "Description", "By post")
        self.somebody(owners={"users": [7, 9], "guests": [], "groups": []})
        self.save(program)
        self.assert_saved(program)
        desktop.key("ctrl+z")
        program.wait_for_text("Change undone")
        self.row(program, LEASE)
        task = self.office.by_title(LEASE)
        self.assertEqual((task["summary"], task["owners"]["users"]), ("<p>As it was</p>", [7, 9]))
        # By keys, also while the focus is elsewhere than in the list or the task.
        self.with_title(program)
        self.save(program, n=3)
        self.assert_saved(program)
        program.click("push button", "Main menu")
        program.find("menu item", "Preferences")
        desktop.key("Escape")
        program.wait_gone("menu item", "Preferences")
        desktop.key("ctrl+z")
        self.row(program, LEASE)

    def test_undo_leaves_what_somebody_else_has_changed_since(self):
        program = self.signed_in()
        self.with_title(program)
        self.save(program)
        self.assert_saved(program)
        self.office.by_title(NEW).update(title="Send no lease")
        desktop.key("ctrl+z")
        program.dialog("Change Not Undone")
        program.find(containing="Somebody else has changed the title since. The task is as they left it.")
        self.assertEqual(len(self.puts()), 1)

    def both(self, program):
        """The two of us change the title, and I the description."""
        self.with_title(program)
        program.fill("text", "Description", "By post")
        self.somebody(title="Send no lease")
        self.click_until(program, lambda: program.has(containing="Keep Your Changes?"), "push button", "Save")
        program.find(containing="Somebody else has changed the title while you were editing")
        self.assertEqual(self.puts(), [])

    def test_keep_mine(self):
        program = self.signed_in()
        self.both(program)
        self.click_until(program, lambda: not program.has("push button", "Keep Mine"), "push button", "Keep Mine")
        self.assert_saved(program)
        self.assertEqual([body["title"] for body in self.puts()], [NEW])

    def test_use_theirs(self):
        program = self.signed_in()
        self.both(program)
        self.click_until(program, lambda: not program.has("push button", "Use Theirs"), "push button", "Use Theirs")
        self.assert_saved(program, "Send no lease")
        body, = self.puts()
        self.assertEqual((body["title"], body["summary"]), ("Send no lease", "<p>By post</p>"))

    def test_a_refusal(self):
        program = self.signed_in()
        self.with_title(program)
        self.office.on("PUT", self.path, Reply(422, {"errors": {"title": ["The title is taken."]}}), None)
        self.save(program)
        program.wait_for_text("The title is taken.")
        program.find(containing="what you wrote is kept")
        self.assertIn(LEASE, self.office.titles())
        self.save(program, n=2)
        self.assert_saved(program)

    def test_what_the_server_drops_is_told(self):
        self.office.update = lambda found, body: Reply(200, {"data": found})
        program = self.signed_in()
        self.with_title(program)
        self.save(program)
        program.wait_for_text("Tallyfy does not have what you wrote for the title")
        del self.office.update
        self.save(program, "Save Again", n=2)
        self.assert_saved(program)

    def lose(self, program, acts):
        update = self.office.update

        def update_once(found, body):
            self.office.update = update
            if acts:
                update(found, body)
            return Reply(drop=True)

        self.with_title(program)
        self.office.update = update_once
        self.save(program)

    def test_a_lost_answer_that_was_saved(self):
        program = self.signed_in()
        self.lose(program, acts=True)
        self.assert_saved(program)
        self.assertEqual(len(self.puts()), 1)

    def test_a_lost_answer_that_was_not_saved(self):
        program = self.signed_in()
        self.lose(program, acts=False)
        program.wait_for_text("Tallyfy does not have what you wrote for the title")
        self.assertEqual(len(self.puts()), 1)
        self.save(program, "Save Again", n=2)
        self.assert_saved(program)

    def test_a_draft_outlives_a_crash_and_knows_what_it_was_about(self):
        """What somebody else has changed before the program came back is asked about, not overwritten."""
        program = self.signed_in()
        self.with_title(program)
        wait_until(lambda: self.is_in_journal(NEW), "the draft in the journal")
        program.process.kill()
        program.process.wait()
        self.somebody(title="Send no lease")
        program = self.start()
        self.open_form(program, "Send no lease")
        self.assertEqual(program.find("text", "Title").text(), NEW)
        self.click_until(program, lambda: program.has(containing="Keep Your Changes?"), "push button", "Save")
        self.assertEqual(self.puts(), [])


if __name__ == "__main__":
    tap.main()
