# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The accessibility tree of one program, read over D-Bus.

Nothing is remembered between two looks: libatspi's own cache would show a program as it was. One look costs one call
for all nodes that were seen before (the program's Cache interface) and one for each node with new children, since GTK
makes the accessible side of a widget only when somebody asks for it.
"""
import dbus
import dbus.bus
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (for the names of roles and the numbers of states alone)

from . import gtk  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
WINDOW_COORDINATES, PARENT_COORDINATES = 1, 2  # asking for screen coordinates makes GTK print a warning
TIMEOUT = 30  # seconds
# Once in so many looks each node is asked for its children: GTK may go on to say that what is hidden shows, and of what is in
# its place nothing.
LOOKS_OF_TRUST = 30
LABELLED_BY, DESCRIBED_BY = int(Atspi.RelationType.LABELLED_BY), int(Atspi.RelationType.DESCRIBED_BY)
# Newer versions say it in other words.
EARLIER_NAMES = {"button": "push button", "filler": "panel", "grouping": "panel", "password text": "text",
                 "switch": "check box"}
SHOWN = "SHOWING" if gtk.TELLS_WHAT_SHOWS else "VISIBLE"
ROLES = {int(role): EARLIER_NAMES.get(Atspi.role_get_name(role), Atspi.role_get_name(role))
         for role in (Atspi.Role(number) for number in range(int(Atspi.Role.LAST_DEFINED)))}


def same_name(name, wanted):
    """GTK 4.8 names a button with a mnemonic "_Undo Undo", and one with use-underline but none "Undo Undo"."""
    half = len(name) - len(wanted) - 1
    return name == wanted or (name.endswith(f" {wanted}") and name[:half].replace("_", "", 1) == wanted)


class Node:
    """One node at the time of one look."""

    def __init__(self, bus, item):
        (self.owner, self.path), _, (_, self.parent_path), self.index, self.n_children, interfaces, name, role, \
            description, (low, high) = item
        self.bus = bus
        self.own_name = str(name)
        self.role = ROLES.get(role, str(role))
        self.own_description = str(description)
        self.states = low | high << 32
        self.interfaces = {interface.rpartition(".")[2] for interface in interfaces}
        self.parent = None
        self.children = []

    @property
    def name(self):
        """GTK 4.24 leaves it to whoever reads a menu item to read what it is labelled by."""
        if self.role.endswith("menu item") and not self.own_name:
            self.own_name = self.related(LABELLED_BY)
        return self.own_name

    @property
    def description(self):
        """The same for what it is described by."""
        return self.own_description or (self.related(DESCRIBED_BY) if gtk.TELLS_WHAT_SHOWS else "")

    def related(self, relation):
        """What the nodes that it has this relation to say."""
        return " ".join(self.say(owner, path) for kind, targets in self.call(ACCESSIBLE, "GetRelationSet")
                        if int(kind) == relation for owner, path in targets)

    def say(self, owner, path):
        """The name of another node, or its text: a label in a menu item is for presentation, and has no name."""
        name = self.bus.call_blocking(owner, path, "org.freedesktop.DBus.Properties", "Get", "ss",
                                      (ACCESSIBLE, "Name"), TIMEOUT)
        try:
            return str(name or self.bus.call_blocking(owner, path, "org.a11y.atspi.Text", "GetText", "ii", (0, -1),
                                                      TIMEOUT))
        except dbus.DBusException:
            return ""  # it has no text

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def has(self, state):
        """state: a name in capitals, such as SENSITIVE."""
        return bool(self.states >> int(getattr(Atspi.StateType, state)) & 1)

    @property
    def sensitive(self):
        return self.has("SENSITIVE")

    def call(self, interface, method, signature="", *arguments):
        return self.bus.call_blocking(self.owner, self.path, interface, method, signature, arguments, TIMEOUT)

    def extents(self):
        """x, y, width, height of the content, counted from its window's corner inside the frame."""
        if "Component" not in self.interfaces:
            return 0, 0, 0, 0
        x, y, width, height = map(int, self.call(COMPONENT, "GetExtents", "u", WINDOW_COORDINATES))
        for node in [self, *self.ancestors()]:
            if node.role == "page tab list" and gtk.TELLS_WHAT_SHOWS:
                # libadwaita 1.10 counts the place of a view switcher twice.
                left, top = map(int, node.call(COMPONENT, "GetPosition", "u", PARENT_COORDINATES))
                x, y = x - left, y - top
        return x, y, width, height

    def text(self):
        """What stands in an entry or label."""
        count = self.call("org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Text", "CharacterCount")
        return str(self.call("org.a11y.atspi.Text", "GetText", "ii", 0, count))

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def toplevel(self):
        """The node of the X window that it is in, unless that is a popover's."""
        return next((node for node in [self, *self.ancestors()] if node.is_toplevel()), None)

    def window(self):
        """The window or dialog it belongs to. From libadwaita 1.5 on, dialogs are a part of the window below them."""
        return next((node for node in [self, *self.ancestors()] if node.is_toplevel() or node.is_inner_dialog()), None)

    def is_toplevel(self):
        return self.role in ("frame", "window", "dialog") and self.parent is not None \
            and self.parent.role == "application"

    def is_inner_dialog(self):
        return self.role in ("dialog", "alert") and self.has("SHOWING") and self.parent is not None \
            and self.parent.parent is not None and self.parent.parent.role == "frame"

    def popover(self):
        """The popover it is in, or None."""
        return next((node for node in [self, *self.ancestors()]
                     if node.parent is not None and node.parent.role != "application" and node.is_popover()), None)

    def is_popover(self):
        """Has it an X window of its own? Menus have a role; a plain popover is told by its content's class alone, and on newer
        versions by its place: see has_place_of_popover()."""
        if self.role not in ("filler", "panel"):
            return self.role in ("popup menu", "menu") or (gtk.TELLS_WHAT_SHOWS and self.role == "list box")
        return any(child.name == "GtkPopoverContent" for child in self.children) or (gtk.TELLS_WHAT_SHOWS and self.has_place_of_popover())

    def has_place_of_popover(self):
        """In a menu button beside the toggle button, or in a row with a choice in the arrow beside what is chosen. In a
        combo box alone it is a list box."""
        if self.parent.role == "push button":
            return any(node.role == "toggle button" for node in self.parent.children)
        around = self.parent.parent
        return around is not None and any(node.role == "list" for node in around.children) \
            and any(node.role == "combo box" for node in self.ancestors())

    def on_screen(self):
        """Is it where a pointer would meet it? GTK 4.8 has no SHOWING, and a hidden page keeps its extents; GTK 4.24
        has it, and finds hidden pages at a point."""
        try:
            return self.is_met()
        except dbus.DBusException:
            return False  # it went since the look

    def is_met(self):
        if not self.has("VISIBLE") or not all(node.has("VISIBLE") for node in self.ancestors() if node.parent):
            return False
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0:
            return False
        surface = self.popover() or self.toplevel()
        if surface is None:
            return False
        if gtk.TELLS_WHAT_SHOWS:
            return self.has("SHOWING") and self.is_inside(x + width // 2, y + height // 2)
        path = surface.at(x + width // 2, y + height // 2)
        if path == NOTHING:  # a text or a built-in icon: of this node, or of what covers it?
            path = surface.at(x + 1, y + height // 2)
        return path == NOTHING or path in {node.path for node in self.walk()} or path in self.behind()

    def is_inside(self, x, y):
        """Is this point in sight in all that scroll around it, and in the window?"""
        for node in self.ancestors():
            if node.role in ("scroll pane", "frame"):
                left, top, width, height = node.extents()
                if not (left <= x < left + width and top <= y < top + height):
                    return False
        return True

    def at(self, x, y):
        """The path of what is met at this point of this window or popover."""
        return self.call(COMPONENT, "GetAccessibleAtPoint", "iiu", x, y, WINDOW_COORDINATES)[1]

    def behind(self):
        """Who may be met in its place: a pointer falls through what is insensitive to what is around it, and through
        parts that have no node to a box that holds nothing else. Not further: a hidden page is in the same window as
        what covers it."""
        found = set()
        for node in self.ancestors():
            if self.sensitive and node.n_children != 1:
                break
            found.add(node.path)
        return found

    def dump(self, depth=0):
        lines = [f"{'  ' * depth}{self.role} {self.name!r}{' (insensitive)' if not self.sensitive else ''}"
                 f"{' (focused)' if self.has('FOCUSED') else ''}"]
        return "\n".join(lines + [child.dump(depth + 1) for child in self.children])


class Application:
    """What one program shows on the accessibility bus. It is known by its process or, where another process speaks for it
    there, by its name."""

    def __init__(self, pid=None, name=None):
        address = dbus.SessionBus().call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", (),
                                                  TIMEOUT)
        self.bus = dbus.bus.BusConnection(address)
        self.pid = pid
        self.name = name
        self.owner = None
        self.n_looks = 0

    def call(self, owner, path, interface, method, signature="", *arguments):
        return self.bus.call_blocking(owner, path, interface, method, signature, arguments, TIMEOUT)

    def find_owner(self):
        """The program's name on the bus, once it is there."""
        for owner, _ in self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren"):
            if self.is_its(owner):
                self.owner = owner
        return self.owner

    def is_its(self, owner):
        if self.pid is not None:
            return self.pid == self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                         "GetConnectionUnixProcessID", "s", owner)
        return self.name == self.call(owner, ROOT, "org.freedesktop.DBus.Properties", "Get", "ss", ACCESSIBLE, "Name")

    def look(self):
        """The root of the tree as it is now; None where the program has none (not yet, or no longer)."""
        try:
            return self.look_once() if self.owner or self.find_owner() else None
        except dbus.DBusException:
            return None  # a node went while it was looked at: the next look sees it right

    def children_of(self, path):
        return [child for _, child in self.call(self.owner, path, ACCESSIBLE, "GetChildren")]

    def look_once(self):
        nodes, order, asked = {}, {ROOT: self.children_of(ROOT)}, {ROOT}
        self.n_looks += 1
        doubtful = self.n_looks % LOOKS_OF_TRUST == 0
        while True:
            items = self.call(self.owner, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")
            nodes = {item[0][1]: Node(self.bus, item) for item in items}
            known = {}
            for item in sorted(items, key=lambda item: item[3]):
                known.setdefault(item[2][1], []).append(item[0][1])
            reached, new = self.reach(nodes, known, order, asked, doubtful)
            if not new:
                return reached
            self.ask(new, order, asked)

    def ask(self, new, order, asked):
        """Ask each of these, and each below them, for its children. Asking for all items instead, once for each level
        of the tree, takes several times as long."""
        while new:
            path = new.pop()
            asked.add(path)
            order[path] = self.children_of(path)
            new.extend(child for child in order[path] if child not in asked)

    @staticmethod
    def reach(nodes, known, order, asked, doubtful):
        """Link the nodes that hang on the root; tell which have children that nobody saw yet."""
        new, todo = [], [nodes[ROOT]]
        while todo:
            node = todo.pop()
            paths = order.get(node.path, known.get(node.path, []))
            children = [nodes[path] for path in paths if path in nodes]
            # Hidden ones do not count: what shows in the place of one may not be known yet. GTK 4.8 does not always say
            # that one is hidden, but its place among the children is another's, or none.
            if node.path not in asked and (doubtful or len(paths) != node.n_children
                                           or not all(child.has(SHOWN) for child in children)
                                           or len({child.index for child in children}) != node.n_children):
                new.append(node.path)
                continue
            for path in paths:
                child = nodes.get(path)
                # GTK 4.24 lists some of what is in a popover below two parents.
                if child is not None and child.parent is None and path != ROOT:
                    child.parent = node
                    node.children.append(child)
                    todo.append(child)
        return nodes[ROOT], new


def find_all(root, role=None, name=None, containing=None, where=lambda node: True):
    """All nodes of this role and accessible name (or with this text in it), from top to bottom."""
    return [node for node in root.walk()
            if (role is None or node.role == role)
            and (name is None or same_name(node.name, name))
            and (containing is None or containing in node.name)
            and where(node)] if root else []
