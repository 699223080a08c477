#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The manual pages: without fault, and about the options that the programs have."""
import os
import re
import unittest

from places import DOCKET, PRACTICE_SERVER, ROOT, read, run, source, tap


def page_of(program):
    return source(f"{os.path.basename(program)}.1")


class Manual(unittest.TestCase):
    def check_page(self, program):
        self.assertEqual(run("mandoc", "-T", "lint", "-W", "warning", page_of(program)), (0, ""))

    def check_options(self, program):
        status, told = run(program, "--help")
        self.assertEqual(status, 0, told)
        # Of the three help options that GApplication adds, the page names the one that people use.
        has = set(re.findall(r"--([a-z-]+)[= \n]", told)) - {"help-all", "help-gapplication"}
        described = set(re.findall(r"^\.It Fl (?:h , )?-([a-z-]+)", read(page_of(program)), re.MULTILINE))
        self.assertEqual(described, has)

    def test_program(self):
        self.check_page(DOCKET)

    def test_practice_server(self):
        self.check_page(PRACTICE_SERVER)

    def test_options_of_the_program(self):
        self.check_options(DOCKET)

    def test_actions_of_the_program(self):
        described = set()
        for line in read(page_of(DOCKET)).partition(".Sh D-BUS")[2].partition(".Sh")[0].splitlines():
            if line.startswith(".It Li "):
                described |= set(re.findall(r"Li ([a-z-]+)", line))
        has = set(re.findall(r'\.name = "([a-z-]+)", \.activate', read(os.path.join(ROOT, "src/ui/docket-application.c"))))
        self.assertEqual(described, has)

    def test_options_of_the_practice_server(self):
        self.check_options(PRACTICE_SERVER)


if __name__ == "__main__":
    tap.main()
