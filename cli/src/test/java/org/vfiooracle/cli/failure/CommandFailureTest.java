// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.vfiooracle.cli.output.ExitCode;

final class CommandFailureTest {
    private final StringWriter said = new StringWriter();

    @Test
    void a_full_disk_is_that_of_the_user() {
        IOException full = new IOException("No space left on device");

        int exitCode = tell(new UncheckedIOException("cannot write fixtures/.journal", full));

        assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).hasToString("""
                oracle record: cannot write, the disk is full
                  found:    cannot write fixtures/.journal
                """);
    }

    @Test
    void what_nobody_foresaw_is_a_defect_of_the_oracle() {
        assertThat(tell(new UncheckedIOException(new IOException("something else"))))
                .isEqualTo(ExitCode.BROKEN_ORACLE);
    }

    @Test
    void findings_that_could_not_be_written_are_no_success() {
        assertThat(OutputLost.tell(new IOException("No space left on device"), new PrintWriter(said, true)))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("cannot write the findings", "No space left on device");
    }

    private int tell(Exception failure) {
        return CommandFailure.tell(failure, "oracle record", new PrintWriter(said, true));
    }
}
