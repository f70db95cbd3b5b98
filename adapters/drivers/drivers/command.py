# SPDX-License-Identifier: Apache-2.0
"""The command line."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from lib.answering import run
from lib.errors import EnvironmentFailure
from lib.protocol import serve

from .performer import Library, Performer

_PROGRAM = "adapters/drivers/adapter"
_HERE = Path(__file__).resolve().parent.parent
_ROOT = _HERE.parent.parent
_TOPOLOGIES = _ROOT / "fixtures/topologies"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Adapter: performs cases of a program on a driver library, whose VFIO calls the model answers. "
        "Speaks the adapter protocol on standard input and output.",
        epilog="example: ./oracle run --adapter 'adapters/drivers/adapter --driver ./driver --program libvfn-2024 "
        "--version 5.1.0 --platform x86-linux-6.12-4k' fallback-container   "
        "exit: 0 fine; 2 bad usage or input; 75 this computer lacks a tool",
    )
    parser.add_argument("--driver", required=True, metavar="FILE", help="program that adapters/drivers/build has made")
    parser.add_argument("--program", required=True, metavar="NAME", help="what the corpus calls it, such as libvfn-2024")
    parser.add_argument("--version", required=True, metavar="V", help="version of the library, for the ledger")
    parser.add_argument("--platform", required=True, metavar="P", help="platform that answers the calls")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="cases to run at the same time (default %(default)s)")
    parser.add_argument(
        "--timeout", type=float, default=120, metavar="SECONDS", help="time limit for one operation (default %(default)s)"
    )
    parser.add_argument("--verbose", action="store_true", help="print to standard error what the program said when it ended")
    return parser


def _hold(folder: Path) -> Path:
    made = folder / "hold"
    try:
        built = subprocess.run(["cc", "-o", made, _HERE / "programs/hold.c"], stderr=subprocess.PIPE, text=True, check=False)
    except OSError as error:
        raise EnvironmentFailure(f"there is no C compiler: {error}") from error
    if built.returncode != 0:
        raise EnvironmentFailure(f"hold.c cannot be compiled: {built.stderr.strip()}")
    return made


def _serve(options: argparse.Namespace, folder: Path) -> None:
    def log(text: str) -> None:
        if options.verbose:
            print(f"drivers: {text}", file=sys.stderr, flush=True)

    driver = shutil.which(options.driver)
    if driver is None:
        raise EnvironmentFailure(f"{options.driver} is no program; adapters/drivers/build makes one")
    library = Library(Path(driver).resolve(), options.program, options.version)
    performer = Performer(_ROOT / "oracle", _hold(folder), options.platform, library, options.timeout, log)
    topologies = sorted(file.stem for file in _TOPOLOGIES.glob("*.yaml"))
    serve(sys.stdin, sys.stdout, performer.start_message(topologies, 2 * options.workers), performer.close, options.workers)


def main(arguments: list[str] | None = None) -> int:
    """Runs the adapter and returns its exit code."""
    return run(_PROGRAM, _parser().parse_args(arguments), _serve)
