# SPDX-License-Identifier: Apache-2.0
"""The guest of guest/guest.c, which carries out what it is told on its console."""

from __future__ import annotations

import time

from .errors import Broken
from .lines import Lines

#: Doublewords in one line; a line of the guest is short.
_AT_ONCE = 16
_READY = "guest: ready"
_RTAS_PHB = 0x800000020000000


def buid(phb: int) -> tuple[int, int]:
    """The two cells by which a guest names its bridge."""
    unique = _RTAS_PHB + phb
    return unique >> 32, unique & 0xFFFFFFFF


class Guest:
    """Its console. Every answer is over after `limit` seconds."""

    def __init__(self, lines: Lines, limit: float) -> None:
        self._lines = lines
        self._limit = limit

    def wait(self, deadline: float | None = None) -> None:
        """Waits until it takes commands; before the first, and after a reset."""
        deadline = deadline or time.monotonic() + self._limit
        while self._lines.next(deadline, "the start of the guest") != _READY:
            pass

    def hypercall(self, number: int, *arguments: int) -> list[int]:
        """Makes a hypercall; the registers from r3 on, the first one signed."""
        registers = self._do("hypercall", number, *arguments)
        return [registers[0] - (1 << 64) if registers[0] >> 63 else registers[0], *registers[1:]]

    def rtas(self, service: str, arguments: list[int], outputs: int) -> list[int]:
        """Makes an RTAS call; its outputs, the first one, its status, signed."""
        cells = self._do(f"rtas {service}", len(arguments), outputs, *arguments)
        return [cells[0] - (1 << 32) if cells[0] >> 31 else cells[0], *cells[1:]]

    def write(self, address: int, values: list[int]) -> None:
        """Writes doublewords into its memory."""
        for at in range(0, len(values), _AT_ONCE):
            self._do("write64", address + 8 * at, *values[at : at + _AT_ONCE])

    def _do(self, command: str, *numbers: int) -> list[int]:
        line = " ".join([command, *(f"{number:#x}" for number in numbers)])
        self._lines.send(line)
        answer = self._lines.next(time.monotonic() + self._limit, line)
        told, separator, values = answer.partition(" =")
        if told != f"guest: {line}" or not separator:
            raise Broken(f"the guest answered {answer!r} to {line!r}")
        return [int(value, 16) for value in values.split()]

    def close(self) -> None:
        self._lines.close()
