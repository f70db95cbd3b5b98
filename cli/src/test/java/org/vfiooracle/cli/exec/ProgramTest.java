// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of programs below the oracle; no run leaves anything behind. */
abstract class ProgramTest {
    static final String POWER8 = "--platform ioda2-linux-4.2-4k";
    static final String POWER9 = "--platform phb4-linux-6.12-4k";

    @TempDir
    Path folder;

    Programs programs;

    @BeforeEach
    void compiler() {
        programs = new Programs(folder);
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(Programs.leftFolders()).isEmpty();
    }
}
