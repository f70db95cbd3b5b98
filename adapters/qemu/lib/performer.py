# SPDX-License-Identifier: Apache-2.0
"""Performs a case from its first operation to its last, and makes the answer."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

from . import host_names
from .answering import Answering, Message
from .case import Operation, Plan, plan_of
from .errors import Broken, Ended, Unperformable
from .machines import Machine, Qemu
from .memory import Memory, start_of_ram
from .operations import Answer, Operations
from .program import Program
from .trace import Call, placed


class Performer(Answering):
    """Performs cases on the QEMU of one platform."""

    def __init__(
        self,
        oracle: Path,
        guest: Path,
        platform: str,
        machine: Machine,
        qemu: Qemu,
        limit: float,
        log: Callable[[str], None],
    ) -> None:
        super().__init__(machine.binary, qemu.version, platform)
        self._oracle = oracle
        self._guest = guest
        self._machine = machine
        self._qemu = qemu
        self._limit = limit
        self._log = log

    def steps(self, case: Message) -> list[Message]:
        return self._perform(plan_of(case, self._qemu.program, self._machine.has_guest), case["topology"])

    def _perform(self, plan: Plan, topology: str) -> list[Message]:
        places = host_names.of_topology(self._oracle, self._platform, topology)
        for device in plan.slots:
            if device not in places:
                raise Unperformable(f"topology {topology} has no device {device}")

        def command(trace: Path, sockets: Path) -> list[str]:
            oracle = [str(self._oracle), "exec", "--platform", self._platform, "--topology", topology]
            oracle += [f"--memlock={plan.memlock}", f"--ipc-lock={str(plan.ipc_lock).lower()}"]
            program = self._machine.command(self._qemu, plan, places, sockets, self._guest)
            return [*oracle, "--trace", str(trace), "--", *program]

        memory = Memory(plan.buffers)
        with Program(command, self._machine.has_guest, self._limit) as program:
            operations = Operations(program, self._qemu, self._machine, plan, places, memory)
            steps: list[Message] = []
            gone = False
            for operation in plan.operations:
                answer, out, ended = ("gone", {}, True) if gone else self._step(operations, program, operation)
                gone = ended
                calls = program.trace.calls()
                _guess(plan, operation, calls, memory)
                steps.append({"answer": answer, **({"out": out} if out else {}), "calls": placed(calls, memory)})
            if program.trace.not_modelled:
                raise Unperformable("the model does not know " + "; ".join(program.trace.not_modelled))
            return steps

    def _step(self, operations: Operations, program: Program, operation: Operation) -> tuple[Answer, Message, bool]:
        try:
            answer, out = operations.perform(operation)
            return answer, out, operation["op"] == "quit"
        except Ended:
            code = program.code()
            self._log(f"{operation['op']}: QEMU ended with {code}: {program.said()}")
            if code == -signal.SIGABRT:
                return "aborted", {}, True
            if operation["op"] == "start" and code > 0:
                return "exited", {}, True
            raise Broken(f"QEMU ended with {code} at {operation['op']}: {program.said()}") from None


def _guess(plan: Plan, operation: Operation, calls: list[Call], memory: Memory) -> None:
    """Finds the memory of a program that ended before it could be asked."""
    buffer = operation.get("ram")
    if buffer is not None and not memory.knows(buffer):
        start = start_of_ram([call for call in calls if isinstance(call.get("vaddr"), int)], plan.memory[buffer])
        if start is not None:
            memory.put(buffer, start, plan.memory[buffer])
