# SPDX-License-Identifier: Apache-2.0
"""A running QEMU below `./oracle exec`: its process, its connections, and its end."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from .errors import Broken
from .guest import Guest
from .lines import connect
from .machines import CONSOLE, MANAGEMENT, PROCESS
from .qmp import Management
from .trace import Trace

#: How `./oracle exec` tells that a signal has ended the program.
_KILLED = 128
#: What it ends with when it is to blame itself.
_OWN_FAULTS = {2: "it cannot be run", 3: "its guard was killed", 4: "the oracle broke"}
_CLEANING = 15.0


_running: set["Program"] = set()
_ending = threading.Event()


def end_all() -> None:
    """Ends what runs, and lets nothing begin any more."""
    _ending.set()
    for program in list(_running):
        program.end()


class Program:
    """The process and all that belongs to it; nothing of it is left when the block is left."""

    def __init__(self, command: Callable[[Path, Path], list[str]], has_guest: bool, limit: float) -> None:
        """`command` is told the trace file and the folder of the sockets."""
        self._command = command
        self._has_guest = has_guest
        self._limit = limit

    def __enter__(self) -> "Program":
        self._folder = tempfile.TemporaryDirectory(prefix="vfio-oracle-qemu-")
        folder = Path(self._folder.name)
        self.trace = Trace(folder / "trace")
        self._errors = folder / "errors"
        self._folder_path = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.management: Management
        self.guest: Guest | None = None
        self._connections: list[Management | Guest] = []
        _running.add(self)
        return self

    def start(self) -> None:
        """Starts it; it has done so when its machine has been reset and its guest takes commands. Raises Ended."""
        folder = self._folder_path
        if _ending.is_set():
            raise Broken("the adapter was told to end")
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                self._command(folder / "trace", folder),
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                start_new_session=True,
            )
        deadline = time.monotonic() + self._limit
        self.management = Management(connect(folder / MANAGEMENT, deadline, self.runs), self._limit)
        self._connections.append(self.management)
        if self._has_guest:
            self.guest = Guest(connect(folder / CONSOLE, deadline, self.runs), self._limit)
            self._connections.append(self.guest)
        self.management.begin(deadline)
        if self.guest is not None:
            self.guest.wait(deadline)

    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def mappings(self) -> list[tuple[int, int]]:
        """First and last address of each of its mappings without a file."""
        process = int((self._folder_path / PROCESS).read_text())
        lines = (line.split() for line in Path(f"/proc/{process}/maps").read_text().splitlines())
        return [(int(start, 16), int(end, 16)) for start, end in (words[0].split("-") for words in lines if len(words) == 5)]

    def code(self) -> int:
        """Waits for its end; its exit code, negative when a signal ended it. Raises Broken when the oracle is to blame."""
        assert self._process is not None
        try:
            code = self._process.wait(self._limit)
        except subprocess.TimeoutExpired as late:
            raise Broken("QEMU closed its connections and did not end") from late
        if code in _OWN_FAULTS or code < 0:
            raise Broken(f"./oracle exec ended with {code}, {_OWN_FAULTS.get(code, 'a signal')}: {self.said()}")
        return _KILLED - code if code > _KILLED else code

    def said(self) -> str:
        """The last that it had to say, or else the oracle."""
        text = self._errors.read_text(errors="replace") if self._errors.exists() else ""
        lines = text.strip().splitlines()
        own = [line for line in lines if line.startswith("qemu-system") and "warning:" not in line]
        return " | ".join((own or lines)[-3:])

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        for connection in self._connections:
            connection.close()
        self.end()
        _running.discard(self)
        self._folder.cleanup()

    def end(self) -> None:
        """Ends it when it has not ended."""
        if self._process is None or self._process.poll() is not None:
            return
        # The oracle takes the program down with it, and what belongs to both.
        self._process.terminate()
        try:
            self._process.wait(_CLEANING)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


