#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The catalogues: whole, in step with the sources, and sound; and the strings: explained to those who translate them."""
import configparser
import glob
import os
import re
import tempfile
import unittest
import xml.etree.ElementTree as xml

import catalogue
from places import ID, ROOT, built, run, tap

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PO = os.path.join(ROOT, "po")
# As the Unicode CLDR and GNOME have them.
SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
PLURALS = {
    "ar": (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
    "de": (2, "n != 1"), "es": (2, "n != 1"), "fr": (2, "n > 1"), "ja": (1, "0"), "pt_BR": (2, "n > 1"), "uk": (3, SLAVIC),
    "zh_CN": (1, "0"),
}
PLACEHOLDER = re.compile(r"%(\d+\$)?[-+0#']*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?([sdiuxXcfg])")
MOMENT = re.compile(r"%[-OE]?[aAbBdHmMSyYZ]|%:z")


def placeholders(text):
    """What is put in, in its own order."""
    found = PLACEHOLDER.findall(text.replace("%%", ""))
    return sorted((int(position[:-1]) if position else i + 1, kind) for i, (position, kind) in enumerate(found))


def is_moment(entry):
    return bool(MOMENT.search(entry.singular))


def key(entry):
    return entry.context, entry.singular, entry.plural


def languages():
    with open(os.path.join(PO, "LINGUAS"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


class Template(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "docket.pot")
            cls.said = run(os.path.join(ROOT, "build-aux", "update-po"), "--pot", path)
            cls.entries = catalogue.read(path)[0]

    def test_is_made_without_a_warning(self):
        self.assertEqual(self.said, (0, ""))

    def test_every_catalogue_has_its_strings_and_no_others(self):
        expected = {key(entry) for entry in self.entries}
        for language in languages():
            found = {key(entry) for entry in catalogue.read(os.path.join(PO, f"{language}.po"))[0]}
            self.assertEqual(found ^ expected, set(), f"{language}: run build-aux/update-po")

    def test_what_is_put_in_is_explained(self):
        """But for a moment's own letters, and the number that a plural is about."""
        bare = [entry.singular for entry in self.entries if placeholders(entry.singular) and not is_moment(entry)
                and not entry.comment and not (entry.plural and len(placeholders(entry.plural)) == 1)]
        self.assertEqual(bare, [], "a comment that begins with “Translators:” belongs in the line before the string")

    def test_two_that_are_put_in_have_positions(self):
        bare = [text for entry in self.entries for text in (entry.singular, entry.plural or "")
                if len(PLACEHOLDER.findall(text)) > 1 and not all(position for position, _ in PLACEHOLDER.findall(text))]
        self.assertEqual(bare, [])


class Catalogues(unittest.TestCase):
    @staticmethod
    def each():
        return [(language, *catalogue.read(os.path.join(PO, f"{language}.po"))) for language in languages()]

    def test_are_those_that_are_listed(self):
        files = sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(PO, "*.po")))
        self.assertEqual(languages(), files)

    def test_are_sound(self):
        for language, _, _ in self.each():
            path = os.path.join(PO, f"{language}.po")
            self.assertEqual(run("msgfmt", "--check", "--output-file=/dev/null", path), (0, ""))

    def test_are_whole(self):
        for language, entries, _ in self.each():
            missing = [entry.singular for entry in entries if "" in entry.strings or "fuzzy" in entry.flags]
            self.assertEqual(missing, [], language)

    def test_have_the_plural_forms_of_their_language(self):
        for language, entries, header in self.each():
            found = re.fullmatch(r"nplurals=(\d); plural=\(?(.*?)\)?;", header["Plural-Forms"])
            self.assertEqual((int(found[1]), found[2]), PLURALS[language])
            self.assertEqual({len(entry.strings) for entry in entries if entry.plural}, {PLURALS[language][0]})

    def test_put_in_what_the_program_hands_over(self):
        """A form for one number alone may leave it out."""
        for language, entries, _ in self.each():
            for entry in entries:
                expected = placeholders(entry.plural or entry.singular)
                for text in [] if is_moment(entry) else entry.strings:
                    missing = [one for one in expected if one not in placeholders(text)]
                    self.assertLessEqual(set(placeholders(text)), set(expected), f"{language}: {text}")
                    self.assertTrue(not missing or (entry.plural and [kind for _, kind in missing] == ["u"])
                                    or (entry.plural and not expected[1:]), f"{language}: {text}")

    def test_name_no_days_and_hours_that_were_not_there(self):
        """Letters of moments: the hour stays an hour."""
        for language, entries, _ in self.each():
            for entry in filter(is_moment, entries):
                for letter in "HMS":
                    self.assertEqual(f"%{letter}" in entry.singular, f"%{letter}" in entry.strings[0],
                                     f"{language}: {entry.strings[0]}")


class Files(unittest.TestCase):
    def test_the_desktop_entry_speaks_every_language(self):
        file = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
        file.optionxform = str
        file.read(built(f"{ID}.desktop"), encoding="utf-8")
        for language in languages():
            for name in ("Comment", "Keywords", "GenericName"):
                self.assertIn(f"{name}[{language}]", file["Desktop Entry"])
            self.assertTrue(file["Desktop Entry"][f"Keywords[{language}]"].endswith(";"))

    def test_the_metainfo_speaks_every_language(self):
        component = xml.parse(built(f"{ID}.metainfo.xml")).getroot()
        # gettext writes pt_BR or pt-BR and zh_CN or zh-Hans-CN, as it is old or new; all are read.
        spoken = {one.get(LANGUAGE).replace("-", "_").replace("_Hans", ""): one.text for one in component.findall("summary")
                  if one.get(LANGUAGE)}
        self.assertEqual(sorted(spoken), languages())
        for summary in spoken.values():
            self.assertLessEqual(len(summary), 35, summary)


tap.main()
