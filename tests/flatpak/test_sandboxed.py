#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The installed Flatpak, in its sandbox: what it may do, where the token goes, and the story of a task. It is run by
build-aux/flatpak --test on a desk with portals, after the Flatpak was built and installed."""
import os
import subprocess
import sys
from datetime import datetime, timezone

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [TESTS, os.path.join(TESTS, "e2e")]
import tap  # noqa: E402
from docket_e2e import keyring  # noqa: E402
from docket_e2e.case import Case, stored_tokens  # noqa: E402
from docket_e2e.office import TOKEN  # noqa: E402
from docket_e2e.sandboxed import ID, Sandboxed, flatpak  # noqa: E402

LEASE = "Send the signed lease"
WAITING = "Waiting for your keyring. Your desktop may ask for its password."
PERMISSIONS = """[Context]
shared=network;ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;
"""


class InSandbox(Case):
    program_kind = Sandboxed
    own_folders = (f".var/app/{ID}/cache/docket", f".var/app/{ID}/data/docket")

    def inside(self, command):
        """What a shell in the sandbox of the program says to this."""
        return flatpak("run", "--command=sh", ID, "-c", command, env={**os.environ, "HOME": self.home})

    def files(self):
        """Everything that the program has written."""
        return [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(self.home, ".var"))
                for name in names]

    def assert_token_only_encrypted(self):
        [keyring] = [path for path in self.files() if path.endswith(".keyring")]
        self.assertEqual(os.path.relpath(keyring, self.home), f".var/app/{ID}/data/keyrings/default.keyring")
        for path in self.files():
            with open(path, "rb") as file:
                self.assertNotIn(TOKEN.encode(), file.read(), path)
        self.assertNotIn(TOKEN, stored_tokens())

    def sign_in(self, *arguments, **options):
        program = self.start(*arguments, **options)
        self.give_token(program)
        self.row(program, LEASE)
        return program


class Sandbox(InSandbox):
    def test_asks_for_the_network_a_display_and_nothing_else(self):
        self.assertEqual(flatpak("info", "--show-permissions", ID).strip(), PERMISSIONS.strip())

    def test_cannot_read_the_files_of_the_person(self):
        path = os.path.join(self.home, "diary.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("dear diary")
        os.chmod(path, 0o644)
        said = self.inside(f"cat '{path}' 2>/dev/null || echo closed; ls -A '{self.home}'; "
                           f"ls '{__file__}' /run/host/etc /run/host/usr 2>/dev/null || echo no host")
        self.assertEqual(said.splitlines(), ["closed", ".var", "no host"])

    def test_token_goes_through_the_portal_and_is_there_after_a_restart(self):
        program = self.sign_in()
        self.assert_token_only_encrypted()
        program.quit()
        again = self.start()
        self.row(again, "Order new chairs")
        self.choose(again, "Order new chairs")
        again.find_at_rest("push button", "Archive")
        self.assertFalse(again.has(name="Access token"))
        self.assert_token_only_encrypted()

    def test_wrong_token_is_told_and_not_kept(self):
        program = self.start()
        self.give_token(program, "not-the-token")
        program.wait_for_text("Tallyfy does not accept this token.")
        self.assertEqual([path for path in self.files() if path.endswith(".keyring")], [])

    def test_archive_restore_and_permanent_deletion(self):
        program = self.sign_in()
        self.choose(program, LEASE)
        program.click("push button", "Archive")
        program.wait_for_text("Task archived")
        program.wait_gone("list item", containing=LEASE)
        self.office.by_title(LEASE)["archived_at"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.show_view(program, "Archived")
        self.choose(program, LEASE)
        program.click("push button", "Restore")
        program.wait_gone("list item", containing=LEASE)
        self.show_view(program, "One-Off")
        self.choose(program, LEASE)
        path = self.office.path_of(LEASE)
        self.open_delete_dialog(program)
        program.wait_for_text("1 form field, 1 answer and 1 comment")
        self.answer(program, "Delete Permanently")
        program.wait_for_text("Task deleted permanently")
        program.wait_gone("list item", containing=LEASE)
        self.assert_writes(("DELETE", path), ("PUT", f"{path}/restore"), ("DELETE", f"{path}/delete"))
        self.assert_headers(self.office.writes()[-1])

    def test_practice_workspace_works_inside(self):
        program = self.start()
        program.click("push button", "Try the Practice Workspace")
        self.show_view(program, "One-Off")
        program.click("list item", containing=", one-off")
        title = program.find("heading").name
        program.click("push button", "Archive")
        program.wait_for_text("Task archived")
        program.wait_gone("list item", containing=title)
        program.quit()
        again = self.start("--practice")
        self.show_view(again, "Archived")
        self.row(again, title)


class LockedKeyring(InSandbox):
    """The portal hands out no secret before the person has unlocked the keyring."""

    def tearDown(self):
        keyring.dismiss_prompt()
        keyring.unlock()
        super().tearDown()

    def sign_in_and_wait(self):
        keyring.lock()
        program = self.start()
        self.give_token(program)
        program.wait_for_text("Waiting for Your Keyring")
        return program, keyring.put_prompt_aside()

    def test_sign_in_goes_on_once_it_is_unlocked(self):
        program, prompt = self.sign_in_and_wait()
        keyring.answer_prompt(prompt)
        self.row(program, LEASE)
        self.assert_token_only_encrypted()

    def test_waiting_can_be_cancelled_and_the_practice_workspace_used(self):
        program, _ = self.sign_in_and_wait()
        program.click("push button", "Cancel")
        self.assertEqual(self.typed_token(program), TOKEN)
        program.click("push button", "Try the Practice Workspace")
        program.find("list item", containing=", one-off")
        self.assertEqual([path for path in self.files() if path.endswith(".keyring")], [])

    def start_again_and_wait(self):
        self.sign_in().quit()
        keyring.lock()
        program = self.start()
        program.wait_for_text(WAITING)
        return program, keyring.put_prompt_aside()

    def test_another_workspace_can_be_opened_meanwhile(self):
        program, _ = self.start_again_and_wait()
        flatpak("run", ID, "--practice", env=program.environment)
        program.find("list item", containing=", one-off")
        program.wait_gone(containing=WAITING)
        program.quit()

    def test_kept_tasks_show_meanwhile(self):
        again, prompt = self.start_again_and_wait()
        asked = len(self.office.received())
        self.choose(again, LEASE)
        self.assertFalse(again.find("push button", "Archive").sensitive)
        self.assertEqual(len(self.office.received()), asked)
        keyring.answer_prompt(prompt)
        again.wait_gone(containing=WAITING)
        again.find("push button", "Archive", where=lambda node: node.sensitive)


if __name__ == "__main__":
    tap.main()
