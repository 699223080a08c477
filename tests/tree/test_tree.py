#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What must be true of the tree itself: licences, walls between rooms, sizes, strings."""
import glob
import os
import re
import subprocess
import sys
import unittest

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402

ROOT = os.path.dirname(TESTS)
# room: the rooms whose headers its files may include.
MAY_INCLUDE = {"tallyfy": {"tallyfy"}, "workspace": {"workspace", "tallyfy"}, "practice": {"practice"},
               "ui": {"ui", "workspace", "tallyfy", "practice"}, "ui/compat": {"ui/compat"}}
LICENSED = ("*.c", "*.h", "*.ui", "*.css", "*.py", "*.sh", "*.build", "*.yml", "*.in", "*.svg",
            "*.xml", "*.1", "*.page")
# What docs/comparison.md may say of another program, and of Docket.
CLAIM = re.compile(r"not found|unknown|(?:(?:yes|no)(?:: [^\[]+)?|partly: [^\[]+)(?:\[\^[\w-]+\])+")
OWN = re.compile(r"(?:yes|no|not yet)(?:: [^\[]+)?|partly: [^\[]+")
TRANSLATABLE = re.compile(r'\b(?:_|C_|ngettext|g_dngettext|docket_words_plural|N_|NC_) \("|translatable="yes"')


def files(*patterns, under="."):
    found = []
    for pattern in patterns:
        found += glob.glob(os.path.join(ROOT, under, "**", pattern), recursive=True)
    paths = sorted(os.path.relpath(path, ROOT) for path in found)
    return [path for path in paths if not path.startswith(("build/", "build-"))]


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def strings():
    """Every string a person may see in English."""
    pot = subprocess.run(["xgettext", "--from-code=UTF-8", "-k_", "-kN_", "-kC_:1c,2", "-kNC_:1c,2", "-kngettext:1,2",
                          "-kdocket_words_plural:1c,2,3",
                          "-o", "-", "-f", "po/POTFILES"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    entries = re.findall(r'^msgid(?:_plural)? ((?:".*"\n)+)', pot, re.MULTILINE)
    return ["".join(re.findall(r'"(.*)"\n', entry)) for entry in entries]


class Tree(unittest.TestCase):
    def test_every_file_names_its_licence(self):
        bare = [path for path in files(*LICENSED) if "SPDX-License-Identifier:" not in read(path)[:500]]
        self.assertEqual(bare, [])

    def test_rooms_include_only_what_they_may(self):
        wrong = []
        for path in files("*.c", "*.h", under="src"):
            room = "ui/compat" if path.startswith("src/ui/compat/") else path.split("/")[1]
            for target in re.findall(r'#include "(.*)/[^/]*"', read(path)):
                if room in MAY_INCLUDE and target not in MAY_INCLUDE[room] | ({"ui/compat"} if room == "ui" else set()):
                    wrong.append(f"{path} includes {target}")
        self.assertEqual(wrong, [])

    def test_one_room_alone_knows_versions(self):
        """There is one source for the oldest and the newest libraries; where they differ, src/ui/compat hides it."""
        knowing = [path for path in files("*.c", "*.h", "*.ui", "*.ui.in", under="src")
                   if re.search(r"_CHECK_VERSION\b|_get_m(?:aj|in)or_version|_(?:MAJOR|MINOR)_VERSION|[@#]if ", read(path))
                   and not path.startswith("src/ui/compat/")]
        self.assertEqual(knowing, [])

    def test_files_stay_small(self):
        self.assertEqual([path for path in files("*.c", "*.h", "*.ui", "*.py")
                          if read(path).count("\n") > 500], [])

    def test_every_file_with_strings_is_translated(self):
        with_strings = {path for path in files("*.c", "*.h", "*.ui", "*.ui.in", under="src")
                        if TRANSLATABLE.search(read(path))}
        with_strings |= set(files("*.desktop.in*", "*.metainfo.xml.in*", "*.gschema.xml", under="data"))
        listed = [line for line in read("po/POTFILES").splitlines() if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(with_strings))

    def test_wording(self):
        for string in strings():
            self.assertNotRegex(string, r"(?i)\bplease\b|\bsorry\b|!$|\be\.g\.|\bi\.e\.")
            self.assertNotRegex(string, r"\.\.\.|\\\"|\w'\w", "typographic signs: … “ ” ’")

    def test_no_argument_reads_what_another_steals(self):
        """C does not say which argument is evaluated first: the reader may see NULL."""
        wrong = []
        for path in files("*.c", under="src"):
            for call in re.split(r"[;{}]", read(path)):
                for stolen in re.findall(r"\w \(.*, g_steal_pointer \(&(\w+)\)", call, re.DOTALL):
                    if len(re.findall(rf"\b{stolen}\b", call)) > 1:
                        wrong.append(f"{path}: {' '.join(call.split())}")
        self.assertEqual(wrong, [])

    def test_every_claim_in_the_comparison_has_its_source(self):
        text = read("docs/comparison.md")
        rows = [[cell.strip() for cell in line.strip("|").split("|")]
                for line in text.splitlines() if line.startswith("|")]
        header = rows[0]
        self.assertEqual([row for row in rows if row[0] == "Feature" and row != header], [])
        features = [row for row in rows if row[0] not in ("Feature", "---")]
        self.assertGreaterEqual(len(features), 40)
        self.assertEqual([row for row in rows if len(row) != len(header)], [])
        wrong = []
        for feature, *others, docket in features:
            wrong += [(feature, cell) for cell in others if not CLAIM.fullmatch(cell)]
            wrong += [(feature, docket)] if not OWN.fullmatch(docket) else []
        self.assertEqual(wrong, [])
        self.assertEqual(sorted(re.findall(r"^\[\^([\w-]+)\]: .", text, re.MULTILINE)),
                         sorted(set(re.findall(r"\[\^([\w-]+)\](?!:)", text))), "notes, and what refers to them")

    def test_nothing_in_the_program_knows_its_tests(self):
        knowing = [path for path in files("*.c", "*.h", under="src")
                   if re.search(r"(?i)xdotool|docket_e2e|DOCKET_TEST|at-?spi", read(path))]
        self.assertEqual(knowing, [])


if __name__ == "__main__":
    tap.main()
