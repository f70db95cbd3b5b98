// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.vfiooracle.exec.trace.Happening;

final class TraceFileTest {
    private static final String LINE = "{\"process\":7,\"text\":\"a\",\"what\":\"note\"}\n";

    private final StringWriter file = new StringWriter();
    private final TraceFile trace = new TraceFile(new BufferedWriter(file));

    @Test
    void a_call_is_in_the_file_once_nothing_happens_for_a_moment() {
        trace.accept(new Happening.Noted(7, "a"));
        trace.answered();
        assertThat(file.toString()).isEmpty();

        trace.idle();
        assertThat(file.toString()).isEqualTo(LINE);
    }

    @Test
    void what_has_not_been_written_by_the_end_is_written_then() {
        trace.accept(new Happening.Noted(7, "a"));
        trace.accept(new Happening.Noted(7, "a"));

        trace.close();

        assertThat(file.toString()).isEqualTo(LINE + LINE);
    }
}
