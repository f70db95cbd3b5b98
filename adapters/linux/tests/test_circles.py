# SPDX-License-Identifier: Apache-2.0
import graphlib
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def uses(folder: Path) -> dict[str, set[str]]:
    """C file -> the other C files of its folder that define what it calls."""
    defined: dict[str, str] = {}
    wanted: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for source in sorted(folder.glob("*.c")):
            compiled = Path(scratch) / f"{source.stem}.o"
            subprocess.run(["gcc", "-std=gnu11", "-fPIC", "-c", "-o", compiled, source], check=True)
            symbols = subprocess.run(["nm", "-g", compiled], capture_output=True, text=True, check=True).stdout
            for *_, kind, name in (line.split() for line in symbols.splitlines()):
                if kind == "U":
                    wanted.setdefault(source.stem, set()).add(name)
                else:
                    defined[name] = source.stem
    return {file: {defined[name] for name in names if name in defined} for file, names in wanted.items()}


@unittest.skipUnless(shutil.which("gcc") and shutil.which("nm"), "needs gcc and nm")
class CirclesTest(unittest.TestCase):
    def test_no_two_c_files_need_each_other(self) -> None:
        for folder in ("adapters/linux/agent", "preload"):
            with self.subTest(folder):
                graph = uses(ROOT / folder)
                self.assertGreater(sum(map(len, graph.values())), 5)
                graphlib.TopologicalSorter(graph).prepare()
