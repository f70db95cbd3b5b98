# SPDX-License-Identifier: Apache-2.0
"""The management interface of QEMU: commands and their answers, and events."""

from __future__ import annotations

import json
import time
from typing import Any

from .errors import Ended
from .lines import Lines


class Refused(Exception):
    """QEMU refused a command; the text is its reason."""


class Management:
    """One connection. Every wait is over after `limit` seconds."""

    def __init__(self, lines: Lines, limit: float) -> None:
        self._lines = lines
        self._limit = limit
        self._events: list[dict[str, Any]] = []

    def begin(self, deadline: float) -> None:
        """Waits until the machine is there, and has been reset for the first time."""
        self._lines.next(deadline, "the start of the program")
        self.do("qmp_capabilities")

    def do(self, command: str, **arguments: Any) -> Any:
        """Carries out a command and returns what it returned."""
        self._lines.send(json.dumps({"execute": command, "arguments": arguments}))
        deadline = time.monotonic() + self._limit
        while True:
            message = json.loads(self._lines.next(deadline, command))
            if "event" in message:
                self._events.append(message)
            elif "error" in message:
                raise Refused(message["error"]["desc"])
            else:
                return message["return"]

    def monitor(self, line: str) -> str:
        """Carries out a line of the human monitor."""
        return str(self.do("human-monitor-command", **{"command-line": line}))

    def forget_events(self) -> None:
        """What happened before is not what is waited for next."""
        self._events.clear()

    def wait(self, event: str, **data: Any) -> None:
        """Waits for an event with this data."""
        deadline = time.monotonic() + self._limit
        while True:
            for known in self._events:
                if known["event"] == event and data.items() <= known.get("data", {}).items():
                    self._events.remove(known)
                    return
            message = json.loads(self._lines.next(deadline, event))
            if "event" not in message:
                raise Ended(f"an answer that belongs to no command: {message}")
            self._events.append(message)

    def close(self) -> None:
        self._lines.close()
