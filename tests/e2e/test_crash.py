#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""SIGKILL at every moment of a permanent deletion. The next start says what it found, and never sends again."""
import os
import sys
import threading

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import desktop  # noqa: E402
from docket_e2e.case import ASKING, Case  # noqa: E402
from docket_e2e.office import task  # noqa: E402
from docket_e2e.program import BUILD  # noqa: E402
from docket_e2e.scripted import Reply  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

CHAIRS = "Order new chairs"
LIBRARY = os.path.join(BUILD, "tests", "e2e", "libstop-at.so")


class Crash(Case):
    def setUp(self):
        super().setUp()
        self.stop_file = os.path.join(self.folder, "stop")

    def start(self, *arguments, **options):
        options.setdefault("environment", {"LD_PRELOAD": LIBRARY, "DOCKET_STOP_FILE": self.stop_file})
        return super().start(*arguments, **options)

    def kill(self, program):
        program.process.kill()
        program.process.wait()

    def start_again(self):
        """The next start, once its first pass over the list is over and what was open is settled."""
        seen = len(self.office.received())
        program = self.start()
        self.row(program, "Send the signed lease")
        wait_until(lambda: any("archived=only" in r.target for r in self.office.received()[seen:]), "a whole pass",
                   details=program.describe)
        return program

    def deletions_of(self, path):
        return len(self.office.received("DELETE", path))

    def ask(self, program, title):
        self.choose(program, title)
        self.open_delete_dialog(program, ASKING)
        self.answer(program, "Delete Permanently")

    def assert_history(self, program, title, words):
        self.show_view(program, "History")
        program.find("list item", containing=title)
        program.find("list item", where=lambda node: title in node.name and words in node.name)

    def test_while_the_copy_is_fetched(self):
        path = self.office.path_of(CHAIRS)
        hold = threading.Event()
        program = self.signed_in()
        self.choose(program, CHAIRS)
        self.open_delete_dialog(program)
        program.wait_for_text("1 form field")
        self.office.on("GET", path, Reply(hold=hold, drop=True))
        seen = len(self.office.received("GET", path))
        self.answer(program, "Delete Permanently")
        wait_until(lambda: len(self.office.received("GET", path)) > seen, "the copy asked for", details=program.describe)
        self.kill(program)
        hold.set()
        self.office.on("GET", path, None)
        program = self.start_again()
        self.row(program, CHAIRS)
        self.assert_writes()
        self.show_view(program, "History")
        program.wait_for_text("No Removals Yet")
        program.quit()

    def during_the_request(self, acts):
        path = self.office.path_of(CHAIRS, "/delete")
        hold = threading.Event()
        self.office.on("DELETE", path, Reply(hold=hold, drop=True))
        program = self.signed_in()
        chairs = self.office.by_title(CHAIRS)
        self.ask(program, CHAIRS)
        wait_until(lambda: self.deletions_of(path), "the request", details=program.describe)
        self.kill(program)
        if acts:
            self.office.tasks.remove(chairs)
        hold.set()
        self.office.on("DELETE", path, None)
        program = self.start_again()
        if acts:
            self.assert_history(program, CHAIRS, "found by look-up")
        else:
            self.assert_history(program, CHAIRS, "still there at")
        self.assertEqual(self.deletions_of(path), 1)
        program.quit()

    def test_during_the_request_which_then_acts(self):
        self.during_the_request(acts=True)

    def test_during_the_request_which_does_not_act(self):
        self.during_the_request(acts=False)

    def test_while_the_journal_is_written(self):
        """One task after another is deleted, each time killed one step later than before."""
        self.add_task(1)
        program = self.signed_in()
        for n in range(1, 31):
            title = f"Disposable {n:02}"
            path = self.office.path_of(title, "/delete")
            if not self.kill_at(program, n, title):
                break
            self.add_task(n + 1)
            program = self.check_after_crash(title, path)
        else:
            self.fail("thirty steps, and the journal is still being written")
        self.assertGreater(n, 4, "the journal is written in more steps than that")
        program.quit()

    def add_task(self, n):
        self.office.tasks.append(task(100 + n, f"Disposable {n:02}"))

    def kill_at(self, program, n, title):
        """False where the deletion came to its end before the n-th step."""
        stopped = f"{self.stop_file}.stopped"
        self.choose(program, title)
        self.open_delete_dialog(program)
        with open(self.stop_file, "w", encoding="ascii") as file:
            file.write(f"{n}\n")
        self.answer(program, "Delete Permanently")
        wait_until(lambda: os.path.exists(stopped) or program.has(containing="Task deleted permanently"),
                   f"step {n}, or the end", details=program.describe)
        was_stopped = os.path.exists(stopped)
        os.unlink(self.stop_file)
        if was_stopped:
            self.kill(program)
            os.unlink(stopped)
        return was_stopped

    def check_after_crash(self, title, path):
        """What the person sees agrees with the server, and nothing is sent again."""
        sent = self.deletions_of(path)
        self.assertLessEqual(sent, 1)
        program = self.start_again()
        if title in self.office.titles():
            self.row(program, title)
            self.assertEqual(sent, 0)
            self.office.tasks.remove(self.office.by_title(title))
        else:
            program.wait_gone("list item", containing=title)
            self.assertEqual(sent, 1)
            self.assert_history(program, title, "Deleted permanently")
            self.show_view(program, "To Do")
        self.assertEqual(self.deletions_of(path), sent)
        return program


if __name__ == "__main__":
    tap.main()
