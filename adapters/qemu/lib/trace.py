# SPDX-License-Identifier: Apache-2.0
"""The trace that `./oracle exec` writes, read while it grows: the calls that the model has answered, in order."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

from .memory import Memory

Call = dict[str, Any]

_PLACE = re.compile(r"^(B\d+)\+(0x[0-9a-f]+)$")
_NOTE = re.compile(r"^(B\d+) is the memory at 0x[0-9a-f]+, mapped: (0x[0-9a-f]+)\.\.")
#: A line that tells that a device was closed.
_CLOSED = re.compile(rb'"operation": ?\{"on": ?"D\d+", ?"op": ?"close"\}')
_MOMENT = 0.2
#: What the oracle takes the beginning of a buffer for a multiple of (docs/how-to/exec.md).
_UNIT = 1 << 24


class Trace:
    """A trace file. What is in it was written before the program was told the answer, so nothing has to be waited for."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = 0
        self._bases: dict[str, int] = {}
        #: What was asked that the model does not know: no answer after it means anything.
        self.not_modelled: list[str] = []

    def calls(self) -> list[Call]:
        """The calls since the last time, with addresses as numbers."""
        fresh = self._fresh()
        complete = fresh[: fresh.rfind(b"\n") + 1]
        self._read += len(complete)
        return [call for line in complete.splitlines() for call in self._call(json.loads(line))]

    def wait_for_closed_device(self, limit: float) -> None:
        """
        Waits until a device has been closed since the last time, and nothing has followed for a moment: QEMU says that a device
        is gone before it has let go of it. Gives up after `limit` seconds; then there is no such call.
        """
        deadline = time.monotonic() + limit
        size = -1
        while time.monotonic() < deadline and not (size == self._size() and _CLOSED.search(self._fresh())):
            size = self._size()
            time.sleep(_MOMENT)

    def _size(self) -> int:
        return self._file.stat().st_size if self._file.exists() else 0

    def _fresh(self) -> bytes:
        if not self._file.exists():
            return b""
        with self._file.open("rb") as stream:
            stream.seek(self._read)
            return stream.read()

    def _call(self, happening: dict[str, Any]) -> list[Call]:
        what = happening["what"]
        if what == "note":
            found = _NOTE.match(happening["text"])
            if found:
                self._bases[found[1]] = int(found[2], 16) & -_UNIT
        if what == "not-modelled":
            self.not_modelled.append(f"{happening['call']}: {happening['reason']}")
        if what != "call":
            return []
        call = dict(happening["operation"])
        place = _PLACE.match(str(call.get("vaddr", "")))
        if place:
            call["vaddr"] = self._bases[place[1]] + int(place[2], 16)
        outcome = happening["outcome"]
        call["answer"] = outcome["answer"]
        if outcome.get("out"):
            call["out"] = outcome["out"]
        return [call]


def placed(calls: list[Call], memory: Memory) -> list[Call]:
    """The calls with addresses as the case names them."""
    return [
        {**call, "vaddr": memory.name(call["vaddr"], int(call["size"], 16))}
        if isinstance(call.get("vaddr"), int)
        else call
        for call in calls
    ]
