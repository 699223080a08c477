#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""alternatives.py N FILE: what a start and a search cost with N tasks, here (with the cache FILE) and in other programs for
tasks that people have: processor time, which other programs at work do not change, until nothing happens any more; and
memory then. Run it on a private desktop without a keyring. build-aux/bench --alternatives does."""
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time

import alternative_stores

BUILD = os.environ["DOCKET_BUILD"]
TICKS = os.sysconf("SC_CLK_TCK")
REST = 2  # seconds in which it uses next to no processor time
STARTED = 0.15  # seconds of processor time without which none of them has a window
IDLE = 0.2  # seconds of processor time that are next to none: one of them never ceases
LIMIT = 300  # seconds that end what does not come to rest
SOUGHT = "invoice"
# Each of them starts these of the desktop.
DESKTOP = ("dbus-", "xdg-", "at-spi", "dconf", "gvfs", "sh")


class Run:
    """A program with a home and a session of its own."""

    def __init__(self, name, command, prepare, *arguments):
        self.home = os.path.join(os.environ["HOME"], name)
        os.makedirs(self.home)
        prepare(self.home, *arguments)
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("XDG_") or key == "XDG_RUNTIME_DIR"}
        # One of them ends where there is no system bus.
        self.session = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", f"DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec {command}"],
            env={**environment, "HOME": self.home}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)

    def processes(self):
        """Those of this home: the program, and the services of its own that it has started."""
        mine = f"HOME={self.home}\0".encode()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/environ", "rb") as file:
                    found = mine in file.read()
                with open(f"/proc/{pid}/comm", encoding="utf-8", errors="replace") as file:
                    if found and not file.read().startswith(DESKTOP):
                        yield int(pid)
            except OSError:
                pass  # it has ended, or is somebody else's

    def used_time(self):
        total = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def wait_for_rest(self):
        """Returns what it has used until then, and whether rest came."""
        end = time.monotonic() + LIMIT
        before, since = self.used_time(), time.monotonic()
        while time.monotonic() < end:
            time.sleep(0.1)
            now = self.used_time()
            if now - before > IDLE or now < STARTED:
                before, since = now, time.monotonic()
            elif time.monotonic() - since > REST:
                return before, True
        return before, False

    def megabytes(self):
        total = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
                    total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
            except OSError:
                pass
        return total / 1000

    def search(self):
        """The processor time that typing a word costs."""
        subprocess.run(["xdotool", "key", "ctrl+f"], check=True)
        self.wait_for_rest()
        before = self.used_time()
        subprocess.run(["xdotool", "type", "--delay", "150", SOUGHT], check=True)
        self.wait_for_rest()
        return self.used_time() - before

    def end(self):
        os.killpg(self.session.pid, signal.SIGTERM)
        self.session.wait()
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def place_cache(home, file):
    subprocess.run([os.path.join(BUILD, "tests", "bench", "place-cache"), file], check=True,
                   env={**os.environ, "HOME": home})


def measure(name, n_tasks, searches, *run):
    program = Run(f"{name}-{n_tasks}", *run)
    used, rested = program.wait_for_rest()
    cost = f"{used:.1f} s{'' if rested else ' and more'}"
    line = f"{name:10} {n_tasks:7} tasks: start {cost}, memory {program.megabytes():.0f} MB"
    print(f"{line}, search {program.search():.2f} s" if searches else f"{line}, no search", flush=True)
    program.end()


def main():
    n_tasks, file = int(sys.argv[1]), sys.argv[2]
    docket = f"env GSETTINGS_SCHEMA_DIR={BUILD}/data {BUILD}/src/docket"
    measure("docket", n_tasks, True, docket, place_cache, file)
    measure("gtg", n_tasks, True, "gtg", alternative_stores.gtg, n_tasks)
    measure("endeavour", n_tasks, False, "endeavour", alternative_stores.endeavour, n_tasks)


if __name__ == "__main__":
    missing = [name for name in ("gtg", "endeavour") if shutil.which(name) is None]
    if missing:
        sys.exit(f"{' and '.join(missing)} is not installed.")
    main()
