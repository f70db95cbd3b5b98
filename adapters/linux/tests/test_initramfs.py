# SPDX-License-Identifier: Apache-2.0
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import support  # noqa: F401
from lib import initramfs


class InitramfsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.image = Path(folder.name) / "image"
        initramfs.build(
            self.image,
            init=b"#!/bin/busybox sh\n",
            busybox=b"b",
            agent=b"agent!",
            modules=[("vfio.ko", b"12345"), ("vfio-pci.ko", b"6")],
            huge_pages={1 << 24: 2},
            plan="limit 60\n",
        )

    def test_each_part_starts_on_a_word(self) -> None:
        data = self.image.read_bytes()
        self.assertEqual(len(data) % 4, 0)
        at, count = 0, 0
        while (at := data.find(b"070701", at)) >= 0:
            self.assertEqual(at % 4, 0)
            at, count = at + 6, count + 1
        self.assertEqual(count, 14)

    @unittest.skipUnless(shutil.which("cpio"), "cpio is not installed")
    def test_cpio_reads_it(self) -> None:
        with self.image.open("rb") as image:
            listing = subprocess.run(
                ["cpio", "-it", "--quiet"], stdin=image, capture_output=True, text=True, check=True
            )
        self.assertIn("modules/order", listing.stdout.split())
        with self.image.open("rb") as image:
            order = subprocess.run(
                ["cpio", "-i", "--quiet", "--to-stdout", "modules/order", "hugepages"],
                stdin=image,
                capture_output=True,
                text=True,
                check=True,
            )
        self.assertEqual(order.stdout, "vfio.ko\nvfio-pci.ko\n16384 2\n")
