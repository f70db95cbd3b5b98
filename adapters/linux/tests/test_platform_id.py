# SPDX-License-Identifier: Apache-2.0
import unittest

import support  # noqa: F401
from lib.console import Identity
from lib.errors import KernelFailure
from lib.platform_id import platform_id, point_release


class PlatformIdTest(unittest.TestCase):
    def test_the_point_release(self) -> None:
        for release, version, expected in (
            ("6.12.95+deb12-powerpc64le", "#1 SMP Debian 6.12.95-1~bpo12+1 (2026-07-05)", "6.12.95"),
            ("6.1.0-50-powerpc64le", "#1 SMP Debian 6.1.192-1 (2026-10-01)", "6.1.192"),
            ("5.10.262", "#1 SMP Mon Nov 2 10:00:00 UTC 2026", "5.10.262"),
            ("6.12.117-dirty", "#3 SMP", "6.12.117"),
        ):
            with self.subTest(release):
                self.assertEqual(point_release(release, version), expected)

    def test_the_id(self) -> None:
        self.assertEqual(platform_id("phb4", Identity("6.12.95+x", "#1", 4096)), "phb4-linux-6.12.95-4k")
        self.assertEqual(platform_id("ioda2", Identity("6.12.95+x", "#1", 65536)), "ioda2-linux-6.12.95-64k")

    def test_nothing_is_assumed(self) -> None:
        with self.assertRaises(KernelFailure):
            platform_id("phb4", Identity("6.12.95", "#1", 0))
        with self.assertRaises(KernelFailure):
            platform_id("phb4", Identity("next", "#1", 4096))
