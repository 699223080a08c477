# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""How a benchmark tells what it measured: build-aux/bench looks for these lines. Too much is no failure."""


def at_most(name, value, unit, limit):
    print("figure", name, f"{value:.4g}", unit, f"<= {limit:g}", "ok" if value <= limit else "short", sep="\t", flush=True)
