# SPDX-License-Identifier: Apache-2.0
import json
import tempfile
import threading
import unittest
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

CI = Path(__file__).resolve().parents[1]


def script(name: str) -> ModuleType:
    loader = SourceFileLoader(name, str(CI / name))
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


checksums = script("checksums")
advisories = script("advisories")


class ChecksumsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.repository = Path(folder.name)
        self.jar = self.repository / "org/example/thing/1/thing-1.jar"
        self.jar.parent.mkdir(parents=True)
        self.jar.write_bytes(b"as it was")
        self.expected = checksums.fetched(self.repository)

    def test_a_list_reads_as_it_was_written(self) -> None:
        text = "# a comment\n" + "".join(f"{digest}  {path}\n" for path, digest in self.expected.items())
        self.assertEqual(checksums.listed(text), self.expected)

    def test_what_is_listed_agrees(self) -> None:
        self.assertEqual(checksums.faults(self.expected, self.repository, [self.jar]), [])

    def test_other_bytes_are_named_with_both_checksums(self) -> None:
        self.jar.write_bytes(b"as somebody made it")
        fault, = checksums.faults(self.expected, self.repository, [])
        self.assertIn("org/example/thing/1/thing-1.jar: expected SHA-256 " + self.expected["org/example/thing/1/thing-1.jar"], fault)

    def test_a_library_without_a_line_is_named(self) -> None:
        library = self.repository / "new-1.jar"
        library.write_bytes(b"new")
        fault, = checksums.faults(self.expected, self.repository, [library])
        self.assertTrue(fault.startswith("new-1.jar: no line of .mvn/checksums.sha256"))

    def test_only_what_the_manifest_names_is_a_library(self) -> None:
        for name, entry in (("lib/theirs.jar", "A.class"), ("lib/ours.jar", "META-INF/maven/org.vfiooracle/cli/pom.xml"), ("lib/old.jar", "B.class")):
            (self.repository / "lib").mkdir(exist_ok=True)
            with zipfile.ZipFile(self.repository / name, "w") as jar:
                jar.writestr(entry, "")
        with zipfile.ZipFile(self.repository / "oracle.jar", "w") as jar:
            jar.writestr("META-INF/MANIFEST.MF", "Class-Path: lib/theirs.jar lib/o\r\n urs.jar\r\nMain-Class: Oracle\r\n")
        self.assertEqual(checksums.libraries(self.repository / "oracle.jar"), [self.repository / "lib/theirs.jar"])

    def test_what_was_not_fetched_is_not_looked_at(self) -> None:
        self.jar.unlink()
        self.assertEqual(checksums.faults(self.expected, self.repository, []), [])


SBOM = json.dumps({"components": [
    {"purl": "pkg:maven/org.vfiooracle/cli@1?type=jar"},
    {"purl": "pkg:maven/org.example/sound@1?type=jar"},
    {"purl": "pkg:maven/org.example/broken@2?type=jar"},
    {"name": "a file without a package URL"},
]})


class Service(BaseHTTPRequestHandler):
    """Answers in the shape of https://google.github.io/osv.dev/post-v1-querybatch/."""

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps({"results": [
            {"vulns": [{"id": "GHSA-0000", "modified": "2026-01-01T00:00:00Z"}]} if "broken" in query["package"]["purl"] else {}
            for query in question["queries"]
        ]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


class AdvisoriesTest(unittest.TestCase):
    def test_only_what_is_not_ours_is_asked_about(self) -> None:
        self.assertEqual(advisories.packages(SBOM), ["pkg:maven/org.example/broken@2", "pkg:maven/org.example/sound@1"])

    def test_an_advisory_is_told_for_its_library(self) -> None:
        service = HTTPServer(("127.0.0.1", 0), Service)
        self.addCleanup(service.server_close)
        threading.Thread(target=service.handle_request, daemon=True).start()
        found = advisories.ask(f"http://127.0.0.1:{service.server_port}/", advisories.packages(SBOM))
        self.assertEqual(found, {"pkg:maven/org.example/broken@2": ["GHSA-0000"]})


if __name__ == "__main__":
    unittest.main()
