# SPDX-License-Identifier: Apache-2.0
"""The adapter side of the protocol (docs/reference/adapter-protocol.md): JSON lines in, JSON lines out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any, Protocol

from .console import CaseRecord, Step
from .effects import effects_of
from .errors import ProtocolError
from .plan import Case
from .undefined import Undefined

VERSION = 1
OBSERVES = ("answer", "out", "locked_pages")
OBSERVES_EFFECTS = ("effects.window", "effects.bypass")

Message = dict[str, Any]


class Performer(Protocol):
    """What the protocol needs of an implementation under test."""

    def start_message(self) -> Message:
        """Who the adapter is."""
        ...

    def refusal(self, case: Case) -> str | Undefined | None:
        """Why a case is skipped, or None."""
        ...

    def perform(self, cases: list[Case]) -> Iterator[Message]:
        """One closing message per case, in any order."""
        ...


def step_message(step: Step, buses: Mapping[str, str]) -> Message:
    """One operation's part of an answer."""
    message: Message = {"answer": step.answer}
    if step.out:
        message["out"] = step.out
    message["locked_pages"] = step.locked_pages
    message["effects"] = effects_of(step.log, buses)
    return message


def closing_message(case: Case, record: CaseRecord, buses: Mapping[str, str]) -> Message:
    """What the oracle is told about a case that ended."""
    if record.ended == "done":
        return {"type": "answer", "id": case["id"], "steps": [step_message(step, buses) for step in record.steps]}
    kind = "skip" if record.ended in ("skipped", "garbled") else record.ended
    return {"type": kind, "id": case["id"], "reason": record.reason}


def _reason(refusal: str | Undefined) -> Message:
    """What a skip says of itself."""
    if isinstance(refusal, Undefined):
        return {"operation": refusal.operation, "cause": "undefined", "reason": refusal.reason}
    return {"reason": refusal}


def _messages(lines: Iterable[str]) -> Iterator[Message]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            message = json.loads(line)
        except json.JSONDecodeError as broken:
            raise ProtocolError(f"standard input line {number}: not JSON: {broken}") from broken
        if not isinstance(message, dict) or "type" not in message:
            raise ProtocolError(f"standard input line {number}: not a message with a type")
        yield message


def serve(lines: Iterable[str], out: IO[str], performer: Performer, log: Callable[[str], None]) -> None:
    """Runs the whole exchange: start, cases, stop."""

    def send(message: Message) -> None:
        out.write(json.dumps(message, separators=(",", ":")) + "\n")
        out.flush()

    messages = _messages(lines)
    first = next(messages, None)
    if first is None or first["type"] != "start" or first.get("protocol") != VERSION:
        raise ProtocolError(
            f'the first message must be {{"type":"start","protocol":{VERSION}}}, not {json.dumps(first)}'
        )
    send(performer.start_message())
    cases: list[Case] = []
    for message in messages:
        if message["type"] == "stop":
            break
        if message["type"] != "case" or "id" not in message:
            raise ProtocolError(f"neither a case nor stop: {json.dumps(message)[:200]}")
        refusal = performer.refusal(message)
        if refusal is None:
            cases.append(message)
        else:
            send({"type": "skip", "id": message["id"], **_reason(refusal)})
    log(f"{len(cases)} cases to perform")
    for closing in performer.perform(cases):
        send(closing)
