# SPDX-License-Identifier: Apache-2.0
"""A case of the program layer: what QEMU has to be started with, known from all of its operations."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import Unperformable

Operation = dict[str, Any]

#: What the project declares of each operation; ./oracle docs makes it.
_DECLARED: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[2] / "operations.json").read_text(encoding="utf-8")
)["operations"]

GUEST_CALLS = frozenset(name for name, declared in _DECLARED.items() if declared["on"] == "guest")
MANAGEMENT_CALLS = frozenset(name for name, declared in _DECLARED.items() if declared["on"] == "program")


@dataclass(frozen=True)
class Plan:
    """What a case needs of the program."""

    #: Bytes of each buffer that is memory of the guest; the first is there from the start.
    memory: dict[str, int]
    #: How many buffers the process has.
    buffers: int
    #: RLIMIT_MEMLOCK, in bytes or `unlimited`.
    memlock: str
    ipc_lock: bool
    #: Devices on the command line, with their bridges, in order.
    cold: tuple[tuple[str, int], ...]
    #: Slots of all devices of the case, the same on every bridge, so that no two ever meet.
    slots: dict[str, int]
    #: Devices that are plugged or unplugged while the program runs.
    moving: frozenset[str]
    #: Those that the guest has: two, and what devices it begins with need.
    bridges: frozenset[int]
    operations: tuple[Operation, ...]

    @property
    def ram(self) -> str:
        return next(iter(self.memory))


def _placed(text: str) -> tuple[str, int]:
    device, _, bridge = text.partition("@")
    return device, int(bridge or "0")


def _buffer(case: dict[str, Any], name: str) -> int:
    buffer = case["process"]["buffers"].get(name)
    if buffer is None:
        raise Unperformable(f"the process has no buffer {name}")
    if buffer["backing"] != "page" or buffer["access"] != "rw":
        raise Unperformable(f"{name} is not ordinary memory, and guest memory must be")
    return int(buffer["size"], 16)


def plan_of(case: dict[str, Any], program: str, guest: bool) -> Plan:
    """
    Returns what a case needs, or raises Unperformable.

    `program` is what the adapter runs, and `guest` tells whether its guest can be told to do something.
    """
    operations: list[Operation] = case["operations"]
    if not operations or operations[0]["op"] != "start":
        raise Unperformable("the case does not begin with start")
    start = operations[0]
    if start["program"] != program:
        raise Unperformable(f"the case needs {start['program']}, and {program} is installed")
    for operation in operations[1:]:
        if operation["op"] == "start":
            raise Unperformable("the case starts a second program")
        if operation["op"] not in GUEST_CALLS | MANAGEMENT_CALLS or operation.get("on") != start["as"]:
            raise Unperformable(f"the case has an operation of another program: {operation['op']}")
        if operation["op"] in GUEST_CALLS and not guest:
            raise Unperformable(f"{operation['op']} is a call of a pseries guest")
        if operation["op"] == "device_del" and not guest:
            raise Unperformable("device_del needs a guest that releases the device, and there is no PC guest here")
    moving = frozenset(op["device"] for op in operations if op["op"] in ("device_add", "device_del"))
    cold = tuple(_placed(text) for text in start["devices"])
    bridges = frozenset([0, 1, *(bridge for _, bridge in cold)])
    for operation in operations:
        if guest and operation["op"] == "device_add" and operation["phb"] not in bridges:
            raise Unperformable(f"the case plugs {operation['device']} into bridge {operation['phb']}, which does not exist")
    asked = [op["device"] for op in operations[1:] if "device" in op]
    devices = dict.fromkeys([device for device, _ in cold] + asked)
    return Plan(
        memory={
            name: _buffer(case, name) for name in [start["ram"]] + [op["ram"] for op in operations[1:] if "ram" in op]
        },
        buffers=len(case["process"]["buffers"]),
        memlock=case["process"]["memlock"],
        ipc_lock="CAP_IPC_LOCK" in case["process"]["capabilities"],
        cold=cold,
        slots={device: slot for slot, device in enumerate(devices, start=1)},
        moving=moving,
        bridges=bridges,
        operations=tuple(operations),
    )
