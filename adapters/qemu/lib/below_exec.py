# SPDX-License-Identifier: Apache-2.0
"""A program below `./oracle exec`: its process, what it says, and its end. What speaks with it builds on this."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from .errors import Broken
from .trace import Trace

#: How `./oracle exec` tells that a signal has ended the program.
_KILLED = 128
#: What it ends with when it is to blame itself.
_OWN_FAULTS = {2: "it cannot be run", 3: "its guard was killed", 4: "the oracle broke"}
_CLEANING = 15.0

_running: set["BelowExec"] = set()
_ending = threading.Event()


def end_all() -> None:
    """Ends what runs, and lets nothing begin any more."""
    _ending.set()
    for program in list(_running):
        program.end()


class BelowExec:
    """The process and all that belongs to it; nothing of it is left when the block is left."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._temporary = tempfile.TemporaryDirectory(prefix="vfio-oracle-program-")
        self._folder = Path(self._temporary.name)
        self.trace = Trace(self._folder / "trace")
        self._errors = self._folder / "errors"
        _running.add(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.disconnect()
        self.end()
        _running.discard(self)
        self._temporary.cleanup()

    def run(self, command: list[str], standard_input: int | socket.socket, output: socket.socket | None = None) -> None:
        """Starts the process; its output goes to `output`, or else where its errors go."""
        if _ending.is_set():
            raise Broken("the adapter was told to end")
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                command, stdin=standard_input, stdout=output or errors, stderr=errors, start_new_session=True
            )

    def disconnect(self) -> None:
        """Closes the connections."""

    def is_own(self, line: str) -> bool:
        """Whether the program has said this line, and not the oracle."""
        return not line.startswith(("oracle exec:", "  "))

    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def code(self) -> int:
        """Waits for its end; its exit code, negative when a signal ended it. Raises Broken when the oracle is to blame."""
        assert self._process is not None
        try:
            code = self._process.wait(self._limit)
        except subprocess.TimeoutExpired as late:
            raise Broken("the program closed its connections and did not end") from late
        if code in _OWN_FAULTS or code < 0:
            raise Broken(f"./oracle exec ended with {code}, {_OWN_FAULTS.get(code, 'a signal')}: {self.said()}")
        return _KILLED - code if code > _KILLED else code

    def said(self) -> str:
        """The last that it had to say, or else the oracle."""
        text = self._errors.read_text(errors="replace") if self._errors.exists() else ""
        lines = text.strip().splitlines()
        return " | ".join(([line for line in lines if self.is_own(line)] or lines)[-3:])

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
