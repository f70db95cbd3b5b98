# SPDX-License-Identifier: Apache-2.0
"""
Which DMA windows a container may have at some point of a case, without knowing whether each call succeeds.

Every call that may fail splits the possibilities in two. This is no model of VFIO: it only bounds what `undefined`
needs, and a case with a handful of calls has a handful of possibilities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .console import Identity
from .machines import Machine

SMALLEST_PAGE_SHIFT = 12
MAXIMUM_LEVELS = 5
#: Of one TCE, in bytes. Bare metal rounds a table up to a whole host page, and its window with it.
ENTRY_SIZE = 8


@dataclass(frozen=True)
class Window:
    """One DMA window; sizes in bytes."""

    start: int
    size: int
    page_shift: int

    def contains(self, address: int) -> bool:
        return self.start <= address < self.start + self.size


#: A new window starts at 0 when slot 0 is free; in a partition it may start high even then.
LOW, HIGH = 0, 1 << 59


@dataclass(frozen=True)
class Possibility:
    """The two slots, and whether the default window is still to be made by the first call that needs a window."""

    pending: bool = True
    slots: tuple[Window | None, Window | None] = (None, None)

    def with_default(self, default: Window) -> Possibility:
        return Possibility(False, (default, self.slots[1])) if self.pending else self

    def window_at(self, address: int) -> Window | None:
        return next((window for window in self.slots if window is not None and window.contains(address)), None)

    def with_window(self, start: int, size: int, page_shift: int) -> Possibility:
        window = Window(start, size, page_shift)
        if self.slots[0] is None:
            return Possibility(self.pending, (window, self.slots[1]))
        return self if self.slots[1] is not None else Possibility(self.pending, (self.slots[0], window))

    def without_window_at(self, address: int) -> Possibility:
        if self.pending and address == 0:
            return Possibility(False, self.slots)
        gone = self.window_at(address)
        slots = [None if window is gone else window for window in self.slots]
        return Possibility(self.pending, (slots[0], slots[1]))


def windows_of_groups(machine: Machine, identity: Identity) -> dict[str, Window]:
    """The windows that groups have from the start, by alias: on an old bridge the kernel lays them out at boot, and says so."""
    if not machine.shim:
        return {}
    return {
        machine.buses[bus]: Window(first, last - first + 1, SMALLEST_PAGE_SHIFT)
        for bus, (first, last) in identity.windows.items()
        if bus in machine.buses
    }


class PossibleWindows:
    """All possibilities of one container."""

    def __init__(self, default_size: int, host_page: int) -> None:
        self._smallest_table = host_page // ENTRY_SIZE
        self._defaults = {Window(0, default_size, SMALLEST_PAGE_SHIFT)}
        self._of_groups: set[Window] = set()
        self._all = {Possibility()}

    def __iter__(self) -> Iterator[Possibility]:
        return iter(self._all)

    def container_may_be_new(self) -> None:
        """SET_IOMMU: a container that had lost its last group starts afresh."""
        self._all.add(Possibility())

    def may_be_of_a_group(self, window: Window) -> None:
        """A group may have joined, whose default window is this one."""
        self._of_groups.add(window)

    def default_may_be_made(self) -> None:
        defaults = self._of_groups or self._defaults
        self._all |= {possibility.with_default(default) for possibility in self._all for default in defaults}

    def may_be_created(self, size: int, page_shift: int, levels: int) -> None:
        self.default_may_be_made()
        is_power_of_two = size > 0 and size & (size - 1) == 0
        if not is_power_of_two or page_shift < SMALLEST_PAGE_SHIFT or levels > MAXIMUM_LEVELS:
            return
        for programmed in {size, max(size, self._smallest_table << page_shift)}:
            self._add_window(programmed, page_shift)

    def _add_window(self, size: int, page_shift: int) -> None:
        for possibility in list(self._all):
            if not possibility.pending:
                self._all.add(possibility.with_window(HIGH, size, page_shift))
                if possibility.slots[0] is None:
                    self._all.add(possibility.with_window(LOW, size, page_shift))

    def is_removed(self, address: int, is_certain: bool = True) -> None:
        removed = {possibility.without_window_at(address) for possibility in self._all}
        self._all = removed if is_certain else self._all | removed
