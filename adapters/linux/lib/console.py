# SPDX-License-Identifier: Apache-2.0
"""Reads the marked lines of a console into what happened to each case."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

#: Starts each line of the agent.
MARK = "@@ "
_MARKED = re.compile(MARK + r"(.*) ;$")

#: Firmware shares the console, and may speak in the middle of a line: "[   80.046411196,3] SBE: Timer stuck\n".
_FIRMWARE = re.compile(r"\[ *\d+\.\d{9},\d\] .*$")

#: The console lines that go into the reason of a crash or a hang: that many of the first and of the last.
FIRST_LINES, LAST_LINES = 16, 6
#: Registers and addresses: they differ each time and tell nothing without the kernel's symbols.
_NOISE = re.compile(
    r"GPR\d\d|REGS:|MSR:|CFAR:|IRQMASK:|Code:|NIP: |NIP +\[0|LR \[0|interrupt: |end trace|Hardware name:|Modules linked"
)


@dataclass
class Step:
    """One operation: what it answered and what the kernel logged meanwhile."""

    answer: str | int
    locked_pages: int
    out: dict[str, str | int]
    log: list[str]


@dataclass
class CaseRecord:
    """
    What one case did so far. `ended` is None while it runs, else one of done, skipped, timed-out, crashed, or garbled
    when part of what it said was lost.
    """

    ordinal: int
    steps: list[Step] = field(default_factory=list)
    begun: int = 0
    left: list[str] = field(default_factory=list)
    ended: str | None = None
    reason: str = ""


@dataclass
class Identity:
    """What the guest says it is."""

    release: str = ""
    version: str = ""
    page: int = 0
    groups: dict[str, tuple[str, int]] = field(default_factory=dict)
    #: `domain:bus` -> first and last bus address of the window that a PE was given at boot, where the kernel logs that.
    windows: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: The kernel has a driver that can keep any device for the host.
    host_driver: bool = False


class ConsoleReader:
    """Takes the console line by line; `take` returns a case record when that line ended the case."""

    def __init__(self) -> None:
        self.identity = Identity()
        self.ready = False
        self.finished = False
        self.unfit = ""
        self.notes: list[str] = []
        self.current: CaseRecord | None = None
        self._log: list[str] = []
        self._said: list[str] = []
        self._unfinished = ""

    def take(self, line: str) -> CaseRecord | None:
        line = line.rstrip("\r\n")
        if firmware := _FIRMWARE.search(line):
            self._said.append(firmware[0])
            self._unfinished += line[: firmware.start()]
            return None
        line, self._unfinished = self._unfinished + line, ""
        marked = _MARKED.search(line)
        if not marked:
            if line.strip() and not _NOISE.search(line):
                self._said.append(line)
            return None
        verb, _, rest = marked[1].partition(" ")
        handler = getattr(self, "_on_" + verb, None)
        return handler(rest) if handler else None

    def break_off(self, ended: str, what: str) -> CaseRecord | None:
        """The machine died or fell silent: charges the case that was running, if any, with the last lines."""
        record, self.current = self.current, None
        if record is None:
            return None
        where = (
            f"in operation {record.begun}" if record.begun > len(record.steps) else f"after operation {record.begun}"
        )
        record.ended = ended
        record.reason = "\n".join([f"{what} {where}", *self.said])
        return record

    @property
    def said(self) -> list[str]:
        """What the machine said besides the agent's lines since the last case began, shortened."""
        if len(self._said) <= FIRST_LINES + LAST_LINES:
            return self._said
        return [*self._said[:FIRST_LINES], "...", *self._said[-LAST_LINES:]]

    def _end(self, ended: str, reason: str = "") -> CaseRecord | None:
        record, self.current = self.current, None
        if record is not None:
            record.ended, record.reason = ended, reason
        return record

    def _on_release(self, rest: str) -> None:
        self.identity.release = rest

    def _on_window(self, rest: str) -> None:
        bus, first, last = rest.split()
        self.identity.windows[bus] = (int(first, 16), int(last, 16))

    def _on_host_driver(self, _: str) -> None:
        self.identity.host_driver = True

    def _on_version(self, rest: str) -> None:
        self.identity.version = rest

    def _on_page(self, rest: str) -> None:
        self.identity.page = int(rest)

    def _on_group(self, rest: str) -> None:
        alias, address, number = rest.split()
        self.identity.groups[alias] = (address, int(number))

    def _on_note(self, rest: str) -> None:
        self.notes.append(rest)

    def _on_ready(self, _: str) -> None:
        self.ready = True

    def _on_end(self, _: str) -> None:
        self.finished = True

    def _on_stopped(self, _: str) -> None:
        self.finished = True

    def _on_unfit(self, rest: str) -> None:
        self.unfit = rest

    def _on_case(self, rest: str) -> None:
        self.current, self._log, self._said = CaseRecord(int(rest)), [], []

    def _on_op(self, rest: str) -> None:
        if self.current is not None:
            self.current.begun = int(rest) + 1

    def _on_log(self, rest: str) -> None:
        self._log.append(rest)

    def _on_stack(self, rest: str) -> None:
        self._said.append(rest)

    def _on_left(self, rest: str) -> None:
        if self.current is not None:
            self.current.left.append(rest)

    def _on_did(self, rest: str) -> None:
        if self.current is not None:
            self.current.steps.append(_step(rest, self._log))
        self._log = []

    def _on_skip(self, rest: str) -> None:
        if self.current is not None:
            self.current.ended, self.current.reason = "skipped", rest

    def _on_done(self, rest: str) -> CaseRecord | None:
        record = self.current
        if record is None or record.ordinal != int(rest):
            return None
        if record.begun != len(record.steps) and record.ended is None:
            return self.break_off("garbled", "a console line was lost")
        return self._end(record.ended or "done", record.reason)

    def _on_late(self, rest: str) -> CaseRecord | None:
        return self.break_off("timed-out", f"no answer within {rest} s")

    def _on_killed(self, rest: str) -> CaseRecord | None:
        return self.break_off("crashed", f"its process was killed by signal {rest}")


def _step(text: str, log: list[str]) -> Step:
    """Parses `fd|ret=N|err=NAME locked=N field=value ...`; a count is decimal, other fields are 0x..."""
    words = text.split()
    fields = dict(word.split("=", 1) for word in words if "=" in word)
    answer: str | int = "fd" if words[0] == "fd" else ""
    if "ret" in fields:
        answer = int(fields.pop("ret"))
    elif "err" in fields:
        answer = fields.pop("err")
    locked = int(fields.pop("locked"))
    out: dict[str, Any] = {k: v if v.startswith("0x") else int(v) for k, v in fields.items()}
    return Step(answer, locked, out, log)
