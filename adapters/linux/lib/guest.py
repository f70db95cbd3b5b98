# SPDX-License-Identifier: Apache-2.0
"""What runs inside the emulated machine: kernel, modules, busybox, agent."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .errors import EnvironmentFailure
from .kernel_image import decompressed_module, vmlinux_of
from .packages import PackageSource

AGENT_SOURCES = Path(__file__).resolve().parent.parent / "agent"
COMPILER = "powerpc64le-linux-gnu-gcc"
COMPILER_FLAGS = ["-static", "-O2", "-std=gnu11", "-Wall", "-Wextra", "-Werror"]

FIRST_WITH_TWO_PAGE_SIZES = (6, 12)
#: Releases that no suite has a package of for these machines; `build-kernel` makes them.
BUILT_RELEASES = ("5.10",)

#: Dependencies first. What a kernel has built in or lacks is left out.
MODULES = (
    "irqbypass",
    "vfio",
    "vfio_virqfd",
    "vfio_spapr_eeh",
    "vfio_iommu_spapr_tce",
    "vfio-pci-core",
    "vfio-pci",
)


@dataclass(frozen=True)
class Guest:
    """Everything a boot needs except the cases."""

    kernel: Path
    modules: list[tuple[str, bytes]]
    init: bytes
    busybox: bytes
    agent: bytes

    @property
    def digest(self) -> str:
        """Names this kernel with these modules; two guests with one digest announce the same platform."""
        digest = hashlib.sha256(self.kernel.read_bytes())
        for name, content in self.modules:
            digest.update(name.encode() + content)
        return digest.hexdigest()


def cache_folder() -> Path:
    """Where downloaded and built things are kept, outside any checkout."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / "vfio-oracle"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def load_modules(folder: Path) -> list[tuple[str, bytes]]:
    """The VFIO modules found anywhere below `folder`, in load order, decompressed."""
    found: dict[str, Path] = {}
    for path in folder.rglob("*.ko*"):
        found[path.name.split(".ko")[0].replace("-", "_")] = path
    modules = []
    for name in MODULES:
        file = found.get(name.replace("-", "_"))
        if file is not None:
            modules.append((f"{name}.ko", decompressed_module(file)))
    return modules


def build_agent(cache: Path) -> bytes:
    """The agent for the guest, compiled once per state of its sources."""
    compiler = shutil.which(COMPILER)
    if compiler is None:
        raise EnvironmentFailure(f"{COMPILER} is not installed (--install adds it)")
    sources = sorted(AGENT_SOURCES.glob("*.[ch]"))
    digest = hashlib.sha256(" ".join(COMPILER_FLAGS).encode())
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    agent = cache / f"agent-{digest.hexdigest()[:16]}"
    if not agent.exists():
        unfinished = cache / f"{agent.name}.{os.getpid()}"
        units = [str(source) for source in sources if source.suffix == ".c"]
        compilation = subprocess.run(
            [compiler, *COMPILER_FLAGS, "-o", str(unfinished), *units], capture_output=True, text=True, check=False
        )
        if compilation.returncode != 0:
            raise EnvironmentFailure(f"the agent does not compile:\n{compilation.stderr}")
        unfinished.rename(agent)
    return agent.read_bytes()


def guest_from_packages(release: str, page: str, log: Callable[[str], None]) -> Guest:
    """The distribution's kernel of a release with a host page size ("4k" or "64k"), downloaded when not cached."""
    built = built_kernel(release, page)
    if built.exists():
        log(f"taking the kernel that build-kernel made ({built}); without that folder, the packaged one if there is one")
        return guest_from_files(built, None, log)
    if not re.fullmatch(r"[0-9]+\.[0-9]+", release) or release in BUILT_RELEASES:
        raise EnvironmentFailure(
            f"Linux {release} with {page} pages is not built yet: adapters/linux/build-kernel {release} --page {page}"
        )
    source = PackageSource(cache_folder() / "packages", log)
    kernel_files = source.kernel(release, flavour_of(release, page))
    return guest_from_files(kernel_files.image, kernel_files.modules, log)


def built_kernel(release: str, page: str) -> Path:
    """Where `build-kernel` keeps the kernel of a release; it need not exist."""
    return cache_folder() / "kernels" / f"{release}-{page}" / "vmlinux"


def flavour_of(release: str, page: str) -> str:
    """What follows the architecture in the package name. The plain flavour had 64 KiB pages before 6.12."""
    major, minor = (int(part) for part in release.split(".")[:2])
    if (major, minor) >= FIRST_WITH_TWO_PAGE_SIZES:
        return "" if page == "4k" else "-64k"
    if page == "4k":
        raise EnvironmentFailure(
            f"Linux {release} is packaged with 64k pages only (--page 64k, or --kernel with your own)"
        )
    return ""


def guest_from_files(kernel: Path, modules: Path | None, log: Callable[[str], None]) -> Guest:
    """A kernel image of one's own, with the folder its modules were installed to (None when all is built in)."""
    cache = cache_folder()
    return Guest(
        kernel=vmlinux_of(kernel, cache),
        modules=load_modules(modules) if modules is not None else [],
        init=(AGENT_SOURCES / "init").read_bytes(),
        busybox=PackageSource(cache / "packages", log).busybox().read_bytes(),
        agent=build_agent(cache),
    )
