# SPDX-License-Identifier: Apache-2.0
"""Performs protocol cases on a guest, and knows what that guest is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from .console import Identity
from .errors import KernelFailure
from .guest import Guest
from .machines import Machine
from .plan import Case, Unperformable, case_statements
from .platform_id import platform_id
from .possible_windows import windows_of_groups
from .protocol import OBSERVES, OBSERVES_EFFECTS, VERSION, Message, closing_message
from .runner import Runner
from .undefined import Undefined, why_undefined


class LinuxPerformer:
    """
    One machine with one kernel. `refuse_undefined` keeps away what no kernel defines; what is sent nevertheless may
    corrupt the kernel without a sign, so it gets a boot of its own, last.
    """

    def __init__(
        self,
        machine: Machine,
        guest: Guest,
        runner: Runner,
        cache: Path,
        log: Callable[[str], None],
        progress: Callable[[int, int], None],
        refuse_undefined: bool = True,
    ) -> None:
        self._machine = machine
        self._runner = runner
        self._known = cache / f"identity-{machine.name}-{guest.digest[:24]}.json"
        self._log = log
        self._progress = progress
        self._refuse_undefined = refuse_undefined
        self._identity: Identity | None = None

    def boot(self) -> Identity:
        """Boots once without cases, and remembers what the guest says about itself."""
        self._identity = self._runner.identify()
        platform_id(self._machine.generation, self._identity)
        self._known.write_text(json.dumps(asdict(self._identity)))
        return self._identity

    def identity(self) -> Identity:
        """What the guest said at its first boot on this computer; every later boot is held to it."""
        if self._identity is None and self._known.exists():
            self._identity = Identity(**json.loads(self._known.read_text()))
        if self._identity is None:
            self._log("first boot of this kernel: asking it what it is")
            return self.boot()
        return self._identity

    def platform(self) -> str:
        return platform_id(self._machine.generation, self.identity())

    def start_message(self) -> Message:
        message: Message = {
            "type": "start",
            "protocol": VERSION,
            "name": self._machine.name,
            "version": f"{self.identity().release} {self.identity().version}",
            "platform": self.platform(),
            "topologies": self._topologies(),
            "observes": [*OBSERVES, *(OBSERVES_EFFECTS if self._machine.logs_effects else ())],
            "batch": "all",
        }
        if self._machine.shim:
            message["stand_in_bridge"] = True
        return message

    def refusal(self, case: Case) -> str | Undefined | None:
        topology = case.get("topology")
        if topology not in self._machine.hosts:
            return f"topology {topology} is not one that {self._machine.name} can have ({', '.join(self._machine.hosts)})"
        if topology not in self._topologies():
            return f"topology {topology} has a device that a driver of the host uses, and this kernel has no uio_pci_generic"
        try:
            case_statements(0, case, self._machine)
            if self._refuse_undefined:
                return self._why_undefined(case)
        except Unperformable as unperformable:
            return str(unperformable)
        except (KeyError, TypeError, ValueError, AttributeError) as malformed:
            return f"the case is malformed: {type(malformed).__name__}: {malformed}"
        return None

    def perform(self, cases: list[Case]) -> Iterator[Message]:
        done = 0
        for batch in self._batches(cases):
            for case, record in self._runner.perform(batch, self._hold_to_announcement):
                done += 1
                self._progress(done, len(cases))
                for line in (*(line for step in record.steps for line in step.log), *record.left):
                    if line.startswith(("WARNING:", "BUG:")):
                        self._log(f"{case['id']}: the kernel logged: {line}")
                yield closing_message(case, record, self._machine.buses)

    def _topologies(self) -> list[str]:
        """Those that this kernel can have: a driver that keeps a device for the host is not in each."""
        has_driver = self.identity().host_driver
        return [name for name, host in self._machine.hosts.items() if has_driver or not host.kept]

    def _batches(self, cases: list[Case]) -> Iterator[list[Case]]:
        """A boot has one topology, and what is undefined has a boot of its own."""
        for topology in self._machine.hosts:
            batch = [case for case in cases if case["topology"] == topology and self._why_undefined(case) is None]
            if batch:
                yield batch
        yield from ([case] for case in cases if self._why_undefined(case) is not None)

    def _why_undefined(self, case: Case) -> Undefined | None:
        identity = self.identity()
        return why_undefined(case, self._machine, identity.page, windows_of_groups(self._machine, identity))

    def _hold_to_announcement(self, identity: Identity) -> None:
        seen = platform_id(self._machine.generation, identity)
        if seen != self.platform():
            self._known.unlink(missing_ok=True)
            raise KernelFailure(f"announced {self.platform()}, but the guest that booted is {seen}")
