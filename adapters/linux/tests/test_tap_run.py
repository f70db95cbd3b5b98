# SPDX-License-Identifier: Apache-2.0
"""What a runner printed, out of all that a console said."""

import unittest

import support  # noqa: F401
from lib.errors import KernelFailure
from lib.tap_run import lines_of_runner


class LinesOfRunnerTest(unittest.TestCase):
    def test_what_stands_between_its_begin_and_its_end_is_the_runners_then_comes_its_exit_code(self) -> None:
        console = [
            "Linux version 6.12\n",
            "@@ note device 0000:03:00.0 1234:11e8 group 0 driver vfio-pci ;\r\n",
            "@@ note runner begins ;\r\n",
            "TAP version 14\r\n",
            "1..1\r\n",
            "ok 1 - ATTACH-001\r\n",
            "@@ note runner ended with 0 ;\r\n",
            "reboot: Power down\n",
        ]

        self.assertEqual(list(lines_of_runner(console)), ["TAP version 14", "1..1", "ok 1 - ATTACH-001", 0])

    def test_what_the_firmware_says_in_the_middle_of_a_line_is_left_out(self) -> None:
        console = [
            "@@ note runner begins ;",
            "ok 1 - ATT[   68.247309251,4] Spent 1002 msecs in OPAL call 62!",
            "ACH-001",
            "[   69.247309251,4] Spent 1002 msecs in OPAL call 62!",
            "@@ note runner ended with 1 ;",
        ]

        self.assertEqual(list(lines_of_runner(console)), ["ok 1 - ATTACH-001", 1])

    def test_a_machine_that_ends_before_its_runner_is_a_failure(self) -> None:
        with self.assertRaisesRegex(KernelFailure, "before the runner"):
            list(lines_of_runner(["@@ note runner begins ;", "1..2", "ok 1 - A"]))
        with self.assertRaisesRegex(KernelFailure, "does not boot"):
            list(lines_of_runner(["Kernel panic"]))


if __name__ == "__main__":
    unittest.main()
