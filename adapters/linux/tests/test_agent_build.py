# SPDX-License-Identifier: Apache-2.0
"""The programs of the guest compile, also where no machine is started."""

from __future__ import annotations

import shutil
import subprocess
import unittest

import support  # noqa: F401
from lib.guest import AGENT_SOURCES, COMPILER_FLAGS, INIT_SOURCES


@unittest.skipUnless(shutil.which("cc"), "a C compiler is not installed")
class AgentBuild(unittest.TestCase):
    def test_agent_and_first_program_compile_without_a_warning(self) -> None:
        for folder in (AGENT_SOURCES, INIT_SOURCES):
            for source in sorted(folder.glob("*.c")):
                with self.subTest(source=source.name):
                    command = ["cc", *COMPILER_FLAGS, f"-I{AGENT_SOURCES}", "-fsyntax-only", str(source)]
                    done = subprocess.run(command, capture_output=True, text=True, check=False)
                    self.assertEqual(0, done.returncode, done.stderr)


if __name__ == "__main__":
    unittest.main()
