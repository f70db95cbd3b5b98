// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolchainTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("vfiooracle.root", "")).resolve("preload");

    @TempDir
    private Path folder;

    @Test
    void without_a_compiler_it_says_what_to_install() {
        assertThatThrownBy(() -> new Toolchain(SOURCES, folder, "no-such-cc").make())
                .isInstanceOf(NoCompiler.class)
                .hasMessage("""
                        cannot run a program without a C compiler
                          expected: no-such-cc on the PATH
                          found:    no such command
                          hint:     on Debian: apt-get install gcc libc6-dev""");
        assertThat(folder).isDirectoryNotContaining("glob:**making*");
    }

    @Test
    void a_compiler_that_fails_is_quoted() throws IOException {
        Path failing = Files.writeString(folder.resolve("cc"), "#!/bin/sh\necho no space left; exit 1\n");
        assertThat(failing.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> new Toolchain(SOURCES, folder.resolve("cache"), failing.toString()).make())
                .isInstanceOf(NoCompiler.class)
                .hasMessageContaining("no space left")
                .hasMessageContaining(failing + " -std=gnu11");
    }

    @Test
    void an_ending_is_read_from_a_wait_status() {
        assertThat(Ending.of(0x300)).isEqualTo(new Ending.Exited(3));
        assertThat(Ending.of(9)).isEqualTo(new Ending.Killed(9));
        assertThat(Ending.of(0x8b)).isEqualTo(new Ending.Killed(11));
        assertThat(new Ending.Killed(9).text()).isEqualTo("9 (KILL)");
        assertThat(new Ending.Killed(60).text()).isEqualTo("60");
    }

    @Test
    void folders_of_runs_that_have_died_are_removed_and_those_of_others_are_not() throws IOException {
        Path dead = Files.createDirectories(folder.resolve("vfio-oracle-999999999-1/dev"));
        Path alive = Files.createDirectories(
                folder.resolve("vfio-oracle-" + ProcessHandle.current().pid() + "-1"));
        Path other = Files.createDirectories(folder.resolve("vfio-oracle-notes"));

        try (RunFolder mine = RunFolder.in(folder)) {
            assertThat(mine.path()).isDirectory();
        }

        assertThat(dead.getParent()).doesNotExist();
        assertThat(alive).exists();
        assertThat(other).exists();
        assertThat(Files.list(folder)).hasSize(2);
    }
}
