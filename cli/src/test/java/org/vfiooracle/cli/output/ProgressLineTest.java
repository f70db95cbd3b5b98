// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
    private final StringWriter err = new StringWriter();

    @Test
    void a_terminal_sees_one_line_drawn_over_itself_and_taken_away() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), true, "comparing")) {
            line.show(1, 4);
            line.show(4, 4);
        }

        assertThat(err.toString())
                .isEqualTo("\r\033[Kcomparing [#######.......................]  25% (1 of 4)"
                        + "\r\033[Kcomparing [##############################] 100% (4 of 4)"
                        + "\r\033[K");
    }

    @Test
    void what_looks_the_same_is_not_drawn_again() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), true, "comparing")) {
            line.show(1000, 10_000);
            String before = err.toString();

            line.show(1001, 10_000);

            assertThat(err.toString()).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void nothing_is_drawn_when_nobody_watches() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), false, "comparing")) {
            line.show(4, 4);
        }

        assertThat(err.toString()).isEmpty();
    }
}
