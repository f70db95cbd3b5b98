# SPDX-License-Identifier: Apache-2.0
"""How a library is named, and what its program is told of the memory."""

import sys
import unittest
from pathlib import Path
from typing import Any

_ADAPTERS = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ADAPTERS / "qemu"))
sys.path.insert(0, str(_ADAPTERS / "drivers"))

from drivers.performer import all_memory, name_of  # noqa: E402


def _case(*buffers: tuple[str, str]) -> dict[str, Any]:
    made = {f"B{i + 1}": {"size": size, "backing": "2m", "access": access} for i, (size, access) in enumerate(buffers)}
    return {"process": {"buffers": made}}


class PerformerTest(unittest.TestCase):
    def test_a_library_is_named_without_the_version_that_the_corpus_adds(self) -> None:
        self.assertEqual([name_of(it) for it in ("libvfn-2024", "dpdk-26.07", "rust-vmm")], ["libvfn", "dpdk", "rust-vmm"])

    def test_all_memory_is_that_of_each_buffer_that_can_be_written(self) -> None:
        self.assertEqual(all_memory(_case(("0x10000000", "rw"), ("0x10000000", "rw"), ("0x1000", "r"))), 0x20000000)


if __name__ == "__main__":
    unittest.main()
