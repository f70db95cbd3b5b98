# SPDX-License-Identifier: Apache-2.0
"""Writes the flat case format that the agent reads (README.md, "Flat format")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .machines import Machine

Case = Mapping[str, Any]

#: Operation -> the arguments it may have. What is not here is refused.
OPERATIONS: dict[str, frozenset[str]] = {
    name: frozenset(arguments.split())
    for name, arguments in {
        "open": "path group as",
        "close": "on",
        "VFIO_GET_API_VERSION": "on",
        "VFIO_CHECK_EXTENSION": "on extension",
        "VFIO_SET_IOMMU": "on type",
        "VFIO_GROUP_GET_STATUS": "on argsz",
        "VFIO_GROUP_SET_CONTAINER": "on container",
        "VFIO_GROUP_UNSET_CONTAINER": "on",
        "VFIO_GROUP_GET_DEVICE_FD": "on device as",
        "VFIO_IOMMU_SPAPR_TCE_GET_INFO": "on argsz",
        "VFIO_IOMMU_ENABLE": "on",
        "VFIO_IOMMU_DISABLE": "on",
        "VFIO_IOMMU_SPAPR_REGISTER_MEMORY": "on argsz flags vaddr size",
        "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY": "on argsz flags vaddr size",
        "VFIO_IOMMU_MAP_DMA": "on argsz flags vaddr iova size",
        "VFIO_IOMMU_UNMAP_DMA": "on argsz flags iova size",
        "VFIO_IOMMU_SPAPR_TCE_CREATE": "on argsz flags page_shift window_size levels",
        "VFIO_IOMMU_SPAPR_TCE_REMOVE": "on argsz flags start_addr",
    }.items()
}

_WORD = re.compile(r"^[!-~]+$")
_CAPABILITIES = frozenset({"CAP_IPC_LOCK"})
_BACKINGS = {"page": None, "2m": 1 << 21, "16m": 1 << 24, "1g": 1 << 30}


class Unperformable(ValueError):
    """A case this adapter cannot perform; the message is the reason that the oracle shows."""


def _word(value: Any, what: str) -> str:
    text = str(value)
    if not _WORD.match(text):
        raise Unperformable(f"{what} is not one printable word: {text!r}")
    return text


def _operation_statement(operation: Mapping[str, Any], machine: Machine) -> str:
    name = operation.get("op")
    allowed = OPERATIONS.get(str(name))
    if allowed is None:
        raise Unperformable(f"operation {name} is not known to this adapter")
    words = ["op", str(name)]
    for key, value in operation.items():
        if key == "op":
            continue
        if key not in allowed:
            raise Unperformable(f"{name} has an argument this adapter does not know: {key}")
        if key == "group" and value not in machine.groups:
            raise Unperformable(f"no group {value} on {machine.name}")
        words.append(f"{key}={_word(value, key)}")
    return " ".join(words)


def _buffer_statement(name: str, buffer: Mapping[str, Any]) -> str:
    backing, access = buffer.get("backing", "page"), buffer.get("access", "rw")
    if backing not in _BACKINGS or access not in ("rw", "ro"):
        raise Unperformable(f"buffer {name} has a backing or an access this adapter does not know")
    return f"buffer {_word(name, 'buffer')} {_word(buffer['size'], 'size')} {backing} {access}"


def case_statements(ordinal: int, case: Case, machine: Machine) -> list[str]:
    """One case as statements; it is called by its ordinal, since an id may be any text."""
    process = case.get("process", {})
    lines = [f"case {ordinal}", f"memlock {_word(process.get('memlock', 'unlimited'), 'memlock')}"]
    for capability in process.get("capabilities", []):
        if capability not in _CAPABILITIES:
            raise Unperformable(f"capability {capability} is not known to this adapter")
        lines.append(f"capability {capability}")
    lines += [_buffer_statement(name, buffer) for name, buffer in process.get("buffers", {}).items()]
    lines += [_operation_statement(operation, machine) for operation in case.get("operations", [])]
    return [*lines, "end"]


def run_statements(machine: Machine, limit_seconds: int, mutant: str) -> list[str]:
    """What holds for all cases of a plan."""
    lines = [f"limit {limit_seconds}", f"mutant {mutant}"]
    lines += [f"group {alias} {address}" for alias, address in machine.groups.items()]
    return lines + [f"device {alias} {address}" for alias, address in machine.functions.items()]


def huge_pages(cases: Iterable[Case]) -> dict[int, int]:
    """Huge page size in bytes -> how many of them the most demanding case needs at once."""
    most: dict[int, int] = {}
    for case in cases:
        needed: dict[int, int] = {}
        for buffer in case.get("process", {}).get("buffers", {}).values():
            size = _BACKINGS.get(buffer.get("backing", "page"))
            if size:
                needed[size] = needed.get(size, 0) + -(-int(buffer["size"], 0) // size)
        for size, count in needed.items():
            most[size] = max(most.get(size, 0), count)
    return most
