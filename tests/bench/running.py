# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The program and the empty window, run by a benchmark on a private desktop without a keyring."""
import os
import select
import subprocess
import time

BUILD = os.environ["DOCKET_BUILD"]
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


def start(program, home, *arguments):
    return subprocess.Popen([PROGRAMS[program], *arguments], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
                            env={**os.environ, "HOME": home, "G_MESSAGES_DEBUG": "docket",
                                 "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data")})


def keys(*names, delay=12):
    """Press and let go of these, one after the other."""
    subprocess.run(["xdotool", "key", "--delay", str(delay), *names], check=True)
