#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The list of shortcuts and what is bound agree; letters that press buttons and open menu items are unique in their place."""
import glob
import itertools
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as tree

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import tap  # noqa: E402

ROOT = os.path.dirname(TESTS)
UI = os.path.join(ROOT, "src", "ui")
# Bound by GTK or by a list, without words of ours in the source: e2e/test_shortcuts.py presses them.
OF_THE_LIST = {"space", "<Shift>Down", "<Shift>Up", "<Control>a", "F10"}
# Second ways to the same, on other keyboards or in other programs.
ALSO = {"<Control>F1", "KP_Delete", "<Shift>KP_Delete", "<Control>KP_Enter"}
USUAL = {"F1", "F10", "<Control>question", "<Control>comma", "<Control>f", "<Control>n", "<Control>r", "F5", "<Control>a",
         "<Control>z", "<Control>w", "<Control>q", "Delete", "Escape", "<Alt>Left"}
MODIFIERS = {"0": "", "GDK_SHIFT_MASK": "<Shift>", "GDK_CONTROL_MASK": "<Control>", "GDK_ALT_MASK": "<Alt>"}
FUNCTION = re.compile(r"^(\w+) \((?:[^;{}]|\n)*?\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
STRING = re.compile(r'\b_ \(((?:"(?:[^"\\]|\\.)*"\s*)+)\)')


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def fold(accelerator):
    """Letters are the same in any case."""
    return re.sub(r"\b[A-Z]$", lambda letter: letter[0].lower(), accelerator)


def listed():
    document = tree.fromstring(read("src", "ui", "compat", "docket-shortcuts.ui.in").encode())
    return [fold(accelerator) for node in document.iter("property") if node.get("name") == "accelerator"
            for accelerator in node.text.split()]


def bound():
    """What the sources bind for the whole window, or for a task."""
    found = set()
    application = read("src", "ui", "docket-application.c")
    for keys in re.findall(r"const char \*\w+\[\] = \{ (\"[^}]*), NULL \}", application):
        found |= set(re.findall(r'"([^"]+)"', keys))
    for keys in re.findall(r'\{ "([^"]+)", "\w+\.[\w-]+" \}', read("src", "ui", "docket-view-keys.c")):
        found |= set(keys.split("|"))
    for name in ("docket-view-keys.c", "docket-task-keys.c", "docket-task-list-pointer.c"):
        for key, modifier in re.findall(r"GDK_KEY_(\w+),\s+(0|GDK_\w+_MASK)", read("src", "ui", name)):
            found.add(MODIFIERS[modifier] + key)
    found |= set(re.findall(r'<property name="trigger">([^<]+)</property>', read("src", "ui", "docket-choice-header.ui")))
    return {fold(accelerator) for accelerator in found}


def menu_accelerators():
    found = set()
    for path in glob.glob(os.path.join(UI, "*.ui")):
        found |= {node.text for node in tree.parse(path).iter("attribute") if node.get("name") == "accel"}
    found |= set(re.findall(r'"((?:<\w+>)+\w+|Delete)"', read("src", "ui", "docket-task-menu.c")))
    return {fold(accelerator) for accelerator in found}


def letter(label):
    found = re.search(r"_(\w)", label)
    return found and found[1].lower()


def clashes(labels):
    """Pairs of different labels that one letter stands for."""
    return [pair for pair in itertools.combinations(sorted(set(labels)), 2)
            if letter(pair[0]) and letter(pair[0]) == letter(pair[1])]


def dialogs():
    """The labels of each alert's buttons: those of the function that makes it, with those that its callers hand in."""
    for path in sorted(glob.glob(os.path.join(UI, "*.c"))):
        functions = {name: ["".join(re.findall(r'"(.*?)"(?:\s|$)', text)) for text in STRING.findall(body)]
                     + [body] for name, body in FUNCTION.findall(read(path))}
        makers = [name for name, parts in functions.items() if "docket_alert_add_response" in parts[-1]]
        for name, parts in functions.items():
            own = [text for text in parts[:-1] if letter(text)]
            called = [maker for maker in makers if maker != name and f"{maker} (" in parts[-1]]
            if name in makers:
                yield os.path.basename(path), name, own
            elif called and own:
                yield os.path.basename(path), name, own + [text for maker in called for text in functions[maker][:-1]
                                                           if letter(text)]


def menus():
    """The labels of each menu and of each of its submenus."""
    for path in sorted(glob.glob(os.path.join(UI, "*.ui"))):
        for menu in [node for kind in ("menu", "submenu") for node in tree.parse(path).iter(kind)]:
            sections = [menu, *menu.findall("section")]
            items = [item for section in sections for kind in ("item", "submenu") for item in section.findall(kind)]
            yield os.path.basename(path), menu.get("id"), [attribute.text for item in items
                                                           for attribute in item.findall("attribute")
                                                           if attribute.get("name") == "label"]


def languages():
    """What each language calls a label."""
    yield "en", lambda text: text
    for path in sorted(glob.glob(os.path.join(ROOT, "po", "*.po"))):
        lines = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, text=True, check=True).stdout
        words = dict(re.findall(r'^msgid "(.*)"\nmsgstr "(.+)"$', lines, re.MULTILINE))
        yield os.path.basename(path), lambda text, words=words: words.get(text, text)


class Keys(unittest.TestCase):
    def test_each_is_listed_once(self):
        self.assertEqual(sorted(listed()), sorted(set(listed())))

    def test_what_is_listed_is_bound(self):
        self.assertEqual(set(listed()) - bound() - OF_THE_LIST, set())

    def test_what_is_bound_is_listed(self):
        self.assertGreater(len(bound()), 15)
        self.assertEqual(bound() - set(listed()) - ALSO, set())

    def test_what_menus_show_is_listed(self):
        self.assertGreater(len(menu_accelerators()), 4)
        self.assertEqual(menu_accelerators() - set(listed()), set())

    def test_the_usual_ones_are_there(self):
        self.assertEqual(USUAL - set(listed()), set())

    def test_none_belongs_to_the_desktop_or_to_mnemonics(self):
        self.assertEqual([accelerator for accelerator in listed() + sorted(bound())
                          if re.search(r"<Super>|<Alt>\w$", accelerator)], [])

    def test_letters_of_buttons_are_unique(self):
        found = list(dialogs())
        self.assertGreater(len(found), 15)
        for language, translate in languages():
            self.assertEqual([(language, *names, clash) for *names, labels in found
                              for clash in clashes(map(translate, labels))], [])

    def test_letters_of_menus_are_unique(self):
        found = list(menus())
        self.assertGreater(len(found), 2)
        for language, translate in languages():
            self.assertEqual([(language, *names, clash) for *names, labels in found
                              for clash in clashes(map(translate, labels))], [])

    def test_each_button_of_an_alert_has_a_letter(self):
        """Where its label stands beside it."""
        bare = [(os.path.basename(path), label) for path in sorted(glob.glob(os.path.join(UI, "*.c")))
                for label in re.findall(r'docket_alert_add_response \([^;]*?\b_ \("([^"]*)"\)', read(path)) if not letter(label)]
        self.assertEqual(bare, [])


if __name__ == "__main__":
    tap.main()
