# SPDX-License-Identifier: Apache-2.0
"""Command lines of the machines."""

import unittest
from pathlib import Path

from support import START, case, op
from lib.case import plan_of
from lib.host_names import addresses
from lib.machines import machine_of
from lib.operations import connector

TOLD = """oracle exec: phb4-linux-6.12-4k, six-groups
oracle exec: device 0000:01:00.0, edu, in group 0, here A
oracle exec: device 0000:03:00.1, pci-testdev, in group 2, here C
oracle exec: the program ended with exit code 0
"""
NAMES = {"A.0": "0000:01:00.0", "B.0": "0001:01:00.0"}


class MachinesTest(unittest.TestCase):
    def command(self, platform: str, *operations: dict) -> str:
        machine = machine_of(platform)
        plan = plan_of(case(START, *operations), "qemu-7.2", machine.has_guest)
        return " ".join(machine.command(plan, NAMES, Path("/s"), Path("/g")))

    def test_bridges_stand_before_their_devices(self) -> None:
        command = self.command("phb4-linux-6.12-4k")
        self.assertIn(
            "-device spapr-pci-host-bridge,id=phb1,index=1 -device vfio-pci,id=A.0,host=0000:01:00.0,bus=pci.0,addr=0x1 "
            "-device vfio-pci,id=B.0,host=0001:01:00.0,bus=phb1.0,addr=0x2",
            command,
        )
        self.assertIn("-m 268435456B ", command)

    def test_there_is_room_for_the_memory_that_comes(self) -> None:
        self.assertIn("slots=1,maxmem=", self.command("phb4-linux-6.12-4k", op("memory_add", ram="B2")))

    def test_on_a_pc_what_moves_has_a_port(self) -> None:
        command = self.command("x86-linux-6.12-4k", op("device_add", device="B.0", phb=0))
        self.assertIn("vfio-pci,id=A.0,host=0000:01:00.0,bus=pcie.0,addr=0x1", command)
        self.assertIn("vfio-pci,id=B.0,host=0001:01:00.0,bus=port2,addr=0x0", command)
        self.assertNotIn("-kernel", command)

    def test_names_of_the_host_are_what_the_oracle_says(self) -> None:
        self.assertEqual(addresses(TOLD), {"A.0": "0000:01:00.0", "C.1": "0000:03:00.1"})

    def test_connectors_are_those_of_the_device_tree(self) -> None:
        self.assertEqual(connector(1, 3), 0x40010018)
