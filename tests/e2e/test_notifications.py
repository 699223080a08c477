#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What a desktop is told of deadlines, and what it is asked before the program runs without a window."""
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.accessibility import find_all  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ORGANIZATION, TOKEN  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.service import ID, Service  # noqa: E402
from docket_e2e.shell import Shell  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

LEASE, CHAIRS, ROOM = "Send the signed lease", "Order new chairs", "Book the meeting room"
KEPT = {"GSETTINGS_BACKEND": "keyfile"}
SOON = 15  # seconds: a program starts, and its window is put away


class DesktopCase(Case):
    shell_options = {}

    def setUp(self):
        super().setUp()
        self.shell = Shell(**self.shell_options)

    def tearDown(self):
        super().tearDown()
        self.shell.stop()

    def settings_file(self):
        return os.path.join(self.home, ".config/glib-2.0/settings/keyfile")

    def set(self, **settings):
        os.makedirs(os.path.dirname(self.settings_file()))
        with open(self.settings_file(), "w", encoding="utf-8") as file:
            file.write("[app/docket/Docket]\n")
            file.writelines(f"{name.replace('_', '-')}={value}\n" for name, value in settings.items())

    def setting(self, name):
        with open(self.settings_file(), encoding="utf-8") as file:
            return dict(line.strip().split("=", 1) for line in file if "=" in line).get(name)

    def due_soon(self, *titles):
        moment = datetime.now(timezone.utc) + timedelta(seconds=SOON)
        for title in titles:
            self.office.by_title(title)["deadline"] = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        return moment

    def put_away(self, program):
        window = next(w for w in desktop.windows_of(program) if w.name == program.windows()[0].name)
        window.minimize()
        wait_until(lambda: not desktop.windows_of(program), "no window to be seen")

    def in_background(self, *titles):
        """A program whose window is put away, and to which these tasks are told when they are due."""
        self.set(notify_deadlines="true")
        self.due_soon(*titles)
        program = self.signed_in(environment=KEPT)
        self.put_away(program)
        return program

    def wait_for(self, *titles):
        wait_until(lambda: self.shell.titles() == sorted(titles), f"notifications {titles}",
                   details=lambda: f"{self.shell.notifications}\n{self.programs[-1].said()}")

    def notification(self, title):
        return next(n for n in self.shell.notifications.values() if n["title"] == title)

    def id_of(self, title):
        return self.office.by_title(title)["id"]


class Notifications(DesktopCase):
    def test_a_task_that_is_due(self):
        program = self.in_background(LEASE)
        self.wait_for(LEASE)
        told = self.notification(LEASE)
        self.assertEqual((told["default-action"], told["default-action-target"]), ("app.show-task", self.id_of(LEASE)))
        self.assertEqual([(button["label"], button["action"], button["target"]) for button in told["buttons"]],
                         [("Complete", "app.complete-task", self.id_of(LEASE)),
                          ("Snooze for an Hour", "app.snooze-task", self.id_of(LEASE))])
        self.assertRegex(told["body"], r"^(Late since|Due at) \d\d:\d\d$")
        Service(self.home).activate_action("show-task", self.id_of(LEASE))
        program.find("heading", LEASE)

    def test_completed_from_there(self):
        self.in_background(LEASE)
        self.wait_for(LEASE)
        Service(self.home).activate_action("complete-task", self.id_of(LEASE))
        self.wait_for()
        self.assert_writes(("POST", f"/organizations/{ORGANIZATION}/completed-tasks"))

    def test_what_cannot_be_completed_is_shown(self):
        program = self.in_background(LEASE)
        self.wait_for(LEASE)
        self.office.on("POST", f"/organizations/{ORGANIZATION}/completed-tasks",
                       Reply(403, {"error": True, "message": "You may not do this."}))
        Service(self.home).activate_action("complete-task", self.id_of(LEASE))
        program.find("heading", LEASE)
        program.wait_for_text("You may not do this.")

    def test_snoozed(self):
        self.in_background(LEASE)
        self.wait_for(LEASE)
        Service(self.home).activate_action("snooze-task", self.id_of(LEASE))
        self.wait_for()
        self.assertEqual(self.office.writes(), [])

    def test_settled_elsewhere(self):
        program = self.in_background(LEASE)
        self.wait_for(LEASE)
        self.office.by_title(LEASE).update(status="completed", completed_at="2026-03-01T10:00:00Z",
                                           last_updated=f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}")
        Service(self.home).activate_action("archived")
        program.find(name="View: Archived")
        desktop.key("ctrl+r")
        self.wait_for()

    def test_many_are_one(self):
        self.office.tasks += [{**self.office.by_title(LEASE), "id": f"{n:032x}", "title": f"Task {n}"} for n in (71, 72)]
        program = self.in_background(LEASE, CHAIRS, ROOM, "Task 71", "Task 72")
        self.wait_for("5 tasks are due")
        told = self.notification("5 tasks are due")
        self.assertEqual((told["default-action"], told["default-action-target"]), ("app.show-view", "overdue"))
        self.assertEqual(len(told["body"].split("\n")), 3)
        Service(self.home).activate_action("show-view", "overdue")
        program.find(name="View: Overdue")
        self.row(program, "Task 72")

    def test_none_while_the_window_is_in_front(self):
        self.set(notify_deadlines="true")
        moment = self.due_soon(LEASE)
        program = self.signed_in(environment=KEPT)
        wait_until(lambda: int((self.setting("notified-until") or "0").split()[-1]) >= int(moment.timestamp()),
                   "the deadline noticed", details=program.describe)
        # What it does later shows that what it would have told by then is there.
        Service(self.home).activate_action("show-view", "archived")
        self.row(program, "Old receipts")
        self.assertEqual(self.shell.shown, [])

    def test_off_by_default(self):
        moment = self.due_soon(LEASE)
        program = self.signed_in(environment=KEPT)
        self.put_away(program)
        wait_until(lambda: datetime.now(timezone.utc) > moment + timedelta(seconds=3), "the deadline passed")
        self.assertEqual(self.shell.shown, [])
        self.assertEqual(self.shell.requests, [])

    def test_a_closed_window_ends_it_all(self):
        self.in_background(LEASE)
        self.wait_for(LEASE)
        program = self.programs[-1]
        Service(self.home).activate_action("show-task", self.id_of(CHAIRS))
        program.find("heading", CHAIRS)
        desktop.key("ctrl+w")
        program.process.wait(60)
        self.wait_for()


