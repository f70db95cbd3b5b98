# SPDX-License-Identifier: Apache-2.0
"""Finds the package mirror in this computer's own apt sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

APT_FOLDER = Path("/etc/apt")
OS_RELEASE = Path("/etc/os-release")
#: Used when a source does not name its key itself.
DEFAULT_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
#: Suites that may hold a newer kernel, as what follows the release name. They need not exist.
OPTIONAL_SUITES = ("-backports",)
#: Suites that hold kernels newer than any release of this computer, oldest first. They need not exist.
NEWER_SUITES = ("trixie", "trixie-backports", "sid", "experimental")


@dataclass(frozen=True)
class Archive:
    """One suite of a mirror."""

    uri: str
    suite: str
    signed_by: str
    optional: bool

    @property
    def line(self) -> str:
        options = f"[signed-by={self.signed_by}] " if self.signed_by else ""
        return f"deb {options}{self.uri} {self.suite} main"


def codename(os_release: str) -> str:
    """The release name out of the text of /etc/os-release, or an empty string."""
    found = re.search(r'^VERSION_CODENAME="?([a-z]+)"?$', os_release, re.MULTILINE)
    return found[1] if found else ""


def archives_in(text: str, is_deb822: bool, release: str) -> list[Archive]:
    """The archives for `release` and its optional suites, given one sources file that names `release` itself."""
    found = []
    for uri, suites, components, signed_by in _deb822(text) if is_deb822 else _one_line(text):
        if release in suites and "main" in components:
            found.append(Archive(uri, release, signed_by, optional=False))
            found += [Archive(uri, release + suffix, signed_by, optional=True) for suffix in OPTIONAL_SUITES]
    return found


def of_older_releases(archives: list[Archive], releases: tuple[str, ...]) -> list[Archive]:
    """Where the mirror of `archives` has older releases with their security updates, if it still has them."""
    found = []
    for release in releases if archives else ():
        mirror, key = archives[0].uri.rstrip("/"), archives[0].signed_by
        found.append(Archive(mirror, release, key, optional=True))
        found.append(Archive(f"{mirror}-security", f"{release}-security", key, optional=True))
    return found


def of_newer_releases(archives: list[Archive]) -> list[Archive]:
    """Where the mirror of `archives` has newer suites, which are read only for a kernel that no other suite has."""
    known = {archive.suite for archive in archives}
    return [
        Archive(archives[0].uri, suite, archives[0].signed_by, optional=True)
        for suite in NEWER_SUITES
        if archives and suite not in known
    ]


def archives_of_this_computer() -> list[Archive]:
    """The first mirror that holds the release this computer runs."""
    release = codename(OS_RELEASE.read_text()) if OS_RELEASE.exists() else ""
    parts = APT_FOLDER / "sources.list.d"
    files = [APT_FOLDER / "sources.list", *sorted(parts.glob("*.sources")), *sorted(parts.glob("*.list"))]
    for file in files:
        if release and file.exists():
            archives = archives_in(file.read_text(), file.suffix == ".sources", release)
            if archives:
                return archives[: 1 + len(OPTIONAL_SUITES)]
    return []


_Entry = tuple[str, list[str], list[str], str]


def _keyring(named: str) -> str:
    if named.startswith("/"):
        return named
    return DEFAULT_KEYRING if Path(DEFAULT_KEYRING).exists() else ""


def _deb822(text: str) -> list[_Entry]:
    entries = []
    for stanza in re.split(r"\n\s*\n", text):
        kept = "\n".join(line for line in stanza.splitlines() if not line.startswith("#"))
        fields = {key.lower(): value.strip() for key, value in re.findall(r"^([A-Za-z-]+):(.*)$", kept, re.MULTILINE)}
        if "deb" not in fields.get("types", "").split() or fields.get("enabled", "yes") == "no":
            continue
        suites, components = fields.get("suites", "").split(), fields.get("components", "").split()
        entries += [
            (uri, suites, components, _keyring(fields.get("signed-by", ""))) for uri in fields.get("uris", "").split()
        ]
    return entries


def _one_line(text: str) -> list[_Entry]:
    entries = []
    for line in text.splitlines():
        found = re.match(
            r"^deb\s+(?:\[(?P<options>[^\]]*)\]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)\s+(?P<components>.+)$", line
        )
        if found:
            key = re.search(r"signed-by=(\S+)", found["options"] or "")
            entries.append(
                (found["uri"], [found["suite"]], found["components"].split(), _keyring(key[1] if key else ""))
            )
    return entries
