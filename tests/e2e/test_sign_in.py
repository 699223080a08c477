#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Signing in, staying in, signing out, with a real keyring."""
import os
import subprocess
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop, gtk  # noqa: E402
from docket_e2e.accessibility import find_all  # noqa: E402
from docket_e2e.case import Case, stored_tokens  # noqa: E402
from docket_e2e.office import ME, TOKEN, Office, task  # noqa: E402
from docket_e2e.scripted import Reply, ScriptedServer  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

ANOTHER = "Token of Another Person"


class SignIn(Case):
    def setUp(self):
        super().setUp()
        self.held = threading.Event()
        self.addCleanup(self.held.set)

    def stay_on_page(self, program, token, address):
        """What was typed is still there, and nothing was stored."""
        self.assertEqual(self.typed_token(program), token)
        self.assertEqual(program.find(name="Server address").text(), address)
        self.assertNotIn(token, stored_tokens())

    def test_token_goes_to_the_keyring_and_the_next_start_to_the_list(self):
        program = self.signed_in()
        found = subprocess.run(["secret-tool", "lookup", "server", self.office.address, "user", "7"],
                               capture_output=True, text=True, check=True)
        self.assertEqual(found.stdout, TOKEN)
        program.quit()
        again = self.start()
        self.row(again, "Order new chairs")
        self.assertFalse(again.has(name="Access token"))

    def test_no_entry_holds_the_token_after_sign_in(self):
        program = self.start()
        self.give_token(program)
        self.row(program, "Order new chairs")
        # The page that is hidden now; newer versions of GTK do not show it to anybody.
        for entry in find_all(program.look(), "text", "Access token"):
            self.assertEqual(entry.text(), "")
        program.click("push button", "Main menu")
        program.click("menu item", "Sign Out…")
        self.answer(program, "Sign Out", "Sign Out?")
        self.assertEqual(program.find("text", "Access token").text(), "")

    def type_token(self, program):
        """As in give_token(), but the focus stays in the entry."""
        program.find(name="Access token")
        self.open_advanced(program)
        program.fill(None, "Server address", self.office.address)
        program.fill(None, "Access token", TOKEN)

    def test_enter_signs_in_from_the_practice_workspace(self):
        """The entry has lost the focus before it becomes insensitive: else GTK says so."""
        program = self.start("--practice", environment={"G_DEBUG": "gc-friendly"})
        program.click("push button", "Leave")
        self.type_token(program)
        desktop.key("Return")
        self.row(program, "Order new chairs")
        program.quit()
        self.assertEqual([line for line in program.said().splitlines()
                          if line and not any(noise in line for noise in gtk.NOISE)], [])

    def test_escape_ends_a_check_and_the_token_can_be_changed(self):
        self.office.on("GET", "/me", Reply(500, hold=self.held))
        program = self.start()
        self.type_token(program)
        desktop.key("Return")
        program.find("push button", "Continue", where=lambda node: not node.sensitive)
        desktop.key("Escape")
        program.find("push button", "Continue", where=lambda node: node.sensitive)
        self.office.on("GET", "/me", None)
        desktop.key("Return")
        self.row(program, "Order new chairs")

    def test_several_organizations_are_offered(self):
        self.office.stop()
        self.office = Office(organizations=("Young & Co", "Garden Club"))
        program = self.start()
        self.give_token(program)
        program.wait_for_text("Choose an Organization")
        program.click("list item", containing="Garden Club")
        self.row(program, "Order new chairs")
        listed = [r.path for r in self.office.received("GET") if r.path.endswith("/tasks")]
        self.assertTrue(listed)
        self.assertTrue(all(path.startswith(f"/organizations/{1:032x}/") for path in listed), listed)

    def test_wrong_token(self):
        program = self.start()
        self.give_token(program, "not-the-token")
        program.wait_for_text("Tallyfy does not accept this token.")
        self.stay_on_page(program, "not-the-token", self.office.address)

    def test_wrong_address(self):
        other = ScriptedServer()
        self.addCleanup(other.stop)
        other.on("GET", "/me", Reply(404, "<html>Nothing here</html>", [("Content-Type", "text/html")]))
        program = self.start()
        self.give_token(program, address=other.address)
        program.wait_for_text("There is no Tallyfy server at this address.")
        self.stay_on_page(program, TOKEN, other.address)

    def test_http_is_for_this_computer_only(self):
        program = self.start()
        self.give_token(program, address="http://tallyfy.example")
        program.wait_for_text("The address must begin with https://.")
        self.stay_on_page(program, TOKEN, "http://tallyfy.example")

    def test_no_network(self):
        self.office.stop()
        program = self.start()
        self.give_token(program)
        program.wait_for_text("You are offline. The token was not sent.")
        self.stay_on_page(program, TOKEN, self.office.address)

    def test_certificate_that_nobody_vouches_for(self):
        files = [os.path.join(self.folder, name) for name in ("cert.pem", "key.pem")]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=localhost", "-out", files[0], "-keyout", files[1]], check=True, capture_output=True)
        other = ScriptedServer(certificate=files)
        self.addCleanup(other.stop)
        program = self.start()
        self.give_token(program, address=other.address)
        program.wait_for_text("certificate is not valid, so the token was not sent")
        self.assertEqual(other.received(), [])

    def test_sign_out_forgets_token_and_tasks(self):
        program = self.signed_in()
        program.click(name="Main menu")
        program.click("menu item", "Sign Out…")
        program.click("push button", "Sign Out")
        program.find(name="Access token")
        self.assertNotIn(TOKEN, stored_tokens())
        cached = subprocess.run(["grep", "-rlF", "Order new chairs", os.path.join(self.home, ".cache")],
                                capture_output=True, text=True, check=False)
        self.assertEqual(cached.stdout, "")
        program.quit()
        self.start().find(name="Access token")

    def test_signed_out_in_mid_session(self):
        program = self.signed_in()
        self.choose(program, "Order new chairs")
        self.office.token = "another-token-55d0c2"
        self.secrets.append(self.office.token)
        desktop.key("F5")
        program.wait_for_text("Tallyfy has signed you out. Nothing is lost.")
        self.row(program, "Send the signed lease")
        self.assertFalse(program.find("push button", "Archive").sensitive)
        program.click("push button", "Sign In Again")
        program.fill(None, "Access token", self.office.token)
        self.click_until(program, lambda: not program.has("push button", "Continue"), "push button", "Continue")
        program.wait_gone(containing="Tallyfy has signed you out.")
        wait_until(lambda: program.find("push button", "Archive").sensitive, "Archive can be pressed again")
        self.assertIn(self.office.token, stored_tokens())

    def test_token_of_another_person_opens_that_persons_workspace(self):
        program = self.signed_in()
        self.choose(program, "Order new chairs")
        self.office.token = "another-token-55d0c2"
        self.secrets.append(self.office.token)
        self.office.me = {**ME, "id": 8, "username": "bo", "first_name": "Bo", "full_name": "Bo Young"}
        self.office.tasks[:] = [task(30, "Only for Bo", owners={"users": [8], "guests": [], "groups": []})]
        desktop.key("F5")
        program.click("push button", "Sign In Again")
        program.fill(None, "Access token", self.office.token)
        program.click("push button", "Continue")
        program.dialog(ANOTHER)
        self.assertIn("Ada Young", program.wait_for_text("The token is not").name)
        program.click("push button", "Close", where=lambda node: node.window().name == ANOTHER)
        self.row(program, "Only for Bo")
        program.wait_gone("list item", containing="Order new chairs")
        found = subprocess.run(["secret-tool", "lookup", "server", self.office.address, "user", "8"],
                               capture_output=True, text=True, check=True)
        self.assertEqual(found.stdout, self.office.token)


if __name__ == "__main__":
    tap.main()