class BackgroundCase(DesktopCase):
    def open_page(self):
        program = self.signed_in(environment=KEPT)
        desktop.key("ctrl+comma")
        program.dialog("Preferences")
        program.click(None, "Notifications", where=lambda node: node.role in ("radio button", "toggle button", "page tab"))
        program.find("label", "Notify of Deadlines")
        return program

    def turn_on(self, program, name):
        program.click("label", name)


class Background(BackgroundCase):
    def test_the_desktop_is_asked(self):
        program = self.open_page()
        self.turn_on(program, "Notify of Deadlines")
        self.turn_on(program, "Keep Running")
        wait_until(lambda: self.setting("run-in-background") == "true", "it is allowed", details=program.describe)
        request = self.shell.requests[-1]
        self.assertEqual((request["reason"], request["autostart"]), ("Tell you when tasks are due", False))
        self.assertEqual(request["commandline"], ["docket", "--gapplication-service"])
        self.turn_on(program, "Start When You Log In")
        wait_until(lambda: self.setting("start-at-login") == "true", "it starts at login", details=program.describe)
        self.assertTrue(self.shell.requests[-1]["autostart"])
        desktop.key("Escape")
        program.find("list item", containing=CHAIRS, where=lambda node: node.sensitive)
        self.stays_without_a_window(program)

    def stays_without_a_window(self, program):
        desktop.key("ctrl+w")
        wait_until(lambda: self.shell.statuses, "a status")
        wait_until(lambda: not desktop.windows_of(program), "no window")
        self.assertIsNone(program.process.poll())
        self.assertLessEqual(max(len(status) for status in self.shell.statuses), 96)
        Service(self.home).activate_action("show-task", self.id_of(CHAIRS))
        wait_until(lambda: desktop.windows_of(program), "a window again")
        # GTK 4.8 does not tell where things are in a second window.
        wait_until(lambda: find_all(program.look(), "heading", CHAIRS), "the task in it", details=program.describe)
        program.quit()

    def test_it_starts_and_tells_without_a_window(self):
        self.set(notify_deadlines="true", run_in_background="true")
        subprocess.run([os.path.join(BUILD, "tests", "e2e", "sign-in"), self.office.address], input=f"{TOKEN}\n",
                       text=True, check=True, timeout=60, env={**os.environ, "HOME": self.home})
        self.due_soon(LEASE)
        service = Service(self.home, environment=KEPT).install()
        self.programs.append(service)
        service.daemon("StartServiceByName", "su", ID, 0)
        service.adopt()
        self.wait_for(LEASE)
        self.assertEqual(desktop.windows_of(service), [])
        self.assertTrue(any(status.startswith("Next deadline: Today, ") for status in self.shell.statuses),
                        self.shell.statuses)

    def test_it_does_not_stay_where_nobody_is_signed_in(self):
        self.set(notify_deadlines="true", run_in_background="true")
        service = Service(self.home, environment=KEPT).install()
        self.programs.append(service)
        service.daemon("StartServiceByName", "su", ID, 0)
        service.adopt()
        wait_until(lambda: service.process.poll() is not None, "its end")


class Refused(BackgroundCase):
    shell_options = {"allows": False}

    def test_the_desktop_is_asked(self):
        program = self.open_page()
        self.turn_on(program, "Notify of Deadlines")
        self.turn_on(program, "Keep Running")
        program.wait_for_text("Your desktop does not allow it")
        self.assertNotEqual(self.setting("run-in-background"), "true")
        desktop.key("Escape")
        program.find("list item", containing=CHAIRS, where=lambda node: node.sensitive)
        desktop.key("ctrl+w")
        program.process.wait(60)


if __name__ == "__main__":
    tap.main()
