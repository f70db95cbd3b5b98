# SPDX-License-Identifier: Apache-2.0
"""One boot of an emulated machine: starts QEMU, hands out console lines, and never outlives its user."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from .errors import EnvironmentFailure
from .machines import Machine

KERNEL_ARGUMENTS = "quiet loglevel=1 oops=panic panic=-1"


class Silence(Exception):
    """The console said nothing for longer than allowed."""


class VirtualMachine:
    """A context manager around one QEMU process; leaving it ends the process."""

    def __init__(
        self,
        machine: Machine,
        kernel: Path,
        initramfs: Path,
        memory: str,
        huge_gigabytes: int,
        console: IO[bytes] | None,
        bridges: str = "",
    ) -> None:
        architecture = machine.architecture
        qemu = shutil.which(architecture.qemu)
        if qemu is None:
            raise EnvironmentFailure(f"{architecture.qemu} is not installed (--install adds it)")
        arguments = f"{architecture.kernel_arguments} {KERNEL_ARGUMENTS}"
        if machine.arguments:
            arguments += f" {machine.arguments}"
        if machine.shim:
            arguments += f" shim.bridges={bridges or machine.shim}"
        if huge_gigabytes:
            arguments += f" hugepagesz=1G hugepages={huge_gigabytes}"
        # The kernel ends QEMU when this process ends, however it ends.
        self._command = ["setpriv", "--pdeathsig", "KILL", "--"]
        self._command += [qemu, *machine.options, "-smp", machine.processors, "-m", memory]
        # Memory that nobody touches is not taken, so a machine may have more of it than this computer.
        self._command += ["-object", f"memory-backend-ram,id=ram,size={memory},reserve=off", "-machine", "memory-backend=ram"]
        self._command += ["-nographic", "-nic", "none", "-no-reboot"]
        self._command += ["-monitor", "none", "-serial", "stdio"]
        self._command += ["-kernel", str(kernel), "-initrd", str(initramfs), "-append", arguments]
        self._console = console
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> VirtualMachine:
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.end_now()
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()

    def end_now(self) -> None:
        """Pulls the plug, when the machine is still running."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def lines(self, patience: Callable[[], float], is_progress: Callable[[str], bool]) -> Iterator[str]:
        """
        Console lines until the machine ends. Raises Silence when `patience` seconds pass without a line that
        `is_progress` accepts; both are asked anew each time, since a booting kernel deserves more than a running case.
        """
        process = self._process
        assert process is not None and process.stdout is not None
        descriptor = process.stdout.fileno()
        pending = b""
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            last_progress = time.monotonic()
            while True:
                left = last_progress + patience() - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise Silence
                data = os.read(descriptor, 65536)
                if not data:
                    break
                if self._console is not None:
                    self._console.write(data)
                    self._console.flush()
                *complete, pending = (pending + data).split(b"\n")
                for raw in complete:
                    line = raw.decode("utf-8", "replace")
                    if is_progress(line):
                        last_progress = time.monotonic()
                    yield line
        if pending:
            yield pending.decode("utf-8", "replace")
