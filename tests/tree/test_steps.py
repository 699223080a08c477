#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What build-aux/newest and build-aux/flatpak say when something is missing, full or broken: which step it was, what it
tried, and what to do."""
import glob
import os
import subprocess
import sys
import tempfile
import unittest

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(TESTS)
sys.path.insert(0, TESTS)
import tap  # noqa: E402


class Steps(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="docket-steps-")
        self.addCleanup(folder.cleanup)
        self.cache = os.path.join(folder.name, "cache")

    def run_lines(self, lines):
        """(exit status, what it said) of these lines of a script in build-aux."""
        script = f"set -euo pipefail\nroot={ROOT}\n. $root/build-aux/lib.sh\n. $root/build-aux/tree.sh\n{lines}"
        done = subprocess.run(["bash", "-c", script], env={**os.environ, "DOCKET_CACHE": self.cache, "LC_ALL": "C"}, text=True,
                              capture_output=True, check=False, timeout=60)
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr

    def test_a_step_that_succeeds_says_so_and_keeps_its_words_in_a_log(self):
        status, said = self.run_lines('step "Making it" echo made')
        self.assertEqual(status, 0)
        self.assertRegex(said, r"^Making it …\n  done in \d+ s\n$")
        [log] = glob.glob(f"{self.cache}/log/*")
        with open(log, encoding="utf-8") as file:
            self.assertEqual(file.read(), "made\n")

    def test_a_step_that_fails_tells_which_and_what_it_tried_and_what_to_do(self):
        status, said = self.run_lines("make() { echo broken pipe; return 3; }\n"
                                      'step_advice="Look after the pipe." step "Making it" make "a b"\necho never >&2')
        self.assertEqual(status, 1)
        self.assertIn("FAILED: Making it (exit status 3", said)
        self.assertIn(r" make a\ b", said)
        self.assertIn("  | broken pipe\n", said)
        self.assertIn(f"All it wrote: {self.cache}/log/Making-it.log\n", said)
        self.assertTrue(said.endswith("Look after the pipe.\n"), said)

    def test_a_full_disk_is_called_so(self):
        status, said = self.run_lines('step "Making it" dd if=/dev/zero of=/dev/full count=1')
        self.assertEqual(status, 1)
        self.assertIn("The disk is full: make room, or set DOCKET_CACHE", said)

    def test_a_disk_that_was_full_only_meanwhile_is_called_so(self):
        status, said = self.run_lines('room() { touch "$cache/asked"; echo 3; }\n'
                                      'make() { until [ -e "$cache/asked" ]; do :; done; printf half; exit 1; }\n'
                                      'step "Making it" make')
        self.assertEqual(status, 1)
        self.assertIn("  | half\nThe disk is full: make room, or set DOCKET_CACHE", said)

    def test_too_little_room_is_told_before_anything_is_begun(self):
        status, said = self.run_lines('need_room 1 "$cache" "a little"\nneed_room 99999999 "$cache" "the world"')
        self.assertEqual(status, 1)
        self.assertIn(f"There is too little room for the world: 99999999 MB are needed in {self.cache}", said)
        self.assertNotIn("a little", said)

    def test_a_program_that_is_missing_is_named_with_its_package(self):
        status, said = self.run_lines('need_command bash bash "A shell"\nneed_command no-such-program its-package "This"')
        self.assertEqual(status, 1)
        self.assertIn("This needs the program “no-such-program”", said)
        self.assertIn("apt-get install its-package", said)
        self.assertNotIn("A shell", said)

    def test_a_download_that_breaks_leaves_nothing_behind(self):
        status, said = self.run_lines("mirror() { echo http://127.0.0.1:9/debian; }\nas_root() { \"$@\"; }\n"
                                      "need_command() { :; }\nneed_room() { :; }\n"
                                      "mmdebstrap() { mkdir -p \"$cache/tree.new\"; echo connection refused; return 25; }\n"
                                      "tree tree 1 a-package")
        self.assertEqual(status, 1)
        self.assertIn("FAILED: Downloading and installing Debian", said)
        self.assertIn("connection refused", said)
        self.assertIn("look after the network and start again", said)
        self.assertEqual(os.listdir(self.cache), ["log"])


if __name__ == "__main__":
    tap.main()
