#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The window's UI files: well-formed, each in the program, each of the widget that it is named after."""
import glob
import os
import re
import unittest
import xml.etree.ElementTree as xml

from places import BUILD, DOCKET, ROOT, read, run, tap

FOLDER = os.path.join(ROOT, "src", "ui")
SHORTCUTS = os.path.join(BUILD, "src", "ui", "compat", "docket-shortcuts.ui")
FILES = sorted(glob.glob(os.path.join(FOLDER, "**", "*.ui"), recursive=True)) + [SHORTCUTS]
# Style classes that the libraries' own widgets bear.
OF_THE_PLATFORM = {"dim-label", "subtitle", "title", "top-bar"}

BUTTONS = {"GtkButton", "GtkMenuButton", "GtkToggleButton"}


def is_image(child):
    found = child.find("object") if child is not None else None
    return found is not None and found.get("class") == "GtkImage"


class UiFiles(unittest.TestCase):
    def test_are_well_formed(self):
        self.assertGreater(len(FILES), 10)
        self.assertEqual(run("xmllint", "--noout", *FILES), (0, ""))

    def test_are_all_in_the_program(self):
        _, listed = run("gresource", "list", DOCKET)
        self.assertEqual(sorted(os.path.basename(path) for path in listed.split() if path.endswith(".ui")),
                         sorted(os.path.basename(path) for path in FILES))

    def test_are_templates_of_the_widget_in_their_name(self):
        for path in FILES:
            if path != SHORTCUTS:
                name = os.path.basename(path)[:-len(".ui")]
                camel = "".join(part.capitalize() for part in name.split("-"))
                [template] = xml.parse(path).getroot().findall("template")
                self.assertEqual(template.get("class"), camel)

    def test_ask_for_the_oldest_libraries_alone(self):
        for path in FILES:
            for requires in xml.parse(path).getroot().findall("requires"):
                self.assertIn((requires.get("lib"), requires.get("version")),
                              {("gtk", "4.8"), ("libadwaita", "1.2")}, path)

    def test_identifiers_occur_once(self):
        for path in FILES:
            names = [node.get("id") for node in xml.parse(path).getroot().iter("object") if node.get("id")]
            self.assertEqual(len(names), len(set(names)), path)

    def test_buttons_that_are_an_icon_say_what_they_do(self):
        """To whoever points at them, and to whoever cannot see them."""
        silent, n_icons = [], 0
        for path in FILES:
            for node in xml.parse(path).getroot().iter("object"):
                own = {child.get("name"): child for child in node.findall("property")}
                if node.get("class") not in BUTTONS or "label" in own or \
                        ("icon-name" not in own and not is_image(own.get("child"))):
                    continue
                n_icons += 1
                named = [child.get("name") for child in node.findall("accessibility/*")]
                if node.get("class") == "GtkMenuButton":  # is named by its tooltip
                    named.append("label")
                if "tooltip-text" not in own:
                    silent.append((os.path.basename(path), node.get("id"), "tooltip"))
                if not {"label", "labelled-by"} & set(named):
                    silent.append((os.path.basename(path), node.get("id"), "label"))
        self.assertGreater(n_icons, 15)
        self.assertEqual(silent, [])

    def test_style_sheet_is_about_what_the_window_holds(self):
        sources = "".join(read(path) for path in glob.glob(os.path.join(FOLDER, "**", "*.[cu]*"), recursive=True)
                          if path.endswith((".c", ".ui")))
        selectors = re.sub(r"/\*.*?\*/|\{.*?\}", "", read(os.path.join(FOLDER, "style.css")), flags=re.DOTALL)
        classes = set(re.findall(r"\.([a-z][a-z0-9-]+)", selectors)) - OF_THE_PLATFORM
        self.assertIn("task-body", classes)
        self.assertEqual({name for name in classes if f'"{name}"' not in sources}, set())


if __name__ == "__main__":
    tap.main()
