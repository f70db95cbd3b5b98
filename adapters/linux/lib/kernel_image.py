# SPDX-License-Identifier: Apache-2.0
"""Finds the vmlinux in what distributions and builds call a kernel: vmlinuz, zImage, Image.gz."""

from __future__ import annotations

import hashlib
import lzma
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from .errors import EnvironmentFailure, KernelFailure

ELF = b"\x7fELF"
GZIP, XZ, ZSTD = b"\x1f\x8b\x08", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"
#: The section of a zImage that holds the kernel proper.
WRAPPED = b".kernel:vmlinux.strip"
#: What an x86 bzImage has at 0x202.
BZIMAGE_AT, BZIMAGE = 0x202, b"HdrS"
#: EI_DATA of the ELF header, by byte order, and its e_machine.
BYTE_ORDERS: dict[str, int] = {"little": 1, "big": 2}
POWERPC64 = 21


def vmlinux_of(kernel: Path, cache: Path, order: Literal["little", "big"] = "little") -> Path:
    """The ELF file that the machine boots: the image itself, or what is compressed in it, kept in `cache`."""
    content = kernel.read_bytes()
    if content[:4] == ELF and WRAPPED not in content:
        _require_power(content, kernel, order)
        return kernel
    if content[BZIMAGE_AT : BZIMAGE_AT + 4] == BZIMAGE:
        raise KernelFailure(f"{kernel} is a kernel for x86 (bzImage)")
    for inner in _compressed_in(content):
        if inner[:4] == ELF:
            _require_power(inner, kernel, order)
            return _kept(inner, cache)
    raise KernelFailure(f"{kernel} is not a kernel image: expected vmlinux (ELF), or a vmlinuz or zImage that contains one")


def decompressed_module(module: Path) -> bytes:
    """The content of a `.ko`, `.ko.gz`, `.ko.xz` or `.ko.zst`."""
    content = module.read_bytes()
    if module.suffix == ".ko":
        return content
    inflate = {".gz": _gzip, ".xz": _xz, ".zst": _zstd}.get(module.suffix)
    if inflate is None:
        raise EnvironmentFailure(f"{module.name}: unsupported compression; install the modules uncompressed")
    inner = inflate(content)
    if inner is None:
        raise KernelFailure(f"{module} is damaged: it cannot be decompressed")
    return inner


def _require_power(content: bytes, kernel: Path, wanted: Literal["little", "big"]) -> None:
    for found, number in BYTE_ORDERS.items():
        if content[5] == number and int.from_bytes(content[18:20], found) == POWERPC64:
            if found == wanted:
                return
            raise KernelFailure(f"{kernel} is a {found}-endian kernel for 64-bit POWER; it is taken with --endian {found}")
    raise KernelFailure(f"{kernel} is not a kernel for 64-bit POWER")


def _compressed_in(content: bytes) -> Iterator[bytes]:
    """What can be decompressed from some place in an image; a magic number may be there by chance."""
    for magic, inflate in ((GZIP, _gzip), (XZ, _xz), (ZSTD, _zstd)):
        at = content.find(magic)
        while at >= 0:
            inner = inflate(content[at:])
            if inner is not None:
                yield inner
            at = content.find(magic, at + 1)


def _gzip(content: bytes) -> bytes | None:
    return _whole(zlib.decompressobj(wbits=31), content)


def _xz(content: bytes) -> bytes | None:
    return _whole(lzma.LZMADecompressor(), content)


def _whole(inflater: Any, content: bytes) -> bytes | None:
    """What was compressed, whatever follows it; nothing when it does not come to its end."""
    try:
        inner = inflater.decompress(content)
    except (zlib.error, lzma.LZMAError):
        return None
    return bytes(inner) if inflater.eof else None


def _zstd(content: bytes) -> bytes | None:
    """Python has no zstd of its own; the tool complains about what follows the frame, so its exit code says little."""
    tool = shutil.which("zstd")
    if tool is None:
        raise EnvironmentFailure("zstd is not installed (--install adds it)")
    done = subprocess.run([tool, "-dcq"], input=content, capture_output=True, check=False)
    return done.stdout or None


def _kept(content: bytes, cache: Path) -> Path:
    kept = cache / f"vmlinux-{hashlib.sha256(content).hexdigest()[:16]}"
    if not kept.exists():
        unfinished = cache / f"{kept.name}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.rename(kept)
    return kept
