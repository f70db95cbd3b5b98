# SPDX-License-Identifier: Apache-2.0
"""Each operation of the program layer, carried out on a running QEMU: what it answers, and what else it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .case import Operation, Plan
from .errors import Broken
from .guest import Guest, buid
from .host_names import Place
from .machines import Machine, Qemu
from .memory import Memory
from .program import Program
from .qmp import Refused

Answer = str | int
Told = tuple[Answer, dict[str, Any]]

FAILED = "failed"

#: Seconds in which QEMU lets go of a device that is gone.
_LETTING_GO = 10.0

_H_GET_TCE, _H_PUT_TCE, _H_STUFF_TCE, _H_PUT_TCE_INDIRECT = 0x1C, 0x20, 0x138, 0x13C
_H_NAMES = {
    0: "H_SUCCESS",
    -1: "H_HARDWARE",
    -2: "H_FUNCTION",
    -3: "H_PRIVILEGE",
    -4: "H_PARAMETER",
    -16: "H_RESOURCE",
}
_RTAS_OK = 0
_ISOLATION_STATE, _ISOLATE = 9001, 0
_CONNECTOR_OF_PCI = 0x40000000


def number(text: str | int) -> int:
    """A number as a case has it."""
    return text if isinstance(text, int) else int(text, 16)


def connector(bridge: int, slot: int) -> int:
    """The index of the hot plug connector of a slot of a root bus."""
    return _CONNECTOR_OF_PCI | bridge << 16 | slot << 3


class Operations:
    """Carries out operations on one program."""

    def __init__(self, program: Program, qemu: Qemu, machine: Machine, plan: Plan, places: dict[str, Place], memory: Memory) -> None:
        self._program = program
        self._qemu = qemu
        self._machine = machine
        self._plan = plan
        self._places = places
        self._memory = memory
        self._bridges: dict[str, int] = dict(plan.cold)
        self._known: dict[str, Callable[[Operation], Told]] = {
            "start": self._start,
            "device_add": self._device_add,
            "device_del": self._device_del,
            "memory_add": self._memory_add,
            "system_reset": self._system_reset,
            "quit": self._quit,
            "H_PUT_TCE": lambda op: self._hypercall(_H_PUT_TCE, *_numbers(op, "liobn", "ioba", "tce")),
            "H_PUT_TCE_INDIRECT": self._put_indirect,
            "H_STUFF_TCE": lambda op: self._hypercall(_H_STUFF_TCE, *_numbers(op, "liobn", "ioba", "tce", "npages")),
            "H_GET_TCE": self._get_tce,
            "ibm,query-pe-dma-window": self._query,
            "ibm,create-pe-dma-window": self._create,
            "ibm,remove-pe-dma-window": self._remove,
            "ibm,reset-pe-dma-window": self._reset,
            "ibm,set-eeh-option": lambda op: self._eeh(op, [op["option"]], 1),
            "ibm,read-slot-reset-state2": lambda op: self._eeh(op, [], 4),
            "ibm,set-slot-reset": lambda op: self._eeh(op, [op["option"]], 1),
            "ibm,configure-pe": lambda op: self._eeh(op, [], 1),
        }

    def perform(self, operation: Operation) -> Told:
        """Carries one out. Raises Ended when the program ends over it."""
        return self._known[operation["op"]](operation)

    @property
    def _guest(self) -> Guest:
        assert self._program.guest is not None
        return self._program.guest

    def _start(self, _: Operation) -> Told:
        self._program.start()
        self._locate(self._plan.ram, 0)
        return "running", {}

    def _locate(self, buffer: str, address: int) -> None:
        size = self._plan.memory[buffer]
        told = self._program.management.monitor(f"gpa2hva {address:#x}")
        try:
            host = int(told.rsplit(" ", 1)[1], 16)
        except (IndexError, ValueError) as other:
            # QEMU before 2.10 cannot be asked. Guest memory is mapped by itself.
            found = self._memory.unknown(self._program.mappings(), size)
            if found is None:
                raise Broken(f"QEMU does not report where its memory is: {told}") from other
            host = found
        self._memory.put(buffer, host, size)

    def _device_add(self, operation: Operation) -> Told:
        device, bridge = operation["device"], operation["phb"]
        arguments = self._machine.device(self._plan, device, bridge, self._places[device].address)
        try:
            self._program.management.do("device_add", driver="vfio-pci", **arguments)
        except Refused:
            return FAILED, {}
        self._bridges[device] = bridge
        return 0, {}

    def _device_del(self, operation: Operation) -> Told:
        device, management = operation["device"], self._program.management
        management.forget_events()
        try:
            management.do("device_del", id=device)
        except Refused:
            return FAILED, {}
        index = connector(self._bridges.pop(device), self._plan.slots[device])
        # What was plugged in while the guest ran is gone already, since our guest takes no notice of it.
        self._guest.rtas("set-indicator", [_ISOLATION_STATE, index, _ISOLATE], 1)
        management.wait("DEVICE_DELETED", device=device)
        self._program.trace.wait_for_closed_device(_LETTING_GO)
        return 0, {}

    def _memory_add(self, operation: Operation) -> Told:
        buffer, management = operation["ram"], self._program.management
        properties: dict[str, Any] = {"size": self._plan.memory[buffer]}
        if self._qemu.objects_have_properties_of_their_own:
            properties = {"props": properties}
        management.do("object-add", **{"qom-type": "memory-backend-ram", "id": buffer, **properties})
        try:
            management.do("device_add", driver="pc-dimm", id=f"dimm-{buffer}", memdev=buffer)
        except Refused:
            management.do("object-del", id=buffer)
            return FAILED, {}
        for known in management.do("query-memory-devices"):
            if known["data"]["id"] == f"dimm-{buffer}":
                self._locate(buffer, known["data"]["addr"])
        return 0, {}

    def _system_reset(self, _: Operation) -> Told:
        management = self._program.management
        management.forget_events()
        management.do("system_reset")
        management.wait("RESET")
        if self._program.guest is not None:
            self._program.guest.wait()
        return 0, {}

    def _quit(self, _: Operation) -> Told:
        self._program.management.do("quit")
        code = self._program.code()
        if code != 0:
            raise Broken(f"QEMU ended with {code} when it was told to quit: {self._program.said()}")
        return 0, {}

    def _hypercall(self, call: int, *arguments: int) -> Told:
        status = self._guest.hypercall(call, *arguments)[0]
        return _H_NAMES.get(status, status), {}

    def _put_indirect(self, operation: Operation) -> Told:
        where = number(operation["tce_list"])
        # A list that is not aligned is refused before it is read, and cannot be written by doublewords.
        if where % 8 == 0:
            self._guest.write(where, [number(tce) for tce in operation["tces"]])
        return self._hypercall(_H_PUT_TCE_INDIRECT, *_numbers(operation, "liobn", "ioba", "tce_list", "npages"))

    def _get_tce(self, operation: Operation) -> Told:
        status, tce = self._guest.hypercall(_H_GET_TCE, *_numbers(operation, "liobn", "ioba"))[:2]
        return _H_NAMES.get(status, status), {"tce": hex(tce)} if status == 0 else {}

    def _query(self, operation: Operation) -> Told:
        outputs = operation["nret"]
        status, *cells = self._guest.rtas(operation["op"], [0, *buid(operation["phb"])], outputs)
        if status != _RTAS_OK:
            return status, {}
        largest = cells[1] if outputs == 5 else cells[1] << 32 | cells[2]
        return status, {
            "windows_available": cells[0],
            "largest_block": hex(largest),
            "page_sizes": hex(cells[-2]),
            "migration_capable": hex(cells[-1]),
        }

    def _create(self, operation: Operation) -> Told:
        shifts = [operation["page_shift"], operation["window_shift"]]
        status, *cells = self._guest.rtas(operation["op"], [0, *buid(operation["phb"]), *shifts], 4)
        if status != _RTAS_OK:
            return status, {}
        return status, {"liobn": hex(cells[0]), "bus_address": hex(cells[1] << 32 | cells[2])}

    def _remove(self, operation: Operation) -> Told:
        return self._guest.rtas(operation["op"], [number(operation["liobn"])], 1)[0], {}

    def _reset(self, operation: Operation) -> Told:
        return self._guest.rtas(operation["op"], [0, *buid(operation["phb"])], 1)[0], {}

    def _eeh(self, operation: Operation, more: list[int], outputs: int) -> Told:
        device = operation["device"]
        configuration = self._plan.slots[device] << 3 << 8
        inputs = [configuration, *buid(self._bridges.get(device, 0)), *more]
        status, *cells = self._guest.rtas(operation["op"], inputs, outputs)
        return status, {"state": cells[0]} if cells and status == _RTAS_OK else {}


def _numbers(operation: Operation, *names: str) -> list[int]:
    return [number(operation[name]) for name in names]
