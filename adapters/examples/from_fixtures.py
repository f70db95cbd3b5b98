#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""
An adapter that answers out of a folder of fixtures, as a stub of a kernel would in the tests of a user-space driver.

    ./oracle export --out bundle
    ./oracle run --adapter 'adapters/examples/from_fixtures.py bundle phb4-linux-6.12-4k'

It reads the JSON twins of the fixtures, so it needs nothing but Python. A case that the folder does not have is skipped.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Fixture = dict[str, Any]


def fixtures_below(folder: Path, platform: str) -> dict[str, Fixture]:
    """The fixtures of one platform, by the id that a case has in the protocol."""
    found: dict[str, Fixture] = {}
    for file in sorted(folder.rglob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(document, dict) and document.get("platform") == platform and "operations" in document:
            row = f".{document['case']}" if "case" in document else ""
            found[document["id"] + row] = document
    return found


def step(outcome: dict[str, Any]) -> dict[str, Any]:
    """One operation's part of an answer: what the fixture says, with the list of effects even when there are none."""
    return {"effects": [], **outcome}


def closing(case: dict[str, Any], fixtures: dict[str, Fixture]) -> dict[str, Any]:
    """The one message that ends a case."""
    fixture = fixtures.get(case["id"])
    if fixture is None:
        return {"type": "skip", "id": case["id"], "reason": "there is no such fixture"}
    asked = len(case["operations"])  # may be less than all, where somebody asks for some calls alone
    steps = [step(operation["outcome"]) for operation in fixture["operations"][:asked]]
    answer = {"type": "answer", "id": case["id"], "steps": steps}
    return {**answer, "state": fixture["state"]}


def main() -> int:
    """Serves until the oracle has no more cases."""
    if len(sys.argv) != 3:
        print(f"usage: {sys.argv[0]} FOLDER PLATFORM", file=sys.stderr)
        return 2
    fixtures = fixtures_below(Path(sys.argv[1]), sys.argv[2])
    if not fixtures:
        print(f"{sys.argv[1]}: no fixture of {sys.argv[2]}", file=sys.stderr)
        return 2
    start = {
        "type": "start",
        "protocol": 1,
        "name": "from-fixtures",
        "version": "1",
        "platform": sys.argv[2],
        "topologies": sorted({fixture["topology"] for fixture in fixtures.values()}),
        "observes": [
            "answer",
            "out",
            "locked_pages",
            "effects.window",
            "effects.bypass",
            "effects.tces",
            "calls",
            "state",
        ],
        "batch": 8,
    }
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "stop":
            break
        print(json.dumps(start if message["type"] == "start" else closing(message, fixtures)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
