# SPDX-License-Identifier: Apache-2.0
"""The memory of the program: what a case calls it."""

from __future__ import annotations

from typing import Any


class Memory:
    """
    Where the buffers of a case are. Other memory, as that of firmware, is named on from the last of these, in the order in
    which it is met.
    """

    def __init__(self, buffers: int) -> None:
        """`buffers`: how many the case has."""
        self._first_own = buffers + 1
        self._buffers: dict[str, tuple[int, int]] = {}
        self._own: list[tuple[int, int]] = []

    def put(self, buffer: str, address: int, size: int) -> None:
        """The program has this buffer there."""
        self._buffers[buffer] = (address, size)

    def knows(self, buffer: str) -> bool:
        return buffer in self._buffers

    def unknown(self, mappings: list[tuple[int, int]], size: int) -> int | None:
        """The first mapping of exactly this size that no buffer is in."""
        known = {start for start, _ in self._buffers.values()}
        return next((start for start, end in mappings if end - start == size and start not in known), None)

    def name(self, address: int, size: int) -> str:
        """The name of an address, of which a call says that so many bytes begin there."""
        for buffer, (start, length) in self._buffers.items():
            if start <= address < start + length:
                return f"{buffer}+{address - start:#x}"
        for ordinal, (start, length) in enumerate(self._own, start=self._first_own):
            if start <= address < start + length:
                return f"B{ordinal}+{address - start:#x}"
        # A program maps a piece of its own as a whole before it maps a part of it.
        self._own.append((address, size))
        return f"B{self._first_own + len(self._own) - 1}+0x0"


def start_of_ram(calls: list[dict[str, Any]], size: int) -> int | None:
    """
    Where the memory of the guest begins, out of the calls of a program that ended before it could be asked: all of it is
    registered at once, and where there is no registration it is mapped, that of the beginning to bus address 0.
    """
    for call in calls:
        if call["op"] == "VFIO_IOMMU_SPAPR_REGISTER_MEMORY" and int(call["size"], 16) == size:
            return int(call["vaddr"])
        if call["op"] == "VFIO_IOMMU_MAP_DMA" and (call["iova"] == "0x0" or int(call["size"], 16) == size):
            return int(call["vaddr"])
    return None
