# SPDX-License-Identifier: Apache-2.0
"""A running QEMU below `./oracle exec`, and its connections."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from .below_exec import BelowExec
from .guest import Guest
from .lines import connect
from .machines import CONSOLE, MANAGEMENT, PROCESS
from .qmp import Management


class Program(BelowExec):
    """QEMU: its management is spoken with, and its guest, if it has one."""

    def __init__(self, command: Callable[[Path, Path], list[str]], has_guest: bool, limit: float) -> None:
        """`command` is told the trace file and the folder of the sockets."""
        super().__init__(limit)
        self._command = command
        self._has_guest = has_guest
        self.management: Management
        self.guest: Guest | None = None
        self._connections: list[Management | Guest] = []

    def start(self) -> None:
        """Starts it; it has done so when its machine has been reset and its guest takes commands. Raises Ended."""
        self.run(self._command(self._folder / "trace", self._folder), subprocess.DEVNULL)
        deadline = time.monotonic() + self._limit
        self.management = Management(connect(self._folder / MANAGEMENT, deadline, self.runs), self._limit)
        self._connections.append(self.management)
        if self._has_guest:
            self.guest = Guest(connect(self._folder / CONSOLE, deadline, self.runs), self._limit)
            self._connections.append(self.guest)
        self.management.begin(deadline)
        if self.guest is not None:
            self.guest.wait(deadline)

    def mappings(self) -> list[tuple[int, int]]:
        """First and last address of each of its mappings without a file."""
        process = int((self._folder / PROCESS).read_text())
        lines = (line.split() for line in Path(f"/proc/{process}/maps").read_text().splitlines())
        return [(int(start, 16), int(end, 16)) for start, end in (words[0].split("-") for words in lines if len(words) == 5)]

    def is_own(self, line: str) -> bool:
        return line.startswith("qemu-system") and "warning:" not in line

    def disconnect(self) -> None:
        for connection in self._connections:
            connection.close()
