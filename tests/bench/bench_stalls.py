# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""bench_stalls.py: for how long the processor works for the main loop at a stretch, with 100,000 tasks: during the first pass
over a server each of whose answers takes 50 ms, a refresh by the person, scrolling from end to end, a search, and while more
than 1,000 tasks are archived."""
import os
import re
import subprocess
import sys
import time

import figures
from running import BUILD, PAINTED, PROGRAMS, keys, used_time

TOLD = 4  # milliseconds: what is shorter is not of interest
LIMIT = 400  # seconds that end what would never end
REST = 2  # seconds without work
MANY = "is:one-off is:completed due:never"
MANY_SECONDS = 40


class Watched:
    """The program, and what it says of its main loop."""

    def __init__(self, home):
        self.path = os.path.join(home, "said")
        with open(self.path, "wb") as said:
            self.process = subprocess.Popen([PROGRAMS["docket"]], stdout=said, stdin=subprocess.DEVNULL,
                                            env={**os.environ, "HOME": home, "GSETTINGS_BACKEND": "keyfile", "G_MESSAGES_DEBUG": "docket",
                                                 "DOCKET_STALLS": str(TOLD),
                                                 "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data")})
        self.seen = 0
        self.since = time.monotonic()

    def new_lines(self):
        with open(self.path, encoding="utf-8", errors="replace") as file:
            file.seek(self.seen)
            text = file.read()
        self.seen += len(text.encode())
        return text

    def wait_for(self, words):
        end = time.monotonic() + LIMIT
        while True:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                if words in file.read():
                    return
            if time.monotonic() > end or self.process.poll() is not None:
                raise RuntimeError(f"“{words}” was not said")
            time.sleep(0.1)

    def wait_for_rest(self):
        end = time.monotonic() + LIMIT
        before, since = used_time(self.process), time.monotonic()
        while time.monotonic() - since < REST:
            if time.monotonic() > end:
                raise RuntimeError("It did not come to rest")
            time.sleep(0.05)
            # What it does once in a while is no work.
            if used_time(self.process) - before > 6:
                before, since = used_time(self.process), time.monotonic()

    def judge(self, name):
        """What was longest since the last time."""
        lasted, longest, drawn = 0, 0, 0
        for line in self.new_lines().splitlines():
            found = re.match(r"stall\t([\d.]+)\tworked\t([\d.]+)\tdrawing\t([\d.]+)", line)
            if found:
                clock, whole, drawing = map(float, found.groups())
                lasted, longest, drawn = max(lasted, clock), max(longest, whole - drawing), max(drawn, whole)
        print(f"# {name}: {time.monotonic() - self.since:.0f} s, by the clock {lasted:.0f} ms at a stretch", flush=True)
        self.since = time.monotonic()
        figures.at_most(f"longest work: {name}", longest, "ms", 16)
        figures.at_most(f"longest work: {name}, with drawing", drawn, "ms", 32)


def measure(watched):
    watched.wait_for(PAINTED["docket"])
    watched.judge("start, nothing cached")
    watched.wait_for_rest()
    watched.judge("first sync")
    keys("F5")
    watched.wait_for_rest()
    watched.judge("refresh")
    keys("ctrl+f", "Escape", "Home", "End", "Home")
    keys(*["Page_Down"] * 60)
    keys("End")
    watched.wait_for_rest()
    watched.judge("scrolling")
    keys("ctrl+f")
    for word in ("invoice", "請求書", MANY):
        subprocess.run(["xdotool", "type", "--delay", "120", word], check=True)
        watched.wait_for_rest()
        if word != MANY:
            keys(*["BackSpace"] * len(word), delay=60)
    watched.judge("search")
    keys("Down", "ctrl+a")
    watched.wait_for_rest()
    watched.judge("choosing all that was found")
    # Each is written down, and waits for its answer: some of them tell.
    keys("Delete")
    time.sleep(MANY_SECONDS)
    watched.judge("archiving them")


def main():
    server = subprocess.Popen([os.path.join(BUILD, "tests", "bench", "serve-office"), "100000", "50"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    address = server.stdout.readline().strip()
    home = os.path.join(os.environ["HOME"], "stalls")
    settings = os.path.join(home, ".config/glib-2.0/settings")
    os.makedirs(settings)
    with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[app/docket/Docket]\nview='all'\n")
    subprocess.run([os.path.join(BUILD, "tests", "bench", "place-cache"), "-", address], check=True,
                   env={**os.environ, "HOME": home})
    watched = Watched(home)
    try:
        measure(watched)
    finally:
        watched.process.terminate()
        watched.process.wait(60)
        server.stdin.close()
        server.wait(60)


if __name__ == "__main__":
    sys.exit(main())
