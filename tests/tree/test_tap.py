#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What the tests report: no fault may pass as success, or without a word."""
import os
import subprocess
import sys
import unittest

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402

MODULE = """
import sys, unittest
sys.path.insert(0, sys.argv.pop())
import tap

class Sample(unittest.TestCase):
    def test_it(self):
        {body}

tap.main()
"""


def report(body):
    """(exit status, stdout, stderr) of a module whose only test does this."""
    done = subprocess.run([sys.executable, "-", TESTS], input=MODULE.format(body=body), capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout, done.stderr


class Tap(unittest.TestCase):
    def test_success(self):
        self.assertEqual(report("pass")[:2], (0, "1..1\nok 1 - Sample.test_it\n"))

    def check_fault(self, body, reason):
        status, out, err = report(body)
        self.assertEqual(status, 1)
        self.assertIn("\nnot ok 1 - Sample.test_it", out)
        self.assertIn(reason, err)

    def test_failure(self):
        self.check_fault("self.assertEqual('left', 'right')", "'left' != 'right'")

    def test_error(self):
        self.check_fault("raise OSError('no disk')", "no disk")

    def test_failure_in_a_part(self):
        self.check_fault("with self.subTest(part=7): self.assertEqual('left', 'right')", "'left' != 'right'")

    def test_skipped(self):
        self.assertEqual(report("self.skipTest('no wind')")[:2],
                         (0, "1..1\nok 1 - Sample.test_it # SKIP no wind\n"))

    def test_nothing_to_run_is_a_fault(self):
        done = subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {TESTS!r}); import tap; "
                               "tap.main()"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, "1..0\n"))


if __name__ == "__main__":
    tap.main()
