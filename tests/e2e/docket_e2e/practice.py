# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""docket-practice-server as a program of its own."""
import json
import os
import subprocess

from .program import BUILD


class PracticeServer:
    def __init__(self, folder, tasks=0):
        self.log = os.path.join(folder, "requests.log")
        server = os.environ.get("DOCKET_PRACTICE_SERVER", os.path.join(BUILD, "src/practice/docket-practice-server"))
        self.process = subprocess.Popen([server, "--log", self.log, "--tasks", str(tasks)], stdout=subprocess.PIPE,
                                        text=True)
        # It prints these lines when it is ready.
        said = dict(self.process.stdout.readline().rstrip("\n").split(": ", 1) for _ in range(3))
        self.address, self.token, self.organization = said["Address"], said["Token"], said["Organization"]

    def requests(self):
        """What it received: one object for each request, in order."""
        with open(self.log, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.endswith("\n")]

    def writes(self):
        return [(r["method"], r["path"]) for r in self.requests() if r["method"] != "GET"]

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()
