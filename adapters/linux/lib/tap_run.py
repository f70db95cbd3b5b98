# SPDX-License-Identifier: Apache-2.0
"""Boots a machine with a runner (adapters/linux/runner) in place of the agent, and hands out what it prints."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from . import initramfs
from .errors import KernelFailure
from .guest import Guest
from .machines import Machine
from .virtual_machine import Silence, VirtualMachine

#: Huge page size in bytes -> how many are reserved, where the machine has pages of that size.
HUGE_PAGES = {1 << 21: 16, 1 << 24: 8}
#: How long firmware, kernel and one case may say nothing, in seconds.
SILENCE = 240.0

_BEGUN = re.compile(r"@@ note runner begins ;")
#: Firmware shares the console: "[   80.046411196,3] SBE: Timer stuck".
_FIRMWARE = re.compile(r"\[ *\d+\.\d{9},\d\] .*$")
_ENDED = re.compile(r"@@ note runner ended with (\d+) ;")


def lines_of_runner(console: Iterable[str]) -> Iterator[str | int]:
    """The lines that a runner printed, and at last its exit code, out of all that a console said."""
    begun, unfinished = False, ""
    for raw in console:
        line = raw.rstrip("\r\n")
        if ended := _ENDED.search(line):
            yield int(ended[1])
            return
        if firmware := _FIRMWARE.search(line):
            unfinished += line[: firmware.start()]
            continue
        line, unfinished = unfinished + line, ""
        if begun:
            yield line
        begun = begun or _BEGUN.search(line) is not None
    raise KernelFailure("the machine ended before the runner did" if begun else "the kernel does not boot")


def run(machine: Machine, guest: Guest, runner: bytes, arguments: str, memory: str, console: IO[bytes] | None) -> Iterator[str | int]:
    """Yields each line of a runner on a machine, then its exit code."""
    with tempfile.TemporaryDirectory(prefix="vfio-oracle-") as folder:
        image = Path(folder) / "initramfs.cpio"
        initramfs.build(
            image,
            init=guest.init,
            agent=guest.agent,
            modules=guest.modules,
            huge_pages=HUGE_PAGES,
            plan="",
            runner=(runner, arguments),
        )
        with VirtualMachine(machine, guest.kernel, image, memory, 0, console) as booted:
            try:
                yield from lines_of_runner(booted.lines(lambda: SILENCE, lambda line: True))
            except Silence:
                raise KernelFailure(f"the machine said nothing for {SILENCE:.0f} s") from None
