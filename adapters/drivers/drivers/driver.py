# SPDX-License-Identifier: Apache-2.0
"""A running program on a library below `./oracle exec`, and its commands."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from lib.below_exec import BelowExec
from lib.lines import Lines


class Driver(BelowExec):
    """A program that is told what to do line by line, over its standard input and output."""

    def __init__(self, command: Callable[[Path], list[str]], limit: float) -> None:
        """`command` is told the trace file."""
        super().__init__(limit)
        self._command = command
        self._lines: Lines | None = None

    def __enter__(self) -> Self:
        super().__enter__()
        ours, theirs = socket.socketpair()
        self._lines = Lines(ours)
        try:
            with theirs:
                self.run(self._command(self._folder / "trace"), theirs, theirs)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def tell(self, line: str) -> None:
        """Gives it a command."""
        assert self._lines is not None
        self._lines.send(line)

    def hear(self, what: str) -> str:
        """What it says next. Raises Ended when it has ended, and Silent when it says nothing."""
        assert self._lines is not None
        return self._lines.next(time.monotonic() + self._limit, what)

    def disconnect(self) -> None:
        if self._lines is not None:
            self._lines.close()
