# SPDX-License-Identifier: Apache-2.0
"""Which address a device of a topology has, as `./oracle exec` tells when it begins."""

from __future__ import annotations

import re
import subprocess
from functools import lru_cache
from pathlib import Path

from .errors import UsageError

_DEVICE = re.compile(r"^oracle exec: device (\S+\.(\d+)), .* here (\w+)$", re.MULTILINE)


def addresses(text: str) -> dict[str, str]:
    """Returns the address of each device, `A.0` for the first of group A."""
    return {f"{group}.{int(function, 16)}": address for address, function, group in _DEVICE.findall(text)}


@lru_cache(maxsize=None)
def of_topology(oracle: Path, platform: str, topology: str) -> dict[str, str]:
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
    return addresses(asked.stderr)
