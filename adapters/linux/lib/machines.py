# SPDX-License-Identifier: Apache-2.0
"""The emulated machines: their QEMU arguments, and where each group and device of the topology sits on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .architectures import POWER, X86, Architecture

#: Three groups of one PHB (A, B, C), one group alone on a second PHB (D), two groups of a third PHB (E, F).
SIX_GROUPS = "six-groups"

EDU = "edu,dma_mask=0xffffffffffffffff"
NETWORK_CARD = "e1000e,romfile="
TEST_DEVICE = "pci-testdev"
#: The devices of each group: on a machine where a group is what is below a port, or a PHB.
DEVICES = {
    "A": (EDU,),
    "B": (NETWORK_CARD,),
    "C": (EDU, TEST_DEVICE),
    "D": (EDU,),
    "E": (NETWORK_CARD, TEST_DEVICE),
    "F": (EDU,),
}
#: Of a pseries PHB: where the first device stands.
FIRST_SLOT = 3


@dataclass(frozen=True)
class Host:
    """
    What a topology of the corpus (fixtures/topologies) says of the host beside its bridges and devices: the functions that a
    driver of the host has, the groups whose nodes belong to another user, and what QEMU is told otherwise.
    """

    kept: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


ORDINARY_HOST = Host()
#: The topologies that every machine can have.
HOSTS = {SIX_GROUPS: ORDINARY_HOST, "shared-host": Host(kept=("C.1", "E.0"), others=("B",))}
#: The topologies of a machine with another memory, by what `--memory` says.
OF_MEMORY = {"64G": {"six-groups-64g": ORDINARY_HOST}}


@dataclass(frozen=True)
class Machine:
    """An emulated host. `functions` maps a device alias (group, dot, ordinal) to its PCI address."""

    name: str
    generation: str
    options: tuple[str, ...]
    functions: dict[str, str]
    #: A TCE invalidation of zero pages at bus address 0 never ends (the kernel's PHB3 code counts to 2^64).
    hangs_on_empty_invalidation: bool = False
    #: Registering huge pages of 16 MiB never ends where host pages have 4 KiB (it pins without end, under emulation).
    hangs_on_huge_registration: bool = False
    #: Size of the window that the first user of a container gets, in bytes.
    default_window_size: int = 1 << 31
    #: The kernel logs each window and bypass change of a group.
    logs_effects: bool = True
    #: The IOMMU driver is sPAPR, whose calls may run past the end of a window, and not Type1.
    has_windows: bool = True
    architecture: Architecture = POWER
    #: Topology -> what it makes of the host.
    hosts: Mapping[str, Host] = field(default_factory=lambda: HOSTS)
    host: Host = ORDINARY_HOST
    #: What the shim makes of the bridges (shim/bridges.c), or nothing: then Linux sees them as they are.
    shim: str = ""
    #: Which kernel is taken when the command line names none.
    release: str = "6.12"
    page: str = "4k"
    #: What `-smp` of QEMU takes.
    processors: str = "1"
    #: Further boot arguments of the kernel.
    arguments: str = ""

    @property
    def groups(self) -> dict[str, str]:
        """Group alias -> PCI address of its first function."""
        return {alias[:-2]: address for alias, address in self.functions.items() if alias.endswith(".0")}

    def with_topology(self, name: str) -> Machine:
        """This machine as a topology wants it, which has to be one of `hosts`."""
        host = self.hosts[name]
        text = "\n".join(self.options)
        for given, wanted in host.options:
            text = text.replace(given, wanted)
        return replace(self, host=host, options=tuple(text.split("\n")))

    def with_memory(self, size: str) -> Machine:
        """This machine with another memory, which other topologies have; a size that no topology has changes nothing."""
        return replace(self, hosts=OF_MEMORY.get(size.upper(), self.hosts))

    @property
    def setup(self) -> str:
        """What the first program of the machine is told of the host, a function or a group a line."""
        kept = [f"kept {self.functions[alias]}\n" for alias in self.host.kept]
        return "".join([*kept, *(f"other {self.groups[alias]}\n" for alias in self.host.others)])

    @property
    def buses(self) -> dict[str, str]:
        """`domain:bus` -> group alias; on powernv each bus with devices is one PE and one group."""
        return {address[:7]: alias for alias, address in self.groups.items()}


def _switch(phb: int, ports: int) -> list[str]:
    """A PCIe switch below PHB number `phb`, whose ports are called `phbP.N`."""
    options = ["-device", f"x3130-upstream,bus=pcie.{phb},id=phb{phb}"]
    for port in range(ports):
        chassis = 10 * (phb + 1) + port
        options += ["-device", f"xio3130-downstream,bus=phb{phb},id=phb{phb}.{port},chassis={chassis},slot={port + 1}"]
    return options


def _device(bus: str, *functions: str) -> list[str]:
    """One slot on `bus` with one or two functions."""
    if len(functions) == 1:
        return ["-device", f"{functions[0]},bus={bus}"]
    options = ["-device", f"{functions[0]},bus={bus},addr=0.0,multifunction=on"]
    return [*options, "-device", f"{functions[1]},bus={bus},addr=0.1"]


def _powernv(name: str, generation: str, hangs: bool = False) -> Machine:
    options, functions = _three_bridges(name)
    return Machine(name, generation, options, functions, hangs, hangs)


def _power7() -> Machine:
    """A POWER8 whose bridges Linux takes for those of a P7IOC hub. An IODA1 invalidation of no TCE ends at once."""
    options, functions = _three_bridges("powernv8")
    return Machine("power7", "ioda1", options, functions, shim="p7ioc", release="5.10", page="64k")


def _p5ioc2() -> Machine:
    """A bridge of a P5IOC2 hub is one group, so each group has a bridge of its own: three on each of two sockets."""
    options = ["-M", "powernv8"]
    functions = {}
    for index, (alias, models) in enumerate(DEVICES.items()):
        options += _device(f"pcie.{index}", *models)
        functions |= {f"{alias}.{ordinal}": f"{index:04x}:01:00.{ordinal}" for ordinal in range(len(models))}
    return Machine(
        "p5ioc2",
        "p5ioc2",
        tuple(options),
        functions,
        # 16 MiB of TCEs, divided by six bridges and rounded down to a power of two, for pages of 4 KiB
        default_window_size=1 << 30,
        shim="p5ioc2",
        release="4.4",
        page="64k",
        processors="2,sockets=2,cores=1,threads=1",
        # On both processors 4.2.8 never returns from subcore_init (seen in QEMU 7.2).
        arguments="maxcpus=1",
    )


def _three_bridges(model: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """QEMU's options for the six groups on three bridges of bare metal, and where their functions then are."""
    options = ["-M", model]
    options += _switch(0, 3)
    options += _device("phb0.0", EDU) + _device("phb0.1", NETWORK_CARD) + _device("phb0.2", EDU, TEST_DEVICE)
    options += _device("pcie.1", EDU)
    options += _switch(2, 2)
    options += _device("phb2.0", NETWORK_CARD, TEST_DEVICE) + _device("phb2.1", EDU)
    functions = {
        "A.0": "0000:03:00.0",
        "B.0": "0000:04:00.0",
        "C.0": "0000:05:00.0",
        "C.1": "0000:05:00.1",
        "D.0": "0001:01:00.0",
        "E.0": "0002:03:00.0",
        "E.1": "0002:03:00.1",
        "F.0": "0002:04:00.0",
    }
    return tuple(options), functions


