# SPDX-License-Identifier: Apache-2.0
"""A running program on a library below `./oracle exec`: its process, its commands, and its end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from lib.errors import Broken
from lib.lines import Lines
from lib.trace import Trace

#: How `./oracle exec` tells that a signal has ended the program.
_KILLED = 128
#: What it ends with when it is to blame itself.
_OWN_FAULTS = {2: "it cannot be run", 3: "its guard was killed", 4: "the oracle broke"}
_CLEANING = 15.0

_running: set["Driver"] = set()
_ending = threading.Event()


def end_all() -> None:
    """Ends what runs, and lets nothing begin any more."""
    _ending.set()
    for driver in list(_running):
        driver.end()


class Driver:
    """The process and all that belongs to it; nothing of it is left when the block is left."""

    def __init__(self, command: Callable[[Path], list[str]], limit: float) -> None:
        """`command` is told the trace file."""
        self._command = command
        self._limit = limit

    def __enter__(self) -> "Driver":
        self._folder = tempfile.TemporaryDirectory(prefix="vfio-oracle-drivers-")
        folder = Path(self._folder.name)
        self.trace = Trace(folder / "trace")
        self._errors = folder / "errors"
        if _ending.is_set():
            raise Broken("the adapter was told to end")
        ours, theirs = socket.socketpair()
        self._lines = Lines(ours)
        with self._errors.open("wb") as errors, theirs:
            self._process = subprocess.Popen(
                self._command(folder / "trace"), stdin=theirs, stdout=theirs, stderr=errors, start_new_session=True
            )
        _running.add(self)
        return self

    def tell(self, line: str) -> None:
        """Gives it a command."""
        self._lines.send(line)

    def hear(self, what: str) -> str:
        """What it says next. Raises Ended when it has ended, and Silent when it says nothing."""
        return self._lines.next(time.monotonic() + self._limit, what)

    def code(self) -> int:
        """Waits for its end; its exit code, negative when a signal ended it. Raises Broken when the oracle is to blame."""
        try:
            code = self._process.wait(self._limit)
        except subprocess.TimeoutExpired as late:
            raise Broken("the program closed its output and did not end") from late
        if code in _OWN_FAULTS or code < 0:
            raise Broken(f"./oracle exec ended with {code}, {_OWN_FAULTS.get(code, 'a signal')}: {self.said()}")
        return _KILLED - code if code > _KILLED else code

    def said(self) -> str:
        """The last that it had to say, or else the oracle."""
        lines = self._errors.read_text(errors="replace").strip().splitlines()
        own = [line for line in lines if not line.startswith(("oracle exec:", "  "))]
        return " | ".join((own or lines)[-3:])

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._lines.close()
        self.end()
        _running.discard(self)
        self._folder.cleanup()

    def end(self) -> None:
        """Ends it when it has not ended."""
        if self._process.poll() is not None:
            return
        # The oracle takes the program down with it, and what belongs to both.
        self._process.terminate()
        try:
            self._process.wait(_CLEANING)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
