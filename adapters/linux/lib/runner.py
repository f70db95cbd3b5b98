# SPDX-License-Identifier: Apache-2.0
"""Performs cases over as many boots as it takes: a case that breaks the machine costs one boot, not the rest."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from . import initramfs
from .console import MARK, CaseRecord, ConsoleReader, Identity
from .errors import KernelFailure
from .guest import Guest
from .machines import Machine
from .plan import Case, case_statements, huge_pages, run_statements, seconds_in_resets
from .virtual_machine import Silence, VirtualMachine

GIGABYTE = 1 << 30

#: What the kernel logs when it will answer later cases differently until it is booted again: on pseries, a device for
#: which the hypervisor refused a window once gets no window any more.
SPOILED = re.compile(r"Create ddw failed|in failed DDW device list")

#: How long firmware and kernel may say nothing while booting, in seconds.
BOOT_SILENCE = 240.0
#: What a case's own limit is exceeded by before the whole machine counts as hung, in seconds.
GRACE = 30.0


@dataclass(frozen=True)
class Settings:
    """How cases are performed."""

    limit_seconds: int = 60
    memory: str = "3G"
    mutant: str = "none"
    console: IO[bytes] | None = None
    #: What the shim is to make of the bridges, instead of what the machine says (for tests).
    bridges: str = ""


class Runner:
    """Performs cases on one guest on one machine."""

    def __init__(self, machine: Machine, guest: Guest, settings: Settings, log: Callable[[str], None]) -> None:
        self._machine = machine
        self._guest = guest
        self._settings = settings
        self._log = log

    def identify(self) -> Identity:
        """Boots without cases and returns what the guest says it is."""
        reader = ConsoleReader()
        for _ in self._boot(self._machine, [], [], reader):
            pass
        return reader.identity

    def perform(self, cases: Sequence[Case], check: Callable[[Identity], None]) -> Iterator[tuple[Case, CaseRecord]]:
        """Yields each case with what happened, as it happens; all have one topology. `check` sees the identity of every boot."""
        machine = self._machine.with_topology(cases[0]["topology"])
        remaining = list(range(len(cases)))
        garbled: set[int] = set()
        while remaining:
            reader = ConsoleReader()
            ended_here = 0
            for record in self._boot(machine, list(remaining), cases, reader):
                if not ended_here:
                    check(reader.identity)
                ended_here += 1
                if record.ended == "garbled" and record.ordinal not in garbled:
                    garbled.add(record.ordinal)
                    continue
                remaining.remove(record.ordinal)
                yield cases[record.ordinal], record
            if not ended_here:
                raise KernelFailure(f"the machine stopped before a case was finished: {reader.unfit or ' | '.join(reader.said)}")
            if remaining:
                self._log(f"{len(remaining)} cases left: booting again {reader.unfit}".rstrip())

    def _boot(self, machine: Machine, ordinals: list[int], cases: Sequence[Case], reader: ConsoleReader) -> Iterator[CaseRecord]:
        chosen = [cases[ordinal] for ordinal in ordinals]
        pages = huge_pages(chosen)
        limit = self._settings.limit_seconds + seconds_in_resets(chosen)
        statements = run_statements(machine, limit, self._settings.mutant)
        for ordinal in ordinals:
            statements += case_statements(ordinal, cases[ordinal], machine)
        with tempfile.TemporaryDirectory(prefix="vfio-oracle-") as folder:
            image = Path(folder) / "initramfs.cpio"
            initramfs.build(
                image,
                init=self._guest.init,
                agent=self._guest.agent,
                modules=self._guest.modules,
                huge_pages=pages,
                plan="".join(f"{line}\n" for line in statements),
                host=machine.setup,
            )
            booted = VirtualMachine(
                machine,
                self._guest.kernel,
                image,
                self._settings.memory,
                pages.get(GIGABYTE, 0),
                self._settings.console,
                self._settings.bridges,
            )
            with booted:
                yield from self._watch(booted, reader, limit)
        if not reader.ready:
            raise KernelFailure(f"the kernel does not boot: {reader.unfit or ' | '.join(reader.said)}")

    def _watch(self, machine: VirtualMachine, reader: ConsoleReader, limit: int) -> Iterator[CaseRecord]:
        def patience() -> float:
            return limit + GRACE if reader.current is not None else BOOT_SILENCE

        def is_progress(line: str) -> bool:
            return not reader.ready or MARK in line

        lines = machine.lines(patience, is_progress)
        ended, what = "crashed", "the machine ended"
        try:
            for line in lines:
                record = reader.take(line)
                if record is not None:
                    yield record
                if reader.finished or (record is not None and _spoiled_the_kernel(record)):
                    return
        except Silence:
            ended, what = "timed-out", f"the machine said nothing for {patience():.0f} s"
            machine.end_now()
        record = reader.break_off(ended, what)
        if record is not None:
            yield record


def _spoiled_the_kernel(record: CaseRecord) -> bool:
    return any(SPOILED.search(line) for step in record.steps for line in step.log)
