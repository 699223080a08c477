#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The desktop entry and the D-Bus service that it relies on."""
import configparser
import os
import unittest

from places import DOCKET, ID, ROOT, built, read, run, source, strings, tap

ENTRY = built(f"{ID}.desktop")


def keys(path, group):
    file = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
    file.optionxform = str
    file.read(path, encoding="utf-8")
    return dict(file[group])


class Entry(unittest.TestCase):
    def setUp(self):
        self.entry = keys(ENTRY, "Desktop Entry")

    def test_is_valid_without_a_hint(self):
        self.assertEqual(run("desktop-file-validate", ENTRY), (0, ""))

    def test_starts_the_program_by_its_name(self):
        self.assertEqual(self.entry["Exec"], os.path.basename(DOCKET))
        self.assertEqual(self.entry["DBusActivatable"], "true")
        self.assertEqual(self.entry["StartupNotify"], "true")
        self.assertEqual(self.entry["X-GNOME-SingleWindow"], "true")

    def test_has_the_icon_that_is_installed(self):
        self.assertEqual(self.entry["Icon"], ID)
        self.assertTrue(os.path.exists(source("icons", "hicolor", "scalable", "apps", f"{ID}.svg")))

    def test_stands_among_office_programs(self):
        self.assertEqual(self.entry["Categories"], "Office;ProjectManagement;")
        self.assertEqual({"NoDisplay", "Hidden", "OnlyShowIn", "NotShowIn"} & set(self.entry), set())

    def test_is_found_by_words_of_its_own(self):
        words = self.entry["Keywords"].rstrip(";").split(";")
        self.assertIn("todo", words)
        self.assertEqual(len(words), len({word.casefold() for word in words}))

    def test_offers_actions_of_the_program(self):
        names = self.entry["Actions"].rstrip(";").split(";")
        self.assertEqual(names, ["new-task", "archived"])
        catalogue = strings(source(f"{ID}.desktop.in"))
        application = read(os.path.join(ROOT, "src", "ui", "docket-application.c"))
        for name in names:
            action = keys(ENTRY, f"Desktop Action {name}")
            # Where no D-Bus starts it, an option does the same.
            self.assertEqual(action["Exec"], f"{self.entry['Exec']} --{name}")
            self.assertIn(f'msgid "{action["Name"]}"', catalogue)
            self.assertIn(f'.name = "{name}", .activate', application)

    def test_can_be_translated(self):
        catalogue = strings(source(f"{ID}.desktop.in"))
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            self.assertIn(f'msgid "{self.entry[key]}"', catalogue)
        self.assertNotIn(f'msgid "{ID}"', catalogue)


class Service(unittest.TestCase):
    def test_has_the_name_of_the_entry(self):
        service = keys(built(f"{ID}.service"), "D-BUS Service")
        self.assertEqual(service["Name"], ID)
        program, *arguments = service["Exec"].split()
        self.assertTrue(os.path.isabs(program), program)
        self.assertEqual(os.path.basename(program), os.path.basename(DOCKET))
        self.assertEqual(arguments, ["--gapplication-service"])


if __name__ == "__main__":
    tap.main()
