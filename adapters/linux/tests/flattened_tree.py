# SPDX-License-Identifier: Apache-2.0
"""Device trees of the tests: nested dictionaries (bytes are properties) to and from the flattened form."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]
MAGIC, VERSION, COMPATIBLE = 0xD00DFEED, 17, 16
BEGIN_NODE, END_NODE, PROPERTY, NOTHING, END = 1, 2, 3, 4, 9
HEADER = 40


@dataclass
class Tree:
    root: Node
    reserved: list[tuple[int, int]] = field(default_factory=list)
    boot_processor: int = 8


def cells(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}I", *numbers)


def wide(*numbers: int) -> bytes:
    """Numbers of two cells."""
    return struct.pack(f">{len(numbers)}Q", *numbers)


def strings(*texts: str) -> bytes:
    return b"".join(text.encode() + b"\0" for text in texts)


def flattened(tree: Tree) -> bytes:
    names: dict[str, int] = {}
    block = bytearray()

    def name_at(name: str) -> int:
        if name not in names:
            names[name] = len(block)
            block.extend(strings(name))
        return names[name]

    def node(name: str, content: Node) -> bytes:
        data = cells(BEGIN_NODE) + _padded(strings(name))
        for key, value in content.items():
            if isinstance(value, bytes):
                data += cells(PROPERTY, len(value), name_at(key)) + _padded(value)
        data += cells(NOTHING)
        for key, value in content.items():
            if isinstance(value, dict):
                data += node(key, value)
        return data + cells(END_NODE)

    structure = node("", tree.root) + cells(END)
    reserved = b"".join(wide(*pair) for pair in [*tree.reserved, (0, 0)])
    at_structure = HEADER + len(reserved)
    at_strings = at_structure + len(structure)
    size = at_strings + len(block)
    head = cells(
        MAGIC, size, at_structure, at_strings, HEADER, VERSION, COMPATIBLE, tree.boot_processor, len(block), len(structure)
    )
    return head + reserved + structure + bytes(block)


def unflattened(blob: bytes) -> Tree:
    """Reads a tree, and holds it to the form that the specification gives it."""
    magic, size, at_structure, at_strings, at_reserved, version, compatible, processor, length, structure_length = (
        struct.unpack_from(">10I", blob)
    )
    assert (magic, version, compatible) == (MAGIC, VERSION, COMPATIBLE) and size == len(blob)
    assert at_structure % 4 == 0 and at_reserved % 8 == 0 and at_strings + length <= size
    reserved = []
    while (pair := struct.unpack_from(">QQ", blob, at_reserved + 16 * len(reserved))) != (0, 0):
        reserved.append(pair)
    at = at_structure
    stack: list[tuple[str, Node]] = [("", {})]
    while (token := struct.unpack_from(">I", blob, at)[0]) != END:
        at += 4
        if token == BEGIN_NODE:
            name = _text(blob, at)
            at += len(_padded(strings(name)))
            stack.append((name, {}))
        elif token == PROPERTY:
            count, name_at = struct.unpack_from(">II", blob, at)
            stack[-1][1][_text(blob, at_strings + name_at)] = blob[at + 8 : at + 8 + count]
            at += 8 + len(_padded(bytes(count)))
        elif token == END_NODE:
            name, closed = stack.pop()
            stack[-1][1][name] = closed
        else:
            assert token == NOTHING
    assert at + 4 == at_structure + structure_length and len(stack) == 1
    return Tree(stack[0][1][""], reserved, processor)


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _text(blob: bytes, at: int) -> str:
    return blob[at : blob.index(b"\0", at)].decode()
