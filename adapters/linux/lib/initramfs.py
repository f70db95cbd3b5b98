# SPDX-License-Identifier: Apache-2.0
"""Writes an initial RAM file system: an uncompressed `newc` cpio archive, which Linux takes as it is."""

from __future__ import annotations

from pathlib import Path

_DIRECTORY = 0o040755
_PROGRAM = 0o100755
_FILE = 0o100644


class Archive:
    """A cpio archive under construction."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._inode = 0

    def directory(self, name: str) -> None:
        self._entry(name, _DIRECTORY, b"")

    def file(self, name: str, content: bytes, program: bool = False) -> None:
        self._entry(name, _PROGRAM if program else _FILE, content)

    def write(self, path: Path) -> None:
        self._entry("TRAILER!!!", 0, b"")
        path.write_bytes(b"".join(self._parts))

    def _entry(self, name: str, mode: int, content: bytes) -> None:
        self._inode += 1
        encoded = name.encode() + b"\0"
        links = 2 if mode == _DIRECTORY else 1
        fields = (self._inode, mode, 0, 0, links, 0, len(content), 0, 0, 0, 0, len(encoded), 0)
        header = b"070701" + "".join(f"{field:08x}" for field in fields).encode()
        self._parts += [_padded(header + encoded), _padded(content)]


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def build(
    path: Path,
    *,
    init: bytes,
    agent: bytes,
    modules: list[tuple[str, bytes]],
    huge_pages: dict[int, int],
    plan: str,
    host: str = "",
    runner: tuple[bytes, str] | None = None,
) -> None:
    """
    Writes the file system of one boot to `path`; modules come in the order in which they are loaded. `host` has the functions
    and groups that the host does not share, as `Machine.setup` says them. `runner` is a program
    and its arguments, which is started in place of the agent.
    """
    archive = Archive()
    for name in ("proc", "sys", "dev", "modules"):
        archive.directory(name)
    archive.file("init", init, program=True)
    archive.file("agent", agent, program=True)
    for name, content in modules:
        archive.file(f"modules/{name}", content)
    archive.file("modules/order", "".join(f"{name}\n" for name, _ in modules).encode())
    archive.file("hugepages", "".join(f"{size // 1024} {count}\n" for size, count in huge_pages.items()).encode())
    archive.file("host", host.encode())
    archive.file("plan", plan.encode())
    if runner is not None:
        archive.file("runner", runner[0], program=True)
        archive.file("runner.arguments", runner[1].encode() + b"\n")
    archive.write(path)
