# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Where the tests of what is installed find it, and how they run a program on it."""
import os
import subprocess
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402, F401

ROOT = os.path.dirname(TESTS)
BUILD = os.environ.get("DOCKET_BUILD", os.path.join(ROOT, "build", "check"))
ID = "app.docket.Docket"
DOCKET = os.path.join(BUILD, "src", "docket")
PRACTICE_SERVER = os.path.join(BUILD, "src", "practice", "docket-practice-server")


def source(*names):
    return os.path.join(ROOT, "data", *names)


def built(*names):
    return os.path.join(BUILD, "data", *names)


def run(*command):
    """(exit status, all that it wrote)"""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False)
    return done.returncode, done.stdout


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def strings(path):
    """The catalogue that translators would get of one file."""
    status, catalogue = run("xgettext", "--from-code=UTF-8", "--add-comments", "-o", "-", f"--directory={ROOT}",
                            os.path.relpath(path, ROOT))
    if status != 0:
        raise AssertionError(catalogue)
    return catalogue
