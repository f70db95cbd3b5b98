# SPDX-License-Identifier: Apache-2.0
"""build-kernel, on a tree whose Makefile only writes down what it was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "build-kernel"
#: Like a kernel's Makefile: `allnoconfig` takes KCONFIG_ALLCONFIG, where the last word on an option counts. Its host
#: program defines a variable twice.
MAKEFILE = """
allnoconfig:
\tsed -n 's/=.*//p' $(KCONFIG_ALLCONFIG) | sort -u | while read option; do \\
\t  grep "^$$option=" $(KCONFIG_ALLCONFIG) | tail -n 1; done > $(O)/.config
\techo CONFIG_VFIO_IOMMU_SPAPR_TCE=y >> $(O)/.config
kernelversion:
\t@echo 4.4.11
vmlinux:
\t@test ! -e .config || { echo "The source tree is not clean, please run 'make mrproper'"; exit 2; }
\t@echo 'int twice;' > $(O)/a.c; cp $(O)/a.c $(O)/b.c; echo 'int main(void) { return twice; }' >> $(O)/b.c
\t$(HOSTCC) -o $(O)/host $(O)/a.c $(O)/b.c
\techo $(CROSS_COMPILE) > $(O)/vmlinux
\techo "$(KCFLAGS)" > $(O)/flags
"""


@unittest.skipUnless(shutil.which("make") and shutil.which("gcc"), "make and gcc are not on this computer")
class BuildKernel(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.tree = self.root / "tree"
        self.tree.mkdir()
        (self.tree / "Kconfig").touch()
        (self.tree / "Makefile").write_text(MAKEFILE)
        self.prefix = f"{self.root}/cross-"
        self.program(f"{self.prefix}gcc", "echo 12.2.0")
        self.program(f"{self.prefix}strip", 'cp "$3" "$2"')
        self.tools = self.root / "tools"
        self.tools.mkdir()
        for tool in ("bison", "flex", "bc"):
            self.program(f"{self.tools}/{tool}", "exit 0")

    @staticmethod
    def program(name: str, line: str) -> None:
        path = Path(name)
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.tools}:{os.environ['PATH']}"
        environment = {**os.environ, "XDG_CACHE_HOME": f"{self.root}/cache", "PATH": path}
        command = [str(SCRIPT), "mine", "--source", str(self.tree), "--cross", self.prefix, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def kept(self, name: str) -> Path:
        return self.root / "cache/vfio-oracle/kernels" / name

    def configured(self, page: str = "4k") -> list[str]:
        return (self.kept(f"build-mine-{page}") / ".config").read_text().split()

    def test_keeps_what_the_compiler_of_ones_own_made(self) -> None:
        done = self.build("--page", "64k")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(self.prefix, self.kept("mine-64k/vmlinux").read_text().strip())
        self.assertIn("CONFIG_PPC_64K_PAGES=y", self.configured("64k"))

    def test_a_big_endian_kernel_is_kept_beside_the_little_endian_one(self) -> None:
        self.assertEqual(0, self.build("--page", "64k").returncode)
        done = self.build("--page", "64k", "--endian", "big")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue(self.kept("mine-64k/vmlinux").exists() and self.kept("mine-64k-big/vmlinux").exists())
        self.assertIn("CONFIG_CPU_LITTLE_ENDIAN=y", self.configured("64k"))
        self.assertIn("CONFIG_CPU_BIG_ENDIAN=y", self.configured("64k-big"))
        self.assertNotIn("CONFIG_CPU_LITTLE_ENDIAN=y", self.configured("64k-big"))

    def test_another_byte_order_is_refused(self) -> None:
        done = self.build("--endian", "middle")
        self.assertEqual(2, done.returncode)
        self.assertIn('--endian: expected little or big, found "middle"', done.stderr)

    def test_warnings_of_a_newer_compiler_are_no_errors(self) -> None:
        self.build()
        self.assertIn("CONFIG_PPC_DISABLE_WERROR=y", self.configured())

    def test_a_tree_with_a_header_for_each_compiler_gets_one_for_this(self) -> None:
        headers = self.tree / "include/linux"
        headers.mkdir(parents=True)
        (headers / "compiler-gcc5.h").touch()
        self.assertEqual(0, self.build().returncode)
        younger = self.kept("build-mine-4k/younger")
        self.assertIn(f"-I{younger}", (self.kept("build-mine-4k/flags")).read_text())
        self.assertIn("compiler-gcc5.h", (younger / "linux/compiler-gcc12.h").read_text())
        self.assertEqual(["compiler-gcc5.h"], [header.name for header in headers.iterdir()])

    def test_only_a_tree_that_never_heard_of_position_independent_programs_is_told(self) -> None:
        self.build()
        self.assertEqual("-fno-pie", self.kept("build-mine-4k/flags").read_text().strip())
        (self.tree / "Makefile").write_text(f"{MAKEFILE}\nKBUILD_CFLAGS += $(call cc-option,-fno-PIE)\n")
        self.build()
        self.assertEqual("", self.kept("build-mine-4k/flags").read_text().strip())

    def test_options_of_ones_own_win(self) -> None:
        (self.root / "mine.config").write_text("CONFIG_NET=n\nCONFIG_PROVE_LOCKING=y\n")
        self.assertEqual(0, self.build("--config", f"{self.root}/mine.config").returncode)
        self.assertIn("CONFIG_NET=n", self.configured())
        self.assertIn("CONFIG_PROVE_LOCKING=y", self.configured())
        self.assertNotIn("CONFIG_NET=y", self.configured())

    def test_one_of_the_two_platforms_is_enough(self) -> None:
        (self.root / "mine.config").write_text("CONFIG_PPC_PSERIES=n\nCONFIG_HVC_CONSOLE=n\n")
        self.assertEqual(0, self.build("--config", f"{self.root}/mine.config").returncode)

    def test_a_kernel_without_what_a_machine_needs_is_refused(self) -> None:
        (self.root / "mine.config").write_text("CONFIG_PPC_PSERIES=n\nCONFIG_PPC_POWERNV=n\n")
        done = self.build("--config", f"{self.root}/mine.config")
        self.assertEqual(1, done.returncode)
        self.assertIn("PPC_(POWERNV|PSERIES)", done.stderr)

    def test_a_tree_that_was_built_in_place_is_told_apart(self) -> None:
        (self.tree / ".config").touch()
        done = self.build()
        self.assertEqual(1, done.returncode)
        self.assertIn("not clean", done.stderr)

    def test_bad_usage(self) -> None:
        for arguments in (["--config"], ["--config", "/nowhere"], ["--cross", ""], ["--page", "8k"], ["--jobs", "0"]):
            with self.subTest(arguments):
                self.assertEqual(2, self.build(*arguments).returncode)

    def test_a_compiler_that_is_not_there(self) -> None:
        done = self.build("--cross", "/nowhere/ppc-")
        self.assertEqual(75, done.returncode)
        self.assertIn("/nowhere/ppc-gcc is not on this computer", done.stderr)


if __name__ == "__main__":
    unittest.main()
