#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""“meson install” puts everything where the desktop looks for it, and “ninja uninstall” takes all of it away.

Each case installs into an empty /usr/local that only this process and its children see.
"""
import configparser
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [TESTS, os.path.join(TESTS, "e2e")]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

ROOT = os.path.dirname(TESTS)
BUILD = os.environ["DOCKET_BUILD"]
PREFIX = "/usr/local"
ID = "app.docket.Docket"
INSIDE = "DOCKET_INSTALL_INSIDE"
SCHEMAS = "share/glib-2.0/schemas"


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120, **options).stdout


def files_below(folder):
    """What is there, folders with a slash at their end."""
    found = set()
    for base, folders, files in os.walk(folder):
        found.update(os.path.relpath(os.path.join(base, name), folder) for name in files)
        found.update(os.path.relpath(os.path.join(base, name), folder) + "/" for name in folders)
    return found


def plain_files(folder):
    return {name for name in files_below(folder) if not name.endswith("/")}


def languages():
    with open(os.path.join(ROOT, "po", "LINGUAS"), encoding="utf-8") as file:
        return [word for line in file for word in line.partition("#")[0].split()]


def help_pages():
    return {f"share/help/C/docket/{name}" for name in os.listdir(os.path.join(ROOT, "help", "C"))}


def expected_files():
    return {"bin/docket", "bin/docket-practice-server", f"share/applications/{ID}.desktop",
            f"share/dbus-1/services/{ID}.service", f"{SCHEMAS}/{ID}.gschema.xml",
            f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
            f"share/icons/hicolor/scalable/apps/{ID}.svg", f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
            "share/man/man1/docket.1", "share/man/man1/docket-practice-server.1", f"share/metainfo/{ID}.metainfo.xml",
            *help_pages(),
            *(f"share/locale/{language}/LC_MESSAGES/docket.mo" for language in languages())}


def schemas_known():
    environment = {**os.environ, "XDG_DATA_DIRS": f"{PREFIX}/share"}
    return run("gsettings", "list-schemas", env=environment).split()


def install(**options):
    run("meson", "install", "-C", BUILD, "--no-rebuild", **options)


def uninstall():
    run("ninja", "-C", BUILD, "uninstall")


class Install(unittest.TestCase):
    def setUp(self):
        run("mount", "-t", "tmpfs", "tmpfs", PREFIX)

    def tearDown(self):
        run("umount", "--lazy", PREFIX)

    def test_puts_everything_in_its_place(self):
        install()
        caches = {f"{SCHEMAS}/gschemas.compiled", "share/icons/hicolor/icon-theme.cache"}
        self.assertEqual(plain_files(PREFIX), expected_files() | caches)
        for name in expected_files():
            mode = stat.S_IMODE(os.stat(f"{PREFIX}/{name}").st_mode)
            self.assertEqual(mode, 0o755 if name.startswith("bin/") else 0o644, name)
        self.assertIn(ID, schemas_known())

    def test_entries_name_what_is_there(self):
        install()
        run("desktop-file-validate", f"{PREFIX}/share/applications/{ID}.desktop")
        for kind, section in ((f"applications/{ID}.desktop", "Desktop Entry"),
                              (f"dbus-1/services/{ID}.service", "D-BUS Service")):
            entry = configparser.ConfigParser(interpolation=None)
            entry.read(f"{PREFIX}/share/{kind}", encoding="utf-8")
            program = entry[section]["Exec"].split()[0]
            self.assertEqual(shutil.which(program, path=f"{PREFIX}/bin"), f"{PREFIX}/bin/docket", kind)
        for page in ("docket", "docket-practice-server"):
            self.assertIn(page, run("mandoc", f"{PREFIX}/share/man/man1/{page}.1"))
            self.assertIn("Usage:", run(f"{PREFIX}/bin/{page}", "--help"))

    def test_the_bus_starts_it(self):
        """As the desktop does, which knows no more than the name."""
        install()
        environment = {**os.environ, "XDG_DATA_DIRS": f"{PREFIX}/share:/usr/share"}
        environment.pop("GSETTINGS_SCHEMA_DIR", None)
        call = ("gdbus call --session --timeout 60 --dest app.docket.Docket --object-path /app/docket/Docket "
                "--method org.freedesktop.Application.")
        script = f'{call}Activate "{{}}" && read -r line && {call}ActivateAction quit "[]" "{{}}"'
        with subprocess.Popen(["dbus-run-session", "--", "bash", "-c", script], env=environment, text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as session:
            wait_until(lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^Docket$").strip(), "a window")
            said, _ = session.communicate("go on\n", timeout=60)
        self.assertEqual(session.returncode, 0, said)

    def test_is_packed_below_another_folder(self):
        with tempfile.TemporaryDirectory(prefix="docket-install-") as folder:
            install(env={**os.environ, "DESTDIR": folder})
            self.assertEqual(plain_files(folder), {f"{PREFIX[1:]}/{name}" for name in expected_files()})
            self.assertEqual(files_below(PREFIX), set())
            uninstall()
            self.assertEqual(plain_files(folder), set())

    def test_uninstall_leaves_nothing(self):
        install()
        uninstall()
        self.assertEqual(files_below(PREFIX), set())

    def test_uninstall_after_two_installations(self):
        """Of the second one Meson does not know which folders the first had made. These are everybody's."""
        install()
        install()
        uninstall()
        self.assertEqual(files_below(PREFIX), {"bin/", "share/", "share/man/"})

    def test_uninstall_leaves_what_other_programs_have(self):
        os.makedirs(f"{PREFIX}/{SCHEMAS}")
        with open(f"{PREFIX}/{SCHEMAS}/org.example.Other.gschema.xml", "w", encoding="utf-8") as file:
            file.write('<schemalist><schema id="org.example.Other" path="/org/example/other/">'
                       '<key name="on" type="b"><default>true</default></key></schema></schemalist>')
        run("glib-compile-schemas", f"{PREFIX}/{SCHEMAS}")
        before = files_below(PREFIX)
        install()
        self.assertEqual(schemas_known(), [ID, "org.example.Other"])
        uninstall()
        self.assertEqual(files_below(PREFIX), before)
        self.assertEqual(schemas_known(), ["org.example.Other"])


def main():
    """In a namespace of its own, where mounting concerns nobody else."""
    if INSIDE in os.environ:
        tap.main()
    command = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    trial = subprocess.run([*command, "mount", "-t", "tmpfs", "tmpfs", PREFIX], capture_output=True, check=False)
    if trial.returncode != 0:
        print("1..0 # SKIP nothing may be mounted here")
        return
    os.environ[INSIDE] = "1"
    os.execvp("unshare", [*command, sys.executable, os.path.abspath(__file__), *sys.argv[1:]])


if __name__ == "__main__":
    main()
