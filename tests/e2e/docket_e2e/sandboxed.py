# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""One run of the installed Flatpak. $FLATPAK_USER_DIR says where it is installed."""
import os
import subprocess

from .accessibility import Application
from .program import Docket

ID = "app.docket.Docket"
PROGRAM = "docket"


def flatpak(*arguments, **options):
    return subprocess.run(["flatpak", "--user", *arguments], check=True, capture_output=True, text=True, timeout=60,
                          **options).stdout


class Sandboxed(Docket):
    def __init__(self, home, *arguments, environment=None):
        super().__init__(home, *arguments, environment=environment)
        # The settings' schema is the installed one.
        del self.environment["GSETTINGS_SCHEMA_DIR"]
        # The desk names the switch that the GTK outside knows; the one inside is newer.
        self.environment.pop("GDK_DEBUG", None)
        self.environment["GDK_DISABLE"] = "gl,vulkan"
        # A library outside cannot be loaded inside.
        self.environment.pop("LD_PRELOAD", None)

    def configure(self, folder, name, content):
        folder = os.path.join(self.home, ".var", "app", ID, "config", folder)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "a", encoding="utf-8") as file:
            file.write(content)

    def start(self):
        """With GNOME's font, which the desk can give to programs outside alone, and without the introduction."""
        self.configure("gtk-4.0", "settings.ini", "[Settings]\ngtk-font-name=Cantarell 11\n")
        self.configure("glib-2.0/settings", "keyfile", "[app/docket/Docket]\nwelcome-seen=true\n")
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        return super().start()

    def command(self):
        return ["flatpak", "--user", "run", "--die-with-parent", ID, *self.arguments]

    def accessible_side(self):
        """A proxy speaks for it on both buses."""
        return Application(name=PROGRAM)

    def window_search(self):
        """In a sandbox, GTK writes no process on its windows."""
        return "--class", f"^{PROGRAM}$"

    def end(self):
        """What runs in the sandbox would outlive a signal to its keeper."""
        if self.process and self.process.poll() is None:
            subprocess.run(["flatpak", "kill", ID], check=False, capture_output=True, env=self.environment)
            self.process.wait(60)
