# SPDX-License-Identifier: Apache-2.0
"""Builds the shim, which makes Linux take the bridges of an emulated POWER8 for older ones, and lets it carry a kernel."""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from .architectures import POWER
from .errors import EnvironmentFailure, KernelFailure

SOURCES = Path(__file__).resolve().parent.parent / "shim"
#: Big-endian, as the firmware enters it, with the compiler of the agent; no library, and no register that belongs to the kernel.
COMPILER_FLAGS = (
    "-mbig-endian -mabi=elfv2 -mcpu=power7 -msoft-float -mno-altivec -mno-vsx -O2 -std=gnu11 -Wall -Wextra -Werror "
    "-ffreestanding -DSHIM_FREESTANDING -fno-pic -fno-pie -fno-stack-protector -fno-asynchronous-unwind-tables "
    "-fno-tree-loop-distribute-patterns"
).split()
LINKER_FLAGS = "-nostdlib -static -no-pie -Wl,--build-id=none -Wl,--no-warn-rwx-segments".split()

#: Where the shim stands in the file, and where the firmware then finds it (shim.lds).
OFFSET, ADDRESS = 0x10000, 0x20010000
#: What entry.S begins with: a branch, this word, where the kernel goes, and the kernel's size.
MARK_AT, MARK = 8, b"OLDBRIDG"
KERNEL_OFFSET_AT, KERNEL_SIZE_AT = 16, 24
#: QEMU takes no larger kernel.
LARGEST = 128 << 20


def build(cache: Path) -> bytes:
    """The shim as it stands in memory, up to where the kernel goes; compiled once per state of its sources."""
    compiler = shutil.which(POWER.compiler)
    objcopy = shutil.which(POWER.compiler.removesuffix("gcc") + "objcopy")
    if compiler is None or objcopy is None:
        raise EnvironmentFailure(f"{POWER.compiler} is not installed (--install adds it)")
    sources = sorted(SOURCES.iterdir())
    digest = hashlib.sha256(" ".join([POWER.compiler, *COMPILER_FLAGS, *LINKER_FLAGS]).encode())
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    kept = cache / f"shim-{digest.hexdigest()[:16]}"
    if not kept.exists():
        units = [str(source) for source in sources if source.suffix in (".c", ".S")]
        with tempfile.TemporaryDirectory(prefix="vfio-oracle-") as folder:
            linked, flat = Path(folder) / "shim.elf", Path(folder) / "shim"
            script = f"-Wl,-T,{SOURCES / 'shim.lds'}"
            _run([compiler, *COMPILER_FLAGS, *LINKER_FLAGS, script, "-o", str(linked), *units])
            _run([objcopy, "-O", "binary", str(linked), str(flat)])
            unfinished = cache / f"{kept.name}.{os.getpid()}"
            unfinished.write_bytes(_padded(flat.read_bytes()))
            unfinished.rename(kept)
    return kept.read_bytes()


def carrying(kernel: Path, cache: Path) -> Path:
    """An image for QEMU in which the shim carries `kernel`, a vmlinux, as it is; kept in `cache`."""
    content = kernel.read_bytes()
    image = _image(build(cache), content)
    if len(image) > LARGEST:
        raise KernelFailure(f"{kernel} is too large to be carried: {len(image)} bytes with the shim, at most {LARGEST}")
    kept = cache / f"shimmed-{hashlib.sha256(image).hexdigest()[:16]}"
    if not kept.exists():
        unfinished = cache / f"{kept.name}.{os.getpid()}"
        unfinished.write_bytes(image)
        unfinished.rename(kept)
    return kept


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise EnvironmentFailure(f"the shim does not compile:\n{done.stderr}")


def _number(code: bytes, at: int) -> int:
    return int(struct.unpack_from(">Q", code, at)[0])


def _padded(code: bytes) -> bytes:
    """What is zero at the start is not in the linker's file: filled up to where the kernel goes."""
    if code[MARK_AT : MARK_AT + len(MARK)] != MARK:
        raise EnvironmentFailure("the shim does not begin with its mark (the linker put something else in front)")
    return code + b"\0" * (_number(code, KERNEL_OFFSET_AT) - len(code))


def _image(shim: bytes, kernel: bytes) -> bytes:
    """
    A file of which the firmware reads the headers alone, and then enters it where it stands. It takes a little-endian
    header, after which it looks no further, whatever the byte order of the code.
    """
    at, size = KERNEL_SIZE_AT, len(kernel)
    code = shim[:at] + struct.pack(">Q", size) + shim[at + 8 :] + kernel
    identification = b"\x7fELF" + bytes([2, 1, 1]) + b"\0" * 9
    executable, powerpc64, loaded, all_rights = 2, 21, 1, 7
    header = identification + struct.pack("<HHIQQQIHHHHHH", executable, powerpc64, 1, ADDRESS, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    program = struct.pack("<IIQQQQQQ", loaded, all_rights, OFFSET, ADDRESS, ADDRESS, len(code), len(code), OFFSET)
    return (header + program).ljust(OFFSET, b"\0") + code
