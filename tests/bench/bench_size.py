#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The size of the executable as it is installed, without symbols. The STRIP program is the first argument."""
import os
import subprocess
import sys
import tempfile

import figures

with tempfile.TemporaryDirectory(prefix="docket-bench-") as folder:
    stripped = os.path.join(folder, "docket")
    subprocess.run([sys.argv[1], "-o", stripped, os.path.join(os.environ["DOCKET_BUILD"], "src", "docket")], check=True)
    figures.at_most("size of the executable", os.path.getsize(stripped) / 1e6, "MB", 2)
