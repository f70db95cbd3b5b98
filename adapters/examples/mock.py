#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""A small mock of VFIO on POWER9, as an adapter: copy it, and put your implementation in the place of `Mock`.

`--wrong KIND` makes it wrong in one way, to show how that is reported: errno, swap (two errnos), window (one is missing on a
joined group), page (one page of locked memory), crash, hang, garbage or flood."""

import json
import sys
import time
from types import SimpleNamespace

WRONG = sys.argv[2] if sys.argv[1:2] == ["--wrong"] else ""
PAGE = 4096
WINDOWS = [(0, 0, 1 << 31, 12), (1, 1 << 59, 1 << 30, 16)]  # number, start, size, page shift
TABLES = [2048, 64]  # pages of their tables, and of the kernel's own copies of them
NO_FLAGS = {"flags": ["0x0"], "pointer": []}
WINDOW = {"argsz": [40], "page_shift": [16], "window_size": ["0x40000000"], "levels": [1], **NO_FLAGS}
CALLS = ["open", "close", "VFIO_GROUP_UNSET_CONTAINER", {"op": "VFIO_GROUP_SET_CONTAINER", "pointer": []}]
CALLS += [{"op": "VFIO_SET_IOMMU", "type": [7]}, {"op": "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", "argsz": [24], **NO_FLAGS}]
CALLS += [{"op": "VFIO_IOMMU_SPAPR_TCE_CREATE", **WINDOW}]
START = {"type": "start", "protocol": 1, "name": "mock-py", "version": "1", "platform": "phb4-linux-6.12.95-4k"}
START |= {"topologies": ["six-groups"], "observes": ["answer", "out", "locked_pages", "effects.window", "effects.bypass"]}
START |= {"calls": CALLS, "batch": 8, "workers": 4}


def descriptor(alias):  # of a group, which has an alias, or of a container, which has none
    return SimpleNamespace(alias=alias, container=None, groups=[], driver=False, windows=[], memory=[])


class Mock:
    """One process. A method is a call, and returns its answer, or what it fills in; what it does not know is not implemented."""

    def __init__(self, process):
        self.files, self.buffers, self.locked, self.effects = {}, process.get("buffers", {}), 0, []
        limited = process["memlock"] != "unlimited" and not process["capabilities"]
        self.limit = int(process["memlock"], 16) // PAGE if limited else 1 << 60

    def perform(self, operation):
        self.effects, name = [], operation["op"]
        try:
            file, call = self.files.get(operation.get("on")), getattr(self, name.removeprefix("VFIO_").lower())
            check(name == "open" or file, "EBADF")
            check(name in ("open", "close", "VFIO_SET_IOMMU") or file.alias or file.driver, "EINVAL")
            check(name in ("open", "close") or bool(file.alias) == ("GROUP" in name), "ENOTTY")
            result = call(file, operation)
        except OSError as errno:
            swapped = {"EINVAL": "EBUSY", "EBUSY": "EINVAL"} if WRONG == "swap" else {}
            result = swapped.get(str(errno), str(errno))
        answer = {"answer": 0, "out": result} if isinstance(result, dict) else {"answer": result or 0}
        return answer | {"locked_pages": self.locked, "effects": self.effects}

    def open(self, _, operation):
        alias = operation.get("group")
        check(alias != "none", "ENOENT")
        check(not alias or all(file.alias != alias for file in self.files.values()), "EBUSY")
        self.files[operation["as"]] = descriptor(alias)
        return "fd"

    def close(self, file, operation):
        del self.files[operation["on"]]
        if file.container:
            self.group_unset_container(file, operation)

    def group_set_container(self, group, operation):
        container = self.files.get(operation["container"])
        check(container, "EBADF")
        check(not group.container or misbehave(), "EBUSY" if WRONG == "errno" else "EINVAL")
        check(not container.alias, "EBADFD")
        self.effects += [{"effect": "bypass-off", "group": group.alias}, effect("unset", group, 0)]
        self.effects += [effect("set", group, *window) for window in container.windows if WRONG != "window"]
        group.container = container
        container.groups.insert(0, group)

    def group_unset_container(self, group, _):
        check(group.container, "EINVAL")
        container, group.container = group.container, None
        container.groups.remove(group)
        self.effects += [effect("unset", group, window[0]) for window in container.windows]
        self.effects += [effect("set", group, *WINDOWS[0]), {"effect": "bypass-on", "group": group.alias}]
        if not container.groups:
            self.locked -= sum(TABLES[: len(container.windows)]) + sum(size // PAGE for _, _, size in container.memory)
            container.driver, container.windows, container.memory = False, [], []

    def set_iommu(self, container, _):
        check(container.groups and not container.driver, "EINVAL")
        container.driver = True

    def iommu_spapr_register_memory(self, container, operation):
        name, _, offset = operation["vaddr"].partition("+")
        memory = (name, int(offset or "0", 16), int(operation["size"], 16))
        check(memory[1] % PAGE == 0 and memory[2] % PAGE == 0, "EINVAL")
        check(memory not in container.memory, "EBUSY")
        end = int(self.buffers[name]["size"], 16) if name in self.buffers else 0
        if any(file.memory for file in self.files.values()) or memory[2] == 0 or sum(memory[1:]) > end:
            raise NotImplementedError("memory beside other memory, or beside a buffer")
        check(self.locked + memory[2] // PAGE <= self.limit, "ENOMEM")
        check(self.buffers[name]["access"] == "rw", "EFAULT")
        container.memory.append(memory)
        self.locked += memory[2] // PAGE - (WRONG == "page")

    def iommu_spapr_tce_create(self, container, operation):
        check(len(container.windows) < 2, "ENOSPC")
        for window in WINDOWS[len(container.windows) :]:
            check(self.locked + TABLES[window[0]] <= self.limit, "ENOMEM")
            self.locked += TABLES[window[0]]
            container.windows.append(window)
            self.effects += [effect("set", group, *window) for group in container.groups]
        return {"start_addr": hex(WINDOWS[1][1])}


def effect(what, group, number, start=0, size=0, shift=0):
    where = {"start": hex(start), "size": hex(size), "page_shift": shift} if what == "set" else {}
    return {"effect": "window-" + what, "group": group.alias, "window": number, **where}


def check(fine, errno):
    if not fine:
        raise OSError(errno)


def misbehave():  # the oracle blames the case, and starts a fresh adapter for the rest
    if WRONG == "crash":
        raise SystemError("the mock breaks")
    time.sleep(3600 if WRONG == "hang" else 0)
    if WRONG == "garbage":
        print("Traceback: something is wrong here", flush=True)
    while WRONG == "flood":
        sys.stdout.write("so much to say, ")


def closing(case):
    steps, message = [], {"type": "answer", "id": case["id"]}
    try:
        mock = Mock(case["process"])
        for operation in case["operations"]:
            steps.append(mock.perform(operation))
    except NotImplementedError as reason:
        message["stopped"] = {"operation": len(steps) + 1, "reason": str(reason)}
    except (AttributeError, KeyError, TypeError, ValueError) as unreadable:
        return {"type": "skip", "id": case["id"], "reason": f"cannot read the case: {unreadable!r}"}
    return {**message, "steps": steps}


for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "stop":
        break
    print(json.dumps(START if message["type"] == "start" else closing(message)), flush=True)
