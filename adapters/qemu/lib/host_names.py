# SPDX-License-Identifier: Apache-2.0
"""Where a device of a topology is on the host, as `./oracle exec` tells when it begins."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .errors import UsageError

_DEVICE = re.compile(r"^oracle exec: device (\S+\.(\d+)), .* in group (\d+), here (\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Where a device is."""

    address: str
    #: The number of its group.
    group: int


def places(text: str) -> dict[str, Place]:
    """Returns the place of each device, `A.0` for the first of group A."""
    return {
        f"{alias}.{int(function, 16)}": Place(address, int(group))
        for address, function, group, alias in _DEVICE.findall(text)
    }


@lru_cache(maxsize=None)
def of_topology(oracle: Path, platform: str, topology: str) -> dict[str, Place]:
    """Asks the oracle, once for each topology."""
    asked = subprocess.run(
        [oracle, "exec", "--platform", platform, "--topology", topology, "--", "true"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise UsageError(f"./oracle exec cannot be run: {asked.stderr.strip()}")
    return places(asked.stderr)
