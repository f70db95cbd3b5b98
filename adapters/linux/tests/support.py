# SPDX-License-Identifier: Apache-2.0
"""Inputs shared by the tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

BUFFER = {"size": "0x100000", "backing": "page", "access": "rw"}
GIBIBYTE = "0x40000000"


def case(*operations: dict[str, Any], **process: Any) -> dict[str, Any]:
    """A case with one page-backed buffer B1 of 1 MiB."""
    settings = {"memlock": "unlimited", "capabilities": [], "buffers": {"B1": BUFFER}, **process}
    return {
        "type": "case",
        "id": "X-001",
        "topology": "six-groups",
        "process": settings,
        "operations": list(operations),
    }


def op(name: str, **arguments: Any) -> dict[str, Any]:
    return {"op": name, **arguments}


def attached(iommu: int = 7) -> list[dict[str, Any]]:
    """Group A in container C1 with an IOMMU type."""
    return [
        op("open", path="/dev/vfio/vfio", **{"as": "C1"}),
        op("open", group="A", **{"as": "G1"}),
        op("VFIO_GROUP_SET_CONTAINER", on="G1", container="C1"),
        op("VFIO_SET_IOMMU", on="C1", type=iommu),
    ]


def register(size: str = "0x100000", vaddr: str = "B1+0x0") -> dict[str, Any]:
    return op("VFIO_IOMMU_SPAPR_REGISTER_MEMORY", on="C1", vaddr=vaddr, size=size)


def map_dma(iova: str = "0x0", size: str = "0x1000", vaddr: str = "B1+0x0", flags: str = "0x3") -> dict[str, Any]:
    return op("VFIO_IOMMU_MAP_DMA", on="C1", flags=flags, vaddr=vaddr, iova=iova, size=size)


def unmap_dma(iova: str = "0x0", size: str = "0x1000") -> dict[str, Any]:
    return op("VFIO_IOMMU_UNMAP_DMA", on="C1", iova=iova, size=size)


def create(page_shift: int = 16, window_size: str = GIBIBYTE, levels: int = 1) -> dict[str, Any]:
    return op("VFIO_IOMMU_SPAPR_TCE_CREATE", on="C1", page_shift=page_shift, window_size=window_size, levels=levels)


def remove(start: str = "0x0") -> dict[str, Any]:
    return op("VFIO_IOMMU_SPAPR_TCE_REMOVE", on="C1", start_addr=start)


def marked(*lines: str) -> list[str]:
    """Lines as the agent prints them."""
    return [f"@@ {line} ;\r\n" for line in lines]
