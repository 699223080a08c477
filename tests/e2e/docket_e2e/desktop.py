# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""X windows, keys, pointer and pictures. The program cannot tell these events from a person's."""
import re
import subprocess
import time

import dbus

from .waiting import NeverCame, wait_until


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=False, capture_output=True, text=True).stdout


def key(*names):
    """F1 to F10 go by their codes: newer keyboard maps have them on several levels, and xdotool adds Alt for them."""
    xdotool("key", *(re.sub(r"\bF(\d+)$", lambda match: str(66 + int(match[1])), name) for name in names))


def key_down(name):
    xdotool("keydown", name)


def key_up(name):
    xdotool("keyup", name)


def hold_for_repeats():
    """While a key is down: long enough for the X server to repeat it some twenty times."""
    time.sleep(1.5)


def type_text(text):
    xdotool("type", "--delay", 8, "--", text)


def move_pointer(x, y):
    """As a hand does, which does not jump: after a popover closed, GTK 4.8 takes a first motion for a crossing, and a
    press that follows at once goes nowhere."""
    steps = [("mousemove", x - distance, y - distance, "sleep", 0.03) for distance in (12, 6, 2, 0)]
    xdotool(*(word for step in steps for word in step))


def leap_pointer(x, y):
    """In one step, as a pen or the pointer of a remote desktop comes."""
    xdotool("mousemove", x, y)


def pause_between_clicks():
    """As long as somebody waits who sees that a click did nothing."""
    time.sleep(2)


def press(button=1):
    xdotool("click", button)


def double_press():
    xdotool("click", "--repeat", 2, "--delay", 60, 1)


def press_on_and_on(times):
    """As fast as somebody who does not look, however long a program takes to start here."""
    xdotool("click", "--repeat", times, "--delay", 60, 1)


def button_down():
    xdotool("mousedown", 1)


def button_up():
    xdotool("mouseup", 1)


def drag_pointer(*places):
    """With the button held: by way of those places, and slowly enough for a program to follow."""
    x, y = (int(part) for part in re.findall(r"-?\d+", xdotool("getmouselocation"))[:2])
    for there_x, there_y in places:
        steps = [(round(x + (there_x - x) * n / 12), round(y + (there_y - y) * n / 12)) for n in range(1, 13)]
        xdotool(*(word for step in steps for word in ("mousemove", *step, "sleep", 0.02)))
        x, y = there_x, there_y


class XWindow:
    def __init__(self, number, x, y, width, height, name):
        self.number, self.x, self.y, self.width, self.height, self.name = number, x, y, width, height, name

    def resize(self, width, height):
        xdotool("windowsize", self.number, width, height)

    def minimize(self):
        xdotool("windowminimize", self.number)


def windows_of(program):
    """The X windows of a program that are mapped, the oldest first: toplevels, popovers, tooltips."""
    while True:
        lines = xdotool("search", "--all", "--onlyvisible", *program.window_search(), "getwindowgeometry", "--shell",
                        "%@", "getwindowname", "%@").split("\n")[:-1]
        count = len(lines) // 7  # WINDOW, X, Y, WIDTH, HEIGHT, SCREEN of each, then the names
        if len(lines) == 7 * count:  # else one went meanwhile
            values = [int(line.partition("=")[2]) for line in lines[:6 * count]]
            return [XWindow(*values[6 * n:6 * n + 5], lines[6 * count + n]) for n in range(count)]


def screenshot(path, window=None):
    """Save the whole screen, or one window, as PNG."""
    subprocess.run(["import", "-window", str(window.number) if window else "root", path], check=True)


def screenshot_at_rest(path, window=None):
    """The same once two pictures in a row are alike: nothing slides or fades any more."""
    pictures = []

    def same():
        screenshot(path, window)
        pictures.append(subprocess.run(["identify", "-format", "%#", path], check=True, capture_output=True).stdout)
        return len(pictures) > 2 and pictures[-1] == pictures[-2] == pictures[-3]

    try:
        wait_until(same, "a window at rest", limit=5)
    except NeverCame:
        pass  # a spinner turns or a cursor blinks: the last picture is as good as any


def look_of(x, y, width, height):
    """Tells pictures of this part of the screen apart."""
    return subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-format", "%#", "info:"],
                          check=True, capture_output=True).stdout


def place_of(node, program):
    """Where a node is on the screen: x, y, width, height. None where it has no X window (any more)."""
    popover = node.popover()
    surface = popover or node.toplevel()
    try:
        _, _, width, height = surface.extents()
        x, y, own_width, own_height = node.extents()
        left, top = popover.extents()[:2] if popover else (0, 0)
    except dbus.DBusException:
        return None
    window = next((w for w in windows_of(program)
                   if (is_around(w, width, height) if popover else is_toplevel(w, surface.name, width))), None)
    return window and (window.x + (window.width - width) // 2 + x - left,
                       window.y + (window.height - height) // 2 + y - top, own_width, own_height)


def is_toplevel(window, name, width):
    """A tooltip's X window has the name of its toplevel, but not its width."""
    return window.name == name and window.width >= width


def is_around(window, width, height):
    """Could this X window hold a popover of this size? It adds an arrow and a shadow."""
    return width <= window.width <= width + 80 and height <= window.height <= height + 80
