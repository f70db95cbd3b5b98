#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""
An adapter that performs nothing yet: copy it, and fill in `perform`. It speaks docs/reference/adapter-protocol.md, version 1.

    ./oracle run --adapter adapters/examples/skeleton.py

Until `perform` answers, every case is skipped, and the run says that it compared nothing.
"""

from __future__ import annotations

import json
import sys
from typing import Any

#: What your implementation is, point release included, and which parts of an answer you really see.
START = {
    "type": "start",
    "protocol": 1,
    "name": "skeleton",
    "version": "1",
    "platform": "phb4-linux-6.12.95-4k",
    "topologies": ["six-groups"],
    "observes": ["answer"],
    "batch": 1,
}


class Unperformable(Exception):
    """This implementation cannot perform a case; the text is the reason that a reader of the results sees."""


def perform(case: dict[str, Any]) -> list[dict[str, Any]]:
    """
    Performs `case["operations"]` in order, on a fresh process, and returns one entry for each of them: at least
    {"answer": 0}, or "fd" for a descriptor, or the name of the errno such as "EBUSY".
    """
    raise Unperformable("this adapter is a skeleton")


def closing(case: dict[str, Any]) -> dict[str, Any]:
    """The one message that ends a case."""
    try:
        return {"type": "answer", "id": case["id"], "steps": perform(case)}
    except Unperformable as reason:
        return {"type": "skip", "id": case["id"], "reason": str(reason)}


def send(message: dict[str, Any]) -> None:
    """One message is one line. Anything else that you want to say goes to standard error."""
    print(json.dumps(message), flush=True)


def main() -> None:
    """Reads until the oracle has no more cases."""
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "start":
            send(START)
        elif message["type"] == "case":
            send(closing(message))
        elif message["type"] == "stop":
            break


if __name__ == "__main__":
    main()
