# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""What a desktop has on the bus: it takes notifications and is asked whether a program may run without a window."""
import os
import threading

from gi.repository import Gio, GLib

NOTIFICATIONS = """<node><interface name='org.gtk.Notifications'>
<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='a{sv}' direction='in'/></method>
<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>
</interface></node>"""
BACKGROUND = """<node><interface name='org.freedesktop.portal.Background'>
<method name='RequestBackground'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
<arg type='o' direction='out'/></method>
<method name='SetStatus'><arg type='a{sv}' direction='in'/></method>
<property name='version' type='u' access='read'/>
</interface></node>"""
PORTAL = "/org/freedesktop/portal/desktop"


class Shell:
    """Answers in a thread of its own. notifications: what shows now, by ID; requests and statuses: what it was asked."""

    def __init__(self, portal=True, allows=True, allows_autostart=True):
        self.notifications, self.shown = {}, []
        self.requests, self.statuses = [], []
        self.allows, self.allows_autostart = allows, allows_autostart
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        ready = threading.Event()
        self.thread = threading.Thread(target=self.run, args=(portal, ready), daemon=True)
        self.thread.start()
        ready.wait(60)

    def run(self, portal, ready):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.export("/org/gtk/Notifications", NOTIFICATIONS, "org.gtk.Notifications")
        if portal:
            self.export(PORTAL, BACKGROUND, "org.freedesktop.portal.Desktop")
        ready.set()
        self.loop.run()
        self.bus.close_sync()
        self.context.pop_thread_default()

    def export(self, path, xml, name):
        self.bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], self.call, None, None)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", (name, 4)), None, Gio.DBusCallFlags.NONE, 60000, None)

    def call(self, bus, sender, _path, _interface, method, parameters, invocation):
        values = parameters.unpack()
        answer = None
        if method == "AddNotification":
            self.notifications[values[1]] = values[2]
            self.shown.append(values[2]["title"])
        elif method == "RemoveNotification":
            self.notifications.pop(values[1], None)
        elif method == "SetStatus":
            self.statuses.append(values[0]["message"])
        else:
            options = values[1]
            self.requests.append(options)
            handle = f"{PORTAL}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
            answer = GLib.Variant("(o)", (handle,))
        invocation.return_value(answer)
        if answer:
            granted = {"background": GLib.Variant("b", self.allows),
                       "autostart": GLib.Variant("b", self.allows and options["autostart"] and self.allows_autostart)}
            bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                            GLib.Variant("(ua{sv})", (0 if self.allows else 1, granted)))

    def titles(self):
        return sorted(notification["title"] for notification in dict(self.notifications).values())

    def stop(self):
        self.loop.quit()
        self.thread.join(60)
