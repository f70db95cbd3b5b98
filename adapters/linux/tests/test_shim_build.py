# SPDX-License-Identifier: Apache-2.0
"""The shim: how it is built, and how it carries a kernel."""

from __future__ import annotations

import shutil
import struct
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import support  # noqa: F401
from elf_kernel import vmlinux
from lib import shim
from lib.architectures import POWER
from lib.errors import EnvironmentFailure, KernelFailure


@unittest.skipUnless(shutil.which(POWER.compiler), f"{POWER.compiler} is not on this computer")
class Build(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.cache = Path(folder.name)
        self.kernel = self.cache / "vmlinux"
        self.kernel.write_bytes(vmlinux())

    def test_the_kernel_is_carried_unchanged_where_the_shim_expects_it(self) -> None:
        image = shim.carrying(self.kernel, self.cache).read_bytes()
        code = image[shim.OFFSET :]
        at, size = struct.unpack_from(">QQ", code, shim.KERNEL_OFFSET_AT)
        self.assertEqual(self.kernel.read_bytes(), code[at : at + size])
        self.assertEqual(len(code), at + size)
        self.assertEqual(0, at % 0x10000)

    def test_the_firmware_finds_the_shim_through_a_little_endian_header(self) -> None:
        image = shim.carrying(self.kernel, self.cache).read_bytes()
        self.assertEqual(b"\x7fELF\x02\x01\x01", image[:7])
        entry, programs = struct.unpack_from("<QQ", image, 24)
        kind, _, offset, address = struct.unpack_from("<IIQQ", image, programs)
        self.assertEqual((1, shim.OFFSET, entry), (kind, offset, address))
        branch = struct.unpack_from(">I", image, offset)[0]
        self.assertEqual(0x48, branch >> 24, "a branch, in big-endian order")

    def test_it_is_built_once(self) -> None:
        first = shim.build(self.cache)
        with mock.patch("subprocess.run", side_effect=AssertionError("built again")):
            self.assertEqual(first, shim.build(self.cache))

    def test_a_kernel_that_is_too_large_is_refused(self) -> None:
        with mock.patch.object(shim, "LARGEST", 0x20000), self.assertRaisesRegex(KernelFailure, "too large"):
            shim.carrying(self.kernel, self.cache)

    def test_without_a_compiler_it_says_so(self) -> None:
        with mock.patch("shutil.which", return_value=None), self.assertRaisesRegex(EnvironmentFailure, "--install"):
            shim.build(self.cache)
