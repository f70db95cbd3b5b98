# SPDX-License-Identifier: Apache-2.0
import re
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import support  # noqa: F401
from lib.apt_sources import Archive
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


class SplitKernelTest(unittest.TestCase):
    """A kernel whose image and modules are packages of their own, in a suite that is newer than this computer's."""

    SUITE = {
        "linux-image-7.3-powerpc64le": ["linux-base-7.3-powerpc64le", "linux-binary-7.3-powerpc64le", "linux-modules-7.3-powerpc64le"],
        "linux-binary-7.3-powerpc64le": [],
        "linux-modules-7.3-powerpc64le": [],
    }

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.newer = False
        self.log: list[str] = []

    def run_command(self, command: list[str], _: object) -> str:
        """Stands in for apt and dpkg: the suite above appears once newer suites are read."""
        if command[0] == "dpkg":
            files = {"linux-binary": "usr/lib/modules/7.3-powerpc64le/vmlinuz", "linux-modules": "usr/lib/modules/7.3-powerpc64le/modules.dep"}
            for part, file in files.items():
                if part in command[2]:
                    (Path(command[3]) / file).parent.mkdir(parents=True, exist_ok=True)
                    (Path(command[3]) / file).touch()
        elif command[1] == "update":
            self.newer = "experimental" in (self.folder / "sources.list").read_text()
        elif command[1] == "search":
            return "".join(f"{name} - Linux\n" for name in self.SUITE if self.newer and re.search(command[3], name))
        elif command[1] == "depends":
            return "".join(f"  Depends: {name}\n" for name in self.SUITE[command[2]])
        elif command[1] == "download":
            (self.folder / "downloads" / f"{command[2]}_7.3_ppc64el.deb").touch()
        return ""

    def source(self) -> PackageSource:
        archive = Archive("http://mirror.example/debian", "bookworm", "", optional=False)
        for name, value in (("_run", self.run_command), ("archives_of_this_computer", lambda: [archive])):
            patch = mock.patch(f"lib.packages.{name}", value)
            patch.start()
            self.addCleanup(patch.stop)
        return PackageSource(self.folder, POWER, self.log.append)

    def test_it_is_found_in_a_newer_suite_and_put_together(self) -> None:
        kernel = self.source().kernel("7.3", "")
        self.assertEqual(kernel.image.relative_to(kernel.modules), Path("7.3-powerpc64le/vmlinuz"))
        self.assertTrue((kernel.modules / "7.3-powerpc64le" / "modules.dep").exists())
        self.assertIn("reading the lists of newer suites for ppc64el", self.log)

    def test_a_release_that_no_suite_has_is_said(self) -> None:
        with self.assertRaisesRegex(EnvironmentFailure, "the package mirror has no linux-image-7.4"):
            self.source().kernel("7.4", "")

