# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Which GTK the program runs on, and what that one says without a cause of ours."""
import ctypes
import os
import subprocess

# Where the runtime of an installed Flatpak lies, in a test of that; else the program runs on the libraries outside.
RUNTIME = os.environ.get("DOCKET_FLATPAK_RUNTIME")


def minor():
    if not RUNTIME:
        return ctypes.CDLL("libgtk-4.so.1").gtk_get_minor_version()
    library = subprocess.run(["find", RUNTIME, "-name", "libgtk-4.so.1.*"], check=True, capture_output=True, text=True)
    return int(library.stdout.split()[0].rpartition(".so.1.")[2].split(".")[0]) // 100


MINOR = minor()
# Whether a node that is shown has the state SHOWING. GTK 4.8 gives it to windows alone, GTK 4.18 to all.
TELLS_WHAT_SHOWS = MINOR >= 18
# Whether places and sizes are of what is inside a widget's padding. Later ones count the padding.
TELLS_CONTENT = MINOR < 18
# GDK 4.24 says it on X11, without OpenGL, each time that a popover opens.
NOISE = ("gdk_frame_timings_submitted() called on submitted frame",) if MINOR >= 24 else ()
# Warnings end the program at once, with the place they came from in the core; where there is noise, they fail the test
# at its end.
DEBUG = "gc-friendly,fatal-criticals" if NOISE else "gc-friendly,fatal-warnings"
