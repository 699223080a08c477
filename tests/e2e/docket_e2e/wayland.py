# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""A Wayland compositor that nobody sees: Sway, with a keyboard that wtype plays."""
import json
import os
import shutil
import subprocess
import tempfile

from .waiting import wait_until

NOBODY = 65534


def is_installed():
    return all(shutil.which(program) for program in ("sway", "swaymsg", "wtype", "grim"))


class Compositor:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="docket-wayland-")
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "XDG_RUNTIME_DIR": self.folder,
                            "LANG": "C.UTF-8", "SWAYSOCK": f"{self.folder}/ipc", "WAYLAND_DISPLAY": "wayland-1",
                            "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        self.person = {}
        if os.getuid() == 0:  # Sway refuses to run as root.
            os.chown(self.folder, NOBODY, NOBODY)
            self.person = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        self.processes = []

    def start(self):
        configuration = f"{self.folder}/config"
        with open(configuration, "w", encoding="utf-8") as file:
            file.write("xwayland disable\noutput * resolution 1280x800\ndefault_border none\n")
        os.chmod(configuration, 0o644)
        self.log = open(f"{self.folder}/log", "wb")
        self.begin("sway", "-c", configuration, without="WAYLAND_DISPLAY")
        wait_until(self.is_up, "a compositor", details=self.said)
        # As long as one keyboard is there, the next key finds everybody listening.
        self.begin("wtype", "-s", "1000000")
        wait_until(lambda: any(seat["capabilities"] for seat in self.ask("get_seats")), "a keyboard", details=self.said)
        return self

    def begin(self, *command, without=None):
        environment = {name: value for name, value in self.environment.items() if name != without}
        self.processes.append(subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=self.log,
                                               stderr=self.log, **self.person))

    def is_up(self):
        return all(os.path.exists(f"{self.folder}/{name}") for name in ("ipc", "wayland-1"))

    def said(self):
        with open(f"{self.folder}/log", encoding="utf-8", errors="replace") as log:
            return log.read()

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
        self.log.close()
        shutil.rmtree(self.folder)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=60,
                              **self.person).stdout

    def ask(self, what):
        return json.loads(self.run("swaymsg", "-r", "-t", what))

    def for_program(self):
        """What a program is to have in its environment to show itself here, and nowhere else."""
        return {"WAYLAND_DISPLAY": f"{self.folder}/wayland-1", "GDK_BACKEND": "wayland", "DISPLAY": ""}

    def windows(self):
        """The application and the title of each window that is to be seen."""
        found, todo = [], [self.ask("get_tree")]
        while todo:
            node = todo.pop()
            todo += node["nodes"] + node["floating_nodes"]
            if node.get("visible"):
                found.append((node["app_id"], node["name"]))
        return found

    def key(self, name):
        """Such as "ctrl+shift+Delete"."""
        *held, last = name.split("+")
        around = [[argument for modifier in held for argument in (option, modifier)] for option in ("-M", "-m")]
        self.run("wtype", *around[0], "-k", last, *around[1])

    def type_text(self, text):
        self.run("wtype", "--", text)

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(self.run("grim", "-"))
