# SPDX-License-Identifier: Apache-2.0
"""What adapters of programs have in common: who they say they are, how a case ends, and how they end themselves."""

from __future__ import annotations

import abc
import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .below_exec import end_all
from .errors import AdapterError, Broken, Silent, Unperformable

Message = dict[str, Any]


class Answering(abc.ABC):
    """Performs cases on one version of a program, for one platform."""

    def __init__(self, name: str, version: str, platform: str) -> None:
        self._name = name
        self._version = version
        self._platform = platform

    @abc.abstractmethod
    def steps(self, case: Message) -> list[Message]:
        """One step for each operation. Raises Unperformable, Broken and Silent."""

    def start_message(self, topologies: list[str], batch: int) -> Message:
        """Who this adapter is."""
        return {
            "type": "start",
            "protocol": 1,
            "name": self._name,
            "version": self._version,
            "platform": self._platform,
            "topologies": topologies,
            "observes": ["answer", "out", "calls"],
            "batch": batch,
        }

    def close(self, case: Message) -> Message:
        """The one message that ends a case."""
        try:
            return {"type": "answer", "id": case["id"], "steps": self.steps(case)}
        except Unperformable as reason:
            return {"type": "skip", "id": case["id"], "reason": str(reason)}
        except Broken as reason:
            return {"type": "crashed", "id": case["id"], "reason": str(reason)}
        except Silent as reason:
            return {"type": "timed-out", "id": case["id"], "reason": str(reason)}
        except (KeyError, TypeError, ValueError, AttributeError) as malformed:
            reason = f"the case is malformed: {type(malformed).__name__}: {malformed}"
            return {"type": "skip", "id": case.get("id", ""), "reason": reason}


def run(command: str, options: argparse.Namespace, serve: Callable[[argparse.Namespace, Path], None]) -> int:
    """Serves with a folder of its own until the input ends, or SIGTERM; returns the exit code of the command."""

    def end(*_: object) -> None:
        end_all()
        raise SystemExit(128 + signal.SIGTERM)

    signal.signal(signal.SIGTERM, end)
    try:
        with tempfile.TemporaryDirectory(prefix="vfio-oracle-adapter-") as folder:
            serve(options, Path(folder))
        return 0
    except AdapterError as error:
        print(f"{command}: {error}", file=sys.stderr)
        return error.exit_code
    except (BrokenPipeError, KeyboardInterrupt):
        end_all()
        return 1
