#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What the tests report: no fault may pass as success, or without a word."""
import os
import subprocess
import sys
import tempfile
import unittest

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COUNT = os.path.join(os.path.dirname(TESTS), "build-aux", "count-tests")
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

    def counted(self, said):
        """What count-tests makes of a file with this TAP in it; of none, where it is None."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cases.tap")
            if said is not None:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(said)
            done = subprocess.run([COUNT, path, "--"], capture_output=True, text=True, check=False)
            return done.returncode, done.stdout.replace(path, "cases.tap").splitlines()

    def test_a_file_counts_with_each_case(self):
        self.assertEqual(self.counted("1..2\nok 1 - a\nok 2 - b\n"), (0, ["2 passed, 0 failed"]))
        self.assertEqual(self.counted("1..2\nok 1 - a\nnot ok 2 - b\n"),
                         (1, ["FAILED cases.tap: cases: b", "1 passed, 1 failed"]))

    def test_a_file_that_ends_too_early_is_a_fault(self):
        self.assertEqual(self.counted("1..2\nok 1 - a\n"),
                         (1, ["FAILED cases.tap: cases (ERROR)", "  1..2", "  ok 1 - a", "1 passed, 1 failed"]))
        self.assertEqual(self.counted(""), (1, ["FAILED cases.tap: cases", "0 passed, 1 failed"]))
        self.assertEqual(self.counted(None), (1, ["FAILED cases.tap: no test was run", "0 passed, 1 failed"]))


if __name__ == "__main__":
    tap.main()
