#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The tour that the README's first command takes where there is no display: it comes to its end, and the program says
nothing on standard error."""
import os
import subprocess
import sys
import unittest

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Tour(unittest.TestCase):
    def test_comes_to_its_end(self):
        done = subprocess.run([os.path.join(ROOT, "build-aux", "tour"), BUILD], capture_output=True, text=True, cwd=ROOT,
                              env={**os.environ, "DOCKET_TOUR_ON_DESK": "1"}, check=False, timeout=500)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"\n\d+ pictures in build/tour\n$")


if __name__ == "__main__":
    tap.main()
