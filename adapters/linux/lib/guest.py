# SPDX-License-Identifier: Apache-2.0
"""What runs inside the emulated machine: kernel, modules, the first program, the agent."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .architectures import Architecture
from .errors import EnvironmentFailure
from .kernel_image import decompressed_module
from .packages import PackageSource

_HERE = Path(__file__).resolve().parent.parent
AGENT_SOURCES = _HERE / "agent"
INIT_SOURCES = _HERE / "init"
#: How the agent writes a line that the host knows; the first program writes them alike.
REPORT = ("report.c", "report.h")
COMPILER_FLAGS = ["-static", "-O2", "-std=gnu11", "-Wall", "-Wextra", "-Werror"]

#: Dependencies first. What a kernel has built in or lacks is left out.
MODULES = (
    "irqbypass",
    "vfio",
    "vfio_virqfd",
    "vfio_spapr_eeh",
    "vfio_iommu_spapr_tce",
    "vfio_iommu_type1",
    "vfio-pci-core",
    "vfio-pci",
    "uio",
    "uio_pci_generic",
)


@dataclass(frozen=True)
class Guest:
    """Everything a boot needs except the cases."""

    kernel: Path
    modules: list[tuple[str, bytes]]
    init: bytes
    agent: bytes

    @property
    def digest(self) -> str:
        """Names this kernel with its modules and its first program; two guests with one digest say the same of themselves."""
        digest = hashlib.sha256(self.kernel.read_bytes() + self.init)
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
    modules: dict[str, bytes] = {}

    def load(name: str) -> None:
        file = found.get(name)
        if file is None or name in modules:
            return
        content = decompressed_module(file)
        for needed in _depends(content):
            load(needed.replace("-", "_"))
        modules[name] = content

    for name in MODULES:
        load(name.replace("-", "_"))
    return [(f"{name}.ko", content) for name, content in modules.items()]


def _depends(module: bytes) -> list[str]:
    """The modules that a module says it needs."""
    said = re.search(rb"\0depends=([^\0]*)\0", module)
    return said[1].decode().split(",") if said and said[1] else []


def build_agent(cache: Path, architecture: Architecture) -> bytes:
    """The agent for the guest."""
    return _built("agent", AGENT_SOURCES.glob("*.[ch]"), cache, architecture)


def build_init(cache: Path, architecture: Architecture) -> bytes:
    """The first program of the guest."""
    return _built("init", (*INIT_SOURCES.glob("*.[ch]"), *(AGENT_SOURCES / name for name in REPORT)), cache, architecture)


def _built(name: str, files: Iterable[Path], cache: Path, architecture: Architecture) -> bytes:
    """A program for the guest, compiled once per state of its sources."""
    compiler = shutil.which(architecture.compiler)
    if compiler is None:
        raise EnvironmentFailure(f"{architecture.compiler} is not installed (--install adds it)")
    sources = sorted(files)
    digest = hashlib.sha256(" ".join([architecture.compiler, *COMPILER_FLAGS]).encode())
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    program = cache / f"{name}-{digest.hexdigest()[:16]}"
    if not program.exists():
        unfinished = cache / f"{program.name}.{os.getpid()}"
        units = [str(source) for source in sources if source.suffix == ".c"]
        compilation = subprocess.run(
            [compiler, *COMPILER_FLAGS, f"-I{AGENT_SOURCES}", "-o", str(unfinished), *units],
            capture_output=True,
            text=True,
            check=False,
        )
        if compilation.returncode != 0:
            raise EnvironmentFailure(f"the {name} program does not compile:\n{compilation.stderr}")
        unfinished.rename(program)
    return program.read_bytes()


def guest_from_packages(architecture: Architecture, release: str, page: str, log: Callable[[str], None]) -> Guest:
    """The distribution's kernel of a release with a host page size ("4k" or "64k"), downloaded when not cached."""
    built = built_kernel(architecture, release, page)
    if built.exists():
        log(f"taking the kernel that build-kernel made ({built}); without that folder, the packaged one if there is one")
        return guest_from_files(architecture, built, None)
    if not architecture.packaged or not re.fullmatch(r"[0-9]+\.[0-9]+", release) or release in architecture.built_releases:
        command = f"adapters/linux/build-kernel {release} --page {page}{architecture.build_options}"
        raise EnvironmentFailure(f"Linux {release} with {page} pages is not built yet: {command}")
    source = PackageSource(cache_folder() / architecture.package_folder, architecture, log)
    kernel_files = source.kernel(release, architecture.flavour(release, page))
    return guest_from_files(architecture, kernel_files.image, kernel_files.modules)


def built_kernel(architecture: Architecture, release: str, page: str) -> Path:
    """Where `build-kernel` keeps the kernel of a release; it need not exist."""
    return cache_folder() / "kernels" / f"{release}-{page}{architecture.built_suffix}" / architecture.image


def guest_from_files(architecture: Architecture, kernel: Path, modules: Path | None) -> Guest:
    """A kernel image of one's own, with the folder its modules were installed to (None when all is built in)."""
    cache = cache_folder()
    return Guest(
        kernel=architecture.usable_kernel(kernel, cache),
        modules=load_modules(modules) if modules is not None else [],
        init=build_init(cache, architecture),
        agent=build_agent(cache, architecture),
    )
