// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.samples.SampleCases;

final class CaseTablesTest {
    private static final List<String> STRICT = List.of("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror");
    private static final Fixture PROGRAM = SampleCases.fixture(SampleCases.PROGRAM, SampleCases.POWER9);

    @TempDir
    private Path folder;

    private Map<String, String> files;

    @BeforeEach
    void write() throws IOException {
        List<Fixture> fixtures = new ArrayList<>(List.of(PROGRAM));
        SampleCases.CASES.forEach(performed -> fixtures.add(SampleCases.fixture(performed, SampleCases.POWER9)));
        files = new CaseTables(Platforms.load(), fixture -> Optional.of(
                                "danger of " + fixture.performed().id())
                        .filter(text -> text.endsWith("902")))
                .of("1.2.3", fixtures);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(folder.resolve("walked.c"), """
                #include "vfio_oracle_cases.h"
                extern const struct vfio_oracle_platform *const walked;
                const struct vfio_oracle_platform *const walked = &vfio_oracle_phb4_linux_6_12_4k;
                """);
        Files.copy(Path.of("src/test/c/walk.c"), folder.resolve("walk.c"));
        Assumptions.assumeTrue(run("cc", "--version").code() == 0, "cc is not there: tables are for a C compiler");
    }

    private record Said(int code, String text) {}

    @Test
    void there_is_a_header_a_file_for_names_and_one_for_each_platform() {
        assertThat(files.keySet())
                .containsExactly("phb4-linux-6.12-4k.c", "vfio_oracle_cases.h", "vfio_oracle_names.c");
        assertThat(files.get("vfio_oracle_cases.h"))
                .contains("\nextern const struct vfio_oracle_platform vfio_oracle_phb4_linux_6_12_4k;\n");
        assertThat(files.get("phb4-linux-6.12-4k.c"))
                .contains("{\"ATTACH-902\", \"danger of ATTACH-902\", VFIO_ORACLE_UNLIMITED, ", "{\"ATTACH-903\", 0, ");
    }

    @Test
    void a_program_without_a_parser_sees_what_the_fixtures_say_and_no_cases_of_programs() {
        said("cc", "-std=c99", "-o", "walk", "walk.c", "walked.c", "phb4-linux-6.12-4k.c", "vfio_oracle_names.c");

        String seen = said("./walk");

        assertThat(seen).startsWith("phb4-linux-6.12-4k 1.2.3 4096\n").doesNotContain("GUEST-901");
        assertThat(seen).contains("""
                ATTACH-903 six-groups 0
                  open on  as G1 group=B+0: fd locked=0 effects=0 rule=group.open.opened
                  VFIO_GROUP_UNSET_CONTAINER on G1 as : -22 locked=0 effects=0 rule=group.unset-container.not-in
                """);
        assertThat(seen).contains("""
                ATTACH-902 six-groups 0
                  open on  as G1 group=A+0: fd locked=0 effects=0 rule=group.open.opened
                  VFIO_GROUP_GET_STATUS on G1 as  argsz=8: 0 flags=1 locked=0 effects=0 rule=group.status
                """);
        assertThat(seen)
                .contains("  VFIO_SET_IOMMU on C1 as  type=7: 0 locked=0 ")
                .contains(" vaddr=B1+0 iova=0 size=1000: 0 ")
                .contains(" locked=16 effects=0 rule=spapr.register.registered\n");
    }

    @Test
    void it_compiles_as_c_and_as_cpp_without_a_warning_for_32_and_64_bits() throws IOException {
        Files.createDirectories(folder.resolve("bare"));
        Files.writeString(folder.resolve("bare/errno.h"), """
                #define EPERM 1
                #define ENOENT 2
                #define EBADF 9
                #define ENOMEM 12
                #define EBUSY 16
                #define ENODEV 19
                #define EINVAL 22
                """);
        for (String source : List.of("phb4-linux-6.12-4k.c", "vfio_oracle_names.c")) {
            said(with("cc", "-std=c99", "-c", source));
            said(with("cc", "-std=c++11", "-x", "c++", "-c", source));
            said(with("cc", "-m32", "-ffreestanding", "-Ibare", "-std=c99", "-c", source));
        }
    }

    private static String[] with(String... words) {
        List<String> command = new ArrayList<>(Arrays.asList(words));
        command.addAll(STRICT);
        return command.toArray(String[]::new);
    }

    private String said(String... command) {
        Said said = run(command);
        assertThat(said.code()).as(said.text()).isZero();
        return said.text();
    }

    private Said run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException noSuchCommand) {
            return new Said(-1, String.valueOf(noSuchCommand.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(-1, "interrupted");
        }
    }
}
