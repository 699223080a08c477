#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The program in other languages: its words, its dates, and the direction that it runs in."""
import gettext
import os
import subprocess
import sys
import tempfile

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402

CATALOGUES = os.path.abspath(os.path.join(BUILD, "po"))
TITLE = "Send the signed lease to the landlord"  # the first task of the practice workspace
SOURCES = "/usr/share/i18n/locales"


LOCALES = {"ar": "ar_EG", "de": "de_DE", "es": "es_ES", "fr": "fr_FR", "ja": "ja_JP", "pt_BR": "pt_BR", "uk": "uk_UA",
           "zh_CN": "zh_CN"}


class Languages(Case):
    keyring = False

    def speak(self, language, locale):
        """The environment of somebody who has the system in this language; self.say() translates into it."""
        if not os.path.exists(os.path.join(SOURCES, locale)):
            self.skipTest("the C library has no sources of locales here: install “locales”")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        subprocess.run(["localedef", "-i", locale, "-f", "UTF-8", os.path.join(folder.name, f"{locale}.UTF-8")],
                       check=True, capture_output=True)
        catalogue = gettext.translation("docket", CATALOGUES, [language])
        self.say = lambda text, context=None: (catalogue.pgettext(context, text) if context else catalogue.gettext(text))
        return {"LANGUAGE": language, "LC_ALL": f"{locale}.UTF-8", "LOCPATH": folder.name, "DOCKET_LOCALEDIR": CATALOGUES}

    def practice(self, language, locale):
        program = self.start("--practice", environment=self.speak(language, locale))
        program.find(name=self.say("Main menu"))
        self.assertNotEqual(self.say("Main menu"), "Main menu")
        self.assertIn(self.say("you", "last of several assignees"), program.find("list item", containing=TITLE).name)
        return program

    def middle(self, node):
        x, _, width, _ = node.extents()
        return x + width / 2

    def try_deadline(self, program, words, moment):
        """A new task's deadline, as one says it in this language."""
        desktop.key("ctrl+n")
        program.click("list item", self.say("Deadline"))
        program.find("text", self.say("Deadline in words"), where=lambda node: node.has("FOCUSED"))
        desktop.type_text(words)
        desktop.key("Return")
        program.find("label", moment)

    def test_german(self):
        program = self.practice("de", "de_DE")
        self.try_deadline(program, "1. Juni 2031 um 15 Uhr", "Sonntag, 1. Juni 2031, 15:00")

    def test_japanese(self):
        program = self.practice("ja", "ja_JP")
        self.try_deadline(program, "2031/6/1 15:00", "2031年6月1日(日) 15:00")

    def test_each_shows_its_dialogs(self):
        """Without a complaint of GTK about what does not fit: that ends the program."""
        for language, locale in LOCALES.items():
            program = self.practice(language, locale)
            asking = self.say("Archive This Task Instead?", "one task")
            program.click("list item", containing=TITLE)
            program.find_at_rest("heading", containing=TITLE)
            desktop.key("shift+Delete")
            program.find_at_rest(containing=asking)
            self.press_until_gone(program, "Escape", asking)
            desktop.key("ctrl+n")
            program.find_at_rest("text", self.say("Title"))
            desktop.key("Escape")
            program.wait_gone("text", self.say("Title"))
            program.quit()

    def test_arabic_runs_from_right_to_left(self):
        program = self.practice("ar", "ar_EG")
        row = program.find_at_rest("list item", containing=TITLE)
        program.point_at(row)
        desktop.press()
        self.assertGreater(self.middle(row), self.middle(program.find_at_rest("heading")))


if __name__ == "__main__":
    tap.main()
