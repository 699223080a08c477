#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The Flatpak manifest parses, asks for what was agreed on and for nothing more, and builds this tree."""
import os
import sys
import unittest

import yaml

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402

ID = "app.docket.Docket"
FOLDER = os.path.join(os.path.dirname(TESTS), "flatpak")


class Manifest(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(FOLDER, f"{ID}.yml"), encoding="utf-8") as file:
            self.manifest = yaml.safe_load(file)

    def test_is_named_after_the_application(self):
        self.assertEqual(self.manifest["id"], ID)
        self.assertEqual(self.manifest["command"], "docket")

    def test_permissions_are_exactly_these(self):
        self.assertEqual(sorted(self.manifest["finish-args"]),
                         ["--device=dri", "--share=ipc", "--share=network", "--socket=fallback-x11",
                          "--socket=wayland"])

    def test_stands_on_the_gnome_runtime(self):
        self.assertEqual(self.manifest["runtime"], "org.gnome.Platform")
        self.assertEqual(self.manifest["sdk"], "org.gnome.Sdk")
        self.assertIsInstance(self.manifest["runtime-version"], str)

    def test_builds_this_tree_and_nothing_else(self):
        [module] = self.manifest["modules"]
        self.assertEqual(module["buildsystem"], "meson")
        [source] = module["sources"]
        self.assertEqual(source["type"], "dir")
        tree = os.path.join(FOLDER, source["path"])
        self.assertTrue(os.path.exists(os.path.join(tree, "src", "main.c")))

    def test_keeps_the_translations(self):
        self.assertIs(self.manifest["separate-locales"], False)


if __name__ == "__main__":
    tap.main()
