// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
    @Test
    void a_full_disk_is_remembered() {
        StandardOutput output = new StandardOutput(failing("No space left on device"));

        write(output);

        assertThat(output.failure()).get().extracting(Throwable::getMessage).isEqualTo("No space left on device");
    }

    @Test
    void a_reader_that_has_gone_has_seen_enough() {
        StandardOutput output = new StandardOutput(failing("Broken pipe"));

        write(output);

        assertThat(output.failure()).isEmpty();
    }

    @Test
    void what_was_taken_is_no_failure() {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(taken);

        write(output);

        assertThat(output.failure()).isEmpty();
        assertThat(taken).hasToString("findings\n");
    }

    private static void write(OutputStream stream) {
        PrintWriter writer = new PrintWriter(stream, true, java.nio.charset.StandardCharsets.UTF_8);
        writer.print("findings\n");
        writer.flush();
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
