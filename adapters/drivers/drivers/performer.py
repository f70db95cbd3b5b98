# SPDX-License-Identifier: Apache-2.0
"""Performs a case from its first operation to its last, and makes the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib import host_names
from lib.answering import Answering, Message
from lib.errors import Broken, Ended, Unperformable
from lib.host_names import Place
from lib.memory import Memory
from lib.trace import placed

from .driver import Driver
from .holding import held_by

Operation = dict[str, Any]
Answer = str | int

_FAILED = "failed"
#: How a program here ends when it is to blame itself, and not its library: frame.c.
_OWN_FAULTS = (64, 70)


@dataclass(frozen=True)
class Library:
    """A program on a library."""

    driver: Path
    #: What the corpus calls it.
    program: str
    version: str


class Performer(Answering):
    """Performs cases on one program, for one platform."""

    def __init__(
        self, oracle: Path, hold: Path, platform: str, library: Library, limit: float, log: Callable[[str], None]
    ) -> None:
        super().__init__(name_of(library.program), library.version, platform)
        self._oracle = oracle
        self._hold = hold
        self._library = library
        self._limit = limit
        self._log = log

    def steps(self, case: Message) -> list[Message]:
        places = host_names.of_topology(self._oracle, self._platform, case["topology"])
        held, operations = held_by(case["operations"], places)
        start = operations[0] if operations else {}
        if start.get("op") != "start":
            raise Unperformable("the case does not begin with start")
        if start["program"] != self._library.program:
            raise Unperformable(f"the case needs {start['program']}, and this is {self._library.program}")
        for operation in operations[1:]:
            if operation["op"] not in ("device_add", "device_del", "memory_add", "quit"):
                raise Unperformable(f"the case has an operation that it cannot be told: {operation['op']}")

        def command(trace: Path) -> list[str]:
            process = case["process"]
            locks = str("CAP_IPC_LOCK" in process["capabilities"]).lower()
            oracle = [str(self._oracle), "exec", "--platform", self._platform, "--topology", case["topology"]]
            oracle += [f"--memlock={process['memlock']}", f"--ipc-lock={locks}", "--trace", str(trace), "--"]
            program = [str(self._library.driver), hex(all_memory(case)), *_memory(case, start["ram"])]
            program += [places[device.partition("@")[0]].address for device in start["devices"]]
            return [*oracle, *held.command(str(self._hold)), *program]

        memory = Memory(len(case["process"]["buffers"]))
        with Driver(command, self._limit) as driver:
            steps: list[Message] = [{"answer": "fd"}] * held.operations
            gone = False
            for operation in operations:
                answer, gone = ("gone", True) if gone else self._step(driver, operation, case, places, memory)
                calls = held.without(driver.trace.calls())
                steps.append({"answer": answer, "calls": placed(calls, memory)})
            if driver.trace.not_modelled:
                raise Unperformable("the model does not know " + "; ".join(driver.trace.not_modelled))
            return steps

    def _step(
        self, driver: Driver, operation: Operation, case: Message, places: dict[str, Place], memory: Memory
    ) -> tuple[Answer, bool]:
        name = operation["op"]
        try:
            if name == "quit":
                driver.tell("quit")
                driver.hear("quit")
                raise Broken("it was told to quit and spoke")
            if name == "device_add" or name == "device_del":
                driver.tell(f"{name.partition('_')[2]} {places[operation['device']].address}")
            elif name == "memory_add":
                driver.tell("memory " + " ".join(_memory(case, operation["ram"])))
            if name in ("start", "memory_add"):
                told = driver.hear("its memory")
                size = int(case["process"]["buffers"][operation["ram"]]["size"], 16)
                memory.put(operation["ram"], int(told.removeprefix("memory "), 16), size)
            told = driver.hear(name)
            return {"running": "running", "ok": 0}.get(told, _FAILED), False
        except Ended:
            code = driver.code()
            self._log(f"{name}: the program ended with {code}: {driver.said()}")
            if name == "quit" and code == 0:
                return 0, True
            if name == "start" and code > 0 and code not in _OWN_FAULTS:
                return "exited", True
            raise Broken(f"the program ended with {code} at {name}: {driver.said()}") from None


def name_of(program: str) -> str:
    """The library, without the version that the corpus adds: `dpdk` for `dpdk-26.07`, and `rust-vmm` as it is."""
    return re.sub(r"-\d[\d.]*$", "", program)


def all_memory(case: Message) -> int:
    """The size of all memory that the program has in the end."""
    return sum(int(buffer["size"], 16) for buffer in case["process"]["buffers"].values() if buffer["access"] == "rw")


def _memory(case: Message, name: str) -> list[str]:
    buffer = case["process"]["buffers"][name]
    if buffer["access"] != "rw" or buffer["backing"] not in ("page", "2m"):
        raise Unperformable(f"{name} is memory that a program here cannot make")
    return [buffer["size"], buffer["backing"]]
