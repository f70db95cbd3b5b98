# SPDX-License-Identifier: Apache-2.0
import io
import json
import unittest
from collections.abc import Iterator
from typing import Any

from support import attached, case
from lib.console import CaseRecord, Step
from lib.errors import ProtocolError
from lib.machines import MACHINES
from lib.plan import Case
from lib.protocol import closing_message, serve
from lib.undefined import Undefined

BUSES = MACHINES["powernv9"].buses
START = '{"type":"start","protocol":1}'
STOP = '{"type":"stop"}'


class StubPerformer:
    """Skips cases called "no" and answers the others with nothing."""

    def start_message(self) -> dict[str, Any]:
        return {"type": "start", "protocol": 1, "name": "stub"}

    def refusal(self, case: Case) -> str | Undefined | None:
        return {"no": "because", "never": Undefined(3, "it writes anywhere")}.get(case["id"])

    def perform(self, cases: list[Case]) -> Iterator[dict[str, Any]]:
        for one in cases:
            yield {"type": "answer", "id": one["id"], "steps": []}


def exchange(*lines: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    serve(lines, out, StubPerformer(), lambda _: None)
    return [json.loads(line) for line in out.getvalue().splitlines()]


class ServeTest(unittest.TestCase):
    def test_every_case_is_closed_once(self) -> None:
        answers = exchange(START, '{"type":"case","id":"yes"}', "", '{"type":"case","id":"no"}', STOP)
        self.assertEqual([answer["type"] for answer in answers], ["start", "skip", "answer"])
        self.assertEqual(answers[1], {"type": "skip", "id": "no", "reason": "because"})

    def test_what_is_undefined_is_said_in_fields(self) -> None:
        answers = exchange(START, '{"type":"case","id":"never"}', STOP)
        skip = {"type": "skip", "id": "never", "operation": 3, "cause": "undefined", "reason": "it writes anywhere"}
        self.assertEqual(answers[1], skip)

    def test_without_cases_there_is_only_a_start(self) -> None:
        self.assertEqual([answer["type"] for answer in exchange(START, STOP)], ["start"])

    def test_what_is_not_the_protocol_is_refused(self) -> None:
        for lines in (
            [],
            ["{"],
            [STOP],
            ['{"type":"start","protocol":2}'],
            [START, "[1]"],
            [START, '{"type":"dance"}'],
        ):
            with self.subTest(lines), self.assertRaises(ProtocolError):
                exchange(*lines)


class ClosingMessageTest(unittest.TestCase):
    def test_an_answer(self) -> None:
        steps = [
            Step("fd", 0, {}, []),
            Step(0, 256, {"flags": "0x1"}, ["pci 0000:03     : [PE# 1fb] Disabling 64-bit DMA bypass"]),
        ]
        message = closing_message(case(*attached()), CaseRecord(0, steps, 2, [], "done"), BUSES)
        self.assertEqual(
            message,
            {
                "type": "answer",
                "id": "X-001",
                "steps": [
                    {"answer": "fd", "locked_pages": 0, "effects": []},
                    {
                        "answer": 0,
                        "out": {"flags": "0x1"},
                        "locked_pages": 256,
                        "effects": [{"effect": "bypass-off", "group": "A"}],
                    },
                ],
            },
        )

    def test_what_went_wrong_is_told_with_its_reason(self) -> None:
        for ended, kind in (("skipped", "skip"), ("crashed", "crashed"), ("timed-out", "timed-out")):
            message = closing_message(case(), CaseRecord(0, [], 0, [], ended, "why"), BUSES)
            self.assertEqual(message, {"type": kind, "id": "X-001", "reason": "why"})
