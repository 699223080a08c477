#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""F1, and what About Docket tells of the program and of nobody."""
import os
import re
import shutil
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.office import ME, ORGANIZATION, TOKEN  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHAIRS = "Order new chairs"
NO_HELP = "Help Cannot Be Shown"


class Help(Case):
    def install_pages(self):
        """Where a help viewer of this person's looks for them."""
        folder = os.path.join(self.home, ".local", "share", "help", "C", "docket")
        shutil.copytree(os.path.join(ROOT, "help", "C"), folder)
        return folder

    def write(self, path, content):
        path = os.path.join(self.home, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)

    def hide_viewers(self):
        """Those that this computer may have."""
        self.write(".config/mimeapps.list", "[Removed Associations]\nx-scheme-handler/help=yelp.desktop;org.gnome.Yelp.desktop;\n")

    def install_viewer(self):
        """One that only writes down what it was to show."""
        asked_for = os.path.join(self.folder, "asked-for")
        for path, content in (
                ("viewer", f'#!/bin/sh\necho "$1" >>{asked_for}\n'),
                (".local/share/applications/viewer.desktop",
                 f"[Desktop Entry]\nType=Application\nName=Viewer\nExec={self.home}/viewer %u\n"
                 "MimeType=x-scheme-handler/help;\n"),
                (".config/mimeapps.list", "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n")):
            self.write(path, content)
        os.chmod(os.path.join(self.home, "viewer"), 0o700)
        return asked_for

    def wait_asked(self, path, times):
        def asked():
            if not os.path.exists(path):
                return False
            with open(path, encoding="utf-8") as file:
                return file.read() == "help:docket\n" * times

        wait_until(asked, "the viewer to be asked", details=self.programs[-1].describe)

    def test_it_opens_in_the_viewer(self):
        self.install_pages()
        asked_for = self.install_viewer()
        program = self.signed_in()
        desktop.key("F1")
        self.wait_asked(asked_for, 1)
        program.click("push button", "Main menu")
        program.click("menu item", "Help")
        self.wait_asked(asked_for, 2)
        self.assertFalse(program.has(name=NO_HELP))

    def test_it_opens_before_anybody_signed_in(self):
        self.install_pages()
        asked_for = self.install_viewer()
        program = self.start()
        program.find("push button", "Continue")
        desktop.key("F1")
        self.wait_asked(asked_for, 1)

    def test_without_a_viewer_it_says_where_the_pages_are(self):
        folder = self.install_pages()
        self.hide_viewers()
        program = self.signed_in()
        desktop.key("F1")
        program.dialog(NO_HELP)
        program.wait_for_text(f"The pages are in {folder}.")
        self.press_until_gone(program, "Escape", NO_HELP)
        self.row(program, CHAIRS)

    def test_without_pages_it_says_so(self):
        asked_for = self.install_viewer()
        program = self.signed_in()
        desktop.key("F1")
        program.dialog(NO_HELP)
        program.wait_for_text("The help pages are not installed.")
        self.assertFalse(os.path.exists(asked_for))

    def test_the_main_menu_ends_as_everywhere(self):
        program = self.signed_in()
        program.click("push button", "Main menu")
        program.find_at_rest("menu item", "About Docket")
        items = [node.name for node in program.all("menu item")]
        self.assertEqual(items[-4:], ["Preferences", "Keyboard Shortcuts", "Help", "About Docket"])


class About(Case):
    def debug_text(self, program):
        program.click("push button", "Main menu")
        program.click("menu item", "About Docket")
        program.wait_for_text("The Docket developers")
        self.click_until(program, lambda: program.has(None, "Debugging Information"), containing="Troubleshooting")
        self.click_until(program, lambda: program.has(containing="Copy Text"), "list item", containing="Debugging Information")
        return next(node.text() for node in program.all("text") if "Docket " in node.text())

    def test_the_debugging_information_tells_of_nobody(self):
        program = self.signed_in()
        self.choose(program, CHAIRS)
        text = self.debug_text(program)
        for line in (r"Docket \d+\.\d+\.\d+", r"GTK 4\.\d+\.\d+", r"libadwaita 1\.\d+\.\d+", r"GLib 2\.\d+\.\d+",
                     r"libsoup 3\.\d+\.\d+", r"SQLite 3\.\d+\.\d+", r"Display: Gdk\w+", r"Renderer: Gsk\w+", r"Language: \S+",
                     r"Sandbox: none", r"Portals: not used", r"Cache: [1-9]\d* kB in \d+ files",
                     r"History and copies: \d+ kB in \d+ files"):
            self.assertRegex(text, rf"(?m)^{line}$")
        host, _, port = self.office.address.removeprefix("http://").partition(":")
        for private in (TOKEN, ORGANIZATION, host, port.rstrip("/"), "localhost", self.home, CHAIRS, *self.office.titles(),
                        *(organization["name"] for organization in self.office.organizations),
                        *(str(ME[key]) for key in ("email", "first_name", "last_name"))):
            self.assertNotIn(private.lower(), text.lower())
        self.assertNotRegex(text, r"@|https?:|[0-9a-f]{32}")

    def test_it_tells_what_is_new(self):
        """The newest release of the metainfo."""
        with open(os.path.join(ROOT, "data", "app.docket.Docket.metainfo.xml.in"), encoding="utf-8") as file:
            newest = re.search(r"<release .*?</release>", file.read(), re.DOTALL)[0]
        first = " ".join(re.search(r"<(?:p|li)>(.*?)</", newest, re.DOTALL)[1].split())
        program = self.start()
        program.click("push button", "Main menu")
        program.click("menu item", "About Docket")
        program.wait_for_text("The Docket developers")
        self.click_until(program, lambda: program.has("text", where=lambda node: first in node.text()), "list item",
                         containing="What’s New")


if __name__ == "__main__":
    tap.main()
