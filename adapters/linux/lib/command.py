# SPDX-License-Identifier: Apache-2.0
"""The command line that every machine's script has."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import IO

from . import shim, tap_run
from .architectures import POWER, POWER_BIG_ENDIAN
from .errors import AdapterError, EnvironmentFailure, UsageError
from .guest import Guest, cache_folder, guest_from_files, guest_from_packages
from .linux_performer import LinuxPerformer
from .machines import MACHINES, Machine
from .protocol import serve
from .runner import Runner, Settings

#: Of the agent, and of the machine: its bridges then stay what QEMU makes them.
NO_SHIM = "no-shim"
MUTANTS = ("none", "zero-answer", "drop-out", "locked-off-by-one", "no-steps")
HOST_PACKAGES = ("cpio", "xz-utils", "zstd", "python3")


class Log:
    """Standard error: log lines with the time since the start, and a progress line that a terminal shows in place."""

    #: Without a terminal, seconds between two lines of progress.
    INTERVAL = 15.0

    def __init__(self, name: str) -> None:
        self._name = name
        self._begun = time.monotonic()
        self._last_progress = self._begun
        self._in_place = sys.stderr.isatty()

    def __call__(self, message: str) -> None:
        clear = "\r\x1b[K" if self._in_place else ""
        print(f"{clear}{self._name} {time.monotonic() - self._begun:6.1f} s: {message}", file=sys.stderr, flush=True)

    def progress(self, done: int, total: int) -> None:
        """Tells how many cases have ended."""
        if self._in_place:
            print(f"\r\x1b[K{done} of {total} cases", end="" if done < total else "\n", file=sys.stderr, flush=True)
        elif done == total or time.monotonic() - self._last_progress > self.INTERVAL:
            self._last_progress = time.monotonic()
            self(f"{done} of {total} cases")


def _parser(machine: Machine) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=machine.name,
        description=f"Adapter: performs vfio-oracle cases on a real Linux kernel on an emulated {machine.name} "
        f"({machine.generation}). Speaks the adapter protocol on standard input and output.",
        epilog=f"example: ./oracle run --adapter 'adapters/linux/{machine.name}'\n"
        "exit: 0 fine; 1 the kernel does not come up, or is not what was announced; 2 bad usage or input; "
        "75 this computer lacks a tool or a package mirror",
    )
    parser.add_argument(
        "--kernel", type=Path, metavar="IMAGE", help=f"{machine.architecture.images} of your own; with --modules unless built in"
    )
    parser.add_argument("--modules", type=Path, metavar="DIR", help="where that kernel's modules were installed")
    parser.add_argument("--release", default=machine.release, metavar="X.Y", help="packaged kernel to use (default %(default)s)")
    parser.add_argument("--page", choices=("4k", "64k"), default=machine.page, help="its host page size (default %(default)s)")
    if machine.architecture is POWER:
        parser.add_argument(
            "--endian",
            choices=("little", "big"),
            default="little",
            help="byte order of the kernel (default %(default)s); build-kernel --endian big makes one that is big-endian",
        )
    parser.add_argument("--timeout", type=int, default=60, metavar="SECONDS", help="time limit for one case (default %(default)s)")
    parser.add_argument("--memory", default="3G", metavar="SIZE", help="memory of the machine; 64G has cases of its own (default %(default)s)")
    parser.add_argument("--keep-console", type=Path, metavar="FILE", help="write everything the console says to FILE")
    mutants = (*MUTANTS, NO_SHIM) if machine.shim else MUTANTS
    parser.add_argument("--mutant", choices=mutants, default="none", help="break the adapter on purpose (for tests)")
    parser.add_argument(
        "--send-undefined", action="store_true", help="also send what no kernel defines; may hang or crash it"
    )
    parser.add_argument("--boot-only", "--selftest", action="store_true", help="boot, print version and topology, exit")
    parser.add_argument("--runner", type=Path, metavar="FILE", help="run this program (./oracle export --runner) and print its TAP")
    parser.add_argument("--runner-arguments", default="", metavar="WORDS", help="what --runner is given, separated by spaces")
    parser.add_argument("--install", action="store_true", help="apt-get install what this computer lacks, then exit")
    return parser


def _install(machine: Machine) -> None:
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Status}\n"], capture_output=True, text=True, check=False
    ).stdout
    present = {line.split()[0] for line in listing.splitlines() if line.endswith("install ok installed")}
    missing = [package for package in (*machine.architecture.packages, *HOST_PACKAGES) if package not in present]
    print("missing: " + (" ".join(missing) or "nothing"), file=sys.stderr)
    if not missing:
        return
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *missing]):
        if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
            raise EnvironmentFailure(" ".join(command[:2]) + " failed")


def _guest(machine: Machine, options: argparse.Namespace, log: Log) -> Guest:
    for path in (options.kernel, options.modules, options.runner):
        if path is not None and not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    if options.kernel is None:
        guest = guest_from_packages(machine.architecture, options.release, options.page, log)
    else:
        guest = guest_from_files(machine.architecture, options.kernel, options.modules)
    return replace(guest, kernel=shim.carrying(guest.kernel, cache_folder())) if machine.shim else guest


def _settings(options: argparse.Namespace, console: IO[bytes] | None) -> Settings:
    if options.mutant == NO_SHIM:
        return Settings(options.timeout, options.memory, "none", console, bridges="none")
    return Settings(options.timeout, options.memory, options.mutant, console)


def _print_topology(machine: Machine, performer: LinuxPerformer) -> None:
    began = time.monotonic()
    identity = performer.boot()
    print(f"{machine.name}: booted in {time.monotonic() - began:.1f} s")
    print(f"Linux {identity.release} {identity.version}")
    print(f"platform {performer.platform()}, topologies {', '.join(machine.hosts)}")
    for alias, (address, number) in sorted(identity.groups.items()):
        devices = " ".join(f"{name}={at}" for name, at in machine.functions.items() if name.startswith(alias + "."))
        print(f"group {alias} at {address} is IOMMU group {number}: {devices}")


def _run_runner(machine: Machine, guest: Guest, options: argparse.Namespace, console: IO[bytes] | None) -> int:
    for said in tap_run.run(machine, guest, options.runner.read_bytes(), options.runner_arguments, options.memory, console):
        if isinstance(said, int):
            return said
        print(said, flush=True)
    raise AssertionError("a run ends with an exit code")


def main(machine_name: str, arguments: list[str] | None = None) -> int:
    """Runs the adapter of one machine and returns its exit code."""
    machine = MACHINES[machine_name]
    options = _parser(machine).parse_args(arguments)
    if getattr(options, "endian", "little") == "big":
        machine = replace(machine, name=f"{machine_name}-big-endian", architecture=POWER_BIG_ENDIAN)
    machine = machine.with_memory(options.memory)
    log = Log(machine.name)
    console = None
    try:
        console = options.keep_console.open("wb") if options.keep_console else None
        if options.install:
            _install(machine)
            return 0
        guest = _guest(machine, options, log)
        if options.runner is not None:
            return _run_runner(machine, guest, options, console)
        runner = Runner(machine, guest, _settings(options, console), log)
        performer = LinuxPerformer(
            machine, guest, runner, cache_folder(), log, log.progress, not options.send_undefined
        )
        if options.boot_only:
            _print_topology(machine, performer)
        else:
            serve(sys.stdin, sys.stdout, performer, log)
        return 0
    except AdapterError as error:
        print(f"{machine.name}: {error}", file=sys.stderr)
        return error.exit_code
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    except OSError as error:
        print(f"{machine.name}: {error}", file=sys.stderr)
        return EnvironmentFailure.exit_code
    finally:
        if console is not None:
            console.close()
