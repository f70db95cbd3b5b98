# SPDX-License-Identifier: Apache-2.0
import unittest
from pathlib import Path

import support  # noqa: F401  (finds the modules of the adapter)
from lib.machines import MACHINES, OF_MEMORY

TOPOLOGIES = Path(__file__).resolve().parents[3] / "fixtures/topologies"


class MemoryTest(unittest.TestCase):
    def test_a_machine_with_64_gib_has_topologies_of_its_own(self) -> None:
        machine = MACHINES["powernv8"]
        for size in ("64G", "64g"):
            self.assertEqual(list(machine.with_memory(size).hosts), ["six-groups-64g"])
        for size in ("3G", "4G"):
            self.assertEqual(machine.with_memory(size), machine)

    def test_the_topologies_have_so_much_memory(self) -> None:
        for size, hosts in OF_MEMORY.items():
            for topology in hosts:
                described = (TOPOLOGIES / f"{topology}.yaml").read_text()
                self.assertIn(f"ram: '{int(size[:-1]) << 30:#x}'", described)
