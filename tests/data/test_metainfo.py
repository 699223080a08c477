#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The metainfo: valid, and within the measures that software centres publish."""
import colorsys
import datetime
import os
import re
import struct
import textwrap
import unittest
import xml.etree.ElementTree as xml

from places import DOCKET, ID, ROOT, built, run, source, strings, tap

FILE = built(f"{ID}.metainfo.xml")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LINE = 70  # characters of a description's line in a software centre


def words(element):
    return " ".join("".join(element.itertext()).split())


class Metainfo(unittest.TestCase):
    def setUp(self):
        """What is English; that the rest is there is the matter of test_translations.py."""
        self.component = xml.parse(FILE).getroot()
        for parent in list(self.component.iter()):
            for element in [child for child in parent if child.get(LANGUAGE)]:
                parent.remove(element)

    def text(self, path):
        element = self.component.find(path)
        self.assertIsNotNone(element, path)
        return words(element)

    def test_is_valid(self):
        # The oldest validator does not know the developer tag yet.
        status, said = run("appstreamcli", "validate", "--strict", "--no-net", "--override=unknown-tag=pedantic", FILE)
        self.assertEqual(status, 0, said)

    def test_name(self):
        self.assertEqual(self.text("name"), "Docket")

    def test_summary(self):
        summary = self.text("summary")
        self.assertTrue(10 <= len(summary) <= 25, f"{len(summary)} characters")
        self.assertRegex(summary, r"^[A-Z][^A-Z]*[^.A-Z]$", "sentence case without a full stop")
        self.assertNotRegex(summary, r"(?i)^(an?|the) |docket|\bapp|\btool|\bclient|\bgtk|\bgnome")

    def test_description(self):
        parts = [words(part) for part in self.component.findall("description/*")]
        lines = sum(len(textwrap.wrap(part, LINE)) for part in parts)
        self.assertTrue(3 <= lines <= 6, f"{lines} lines")
        self.assertGreaterEqual(len(parts[0]), 80)
        whole = " ".join(parts)
        self.assertNotIn(self.text("summary"), whole)
        self.assertNotRegex(whole, r"https?:|www\.")
        self.assertLessEqual(len(self.component.findall("description//li")), 10)

    def test_says_whose_it_is_and_what_it_needs(self):
        description = self.text("description")
        self.assertIn("independent of Tallyfy, Inc.", description)
        self.assertIn("Tallyfy account", description)
        self.assertIn("practice workspace", description)

    def test_branding(self):
        def hue_saturation_value(scheme):
            color = self.text(f"branding/color[@type='primary'][@scheme_preference='{scheme}']")
            self.assertRegex(color, "^#[0-9a-f]{6}$")
            return colorsys.rgb_to_hsv(*(int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)))

        light, dark = hue_saturation_value("light"), hue_saturation_value("dark")
        for _, saturation, _ in (light, dark):
            self.assertGreater(saturation, .25, "no white, grey or black")
        self.assertGreater(light[2], dark[2] + .25, "dark is the more muted")

    def test_screenshots(self):
        screenshots = self.component.findall("screenshots/screenshot")
        self.assertTrue(3 <= len(screenshots) <= 6, f"{len(screenshots)} screenshots")
        self.assertEqual([shot.get("type") for shot in screenshots], ["default"] + [None] * (len(screenshots) - 1))
        for shot in screenshots:
            caption = words(shot.find("caption"))
            self.assertTrue(10 <= len(caption) <= 100, caption)
            self.assertRegex(caption, r"^[A-Z].*[^.]$")
            self.assertRegex(words(shot.find("image")),
                             rf"^https://docket\.app/screenshots/{re.escape(self.newest())}/[a-z-]+\.png$")

    def test_screenshots_are_there(self):
        """build-aux/tour --store makes them; the address serves this folder."""
        for shot in self.component.findall("screenshots/screenshot/image"):
            path = os.path.join(ROOT, "docs", "screenshots", self.newest(), os.path.basename(words(shot)))
            with open(path, "rb") as file:
                head = file.read(26)
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n", path)
            width, height = struct.unpack(">II", head[16:24])
            self.assertTrue(620 <= width <= 1000 and 400 <= height <= 700, f"{path}: {width} x {height}")
            self.assertIn(head[25], (3, 4, 6), f"{path}: nothing shows through around its corners")

    def newest(self):
        return self.component.find("releases/release").get("version")

    def test_newest_release_is_this_version(self):
        self.assertEqual(self.newest(), os.environ["DOCKET_VERSION"])
        self.assertEqual(run(DOCKET, "--version"), (0, f"Docket {self.newest()}\n"))

    def test_releases(self):
        dates = []
        for release in self.component.findall("releases/release"):
            notes = words(release.find("description"))
            sentences = re.findall(r"[.?](?: |$)", notes)
            self.assertTrue(2 <= len(sentences) <= 3, notes)
            self.assertNotRegex(notes, r"(?i)bug ?fix|various|improvements")
            dates.append(datetime.date.fromisoformat(release.get("date")))
        self.assertEqual(dates, sorted(dates, reverse=True), "newest first")
        self.assertLessEqual(dates[0], datetime.date.today())

    def test_who_and_what(self):
        self.assertEqual(self.component.get("type"), "desktop-application")
        self.assertEqual(self.text("id"), ID)
        self.assertEqual(self.text("launchable[@type='desktop-id']"), f"{ID}.desktop")
        self.assertEqual(self.component.find("developer").get("id"), "app.docket")
        self.assertEqual(self.text("developer/name"), "The Docket developers")
        self.assertEqual(self.text("metadata_license"), "CC0-1.0")
        self.assertEqual(self.text("project_license"), "GPL-3.0-or-later")
        self.assertEqual(self.text("translation[@type='gettext']"), "docket")
        self.assertEqual(self.component.find("content_rating").get("type"), "oars-1.1")
        self.assertIsNone(self.component.find("categories"), "those of the desktop entry count")

    def test_addresses(self):
        addresses = {url.get("type"): words(url) for url in self.component.findall("url")}
        self.assertEqual(set(addresses), {"homepage", "bugtracker", "vcs-browser", "help", "translate", "contribute"})
        for address in addresses.values():
            self.assertRegex(address, r"^https://docket\.app/")

    def test_controls_and_size(self):
        self.assertEqual(sorted(words(control) for control in self.component.findall("supports/control")),
                         ["keyboard", "pointing", "touch"])
        length = self.component.find("requires/display_length")
        self.assertEqual((length.get("compare"), words(length)), ("ge", "360"))

    def test_can_be_translated(self):
        catalogue = re.sub(r'"\n"', "", strings(source(f"{ID}.metainfo.xml.in")))
        for path in ("name", "summary", "description/p", "screenshots/screenshot/caption",
                     "releases/release/description/p"):
            for element in self.component.findall(path):
                self.assertIn(f'"{words(element)}"', catalogue)
        self.assertNotIn('"The Docket developers"', catalogue)


if __name__ == "__main__":
    tap.main()
