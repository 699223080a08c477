#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A desktop starts Docket over D-Bus: the installed service file, a real bus, a real window."""
import os
import re
import select
import subprocess
import tempfile
import unittest

from gi.repository import Gio, GLib
from places import DOCKET, ID, built, read, tap

PATH = "/app/docket/Docket"
LIMIT = 60  # seconds after which what never comes is given up
BUS = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><servicedir>{folder}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


def windows(process):
    """X windows of this process that are on the screen; waits for the first."""
    done = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process)],
                          capture_output=True, text=True, check=False, timeout=LIMIT)
    return done.stdout.split()


class Activation(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="docket-activation-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)
        self.install_service()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.start_bus(), Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.addCleanup(self.bus.close_sync)

    def start_bus(self):
        """A session bus that knows this one service, and hands this environment on to it; its address."""
        configuration = os.path.join(self.folder.name, "bus.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(BUS.format(folder=self.folder.name))
        environment = {**os.environ, "G_DEBUG": "gc-friendly,fatal-warnings", "GSETTINGS_SCHEMA_DIR": built(),
                       "GTK_A11Y": "none", "HOME": self.folder.name}
        daemon = subprocess.Popen(["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile",
                                   "--print-address=1"], env=environment, stdout=subprocess.PIPE, text=True)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.stdout.close)
        self.addCleanup(daemon.terminate)
        return daemon.stdout.readline().strip()

    def install_service(self):
        """As built, but for the folder of the program."""
        service = re.sub(r"^Exec=\S*/docket ", f"Exec={DOCKET} ", read(built(f"{ID}.service")), flags=re.MULTILINE)
        with open(os.path.join(self.folder.name, f"{ID}.service"), "w", encoding="utf-8") as file:
            file.write(service)

    def call(self, name, path, interface, method, arguments):
        answer = self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                    LIMIT * 1000, None)
        return answer.unpack()

    def activate(self):
        self.call(ID, PATH, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)))

    def process(self):
        return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                         GLib.Variant("(s)", (ID,)))[0]

    def test_opens_one_window(self):
        self.activate()
        process = self.process()
        first = windows(process)
        self.assertEqual(len(first), 1)
        self.activate()
        self.assertEqual(self.process(), process)
        self.assertEqual(windows(process), first)
        end = os.pidfd_open(process)
        self.addCleanup(os.close, end)
        self.call(ID, PATH, "org.freedesktop.Application", "ActivateAction",
                  GLib.Variant("(sava{sv})", ("quit", [], {})))
        self.assertTrue(select.select([end], [], [], LIMIT)[0], "it has ended")


if __name__ == "__main__":
    tap.main()
