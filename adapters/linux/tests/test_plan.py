# SPDX-License-Identifier: Apache-2.0
import unittest

from support import attached, case, map_dma, op, unmap_dma
from lib.machines import MACHINES
from lib.plan import Unperformable, case_statements, huge_pages, run_statements, seconds_in_resets

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

    def test_a_repeated_request_is_one_statement(self) -> None:
        repeated = op("repeat", times=65535, iova_step="0x1000", by="P2", call=unmap_dma())
        text = case_statements(0, case(op("fork", **{"as": "P2"}), repeated), POWERNV9)
        self.assertEqual(
            text[-2],
            "op repeat on=C1 iova=0x0 size=0x1000 times=65535 iova_step=0x1000 by=P2 call=VFIO_IOMMU_UNMAP_DMA",
        )

    def test_changes_of_the_process(self) -> None:
        text = case_statements(
            0,
            case(
                op("setrlimit", memlock="unlimited"),
                op("capset", capabilities=["CAP_IPC_LOCK"]),
                op("capset", capabilities=[]),
                op("mmap", vaddr="B1+0x0", size="0x100000", backing="thp", access="rw"),
            ),
            POWERNV9,
        )
        self.assertEqual(
            text[3:-1],
            [
                "op setrlimit memlock=unlimited",
                "op capset capabilities=CAP_IPC_LOCK",
                "op capset capabilities=none",
                "op mmap vaddr=B1+0x0 size=0x100000 backing=thp access=rw",
            ],
        )

    def test_huge_pages_of_memory_that_is_made_in_the_middle_are_counted(self) -> None:
        made = op("mmap", vaddr="B1+0x0", size="0x2000000", backing="16m", access="rw")
        self.assertEqual(huge_pages([case(made)]), {1 << 24: 2})

    def test_the_first_process_may_end_when_another_lives(self) -> None:
        fork = op("fork", **{"as": "P2"})
        case_statements(0, case(fork, op("exit"), op("exit", by="P2")), POWERNV9)
        with self.assertRaises(Unperformable):
            case_statements(0, case(fork, op("exit"), op("VFIO_GET_API_VERSION", on="C1")), POWERNV9)

    def test_what_holds_for_the_run(self) -> None:
        text = run_statements(POWERNV9, 60, "none")
        self.assertEqual(text[:3], ["limit 60", "mutant none", "group A 0000:03:00.0"])
        self.assertIn("device C.1 0000:05:00.1", text)

    def test_a_hot_reset_gets_the_time_that_linux_waits_for_each_group(self) -> None:
        hot, fundamental = (op("VFIO_EEH_PE_OP", on="C1", pe_op=number) for number in (6, 7))
        self.assertEqual(seconds_in_resets([case(*attached(), map_dma()), case(*attached(), fundamental)]), 0)
        self.assertEqual(seconds_in_resets([case(*attached(), hot, hot), case(*attached(), map_dma())]), 140)
        self.assertEqual(seconds_in_resets([case(*attached(), op("open", group="B", **{"as": "G2"}), hot)]), 140)

    def test_what_it_does_not_know_it_refuses(self) -> None:
        for operation in (
            op("VFIO_DEVICE_RESET", on="D1"),
            op("VFIO_IOMMU_SPAPR_TCE_GET_INFO", on="C1", pointer="sideways"),
            op("VFIO_CHECK_EXTENSION", on="C1", extension=1, pointer="unmapped"),
            op("ioctl", on="C1", nr=256, arg="0x0"),
            op("ioctl", on="C1", nr=113, arg="0x10000000"),
            op("dma-write", on="D1", iova="0x1ff9"),
            op("dma-read", on="D1", iova="0x1000", through="0x1ff9"),
            op("close", on="C1", by="P2"),
            op("repeat", times=2),
            op("repeat", times=2, call=op("VFIO_DEVICE_RESET", on="D1")),
            op("repeat", times=2, call=op("VFIO_IOMMU_ENABLE", on="C1", colour="red")),
            op("repeat", times=2, call=op("VFIO_IOMMU_UNMAP_DMA", on="C1", pointer="sideways")),
            op("exit"),
            op("capset", capabilities=["CAP_SYS_ADMIN"]),
            op("mmap", vaddr="0x1000", size="0x1000", backing="page", access="rw"),
            op("mmap", vaddr="B1+0x0", size="0x1000", backing="4g", access="rw"),
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

    def test_calls_of_other_processes_and_of_devices(self) -> None:
        text = case_statements(
            0,
            case(
                op("fork", **{"as": "P2"}),
                op("dup", on="C1", by="P2", **{"as": "C2"}),
                op("exit", by="P2"),
                op("ioctl", on="C1", nr=200, arg="0x10000000"),
                op("ioctl", on="C1", nr=113, arg="0x1000"),
                op("VFIO_EEH_PE_OP", on="C1", argsz=12, flags="0x0", pe_op=4, pointer="read-only"),
                op("dma-write", on="D1", iova="0x1ff8"),
                op("dma-read", on="D1", iova="0x0", through="0x2000"),
            ),
            POWERNV9,
        )
        self.assertEqual(
            text[3:-1],
            [
                "op fork as=P2",
                "op dup on=C1 by=P2 as=C2",
                "op exit by=P2",
                "op ioctl on=C1 nr=200 arg=0x10000000",
                "op ioctl on=C1 nr=113 arg=0x1000",
                "op VFIO_EEH_PE_OP on=C1 argsz=12 flags=0x0 pe_op=4 pointer=read-only",
                "op dma-write on=D1 iova=0x1ff8",
                "op dma-read on=D1 iova=0x0 through=0x2000",
            ],
        )

    def test_a_process_acts_only_while_it_is_there(self) -> None:
        fork, leave = op("fork", **{"as": "P2"}), op("exit", by="P2")
        case_statements(0, case(fork, leave, fork, leave), POWERNV9)
        early = op("close", on="C1", by="P2")
        for operations in ([fork, fork], [fork, leave, leave], [fork, leave] * 17, [early, fork]):
            with self.subTest(operations), self.assertRaises(Unperformable):
                case_statements(0, case(*operations), POWERNV9)

    def test_a_group_that_does_not_exist_is_sent(self) -> None:
        self.assertIn("op open group=none as=G1", case_statements(0, case(op("open", group="none", **{"as": "G1"})), POWERNV9))
        with self.assertRaises(Unperformable):
            case_statements(0, case(op("open", group="Z", **{"as": "G1"})), POWERNV9)

    def test_huge_pages_are_counted_per_case_and_rounded_up(self) -> None:
        def buffers(**sizes: str) -> dict[str, dict[str, str]]:
            return {name: {"size": size, "backing": "2m", "access": "rw"} for name, size in sizes.items()}

        cases = [case(buffers=buffers(B1="0x400000")), case(buffers=buffers(B1="0x200000", B2="0x300000")), case()]
        self.assertEqual(huge_pages(cases), {1 << 21: 3})
