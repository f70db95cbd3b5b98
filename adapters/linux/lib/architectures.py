# SPDX-License-Identifier: Apache-2.0
"""The processor families of the emulated machines: what Debian, the compiler and QEMU call them, and what a kernel is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .errors import EnvironmentFailure, KernelFailure
from .kernel_image import vmlinux_of

#: Where a bzImage says what it is.
_BZIMAGE_MAGIC = slice(0x202, 0x206)
_FIRST_WITH_TWO_PAGE_SIZES = (6, 12)


@dataclass(frozen=True)
class Architecture:
    """`packages` are what this computer needs; `kernel_name` is the end of a kernel package's name, by flavour."""

    debian: str
    qemu: str
    compiler: str
    packages: tuple[str, ...]
    #: Older releases of the distribution, for kernels that the one of this computer has no package of.
    older_suites: tuple[str, ...]
    #: Releases that no suite has a package of for these machines; `build-kernel` makes them.
    built_releases: tuple[str, ...]
    #: Where packages are kept, and what a kernel of one's own is called.
    package_folder: str
    image: str
    images: str
    kernel_arguments: str
    kernel_name: str
    #: Image and cache folder -> the image that QEMU takes.
    usable_kernel: Callable[[Path, Path], Path]
    #: Release and page size -> flavour in the package name.
    flavour: Callable[[str, str], str]
    #: What `build-kernel` needs beyond the release and the page size, to make a kernel for these machines.
    build_options: str = ""
    #: The end of the folder in which `build-kernel` keeps such a kernel.
    built_suffix: str = ""
    #: The distribution has kernels for these machines.
    packaged: bool = True

    def is_kernel_package(self, name: str, release: str, flavour: str) -> bool:
        """Whether a package is a plain kernel of `release` ("6.12") in this flavour."""
        pattern = rf"linux-image-{re.escape(release)}[.+\-](?!.*(?:cloud|rt|unsigned|dbg)).*{self.kernel_name}{flavour}"
        return re.fullmatch(pattern, name) is not None


def _bzimage(kernel: Path, _: Path) -> Path:
    with kernel.open("rb") as image:
        header = image.read(_BZIMAGE_MAGIC.stop)
    if header[_BZIMAGE_MAGIC] != b"HdrS":
        raise KernelFailure(f"{kernel} is not a kernel image for x86-64 (expected a bzImage)")
    return kernel


def _power_flavour(release: str, page: str) -> str:
    """The plain flavour had 64 KiB pages before 6.12."""
    major, minor = (int(part) for part in release.split(".")[:2])
    if (major, minor) >= _FIRST_WITH_TWO_PAGE_SIZES:
        return "" if page == "4k" else "-64k"
    if page == "4k":
        raise EnvironmentFailure(
            f"Linux {release} is packaged with 64k pages only (--page 64k, or --kernel with your own)"
        )
    return ""


def _x86_flavour(_: str, page: str) -> str:
    if page != "4k":
        raise EnvironmentFailure("x86 has 4k host pages only")
    return ""


POWER = Architecture(
    debian="ppc64el",
    qemu="qemu-system-ppc64",
    compiler="powerpc64le-linux-gnu-gcc",
    packages=("qemu-system-ppc", "qemu-system-data", "gcc-powerpc64le-linux-gnu", "libc6-dev-ppc64el-cross"),
    older_suites=(),
    built_releases=("5.10",),
    package_folder="packages",
    image="vmlinux",
    images="a vmlinux, vmlinuz or zImage",
    kernel_arguments="console=hvc0",
    kernel_name="powerpc64le",
    usable_kernel=vmlinux_of,
    flavour=_power_flavour,
)

#: Hosts with a P5IOC2 or a P7IOC were big-endian. No distribution that is still made has such a kernel.
POWER_BIG_ENDIAN = replace(
    POWER,
    compiler="powerpc64-linux-gnu-gcc",
    packages=(*POWER.packages, "gcc-powerpc64-linux-gnu", "libc6-dev-ppc64-cross"),
    usable_kernel=partial(vmlinux_of, order="big"),
    build_options=" --endian big",
    built_suffix="-big",
    packaged=False,
)

X86 = Architecture(
    debian="amd64",
    qemu="qemu-system-x86_64",
    compiler="x86_64-linux-gnu-gcc",
    packages=("qemu-system-x86", "qemu-system-data", "gcc", "libc6-dev"),
    older_suites=("bullseye",),
    built_releases=(),
    package_folder="packages-amd64",
    image="bzImage",
    images="a bzImage (vmlinuz)",
    # Under emulation on a busy computer the timer is late, and a kernel that checks it panics.
    kernel_arguments="console=ttyS0 intel_iommu=on,sm_off no_timer_check",
    kernel_name="amd64",
    usable_kernel=_bzimage,
    flavour=_x86_flavour,
)
