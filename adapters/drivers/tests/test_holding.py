# SPDX-License-Identifier: Apache-2.0
"""A group that another process has open."""

import sys
import unittest
from pathlib import Path

_ADAPTERS = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ADAPTERS / "qemu"))
sys.path.insert(0, str(_ADAPTERS / "drivers"))

from drivers.holding import held_by  # noqa: E402
from lib.errors import Unperformable  # noqa: E402
from lib.host_names import Place  # noqa: E402

PLACES = {"D.0": Place("0001:01:00.0", 3), "E.0": Place("0002:01:00.0", 4)}
START = {"op": "start", "program": "libvfn-2024", "as": "V1", "ram": "B1", "devices": ["E.0@0"]}


class HoldingTest(unittest.TestCase):
    def test_a_program_alone_is_started_as_it_is(self) -> None:
        held, operations = held_by([START], PLACES)
        self.assertEqual((held.operations, held.command("hold"), operations), (0, [], [START]))
        self.assertEqual(held.without([{"op": "open", "group": "E", "as": "G1"}]), [{"op": "open", "group": "E", "as": "G1"}])

    def test_another_process_has_the_node_of_the_group_open(self) -> None:
        held, operations = held_by([{"op": "open", "group": "E", "as": "X1"}, START], PLACES)
        self.assertEqual((held.operations, held.command("hold"), operations), (1, ["hold", "/dev/vfio/4"], [START]))

    def test_calls_are_those_of_the_program_with_its_own_names(self) -> None:
        held, _ = held_by([{"op": "open", "group": "E", "as": "X1"}, START], PLACES)
        calls = [
            {"op": "open", "group": "E", "as": "G1", "answer": "fd"},
            {"op": "fork", "as": "P2", "answer": 0},
            {"op": "open", "by": "P2", "group": "E", "as": "G2", "answer": "EBUSY"},
            {"op": "close", "on": "G1", "answer": 0},
        ]
        self.assertEqual(held.without(calls), [{"op": "open", "group": "E", "as": "G1", "answer": "EBUSY"}])

    def test_a_case_that_opens_anything_else_first_is_not_performed(self) -> None:
        with self.assertRaises(Unperformable):
            held_by([{"op": "open", "path": "/dev/vfio/vfio", "as": "C1"}, START], PLACES)


if __name__ == "__main__":
    unittest.main()
