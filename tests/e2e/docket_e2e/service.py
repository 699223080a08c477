# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Docket as a desktop starts it and speaks to it: over D-Bus, by its service file."""
import os
import select
import shlex

import dbus

from .program import BUILD, Docket
from .waiting import LIMIT, wait_until

ID = "app.docket.Docket"
PATH = "/app/docket/Docket"


class Process:
    """One that somebody else has started."""

    def __init__(self, pid):
        self.pid = pid
        self.end = os.pidfd_open(pid)

    def poll(self):
        return 0 if select.select([self.end], [], [], 0)[0] else None

    def wait(self, timeout):
        if not select.select([self.end], [], [], timeout)[0]:
            raise AssertionError(f"process {self.pid} has not ended")
        return 0

    def terminate(self):
        if self.poll() is None:
            os.kill(self.pid, 15)

    kill = terminate


class Service(Docket):
    """The name on the bus, whether or not anybody has it. start() calls something there, which starts the program."""

    def __init__(self, home, environment=None):
        super().__init__(home, environment=environment)
        self.file = None
        self.bus = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])

    def install(self):
        """A service file with the environment that a test gives its programs: the bus has another one."""
        script = os.path.join(os.path.dirname(self.home), f"{os.path.basename(self.home)}-service")
        lines = [f"export {name}={shlex.quote(self.environment[name])}\n"
                 for name in ("HOME", "G_DEBUG", "GSETTINGS_SCHEMA_DIR", "GSETTINGS_BACKEND", "LD_PRELOAD")
                 if self.environment.get(name)]
        with open(script, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + "".join(lines)
                       + f"exec {shlex.quote(os.path.join(BUILD, 'src', 'docket'))} --gapplication-service"
                       + f" >>{shlex.quote(self.log)} 2>&1\n")
        os.chmod(script, 0o700)
        services = os.path.join(os.path.dirname(os.environ["XDG_RUNTIME_DIR"]), "services")
        self.file = os.path.join(services, f"{ID}.service")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={ID}\nExec={script}\n")
        self.daemon("ReloadConfig")
        return self

    def daemon(self, method, signature="", *arguments):
        return self.bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                      signature, arguments, LIMIT)

    def call(self, path, interface, method, signature="", *arguments):
        return self.bus.call_blocking(ID, path, interface, method, signature, arguments, LIMIT)

    def activate_action(self, name, *parameters):
        self.call(PATH, "org.freedesktop.Application", "ActivateAction", "sava{sv}", name, list(parameters), {})

    def is_running(self):
        return bool(self.daemon("NameHasOwner", "s", ID))

    def adopt(self):
        """The process that has the name now."""
        self.process = Process(int(self.daemon("GetConnectionUnixProcessID", "s", ID)))
        self.application = self.accessible_side()
        return self

    def start(self, *action):
        """Activate an action of the application, and wait for its window."""
        self.install().activate_action(*action)
        self.adopt()
        wait_until(self.look, "a window", details=self.said)
        return self

    def end(self):
        """Also what was started by a call alone, and the file: the next test has a home of its own."""
        if self.process is None and self.is_running():
            self.adopt()
        super().end()
        wait_until(lambda: not self.is_running(), "the name given up")
        if self.file and os.path.exists(self.file):
            os.unlink(self.file)
            self.daemon("ReloadConfig")

    def said(self):
        return super().said() if os.path.exists(self.log) else ""
