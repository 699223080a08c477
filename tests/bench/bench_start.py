#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""bench_start.py MANY-FILE FEW-FILE: how long the program takes from its start to the first tasks on the screen, and how
much memory it has then and after scrolling from end to end, beside a program that has an empty window. The files are made
by fill-cache. Run it on a private desktop without a keyring: the token is not found, and nothing is asked of a server."""
import statistics
import sys
import time

import figures
from running import LIMIT, PAINTED, keys, make_home, proportional_megabytes, start, wait_for_line, wait_for_rest

N_RUNS = 9


def scroll(process):
    """To the list, all its rows' length down and up again, and page by page for a while."""
    keys("ctrl+f", "Escape", "Home", "End", "Home")
    keys(*["Page_Down"] * 60)
    keys("Home")
    wait_for_rest(process)


def run(program, home, scrolls):
    """(milliseconds, megabytes, megabytes after scrolling) of one start."""
    begun = time.monotonic()
    process = start(program, home)
    try:
        painted = wait_for_line(process, PAINTED[program])
        wait_for_rest(process)
        size = proportional_megabytes(process)
        if scrolls:
            scroll(process)
        return 1000 * (painted - begun), size, proportional_megabytes(process)
    finally:
        process.terminate()
        process.wait(LIMIT)
        process.stdout.close()


def main():
    kinds = {"many": ("docket", make_home("many", sys.argv[1])), "few": ("docket", make_home("few", sys.argv[2])),
             "empty": ("empty", make_home("empty", None))}
    times = {kind: [] for kind in kinds}
    sizes = {kind: [] for kind in kinds}
    scrolled = {kind: [] for kind in kinds}
    # In turns, so that what else the machine does slows all of them. The first are not counted.
    for number in range(N_RUNS + 1):
        for kind, (program, home) in kinds.items():
            milliseconds, megabytes, after = run(program, home, kind == "many")
            if number:
                times[kind].append(milliseconds)
                sizes[kind].append(megabytes)
                scrolled[kind].append(after)
    time_of = {kind: statistics.median(values) for kind, values in times.items()}
    size_of = {kind: statistics.median(values) for kind, values in sizes.items()}
    for kind in kinds:
        print(f"# {kind}: {time_of[kind]:.0f} ms ({min(times[kind]):.0f} to {max(times[kind]):.0f}), "
              f"{size_of[kind]:.1f} MB")
    figures.at_most("start / an empty window's", time_of["many"] / time_of["empty"], "x", 1.3)
    figures.at_most("start, 100,000 tasks / 100", time_of["many"] / time_of["few"], "x", 1.1)
    figures.at_most("memory / an empty window's", size_of["many"] / size_of["empty"], "x", 1.6)
    after = statistics.median(scrolled["many"])
    print(f"# many, after scrolling: {after:.1f} MB")
    figures.at_most("memory after scrolling / an empty one's", after / size_of["empty"], "x", 1.6)


main()
