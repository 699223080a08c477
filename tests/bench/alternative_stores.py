# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The tasks of other programs, in the files that those programs keep them in."""
import os
import uuid

WORDS = ("lease", "chairs", "contract", "badges", "agenda", "caterer", "invoice", "travel", "budget", "hotel", "printer",
         "hall", "server", "window")


def title(i):
    return f"{WORDS[i % len(WORDS)].capitalize()} for the {WORDS[i // len(WORDS) % len(WORDS)]} {i}"


def note(i):
    return f"About the {WORDS[i * 7 % len(WORDS)]} that came on day {i % 300}."


def write(home, path, text):
    path = os.path.join(home, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def gtg(home, n_tasks):
    """Getting Things GNOME: one XML file, and a setting without which it writes its own first tasks over them."""
    write(home, ".config/gtg/backends.conf", "\n".join((
        "[backend_localfile]", "first_run = False", "default = True", "human-friendly-name =", "user =",
        f"pid = {uuid.UUID(int=1)}", "enabled = True", "attached-tags = gtg-tags-all", "path = gtg_data.xml",
        "module = backend_localfile", "")))
    tasks = "".join(
        f'<task id="{uuid.UUID(int=i + 1)}" status="Active" recurring="False"><tags/><title>{title(i)}</title><dates>'
        f"<added>2026-11-01</added><modified>2026-11-01</modified><due>2036-01-{i % 28 + 1:02}</due></dates>"
        f'<recurring enabled="false"><term>None</term></recurring><subtasks/><content>{note(i)}</content></task>\n'
        for i in range(n_tasks))
    write(home, ".local/share/gtg/gtg_data.xml",
          '<?xml version="1.0" encoding="UTF-8"?>\n<gtgData appVersion="0.6" xmlVersion="2"><taglist/><searchlist/>'
          f"<tasklist>\n{tasks}</tasklist></gtgData>\n")


def endeavour(home, n_tasks):
    """Endeavour: the list of tasks of Evolution's data server."""
    tasks = "".join("\r\n".join((
        "BEGIN:VTODO", f"UID:task-{i}", "DTSTAMP:20261101T100000Z", "CREATED:20261101T100000Z",
        "LAST-MODIFIED:20261101T100000Z", f"SUMMARY:{title(i)}", f"DESCRIPTION:{note(i)}",
        f"DUE;VALUE=DATE:203601{i % 28 + 1:02}", "END:VTODO", "")) for i in range(n_tasks))
    write(home, ".local/share/evolution/tasks/system/tasks.ics",
          f"BEGIN:VCALENDAR\r\nCALSCALE:GREGORIAN\r\nPRODID:-//Docket//Benchmark//EN\r\nVERSION:2.0\r\n{tasks}END:VCALENDAR\r\n")
