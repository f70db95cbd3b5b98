# SPDX-License-Identifier: Apache-2.0
"""The machines that QEMU emulates here: their command lines, and how a device of theirs is named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .case import Plan
from .host_names import Place

MANAGEMENT, CONSOLE, PROCESS = "management", "console", "process"
_KIB, _GIB = 1 << 10, 1 << 30


@dataclass(frozen=True)
class Qemu:
    """A QEMU of this computer."""

    binary: str
    version: str
    #: What the corpus calls it.
    program: str

    @property
    def bridges_have_a_group(self) -> bool:
        """Whether a bridge of the guest with devices of the host is made for a group; no longer since 2.6."""
        return self._before(2, 6)

    @property
    def objects_have_properties_of_their_own(self) -> bool:
        """Whether object-add takes the properties of an object as one argument."""
        return self._before(5, 0)

    def _before(self, *wanted: int) -> bool:
        return tuple(int(part) for part in self.version.split(".")[:2]) < wanted


@dataclass(frozen=True)
class Machine:
    """One kind of machine."""

    binary: str
    #: Whether its guest can be told to do something.
    has_guest: bool

    def command(self, qemu: Qemu, plan: Plan, places: dict[str, Place], sockets: Path, guest: Path) -> list[str]:
        """A program and its arguments; it makes its sockets in a folder."""
        command = [qemu.binary, "-nodefaults", "-display", "none", "-m", _memory(plan), "-pidfile", str(sockets / PROCESS)]
        command += _socket(MANAGEMENT, sockets) + ["-mon", f"chardev={MANAGEMENT},mode=control"]
        command += self._board(qemu, plan, places, sockets, guest)
        for device, bridge in plan.cold:
            arguments = self.device(plan, device, bridge, places[device].address)
            command += ["-device", ",".join(["vfio-pci", *(f"{key}={value}" for key, value in arguments.items())])]
        return command

    def _board(self, qemu: Qemu, plan: Plan, places: dict[str, Place], sockets: Path, guest: Path) -> list[str]:
        raise NotImplementedError

    def bus(self, plan: Plan, device: str, bridge: int) -> tuple[str, str]:
        """The bus of a device, and its slot there."""
        raise NotImplementedError

    def device(self, plan: Plan, device: str, bridge: int, address: str) -> dict[str, Any]:
        """The properties of a device."""
        bus, slot = self.bus(plan, device, bridge)
        return {"id": device, "host": address, "bus": bus, "addr": slot}


class Pseries(Machine):
    """Our guest is its firmware; bridges are made as the case needs them."""

    def _board(self, qemu: Qemu, plan: Plan, places: dict[str, Place], sockets: Path, guest: Path) -> list[str]:
        board = ["-machine", "pseries,accel=tcg", "-bios", str(guest)]
        # What a guest says before somebody listens is lost, so it does not start before.
        board += _socket(CONSOLE, sockets, wait="on") + ["-serial", f"chardev:{CONSOLE}"]
        groups = {bridge: places[device].group for device, bridge in reversed(plan.cold)}
        for bridge in sorted(plan.bridges - {0}):
            of_group = f",iommu={groups[bridge]}" if qemu.bridges_have_a_group and bridge in groups else ""
            kind = "spapr-pci-vfio-host-bridge" if of_group else "spapr-pci-host-bridge"
            board += ["-device", f"{kind},id=phb{bridge},index={bridge}{of_group}"]
        return board

    def bus(self, plan: Plan, device: str, bridge: int) -> tuple[str, str]:
        return "pci.0" if bridge == 0 else f"phb{bridge}.0", f"{plan.slots[device]:#x}"


class Q35(Machine):
    """It never runs. A device that moves has a port of its own, since nothing can be plugged into the root bus."""

    def _board(self, qemu: Qemu, plan: Plan, places: dict[str, Place], sockets: Path, guest: Path) -> list[str]:
        board = ["-machine", "q35,accel=tcg", "-S"]
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
    size = f"{sizes[0] // _KIB}K"
    if len(sizes) == 1:
        return size
    return f"{size},slots={len(sizes) - 1},maxmem={(sum(sizes) + _GIB * len(sizes)) // _KIB}K"
