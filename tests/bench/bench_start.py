#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""bench_start.py MANY-FILE FEW-FILE: how long the program takes from its start to the first tasks on the screen, and how
much memory it then has, beside a program that has an empty window. The files are made by fill-cache. Run it on a private
desktop without a keyring: the token is not found, and nothing is asked of a server."""
import os
import select
import statistics
import subprocess
import sys
import time

import figures

BUILD = os.environ["DOCKET_BUILD"]
N_RUNS = 9
LIMIT = 60  # seconds that end what would never end
PAINTED = {"docket": "The first rows are on the screen", "empty": "On the screen"}
PROGRAMS = {"docket": os.path.join(BUILD, "src", "docket"),
            "empty": os.path.join(BUILD, "tests", "bench", "empty-window")}


def make_home(name, file):
    home = os.path.join(os.environ["HOME"], name)
    os.makedirs(home)
    if file:
        subprocess.run([os.path.join(BUILD, "tests", "bench", "place-cache"), file], check=True,
                       env={**os.environ, "HOME": home})
    return home


def wait_for_line(process, wanted):
    """Read what the process says until it has said this, and return when it did."""
    said = b""
    while wanted.encode() not in said:
        if not select.select([process.stdout], [], [], LIMIT)[0]:
            raise RuntimeError(f"“{wanted}” was not said within {LIMIT} s: {said.decode()}")
        read = os.read(process.stdout.fileno(), 65536)
        if not read:
            raise RuntimeError(f"{process.args[0]} has ended: {said.decode()}")
        said += read
    return time.monotonic()


def used_time(process):
    with open(f"/proc/{process.pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def wait_for_rest(process):
    """Until it has used no processor for half a second."""
    end = time.monotonic() + LIMIT
    before, since = used_time(process), time.monotonic()
    while time.monotonic() - since < 0.5 and time.monotonic() < end:
        time.sleep(0.05)
        if used_time(process) != before:
            before, since = used_time(process), time.monotonic()


def proportional_megabytes(process):
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1000


def run(program, home):
    """(milliseconds, megabytes) of one start."""
    start = time.monotonic()
    process = subprocess.Popen([PROGRAMS[program]], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
                               env={**os.environ, "HOME": home, "G_MESSAGES_DEBUG": "docket",
                                    "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data")})
    try:
        painted = wait_for_line(process, PAINTED[program])
        wait_for_rest(process)
        return 1000 * (painted - start), proportional_megabytes(process)
    finally:
        process.terminate()
        process.wait(LIMIT)
        process.stdout.close()


def main():
    kinds = {"many": ("docket", make_home("many", sys.argv[1])), "few": ("docket", make_home("few", sys.argv[2])),
             "empty": ("empty", make_home("empty", None))}
    times = {kind: [] for kind in kinds}
    sizes = {kind: [] for kind in kinds}
    # In turns, so that what else the machine does slows all of them. The first are not counted.
    for number in range(N_RUNS + 1):
        for kind, (program, home) in kinds.items():
            milliseconds, megabytes = run(program, home)
            if number:
                times[kind].append(milliseconds)
                sizes[kind].append(megabytes)
    time_of = {kind: statistics.median(values) for kind, values in times.items()}
    size_of = {kind: statistics.median(values) for kind, values in sizes.items()}
    for kind in kinds:
        print(f"# {kind}: {time_of[kind]:.0f} ms ({min(times[kind]):.0f} to {max(times[kind]):.0f}), "
              f"{size_of[kind]:.1f} MB")
    figures.at_most("start / an empty window's", time_of["many"] / time_of["empty"], "x", 1.3)
    figures.at_most("start, 100,000 tasks / 100", time_of["many"] / time_of["few"], "x", 1.1)
    figures.at_most("memory / an empty window's", size_of["many"] / size_of["empty"], "x", 1.6)


main()
