# SPDX-License-Identifier: Apache-2.0
"""Restarts after hangs and crashes, with a scripted machine instead of QEMU."""

import unittest
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from support import case, marked
from lib import runner as runner_module
from lib.console import Identity
from lib.errors import KernelFailure
from lib.guest import Guest
from lib.machines import MACHINES
from lib.runner import Runner, Settings
from lib.virtual_machine import Silence

GUEST = Guest(Path("/nowhere/vmlinux"), [], b"init", b"agent")
BOOT = ["firmware\n", *marked("release 6.12.95", "version #1", "page 4096", "ready")]
HANG = "(hang)"


class ScriptedMachine:
    """Plays one script per boot, in order, and keeps the plan that each boot was given."""

    scripts: list[list[str]] = []
    plans: list[str] = []

    def __init__(self, _machine: object, _kernel: Path, initramfs: Path, *_: object) -> None:
        archive = initramfs.read_bytes().decode("latin-1")
        ScriptedMachine.plans.append(archive[archive.index("limit ") : archive.index("TRAILER!!!")])

    def __enter__(self) -> "ScriptedMachine":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def end_now(self) -> None:
        pass

    def lines(self, _patience: Callable[[], float], _is_progress: Callable[[str], bool]) -> Iterator[str]:
        for line in ScriptedMachine.scripts.pop(0):
            if line == HANG:
                raise Silence
            yield line


class RunnerTest(unittest.TestCase):
    def setUp(self) -> None:
        patcher = mock.patch.object(runner_module, "VirtualMachine", ScriptedMachine)
        patcher.start()
        self.addCleanup(patcher.stop)

    def run_cases(self, count: int, *scripts: list[str]) -> list[tuple[int, str | None, str]]:
        ScriptedMachine.scripts, ScriptedMachine.plans = list(scripts), []
        self.identities: list[Identity] = []
        performer = Runner(MACHINES["powernv9"], GUEST, Settings(), lambda _: None)
        ended = performer.perform([case() for _ in range(count)], self.identities.append)
        outcome = [(record.ordinal, record.ended, record.reason) for _, record in ended]
        self.assertEqual(ScriptedMachine.scripts, [], "every scripted boot was used")
        return outcome

    def test_one_boot_is_enough_when_nothing_breaks(self) -> None:
        outcome = self.run_cases(2, [*BOOT, *marked("case 0", "done 0", "case 1", "done 1", "end")])
        self.assertEqual([(ordinal, ended) for ordinal, ended, _ in outcome], [(0, "done"), (1, "done")])
        self.assertEqual(len(self.identities), 1)

    def test_a_hang_is_charged_to_its_case_and_the_rest_goes_on(self) -> None:
        outcome = self.run_cases(
            3,
            [*BOOT, *marked("case 0", "done 0", "case 1", "op 0"), "watchdog: BUG: soft lockup\n", HANG],
            [*BOOT, *marked("case 2", "done 2", "end")],
        )
        self.assertEqual(
            [(ordinal, ended) for ordinal, ended, _ in outcome], [(0, "done"), (1, "timed-out"), (2, "done")]
        )
        self.assertIn("soft lockup", outcome[1][2])
        self.assertNotIn("case 1\n", ScriptedMachine.plans[1])
        self.assertEqual(len(self.identities), 2)

    def test_a_crash_is_charged_to_its_case_and_the_rest_goes_on(self) -> None:
        outcome = self.run_cases(
            2,
            [*BOOT, *marked("case 0", "op 0"), "Kernel panic - not syncing\n"],
            [*BOOT, *marked("case 1", "done 1", "end")],
        )
        self.assertEqual([(ordinal, ended) for ordinal, ended, _ in outcome], [(0, "crashed"), (1, "done")])
        self.assertIn("Kernel panic", outcome[0][2])

    def test_a_machine_that_stopped_itself_goes_on_with_the_next_case(self) -> None:
        outcome = self.run_cases(
            2,
            [*BOOT, *marked("case 0", "op 0", "late 60", "stopped")],
            [*BOOT, *marked("case 1", "done 1", "end")],
        )
        self.assertEqual([(ordinal, ended) for ordinal, ended, _ in outcome], [(0, "timed-out"), (1, "done")])

    def test_a_garbled_case_gets_a_second_boot_and_no_third(self) -> None:
        garbled = [*marked("case 0", "op 0"), "@@ did ret=0 lo\n", *marked("done 0")]
        good = marked("case 0", "op 0", "did ret=0 locked=0", "done 0", "end")
        outcome = self.run_cases(1, [*BOOT, *garbled, *marked("end")], [*BOOT, *good])
        self.assertEqual([ended for _, ended, _ in outcome], ["done"])
        outcome = self.run_cases(1, [*BOOT, *garbled, *marked("end")], [*BOOT, *garbled, *marked("end")])
        self.assertEqual([ended for _, ended, _ in outcome], ["garbled"])

    def test_a_case_that_spoils_the_kernel_is_the_last_of_its_boot(self) -> None:
        spoiling = ["case 0", "op 0", "log spapr_tce_create_table: Create ddw failed /pci@800000020000000"]
        outcome = self.run_cases(
            2,
            [*BOOT, *marked(*spoiling, "did err=ENODEV locked=64", "done 0", "case 1", "done 1", "end")],
            [*BOOT, *marked("case 1", "done 1", "end")],
        )
        self.assertEqual([(ordinal, ended) for ordinal, ended, _ in outcome], [(0, "done"), (1, "done")])

    def test_a_kernel_that_does_not_come_up_ends_the_run(self) -> None:
        with self.assertRaisesRegex(KernelFailure, "unable to mount root"):
            self.run_cases(1, ["VFS: unable to mount root fs\n"])
        with self.assertRaisesRegex(KernelFailure, "no VFIO group for A"):
            self.run_cases(1, ["firmware\n", *marked("unfit no VFIO group for A at 0000:03:00.0")])

    def test_a_boot_that_ends_no_case_ends_the_run(self) -> None:
        with self.assertRaisesRegex(KernelFailure, "before a case was finished"):
            self.run_cases(1, [*BOOT, "OPAL: Reboot request...\n"])
