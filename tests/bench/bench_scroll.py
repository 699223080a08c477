# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""bench_scroll.py FILE: of how many frames more than 16.7 ms were needed, flinging through the tasks of FILE, beside a plain
GtkListView with rows of the same template. In turns; the median of each."""
import os
import re
import statistics
import subprocess
import sys

import figures

BUILD = os.environ["DOCKET_BUILD"]
N_RUNS = 5


def run(kind):
    said = subprocess.run([os.path.join(BUILD, "tests", "bench", "bench-scroll"), kind], check=True, text=True,
                          stdout=subprocess.PIPE, env={**os.environ, "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data")})
    n_frames, n_long = map(int, re.search(r"frames (\d+) long (\d+)", said.stdout).groups())
    return n_frames, n_long


def main():
    subprocess.run([os.path.join(BUILD, "tests", "bench", "place-cache"), sys.argv[1]], check=True)
    runs = {"docket": [], "plain": []}
    for _ in range(N_RUNS):
        for kind, values in runs.items():
            values.append(run(kind))
    share = {}
    for kind, values in runs.items():
        share[kind] = statistics.median(n_long / n_frames for n_frames, n_long in values)
        print(f"# {kind}: {100 * share[kind]:.1f} % of some {statistics.median(n for n, _ in values):.0f} frames were late: "
              + ", ".join(f"{n_long} of {n_frames}" for n_frames, n_long in values))
    figures.at_most("scrolling: late frames / a plain list's", share["docket"] / max(share["plain"], 0.001), "x", 1.1)


main()
