# SPDX-License-Identifier: Apache-2.0
"""A kernel as tests need one: an ELF file that the shim can carry."""

from __future__ import annotations

import struct


def vmlinux(order: str = "<", entry: int = 0xC000000000000000, code: int = 0x1000) -> bytes:
    """An ELF file with one segment, larger in memory than in the file."""
    head = b"\x7fELF" + bytes([2, 1 if order == "<" else 2, 1]) + bytes(9)
    head += struct.pack(f"{order}HHIQQQIHHHHHH", 3, 21, 1, entry, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    head += struct.pack(f"{order}IIQQQQQQ", 1, 7, 0x1000, 0xC000000000000000, 0, code, 4 * code, 0x10000)
    return head.ljust(0x1000, b"\0") + bytes(code)
