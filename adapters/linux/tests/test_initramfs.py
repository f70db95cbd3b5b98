# SPDX-License-Identifier: Apache-2.0
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import support  # noqa: F401
from lib import initramfs
from lib.console import ConsoleReader

HERE = Path(__file__).resolve().parent
LINUX = HERE.parent


class InitramfsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.image = Path(folder.name) / "image"
        initramfs.build(
            self.image,
            init=b"first",
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
        self.assertEqual(count, 13)

    @unittest.skipUnless(shutil.which("cc"), "a C compiler is not installed")
    def test_the_first_program_tells_where_the_kernel_laid_the_windows_of_old_bridges(self) -> None:
        log = (
            "<6>[    1.5] pci 0000:03     : [PE# fd]  Setting up 32-bit TCE table at 00000000..1fffffff\n"
            "<6>[    1.6] pci 0002:04     : [PE# fc] DMA weight 10 (30), assigned (5) 2 DMA32 segments\n"
            "<6>[    1.6] pci 0002:01:00.0: [PE# fb] Setting up 32-bit TCE table at 70000000..7fffffff\n"
            "<6>[    1.7] pci 0002:04: [PE#0fc]  Setting up 32-bit TCE table at 50000000..6fffffff\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "program"
            sources = [HERE / "init_on_this_computer.c", LINUX / "init/kernel_log.c", LINUX / "agent/report.c"]
            includes = [f"-I{LINUX / 'agent'}", f"-I{LINUX / 'init'}"]
            subprocess.run(["cc", "-std=gnu11", "-Wall", "-Werror", *includes, "-o", program, *sources], check=True)
            said = subprocess.run([program], input=log, capture_output=True, text=True, check=True)
        reader = ConsoleReader()
        for line in said.stdout.splitlines():
            reader.take(line)
        self.assertEqual(
            {"0000:03": (0, 0x1FFFFFFF), "0002:04": (0x50000000, 0x6FFFFFFF)}, reader.identity.windows
        )

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
