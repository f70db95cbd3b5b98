# SPDX-License-Identifier: Apache-2.0
"""A connection of lines to a running program, over a socket of its own."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from .errors import Ended, Silent

_PAUSE = 0.02


class Lines:
    """Lines of text, both ways."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._received = b""

    def send(self, line: str) -> None:
        """Sends a line, or raises Ended."""
        try:
            self._socket.sendall(line.encode() + b"\n")
        except OSError as error:
            raise Ended(str(error)) from error

    def next(self, deadline: float, what: str) -> str:
        """The next line; raises Ended when there is none any more and Silent when it does not come in time."""
        while b"\n" not in self._received:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Silent(f"no answer to {what}")
            self._socket.settimeout(left)
            try:
                received = self._socket.recv(65536)
            except TimeoutError:
                continue
            except OSError as error:
                raise Ended(str(error)) from error
            if not received:
                raise Ended("it closed the connection")
            self._received += received
        line, _, self._received = self._received.partition(b"\n")
        return line.decode("utf-8", errors="replace").rstrip("\r")

    def close(self) -> None:
        self._socket.close()


def connect(path: Path, deadline: float, alive: "object") -> Lines:
    """Connects as soon as the program listens there; `alive()` tells whether it still may."""
    while True:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
            return Lines(connection)
        except OSError:
            connection.close()
        if not alive():  # type: ignore[operator]
            raise Ended("it ended before it listened")
        if time.monotonic() > deadline:
            raise Silent("it does not listen")
        time.sleep(_PAUSE)
