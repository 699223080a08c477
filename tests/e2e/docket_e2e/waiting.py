# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Waiting for a state. Nothing here measures time: the limit only ends a wait that would never end."""
import time

LIMIT = 60
STEP = 0.05


class NeverCame(AssertionError):
    pass


def wait_until(condition, what, limit=LIMIT, details=lambda: ""):
    """Call condition() until it returns something true, and return that. details() is told when it never comes."""
    end = time.monotonic() + limit
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise NeverCame(f"never came: {what}\n{details()}")
        time.sleep(STEP)
