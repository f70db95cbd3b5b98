# SPDX-License-Identifier: Apache-2.0
"""What the matrix chooses, reads and prints, with a scripted oracle instead of machines."""

import contextlib
import importlib.machinery
import importlib.util
import io
import sys
import unittest
from pathlib import Path
from types import ModuleType
from unittest import mock

import support  # noqa: F401  (sets the path)

FILE = Path(__file__).resolve().parent.parent / "matrix"
AGREES = "374 fixtures, 2900 operations compared: 372 conforms, 2 fixed\n"
DIFFERS = "some difference\n374 fixtures, 2900 operations compared: 373 conforms, 1 differs\n"
RANDOM = "powernv9 is phb4-linux-6.12.95-4k, seed 1, length 16: 7 cases, 90 operations compared: 7 conforms\n"
FOUND = "MAP answer: expected 0, got EPERM\n  1  open\n  case: a.yaml\n\nUNMAP out\n  case: b.yaml\n\n" + RANDOM


def load() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("matrix", str(FILE))
    spec = importlib.util.spec_from_loader("matrix", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["matrix"] = module
    loader.exec_module(module)
    return module


MATRIX = load()


class MatrixTest(unittest.TestCase):
    def run_matrix(self, *words: str, answers: tuple[tuple[int, str, str], ...] = ()) -> tuple[int, str, str]:
        self.commands: list[list[str]] = []
        left = list(answers)

        def oracle(command: list[str]) -> tuple[int, str, str]:
            self.commands.append(command)
            return left.pop(0)

        out, err = io.StringIO(), io.StringIO()
        with mock.patch.object(MATRIX, "oracle", oracle):
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    code = MATRIX.main(list(words))
                except SystemExit as end:
                    code = end.code
        self.assertEqual([], left, "every answer was asked for")
        return code, out.getvalue(), err.getvalue()

    def cells(self, out: str) -> list[list[str]]:
        return [line.split() for line in out.splitlines() if line.startswith(("powernv", "pseries"))]

    def test_a_pair_that_agrees_is_a_row_and_exit_0(self) -> None:
        code, out, _ = self.run_matrix("--only", "powernv9x6.12-4k", answers=((0, AGREES, ""),))

        self.assertEqual(0, code)
        self.assertEqual([["powernv9", "6.12-4k", "372", "2", "0", "0", "0", "0", "0", "-", "-"]], self.cells(out))
        self.assertEqual(["run", "--adapter", "adapters/linux/powernv9 --release 6.12 --page 4k"], self.commands[0])

    def test_a_difference_is_counted_printed_and_exit_1(self) -> None:
        code, out, _ = self.run_matrix("--only", "powernv9x6.12-4k", answers=((1, DIFFERS, ""),))

        self.assertEqual(1, code)
        self.assertEqual("1", self.cells(out)[0][4])
        self.assertIn("some difference", out)

    def test_random_differences_are_counted_by_kind(self) -> None:
        words = ("--only", "powernv9x6.12-4k", "--random", "90", "--seed", "5", "--ledger")
        code, out, _ = self.run_matrix(*words, answers=((0, AGREES, ""), (1, FOUND, "")))

        self.assertEqual(1, code)
        self.assertEqual(["90", "2"], self.cells(out)[0][-2:])
        self.assertIn("UNMAP out", out)
        self.assertEqual(["--operations", "90", "--seed", "5", "--ledger"], self.commands[1][3:])

    def test_random_operations_that_agree_have_no_differences(self) -> None:
        words = ("--only", "powernv9x6.12-4k", "--random", "90")
        code, out, _ = self.run_matrix(*words, answers=((0, AGREES, ""), (0, RANDOM, "")))

        self.assertEqual(0, code)
        self.assertEqual(["90", "0"], self.cells(out)[0][-2:])

    def test_a_random_run_that_breaks_is_told_with_its_last_words(self) -> None:
        words = ("--only", "powernv9x6.12-4k", "--random", "90")
        code, out, _ = self.run_matrix(*words, answers=((0, AGREES, ""), (3, "", "a\nit ended\n")))

        self.assertEqual(1, code)
        self.assertIn("0          not asked: it ended", out)

    def test_a_computer_that_lacks_everything_exits_75(self) -> None:
        lacks = (2, "", "this computer lacks something\n")
        code, out, _ = self.run_matrix("--only", "pseries", answers=(lacks,) * len(MATRIX.chosen(["pseries"])))

        self.assertEqual(75, code)
        self.assertIn("not asked: this computer lacks something", out)

    def test_one_machine_that_lacks_something_does_not_hide_the_others(self) -> None:
        pairs = len(MATRIX.chosen(["powernv10"]))
        self.assertGreater(pairs, 1)
        answers = ((2, "", "no package\n"), *((0, AGREES, ""),) * (pairs - 1))

        self.assertEqual(0, self.run_matrix("--only", "powernv10", answers=answers)[0])

    def test_a_kernel_that_does_not_come_up_is_broken(self) -> None:
        code, out, _ = self.run_matrix("--only", "powernv9x6.12-4k", answers=((3, "", ""),))

        self.assertEqual(1, code)
        self.assertIn("not asked: no reason was given", out)

    def test_nothing_changed_is_fine(self) -> None:
        code, out, _ = self.run_matrix("--only", "powernv9x6.12-4k", "--changed", answers=((0, "", ""),))

        self.assertEqual(0, code)
        self.assertEqual(["0"] * 7, self.cells(out)[0][2:9])
        self.assertIn("--changed", self.commands[0])

    def test_only_chooses_machines_and_pairs(self) -> None:
        self.assertEqual([("powernv9", "5.10-4k")], MATRIX.chosen(["powernv9x5.10-4k"]))
        self.assertEqual({"pseries"}, {machine for machine, _ in MATRIX.chosen(["pseries"])})
        every = [(machine, kernel) for kernel, (_, machines) in MATRIX.KERNELS.items() for machine in machines]
        self.assertEqual(every, MATRIX.chosen([]))

    def test_a_pair_that_there_is_not_is_refused_with_those_there_are(self) -> None:
        code, _, err = self.run_matrix("--only", "powernv7")

        self.assertEqual(2, code)
        self.assertIn('no such pair "powernv7"; known:', err)
        self.assertIn("powernv9x6.12-64k", err)
        self.assertEqual(2, self.run_matrix("--random", "-4")[0])

    def test_list_names_each_command_and_what_is_left_out(self) -> None:
        code, out, _ = self.run_matrix("--list", "--only", "powernv10")

        self.assertEqual(0, code)
        self.assertIn("powernv10 6.12-64k: adapters/linux/powernv10 --release 6.12 --page 64k\n", out)
        self.assertIn("left out: ", out)
        self.assertEqual([], self.commands)


if __name__ == "__main__":
    unittest.main()
