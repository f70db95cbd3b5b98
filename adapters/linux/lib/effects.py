# SPDX-License-Identifier: Apache-2.0
"""What the hardware was told, read from the kernel log of powernv (one line per window or bypass change of a PE)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_PE_LINE = re.compile(
    r"^pci (?P<bus>[0-9a-f]{4}:[0-9a-f]{2})(?::[0-9a-f]{2}\.[0-7])?\s*: \[PE# ?[0-9a-f]+\] (?P<what>.*)$"
)
_WINDOW_SET = re.compile(r"^Setting up window#(\d+) ([0-9a-f]+)\.\.([0-9a-f]+) pg=([0-9a-f]+)$")
_WINDOW_UNSET = re.compile(r"^Removing DMA window #(\d+)$")
_WINDOW_REFUSED = re.compile(r"^Failed to configure TCE table, err ")
_BYPASS = re.compile(r"^(En|Dis)abling 64-bit DMA bypass$")

Effect = dict[str, Any]


def effect_of(line: str, buses: Mapping[str, str]) -> Effect | None:
    """The effect that one kernel log line tells, or None; `buses` maps `domain:bus` to a group alias."""
    pe_line = _PE_LINE.match(line)
    if not pe_line:
        return None
    group = buses.get(pe_line["bus"])
    if group is None:
        return None
    what = pe_line["what"].strip()
    if found := _WINDOW_SET.match(what):
        window, start, last, page = int(found[1]), *(int(found[i], 16) for i in (2, 3, 4))
        return {
            "effect": "window-set",
            "group": group,
            "window": window,
            "start": hex(start),
            "size": hex(last - start + 1),
            "page_shift": page.bit_length() - 1,
        }
    if found := _WINDOW_UNSET.match(what):
        return {"effect": "window-unset", "group": group, "window": int(found[1])}
    if found := _BYPASS.match(what):
        return {"effect": "bypass-on" if found[1] == "En" else "bypass-off", "group": group}
    return None


def _refuses(line: str, window: Effect, buses: Mapping[str, str]) -> bool:
    """Whether a line says that the firmware refuses a window that was logged before it was asked."""
    pe_line = _PE_LINE.match(line)
    return (
        pe_line is not None
        and _WINDOW_REFUSED.match(pe_line["what"].strip()) is not None
        and window["effect"] == "window-set"
        and window["group"] == buses.get(pe_line["bus"])
    )


def effects_of(lines: Iterable[str], buses: Mapping[str, str]) -> list[Effect]:
    """The effects in the order they were logged, without windows that were refused."""
    effects: list[Effect] = []
    for line in lines:
        if (effect := effect_of(line, buses)) is not None:
            effects.append(effect)
        elif effects and _refuses(line, effects[-1], buses):
            effects.pop()
    return effects
