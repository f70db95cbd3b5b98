# SPDX-License-Identifier: Apache-2.0
"""Fetches packages of the guest's architecture through apt with a state of its own: this computer's package state is never touched."""

from __future__ import annotations

import fcntl
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .apt_sources import Archive, archives_of_this_computer, of_newer_releases, of_older_releases
from .architectures import Architecture
from .errors import EnvironmentFailure

_APT_TIMEOUT = 900


@dataclass(frozen=True)
class KernelFiles:
    """An unpacked kernel package."""

    image: Path
    modules: Path


class PackageSource:
    """Packages of the distribution this computer runs, for an architecture, kept unpacked in `folder`."""

    def __init__(self, folder: Path, architecture: Architecture, log: Callable[[str], None]) -> None:
        self._folder = folder
        self._architecture = architecture
        self._log = log
        self._updated = False

    def kernel(self, release: str, flavour: str) -> KernelFiles:
        """The newest packaged kernel of `release` ("6.12") in a flavour ("" or "-64k")."""
        with self._locked():
            cached = self._cached_kernels(release, flavour)
            folder = cached[-1] if cached else self._unpacked(self._kernel_package(release, flavour))
        modules = next((path for path in (folder / "lib/modules", folder / "usr/lib/modules") if path.exists()), None)
        images = [*sorted((folder / "boot").glob("vmlinu[xz]-*")), *sorted(folder.glob("usr/lib/modules/*/vmlinu[xz]"))]
        if not images or modules is None:
            raise EnvironmentFailure(f"package {folder.name} contains no kernel image with modules")
        return KernelFiles(images[0], modules)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Lets one process at a time use the folder: two adapters may be started at once."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _cached_kernels(self, release: str, flavour: str) -> list[Path]:
        folders = (path for path in self._folder.glob("unpacked/linux-image-*") if path.is_dir())
        return sorted(
            (path for path in folders if self._architecture.is_kernel_package(path.name, release, flavour)),
            key=lambda path: _by_version(path.name),
        )

    def _kernel_package(self, release: str, flavour: str) -> str:
        self._update()
        found = self._kernel_packages(release, flavour)
        if not found:
            self._update_newer_suites()
            found = self._kernel_packages(release, flavour)
        if not found:
            raise EnvironmentFailure(
                f"the package mirror has no linux-image-{release}*{self._architecture.kernel_name}{flavour} (--kernel takes your own)"
            )
        return max(found, key=_by_version)

    def _kernel_packages(self, release: str, flavour: str) -> list[str]:
        lines = self._apt("apt-cache", "search", "--names-only", f"^linux-image-{re.escape(release)}").splitlines()
        names = (line.split(" - ")[0].strip() for line in lines)
        return [name for name in names if self._architecture.is_kernel_package(name, release, flavour)]

    def _parts(self, package: str) -> list[str]:
        """A package with those that it is split into: since 7.0 a kernel's image and modules have packages of their own."""
        name = package.removeprefix("linux-image-")
        if name == package:
            return [package]
        needed = re.findall(r"^\s*Depends: (\S+)$", self._apt("apt-cache", "depends", package), re.MULTILINE)
        return [package, *(part for part in (f"linux-binary-{name}", f"linux-modules-{name}") if part in needed)]

    def _unpacked(self, package: str) -> Path:
        """The folder of an unpacked package, downloading it when it is not there yet."""
        target = self._folder / "unpacked" / package
        if target.is_dir():
            return target
        self._update()
        downloads = self._folder / "downloads"
        downloads.mkdir(exist_ok=True)
        unfinished = target.with_name(package + ".unfinished")
        unfinished.mkdir(parents=True, exist_ok=True)
        for part in self._parts(package):
            self._log(f"downloading {part} for {self._architecture.debian}")
            self._apt("apt-get", "download", part, cwd=downloads)
            files = sorted(downloads.glob(f"{part}_*.deb"))
            if not files:
                raise EnvironmentFailure(f"apt-get download {part} left no file")
            _run(["dpkg", "-x", str(files[-1]), str(unfinished)], None)
            for file in files:
                file.unlink()
        unfinished.rename(target)
        return target

    def _update(self) -> None:
        if self._updated:
            return
        archives = archives_of_this_computer()
        if not archives:
            raise EnvironmentFailure(
                "no package mirror: apt's own sources name none for a distribution's main component"
            )
        for name in ("lists/partial", "cache/archives/partial", "no-parts"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        (self._folder / "status").touch()
        problem = ""
        older = of_older_releases(archives, self._architecture.older_suites)
        for chosen in (archives + older, archives, [archive for archive in archives if not archive.optional]):
            self._write_sources(chosen)
            try:
                self._log("reading the package lists for " + self._architecture.debian)
                self._apt("apt-get", "update", "-oAPT::Update::Error-Mode=any")
                self._updated = True
                return
            except EnvironmentFailure as failure:
                problem = str(failure)
                self._log(problem)
        raise EnvironmentFailure(f"the package mirror cannot be used: {problem}")

    def _update_newer_suites(self) -> None:
        """Reads newer suites, too. What the mirror lacks of them, or is just replacing, is left out."""
        archives = archives_of_this_computer()
        older = of_older_releases(archives, self._architecture.older_suites)
        self._write_sources(archives + older + of_newer_releases(archives))
        self._log("reading the lists of newer suites for " + self._architecture.debian)
        try:
            self._apt("apt-get", "update")
        except EnvironmentFailure as failure:
            self._log(str(failure))

    def _write_sources(self, archives: list[Archive]) -> None:
        (self._folder / "sources.list").write_text("".join(f"{archive.line}\n" for archive in archives))

    def _apt(self, *command: str, cwd: Path | None = None) -> str:
        options = {
            "APT::Architecture": self._architecture.debian,
            "APT::Architectures": self._architecture.debian,
            "APT::Sandbox::User": "root",
            "Dir::State::Lists": str(self._folder / "lists"),
            "Dir::Cache": str(self._folder / "cache"),
            "Dir::State::status": str(self._folder / "status"),
            "Dir::Etc::sourcelist": str(self._folder / "sources.list"),
            "Dir::Etc::sourceparts": str(self._folder / "no-parts"),
        }
        return _run([*command, *(f"-o{key}={value}" for key, value in options.items())], cwd)


def _by_version(name: str) -> list[tuple[int, str]]:
    """Sorts 6.12.95 before 6.12.100."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def _run(command: list[str], cwd: Path | None) -> str:
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=_APT_TIMEOUT)
    except FileNotFoundError as missing:
        raise EnvironmentFailure(f"{command[0]} is not installed (this adapter needs Debian's tools)") from missing
    except subprocess.TimeoutExpired as late:
        raise EnvironmentFailure(f"{command[0]} {command[1]} did not finish within {_APT_TIMEOUT} s") from late
    if done.returncode != 0:
        shown = (done.stderr or done.stdout).strip().splitlines()[-5:]
        raise EnvironmentFailure(f"{command[0]} {command[1]} failed: " + " | ".join(shown))
    return done.stdout
