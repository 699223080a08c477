#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The pages of the user help: valid, all of them installed, and each link leads somewhere."""
import glob
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as tree

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402

ROOT = os.path.dirname(TESTS)
PAGES = sorted(glob.glob(os.path.join(ROOT, "help", "C", "*.page")))
SCHEMA = "/usr/share/xml/mallard/1.0/mallard-1.0.rng"
SHORTCUTS = os.path.join(ROOT, "src", "ui", "compat", "docket-shortcuts.ui.in")
MALLARD = "{http://projectmallard.org/1.0/}"
# How the help writes what GTK calls otherwise.
KEYS = {"Control": "Ctrl", "Return": "Enter", "comma": ",", "question": "?", "space": "Space"}


def read(path):
    return tree.parse(path).getroot()


def words(element):
    return " ".join("".join(element.itertext()).split())


def targets():
    """What a link can lead to: pages, and their sections."""
    found = set()
    for path in PAGES:
        page = read(path)
        found.add(page.get("id"))
        found |= {f"{page.get('id')}#{section.get('id')}" for section in page.iter(f"{MALLARD}section")}
    return found


def spell(accelerator):
    """<Control>N as the help writes it."""
    return "+".join(KEYS.get(part, part) for part in re.findall(r"\w+", accelerator))


def shortcuts_of_program():
    found = {}
    for item in read(SHORTCUTS).iter("object"):
        values = {child.get("name"): child.text for child in item.findall("property")}
        if "accelerator" in values:
            found[values["title"]] = [spell(accelerator) for accelerator in values["accelerator"].split()]
    return found


def shortcuts_of_help():
    found = {}
    for row in read(os.path.join(ROOT, "help", "C", "keyboard.page")).iter(f"{MALLARD}tr"):
        keys, title = row.findall(f"{MALLARD}td/{MALLARD}p")
        found[words(title)] = ["+".join(key.text for key in keyset.iter(f"{MALLARD}key"))
                               for keyset in list(keys)]
    return found


class Help(unittest.TestCase):
    def test_pages_are_valid(self):
        if not os.path.exists(SCHEMA):
            self.skipTest("mallard-rng is not installed")
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--relaxng", SCHEMA, *PAGES], capture_output=True,
                              text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_pages_are_called_as_they_are(self):
        self.assertGreater(len(PAGES), 10)
        self.assertEqual([read(path).get("id") for path in PAGES],
                         [os.path.basename(path).removesuffix(".page") for path in PAGES])

    def test_links_lead_somewhere(self):
        known = targets()
        lost = [(os.path.basename(path), link.get("xref")) for path in PAGES for link in read(path).iter(f"{MALLARD}link")
                if link.get("xref") not in known]
        self.assertEqual(lost, [])

    def test_the_first_page_leads_to_all_others(self):
        guided = {read(path).get("id") for path in PAGES for link in read(path).iter(f"{MALLARD}link")
                  if link.get("type") == "guide" and link.get("xref").startswith("index#")}
        self.assertEqual(guided, {read(path).get("id") for path in PAGES} - {"index"})

    def test_all_are_installed(self):
        with open(os.path.join(ROOT, "help", "meson.build"), encoding="utf-8") as file:
            listed = re.findall(r"'C/(.*\.page)'", file.read())
        self.assertEqual(listed, [os.path.basename(path) for path in PAGES])

    def test_keys_are_those_of_the_program(self):
        """The page has what the program's own list has."""
        self.assertGreater(len(shortcuts_of_program()), 15)
        self.assertEqual(shortcuts_of_help(), shortcuts_of_program())


if __name__ == "__main__":
    tap.main()
