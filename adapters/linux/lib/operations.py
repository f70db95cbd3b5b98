# SPDX-License-Identifier: Apache-2.0
"""What the project declares of each operation: adapters/operations.json, which `./oracle docs` makes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TABLE: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[2] / "operations.json").read_text(encoding="utf-8")
)["operations"]

#: Operation of the kernel -> the arguments it may have; any may have `by`.
ARGUMENTS = {
    name: frozenset(declared["arguments"])
    for name, declared in _TABLE.items()
    if declared["on"] not in ("program", "guest")
}

#: Request -> the size of its struct in bytes.
STRUCT_SIZES: dict[str, int] = {name: declared["size"] for name, declared in _TABLE.items() if "size" in declared}

#: Request -> its number within VFIO.
NUMBERS: dict[str, int] = {name: declared["nr"] for name, declared in _TABLE.items() if "nr" in declared}
