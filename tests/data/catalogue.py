# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Reads gettext catalogues and templates."""
import ast
import re
from collections import namedtuple

# strings: one, or one for each plural form.
Entry = namedtuple("Entry", "context singular plural strings comment flags")
FIELD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$')


def parse_entry(block):
    fields, comment, flags, field = {}, [], [], None
    for line in block.split("\n"):
        found = FIELD.match(line)
        if found:
            field = found[1]
            fields[field] = ast.literal_eval(found[2])
        elif line.startswith('"'):
            fields[field] += ast.literal_eval(line)
        elif line.startswith("#."):
            comment.append(line[2:].strip())
        elif line.startswith("#,"):
            flags += re.split(r",\s*", line[2:].strip())
    if "msgid" not in fields:
        return None  # obsolete
    strings = [text for name, text in sorted(fields.items()) if name.startswith("msgstr")]
    return Entry(fields.get("msgctxt"), fields["msgid"], fields.get("msgid_plural"), strings, " ".join(comment), flags)


def read(path):
    """The entries, without the header and what is obsolete; and the header's fields."""
    with open(path, encoding="utf-8") as file:
        entries = [entry for entry in map(parse_entry, file.read().split("\n\n")) if entry]
    header = dict(line.split(": ", 1) for line in entries[0].strings[0].split("\n") if ": " in line)
    return entries[1:], header
