# SPDX-License-Identifier: Apache-2.0
import unittest

from support import attached, case, map_dma, op
from lib.machines import MACHINES
from lib.plan import Unperformable, case_statements, huge_pages, run_statements

POWERNV9 = MACHINES["powernv9"]


class PlanTest(unittest.TestCase):
    def test_a_case_in_the_flat_format(self) -> None:
        text = case_statements(
            7, case(*attached(), map_dma(), memlock="0x10000", capabilities=["CAP_IPC_LOCK"]), POWERNV9
        )
        self.assertEqual(
            text,
            [
                "case 7",
                "memlock 0x10000",
                "capability CAP_IPC_LOCK",
                "buffer B1 0x100000 page rw",
                "op open path=/dev/vfio/vfio as=C1",
                "op open group=A as=G1",
                "op VFIO_GROUP_SET_CONTAINER on=G1 container=C1",
                "op VFIO_SET_IOMMU on=C1 type=7",
                "op VFIO_IOMMU_MAP_DMA on=C1 flags=0x3 vaddr=B1+0x0 iova=0x0 size=0x1000",
                "end",
            ],
        )

    def test_what_holds_for_the_run(self) -> None:
        text = run_statements(POWERNV9, 60, "none")
        self.assertEqual(text[:3], ["limit 60", "mutant none", "group A 0000:03:00.0"])
        self.assertIn("device C.1 0000:05:00.1", text)

    def test_what_it_does_not_know_it_refuses(self) -> None:
        for operation in (
            op("VFIO_EEH_PE_OP", on="C1"),
            op("VFIO_SET_IOMMU", on="C1", type=7, colour="red"),
            op("open", group="Z", **{"as": "G1"}),
            op("open", path="/dev/vfio/vfio\nend", **{"as": "C1"}),
        ):
            with self.subTest(operation), self.assertRaises(Unperformable):
                case_statements(0, case(operation), POWERNV9)
        with self.assertRaises(Unperformable):
            case_statements(0, case(capabilities=["CAP_SYS_ADMIN"]), POWERNV9)
        with self.assertRaises(Unperformable):
            case_statements(0, case(buffers={"B1": {"size": "0x1000", "backing": "4t"}}), POWERNV9)

    def test_huge_pages_are_counted_per_case_and_rounded_up(self) -> None:
        def buffers(**sizes: str) -> dict[str, dict[str, str]]:
            return {name: {"size": size, "backing": "2m", "access": "rw"} for name, size in sizes.items()}

        cases = [case(buffers=buffers(B1="0x400000")), case(buffers=buffers(B1="0x200000", B2="0x300000")), case()]
        self.assertEqual(huge_pages(cases), {1 << 21: 3})
