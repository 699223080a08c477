#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The narrowest window: the width of a phone is enough."""
import os
import sys
from itertools import pairwise

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import tap  # noqa: E402
from docket_e2e import gtk  # noqa: E402
from docket_e2e.case import Case  # noqa: E402
from docket_e2e.waiting import wait_until  # noqa: E402

WIDTH, HEIGHT = 360, 640


class Narrow(Case):
    def wait_for_width(self, program, width=WIDTH):
        wait_until(lambda: program.windows()[0].extents()[2] == width, f"a window {width} px wide",
                   details=lambda: f"{program.windows()[0].extents()}\n{program.describe()}")

    def test_list_and_task_fit(self):
        program = self.signed_in()
        program.resize(WIDTH, HEIGHT)
        self.wait_for_width(program)
        self.choose(program, "Send the signed lease")
        self.wait_for_width(program)

    def test_the_buttons_of_the_header_stand_side_by_side(self):
        program = self.signed_in()
        program.resize(WIDTH, HEIGHT)
        self.wait_for_width(program)
        self.choose(program, "Send the signed lease")
        places = [program.find("push button", name).extents() for name in ("Complete", "Archive")]
        for (x, _, width, _), (following, _, _, _) in pairwise([*places, (WIDTH, 0, 0, 0)]):
            self.assertLessEqual(x + width, following, places)

    def bottom(self, node):
        _, y, _, height = node.extents()
        return y + height

    def assert_facts_stand_in_order(self, program):
        """The task's chips are all there, above its properties."""
        properties = program.find("label", "Deadline").extents()[1]
        for chip in ("One-off task", "Events", "Finance"):
            self.assertLessEqual(self.bottom(program.find("label", chip)), properties, chip)

    def test_chips_cover_nothing_and_are_all_there(self):
        program = self.start("--practice")
        self.choose(program, "Pay the deposit for the fair stand")
        self.assert_facts_stand_in_order(program)
        program.resize(WIDTH, HEIGHT)
        self.wait_for_width(program)
        self.choose(program, "Pay the deposit for the fair stand")
        self.assert_facts_stand_in_order(program)

    def test_chips_stand_side_by_side(self):
        program = self.start("--practice")
        self.choose(program, "Pay the deposit for the fair stand")
        # The chip around the words is wider by 10 pixels on each side, and with earlier versions this is about the words
        # alone; in a tag's the dot and 6 pixels stand before them.
        dot, around = 10 + 6, 10
        gaps = [(around if gtk.TELLS_CONTENT else 0) + 6 + around + dot, around + 6 + around + dot]
        chips = [program.find_at_rest("label", name).extents() for name in ("One-off task", "Events", "Finance")]
        for ((x, y, width, _), (next_x, next_y, _, _)), gap in zip(pairwise(chips), gaps):
            # Above the words of a chip without a dot there may be its 2 pixels, too.
            self.assertEqual((next_x - x - width, abs(next_y - y) <= 2), (gap, True))

    def start_of_title(self, program):
        self.choose(program, "Send the signed lease")
        return program.find_at_rest("heading", "Send the signed lease").extents()[0]

    def test_margins_are_narrower_where_the_window_is(self):
        program = self.signed_in()
        program.resize(900, HEIGHT)
        self.wait_for_width(program, 900)
        self.assertEqual(self.start_of_title(program), 380 + 24)
        program.resize(WIDTH, HEIGHT)
        self.wait_for_width(program)
        self.assertEqual(self.start_of_title(program), 12)


if __name__ == "__main__":
    tap.main()
