# SPDX-License-Identifier: Apache-2.0
import unittest

from support import marked
from lib.console import FIRST_LINES, LAST_LINES, CaseRecord, ConsoleReader


def read(*lines: str) -> tuple[ConsoleReader, list[CaseRecord]]:
    reader = ConsoleReader()
    records = [record for line in lines if (record := reader.take(line)) is not None]
    return reader, records


class ConsoleTest(unittest.TestCase):
    def test_who_the_guest_is(self) -> None:
        reader, _ = read(
            "[    1.0] firmware says hello\r\n",
            *marked("release 6.12.95+x", "version #1 SMP", "page 4096", "group A 0000:03:00.0 7", "ready"),
        )
        self.assertTrue(reader.ready)
        self.assertEqual(reader.identity.page, 4096)
        self.assertEqual(reader.identity.groups, {"A": ("0000:03:00.0", 7)})

    def test_a_case_with_its_steps(self) -> None:
        _, records = read(
            *marked(
                "case 3",
                "op 0",
                "did fd locked=0",
                "op 1",
                "log pci 0000:03     : [PE# 1fb] Removing DMA window #0",
                "did ret=1 locked=256 flags=0x1 ddw_levels=5",
                "op 2",
                "did err=EBUSY locked=256",
                "left something at exit",
                "done 3",
            )
        )
        (record,) = records
        self.assertEqual((record.ordinal, record.ended), (3, "done"))
        self.assertEqual([step.answer for step in record.steps], ["fd", 1, "EBUSY"])
        self.assertEqual([step.locked_pages for step in record.steps], [0, 256, 256])
        self.assertEqual(record.steps[1].out, {"flags": "0x1", "ddw_levels": 5})
        self.assertEqual([len(step.log) for step in record.steps], [0, 1, 0])
        self.assertEqual(record.left, ["something at exit"])

    def test_counts_are_numbers_and_masks_are_text(self) -> None:
        _, records = read(
            *marked(
                "case 1",
                "op 0",
                "did ret=0 locked=0 flags=0x3 num_regions=9 num_irqs=5",
                "op 1",
                "did ret=0 locked=0 iova_pgsizes=0xfff cap_offset=24 argsz=80",
                "op 2",
                "did ret=1 locked=0 landed=0x10000003000",
                "done 1",
            )
        )
        self.assertEqual(
            [step.out for step in records[0].steps],
            [
                {"flags": "0x3", "num_regions": 9, "num_irqs": 5},
                {"iova_pgsizes": "0xfff", "cap_offset": 24, "argsz": 80},
                {"landed": "0x10000003000"},
            ],
        )

    def test_firmware_text_before_the_mark_on_the_same_line_is_dropped(self) -> None:
        _, records = read(*marked("case 1"), "[  5.0] Spent 1000 msecs@@ done 1 ;\n")
        self.assertEqual(records[0].ended, "done")

    def test_a_line_in_which_firmware_speaks_is_put_together_again(self) -> None:
        _, records = read(
            *marked("case 1", "op 0"),
            "@@ did ret=0 loc[   80.046411196,3] SBE: Timer stuck, falling back to OPAL pollers.\r\n",
            "[   80.067765827,3] SBE: You will likely have slower I2C.\r\n",
            "ked=12 ;\r\n",
            *marked("done 1"),
        )
        self.assertEqual(records[0].ended, "done")
        self.assertEqual(records[0].steps[0].locked_pages, 12)

    def test_a_line_cut_in_two_is_not_believed(self) -> None:
        _, records = read(*marked("case 1", "op 0"), "@@ did ret=0 lock\n", "ed=4 ;\n", *marked("done 1"))
        self.assertEqual(records[0].ended, "garbled")
        self.assertIn("console line was lost", records[0].reason)

    def test_a_skip_ends_with_done(self) -> None:
        _, records = read(*marked("case 2", "skip this machine has no huge pages of 2048 KiB", "done 2"))
        self.assertEqual(
            (records[0].ended, records[0].reason), ("skipped", "this machine has no huge pages of 2048 KiB")
        )

    def test_a_case_over_its_limit_says_where_it_was(self) -> None:
        _, records = read(*marked("case 2", "op 0", "did ret=0 locked=0", "op 1", "stack [<0>] gup+0x1/0x2", "late 60"))
        self.assertEqual(records[0].ended, "timed-out")
        self.assertEqual(records[0].reason, "no answer within 60 s in operation 2\n[<0>] gup+0x1/0x2")

    def test_a_killed_process_crashed(self) -> None:
        _, records = read(*marked("case 2", "op 0", "killed 11"))
        self.assertEqual(records[0].ended, "crashed")

    def test_an_oops_is_charged_to_the_running_case_without_its_registers(self) -> None:
        reader, records = read(
            *marked("case 0", "done 0", "case 1", "op 0"),
            "[ 5.0] Oops: Kernel access of bad area, sig: 11 [#1]\n",
            "[ 5.1] GPR00: c00000000004e334 c0000000282b79e0\n",
            "[ 5.2] NIP [c00000000004e35c] iommu_tce_xchg_no_kill+0x10c/0x140\n",
            "[ 5.3] Kernel panic - not syncing: Fatal exception\n",
        )
        self.assertEqual([record.ordinal for record in records], [0])
        record = reader.break_off("crashed", "the machine ended")
        assert record is not None
        self.assertEqual((record.ordinal, record.ended), (1, "crashed"))
        self.assertIn("the machine ended in operation 1", record.reason)
        self.assertIn("NIP [c00000000004e35c] iommu_tce_xchg_no_kill", record.reason)
        self.assertNotIn("GPR00", record.reason)

    def test_a_long_reason_is_shortened_in_the_middle(self) -> None:
        lines = [f"line {number}\n" for number in range(100)]
        reader, _ = read(*marked("case 1", "op 0"), *lines)
        self.assertEqual(len(reader.said), FIRST_LINES + 1 + LAST_LINES)
        self.assertEqual((reader.said[0], reader.said[-1]), ("line 0", "line 99"))

    def test_between_two_cases_nobody_is_charged(self) -> None:
        reader, _ = read(*marked("case 1", "done 1"))
        self.assertIsNone(reader.break_off("crashed", "the machine ended"))
