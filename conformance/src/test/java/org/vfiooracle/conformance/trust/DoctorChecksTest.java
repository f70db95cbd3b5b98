// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorChecksTest {
    @TempDir
    private Path folder;

    private DoctorChecks computer;

    @BeforeEach
    void has_only_a_compiler_and_little_memory() throws IOException {
        Path tool = Files.createFile(folder.resolve("cc"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Files.createFile(folder.resolve("python3"));
        Path memory = Files.writeString(folder.resolve("meminfo"), "MemTotal:        2097152 kB\nMemFree: 1 kB\n");
        computer = new DoctorChecks(List.of(folder.resolve("none"), folder), folder.resolve("a/b"), memory);
    }

    @Test
    void what_is_there_is_fine_and_what_is_missing_says_how_to_get_it() {
        assertThat(computer.of("exec")).containsExactly(TrustCheck.fine("cc", folder + "/cc"));
        assertThat(computer.of("examples"))
                .contains(TrustCheck.wrong("python3", "not on the PATH", "apt-get install python3"));
    }

    @Test
    void machines_need_memory() {
        assertThat(computer.of("machines"))
                .contains(TrustCheck.wrong("memory", "2 GiB", "a machine has 3 GiB unless --memory says less"))
                .anyMatch(check -> check.what().equals("space for kernels")
                        && check.found().endsWith(" in " + folder));
    }

    @Test
    void one_command_installs_everything() {
        assertThat(computer.remedy(List.of("exec"))).isEmpty();
        assertThat(computer.remedy(List.of("examples", "build")))
                .isEqualTo(Optional.of("apt-get install python3 nodejs openjdk-17-jdk-headless maven git"));
    }

    @Test
    void every_purpose_takes_something() {
        assertThat(DoctorChecks.purposes()).hasSize(6).allSatisfy(purpose -> {
            assertThat(computer.of(purpose)).isNotEmpty();
            assertThat(DoctorChecks.text(purpose)).isNotBlank();
        });
    }
}
