# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What somebody who does not see the window is told of what is on the screen."""
import re

from .case import Case

TO_USE = {"push button", "toggle button", "check box", "radio button", "menu item", "link", "text", "entry", "list item",
          "combo box", "switch"}
# The name of a GTK type stands where nobody gave a name.
CLASS_NAME = re.compile(r"(Gtk|Adw|Docket)[A-Z]\w*")


class NamesCase(Case):
    def is_of_the_library(self, node):
        """The peeping eye in a password row, the cross of a toast, what is inside a drop-down list that has a name, the row
        around an expander row's header, the version in About: GTK and libadwaita give them no name and no program a way to."""
        return (any(parent.role == "text" for parent in node.ancestors())
                or (node.role == "push button" and "GtkImage" in node.name and any(
                    sibling.role == "push button" and sibling is not node for sibling in node.parent.children))
                or any(parent.role == "combo box" and re.search(r"\w", parent.name) for parent in node.ancestors())
                or (node.name == "GtkButton" and any(re.fullmatch(r"[\d.]+", below.name) for below in node.children))
                or (node.role == "list item" and any(
                    below.role == "list item" for below in node.walk() if below is not node)))

    def assert_all_are_named(self, program):
        """Each thing on the screen that can be used says what it is."""
        looked_at = [node for node in program.all(where=lambda node: node.role in TO_USE)
                     if not self.is_of_the_library(node)]
        self.assertGreater(len(looked_at), 2)
        nameless = [node for node in looked_at if not re.search(r"\w", node.name) or CLASS_NAME.search(node.name)]
        self.assertEqual(nameless, [], program.describe() if nameless else "")
