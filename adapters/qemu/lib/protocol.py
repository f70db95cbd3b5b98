# SPDX-License-Identifier: Apache-2.0
"""The adapter side of the protocol (docs/reference/adapter-protocol.md): JSON lines in, JSON lines out, several cases at a time."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from .errors import ProtocolError

VERSION = 1

Message = dict[str, Any]


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


def serve(lines: Iterable[str], out: IO[str], start: Message, close: Callable[[Message], Message], workers: int) -> None:
    """Runs the whole exchange: start, cases, stop. `close` performs a case and returns the message that ends it."""
    lock = threading.Lock()

    def send(message: Message) -> None:
        with lock:
            out.write(json.dumps(message, separators=(",", ":")) + "\n")
            out.flush()

    messages = _messages(lines)
    first = next(messages, None)
    if first is None or first["type"] != "start" or first.get("protocol") != VERSION:
        wanted = f'{{"type":"start","protocol":{VERSION}}}'
        raise ProtocolError(f"the first message must be {wanted}, not {json.dumps(first)}")
    send(start)
    failures: list[Exception] = []

    def perform(case: Message) -> None:
        try:
            if not failures:
                send(close(case))
        except Exception as failure:
            # Nobody looks at what a worker raises; it is raised where somebody does, and no case begins after it.
            failures.append(failure)

    with ThreadPoolExecutor(workers) as pool:
        for message in messages:
            if message["type"] == "stop" or failures:
                break
            if message["type"] != "case" or "id" not in message:
                raise ProtocolError(f"neither a case nor stop: {json.dumps(message)[:200]}")
            pool.submit(perform, message)
    if failures:
        raise failures[0]
