# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""One run of Docket."""
import os
import subprocess
import time

from . import desktop, gtk
from .accessibility import Application, find_all
from .waiting import STEP, wait_until

BUILD = os.environ.get("DOCKET_BUILD", "build/check")
# Of somebody who has seen the introduction; and those that the program comes with.
SETTINGS = os.path.join(BUILD, "tests", "e2e", "settings")
FRESH_SETTINGS = os.path.join(BUILD, "data")
TRUE_PLACES = os.path.join(BUILD, "tests", "e2e", "libtrue-places.so")


class Docket:
    def __init__(self, home, *arguments, environment=None):
        self.home = home
        self.arguments = arguments
        self.log = os.path.join(home, os.pardir, f"{os.path.basename(home)}.stderr")
        self.environment = {**os.environ, "HOME": home, "G_DEBUG": gtk.DEBUG,
                            "GSETTINGS_SCHEMA_DIR": SETTINGS, **(environment or {})}
        if gtk.TELLS_WHAT_SHOWS:
            preloaded = [TRUE_PLACES, self.environment.get("LD_PRELOAD")]
            self.environment["LD_PRELOAD"] = ":".join(filter(None, preloaded))
        self.process = self.application = None

    def command(self):
        return [os.path.join(BUILD, "src", "docket"), *self.arguments]

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command(), stderr=log, stdout=log, stdin=subprocess.DEVNULL,
                                            env=self.environment)
        self.application = self.accessible_side()
        wait_until(self.look, "a window", details=self.said)
        return self

    def accessible_side(self):
        return Application(pid=self.process.pid)

    def window_search(self):
        """What xdotool finds its windows by."""
        return "--pid", self.process.pid, "--name", ""

    def look(self):
        status = self.process.poll()
        if status is not None:
            raise AssertionError(f"Docket has ended with status {status}\n{self.said()}")
        root = self.application.look()
        return root if root and root.children else None

    def windows(self):
        """Its toplevels: the main window and dialogs. A look that met a change is taken again."""
        root = wait_until(self.look, "a window", details=self.said)
        return root.children + [node for node in root.walk() if node.is_inner_dialog()]

    def said(self):
        """All that it wrote to stdout and stderr."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def describe(self):
        root = self.look()
        return f"{root.dump() if root else 'no window'}\n{self.said()}"

    # Looking.
    def all(self, role=None, name=None, **options):
        """What is on the screen of this role and name."""
        return [node for node in find_all(self.look(), role, name, **options) if node.on_screen()]

    def has(self, role=None, name=None, **options):
        return bool(self.all(role, name, **options))

    def find(self, role=None, name=None, **options):
        """Wait for the first such node to be on the screen."""
        return wait_until(lambda: next(iter(self.all(role, name, **options)), None),
                          f"{role or 'node'} {name or options} on the screen", details=self.describe)

    def wait_gone(self, role=None, name=None, **options):
        wait_until(lambda: not self.has(role, name, **options),
                   f"{role or 'node'} {name or options} gone from the screen", details=self.describe)

    def wait_for_text(self, text):
        """A label with this text in it, somewhere on the screen."""
        return self.find(None, containing=text)

    def dialog(self, heading):
        """A toplevel of its own with this title."""
        return wait_until(lambda: next((node for node in self.windows() if node.name == heading), None),
                          f"a dialog “{heading}”", details=self.describe)

    def wait_dialog_gone(self, heading):
        wait_until(lambda: all(node.name != heading for node in self.windows()),
                   f"the dialog “{heading}” gone", details=self.describe)

    def focused(self):
        """The node that has the focus in the window on top, or None (also where it is in a text field)."""
        return next(iter(find_all(self.look(), where=lambda node: node.has("FOCUSED"))), None)

    # Doing.
    def point_at(self, node):
        """Move the pointer to its middle. False where it is no longer on the screen."""
        place = desktop.place_of(node, self)
        if place:
            desktop.move_pointer(place[0] + place[2] // 2, place[1] + place[3] // 2)
        return bool(place)

    def point_at_rest(self, role=None, name=None, **options):
        """Wait for it, sensitive and at rest, and move the pointer onto it. A frame that comes late may have moved it
        away from under the pointer: then once more."""
        def point():
            node = self.find_at_rest(role, name, **options)
            place = desktop.place_of(node, self)
            return node if place and self.point_at(node) and desktop.place_of(node, self) == place else None

        return wait_until(point, f"{role or 'node'} {name or options} below the pointer", details=self.describe)

    def click(self, role=None, name=None, button=1, **options):
        """Wait for it, sensitive and at rest, and click on it with the pointer."""
        node = self.point_at_rest(role, name, **options)
        desktop.press(button)
        return node

    def double_click(self, role=None, name=None, **options):
        self.point_at_rest(role, name, **options)
        desktop.double_press()

    def find_at_rest(self, role=None, name=None, where=lambda node: True, **options):
        """The node once it can be used and has stopped moving: windows, popovers and panes slide into place."""
        def check():
            for node in self.all(role, name, where=lambda n: n.sensitive and where(n), **options)[:1]:
                if self.rests(node):
                    return node
            return None

        return wait_until(check, f"{role or 'node'} {name or options}, sensitive", details=self.describe)

    def rests(self, node):
        """Is it in the same place in three looks, and at the last one still what a pointer meets there?"""
        places = []
        for _ in range(3):
            places.append(desktop.place_of(node, self))
            if not places[-1] or places[-1] != places[0]:
                return False
            time.sleep(STEP)
        return node.on_screen()

    def fill(self, role, name, text):
        """Click into an entry and type."""
        self.click(role, name)
        desktop.key("ctrl+a")
        desktop.type_text(text)

    def resize(self, width, height):
        """The main window's content becomes this large. GTK 4.8 adds a frame of 5 px on each side."""
        main = self.windows()[0]
        window = next(w for w in desktop.windows_of(self) if w.name == main.name)
        frame = window.width - main.extents()[2]
        window.resize(width + frame, height + frame)

    # The end.
    def quit(self):
        """As a person does: the main window's Ctrl+Q; its own exit status must be 0."""
        desktop.key("ctrl+q")
        status = self.process.wait(60)
        if status != 0:
            raise AssertionError(f"Docket ended with status {status}\n{self.said()}")

    def end(self):
        """Make sure that it no longer runs."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
