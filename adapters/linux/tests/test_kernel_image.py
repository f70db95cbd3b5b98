# SPDX-License-Identifier: Apache-2.0
"""Kernels as they come: plain, compressed, wrapped, for other machines; and modules in every compression."""

import gzip
import lzma
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import support  # noqa: F401  (sets the path)
from lib import kernel_image
from lib.errors import EnvironmentFailure, KernelFailure
from lib.kernel_image import decompressed_module, vmlinux_of

VMLINUX = b"\x7fELF\x02\x01\x01" + bytes(11) + (21).to_bytes(2, "little") + b"the kernel" * 50
FOR_X86 = b"\x7fELF\x02\x01\x01" + bytes(11) + (62).to_bytes(2, "little") + bytes(50)
BIG_ENDIAN = b"\x7fELF\x02\x02\x01" + bytes(11) + (21).to_bytes(2, "big") + bytes(50)
ZSTD = shutil.which("zstd")


class KernelImageTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def image(self, content: bytes) -> Path:
        file = self.folder / "image"
        file.write_bytes(content)
        return file

    def found(self, content: bytes) -> bytes:
        return vmlinux_of(self.image(content), self.folder).read_bytes()

    def test_a_vmlinux_is_taken_as_it_is(self) -> None:
        self.assertEqual(self.folder / "image", vmlinux_of(self.image(VMLINUX), self.folder))

    def test_a_compressed_vmlinux_is_unpacked(self) -> None:
        self.assertEqual(VMLINUX, self.found(gzip.compress(VMLINUX)))
        self.assertEqual(VMLINUX, self.found(lzma.compress(VMLINUX)))

    def test_a_zimage_is_an_elf_file_with_the_kernel_inside(self) -> None:
        wrapper = VMLINUX[:20] + b".kernel:vmlinux.strip\0" + b"\x1f\x8b\x08 by chance"
        self.assertEqual(VMLINUX, self.found(wrapper + gzip.compress(VMLINUX) + b"and more"))

    def test_an_unpacked_kernel_is_kept_once(self) -> None:
        first = vmlinux_of(self.image(gzip.compress(VMLINUX)), self.folder)
        self.assertEqual(first, vmlinux_of(self.image(lzma.compress(VMLINUX)), self.folder))

    def test_a_kernel_for_another_machine_is_refused(self) -> None:
        for content in (FOR_X86, gzip.compress(FOR_X86)):
            with self.assertRaisesRegex(KernelFailure, "not a kernel for 64-bit POWER"):
                self.found(content)
        with self.assertRaisesRegex(KernelFailure, "for x86"):
            self.found(bytes(0x202) + b"HdrS" + bytes(100))

    def test_a_kernel_of_the_other_byte_order_is_taken_where_it_is_wanted(self) -> None:
        with self.assertRaisesRegex(KernelFailure, "is a big-endian kernel for 64-bit POWER; it is taken with --endian big"):
            self.found(BIG_ENDIAN)
        self.assertEqual(BIG_ENDIAN, vmlinux_of(self.image(BIG_ENDIAN), self.folder, "big").read_bytes())
        with self.assertRaisesRegex(KernelFailure, "little-endian kernel"):
            vmlinux_of(self.image(VMLINUX), self.folder, "big")

    def test_what_is_no_kernel_is_refused(self) -> None:
        for content in (b"", b"hello", gzip.compress(b"hello"), b"\xfd7zXZ\x00" + bytes(40)):
            with self.assertRaisesRegex(KernelFailure, "is not a kernel image"):
                self.found(content)

    def test_modules_come_plain_and_compressed(self) -> None:
        for suffix, content in ((".ko", b"code"), (".ko.gz", gzip.compress(b"code")), (".ko.xz", lzma.compress(b"code"))):
            module = self.folder / f"vfio{suffix}"
            module.write_bytes(content)
            self.assertEqual(b"code", decompressed_module(module))

    @unittest.skipUnless(ZSTD, "zstd is not installed")
    def test_a_module_compressed_with_zstd(self) -> None:
        module = self.folder / "vfio.ko.zst"
        module.write_bytes(subprocess.run([str(ZSTD), "-cq"], input=b"code", capture_output=True, check=True).stdout)
        self.assertEqual(b"code", decompressed_module(module))

    def test_without_zstd_the_tool_is_named(self) -> None:
        module = self.folder / "vfio.ko.zst"
        module.write_bytes(kernel_image.ZSTD)
        with mock.patch.object(kernel_image.shutil, "which", lambda _: None):
            with self.assertRaisesRegex(EnvironmentFailure, "zstd is not installed"):
                decompressed_module(module)

    def test_other_compressions_and_damaged_modules_are_refused(self) -> None:
        module = self.folder / "vfio.ko.lz4"
        module.write_bytes(b"code")
        with self.assertRaisesRegex(EnvironmentFailure, "unsupported compression"):
            decompressed_module(module)
        damaged = self.folder / "vfio.ko.xz"
        damaged.write_bytes(b"code")
        with self.assertRaisesRegex(KernelFailure, "damaged"):
            decompressed_module(damaged)


if __name__ == "__main__":
    unittest.main()