def _pseries() -> Machine:
    """A logical partition: the hypervisor shows each group as a PHB of its own, so no two groups share one."""
    options = ["-M", "pseries,usb=off", "-cpu", "power9", "-vga", "none"]
    functions = {}
    for index, (alias, models) in enumerate(DEVICES.items()):
        if index:
            options += ["-device", f"spapr-pci-host-bridge,index={index},id=phb{index}"]
        bus = f"phb{index}.0" if index else "pci.0"
        for ordinal, model in enumerate(models):
            options += ["-device", f"{model},bus={bus},addr={FIRST_SLOT + ordinal}"]
            functions[f"{alias}.{ordinal}"] = f"{index:04x}:00:{FIRST_SLOT + ordinal:02x}.0"
    return Machine("pseries", "pseries", tuple(options), functions, default_window_size=1 << 30, logs_effects=False)


def _q35() -> Machine:
    """An ordinary PC with VT-d: each root port is a group. 39 bits are what the smallest real hardware translates."""
    options = ["-M", "q35", "-vga", "none"]
    options += ["-device", "intel-iommu,intremap=on,eim=off,aw-bits=39"]
    functions = {}
    for index, (alias, models) in enumerate(DEVICES.items(), start=1):
        options += ["-device", f"pcie-root-port,bus=pcie.0,id=port{index},chassis={index},slot={index}"]
        options += _device(f"port{index}", *models)
        functions |= {f"{alias}.{ordinal}": f"0000:{index:02x}:00.{ordinal}" for ordinal in range(len(models))}
    hosts = {**HOSTS, "no-interrupt-remapping": Host(options=(("intremap=on", "intremap=off"),))}
    return Machine(
        "q35", "x86", tuple(options), functions, logs_effects=False, has_windows=False, architecture=X86, hosts=hosts
    )


MACHINES = {
    machine.name: machine
    for machine in (
        _powernv("powernv8", "ioda2", hangs=True),
        _powernv("powernv9", "phb4"),
        _powernv("powernv10", "phb5"),
        _power7(),
        _p5ioc2(),
        _pseries(),
        _q35(),
    )
}
