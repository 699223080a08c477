# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What the end-to-end tests have in common: a home of its own for each, and what must be true after each."""
import os
import shutil
import stat
import subprocess
import tempfile
import unittest

from . import desktop, gtk
from .office import TOKEN, Office
from .program import BUILD, Docket
from .waiting import NeverCame, wait_until

ASKING = "Archive This Task Instead?"
SCHEMA = "app.docket.Docket"
WARNINGS = ("WARNING", "CRITICAL", "ERROR", "Traceback")


def stored_tokens():
    """What the keyring holds for Docket."""
    found = subprocess.run(["secret-tool", "search", "--all", "xdg:schema", SCHEMA], capture_output=True, text=True,
                           check=False, timeout=60)
    return found.stdout + found.stderr


class Case(unittest.TestCase):
    keyring = True
    program_kind = Docket
    own_folders = (".cache/docket", ".local/share/docket")

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="docket-e2e-")
        self.home = os.path.join(self.folder, "home")
        os.mkdir(self.home, 0o700)
        self.programs = []
        self.office = Office()
        self.secrets = [TOKEN]

    def tearDown(self):
        result = self._outcome.result
        if any(case is self for case, _ in result.failures + result.errors):
            self.take_picture(os.path.join(BUILD, "meson-logs", f"{self.id().rpartition('.')[2]}.png"))
        for program in self.programs:
            program.end()
        self.office.stop()
        if self.keyring:
            subprocess.run(["secret-tool", "clear", "xdg:schema", SCHEMA], check=False, timeout=60)
        try:
            self.check_what_is_left()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def take_picture(self, path):
        """Of what failed."""
        desktop.screenshot(path)

    def check_what_is_left(self):
        """No warning was printed, no token is in any file, and nobody else may read the files."""
        for program in self.programs:
            said = program.said()
            for line in said.splitlines():
                self.assertFalse(any(word in line for word in WARNINGS)
                                 and not any(noise in line for noise in gtk.NOISE), said)
        for folder, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    content = file.read()
                for secret in self.secrets:
                    if not path.endswith((".keyring", ".expected")):
                        self.assertNotIn(secret.encode(), content, f"the token is in {path}")
        for base in self.own_folders:
            self.check_modes(os.path.join(self.home, base))

    def check_modes(self, base):
        for folder, _, files in os.walk(base):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in files:
                path = os.path.join(folder, name)
                self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600, path)

    # Steps that many tests take.
    def start(self, *arguments, **options):
        program = self.program_kind(self.home, *arguments, **options)
        self.programs.append(program)
        return program.start()

    def click_until(self, program, done, *arguments, **options):
        """A click that came to nothing is tried again, as a person does who sees that nothing has happened. On a busy
        machine GTK 4.8 now and then focuses a button that is pressed, and does not take it for clicked."""
        clicked = 0
        while not done():
            self.assertLess(clicked, 5, program.describe())
            program.click(*arguments, **options)
            clicked += 1
            try:
                wait_until(done, "what the click is for", limit=5)
            except NeverCame:
                pass

    def open_advanced(self, program):
        self.click_until(program, lambda: program.has(name="Server address"), containing="Advanced")

    def give_token(self, program, token=TOKEN, address=None):
        """Fill in the sign-in page and press Continue."""
        address = address or self.office.address
        program.find(name="Access token")
        self.open_advanced(program)
        program.fill(None, "Server address", address)
        program.fill(None, "Access token", token)
        program.click("push button", "Continue")

    def show_token(self, program):
        """Newer versions tell of a token entry nothing but bullets until the person lets it be shown."""
        if gtk.TELLS_WHAT_SHOWS:
            program.click("push button", "Show Password")
            program.find("push button", "Hide Password")

    def typed_token(self, program):
        self.show_token(program)
        return program.find(name="Access token").text()

    def signed_in(self, *arguments, **options):
        """A program that shows the office's list, to a person who signed in before."""
        subprocess.run([os.path.join(BUILD, "tests", "e2e", "sign-in"), self.office.address], input=f"{TOKEN}\n",
                       text=True, check=True, timeout=60, env={**os.environ, "HOME": self.home})
        program = self.start(*arguments, **options)
        self.row(program, "Send the signed lease")
        return program

    def row(self, program, title):
        return program.find("list item", containing=title)

    @staticmethod
    def in_row(title):
        """What is in the row of the list whose name begins with this title."""
        return lambda node: any(around.role == "list item" and around.name.startswith(title)
                                for around in node.ancestors())

    def choose(self, program, title):
        """Click on a row and wait for its detail."""
        program.click("list item", containing=title)
        program.find("heading", title)

    def show_view(self, program, view):
        """Choose a view in the list's header."""
        program.click(containing="View: ")
        program.click(where=lambda node: node.popover() is not None and node.name.startswith(view)
                      and node.role in ("list item", "label", "push button", "radio button", "menu item"))
        program.find(name=f"View: {view}")

    def open_search(self, program):
        desktop.key("ctrl+f")
        program.find("entry", containing="Search", where=lambda node: node.has("FOCUSED"))

    def is_in_journal(self, text):
        """Whether a file of the program has it."""
        folder = os.path.join(self.home, ".local/share/docket")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                if text.encode() in file.read():
                    return True
        return False

    def open_delete_dialog(self, program, heading=ASKING):
        """By Shift+Delete, with the focus in the list."""
        desktop.key("shift+Delete")
        return program.dialog(heading)

    def wait_for_write(self, method, path):
        return wait_until(lambda: self.office.received(method, path), f"{method} {path}",
                          details=lambda: f"{self.office.received()}\n{self.programs[-1].describe()}")[0]

    def assert_writes(self, *expected):
        """The office received exactly these writes, in this order, each one once. A row leaves before its request is out:
        the last of them is waited for."""
        wait_until(lambda: len(self.office.writes()) >= len(expected), f"{len(expected)} writes",
                   details=lambda: self.office.writes())
        self.assertEqual([(r.method, r.target) for r in self.office.writes()], list(expected))

    def assert_headers(self, request, *more):
        """The three headers, each once and exactly so; beside them only what HTTP itself needs."""
        headers = sorted(request.headers)
        for header in (("Authorization", f"Bearer {TOKEN}"), ("Accept", "application/json"),
                       ("X-Tallyfy-Client", "APIClient"), *more):
            self.assertIn(header, headers)
            headers.remove(header)
        names = [name for name, _ in headers]
        self.assertEqual(len(names), len(set(names)), request.raw)
        self.assertLessEqual(set(names), {"Host", "Connection", "User-Agent", "Accept-Encoding"}, request.raw)
        self.assertRegex(dict(headers)["User-Agent"], r"^Docket/\d+\.\d+")
        self.assertEqual(request.body, b"")

    def until_gone(self, program, heading, act):
        """Again and again, as a person does: a press in the first half second counts for nothing."""
        def is_gone():
            if all(node.name != heading for node in program.windows()):
                return True
            act()
            return False

        wait_until(is_gone, f"the dialog “{heading}” gone", details=program.describe)

    def press_until_gone(self, program, name, heading=ASKING):
        self.until_gone(program, heading, lambda: desktop.key(name))

    def answer(self, program, button, heading=ASKING):
        """Click until the dialog takes it."""
        def click():
            for node in program.all("push button", button, where=in_dialog):
                if program.point_at(node):
                    desktop.press()

        self.until_gone(program, heading, click)


def in_dialog(node):
    return node.window() is not None and node.window().name != "Docket"
