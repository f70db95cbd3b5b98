# SPDX-License-Identifier: Apache-2.0
import tempfile
import unittest
from pathlib import Path

import support  # noqa: F401
from lib.architectures import POWER, X86, Architecture
from lib.errors import EnvironmentFailure
from lib.packages import PackageSource


class CachedKernelsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name in (
            "linux-image-6.12.95+deb12-powerpc64le",
            "linux-image-6.12.117+deb12-powerpc64le",
            "linux-image-6.12.117+deb12-powerpc64le-64k",
            "linux-image-6.12.200+deb12-powerpc64le.unfinished",
            "linux-image-6.1.0-50-powerpc64le",
            "linux-image-6.1.0-50-amd64",
            "linux-image-6.1.0-56-amd64",
            "linux-image-6.1.0-57-cloud-amd64",
            "linux-image-6.1.0-57-rt-amd64",
        ):
            for part in ("boot", "lib/modules"):
                (self.folder / "unpacked" / name / part).mkdir(parents=True)
            (self.folder / "unpacked" / name / "boot" / "vmlinux-x").touch()

    def kernel(self, release: str, page: str, architecture: Architecture = POWER) -> str:
        source = PackageSource(self.folder, architecture, lambda _: None)
        return source.kernel(release, architecture.flavour(release, page)).image.parent.parent.name

    def test_the_newest_of_a_release_and_page_size(self) -> None:
        self.assertEqual(self.kernel("6.12", "4k"), "linux-image-6.12.117+deb12-powerpc64le")
        self.assertEqual(self.kernel("6.12", "64k"), "linux-image-6.12.117+deb12-powerpc64le-64k")

    def test_before_two_page_sizes_the_plain_flavour_has_64k(self) -> None:
        self.assertEqual(self.kernel("6.1", "64k"), "linux-image-6.1.0-50-powerpc64le")
        with self.assertRaisesRegex(EnvironmentFailure, "64k pages only"):
            self.kernel("6.1", "4k")

    def test_x86_has_one_page_size_and_its_special_flavours_are_left_alone(self) -> None:
        self.assertEqual(self.kernel("6.1", "4k", X86), "linux-image-6.1.0-56-amd64")
        with self.assertRaisesRegex(EnvironmentFailure, "4k host pages only"):
            self.kernel("6.1", "64k", X86)
