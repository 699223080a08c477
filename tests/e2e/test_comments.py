#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Comments in the window: read, written, changed, deleted; problems; and what becomes of a lost answer."""
import json
import os
import sys
import urllib.request

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ME  # noqa: E402
from docket_e2e.practice import PracticeServer  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS, LEASE = "Order new chairs", "Send the signed lease"
WRITE, SEND = "Add a comment", "Send"


def comment(name, content, author=8, **more):
    return {"id": name, "content": content, "author_id": author, "author_type": "member", "label": "comment",
            "created_at": "2026-01-02T09:00:00Z", "state": "open", **more}


class Comments(Case):
    def setUp(self):
        super().setUp()
        self.office.members.append({**ME, "id": 8, "full_name": "Tomás Rivera", "email": "t@example.com"})
        self.office.by_title(CHAIRS)["form_fields"]["data"] = []
        self.office.by_title(CHAIRS)["summary"] = None
        self.path = self.office.path_of(CHAIRS, "/comment")

    @property
    def thread(self):
        return self.office.comments_of(CHAIRS)

    def opened(self, **options):
        program = self.signed_in(**options)
        self.choose(program, CHAIRS)
        program.find("text", WRITE)
        return program

    def write(self, program, text, name=WRITE):
        self.click_until(program, lambda: program.find("text", name).has("FOCUSED"), "text", name)
        desktop.type_text(text)
        wait_until(lambda: program.find("text", name).text() == text, "the text", details=program.describe)

    def send(self, program, path=None, method="POST", button=SEND):
        """Until the server has it once more."""
        before = len(self.office.received(method, path or self.path))
        self.click_until(program, lambda: len(self.office.received(method, path or self.path)) > before,
                         "push button", button)

    def bodies(self):
        return [json.loads(request.body) for request in self.office.writes() if request.body]

    def shows(self, program, text):
        return program.find(where=lambda node: text in (node.name or (node.text() if node.role == "label" else "")))

    def written(self, program, name=WRITE):
        return program.find("text", name).text()

    def test_written_with_a_mention_by_keys(self):
        program = self.opened()
        self.click_until(program, lambda: program.find("text", WRITE).has("FOCUSED"), "text", WRITE)
        desktop.type_text("Hello @tom")
        program.find("list item", "Tomás Rivera")
        desktop.key("Return")
        program.wait_gone("list item", "Tomás Rivera")
        desktop.type_text("see https://example.com/a")
        desktop.key("Return")
        desktop.type_text("Bye & thanks")
        desktop.key("ctrl+Return")
        self.wait_for_write("POST", self.path)
        self.shows(program, "Hello @Tomás Rivera see https://example.com/a")
        wait_until(lambda: self.written(program) == "", "an empty text", details=program.describe)
        self.assertEqual(self.bodies(), [{"content": '<p>Hello @[8] see <a href="https://example.com/a">https://example.com/a'
                                                     "</a><br>Bye &amp; thanks</p>"}])

    def test_a_mention_by_pointer_that_is_broken_is_text(self):
        program = self.opened()
        self.click_until(program, lambda: program.find("text", WRITE).has("FOCUSED"), "text", WRITE)
        desktop.type_text("@r")
        program.click("list item", "Tomás Rivera")
        wait_until(lambda: self.written(program) == "@Tomás Rivera ", "the name", details=program.describe)
        desktop.type_text("@t")
        program.find("list item", "Tomás Rivera")
        desktop.key("Escape")
        program.wait_gone("list item", "Tomás Rivera")
        desktop.key("BackSpace", "BackSpace", "BackSpace", "BackSpace")
        wait_until(lambda: self.written(program) == "@Tomás River", "a part of it", details=program.describe)
        program.find(containing="“@Tomás” will not notify anybody")
        self.send(program)
        # Nothing that is typed after the click goes elsewhere.
        wait_until(lambda: self.written(program) == "", "an empty composer", details=program.describe)
        desktop.key("Delete")
        desktop.type_text("More")
        wait_until(lambda: self.written(program) == "More", "what was typed after", details=program.describe)
        wait_until(lambda: len(self.thread) == 2, "the comment")
        self.assertEqual(self.thread[1]["content"], "<p>@Tomás River</p>")
        program.wait_gone(containing="will not notify anybody")

    def test_changed(self):
        program = self.opened()
        program.click(name="Comment menu")
        program.click("menu item", "Edit")
        program.find("text", "Change this comment", where=lambda node: node.has("FOCUSED"))
        desktop.type_text(" Twice")
        self.send(program, f"{self.path}/c1", "PUT", "Save")
        self.shows(program, "Seen. Twice")
        program.wait_gone("text", "Change this comment")
        self.assertEqual(self.thread[0]["content"], "<p>Seen. Twice</p>")

    def test_deleted_after_a_question(self):
        program = self.opened()
        program.click(name="Comment menu")
        program.click("menu item", "Delete Permanently…")
        program.dialog("Delete This Comment?")
        self.answer(program, "Cancel", "Delete This Comment?")
        self.assertEqual(self.office.writes(), [])
        program.click(name="Comment menu")
        program.click("menu item", "Delete Permanently…")
        program.dialog("Delete This Comment?")
        self.answer(program, "Delete Permanently", "Delete This Comment?")
        self.wait_for_write("DELETE", f"{self.path}/c1")
        self.shows(program, "No comments yet")
        program.find("text", WRITE, where=lambda node: node.has("FOCUSED"))
        self.assertEqual(self.thread, [])

    def test_a_deletion_that_is_refused(self):
        self.office.on("DELETE", f"{self.path}/c1", Reply(403, {"message": "Comments are kept here."}))
        program = self.opened()
        program.click(name="Comment menu")
        program.click("menu item", "Delete Permanently…")
        program.dialog("Delete This Comment?")
        self.answer(program, "Delete Permanently", "Delete This Comment?")
        self.shows(program, "Comments are kept here.")
        self.shows(program, "The comment is still there.")
        self.assertEqual(len(self.thread), 1)

    def test_of_others_nothing_can_be_changed(self):
        self.thread[:] = [comment("c5", "<p>Mine? No.</p>")]
        program = self.opened()
        self.shows(program, "Mine? No.")
        self.shows(program, "Tomás Rivera")
        self.assertFalse(program.has(name="Comment menu"))

    def test_a_problem_is_reported_and_resolved(self):
        program = self.opened()
        program.click(name="Task menu")
        program.click("menu item", "Report a Problem…")
        program.find("text", "What is the problem?", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("No chairs left")
        self.send(program, self.office.path_of(CHAIRS, "/problem"), button="Report")
        self.shows(program, "Problem")
        program.wait_gone("text", "What is the problem?")
        self.assertEqual([(c["label"], c["content"]) for c in self.thread[1:]], [("problem", "<p>No chairs left</p>")])
        problem = self.thread[1]["id"]
        program.click("push button", "Resolve…")
        program.find("text", "How was it solved?", where=lambda node: node.has("FOCUSED"))
        desktop.type_text("Found some")
        self.send(program, self.office.path_of(CHAIRS, "/resolved-threads"), button="Resolve")
        self.shows(program, "Problem, Solved")
        self.shows(program, "Found some")
        program.wait_gone("text", "How was it solved?")
        program.wait_gone("push button", "Resolve…")
        self.assertEqual(self.bodies()[-1], {"thread_id": problem, "content": "<p>Found some</p>"})

    def test_older_ones_are_folded(self):
        self.thread[:] = [comment(f"x{n}", f"<p>Number {n} said</p>") for n in range(100)]
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.shows(program, "Number 90 said")
        self.assertFalse([n for n in program.all("label") if "Number 89 said" in n.text()])
        self.click_until(program, lambda: not program.has("push button", "Show 90 Older Comments"),
                         "push button", "Show 90 Older Comments")
        wait_until(lambda: any("Number 0 said" in node.text() for node in program.look().walk() if node.role == "label"),
                   "the first", details=program.describe)

    def test_a_draft_stays_with_its_task_and_outlives_a_crash(self):
        program = self.opened()
        self.write(program, "Half a thought")
        self.choose(program, LEASE)
        wait_until(lambda: self.written(program) == "", "another task's text", details=program.describe)
        self.choose(program, CHAIRS)
        wait_until(lambda: self.written(program) == "Half a thought", "its text", details=program.describe)
        wait_until(lambda: self.is_in_journal("Half a thought"), "the draft in the journal")
        program.process.kill()
        program.process.wait()
        program = self.start()
        self.choose(program, CHAIRS)
        wait_until(lambda: self.written(program) == "Half a thought", "its text", details=program.describe)
        self.assertEqual(self.office.writes(), [])

    def test_a_refusal_keeps_the_text(self):
        self.office.on("POST", self.path, Reply(403, {"message": "Only members may comment."}), None)
        program = self.opened()
        self.write(program, "May I?")
        self.send(program)
        self.shows(program, "Only members may comment.")
        self.assertEqual(self.written(program), "May I?")
        self.send(program)
        self.shows(program, "May I?")
        wait_until(lambda: self.written(program) == "", "an empty text", details=program.describe)
        self.assertEqual(len(self.thread), 2)

    def lose(self, acts):
        """The first request gets no answer, whether it acts or not."""
        on_comment = self.office.on_comment

        def once(*arguments):
            self.office.on_comment = on_comment
            if acts:
                on_comment(*arguments)
            return Reply(drop=True)

        self.office.on_comment = once

    def test_a_lost_answer_whose_comment_is_there(self):
        program = self.opened()
        self.write(program, "Lost or not")
        self.lose(acts=True)
        self.send(program)
        self.shows(program, "Lost or not")
        wait_until(lambda: self.written(program) == "", "an empty text", details=program.describe)
        self.assertEqual([len(self.office.writes()), len(self.thread)], [1, 2])

    def test_a_lost_answer_whose_comment_is_absent(self):
        program = self.opened()
        self.write(program, "Lost or not")
        self.lose(acts=False)
        self.send(program)
        self.shows(program, "the comment is not there")
        self.assertEqual([len(self.office.writes()), self.written(program)], [1, "Lost or not"])
        self.send(program, button="Send Again")
        wait_until(lambda: self.written(program) == "", "an empty text", details=program.describe)
        self.assertEqual([len(self.office.writes()), len(self.thread)], [2, 2])

    def test_a_lost_answer_that_cannot_be_looked_up(self):
        program = self.opened()
        self.write(program, "Lost or not")
        self.lose(acts=True)
        self.office.on("GET", self.office.path_of(CHAIRS), Reply(403, {"message": "No."}))
        self.send(program)
        self.shows(program, "looking it up failed")
        self.assertFalse(program.find("push button", SEND).sensitive)
        self.office.on("GET", self.office.path_of(CHAIRS), None)
        self.click_until(program, lambda: not program.has("push button", "Check Again"), "push button", "Check Again")
        self.shows(program, "Lost or not")
        self.assertEqual([len(self.office.writes()), len(self.thread)], [1, 2])

    def test_an_archived_task_is_read_only(self):
        program = self.signed_in()
        self.show_view(program, "Archived")
        self.choose(program, "Old receipts")
        self.shows(program, "Seen.")
        self.assertFalse(program.has("text", WRITE))
        self.assertFalse(program.has(name="Comment menu"))


class AgainstThePracticeServer(Case):
    """Which knows nothing of the client's code."""

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

    def thread(self, title):
        found, = (t for t in self.ask("tasks?per_page=100") if t["title"] == title)
        return self.ask(f"tasks/{found['id']}?with=threads")["threads"]["data"]

    def type_into(self, program, name, text, button):
        program.find("text", name, where=lambda node: node.has("FOCUSED"))
        desktop.type_text(text)
        wait_until(lambda: program.find("text", name).text() == text, "the text", details=program.describe)
        before = len(self.server.writes())
        self.click_until(program, lambda: len(self.server.writes()) > before, "push button", button)

    def test_a_comment_and_a_problem(self):
        title = "Send the signed lease to the landlord"
        program = self.start()
        self.give_token(program, self.server.token, self.server.address)
        self.choose(program, title)
        before = len(wait_until(lambda: self.thread(title), "the thread"))
        program.click(name="Task menu")
        program.click("menu item", "Report a Problem…")
        self.type_into(program, "What is the problem?", "The courier is ill", "Report")
        wait_until(lambda: len(self.thread(title)) == before + 1, "the problem")
        self.click_until(program, lambda: program.has("text", "How was it solved?"), "push button", "Resolve…")
        self.type_into(program, "How was it solved?", "I go myself", "Resolve")
        wait_until(lambda: len(self.thread(title)) == before + 2, "the solution")
        program.wait_gone("text", "How was it solved?")
        self.click_until(program, lambda: program.find("text", WRITE).has("FOCUSED"), "text", WRITE)
        self.type_into(program, WRITE, "All is well", SEND)
        wait_until(lambda: len(self.thread(title)) == before + 3, "the comment")
        problem, solution, said = self.thread(title)[before:]
        self.assertEqual([problem["label"], solution["label"], said["label"]], ["problem", "resolve", "comment"])
        self.assertEqual([problem["content"], solution["content"], said["content"]],
                         ["<p>The courier is ill</p>", "<p>I go myself</p>", "<p>All is well</p>"])


if __name__ == "__main__":
    tap.main()
