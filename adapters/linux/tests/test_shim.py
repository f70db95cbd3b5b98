# SPDX-License-Identifier: Apache-2.0
"""The shim: how it edits a device tree, finds memory, answers calls and reads the kernel that it carries."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

import support  # noqa: F401
from elf_kernel import vmlinux
from flattened_tree import Tree, cells, flattened, strings, unflattened, wide
from lib import shim
from lib.architectures import POWER

HERE = Path(__file__).resolve().parent
P7IOC, P5IOC2 = "1", "2"
SUCCESS, PARAMETER, RESOURCE = 0, -1, -10
LEVEL = 0x80000
NO_CALL = "0"
#: What is left when the program ends is no fault of it.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}


def bridge(number: int) -> dict[str, Any]:
    return {
        "compatible": strings("ibm,power8-pciex", "ibm,ioda2-phb"),
        "reg": wide(0x3FFFE40000000 + (number << 20), 0x1000),
        "ibm,opal-phbid": wide(number),
        "ibm,opal-m64-window": wide(1 << 40, 1 << 40, 1 << 36),
        "ibm,opal-tce-kill": wide(0x3FFFE40000210),
        "pci@0": {"compatible": strings("ibm,ioda2-phb"), "device@0": {"vendor-id": cells(0x1234)}},
    }


def machine(arguments: str = "console=hvc0 shim.bridges=p7ioc quiet") -> Tree:
    """What the firmware gives, as far as it matters: bridges stand among the children of the root."""
    return Tree(
        {
            "#address-cells": cells(2),
            "compatible": strings("qemu,powernv8", "ibm,powernv"),
            "memory@0": {"device_type": strings("memory"), "reg": wide(0, 0xC0000000)},
            "chosen": {
                "bootargs": strings(arguments),
                "linux,initrd-start": cells(0x28000000),
                "linux,initrd-end": cells(0x28263418),
            },
            "ibm,opal": {
                "opal-base-address": wide(0x30000000),
                "opal-entry-address": wide(0x30003760),
                "consoles": {"opal-entry-address": wide(1)},
            },
            "pciex@3fffe40000000": bridge(0),
            "pciex@3fffe40100000": bridge(1),
            "xscom@3fc0000000000": {"ibm,chip-id": cells(0)},
            "pciex@3fffe40200000": bridge(4),
        },
        [(0x30000000, 0x600000)],
    )


@unittest.skipUnless(shutil.which("gcc"), "gcc is not on this computer")
class OnThisComputer(unittest.TestCase):
    """Runs those parts of the shim that touch no hardware."""

    folder: Path
    program: Path

    @classmethod
    def setUpClass(cls) -> None:
        made = tempfile.TemporaryDirectory()
        cls.addClassCleanup(made.cleanup)
        cls.folder = Path(made.name)
        cls.program = cls.folder / "shim"
        units = [HERE / "shim_on_this_computer.c"]
        units += [shim.SOURCES / f"{unit}.c" for unit in ("bytes", "tree", "memory", "bridges", "calls", "kernel_image")]
        command = ["gcc", "-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-fsanitize=address,undefined"]
        command += ["-fno-sanitize-recover=all", "-o", str(cls.program), *map(str, units)]
        subprocess.run(command, check=True)

    def run_shim(self, *words: str, standard_input: str = "", ends: int = 0) -> str:
        done = subprocess.run(
            [str(self.program), *words],
            input=standard_input,
            capture_output=True,
            text=True,
            check=False,
            env=ENVIRONMENT,
        )
        self.assertEqual((ends, ""), (done.returncode, done.stderr), done.stdout)
        return done.stdout.strip()

    def file(self, content: bytes) -> str:
        path = self.folder / "input"
        path.write_bytes(content)
        return str(path)

    def edited(self, tree: Tree) -> Tree:
        made = self.folder / "made"
        self.run_shim("edit", self.file(flattened(tree)), str(made), "0x10000")
        return unflattened(made.read_bytes())

    def assertRefused(self, expected: str, blob: bytes, room: str = "0x10000") -> None:
        said = self.run_shim("edit", self.file(blob), str(self.folder / "made"), room, ends=1)
        self.assertIn(expected, said)


class EditTheTree(OnThisComputer):
    def test_all_bridges_stand_below_one_hub(self) -> None:
        root = self.edited(machine()).root
        hub = root["io-hub@0"]
        self.assertEqual(strings("ibm,p7ioc", "ibm,ioda-hub"), hub["compatible"])
        self.assertEqual((cells(2), cells(2), b"", wide(0)), tuple(hub[key] for key in (
            "#address-cells", "#size-cells", "ranges", "ibm,opal-hubid")))
        self.assertEqual(
            ["pciex@3fffe40000000", "pciex@3fffe40100000", "pciex@3fffe40200000"],
            [name for name, content in hub.items() if isinstance(content, dict)],
        )
        self.assertFalse([name for name in root if name.startswith("pciex@")])

    def test_a_bridge_is_called_otherwise_and_has_no_64_bit_window(self) -> None:
        for arguments, hub, name in (
            ("shim.bridges=p7ioc", ("ibm,p7ioc", "ibm,ioda-hub"), ("ibm,p7ioc-pciex", "ibm,ioda-phb")),
            ("shim.bridges=p5ioc2", ("ibm,p5ioc2",), ("ibm,p5ioc2-pciex",)),
        ):
            with self.subTest(arguments):
                made = self.edited(machine(arguments)).root["io-hub@0"]
                self.assertEqual(strings(*hub), made["compatible"])
                expected = {**bridge(1), "compatible": strings(*name)}
                del expected["ibm,opal-m64-window"]
                self.assertEqual(expected, made["pciex@3fffe40100000"])

    def test_the_firmware_is_entered_through_the_wrapper(self) -> None:
        opal = self.edited(machine()).root["ibm,opal"]
        self.assertEqual(wide(0x20010400), opal["opal-entry-address"])
        self.assertEqual({**machine().root["ibm,opal"], "opal-entry-address": wide(0x20010400)}, opal)

    def test_everything_else_stays(self) -> None:
        made, given = self.edited(machine()), machine()
        for name in ("#address-cells", "compatible", "memory@0", "chosen", "xscom@3fc0000000000"):
            self.assertEqual(given.root[name], made.root[name])
        self.assertEqual(given.boot_processor, made.boot_processor)

    def test_shim_and_tables_are_reserved(self) -> None:
        self.assertEqual(
            [(0x30000000, 0x600000), (0x20010000, 0x10000), (0x3F000000, 0x1000000)], self.edited(machine()).reserved
        )

    def test_bridges_may_stay_as_they_are(self) -> None:
        made = self.edited(machine("shim.bridges=none")).root
        expected = machine("shim.bridges=none").root
        expected["ibm,opal"]["opal-entry-address"] = wide(0x20010400)
        self.assertEqual(expected, made)

    def test_which_bridges_is_a_word_of_the_boot_arguments(self) -> None:
        for arguments in ("", "quiet", "ashim.bridges=p7ioc", "shim.bridges="):
            with self.subTest(arguments):
                self.assertRefused("shim.bridges=", flattened(machine(arguments)))
        self.assertRefused("names no bridges", flattened(machine("shim.bridges=p7iocs")))

    def test_a_tree_without_what_is_needed_is_refused(self) -> None:
        for node, reason in (("chosen", "there are no boot arguments"), ("ibm,opal", "/ibm,opal/opal-entry-address")):
            with self.subTest(node):
                tree = machine()
                del tree.root[node]
                self.assertRefused(reason, flattened(tree))
        tree = machine()
        tree.root = {name: value for name, value in tree.root.items() if not name.startswith("pciex@")}
        self.assertRefused("no bridge of a POWER8", flattened(tree))

    def test_a_tree_that_does_not_fit_is_refused(self) -> None:
        blob = flattened(machine())
        for room in range(0, len(blob) + 0x40, 0x40):
            self.assertRefused("does not fit", blob, hex(room))

    def test_a_broken_tree_is_refused(self) -> None:
        blob = flattened(machine())
        structure, length = struct.unpack_from(">I", blob, 8)[0], struct.unpack_from(">I", blob, 36)[0]
        for at, value, reason in (
            (0, 0, "its magic number is missing"),
            (20, 3, "a version that is not known"),
            (8, len(blob), "lies outside it"),
            (36, 64, "device tree"),
            (structure, 5, "neither node nor property"),
            (structure + length - 4, 4, "has no end"),
            (structure + length - 8, 4, "ends within a node"),
            (structure + 12, 0x7FFFFFFF, "longer than the tree"),
            (structure + 16, 0x7FFFFFFF, "has no name"),
        ):
            with self.subTest(reason):
                broken = bytearray(blob)
                struct.pack_into(">I", broken, at, value)
                self.assertRefused(reason, bytes(broken))

    def test_any_wrong_word_is_survived(self) -> None:
        """The sanitizers end the program when it reads or writes where nothing is."""
        said = self.run_shim("survive", self.file(flattened(machine())))
        self.assertGreater(int(said.split()[0]), 100, said)


class FindMemory(OnThisComputer):
    def hole(self, tree: Tree, size: int, alignment: int = 0x10000, below: int = 0x40000000) -> int:
        words = (hex(size), hex(alignment), hex(below))
        return int(self.run_shim("hole", self.file(flattened(tree)), *words), 16)

    def test_the_highest_place_that_is_free(self) -> None:
        self.assertEqual(0x3F000000, self.hole(machine(), 0x1000000))
        self.assertEqual(0x2F000000, self.hole(machine(), 0x1000000, below=0x30600000))

    def test_the_initial_ram_disk_is_not_free(self) -> None:
        self.assertEqual(0x27000000, self.hole(machine(), 0x1000000, below=0x28263418))

    def test_the_place_is_aligned(self) -> None:
        self.assertEqual(0x3FF80000, self.hole(machine(), 0x10000, 0x80000))

    def test_the_end_of_memory(self) -> None:
        small = machine()
        small.root["memory@0"]["reg"] = wide(0, 0x2000000)
        self.assertEqual(0x1000000, self.hole(small, 0x1000000))
        self.assertEqual(0, self.hole(small, 0x1000001))

    def test_memory_in_two_nodes(self) -> None:
        two = machine()
        two.root["memory@20000000"] = {"device_type": strings("memory"), "reg": wide(0x20000000, 0x8000000)}
        two.root["memory@0"]["reg"] = wide(0, 0x10000000)
        self.assertEqual(0x27FF0000, self.hole(two, 0x10000))

    def test_a_tree_without_memory_is_refused(self) -> None:
        tree = machine()
        del tree.root["memory@0"]
        said = self.run_shim("hole", self.file(flattened(tree)), "0x1000", "0x1000", "0x40000000", ends=1)
        self.assertIn("no memory node", said)


class AnswerCalls(OnThisComputer):
    def asked(self, bridges: str, *calls: str, missing: str = NO_CALL, ends: int = 0) -> list[str]:
        return self.run_shim("calls", bridges, missing, standard_input="\n".join(calls), ends=ends).splitlines()

    def test_segments_of_a_pe_become_entries_of_its_first_level(self) -> None:
        said = self.asked(
            P7IOC,
            f"44 1 fb 2 1 4000000 {LEVEL:x} 1000",
            f"44 1 fb 3 1 4080000 {LEVEL:x} 1000",
            f"44 0 fb 0 1 5000000 {LEVEL:x} 1000",
        )
        self.assertEqual(
            [
                f"firmware 44: 1 fb 1f6 2 level+0 {LEVEL:x} 1000",
                "answer 0",
                "answer 0",
                f"firmware 44: 0 fb 1f6 2 level+{LEVEL:x} {LEVEL:x} 1000",
                "answer 0",
                "level+0 entry 2: 4000003",
                "level+0 entry 3: 4080003",
                f"level+{LEVEL:x} entry 0: 5000003",
            ],
            said,
        )

    def test_a_segment_that_is_removed_translates_no_more(self) -> None:
        said = self.asked(
            P7IOC, f"44 1 fb 2 1 4000000 {LEVEL:x} 1000", "44 1 fb 2 0 0 0 0", "44 1 fb 5 0 0 0 0", "44 2 1 0 0 0 0 0"
        )
        self.assertEqual(["answer 0"] * 4, said[1:])

    def test_a_window_that_no_ioda1_has_is_refused(self) -> None:
        for call in (
            f"44 1 fb 10 1 4000000 {LEVEL:x} 1000",
            f"44 1 fb 2 2 4000000 {LEVEL:x} 1000",
            "44 1 fb 2 1 4000000 1000 1000",
            f"44 1 fb 2 1 4000000 {LEVEL:x} 10000",
            f"44 1 fb 2 1 4001000 {LEVEL:x} 1000",
        ):
            with self.subTest(call):
                said = self.asked(P7IOC, call)
                self.assertIn("no IODA1 has", said[0])
                self.assertEqual([f"answer {PARAMETER}"], said[1:])

    def test_more_pes_than_there_is_room_for_are_refused(self) -> None:
        said = self.asked(P7IOC, *[f"44 0 {pe:x} 0 1 4000000 {LEVEL:x} 1000" for pe in range(33)])
        self.assertEqual(32, said.count(f"answer {SUCCESS}"))
        self.assertEqual(1, said.count(f"answer {RESOURCE}"))
        self.assertIn("says: there is no room for the DMA of a further PE; the number of PEs that have it is 0x20", said)

    def test_a_reset_of_the_tables_makes_room(self) -> None:
        segment = f"44 1 fb 2 1 4000000 {LEVEL:x} 1000"
        said = self.asked(P7IOC, segment, "49 1 6 1 0 0 0 0", segment)
        self.assertEqual(
            [
                f"firmware 44: 1 fb 1f6 2 level+0 {LEVEL:x} 1000",
                "answer 0",
                "firmware 49: 1 6 1 0 0 0 0",
                "answer 0",
                f"firmware 44: 1 fb 1f6 2 level+0 {LEVEL:x} 1000",
                "answer 0",
                "level+0 entry 2: 4000003",
            ],
            said,
        )
        self.assertEqual("firmware 44", self.asked(P7IOC, segment, "49 0 6 1 0 0 0 0")[0][:11])

    def test_another_reset_forgets_nothing(self) -> None:
        segment = f"44 1 fb 2 1 4000000 {LEVEL:x} 1000"
        self.assertEqual(2, len([line for line in self.asked(P7IOC, segment, "49 1 1 1 0 0 0 0", segment)
                                 if line.startswith("firmware")]))

    def test_mves_are_nothing_to_a_phb3(self) -> None:
        self.assertEqual(["answer 0", "answer 0"], self.asked(P7IOC, "33 0 1 1 0 0 0 0", "34 0 1 1 0 0 0 0"))

    def test_the_table_of_a_p5ioc2_bridge_is_that_of_all_its_devices(self) -> None:
        said = self.asked(P5IOC2, "11 0 6000000 1000000 0 0 0 0", "12 4 6800000 200000 0 0 0 0")
        self.assertEqual(
            [
                "answer 0",
                "firmware 31: 4 0 0 0 0 0 1",
                "firmware 44: 4 0 0 1 6800000 200000 1000",
                "answer 0",
            ],
            said,
        )

    def test_each_kind_of_bridge_answers_its_own_calls(self) -> None:
        ours = {P7IOC: {33, 34, 44, 49}, P5IOC2: {11, 12}, "0": set()}
        for bridges, expected in ours.items():
            calls = [number for number in range(64) if number not in expected]
            said = self.asked(bridges, *[f"{number} 0 0 0 0 0 0 0" for number in calls])
            self.assertEqual(["passed on"] * len(calls), said)

    def test_a_call_that_the_firmware_lacks_is_named(self) -> None:
        for bridges, call, name in (
            (P7IOC, "44", "OPAL_PCI_MAP_PE_DMA_WINDOW"),
            (P7IOC, "49", "OPAL_PCI_RESET"),
            (P5IOC2, "31", "OPAL_PCI_SET_PE"),
        ):
            with self.subTest(name):
                self.assertIn(f"the firmware lacks {name} ({call})", self.asked(bridges, missing=call, ends=1)[0])


class CarriedKernel(OnThisComputer):
    def test_kernels_of_both_byte_orders(self) -> None:
        for order in "<>":
            self.assertEqual("entry 1000 extent 4000", self.run_shim("kernel", self.file(vmlinux(order))))
        self.assertEqual(
            "entry 1100 extent 4000", self.run_shim("kernel", self.file(vmlinux(entry=0xC000000000000100)))
        )

    def test_what_is_no_kernel_is_refused(self) -> None:
        for content, reason in (
            (b"MZ" + bytes(100), "no kernel for 64-bit POWER"),
            (vmlinux()[:0x1100], "cut off"),
            (vmlinux(entry=0xC000000000002000), "has no entry"),
        ):
            with self.subTest(reason):
                self.assertIn(reason, self.run_shim("kernel", self.file(content), ends=1))
