# SPDX-License-Identifier: Apache-2.0
"""Reading a trace while it grows, and naming memory as the case does."""

import json
import tempfile
import time
import unittest
from pathlib import Path

from support import MIB
from lib.memory import Memory, start_of_ram
from lib.trace import Trace, placed

NOTE = {"what": "note", "process": 1, "text": "B1 is the memory at 0x7f0001208000, mapped: 0x7f0001200000..0x7f00111fffff"}
REGISTER = {
    "what": "call",
    "operation": {"op": "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", "on": "C1", "vaddr": "B1+0x200000", "size": "0x10000000"},
    "outcome": {"answer": 0, "locked_pages": 65536},
}
OPEN = {"what": "call", "operation": {"op": "open", "group": "A", "as": "G1"}, "outcome": {"answer": "fd"}}
BASE = 0x7F0001200000


class TraceTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "trace"
        self.trace = Trace(self.file)

    def write(self, *happenings: dict, end: str = "\n") -> None:
        with self.file.open("a") as stream:
            stream.write("\n".join(json.dumps(happening) for happening in happenings) + end)

    def test_a_call_is_read_once_and_not_before_it_is_whole(self) -> None:
        self.assertEqual(self.trace.calls(), [])
        self.write(OPEN, end="")
        self.assertEqual(self.trace.calls(), [])
        self.write({"what": "note", "text": "x"}, end="")
        with self.file.open("w") as stream:
            stream.write(json.dumps(OPEN) + "\n")
        self.assertEqual(self.trace.calls(), [{"op": "open", "group": "A", "as": "G1", "answer": "fd"}])
        self.assertEqual(self.trace.calls(), [])

    def test_answers_are_text_and_outputs_are_kept(self) -> None:
        self.write({**OPEN, "outcome": {"answer": 0, "out": {"flags": "0x1"}, "effects": []}})
        self.assertEqual(self.trace.calls()[0]["answer"], 0)
        self.write({**OPEN, "outcome": {"answer": 0, "out": {"flags": "0x1"}, "effects": []}})
        self.assertEqual(self.trace.calls()[0]["out"], {"flags": "0x1"})

    def test_a_device_that_was_closed_is_waited_for(self) -> None:
        close = {"what": "call", "operation": {"on": "D1", "op": "close"}, "outcome": {"answer": 0, "effects": []}}
        began = time.monotonic()
        self.trace.wait_for_closed_device(0.5)
        self.assertGreaterEqual(time.monotonic() - began, 0.5)
        self.write(close)
        began = time.monotonic()
        self.trace.wait_for_closed_device(60)
        self.assertLess(time.monotonic() - began, 30)

    def test_what_devices_answer_is_no_call(self) -> None:
        self.write({"what": "device", "call": "VFIO_DEVICE_RESET(D1)", "answer": "0"})
        self.assertEqual(self.trace.calls(), [])

    def test_what_the_model_does_not_know_is_kept(self) -> None:
        self.write({"what": "not-modelled", "call": "ioctl", "reason": "nested", "answer": "ENOTTY"})
        self.trace.calls()
        self.assertEqual(self.trace.not_modelled, ["ioctl: nested"])

    def test_addresses_are_those_of_the_buffers_of_the_case(self) -> None:
        self.write(NOTE, REGISTER)
        calls = self.trace.calls()
        self.assertEqual(calls[0]["vaddr"], BASE)
        self.assertEqual(start_of_ram(calls, 256 * MIB), BASE)
        memory = Memory(1)
        memory.put("B1", BASE, 256 * MIB)
        self.assertEqual(placed(calls, memory)[0]["vaddr"], "B1+0x0")


class MemoryTest(unittest.TestCase):
    def test_other_memory_has_names_in_the_order_in_which_it_is_met(self) -> None:
        memory = Memory(1)
        memory.put("B1", 0x10000000, 0x1000)
        self.assertEqual(memory.name(0x10000800, 0x800), "B1+0x800")
        self.assertEqual(memory.name(0x20000000, 0x40000), "B2+0x0")
        self.assertEqual(memory.name(0x20200000, 0x20000), "B3+0x0")
        self.assertEqual(memory.name(0x20020000, 0x20000), "B2+0x20000")

    def test_the_memory_of_a_guest_on_a_pc_is_mapped_where_it_is(self) -> None:
        calls = [{"op": "VFIO_IOMMU_MAP_DMA", "iova": "0x0", "size": "0xa0000", "vaddr": 7}]
        self.assertEqual(start_of_ram(calls, MIB), 7)
        self.assertIsNone(start_of_ram([], MIB))
        plugged = {"op": "VFIO_IOMMU_MAP_DMA", "iova": "0x100000000", "size": hex(MIB), "vaddr": 9}
        self.assertEqual(start_of_ram([plugged], MIB), 9)
        self.assertIsNone(start_of_ram([plugged], 2 * MIB))
