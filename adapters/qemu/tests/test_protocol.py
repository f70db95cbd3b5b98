# SPDX-License-Identifier: Apache-2.0
"""The exchange of messages, with a performer that only says what it was given."""

import io
import json
import unittest

from support import START, case
from lib.errors import ProtocolError, UsageError
from lib.protocol import serve

START_LINE = '{"type":"start","protocol":1}'


def echo(message: dict) -> dict:
    return {"type": "skip", "id": message["id"], "reason": message["topology"]}


class ProtocolTest(unittest.TestCase):
    def exchange(self, *lines: str, close=echo) -> list[dict]:
        out = io.StringIO()
        serve(lines, out, {"type": "start"}, close, 2)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    def test_each_case_has_one_answer(self) -> None:
        cases = [json.dumps({**case(START), "id": f"X-{number}"}) for number in range(5)]
        said = self.exchange(START_LINE, *cases, '{"type":"stop"}')
        self.assertEqual(said[0], {"type": "start"})
        self.assertEqual(sorted(message["id"] for message in said[1:]), [f"X-{number}" for number in range(5)])

    def test_what_is_no_message_is_refused(self) -> None:
        for lines in (["{"], ["[]"], ['{"type":"case","id":"X"}'], [START_LINE, '{"type":"case"}'], []):
            with self.assertRaises(ProtocolError, msg=str(lines)):
                self.exchange(*lines)

    def test_a_failure_of_the_adapter_ends_it(self) -> None:
        def fail(_: dict) -> dict:
            raise UsageError("no such platform")

        with self.assertRaisesRegex(UsageError, "no such platform"):
            self.exchange(START_LINE, json.dumps(case(START)), '{"type":"stop"}', close=fail)
