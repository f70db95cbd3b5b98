# SPDX-License-Identifier: Apache-2.0
"""A group that another process has open before the program begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lib.errors import Unperformable
from lib.host_names import Place
from lib.trace import Call

Operation = dict[str, Any]

_GROUP = re.compile(r"^G(\d+)$")


@dataclass(frozen=True)
class Held:
    """What another process has open: nothing, or a node of /dev/vfio."""

    node: str | None

    @property
    def operations(self) -> int:
        """How many operations of the case it stands for."""
        return 0 if self.node is None else 1

    def command(self, hold: str) -> list[str]:
        """What a command begins with."""
        return [] if self.node is None else [hold, self.node]

    def without(self, calls: list[Call]) -> list[Call]:
        """The calls of the program: `./oracle exec` calls the group of the other process G1, and counts on from
        there; which process called is what the case tells apart by its operations."""
        if self.node is None:
            return calls
        own = [call for call in calls if call["op"] not in ("fork", "exit")]
        return [_renamed(call) for call in own if call.get("as") != "G1" and call.get("on") != "G1"]


def _renamed(call: Call) -> Call:
    def name(value: Any) -> Any:
        found = _GROUP.match(value) if isinstance(value, str) else None
        return f"G{int(found[1]) - 1}" if found else value

    return {key: name(value) for key, value in call.items() if key != "by"}


def held_by(operations: list[Operation], places: dict[str, Place]) -> tuple[Held, list[Operation]]:
    """Parts a case into what another process does first, and what the program does."""
    first = operations[0]
    if first["op"] != "open":
        return Held(None), operations
    group = next((place.group for device, place in places.items() if device.startswith(f"{first.get('group')}.")), None)
    if group is None:
        raise Unperformable("the case opens something else than a group before the program begins")
    return Held(f"/dev/vfio/{group}"), operations[1:]
