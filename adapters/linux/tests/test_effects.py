# SPDX-License-Identifier: Apache-2.0
import unittest

import support  # noqa: F401
from lib.effects import effect_of, effects_of
from lib.machines import MACHINES

BUSES = MACHINES["powernv9"].buses


class EffectsTest(unittest.TestCase):
    def test_a_window_that_is_set_up(self) -> None:
        line = "pci 0000:03     : [PE# 1fb] Setting up window#1 800000000000000..80000003fffffff pg=10000"
        self.assertEqual(
            effect_of(line, BUSES),
            {
                "effect": "window-set",
                "group": "A",
                "window": 1,
                "start": "0x800000000000000",
                "size": "0x40000000",
                "page_shift": 16,
            },
        )

    def test_a_window_that_is_removed(self) -> None:
        line = "pci 0002:04     : [PE# fa] Removing DMA window #0"
        self.assertEqual(effect_of(line, BUSES), {"effect": "window-unset", "group": "F", "window": 0})

    def test_bypass(self) -> None:
        lines = [
            "pci 0001:01     : [PE# fd] Disabling 64-bit DMA bypass",
            "pci 0001:01     : [PE# fd] Enabling 64-bit DMA bypass",
        ]
        self.assertEqual(
            effects_of(lines, BUSES), [{"effect": "bypass-off", "group": "D"}, {"effect": "bypass-on", "group": "D"}]
        )

    def test_a_window_that_the_firmware_refuses_was_never_set(self) -> None:
        lines = [
            "pci 0001:01     : [PE# fd] Removing DMA window #1",
            "pci 0001:01     : [PE# fd] Setting up window#0 0..1fffffffff pg=1000000",
            "pci 0001:01     : [PE# fd] Failed to configure TCE table, err -1",
            "pci 0001:01     : [PE# fd] Removing DMA window #0",
        ]
        self.assertEqual([effect["window"] for effect in effects_of(lines, BUSES)], [1, 0])
        self.assertEqual({effect["effect"] for effect in effects_of(lines, BUSES)}, {"window-unset"})

    def test_a_refusal_takes_nothing_but_its_window_back(self) -> None:
        set_up = "pci 0001:01     : [PE# fd] Setting up window#0 0..1fffffffff pg=1000000"
        for lines in (
            [set_up, "pci 0002:04     : [PE# fa] Failed to configure TCE table, err -1"],
            ["pci 0001:01     : [PE# fd] Removing DMA window #0", "pci 0001:01     : [PE# fd] Failed to configure TCE table, err -1"],
        ):
            with self.subTest(lines):
                self.assertEqual(len(effects_of(lines, BUSES)), 1)

    def test_a_device_pe_is_named_by_its_function(self) -> None:
        line = "pci 0000:05:00.0: [PE# 0f9] Removing DMA window #1"
        self.assertEqual(effect_of(line, BUSES), {"effect": "window-unset", "group": "C", "window": 1})

    def test_other_lines_are_no_effects(self) -> None:
        for line in (
            "vfio-pci 0000:03:00.0: enabling device (0100 -> 0102)",
            "pci 0000:02:00.0: unlocked secondary bus reset via: __pci_reset_function_locked+0x70/0xb0",
            "pci 0000:00     : [PE# 1fe] Secondary bus 0x0000000000000000 associated with PE#1fe",
            "pci 0000:03     : [PE# 1fb] Setting up 32-bit TCE table at 0..80000000",
        ):
            with self.subTest(line):
                self.assertIsNone(effect_of(line, BUSES))


class MachinesTest(unittest.TestCase):
    def test_all_bare_metal_machines_have_the_same_aliases_and_phb_relations(self) -> None:
        shapes = set()
        bare_metal = [machine for machine in MACHINES.values() if machine.logs_effects and machine.name != "p5ioc2"]
        for machine in bare_metal:
            phbs = tuple(machine.groups[alias][:4] for alias in "ABCDEF")
            shapes.add((frozenset(machine.functions), tuple(phbs.index(phb) for phb in phbs)))
        self.assertEqual(len(bare_metal), 4)
        self.assertEqual(len(shapes), 1)
        self.assertEqual(shapes.pop()[1], (0, 0, 0, 3, 4, 4))

    def test_in_a_partition_and_on_p5ioc2_each_group_is_its_own_phb(self) -> None:
        for name in ("pseries", "p5ioc2"):
            groups = MACHINES[name].groups
            self.assertEqual(list(groups), list("ABCDEF"))
            self.assertEqual(len({address[:4] for address in groups.values()}), 6)
