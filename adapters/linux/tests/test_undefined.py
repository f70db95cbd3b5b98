# SPDX-License-Identifier: Apache-2.0
import unittest
from typing import Any

from support import BUFFER, attached, case, create, map_dma, op, register, remove, unmap_dma
from lib.console import Identity
from lib.machines import MACHINES
from lib.possible_windows import Window, windows_of_groups
from lib.undefined import why_undefined

PAGE = 4096
LAST_PAGE = "0x7ffff000"


class UndefinedTest(unittest.TestCase):
    def assertSent(self, machine: str, *operations: dict[str, Any], **process: Any) -> None:
        self.assertIsNone(why_undefined(case(*operations, **process), MACHINES[machine], PAGE))

    def assertRefused(self, machine: str, expected: str, *operations: dict[str, Any], **process: Any) -> None:
        self.assertRegex(str(why_undefined(case(*operations, **process), MACHINES[machine], PAGE)), expected)

    def test_ranges_past_the_end_of_a_window(self) -> None:
        for machine in ("powernv8", "powernv9", "powernv10"):
            with self.subTest(machine):
                self.assertSent(machine, *attached(), register(), map_dma(LAST_PAGE))
                self.assertRefused(
                    machine, "operation 6 .* past the end", *attached(), register(), map_dma(LAST_PAGE, "0x2000")
                )
                self.assertRefused(machine, "past the end", *attached(), register(), unmap_dma(LAST_PAGE, "0x2000"))

    def test_a_map_that_ends_with_its_memory_inside_the_window_is_sent(self) -> None:
        self.assertSent("powernv9", *attached(), register(), map_dma("0x10000", "0xffffffffffff0000"))
        self.assertRefused("powernv9", "past the end", *attached(), register(), map_dma(LAST_PAGE, "0xffffffffffff0000"))
        self.assertRefused("powernv9", "past the end", *attached(), register(), unmap_dma("0x10000", "0xffffffffffff0000"))

    def test_the_last_of_many_counts(self) -> None:
        many = op("repeat", times=4, iova_step="0x800", vaddr_step="0x1000", call=map_dma("0x7fffe000", "0x2000"))
        self.assertRefused("powernv9", "operation 6 .* past the end", *attached(), register(), {**many, "iova_step": "0x1000"})
        self.assertSent("powernv9", *attached(), register(), {**many, "iova_step": "0xfffffffffffff000"})
        two = op("repeat", times=2, call=create())
        self.assertRefused("powernv9", "past the end", *attached(), register(), two, map_dma("0x80000003fff0000", "0x20000"))

    def test_the_default_window_of_a_partition_is_smaller(self) -> None:
        self.assertRefused("pseries", "past the end", *attached(), register(), map_dma("0x3ffff000", "0x2000"))
        self.assertSent("pseries", *attached(), register(), map_dma("0x7ffff000", "0x2000"))

    def test_a_window_of_ones_own_counts(self) -> None:
        inside = map_dma("0x800000000000000", "0x10000")
        across = map_dma("0x80000003fff0000", "0x20000")
        self.assertSent("powernv9", *attached(), register(), create(), inside)
        self.assertRefused("powernv9", "at 0x800000000000000", *attached(), register(), create(), across)
        self.assertSent("powernv9", *attached(), register(), remove(), create(12), map_dma("0x3ffff000"))
        self.assertRefused(
            "powernv9", "past", *attached(), register(), remove(), create(12), map_dma("0x3ffff000", "0x2000")
        )

    def test_a_window_smaller_than_its_table_ends_where_the_table_ends(self) -> None:
        window = [remove(), create(12, "0x10000")]
        self.assertSent("powernv9", *attached(), register(), *window, map_dma("0x10000", "0x1000"))
        self.assertRefused(
            "powernv9", "0x200000 bytes", *attached(), register(), *window, map_dma("0x1ff000", "0x2000")
        )

    def test_what_an_argument_check_refuses_first_is_sent(self) -> None:
        self.assertSent("powernv8", *attached(), map_dma())
        self.assertSent("powernv8", *attached(), register(), map_dma(size="0x800"))
        self.assertSent("powernv8", *attached(), register(), map_dma(flags="0x0"))
        self.assertSent("powernv8", *attached(), register(), map_dma(LAST_PAGE, "0x2000", flags="0x4"))
        self.assertSent("powernv8", *attached(), register(), map_dma("0x80000000", "0x2000"))

    def test_powernv8_hangs_on_no_page_at_zero(self) -> None:
        for operation in (map_dma(size="0x0"), unmap_dma(size="0x0")):
            self.assertRefused("powernv8", "no page", *attached(), register(), operation)
            self.assertSent("powernv9", *attached(), register(), operation)
        self.assertSent("powernv8", *attached(), register(), map_dma("0x1000", "0x0"))

    def test_powernv8_hangs_when_the_first_page_at_zero_fails(self) -> None:
        elsewhere = map_dma(vaddr="B1+0x100000")
        self.assertRefused("powernv8", "first page fails", *attached(), register(), elsewhere)
        self.assertSent("powernv9", *attached(), register(), elsewhere)
        self.assertSent("powernv8", *attached(), register(), map_dma())
        self.assertRefused(
            "powernv8",
            "first page fails",
            *attached(2),
            op("VFIO_IOMMU_ENABLE", on="C1"),
            map_dma(),
            buffers={"B1": {**BUFFER, "access": "ro"}},
        )

    def test_powernv8_hangs_when_the_iommu_page_is_larger_than_the_backing_page(self) -> None:
        window = [remove(), create(16)]
        self.assertRefused("powernv8", "first page fails", *attached(), register(), *window, map_dma(size="0x10000"))
        self.assertIsNone(
            why_undefined(case(*attached(), register(), *window, map_dma(size="0x10000")), MACHINES["powernv8"], 65536)
        )

    def test_powernv8_hangs_when_huge_pages_are_registered(self) -> None:
        huge = op("mmap", vaddr="B1+0x0", size="0x2000000", backing="16m", access="rw")
        repeated = op("repeat", on="C1", times=1, call={**register(), "on": "C1"})
        self.assertRefused("powernv8", "huge pages", *attached(), register(), buffers={"B1": {**BUFFER, "backing": "16m"}})
        self.assertRefused("powernv8", "huge pages", *attached(), huge, register())
        self.assertRefused("powernv8", "huge pages", *attached(), huge, repeated)
        self.assertSent("powernv9", *attached(), huge, register())
        self.assertSent("powernv8", *attached(), register(), huge)
        self.assertIsNone(why_undefined(case(*attached(), huge, register()), MACHINES["powernv8"], 65536))

    def test_after_all_windows_are_gone_nothing_can_happen(self) -> None:
        gone = [remove(), create(16), remove()]
        self.assertSent("powernv8", *attached(), register(), *gone, map_dma(size="0x10000"))

    def test_a_struct_that_cannot_be_read_does_nothing(self) -> None:
        across = map_dma(LAST_PAGE, "0x2000")
        self.assertSent("powernv9", *attached(), register(), {**across, "pointer": "unmapped"})
        self.assertRefused("powernv9", "past the end", *attached(), register(), {**across, "pointer": "read-only"})
        unread = {**remove(), "pointer": "unmapped"}
        self.assertRefused("powernv9", "past the end", *attached(), register(), unread, across)
        self.assertSent("powernv9", *attached(), register(), remove(), across)
        unregistered = [{**register(), "pointer": "unmapped"}, register(size="0x1000", vaddr="B1+0x1000")]
        self.assertRefused("powernv8", "first page fails", *attached(), *unregistered, map_dma())

    def test_a_second_descriptor_is_the_same_container(self) -> None:
        second = op("dup", on="C1", **{"as": "C2"})
        across = {**map_dma(LAST_PAGE, "0x2000"), "on": "C2"}
        self.assertSent("powernv9", *attached(), register(), across)
        self.assertRefused("powernv9", "past the end", *attached(), second, register(), across)

    def test_a_child_has_registered_nothing_and_knows_the_containers(self) -> None:
        fork = op("fork", **{"as": "P2"})
        self.assertSent("powernv8", *attached(), register(), map_dma())
        self.assertRefused("powernv8", "first page fails", *attached(), register(), fork, {**map_dma(), "by": "P2"})
        self.assertSent("powernv8", *attached(), register(), fork, map_dma())
        across = map_dma(LAST_PAGE, "0x2000")
        self.assertRefused("powernv9", "past the end", *attached(), register(), fork, {**across, "by": "P2"})

    def test_what_a_child_removes_may_still_be_there(self) -> None:
        fork = op("fork", **{"as": "P2"})
        across = map_dma(LAST_PAGE, "0x2000")
        self.assertRefused(
            "powernv9", "past the end", *attached(), register(), fork, {**remove(), "by": "P2"}, across
        )

    def test_a_number_does_what_the_name_does(self) -> None:
        enable = op("ioctl", on="C1", nr=115, arg="0x0")
        across = map_dma(LAST_PAGE, "0x2000")
        self.assertSent("powernv9", *attached(2), across)
        self.assertRefused("powernv9", "past the end", *attached(2), enable, across)

    def test_a_group_of_an_old_bridge_has_a_window_of_its_own(self) -> None:
        windows = {"A": Window(0, 0x20000000, 12), "D": Window(0, 0x80000000, 12)}
        enable, inside = op("VFIO_IOMMU_ENABLE", on="C1"), map_dma("0x1ffff000")
        across, elsewhere = map_dma("0x1ffff000", "0x2000"), map_dma("0x20000000", "0x2000")
        for operation, refused in ((inside, False), (across, True), (elsewhere, False)):
            with self.subTest(operation["iova"]):
                reason = why_undefined(case(*attached(2), enable, operation), MACHINES["power7"], 65536, windows)
                self.assertEqual(refused, reason is not None, reason)
        of_d = [{**each, "group": "D"} if "group" in each else each for each in attached(2)]
        self.assertIsNone(why_undefined(case(*of_d, enable, across), MACHINES["power7"], 65536, windows))

    def test_a_second_descriptor_of_a_group_is_the_same_group(self) -> None:
        windows = {"A": Window(0, 0x20000000, 12)}
        first, group, join, *rest = attached(2)
        second = [op("dup", on="G1", **{"as": "G2"}), {**join, "on": "G2"}]
        operations = [first, group, *second, *rest, op("VFIO_IOMMU_ENABLE", on="C1"), map_dma("0x1ffff000", "0x2000")]
        self.assertIn("0x20000000 bytes", str(why_undefined(case(*operations), MACHINES["power7"], 65536, windows)))

    def test_the_kernel_says_where_the_windows_of_old_bridges_are(self) -> None:
        said = Identity(windows={"0000:04": (0x20000000, 0x3FFFFFFF), "0007:01": (0, 1)})
        self.assertEqual({"B": Window(0x20000000, 0x20000000, 12)}, windows_of_groups(MACHINES["power7"], said))
        self.assertEqual({}, windows_of_groups(MACHINES["powernv8"], said))

    def test_old_bridges_do_not_hang_on_no_page_at_zero(self) -> None:
        self.assertSent("power7", *attached(2), op("VFIO_IOMMU_ENABLE", on="C1"), map_dma(size="0x0"))

    def test_a_device_raises_no_interrupts(self) -> None:
        for address in ("0xffff0000", "0x1000000000000000", "0x40000000000", "0xfee00000"):
            with self.subTest(address):
                write = op("dma-write", on="D1", iova=address)
                read = op("dma-read", on="D1", iova="0x0", through=address)
                self.assertRefused("powernv9", "interrupt", *attached(), write)
                self.assertRefused("powernv9", "interrupt", *attached(), read)
        self.assertSent("powernv9", *attached(), op("dma-write", on="D1", iova="0x800000000000000"))
