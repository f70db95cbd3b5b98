# SPDX-License-Identifier: Apache-2.0
import unittest

import support  # noqa: F401
from lib.apt_sources import archives_in, codename, of_newer_releases, of_older_releases

DEB822 = """\
# a comment
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/example.gpg

Types: deb-src
URIs: http://mirror.example/sources
Suites: bookworm
Components: main
"""

ONE_LINE = """\
# deb http://old.example/debian bookworm main
deb http://security.example/debian-security bookworm-security main
deb [arch=amd64 signed-by=/usr/share/keyrings/k.gpg] http://mirror.example/debian bookworm main contrib
"""


class AptSourcesTest(unittest.TestCase):
    def test_the_release_name(self) -> None:
        self.assertEqual(codename('ID=debian\nVERSION_CODENAME="bookworm"\n'), "bookworm")
        self.assertEqual(codename("ID=other\n"), "")

    def test_deb822(self) -> None:
        lines = [archive.line for archive in archives_in(DEB822, True, "bookworm")]
        self.assertEqual(
            lines,
            [
                "deb [signed-by=/usr/share/keyrings/example.gpg] http://mirror.example/debian bookworm main",
                "deb [signed-by=/usr/share/keyrings/example.gpg] http://mirror.example/debian bookworm-backports main",
            ],
        )

    def test_one_line_style(self) -> None:
        archives = archives_in(ONE_LINE, False, "bookworm")
        self.assertEqual([archive.suite for archive in archives], ["bookworm", "bookworm-backports"])
        self.assertEqual({archive.uri for archive in archives}, {"http://mirror.example/debian"})
        self.assertEqual({archive.signed_by for archive in archives}, {"/usr/share/keyrings/k.gpg"})

    def test_a_source_of_something_else_names_no_mirror(self) -> None:
        self.assertEqual(archives_in(DEB822, True, "trixie"), [])

    def test_an_older_release_is_on_the_same_mirror_with_its_security_updates(self) -> None:
        older = of_older_releases(archives_in(DEB822, True, "bookworm"), ("bullseye",))
        self.assertEqual(
            [(archive.uri, archive.suite, archive.optional) for archive in older],
            [
                ("http://mirror.example/debian", "bullseye", True),
                ("http://mirror.example/debian-security", "bullseye-security", True),
            ],
        )
        self.assertEqual(of_older_releases([], ("bullseye",)), [])

    def test_newer_suites_are_on_the_same_mirror_and_the_own_release_is_not_repeated(self) -> None:
        newer = of_newer_releases(archives_in(DEB822, True, "bookworm"))
        self.assertEqual([archive.suite for archive in newer], ["trixie", "trixie-backports", "sid", "experimental"])
        self.assertEqual({archive.uri for archive in newer}, {"http://mirror.example/debian"})
        own = of_newer_releases(archives_in(DEB822.replace("bookworm", "trixie"), True, "trixie"))
        self.assertEqual([archive.suite for archive in own], ["sid", "experimental"])
        self.assertEqual(of_newer_releases([]), [])
