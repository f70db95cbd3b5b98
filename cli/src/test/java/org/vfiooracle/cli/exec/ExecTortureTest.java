// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that do what few programs do. */
final class ExecTortureTest {
    private static final String POWER9 = "--platform phb4-linux-6.12-4k";

    @TempDir
    private Path folder;

    private Programs programs;

    @BeforeEach
    void compiler() {
        programs = new Programs(folder);
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(Programs.leftFolders()).isEmpty();
    }

    @Test
    void a_device_stays_open_while_its_registers_are_mapped() {
        Path mapped = programs.compiled("mapped");

        Programs.Run run = programs.exec(POWER9, mapped.toString());

        run.oracle().ended(0).said("mmap(D1, region 0 as M1) = 0   device.mapped", "munmap(M1) = 0   device.unmapped");
        String once = """
                join 0
                register 8 is 42
                mapped EBUSY
                unmapped 0
                join 0
                unmapped and open EBUSY
                closed 0
                join 0
                mapped in a child EBUSY
                the child has ended 0
                """;
        assertThat(run.output()).isEqualTo(once + "join 0\nthe group is busy EBUSY\n" + once);
    }
}
