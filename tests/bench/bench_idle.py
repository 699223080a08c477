# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""bench_idle.py FILE: how often the threads of the program go to work in a minute in which nobody does anything, beyond those
of a program with an empty window. FILE was made by fill-cache."""
import glob
import sys
import time

import figures
from running import LIMIT, PAINTED, make_home, start, wait_for_line, wait_for_rest

SECONDS = 60


def switches(process):
    """How often its threads have waited for something."""
    total = 0
    for path in glob.glob(f"/proc/{process.pid}/task/*/status"):
        with open(path, encoding="utf-8") as file:
            total += next(int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt_switches:"))
    return total


def main():
    running = {}
    for name, file in (("docket", sys.argv[1]), ("empty", None)):
        running[name] = start(name, make_home(name, file))
        wait_for_line(running[name], PAINTED[name])
    try:
        for process in running.values():
            wait_for_rest(process)
        time.sleep(20)  # what is put off until nothing else is to be done
        before = {name: switches(process) for name, process in running.items()}
        time.sleep(SECONDS)
        woken = {name: switches(process) - before[name] for name, process in running.items()}
    finally:
        for process in running.values():
            process.terminate()
            process.wait(LIMIT)
    print(f"# in {SECONDS} s: " + ", ".join(f"{name} {n}" for name, n in woken.items()))
    figures.at_most("wakeups of an idle window in a minute", max(0, woken["docket"] - woken["empty"]), "", 1)


main()
