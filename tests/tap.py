# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""Runs a module's unittest cases and reports them as TAP, so that each counts as a test of its own."""
import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def report(self, word, test, note=""):
        self.number += 1
        print(f"{word} {self.number} - {test.id().partition('.')[2]}{note}", flush=True)

    def startTest(self, test):
        super().startTest(test)
        print(f"# {test.id()}", file=sys.stderr, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.report("ok", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.report("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.fail(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.fail(subtest, err)

    def fail(self, test, err):
        print(self._exc_info_to_string(err, test), file=sys.stderr, flush=True)
        self.report("not ok", test)


def main():
    """Run all cases of __main__, or those whose name holds one of the arguments."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{argument}*" for argument in sys.argv[1:]] or None
    suite = loader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.number and result.wasSuccessful() else 1)
