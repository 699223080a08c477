# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""How much more memory the practice workspace has for each refresh, and for each task that is opened: the slope of the
proportional set size over 1,000 refreshes and 10,000 opened tasks, without the first part of them."""
import figures
from running import LIMIT, PAINTED, keys, make_home, proportional_megabytes, start, wait_for_line, wait_for_rest

N_PARTS = 8
N_BEFORE = 3  # of them: until what is kept for later is full
N_ROWS = 40


def slope(sizes):
    """Kilobytes from one part to the next."""
    n = len(sizes)
    middle, mean = (n - 1) / 2, sum(sizes) / n
    return 1000 * sum((i - middle) * (size - mean) for i, size in enumerate(sizes)) / sum((i - middle) ** 2 for i in range(n))


def measure(process, each, *pressed, delay):
    sizes = []
    for _ in range(N_PARTS):
        for _ in range(each // len(pressed)):
            keys(*pressed, delay=delay)
        wait_for_rest(process)
        sizes.append(proportional_megabytes(process))
    print("# MB: " + ", ".join(f"{size:.2f}" for size in sizes), flush=True)
    return slope(sizes[N_BEFORE:])


def main():
    process = start("docket", make_home("growth", None), "--practice")
    try:
        wait_for_line(process, PAINTED["docket"])
        wait_for_rest(process)
        grown = measure(process, 200, *["F5"] * 20, delay=40)
        figures.at_most("growth in 1,000 refreshes", 5 * grown, "kB", 200)
        keys("ctrl+f", "Escape")
        grown = measure(process, 2000, *(["Down"] * N_ROWS + ["Up"] * N_ROWS), delay=8)
        figures.at_most("growth in 10,000 opened tasks", 5 * grown, "kB", 1000)
    finally:
        process.terminate()
        process.wait(LIMIT)
        process.stdout.close()


main()
