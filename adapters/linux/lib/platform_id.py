# SPDX-License-Identifier: Apache-2.0
"""The platform id out of what a guest says about itself; nothing is assumed."""

from __future__ import annotations

import re

from .console import Identity
from .errors import KernelFailure


def point_release(release: str, version: str) -> str:
    """
    The upstream release behind `uname -r` and `uname -v`: a distribution may hide the point release in its package
    version ("#1 SMP Debian 6.1.192-1 (...)") while `uname -r` says 6.1.0-50.
    """
    packaged = re.search(r"\bDebian (\d+\.\d+(?:\.\d+)?)[-~+]", version)
    named = re.match(r"(\d+\.\d+(?:\.\d+)?)", release)
    if packaged:
        return packaged[1]
    if named:
        return named[1]
    raise KernelFailure(f"no kernel release in {release!r}, {version!r}")


def platform_id(generation: str, identity: Identity) -> str:
    """`phb4-linux-6.12.95-4k`."""
    if identity.page % 1024 or not identity.page:
        raise KernelFailure(f"the guest reported an unusable page size: {identity.page}")
    return f"{generation}-linux-{point_release(identity.release, identity.version)}-{identity.page // 1024}k"
