#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A permanent deletion that is asked again, since nothing was sent; and the copy that is kept."""
import os
import sqlite3
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case, in_dialog  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"
KEEP = "Keep a copy on this computer"
BROKEN = Reply(500, "<html>Bad day</html>", [("Content-Type", "text/html")])


class DeleteAgain(Case):
    def dialog(self):
        """The question, once the answer can be given."""
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        program.wait_for_text("1 form field, 1 answer and 1 comment")
        return program

    def keeps_copy(self, program):
        return program.find("check box", KEEP).has("CHECKED")

    def focus_switch(self, program):
        """With Tab, from the safe answer, which is before it. No press counts in the first half second."""
        while not program.has("check box", KEEP, where=lambda node: node.has("FOCUSED")):
            desktop.key("Tab")

    def press_delete(self, program, name="Delete Permanently"):
        """Click until it is taken: the dialog goes, and may come again."""
        button = program.find_at_rest("push button", name, where=in_dialog)
        window = button.window().path

        def gone():
            program.point_at(button)
            desktop.press()
            return all(node.path != window for node in program.windows())

        wait_until(gone, "the dialog gone", details=program.describe)

    def kept(self):
        """The copies in the journal."""
        journal = sqlite3.connect(f"file:{os.path.join(self.home, '.local/share/docket/journal.db')}?mode=ro", uri=True)
        try:
            return [row[0] for row in journal.execute("SELECT json FROM copy")]
        finally:
            journal.close()

    def test_a_copy_is_kept(self):
        path = self.office.path_of(CHAIRS, "/delete")
        program = self.dialog()
        program.wait_for_text("To read later, or to create the task again")
        self.press_delete(program)
        program.wait_for_text("Task deleted permanently, copy kept")
        [copy] = self.kept()
        self.assertIn(CHAIRS.encode(), copy)
        self.assertIn(b"Seen.", copy)
        self.assert_writes(("DELETE", path))

    def test_without_a_copy(self):
        """Space switches it off, with the focus coming from the safe answer by Tab."""
        path = self.office.path_of(CHAIRS, "/delete")
        program = self.dialog()
        program.find("push button", "Archive", where=lambda node: node.has("FOCUSED") and in_dialog(node))
        self.focus_switch(program)
        self.assertTrue(self.keeps_copy(program))
        desktop.key("space")
        program.wait_for_text("No copy will exist anywhere")
        self.press_delete(program)
        program.wait_gone("list item", containing=CHAIRS)
        self.assertFalse(program.has(containing="copy kept"))
        self.assertEqual(self.kept(), [])
        self.assert_writes(("DELETE", path))

    def test_enter_on_the_switch_is_the_safe_answer(self):
        program = self.dialog()
        self.focus_switch(program)
        self.press_until_gone(program, "Return")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", self.office.path_of(CHAIRS)))

    def test_top_secret_keeps_no_copy_unasked(self):
        self.office.by_title(CHAIRS)["top_secret"] = True
        program = self.dialog()
        program.wait_for_text("top secret")
        self.assertFalse(self.keeps_copy(program))
        self.press_until_gone(program, "Escape")
        self.assert_writes()

    def test_changed_meanwhile(self):
        path = self.office.path_of(CHAIRS, "/delete")
        chairs = self.office.by_title(CHAIRS)
        program = self.dialog()
        chairs["threads"]["data"].append({**chairs["threads"]["data"][0], "id": "c2", "content": "<p>Wait!</p>"})
        chairs["threads_count"] = 2
        self.press_delete(program)
        program.wait_for_text("1 comment is new")
        program.wait_for_text("1 form field, 1 answer and 2 comments")
        self.assert_writes()
        self.press_delete(program)
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", path))

    def test_no_copy_could_be_made(self):
        path = self.office.path_of(CHAIRS)
        program = self.dialog()
        self.office.on("GET", path, BROKEN)
        self.press_delete(program)
        program.wait_for_text("No copy could be made, so nothing was deleted.")
        self.assertFalse(program.has("push button", "Delete Permanently", where=in_dialog))
        self.assert_writes()
        self.office.on("GET", path, None)
        self.press_delete(program, "Try Again")
        program.wait_for_text("copy kept")
        self.assert_writes(("DELETE", f"{path}/delete"))

    def test_gone_meanwhile(self):
        """Somebody else removes it while the dialog is open; there is nothing to archive."""
        path = self.office.path_of(CHAIRS)
        program = self.dialog()
        self.office.tasks.remove(self.office.by_title(CHAIRS))
        self.answer(program, "Archive")
        program.dialog("Task Already Gone")
        self.answer(program, "Close", "Task Already Gone")
        program.wait_gone("list item", containing=CHAIRS)
        self.assert_writes(("DELETE", path))


if __name__ == "__main__":
    tap.main()
