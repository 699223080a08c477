#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Icons: each that the window names is there, and ours are drawn so that every theme can show them."""
import glob
import os
import re
import unittest
import xml.etree.ElementTree as xml

from places import DOCKET, ID, ROOT, read, run, source, tap

THEMES = ("Adwaita", "hicolor")
RESOURCES = "/app/docket/Docket/icons/"
SVG = "{http://www.w3.org/2000/svg}"
SYMBOLIC = glob.glob(source("icons", "actions", "*.svg")) + [source("icons", "hicolor", "symbolic", "apps",
                                                                    f"{ID}-symbolic.svg")]
APPLICATION = source("icons", "hicolor", "scalable", "apps", f"{ID}.svg")


def name_of(path):
    """The name under which a theme knows the icon in this file."""
    return re.sub(r"(\.symbolic)?\.(png|svg)$", "", os.path.basename(path))


def in_theme():
    names = set()
    for folder in os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":"):
        for theme in THEMES:
            for _, _, files in os.walk(os.path.join(folder, "icons", theme)):
                names |= {name_of(file) for file in files}
    return names


def in_program():
    _, listed = run("gresource", "list", DOCKET)
    return {name_of(path) for path in listed.split() if path.startswith(RESOURCES)}


def named():
    """Every icon name in the window's sources, and the files that name it."""
    found = {}
    for path in glob.glob(os.path.join(ROOT, "src", "ui", "**", "*.[cu]*"), recursive=True):
        text = read(path)
        names = set(re.findall(r'"([a-z0-9-]+-symbolic)"', text))
        names |= set(re.findall(r'name="(?:icon-name|[a-z]+-icon-name)"[^>]*>([^<]+)<', text))
        for name in names:
            found.setdefault(name, []).append(os.path.relpath(path, ROOT))
    return found


class Names(unittest.TestCase):
    def test_each_icon_that_is_named_exists(self):
        names = named()
        self.assertIn("docket-archive-symbolic", names)
        there = in_theme() | in_program()
        self.assertEqual({name: files for name, files in names.items() if name not in there}, {})

    def test_program_holds_all_of_ours(self):
        self.assertEqual(in_program(), {name_of(path) for path in glob.glob(source("icons", "actions", "*"))} | {ID})

    def test_ours_hide_none_of_the_theme(self):
        # What an installed Docket has put into hicolor is not the theme's.
        self.assertEqual(in_program() & in_theme() - {ID}, set())


class Drawings(unittest.TestCase):
    def check_size(self, root, size):
        self.assertEqual((root.get("width"), root.get("height"), root.get("viewBox")),
                         (str(size), str(size), f"0 0 {size} {size}"))

    def test_symbolic_icons_can_be_recoloured(self):
        """GTK sets the fill of shapes, and nothing else: a stroke would keep its colour or become a blot."""
        self.assertGreaterEqual(len(SYMBOLIC), 8)
        for path in SYMBOLIC:
            root = xml.parse(path).getroot()
            self.check_size(root, 16)
            shapes = list(root.iter())[1:]
            self.assertEqual([shape.tag for shape in shapes], [f"{SVG}path"] * len(shapes), path)
            for shape in shapes:
                self.assertEqual(set(shape.attrib) - {"fill-rule"}, {"fill", "d"}, path)
                self.assertEqual(shape.get("fill"), "#222222", path)
            self.assertTrue(path.endswith("-symbolic.svg"), path)

    def test_application_icon_is_plain(self):
        root = xml.parse(APPLICATION).getroot()
        self.check_size(root, 128)
        shapes = list(root.iter())[1:]
        self.assertGreater(len(shapes), 2)
        self.assertLessEqual({shape.tag for shape in shapes}, {f"{SVG}path", f"{SVG}circle"},
                             "no text, no picture, no filter")


if __name__ == "__main__":
    tap.main()
