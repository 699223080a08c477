#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Search words: completed while they are typed, chosen from a menu, told where nothing is found, and remembered."""
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

ENTRY = "Search in To Do"
LEASE = "Send the signed lease"


class Search(Case):
    keyring = False

    def text(self, program, view="To Do"):
        return program.find(name=f"Search in {view}").text()

    def wait_for_entry(self, program, text, view="To Do"):
        wait_until(lambda: self.text(program, view) == text, f"“{text}” in the entry",
                   details=lambda: f"{self.text(program, view)}\n{program.describe()}")

    def type_anew(self, program, text, view="To Do"):
        self.open_search(program)
        desktop.key("ctrl+a")
        desktop.type_text(text)
        self.wait_for_entry(program, text, view)

    def test_completion(self):
        program = self.start("--practice")
        self.row(program, LEASE)
        self.type_anew(program, "is:overdue owner:to")
        program.find("list item", "Tomás Rivera")
        desktop.key("Return")
        program.wait_gone("list item", "Tomás Rivera")
        desktop.type_text("lease")
        self.wait_for_entry(program, 'is:overdue owner:"Tomás Rivera" lease')
        program.wait_gone("list item", containing="Call the caterer")
        self.row(program, LEASE)
        # The second one, by its key; then by the pointer.
        self.type_anew(program, "due:to")
        program.find("list item", "Due Tomorrow")
        desktop.key("Down", "Tab")
        self.wait_for_entry(program, "due:tomorrow ")
        desktop.type_text("tag:")
        program.find("list item", "Office")
        self.click_until(program, lambda: self.text(program) == "due:tomorrow tag:Office ", "list item", "Office")
        # Escape closes what is offered, and it stays closed; only then it is the search's.
        self.type_anew(program, "process:on")
        program.find("list item", "Onboarding: Noor Haddad")
        desktop.key("Escape")
        program.wait_gone("list item", "Onboarding: Noor Haddad")
        desktop.type_text("b")
        self.wait_for_entry(program, "process:onb")
        self.assertFalse(program.has("list item", "Onboarding: Noor Haddad"))
        desktop.key("Escape")
        self.wait_for_entry(program, "")
        desktop.key("Escape")
        program.wait_gone("entry", ENTRY)

    def choose_filter(self, program, *path):
        program.click(name="Filter", where=lambda node: node.role in ("push button", "toggle button"))
        for item in path:
            program.click(name=item, where=lambda node: node.popover() is not None)

    def test_filters(self):
        """The menu and the text are one thing; the next start has it again."""
        kept = {"GSETTINGS_BACKEND": "keyfile"}
        program = self.start("--practice", environment=kept)
        self.row(program, LEASE)
        self.type_anew(program, "lease is:open")
        self.choose_filter(program, "State", "Overdue")
        self.wait_for_entry(program, "is:overdue lease")
        program.wait_gone("list item", containing="Review homepage copy")
        # One that is left without a name goes when another is chosen.
        self.choose_filter(program, "Tag…")
        self.wait_for_entry(program, "is:overdue lease tag:")
        self.choose_filter(program, "Person…")
        self.wait_for_entry(program, "is:overdue lease owner:")
        program.find("list item", "Priya Nair")
        desktop.type_text("pri")
        desktop.key("Return")
        self.wait_for_entry(program, 'is:overdue lease owner:"Priya Nair" ')
        program.find("label", containing="No overdue task of")
        # Another person comes in her place.
        self.choose_filter(program, "Person…")
        self.wait_for_entry(program, "is:overdue lease owner:")
        # More of them than fit; what the keys go on to comes into view.
        place = program.find_at_rest("list item", "Aiko Tanaka").extents()
        desktop.key(*["Down"] * 9)
        program.find("list item", "Tomás Rivera", where=lambda node: node.has("SELECTED"))
        wait_until(lambda: all(node.extents()[1] < place[1] for node in program.all("list item", "Aiko Tanaka")),
                   "the first one moves up, and maybe out of sight", details=program.describe)
        desktop.key("Return")
        self.wait_for_entry(program, 'is:overdue lease owner:"Tomás Rivera" ')
        self.row(program, LEASE)
        self.choose_filter(program, "Clear Filters")
        self.wait_for_entry(program, "lease")
        self.type_anew(program, 'is:overdue owner:"Priya Nair" lease')
        program.click("push button", "Search All but Archived")
        program.find(name="View: All")
        program.click("push button", "Search Archived Tasks")
        program.find(name="View: Archived")
        # Back to where the search was begun.
        self.open_search(program)
        desktop.key("Escape")
        program.find(name="View: To Do")
        self.row(program, LEASE)
        for view, name in (("Processes", "Search processes"), ("History", "Search removals"), ("To Do", ENTRY)):
            self.show_view(program, view)
            program.find("entry", name)
        self.type_anew(program, "is:overdue lease")
        self.row(program, LEASE)
        program.wait_gone("list item", containing="Review homepage copy")
        program.quit()
        again = self.start("--practice", environment=kept)
        self.wait_for_entry(again, "is:overdue")
        self.row(again, LEASE)
        self.assertFalse(again.has("list item", containing="Review homepage copy"))

    def emphasised(self, program, text):
        """The part of a text on the screen that stands out, by what assistive technology is told of it."""
        node = program.find(containing=text, where=lambda node: node.role in ("label", "heading"))
        said, found, at = node.name, "", 0
        while at < len(said):
            attributes, start, end = node.call("org.a11y.atspi.Text", "GetAttributeRun", "ib", at, False)
            if "bg-color" in attributes:
                found += said[start:end]
            at = max(end, at + 1)
        return found

    def test_hits_stand_out_in_the_task(self):
        program = self.start("--practice")
        self.row(program, LEASE)
        self.type_anew(program, "courier")
        program.wait_gone("list item", containing="Call the caterer")
        program.click("list item", containing=LEASE)
        wait_until(lambda: self.emphasised(program, "The landlord needs the") == "courier", "the hit stands out",
                   details=lambda: self.emphasised(program, "The landlord needs the"))
        self.type_anew(program, "LANDLORD")
        wait_until(lambda: self.emphasised(program, "The landlord needs the") == "landlord", "another one does",
                   details=lambda: self.emphasised(program, "The landlord needs the"))
        self.assertEqual(self.emphasised(program, LEASE), "landlord")
        desktop.key("Escape")
        wait_until(lambda: self.emphasised(program, "The landlord needs the") == "", "none does")

    def test_more_hits_in_all(self):
        """A view may hold a part of what is looked for, which is not to be taken for all."""
        program = self.start("--practice")
        self.row(program, LEASE)
        self.type_anew(program, "owner:tom is:open")
        self.row(program, LEASE)
        program.wait_gone("list item", containing="Call the caterer")
        self.assertFalse(program.has("list item", containing="Book the trains"))
        program.click("push button", "Search in All")
        program.find(name="View: All")
        self.row(program, "Book the trains")
        program.wait_gone("push button", "Search in All")
        # Another filter, and another text, are looked for there, too; only an end of it leads back.
        self.choose_filter(program, "State", "Overdue")
        self.wait_for_entry(program, "owner:tom is:overdue", "All")
        program.wait_gone("list item", containing="Choose a new accounting program")
        self.row(program, "Book the trains")
        self.type_anew(program, "trains", "All")
        self.row(program, "Book the trains")
        program.find(name="View: All")
        desktop.key("Escape")
        program.find(name="View: To Do")

    def test_undo_with_the_focus_in_the_entry(self):
        """It has the focus as soon as no hit is left; what was done to the task is what comes back."""
        program = self.start("--practice")
        self.row(program, LEASE)
        self.type_anew(program, "lease")
        program.wait_gone("list item", containing="Call the caterer")
        desktop.key("Down")
        program.find("heading", containing=LEASE)
        desktop.key("Delete")
        program.wait_for_text("Task archived")
        program.find(name=ENTRY, where=lambda node: node.has("FOCUSED"))
        desktop.key("ctrl+z")
        self.row(program, LEASE)
        self.assertEqual(self.text(program), "lease")
        # What is typed since is the entry's again.
        self.type_anew(program, "catering")
        desktop.key("ctrl+z")
        wait_until(lambda: self.text(program) != "catering", "typing is taken back")


if __name__ == "__main__":
    tap.main()
