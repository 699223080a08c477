#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The settings: compiled where an uninstalled program looks for them, explained, and of the values it understands."""
import os
import re
import unittest
import xml.etree.ElementTree as xml

from gi.repository import Gio
from places import BUILD, ID, ROOT, built, read, run, source, strings, tap

XML = source(f"{ID}.gschema.xml")


class Settings(unittest.TestCase):
    def setUp(self):
        self.schema = Gio.SettingsSchemaSource.new_from_directory(built(), None, True).lookup(ID, False)

    def range_of(self, key):
        return self.schema.get_key(key).get_range().unpack()

    def test_strictly_valid(self):
        self.assertEqual(run("glib-compile-schemas", "--strict", "--dry-run", source()), (0, ""))

    def test_lie_where_the_program_looks(self):
        self.assertEqual(self.schema.get_path(), "/app/docket/Docket/")

    def test_each_is_explained_and_can_be_translated(self):
        catalogue = re.sub(r'"\n"', "", strings(XML))
        keys = xml.parse(XML).getroot().findall("schema/key")
        self.assertEqual(sorted(key.get("name") for key in keys), sorted(self.schema.list_keys()))
        for key in keys:
            for part in ("summary", "description"):
                text = key.findtext(part)
                self.assertTrue(text, f"{part} of {key.get('name')}")
                self.assertIn(f'"{text}"', catalogue)

    def test_views_are_those_of_the_list(self):
        table = read(os.path.join(ROOT, "src", "workspace", "docket-view.c"))
        views = re.findall(r'\[DOCKET_VIEW_\w+\] = "([a-z-]+)"', table)
        self.assertEqual(self.range_of("view"), ("enum", views))
        self.assertEqual(self.schema.get_key("view").get_default_value().unpack(), "to-do")

    def test_window_opens_no_smaller_than_it_can_be(self):
        kind, (smallest, _) = self.range_of("window-width")
        self.assertEqual((kind, smallest), ("range", 360))
        kind, (smallest, _) = self.range_of("window-height")
        self.assertEqual((kind, smallest), ("range", 288))

    def test_program_asks_for_no_other(self):
        used = set()
        for folder, _, names in os.walk(os.path.join(ROOT, "src", "ui")):
            for name in names:
                if name.endswith(".c"):
                    used |= set(re.findall(r'(?:g_settings_\w+ \((?:self->)?settings|add_setting \(self),\s+"([a-z-]+)"',
                                           read(os.path.join(folder, name))))
        self.assertEqual(used, set(self.schema.list_keys()))
        self.assertTrue(os.path.exists(os.path.join(BUILD, "data", "gschemas.compiled")))


if __name__ == "__main__":
    tap.main()
