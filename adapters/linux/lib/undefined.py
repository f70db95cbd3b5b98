# SPDX-License-Identifier: Apache-2.0
"""
Finds operations whose result no kernel defines, before they are sent.

The kernel compares only the first page of a MAP or UNMAP with its window, so a range past a window's end is written
wherever that leads, unless its memory ends before. On powernv8 a TCE invalidation of zero pages at bus address 0 never ends. What a device writes
where interrupts are raised is no data. This walk over a case is no model: it errs on the side of refusing, and what it
refuses is reported as skipped with the reason given here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from .machines import Machine
from .operations import NUMBERS, STRUCT_SIZES
from .plan import REPEAT, Case, changes_memory
from .possible_windows import PossibleWindows, Window

VERSION_1, VERSION_2 = 2, 7
FLAGS_READ_WRITE = range(1, 4)
MAP, UNMAP = "VFIO_IOMMU_MAP_DMA", "VFIO_IOMMU_UNMAP_DMA"

REGISTER, REMOVE = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", "VFIO_IOMMU_SPAPR_TCE_REMOVE"
#: Bus addresses where a write is an interrupt: 32-bit and 64-bit on POWER, in a partition, on x86.
_INTERRUPTS = (
    range(0xFFFF0000, 1 << 32),
    range(1 << 60, 1 << 61),
    range(1 << 42, (1 << 42) + (1 << 16)),
    range(0xFEE00000, 0xFEF00000),
)
#: Both can be called by their numbers, without their names.
SET_IOMMU, ENABLE = "VFIO_SET_IOMMU", "VFIO_IOMMU_ENABLE"
_HUGE = "16m"
_SMALL_PAGE = 1 << 12
_BACKING_SIZE = {"2m": 1 << 21, "16m": 1 << 24, "1g": 1 << 30}
#: A container has no more windows than this.
MOST_WINDOWS = 4
_64_BITS = (1 << 64) - 1
_IN_BUFFER = re.compile(r"^([^+]+)\+(0x[0-9a-f]+)$")

Operation = Mapping[str, Any]


def _number(operation: Operation, key: str, otherwise: int = 0) -> int:
    value = operation.get(key, otherwise)
    return value if isinstance(value, int) else int(str(value), 0)


def _is_short(name: str, operation: Operation) -> bool:
    """Whether the struct claims to be shorter than the request of this name takes."""
    return _number(operation, "argsz", STRUCT_SIZES[name]) < STRUCT_SIZES[name]


class Undefined(NamedTuple):
    """An operation that is kept away from a kernel, by its number from 1, and why."""

    operation: int
    reason: str

    def __str__(self) -> str:
        return f"operation {self.operation} is undefined: {self.reason}"


def _made(operation: Operation) -> list[Operation]:
    """The operation; of one that is repeated, those that reach furthest or leave something: the first, some more, and the last."""
    if operation["op"] != REPEAT:
        return [operation]
    times = _number(operation, "times")
    return [_further(operation, made) for made in sorted({*range(min(times, MOST_WINDOWS)), times - 1})]


def _further(repeat: Operation, made: int) -> Operation:
    """The request after `made` others."""
    request = dict(repeat["call"])
    for key in ("iova", "vaddr"):
        step = made * _number(repeat, f"{key}_step")
        if step and key in request:
            buffer, plus, offset = str(request[key]).rpartition("+")
            request[key] = f"{buffer}{plus}{int(offset, 0) + step & _64_BITS:#x}"
    return request


@dataclass(frozen=True)
class _Memory:
    """A range inside one buffer, as offsets."""

    buffer: str
    start: int
    end: int

    def covers(self, other: _Memory) -> bool:
        return self.buffer == other.buffer and self.start <= other.start and other.end <= self.end


@dataclass
class _Container:
    """What may be true of a container at some point of a case."""

    windows: PossibleWindows
    iommu: int = 0
    enabled: bool = False


@dataclass
class _Process:
    """What one process of a case knows: its handles, and what it certainly has registered, through any container."""

    containers: dict[str, _Container]
    registered: list[_Memory]


class _Walk:
    """Goes through the operations of one case in order."""

    def __init__(self, case: Case, machine: Machine, host_page: int, windows: Mapping[str, Window]) -> None:
        self._buffers: Mapping[str, Any] = case.get("process", {}).get("buffers", {})
        self._operations = case.get("operations", [])
        self._machine = machine
        self._host_page = host_page
        self._windows = windows
        #: Handle -> the groups that it may be one of.
        self._groups: dict[str, set[str]] = {}
        self._process = _Process({}, [])
        self._processes = {"": self._process}
        #: The buffers that may consist of huge pages of 16 MiB.
        self._huge = {name for name, buffer in self._buffers.items() if buffer.get("backing") == _HUGE}
        #: Whether memory may be another than the buffers say.
        self._changed = False

    def find(self) -> Undefined | None:
        for ordinal, operation in enumerate(self._operations, start=1):
            self._process = self._processes.setdefault(str(operation.get("by", "")), _Process({}, []))
            for made in _made(operation):
                container = self._container(str(made.get("on")))
                reason = self._look(str(made["op"]), made, container)
                if reason:
                    return Undefined(ordinal, reason)
        return None

    def _container(self, handle: str) -> _Container:
        containers = self._process.containers
        if handle not in containers:
            containers[handle] = _Container(PossibleWindows(self._machine.default_window_size, self._host_page))
        return containers[handle]

    def _look(self, name: str, operation: Operation, container: _Container) -> str | None:
        if operation.get("pointer") == "unmapped":
            return None
        if name in (MAP, UNMAP):
            if not self._machine.has_windows:
                return None
            return self._look_at_range(name, operation, container)
        if name.startswith("dma-"):
            return self._look_at_dma(operation)
        self._follow(name, operation, container)
        return self._look_at_registration(operation) if name == REGISTER else None

    def _look_at_registration(self, operation: Operation) -> str | None:
        memory = self._memory(operation, _number(operation, "size"))
        if memory is None or memory.buffer not in self._huge or not self._machine.hangs_on_huge_registration:
            return None
        if self._host_page > _SMALL_PAGE or _number(operation, "flags") or _is_short(REGISTER, operation):
            return None
        return f"{REGISTER} of huge pages hangs {self._machine.name} with pages of 4 KiB"

    def _look_at_dma(self, operation: Operation) -> str | None:
        for key in ("iova", "through"):
            address = _number(operation, key)
            if any(address in interrupts for interrupts in _INTERRUPTS):
                return f"a device that writes to {address:#x} raises an interrupt"
        return None

    def _follow(self, name: str, operation: Operation, container: _Container) -> None:
        containers = self._process.containers
        number = _number(operation, "nr") if name == "ioctl" else 0
        handle, new = str(operation.get("on")), str(operation.get("as"))
        if name == "open":
            containers.pop(new, None)
            self._groups.setdefault(new, set()).add(str(operation.get("group")))
        elif name == "dup":
            containers[new] = container
            self._groups.setdefault(new, set()).update(self._groups.get(handle, ()))
        elif name == "VFIO_GROUP_SET_CONTAINER":
            for group in self._groups.get(handle, set()) & self._windows.keys():
                self._container(str(operation.get("container"))).windows.may_be_of_a_group(self._windows[group])
        elif changes_memory(operation):
            self._process.registered.clear()
            self._changed = True
            if operation.get("backing") == _HUGE:
                self._huge.add(str(operation.get("vaddr")).split("+")[0])
        elif name == "fork":
            self._processes[str(operation.get("as"))] = _Process(dict(containers), [])
        elif name == SET_IOMMU or number == NUMBERS[SET_IOMMU]:
            container.iommu = _number(operation, "arg" if number else "type")
            container.windows.container_may_be_new()
        elif name == ENABLE or number == NUMBERS[ENABLE]:
            container.enabled = True
        elif name == REMOVE:
            self._remove(operation, container)
        elif name == "VFIO_IOMMU_SPAPR_TCE_CREATE":
            size, page_shift = _number(operation, "window_size"), _number(operation, "page_shift")
            container.windows.may_be_created(size, page_shift, _number(operation, "levels"))
        elif name == REGISTER:
            self._register(operation, container)
        elif name == "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY":
            gone = self._memory(operation, _number(operation, "size"))
            if gone in self._process.registered:
                self._process.registered.remove(gone)

    def _remove(self, operation: Operation, container: _Container) -> None:
        if (
            container.iommu == VERSION_2
            and not _number(operation, "flags")
            and not _is_short(REMOVE, operation)
        ):
            # A container serves one process only, and which one that is may depend on what failed before.
            is_certain = len(self._processes) == 1
            container.windows.is_removed(_number(operation, "start_addr"), is_certain)

    def _register(self, operation: Operation, container: _Container) -> None:
        memory = self._memory(operation, _number(operation, "size"))
        if memory is None or not self._writable(memory.buffer):
            return
        container.enabled = True
        if _number(operation, "flags") or _is_short(REGISTER, operation):
            return
        if memory.end <= _number(self._buffers[memory.buffer], "size"):
            self._process.registered.append(memory)

    def _memory(self, operation: Operation, size: int) -> _Memory | None:
        inside = _IN_BUFFER.match(str(operation.get("vaddr", "")))
        if not inside or inside[1] not in self._buffers:
            return None
        start = int(inside[2], 16)
        return _Memory(inside[1], start, start + size)

    def _writable(self, buffer: str) -> bool:
        return bool(self._buffers[buffer].get("access", "rw") == "rw")

    def _look_at_range(self, name: str, operation: Operation, container: _Container) -> str | None:
        if not self._is_looked_up(name, operation, container):
            return None
        container.windows.default_may_be_made()
        iova = _number(operation, "iova")
        windows = {possibility.window_at(iova) for possibility in container.windows}
        for window in sorted((window for window in windows if window is not None), key=lambda window: window.size):
            reason = self._look_in_window(name, operation, container, window)
            if reason:
                return reason
        return None

    def _is_looked_up(self, name: str, operation: Operation, container: _Container) -> bool:
        """False when a check of the arguments alone comes first and refuses the call."""
        if not container.enabled or _is_short(name, operation):
            return False
        flags = _number(operation, "flags")
        return flags == 0 if name == UNMAP else flags in FLAGS_READ_WRITE

    def _look_in_window(self, name: str, operation: Operation, container: _Container, window: Window) -> str | None:
        iova, size = _number(operation, "iova"), _number(operation, "size")
        page_mask = (1 << window.page_shift) - 1
        source = self._memory(operation, 1 << window.page_shift) if name == MAP else None
        if (iova | size | (source.start if source else 0)) & page_mask:
            return None
        if iova + self._reach(source, size) > window.start + window.size:
            return f"{name} runs past the end of a window at {window.start:#x} of {window.size:#x} bytes"
        if iova == 0 and self._machine.hangs_on_empty_invalidation:
            if size == 0:
                return f"{name} of no page at iova 0x0 hangs {self._machine.name}"
            if name == MAP and not self._maps(source, container, window):
                return f"{name} at iova 0x0 whose first page fails hangs {self._machine.name}"
        return None

    def _reach(self, source: _Memory | None, size: int) -> int:
        """How far a range is gone through: a MAP stops where its buffer ends, for nothing borders on a buffer."""
        if source is None:
            return size
        return min(size, max(0, _number(self._buffers[source.buffer], "size") - source.start))

    def _maps(self, source: _Memory | None, container: _Container, window: Window) -> bool:
        if source is None or self._changed or not self._writable(source.buffer):
            return False
        buffer = self._buffers[source.buffer]
        if 1 << window.page_shift > _BACKING_SIZE.get(buffer.get("backing", "page"), self._host_page):
            return False
        if container.iommu == VERSION_1:
            return source.end <= _number(buffer, "size")
        return any(region.covers(source) for region in self._process.registered)


def why_undefined(
    case: Case, machine: Machine, host_page: int, windows: Mapping[str, Window] = MappingProxyType({})
) -> Undefined | None:
    """
    The operation for which a case must not be sent to `machine`, or None when it may be. `windows` are those of its groups (by alias),
    where a group has one of its own from the start.
    """
    return _Walk(case, machine, host_page, windows).find()
