# SPDX-License-Identifier: Apache-2.0
"""The command line."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .answering import run
from .errors import EnvironmentFailure
from .machines import Machine, Qemu, machine_of
from .performer import Performer
from .protocol import serve

_PROGRAM = "adapters/qemu/adapter"
_HERE = Path(__file__).resolve().parent.parent
_ROOT = _HERE.parent.parent
_TOPOLOGIES = _ROOT / "fixtures/topologies"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Adapter: performs cases of the program layer on the QEMU of this computer, whose VFIO calls the model "
        "answers. Speaks the adapter protocol on standard input and output.",
        epilog="example: ./oracle run --adapter 'adapters/qemu/adapter --platform phb4-linux-6.12-4k' guest   "
        "exit: 0 fine; 2 bad usage or input; 75 this computer lacks a tool",
    )
    parser.add_argument("--platform", required=True, metavar="P", help="platform that answers the calls; its page size must be this host's")
    parser.add_argument("--qemu", metavar="FILE", help="QEMU to run, instead of the one that is installed")
    parser.add_argument(
        "--program", metavar="NAME", help="what the corpus calls it, where that is not qemu-MAJOR.MINOR of its version"
    )
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="cases to run at the same time (default %(default)s)")
    parser.add_argument(
        "--timeout", type=float, default=120, metavar="SECONDS", help="time limit for one operation (default %(default)s)"
    )
    parser.add_argument("--guest", type=Path, metavar="FILE", help="guest to boot, instead of building one")
    parser.add_argument("--verbose", action="store_true", help="print to standard error why QEMU ended")
    return parser


def _binary(machine: Machine, given: str | None) -> str:
    binary = shutil.which(given or machine.binary)
    if binary is None:
        raise EnvironmentFailure(f"{given or machine.binary} is not installed")
    return binary


def _version(binary: str) -> str:
    told = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"version (\d+(?:\.\d+)+)", told)
    if found is None:
        raise EnvironmentFailure(f"{binary} does not report its version: {told[:80]!r}")
    return found[1]


def _guest(machine: Machine, given: Path | None, folder: Path) -> Path:
    if given is not None or not machine.has_guest:
        return given or Path("/dev/null")
    guest = folder / "guest"
    try:
        built = subprocess.run([_HERE / "guest" / "build", guest], stderr=subprocess.PIPE, text=True, check=False)
    except OSError as error:
        raise EnvironmentFailure(f"the guest cannot be built: {error}") from error
    if built.returncode != 0:
        raise EnvironmentFailure(f"the guest cannot be built: {built.stderr.strip()}")
    return guest


def _serve(options: argparse.Namespace, folder: Path) -> None:
    def log(text: str) -> None:
        if options.verbose:
            print(f"qemu: {text}", file=sys.stderr, flush=True)

    machine = machine_of(options.platform)
    binary = _binary(machine, options.qemu)
    version = _version(binary)
    program = options.program or "qemu-" + ".".join(version.split(".")[:2])
    guest = _guest(machine, options.guest, folder)
    qemu = Qemu(binary, version, program)
    performer = Performer(_ROOT / "oracle", guest, options.platform, machine, qemu, options.timeout, log)
    topologies = sorted(file.stem for file in _TOPOLOGIES.glob("*.yaml"))
    serve(sys.stdin, sys.stdout, performer.start_message(topologies, 2 * options.workers), performer.close, options.workers)


def main(arguments: list[str] | None = None) -> int:
    """Runs the adapter and returns its exit code."""
    return run(_PROGRAM, _parser().parse_args(arguments), _serve)
