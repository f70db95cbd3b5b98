# SPDX-License-Identifier: Apache-2.0
"""What is said to QEMU and its guest, and how their answers are read."""

import json
import time
import unittest

from support import Peer
from lib.errors import Broken, Ended, Silent
from lib.guest import Guest, buid
from lib.qmp import Management, Refused

LIMIT = 5.0


class GuestTest(unittest.TestCase):
    def test_a_hypercall_answers_registers_and_a_signed_status(self) -> None:
        peer = Peer(self, "guest: hypercall 0x20 0x80000000 0x0 = 0xfffffffffffffffc 0x7")
        self.assertEqual(Guest(peer.lines, LIMIT).hypercall(0x20, 0x80000000, 0), [-4, 7])
        self.assertEqual(peer.heard(), ["hypercall 0x20 0x80000000 0x0"])

    def test_an_rtas_call_answers_cells_and_a_signed_status(self) -> None:
        peer = Peer(self, "guest: rtas x 0x2 0x1 0x0 0x5 = 0xfffffffd")
        self.assertEqual(Guest(peer.lines, LIMIT).rtas("x", [0, 5], 1), [-3])

    def test_a_list_is_written_in_pieces(self) -> None:
        first = "write64 0x1000 " + " ".join(["0x1"] * 16)
        peer = Peer(self, f"guest: {first} =", "guest: write64 0x1080 0x1 =")
        Guest(peer.lines, LIMIT).write(0x1000, [1] * 17)
        self.assertEqual(peer.heard(), [first, "write64 0x1080 0x1"])

    def test_what_a_guest_says_before_it_is_ready_is_passed_over(self) -> None:
        peer = Peer(self, "firmware", "guest: ready", "guest: hypercall 0x1 = 0x0")
        guest = Guest(peer.lines, LIMIT)
        guest.wait()
        self.assertEqual(guest.hypercall(1), [0])

    def test_an_answer_to_something_else_is_not_taken_for_one(self) -> None:
        for answer in ("guest: hypercall 0x2 = 0x0", "guest: hypercall 0x1 ! other count"):
            with self.assertRaises(Broken):
                Guest(Peer(self, answer).lines, LIMIT).hypercall(1)

    def test_the_end_of_the_program_is_told_from_its_silence(self) -> None:
        peer = Peer(self)
        with self.assertRaises(Silent):
            peer.lines.next(time.monotonic() + 0.05, "nothing")
        peer.hang_up()
        with self.assertRaises(Ended):
            Guest(peer.lines, LIMIT).hypercall(1)

    def test_bridges_have_consecutive_numbers(self) -> None:
        self.assertEqual(buid(0), (0x8000000, 0x20000000))
        self.assertEqual(buid(3), (0x8000000, 0x20000003))


class ManagementTest(unittest.TestCase):
    def connection(self, *messages: dict) -> Management:
        self.peer = Peer(self, *(json.dumps(message) for message in messages))
        return Management(self.peer.lines, LIMIT)

    def test_a_command_returns_what_it_returned_and_keeps_events(self) -> None:
        management = self.connection(
            {"event": "RESET"}, {"return": {"a": 1}}, {"event": "DEVICE_DELETED", "data": {"device": "A.0", "path": "/"}}
        )
        self.assertEqual(management.do("x", y=2), {"a": 1})
        self.assertEqual(self.peer.heard(), ['{"execute": "x", "arguments": {"y": 2}}'])
        management.wait("DEVICE_DELETED", device="A.0")
        management.wait("RESET")

    def test_a_refusal_has_its_reason(self) -> None:
        with self.assertRaisesRegex(Refused, "no bus"):
            self.connection({"error": {"class": "GenericError", "desc": "no bus"}}).do("device_add")

    def test_what_was_forgotten_is_waited_for_again(self) -> None:
        management = self.connection({"event": "RESET", "n": 1}, {"return": {}}, {"event": "RESET", "n": 2})
        management.do("x")
        management.forget_events()
        management.wait("RESET")
        self.peer.hang_up()
        with self.assertRaises(Ended):
            management.wait("RESET")
