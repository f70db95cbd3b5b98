# SPDX-License-Identifier: Apache-2.0
"""Command lines of the machines."""

import unittest
from pathlib import Path

from support import START, case, op
from lib.case import plan_of
from lib.host_names import Place, places
from lib.machines import Qemu, machine_of
from lib.operations import connector

TOLD = """oracle exec: phb4-linux-6.12-4k, six-groups
oracle exec: device 0000:01:00.0, edu, in group 0, here A
oracle exec: device 0000:03:00.1, pci-testdev, in group 2, here C
oracle exec: the program ended with exit code 0
"""
NAMES = {"A.0": Place("0000:01:00.0", 0), "B.0": Place("0001:01:00.0", 3)}


class MachinesTest(unittest.TestCase):
    def command(self, platform: str, *operations: dict, version: str = "7.2.22") -> str:
        machine = machine_of(platform)
        plan = plan_of(case(START, *operations), "qemu-7.2", machine.has_guest)
        qemu = Qemu("/bin/qemu", version, "qemu-7.2")
        return " ".join(machine.command(qemu, plan, NAMES, Path("/s"), Path("/g")))

    def test_bridges_stand_before_their_devices(self) -> None:
        command = self.command("phb4-linux-6.12-4k")
        self.assertIn(
            "-device spapr-pci-host-bridge,id=phb1,index=1 -device vfio-pci,id=A.0,host=0000:01:00.0,bus=pci.0,addr=0x1 "
            "-device vfio-pci,id=B.0,host=0001:01:00.0,bus=phb1.0,addr=0x2",
            command,
        )
        self.assertIn("-m 262144K ", command)

    def test_a_bridge_is_made_for_the_group_of_its_device_before_2_6(self) -> None:
        self.assertIn(
            "-device spapr-pci-vfio-host-bridge,id=phb1,index=1,iommu=3 -device vfio-pci,id=A.0",
            self.command("phb4-linux-6.12-4k", version="2.5.0"),
        )

    def test_there_is_room_for_the_memory_that_comes(self) -> None:
        self.assertIn("slots=1,maxmem=", self.command("phb4-linux-6.12-4k", op("memory_add", ram="B2")))

    def test_on_a_pc_what_moves_has_a_port(self) -> None:
        command = self.command("x86-linux-6.12-4k", op("device_add", device="B.0", phb=0))
        self.assertIn("vfio-pci,id=A.0,host=0000:01:00.0,bus=pcie.0,addr=0x1", command)
        self.assertIn("vfio-pci,id=B.0,host=0001:01:00.0,bus=port2,addr=0x0", command)
        self.assertNotIn("-kernel", command)

    def test_names_of_the_host_are_what_the_oracle_says(self) -> None:
        self.assertEqual(places(TOLD), {"A.0": Place("0000:01:00.0", 0), "C.1": Place("0000:03:00.1", 2)})

    def test_connectors_are_those_of_the_device_tree(self) -> None:
        self.assertEqual(connector(1, 3), 0x40010018)
