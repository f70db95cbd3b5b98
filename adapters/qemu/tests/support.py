# SPDX-License-Identifier: Apache-2.0
"""Inputs shared by the tests."""

from __future__ import annotations

import socket
import sys
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.lines import Lines  # noqa: E402

MIB = 1 << 20
RAM = {"size": hex(256 * MIB), "backing": "page", "access": "rw"}
START = {"op": "start", "program": "qemu-7.2", "as": "V1", "ram": "B1", "devices": ["A.0@0", "B.0@1"]}


def op(name: str, **arguments: Any) -> dict[str, Any]:
    """An operation on the program of START."""
    return {"op": name, "on": "V1", **arguments}


def case(*operations: dict[str, Any], **process: Any) -> dict[str, Any]:
    """A case whose process has two buffers of 256 MiB."""
    settings = {"memlock": "unlimited", "capabilities": [], "buffers": {"B1": RAM, "B2": RAM}, **process}
    return {"type": "case", "id": "X-001", "topology": "two-phbs", "process": settings, "operations": list(operations)}


class Peer:
    """The other end of a connection, with its answers written down beforehand."""

    def __init__(self, test: unittest.TestCase, *answers: str) -> None:
        ours, self._socket = socket.socketpair()
        self.lines = Lines(ours)
        test.addCleanup(self.lines.close)
        test.addCleanup(self._socket.close)
        for answer in answers:
            self._socket.sendall(answer.encode() + b"\n")

    def heard(self) -> list[str]:
        """What it was sent."""
        self._socket.setblocking(False)
        try:
            return self._socket.recv(1 << 20).decode().splitlines()
        except BlockingIOError:
            return []

    def hang_up(self) -> None:
        self._socket.close()
