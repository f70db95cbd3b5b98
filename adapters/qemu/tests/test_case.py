# SPDX-License-Identifier: Apache-2.0
"""What a case needs of QEMU, and what keeps one from being performed."""

import unittest

from support import MIB, RAM, START, case, op
from lib.case import plan_of
from lib.errors import Unperformable

PROGRAM = "qemu-7.2"


class PlanTest(unittest.TestCase):
    def refusal(self, *operations: dict, guest: bool = True, **process: object) -> str:
        with self.assertRaises(Unperformable) as refused:
            plan_of(case(*operations, **process), PROGRAM, guest)
        return str(refused.exception)

    def test_devices_have_slots_of_their_own_in_the_order_of_the_case(self) -> None:
        plan = plan_of(case(START, op("device_add", device="C.0", phb=1), op("device_del", device="B.0")), PROGRAM, True)
        self.assertEqual(plan.cold, (("A.0", 0), ("B.0", 1)))
        self.assertEqual(plan.slots, {"A.0": 1, "B.0": 2, "C.0": 3})
        self.assertEqual(plan.moving, {"B.0", "C.0"})
        self.assertEqual(plan.bridges, {0, 1})

    def test_memory_of_the_guest_is_what_operations_name(self) -> None:
        plan = plan_of(case(START, op("memory_add", ram="B2")), PROGRAM, True)
        self.assertEqual(plan.memory, {"B1": 256 * MIB, "B2": 256 * MIB})
        self.assertEqual(plan.ram, "B1")

    def test_limits_are_those_of_the_process(self) -> None:
        plan = plan_of(case(START, memlock="0x10000", capabilities=["CAP_IPC_LOCK"]), PROGRAM, True)
        self.assertEqual((plan.memlock, plan.ipc_lock), ("0x10000", True))
        self.assertFalse(plan_of(case(START), PROGRAM, True).ipc_lock)

    def test_a_case_of_kernel_calls_is_refused(self) -> None:
        self.assertIn("does not begin", self.refusal({"op": "open", "group": "A", "as": "G1"}))
        self.assertIn("open", self.refusal(START, {"op": "open", "group": "A", "as": "G1"}))

    def test_another_program_is_refused(self) -> None:
        self.assertIn("qemu-2.3", self.refusal({**START, "program": "qemu-2.3"}))
        self.assertIn("second", self.refusal(START, {**START, "as": "V2"}))

    def test_a_call_of_a_guest_that_does_not_run_is_refused(self) -> None:
        call = op("H_GET_TCE", liobn="0x80000000", ioba="0x0")
        self.assertIn("H_GET_TCE", self.refusal(START, call, guest=False))
        self.assertIn("device_del", self.refusal(START, op("device_del", device="A.0"), guest=False))

    def test_a_bridge_is_there_from_the_start_or_not_at_all(self) -> None:
        self.assertEqual(plan_of(case({**START, "devices": ["A.0@5"]}), PROGRAM, True).bridges, {0, 1, 5})
        self.assertIn("bridge 2", self.refusal(START, op("device_add", device="C.0", phb=2)))

    def test_memory_that_a_guest_has_not_is_refused(self) -> None:
        self.assertIn("B1", self.refusal(START, buffers={"B1": {**RAM, "backing": "2m"}}))
        self.assertIn("no buffer", self.refusal(START, buffers={}))
