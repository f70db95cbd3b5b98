# SPDX-License-Identifier: Apache-2.0
"""The machines that QEMU emulates here: their command lines, and how a device of theirs is named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .case import Plan

MANAGEMENT, CONSOLE = "management", "console"
_MIB = 1 << 20


@dataclass(frozen=True)
class Machine:
    """One kind of machine."""

    binary: str
    #: Whether its guest can be told to do something.
    has_guest: bool

    def command(self, plan: Plan, addresses: dict[str, str], sockets: Path, guest: Path) -> list[str]:
        """The program and its arguments; it makes its sockets in a folder."""
        command = [self.binary, "-accel", "tcg", "-nodefaults", "-display", "none", "-m", _memory(plan)]
        command += _socket(MANAGEMENT, sockets) + ["-mon", f"chardev={MANAGEMENT},mode=control"]
        command += self._board(plan, sockets, guest)
        for device, bridge in plan.cold:
            arguments = self.device(plan, device, bridge, addresses[device])
            command += ["-device", ",".join(["vfio-pci", *(f"{key}={value}" for key, value in arguments.items())])]
        return command

    def _board(self, plan: Plan, sockets: Path, guest: Path) -> list[str]:
        raise NotImplementedError

    def bus(self, plan: Plan, device: str, bridge: int) -> tuple[str, str]:
        """The bus of a device, and its slot there."""
        raise NotImplementedError

    def device(self, plan: Plan, device: str, bridge: int, address: str) -> dict[str, Any]:
        """The properties of a device."""
        bus, slot = self.bus(plan, device, bridge)
        return {"id": device, "host": address, "bus": bus, "addr": slot}


class Pseries(Machine):
    """Its firmware jumps to our guest at once; bridges are made as the case needs them."""

    def _board(self, plan: Plan, sockets: Path, guest: Path) -> list[str]:
        board = ["-M", "pseries,x-vof=on", "-kernel", str(guest)]
        # What a guest says before somebody listens is lost, so it does not start before.
        board += _socket(CONSOLE, sockets, wait="on") + ["-serial", f"chardev:{CONSOLE}"]
        for bridge in sorted(plan.bridges - {0}):
            board += ["-device", f"spapr-pci-host-bridge,id=phb{bridge},index={bridge}"]
        return board

    def bus(self, plan: Plan, device: str, bridge: int) -> tuple[str, str]:
        return "pci.0" if bridge == 0 else f"phb{bridge}.0", f"{plan.slots[device]:#x}"


class Q35(Machine):
    """It never runs. A device that moves has a port of its own, since nothing can be plugged into the root bus."""

    def _board(self, plan: Plan, sockets: Path, guest: Path) -> list[str]:
        board = ["-M", "q35", "-S"]
        for device in sorted(plan.moving):
            slot = plan.slots[device]
            board += ["-device", f"pcie-root-port,id=port{slot},chassis={slot},slot={slot},bus=pcie.0,addr={slot:#x}"]
        return board

    def bus(self, plan: Plan, device: str, bridge: int) -> tuple[str, str]:
        slot = plan.slots[device]
        return (f"port{slot}", "0x0") if device in plan.moving else ("pcie.0", f"{slot:#x}")


PSERIES = Pseries("qemu-system-ppc64", True)
Q35_MACHINE = Q35("qemu-system-x86_64", False)


def machine_of(platform: str) -> Machine:
    """The machine whose VFIO calls a platform answers."""
    return Q35_MACHINE if platform.startswith("x86-") else PSERIES


def _socket(name: str, folder: Path, wait: str = "off") -> list[str]:
    return ["-chardev", f"socket,id={name},path={folder / name},server=on,wait={wait}"]


def _memory(plan: Plan) -> str:
    sizes = list(plan.memory.values())
    size = f"{sizes[0]}B"
    if len(sizes) == 1:
        return size
    return f"{size},slots={len(sizes) - 1},maxmem={sum(sizes) + 1024 * _MIB * len(sizes)}B"
