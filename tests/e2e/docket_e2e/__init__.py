# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Drives the real program from outside: it is seen through the accessibility bus and worked with keys and a pointer.

accessibility   the tree of nodes that assistive technology sees
desktop         X windows, keys, pointer, pictures
program         one run of Docket, with a home of its own
practice        docket-practice-server and what it received
scripted        a server that answers as a test tells it to
office          the few tasks and people that the scripted server has
wayland         a Wayland compositor, and keys for what shows there
keyring         the keyring of the private desktop, and the window that asks for its password
case            what the tests have in common
"""
