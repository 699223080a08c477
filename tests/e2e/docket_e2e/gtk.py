# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Which GTK the program runs on, and what that one says without a cause of ours."""
import ctypes

MINOR = ctypes.CDLL("libgtk-4.so.1").gtk_get_minor_version()
# Whether a node that is shown has the state SHOWING. GTK 4.8 gives it to windows alone, GTK 4.18 to all.
TELLS_WHAT_SHOWS = MINOR >= 18
# GDK 4.24 says it on X11, without OpenGL, each time that a popover opens.
NOISE = ("gdk_frame_timings_submitted() called on submitted frame",) if MINOR >= 24 else ()
# Warnings end the program at once, with the place they came from in the core; where there is noise, they fail the test
# at its end.
DEBUG = "gc-friendly,fatal-criticals" if NOISE else "gc-friendly,fatal-warnings"
