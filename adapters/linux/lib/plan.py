# SPDX-License-Identifier: Apache-2.0
"""Writes the flat case format that the agent reads (README.md, "Flat format")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .machines import Machine
from .operations import ARGUMENTS

Case = Mapping[str, Any]

#: How many `fork` operations the agent has room for in one case.
MOST_CHILDREN = 16
#: One request, made many times.
REPEAT = "repeat"
#: What changes memory of the process, unless it is of a device.
_MEMORY_CHANGES = frozenset({"mmap", "munmap", "mprotect"})


def changes_memory(operation: Mapping[str, Any]) -> bool:
    return operation.get("op") in _MEMORY_CHANGES and operation.get("of") != "device"


_IN_BUFFER = re.compile(r"^[A-Z][A-Za-z0-9]*\+0x[0-9a-f]+$")
_POINTERS = ("good", "unmapped", "read-only")
_DMA_BLOCK, _DMA_LENGTH = 4096, 8
#: Of an `ioctl`: these numbers are requests of some VFIO descriptor, which may read or write what `arg` points to.
_KNOWN_REQUESTS = range(100, 128)
#: Below lies nothing in a process, above lies the kernel; the adapter's own memory is in between.
_NEVER_MAPPED, _KERNEL_SIDE = 1 << 16, 1 << 63

#: Instead of the alias of a group: a number that no group has.
_NO_GROUP = "none"

_RESET_HOT, _RESET_SECONDS = 6, 70

_WORD = re.compile(r"^[!-~]+$")
_CAPABILITIES = frozenset({"CAP_IPC_LOCK"})
_BACKINGS = {"page": None, "none": None, "thp": None, "2m": 1 << 21, "16m": 1 << 24, "1g": 1 << 30}


class Unperformable(ValueError):
    """A case this adapter cannot perform; the message is the reason that the oracle shows."""


def _word(value: Any, what: str) -> str:
    text = str(value)
    if not _WORD.match(text):
        raise Unperformable(f"{what} must be one printable word: {text!r}")
    return text


def _flat(operation: Mapping[str, Any]) -> dict[str, Any]:
    """A repeated request as one operation: `call` is its name, and its arguments stand beside."""
    request = operation.get("call")
    if not isinstance(request, Mapping):
        raise Unperformable(f"{REPEAT} has no call")
    _known_arguments(str(request.get("op")), request)
    return {**request, **operation, "call": request["op"]}


def _known_arguments(name: str, operation: Mapping[str, Any]) -> None:
    allowed = ARGUMENTS.get(name)
    if allowed is None:
        raise Unperformable(f"this adapter does not know the operation {name}")
    for key in operation:
        if key not in allowed and key not in ("op", "by"):
            raise Unperformable(f"this adapter does not know the argument {key} of {name}")


def _operation_statement(operation: Mapping[str, Any], machine: Machine) -> str:
    name = str(operation.get("op"))
    _known_arguments(name, operation)
    if name == REPEAT:
        flat = _flat(operation)
        _check_arguments(flat["call"], operation["call"])
        operation = flat
    words = ["op", name]
    for key, value in operation.items():
        if key == "op":
            continue
        if key == "group" and value not in machine.groups and value != _NO_GROUP:
            raise Unperformable(f"no group {value} on {machine.name}")
        words.append(f"{key}={_word(_listed(value), key)}")
    _check_arguments(name, operation)
    return " ".join(words)


def _listed(value: Any) -> Any:
    """A list of at most one word as a word."""
    if not isinstance(value, list):
        return value
    if not set(value) <= _CAPABILITIES:
        raise Unperformable(f"this adapter does not know the capabilities {', '.join(map(str, value))}")
    return value[0] if value else "none"


def _check_arguments(name: str, operation: Mapping[str, Any]) -> None:
    if operation.get("backing", "page") not in _BACKINGS or operation.get("access", "rw") not in ("rw", "ro"):
        raise Unperformable(f"{name}: unknown backing or access")
    if changes_memory(operation) and not _IN_BUFFER.match(str(operation.get("vaddr"))):
        raise Unperformable(f"{name} of memory that is in no buffer")
    pointer = operation.get("pointer", "good")
    if pointer not in _POINTERS:
        raise Unperformable(f"this adapter does not know the pointer {pointer} of {name}")
    if name == "ioctl":
        request, argument = int(operation["nr"]), int(str(operation["arg"]), 0)
        if not 0 <= request < 256:
            raise Unperformable(f"the number of a request is 0 to 255, not {request}")
        if request in _KNOWN_REQUESTS and _NEVER_MAPPED <= argument < _KERNEL_SIDE:
            raise Unperformable(f"request {request} may use {argument:#x} as an address in the adapter's own memory")
    for key in ("iova", "through") if name.startswith("dma-") else ():
        address = int(str(operation.get(key, "0x0")), 0)
        if address % _DMA_BLOCK > _DMA_BLOCK - _DMA_LENGTH:
            raise Unperformable(f"{name} crosses a {_DMA_BLOCK}-byte boundary at {address:#x}")


class _Actors:
    """Who acts at some point of a case: only a process that is there."""

    def __init__(self) -> None:
        self._alive: set[str] = set()
        self._first_has_ended = False
        self._forks = 0

    def check(self, operation: Mapping[str, Any]) -> None:
        name, by = operation.get("op"), operation.get("by")
        if by is not None and by not in self._alive:
            raise Unperformable(f"{name}: there is no process {by}")
        if by is None and self._first_has_ended:
            raise Unperformable(f"{name}: the first process has ended")
        if name == "exit":
            if by is None and not self._alive:
                raise Unperformable("the last process of a case cannot exit")
            self._first_has_ended |= by is None
            self._alive.discard(str(by))
        elif name == "fork":
            if str(operation["as"]) in self._alive:
                raise Unperformable(f"the process {operation['as']} exists already")
            self._alive.add(str(operation["as"]))
            self._forks += 1
            if self._forks > MOST_CHILDREN:
                raise Unperformable(f"a case can have at most {MOST_CHILDREN} processes")


def _buffer_statement(name: str, buffer: Mapping[str, Any]) -> str:
    backing, access = buffer.get("backing", "page"), buffer.get("access", "rw")
    if backing not in _BACKINGS or access not in ("rw", "ro"):
        raise Unperformable(f"buffer {name} has an unknown backing or access")
    return f"buffer {_word(name, 'buffer')} {_word(buffer['size'], 'size')} {backing} {access}"


def case_statements(ordinal: int, case: Case, machine: Machine) -> list[str]:
    """One case as statements; it is called by its ordinal, since an id may be any text."""
    process = case.get("process", {})
    lines = [f"case {ordinal}", f"memlock {_word(process.get('memlock', 'unlimited'), 'memlock')}"]
    for capability in process.get("capabilities", []):
        if capability not in _CAPABILITIES:
            raise Unperformable(f"this adapter does not know the capability {capability}")
        lines.append(f"capability {capability}")
    if machine.host.others:
        lines.append("obeys-permissions")
    lines += [_buffer_statement(name, buffer) for name, buffer in process.get("buffers", {}).items()]
    actors = _Actors()
    names = {str(operation.get("op")) for operation in case.get("operations", [])}
    if any(map(changes_memory, case.get("operations", []))) and names & {"dma-write", "dma-read"}:
        raise Unperformable("this adapter does not look for DMA in memory that changes")
    for operation in case.get("operations", []):
        lines.append(_operation_statement(operation, machine))
        actors.check(operation)
    return [*lines, "end"]


def run_statements(machine: Machine, limit_seconds: int, mutant: str) -> list[str]:
    """What holds for all cases of a plan."""
    lines = [f"limit {limit_seconds}", f"mutant {mutant}"]
    lines += [f"group {alias} {address}" for alias, address in machine.groups.items()]
    return lines + [f"device {alias} {address}" for alias, address in machine.functions.items()]


def seconds_in_resets(cases: Iterable[Case]) -> int:
    """
    How long Linux may wait, in the most patient case, for devices whose configuration space EEH has blocked itself before it
    resets them: 65 s for each group behind a switch, seen on 6.12.
    """
    longest = 0
    for case in cases:
        groups = resets = 0
        for operation in case.get("operations", []):
            groups += "group" in operation
            resets += operation.get("op") == "VFIO_EEH_PE_OP" and operation.get("pe_op") == _RESET_HOT
        longest = max(longest, groups * resets * _RESET_SECONDS)
    return longest


def _count_pages(memory: Mapping[str, Any], needed: dict[int, int]) -> None:
    size = _BACKINGS.get(memory.get("backing", "page"))
    if size:
        needed[size] = needed.get(size, 0) + -(-int(memory["size"], 0) // size)


def huge_pages(cases: Iterable[Case]) -> dict[int, int]:
    """Huge page size in bytes -> how many of them the most demanding case needs at once."""
    most: dict[int, int] = {}
    for case in cases:
        needed: dict[int, int] = {}
        for buffer in case.get("process", {}).get("buffers", {}).values():
            _count_pages(buffer, needed)
        for operation in case.get("operations", []):
            if operation.get("op") == "mmap":
                _count_pages(operation, needed)
        for size, count in needed.items():
            most[size] = max(most.get(size, 0), count)
    return most
