#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What the desktop offers on Docket's icon, as a desktop asks for it: over D-Bus, whether or not the program runs."""
import os
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import TOKEN  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.service import Service  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, RECEIPTS = "Send the signed lease", "Old receipts"


class DesktopActions(Case):
    def sign_in(self):
        """To whom the next start belongs."""
        subprocess.run([os.path.join(BUILD, "tests", "e2e", "sign-in"), self.office.address], input=f"{TOKEN}\n",
                       text=True, check=True, timeout=60, env={**os.environ, "HOME": self.home})

    def service(self, *action, **options):
        """Of a program that did not run."""
        service = Service(self.home, **options)
        self.programs.append(service)
        self.assertFalse(service.is_running())
        return service.start(*action)

    def test_new_task_starts_the_program(self):
        self.sign_in()
        program = self.service("new-task")
        program.dialog("New Task")
        desktop.type_text("Book the band")
        program.click("push button", "Create", where=lambda node: node.sensitive)
        self.row(program, "Book the band")
        self.assertIn("Book the band", self.office.titles())

    def test_new_task_in_the_running_program(self):
        program = self.signed_in()
        service = Service(self.home).adopt()
        self.assertEqual(service.process.pid, program.process.pid)
        service.activate_action("new-task")
        program.dialog("New Task")
        service.activate_action("new-task")
        desktop.type_text("Book")
        program.find("push button", "Create", where=lambda node: node.sensitive)
        self.assertEqual([node.name for node in program.windows()].count("New Task"), 1)

    def test_archived_starts_the_program(self):
        self.sign_in()
        program = self.service("archived")
        program.find(name="View: Archived")
        self.row(program, RECEIPTS)

    def test_archived_in_the_running_program(self):
        program = self.signed_in()
        self.open_search(program)
        desktop.type_text("lease")
        Service(self.home).activate_action("archived")
        program.find(name="View: Archived")
        self.row(program, RECEIPTS)

    def test_a_second_start_asks_for_the_same(self):
        program = self.signed_in()
        for option, shown in (("--archived", "View: Archived"), ("--new-task", "New Task")):
            subprocess.run([os.path.join(BUILD, "src", "docket"), option], env=program.environment, check=True, timeout=60)
            program.find(name=shown)

    def test_nobody_is_signed_in(self):
        program = self.service("new-task")
        program.find(name="Access token")
        self.assertEqual(len(program.windows()), 1)

    def test_a_service_without_a_window_ends(self):
        service = Service(self.home)
        self.programs.append(service)
        service.install().daemon("StartServiceByName", "su", "app.docket.Docket", 0)
        service.adopt()
        wait_until(lambda: service.process.poll() is not None, "the end of what nobody uses")
        self.assertFalse(os.path.exists(os.path.join(self.home, ".local/share/docket")))


class Remembered(Case):
    kept = {"GSETTINGS_BACKEND": "keyfile"}

    def test_the_task_that_was_open_is_open_again(self):
        program = self.signed_in(environment=self.kept)
        self.choose(program, "Order new chairs")
        program.quit()
        again = self.start(environment=self.kept)
        again.find("heading", "Order new chairs")
        again.find(name="View: To Do")

    def test_in_a_narrow_window_what_shows_is_remembered(self):
        program = self.signed_in(environment=self.kept)
        program.resize(400, 600)
        self.choose(program, "Order new chairs")
        program.quit()
        again = self.start(environment=self.kept)
        again.find("heading", "Order new chairs")
        desktop.key("alt+Left")
        self.row(again, LEASE)
        again.quit()
        third = self.start(environment=self.kept)
        self.row(third, LEASE)
        self.assertFalse(third.has("heading", "Order new chairs"))

    def test_one_that_is_gone_is_no_trouble(self):
        program = self.signed_in(environment=self.kept)
        self.choose(program, "Order new chairs")
        self.office.tasks.remove(self.office.by_title("Order new chairs"))
        program.quit()
        again = self.start(environment=self.kept)
        again.wait_gone("list item", containing="Order new chairs")
        self.row(again, LEASE)

    def test_search_is_not_remembered(self):
        program = self.signed_in(environment=self.kept)
        self.open_search(program)
        desktop.type_text("chairs")
        program.wait_gone("list item", containing=LEASE)
        program.quit()
        again = self.start(environment=self.kept)
        self.row(again, LEASE)
        self.assertFalse(again.has("entry", containing="Search"))


if __name__ == "__main__":
    tap.main()
