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
    void a_call_is_in_the_file_before_the_program_has_its_answer() {
        trace.accept(new Happening.Noted(7, "a"));
        assertThat(file.toString()).isEqualTo(LINE);
    }

    @Test
    void nothing_is_written_twice() {
        trace.accept(new Happening.Noted(7, "a"));
        trace.close();

        assertThat(file.toString()).isEqualTo(LINE);
    }
}
